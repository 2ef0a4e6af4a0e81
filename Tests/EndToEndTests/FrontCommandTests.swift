import Foundation
import RunningPrograms
import Testing

/// `understory front`, against a server that lists stories as Lobsters does.
struct FrontCommandTests {
  private static let list = """
    [{"short_id": "ab12cd", "title": "Raku at home", "url": "https://kiln.example/raku", "score": 41,
      "comment_count": 4, "submitter_user": "dee", "tags": ["ceramics"],
      "created_at": "2026-05-01T08:00:00.000-05:00"},
     {"short_id": "ef34", "title": "Wha\\u0007t do you fire?", "url": "", "score": 8, "comment_count": 0,
      "submitter_user": "eli", "tags": []}]
    """

  private static let story = """
    {"short_id": "ab12cd", "title": "Raku at home", "comment_count": 1, "submitter_user": "dee",
     "comments_url": "https://lobste.rs/s/ab12cd/raku", "comments": [
       {"short_id": "c1", "comment": "<p>Hot.</p>", "commenting_user": "eli", "depth": 0,
        "created_at": "2026-05-01T09:00:00.000-05:00"}]}
    """

  private func desk() throws -> WebDesk {
    try WebDesk(
      [
        "/hottest.json": [
          TestServer.Answer(Self.list), TestServer.Answer(Self.list), TestServer.Answer(Self.list),
        ],
        "/s/ab12cd.json": [TestServer.Answer(Self.story)],
      ], standingInFor: ["lobste.rs"])
  }

  @Test func aLineForEachDiscussion() throws {
    let desk = try desk()
    let before = try desk.run("front", "lobsters")
    #expect(before.errors == "")
    #expect(
      before.output == """
            41      4         https://lobste.rs/s/ab12cd  Raku at home [ceramics] (kiln.example)
             8      0         https://lobste.rs/s/ef34    Wha␇t do you fire?

        """)
    _ = try desk.run("fetch", "https://lobste.rs/s/ab12cd")
    // Of four comments one is there, and unread.
    #expect(try desk.run("front", "lobsters").output.hasPrefix("    41      4     +3  https"))
  }

  @Test func asJSON() throws {
    let desk = try desk()
    let output = try desk.run("front", "lobsters", "--json").output
    let page = try JSONDecoder().decode(Page.self, from: Data(output.utf8))
    #expect(page.title == "Lobsters")
    #expect(page.next == nil)
    #expect(page.discussions.map(\.link).first == "https://lobste.rs/s/ab12cd")
    #expect(page.discussions.map(\.published).first == "2026-05-01T13:00:00Z")
  }

  private struct Page: Decodable {
    var title: String
    var next: String?
    var discussions: [Discussion]

    struct Discussion: Decodable {
      var link: String
      var published: String?
    }
  }

  @Test func whatIsNoFrontPageIsNamed() throws {
    let desk = try desk()
    let outcome = try desk.run("front", "kiln")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "understory: kiln: expected the address of a front page, or one of hn,"))
    #expect(desk.asked() == [])
  }
}
