import Foundation
import RunningPrograms
import Testing

/// Files of other programs, read by every command that reads a discussion.
@Suite struct FormatsTests {
  private static let story = """
    {"id": 7, "created_at": "2019-03-08T10:00:00.000Z", "type": "story", "author": "ann", "title": "Bees 中",
     "url": null, "text": "Why?", "points": 9, "children": [
      {"id": 8, "created_at": "2019-03-08T11:00:00.000Z", "type": "comment", "author": "bo", "text": "Honey",
       "points": "3", "children": []}]}
    """

  private static func topic(_ post: Int, title: String = "") -> String {
    """
    {"post_stream": {"posts": [{"post_number": \(post), "username": "user\(post)", "cooked": "post \(post)",
       "topic_id": 5, "created_at": "2019-03-08T10:0\(post):00Z"}]}, "id": 5, \(title) "posts_count": 4}
    """
  }

  @Test func everyCommandReadsThemDirectly() throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "item")
    let path = folder.path + "/item"
    let state = ["XDG_STATE_HOME": folder.path]
    for arguments in [["show", path], [path]] {
      let shown = try Program.run(arguments)
      #expect(shown.status == 0)
      #expect(shown.output.hasPrefix("Bees 中\nby ann · 8 Mar 2019\n"))
      #expect(shown.output.contains("Honey"))
      #expect(
        shown.errors
          == "understory: 1 number written as a string, such as children[0].points\n")
    }
    #expect(
      try Program.run(["mark", "read", path, "1"], environment: state).output
        == "1 comment marked read\n")
    #expect(try Program.run(["status", path], environment: state).status == 0)
  }

  /// What was marked in a site's file is marked in the discussion that is made of it.
  @Test func marksGoByTheDiscussionNotTheFile() throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "item")
    let state = ["XDG_STATE_HOME": folder.path + "/state"]
    _ = try Program.run(["mark", "read", folder.path + "/item", "--all"], environment: state)
    _ = try Program.run(["import", folder.path + "/item", "--output", folder.path + "/own.json"])
    let one = try Program.run(["status", folder.path + "/item"], environment: state)
    let other = try Program.run(["status", folder.path + "/own.json"], environment: state)
    #expect(one.output == other.output)
    #expect(!one.output.isEmpty)
  }

  @Test func standardInputAndSeveralFilesAreRead() throws {
    let folder = try Folder()
    try folder.write(Self.topic(1, title: "\"title\": \"Wasps\","), to: "1.json")
    try folder.write(Self.topic(2), to: "2.json")
    let files = [folder.path + "/1.json", folder.path + "/2.json"]
    let shown = try Program.run(["show"] + files)
    #expect(shown.output.hasPrefix("Wasps\n"))
    #expect(shown.output.contains("post 2"))
    let both = try folder.read("1.json") + folder.read("2.json")
    #expect(try Program.run(["-"], input: both).output == shown.output)
    let imported = try Program.run(
      ["import"] + files + ["--host", "talk.example", "--output", folder.path + "/o"])
    #expect(
      imported.output == """
        1 comment, 1 at top level, 1 level
        1 comment read + 2 not in this file = 3; the source says 3

        """)
    #expect(try folder.read("o").contains("\"id\": \"discourse:talk.example/5\""))
  }

  @Test func whatIsKnownIsListed() throws {
    let list = try Program.run(["formats"])
    #expect(list.status == 0)
    #expect(
      list.output.contains("lobsters: a Lobsters story\n    curl https://lobste.rs/s/ID.json\n"))
    #expect(
      list.output.contains("\nBluesky\n  Links                 bsky.app/profile/NAME/post/ID\n"))
    let folder = try Folder()
    try folder.write("no discussion", to: "text")
    let outcome = try Program.run([folder.path + "/text"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "understory: \(folder.path)/text:1:1: expected a discussion in a form"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func aFormatMayBeSaid() throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "item")
    let path = folder.path + "/item"
    let right = try Program.run(["import", path, "--format", "hackernews", "--id", "mine:1"])
    #expect(right.output.contains("\"id\": \"mine:1\""))
    let unknown = try Program.run(["import", path, "--format", "usenet"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("expected one of native, hackernews, "))
  }

  @Test func theFileAtFaultIsNamed() throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "good.json")
    try folder.write("{\"id\": 1,\n  oops}", to: "bad.json")
    let outcome = try Program.run(["show", folder.path + "/good.json", folder.path + "/bad.json"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "understory: \(folder.path)/bad.json:2:3: expected a member name in quotes\n")
  }

  @Test(.needsShared) func everyCorpusFileIsShown() throws {
    let corpora = Program.shared + "/corpora"
    let names = try FileManager.default.subpathsOfDirectory(atPath: corpora)
      .filter { $0.hasSuffix("json") }
    #expect(names.count == 14)
    for name in names {
      let outcome = try Program.run(["show", corpora + "/" + name])
      #expect(outcome.status == 0, "\(name)")
      #expect(outcome.errors == "", "\(name)")
      #expect(
        outcome.output.unicodeScalars.allSatisfy { scalar in
          scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value)
        }, "\(name)")
    }
  }
}
