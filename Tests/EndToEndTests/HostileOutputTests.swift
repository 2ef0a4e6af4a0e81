import Foundation
import HostileCorpus
import RunningPrograms
import Testing

/// What the program prints of a hostile discussion, and of anything else hostile that it is given.
@Suite struct HostileOutputTests {
  @Test(arguments: ["10", "80", "400"])
  func aDiscussionIsPrintedHarmlessly(width: String) throws {
    let folder = try Folder()
    try folder.write(HostileDiscussion.file(), to: "hostile.json")
    let path = folder.path + "/hostile.json"
    let outcome = try Program.run(["show", path, "--width", width])
    #expect(outcome.status == 0)
    #expect(violations(of: outcome) == [])
    #expect(outcome.errors.hasPrefix("understory: shown anyway: "))
    #expect(outcome.output.split(separator: "PWNED").count > 500)
  }

  @Test(arguments: HostileCorpus.large)
  func aLongTextIsPrintedHarmlessly(hostile: HostileText) throws {
    let folder = try Folder()
    try folder.write(HostileDiscussion.file(of: [hostile]), to: "hostile.json")
    let outcome = try Program.run(["show", folder.path + "/hostile.json"])
    #expect(outcome.status == 0)
    #expect(violations(of: outcome) == [])
  }

  /// Texts that are no longer than a file's name may be.
  @Test(
    arguments: (HostileCorpus.controls + HostileCorpus.sequences + HostileCorpus.invisible)
      .filter { $0.text.utf8.count < 240 })
  func errorLinesAreHarmless(hostile: HostileText) throws {
    let folder = try Folder()
    let text = hostile.text.replacing("\0", with: "")
    try folder.write("{\"understory\":\"\(text)\"", to: "a.json")
    try folder.write("\(text): 1", to: "b.json")
    try folder.write(
      Array("{\"understory\":1,\"id\":\"".utf8) + hostile.json()
        + Array("\",\"title\":\"\",\"markup\":\"".utf8) + hostile.json() + [0x22, 0x7D],
      to: "c.json")
    for arguments in [
      [folder.path + "/" + text], ["show", folder.path + "/a.json"], [folder.path + "/b.json"],
      ["show", folder.path + "/c.json"], ["--theme", text], ["--" + text],
      ["show", "--width", text],
      ["import", folder.path + "/b.json", "--outline", folder.path + "/a.json"],
      ["import", folder.path + "/none" + text], ["mark", "read", folder.path + "/a.json", text],
      ["state", "import", folder.path + "/a.json"], [text, text],
    ] {
      let outcome = try Program.run(arguments, environment: ["XDG_STATE_HOME": folder.path])
      #expect(violations(of: outcome) == [], "\(arguments)")
      #expect(outcome.status != 0 || outcome.errors == "", "\(arguments)")
    }
  }

  /// Names that are not UTF-8 cannot be made in Swift, but in a shell.
  @Test(arguments: [
    #"\2331;7331m"#, #"\235;PWNED\234"#, #"\300\233[7331m"#, #"\033]0;PWNED-7\007"#,
  ])
  func namesOfFilesAreHarmless(name: String) throws {
    let folder = try Folder()
    let script = """
      name=$(printf '\(name)'); cd '\(folder.path)'; '\(Program.path)' "$name"
      printf '{]' > "$name"; '\(Program.path)' "$name"; '\(Program.path)' import "$name" --outline "$name"
      mkdir "d$name"; '\(Program.path)' show "d$name"; '\(Program.path)' --theme "$name"
      XDG_STATE_HOME="$PWD/$name" '\(Program.path)' status; '\(Program.path)' import "$name" --output "$name/x"
      """
    let outcome = try Program.run("/bin/sh", ["-c", script])
    #expect(violations(of: outcome) == [])
    #expect(outcome.errors.split(separator: "\n").count >= 6)
  }

  @Test func anImportedPageIsWrittenHarmlessly() throws {
    let folder = try Folder()
    let texts = HostileCorpus.texts.map(\.text)
    try folder.write(
      Array(texts.joined(separator: "\n\n").utf8) + Array("\n\nComments (2)\n\n".utf8)
        + HostileBytes.all.flatMap { $0.bytes + [0x0A, 0x0A] }, to: "page.txt")
    let outcome = try Program.run(["import", folder.path + "/page.txt"])
    #expect(outcome.status == 0)
    #expect(violations(of: outcome) == [])
    #expect(outcome.output.contains("PWNED"))
  }

  @Test func anImportedDiscussionIsWrittenHarmlessly() throws {
    let folder = try Folder()
    try folder.write(HostileDiscussion.file(), to: "hostile.json")
    let outcome = try Program.run(["import", folder.path + "/hostile.json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(violations(of: outcome) == [])
    #expect(outcome.output.contains("PWNED"))
  }

  @Test(arguments: HostileCorpus.sequences)
  func whatIsSaidOfAThemeIsHarmless(hostile: HostileText) throws {
    let folder = try Folder()
    let quoted = String(decoding: hostile.json(escaping: true), as: UTF8.self)
    for (number, text) in [
      "\"\(quoted)\" = 1", "name = \"\(quoted)\"", "[roles]\n\"\(quoted)\" = \"\(quoted)\"",
      "[palette]\na = \"\(quoted)\"", hostile.text, "inherits = \"\(quoted)\"",
    ].enumerated() {
      try folder.write(text, to: "\(number).toml")
      let path = folder.path + "/\(number).toml"
      for arguments in [
        ["themes", "--check", path], ["--theme", path], ["--color", hostile.text],
      ] {
        let outcome = try Program.run(arguments)
        #expect(outcome.status != 0, "\(text)")
        #expect(violations(of: outcome) == [])
      }
    }
  }

  /// What may not have been written by a run, to either stream.
  private func violations(of outcome: Program.Outcome) -> [String] {
    WrittenBytes(outcome.outputBytes, to: .file).violations
      + WrittenBytes(outcome.errorBytes, to: .file).violations
  }
}
