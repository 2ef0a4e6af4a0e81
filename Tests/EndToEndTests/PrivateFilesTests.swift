import Foundation
import RunningPrograms
import Testing

/// Who may read what the program writes, and where names that are not UTF-8 lead.
@Suite struct PrivateFilesTests {
  /// Runs a script with the program as `$U`, all its folders below `folder`.
  private func run(_ script: String, in folder: Folder) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh", ["-c", "cd \"$W\"; " + script],
      environment: [
        "U": Program.path, "W": folder.path, "XDG_STATE_HOME": folder.path + "/s",
        "XDG_DATA_HOME": folder.path + "/d", "XDG_CONFIG_HOME": folder.path + "/c",
        "XDG_CACHE_HOME": folder.path + "/k", "LC_ALL": "C.UTF-8",
      ])
  }

  private func story(_ id: String, _ title: String) -> String {
    """
    {"understory": 1, "id": "\(id)", "title": "\(title)", "comments": [{"id": "1", "body": "bread"}]}
    """
  }

  @Test func whatTheProgramKeepsIsPrivate() throws {
    let folder = try Folder()
    try folder.write(story("t:one", "One"), to: "a.json")
    // Each database is looked at while it is open too: then its log is there.
    let outcome = try run(
      """
      umask 022; "$U" add a.json && "$U" mark read t:one 1 && "$U" search bread
      "$U" import a.json --output out.json
      find s d k -printf '%y %m\\n' | sort -u; stat -c %a out.json
      """, in: folder)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasSuffix("d 700\nf 600\n644\n"), "\(outcome.output)")
  }

  /// Byte E9 is é in Latin-1 and not UTF-8.
  @Test func aNameThatIsNotUTF8IsItself() throws {
    let folder = try Folder()
    try folder.write(story("t:one", "One"), to: "a.json")
    try folder.write(story("t:odd", "Odd"), to: "b.json")
    let outcome = try run(
      """
      N=$(printf 'caf\\351.json'); D=$(printf '%s/d\\351p' "$W"); mkdir "$D"
      cp a.json "$N"; "$U" show "$N" | head -1
      "$U" import "$N" --output "$D/$N"; "$U" show "$D/$N" | head -1
      XDG_DATA_HOME=$D XDG_STATE_HOME=$D XDG_CACHE_HOME=$D "$U" add "$N"
      XDG_DATA_HOME=$D XDG_STATE_HOME=$D XDG_CACHE_HOME=$D "$U" mark read t:one 1
      XDG_DATA_HOME=$D XDG_STATE_HOME=$D XDG_CACHE_HOME=$D "$U" search bread | head -1
      mkdir -p d/understory; cp b.json "d/understory/$N"; "$U" list
      mkdir -p "$D/understory/themes"; printf 'inherits = "dark"\\n' > "$D/understory/themes/mine.toml"
      XDG_CONFIG_HOME=$D "$U" themes | grep -c mine; "$U" config --check "$D/none" 2>&1
      "$U" remove t:odd; find . -name '*.json' -o -name '*.sqlite' | LC_ALL=C sort | LC_ALL=C sed -n l
      """, in: folder)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "One" || lines.first == "# One", "\(outcome.output)")
    #expect(outcome.output.contains("1 comment marked read"))
    #expect(outcome.output.contains("t:odd"))
    #expect(outcome.errors == "")
    #expect(
      lines.filter { $0.hasSuffix("$") } == [
        "./a.json$", "./b.json$", "./caf\\351.json$", "./d\\351p/caf\\351.json$",
        "./d\\351p/understory/marks.sqlite$", "./d\\351p/understory/search.sqlite$",
        "./d\\351p/understory/t:one.json$", "./s/understory/marks.sqlite$",
      ], "\(outcome.output)")
  }
}
