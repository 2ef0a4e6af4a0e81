import Foundation
import RunningPrograms
import Testing

/// Links that are shown or read, against a server of this machine.
@Suite struct OpenedLinkTests {
  @Test func aLinkIsShown() throws {
    let web = try FetchCommandTests.Web([
      "1": [FetchCommandTests.story(2), TestServer.Answer("", status: 500)]
    ])
    for command in [["show"], []] {
      let outcome = try Program.run(
        command + [FetchCommandTests.link], environment: web.environment)
      #expect(outcome.output.contains("A 中 title"))
      #expect(outcome.output.contains("2 comments"))
      #expect(outcome.status == 0)
      // The second time it cannot be had, and is shown as it was kept.
      #expect(
        outcome.errors
          == (command == []
            ? """
            understory: https://lobste.rs/s/1.json: the site failed (status 500); \
            showing the copy in the library

            """ : ""))
    }
    let other = try web.run("show", FetchCommandTests.link.dropLast() + "2")
    #expect(other.output == "")
    #expect(other.status == 1)
  }

  /// (the id, its page, a comment's id, what opens the discussion at that comment).
  private static let kept: [(id: String, page: String, comment: String, arguments: [String])] = [
    (
      "hn:1", "https://news.ycombinator.com/item?id=1", "115",
      [
        "https://news.ycombinator.com/item?id=1#115", "https://news.ycombinator.com/item?id=115",
        "http://news.ycombinator.com/item?id=115", "hn:1#115",
      ]
    ),
    (
      "reddit:abc", "https://www.reddit.com/r/x/comments/abc/a_title/", "k5",
      [
        "https://www.reddit.com/r/x/comments/abc/a_title/k5/",
        "https://old.reddit.com/r/x/comments/abc/_/k5", "reddit:abc#k5",
      ]
    ),
    (
      "lobsters:abcdef", "https://lobste.rs/s/abcdef/a_title", "zz9",
      [
        "https://lobste.rs/s/abcdef/a_title#c_zz9", "https://lobste.rs/c/zz9",
        "lobsters:abcdef#c_zz9",
      ]
    ),
    (
      "discourse:forum.example/9", "https://forum.example/t/a-title/9", "5",
      ["https://forum.example/t/a-title/9/5", "discourse:forum.example/9#5"]
    ),
    (
      "lemmy:lemmy.example/7", "https://lemmy.example/post/7", "77",
      [
        "https://lemmy.example/post/7/77", "https://lemmy.example/comment/77",
        "lemmy:lemmy.example/7#77",
      ]
    ),
    (
      "mastodon:social.example/100", "https://social.example/@ann/100", "105",
      ["https://social.example/@bob/105", "mastodon:social.example/100#105"]
    ),
    (
      "github:o/r/3", "https://github.com/o/r/issues/3", "issuecomment-12345",
      [
        "https://github.com/o/r/issues/3#issuecomment-12345", "github:O/R/3#issuecomment-12345",
        "github:o/r/3#12345",
      ]
    ),
  ]

  /// What is kept opens without a network, however it came, by each link and id that names it.
  @Test(arguments: kept.indices)
  func whatIsKeptOpensWithoutANetwork(index: Int) throws {
    let kept = Self.kept[index]
    let folder = try Folder()
    // Nothing listens there.
    let environment = [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "https_proxy": "http://127.0.0.1:9",
    ]
    var comments = (0..<20).map { "{\"id\": \"x\($0)\", \"body\": \"words \($0)\"}" }
    comments.insert(
      "{\"id\": \"\(kept.comment)\", \"parent\": \"x10\", \"body\": \"The target 中\"}", at: 11)
    try folder.write(
      """
      {"understory": 1, "id": "\(kept.id)", "title": "A title", "url": "\(kept.page)",
       "comments": [\(comments.joined(separator: ", "))]}
      """, to: "in.json")
    #expect(
      try Program.run(["add", folder.path + "/in.json"], environment: environment).status == 0)
    for argument in kept.arguments {
      let reader = try LoneReader([argument], state: try Folder(), environment: environment)
      let screen = try reader.wait(for: "The target")
      #expect(screen.split(separator: "\n").contains { $0.hasPrefix("▌") && $0.contains("#12") })
      reader.type("q")
      #expect(reader.end() == 0, "\(argument)")
    }
    for argument in [kept.page, kept.id] {
      let reader = try LoneReader([argument], state: try Folder(), environment: environment)
      try reader.wait(for: "21 comments")
      reader.type("q")
      #expect(reader.end() == 0, "\(argument)")
    }
  }

  @Test func aLinkToACommentOpensThere() throws {
    let web = try FetchCommandTests.Web(["1": [FetchCommandTests.story(9)]])
    let reader = try LoneReader(
      [FetchCommandTests.link + "#c_115"], state: web.folder, environment: web.environment)
    try reader.wait(for: "66 % · 9 unread")
    #expect(reader.screen.text.contains("▌  A 中 title") == false)
    reader.type("q")
    #expect(reader.end() == 0)
    // By its id it opens where it was left, and nothing is asked.
    let again = try LoneReader(["lobsters:1"], state: web.folder, environment: web.environment)
    try again.wait(for: "66 % · 9 unread")
    again.type("q")
    #expect(again.end() == 0)
    #expect(web.server.requests.count == 1)
    let missing = try LoneReader(
      [FetchCommandTests.link + "#c_7"], state: web.folder, environment: web.environment)
    try missing.wait(for: "comment 7 is not in this discussion")
    missing.type("q")
    #expect(missing.end() == 0)
  }
}
