import RunningPrograms
import Testing

/// Input without an end, given to the program.
@Suite struct EndlessInputTests {
  /// What never ends, or is longer than it may be: one line, whatever reads it.
  @Test(arguments: [
    (
      "show --limit 1M /dev/zero",
      "/dev/zero: larger than 1 MiB, the limit; raise it with --limit"
    ),
    (
      "show /dev/zero",
      "/dev/zero: larger than 64 MiB, the limit for files that are not JSON; raise it with --limit"
    ),
    (
      "yes | \"$U\" status --limit 100K -",
      "-: larger than 100 KiB, the limit; raise it with --limit"
    ),
    (
      "yes '{' | \"$U\" add --limit 100K /dev/stdin",
      "/dev/stdin: larger than 100 KiB, the limit; raise it with --limit"
    ),
    (
      "head -c 3000000 /dev/zero | gzip | \"$U\" stats --limit 1M -",
      "-: unpacks to more than 1 MiB, the limit; raise it with --limit"
    ),
    (
      "head -c 3000000 /dev/zero | gzip | gzip | \"$U\" show -",
      "-: this is packed by gzip twice; read it with \"gzip -dc FILE | understory -\""
    ),
    (
      "(printf 'PK\\003\\004'; head -c 3000000 /dev/zero) | \"$U\" show --limit 1M -",
      "-: this is a ZIP archive; unpack it first, and name a file in it"
    ),
    (
      "(printf '\\211PNG\\r\\n\\032\\n'; head -c 3000000 /dev/zero) | gzip | \"$U\" show --limit 1M -",
      "-: this is a PNG picture; save the page as HTML instead"
    ),
    (
      "head -c 70000000 /dev/zero | gzip | \"$U\" show -",
      "-: unpacks to more than 64 MiB, the limit for files that are not JSON; raise it with --limit"
    ),
    (
      "mark read --limit 10 /etc/passwd --all",
      "/etc/passwd: larger than 10 bytes, the limit"
    ),
    (
      "state import --limit 10 /etc/passwd", "/etc/passwd: larger than 10 bytes, the limit"
    ),
    ("config --check /dev/zero", "/dev/zero: larger than 16 MiB, the limit"),
    ("themes --check /dev/zero", "/dev/zero: cannot be read: expected at most 1 MB"),
    ("show --limit 0 /etc/passwd", "the value '0' is invalid for '--limit <size>'"),
  ])
  func inputWithoutEndIsOneLine(command: String, message: String) throws {
    let folder = try Folder()
    let script = command.contains("$U") ? command : "\"$U\" \(command)"
    let outcome = try Program.run(
      "/bin/sh", ["-c", script],
      environment: [
        "U": Program.path, "XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path,
        "LC_ALL": "C.UTF-8",
      ])
    #expect(outcome.status != 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("understory: \(message)"), "\(outcome.errors.prefix(300))")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
