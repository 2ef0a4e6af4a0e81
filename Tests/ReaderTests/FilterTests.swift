import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// A line of a filter: its terms, or what is wrong with it.
@Suite struct FilterTests {
  private static let now: Int64 = 1_000_000

  private static func text(_ source: String) -> Filter.Term {
    (try? Pattern(source)).map { .text($0) } ?? .unread
  }

  /// What the words may have meant, if nothing matches them.
  @Test(arguments: [
    ("is:unread", "is: is not a filter, so the words were searched for"),
    ("unraed", "did you mean unread?"),
    ("Shed", "a capital letter makes the search case-sensitive"),
    ("shed", nil), ("https://a.example/b", nil), ("auther:ann", "did you mean author:?"),
    ("\"unraed\"", nil), ("\"auther:ann\"", nil), ("\"is: so\"", nil),
    ("\"Shed\"", "a capital letter makes the search case-sensitive"), ("now", nil),
  ])
  func adviceOnWords(line: String, advice: SafeText?) throws {
    #expect(try Filter(line, now: Self.now).advice == advice)
  }

  @Test(
    arguments: [
      ("unread", [.unread]), ("new starred", [.new, .starred]), ("author:Ann", [.author("ann")]),
      ("author:\"Ann Lee\" unread", [.author("ann lee"), .unread]), (">3", [.scoreAbove(3)]),
      (">-2", [.scoreAbove(-2)]), ("since:1970-01-02", [.since(86_400)]),
      ("since:2h", [.since(992_800)]), ("since:3d", [.since(740_800)]),
      ("since:1w", [.since(395_200)]),
      ("roof", [text("roof")]), ("two words", [text("two"), text("words")]),
      ("\"two words\"", [text("two words")]), ("/a b/", [text("/a b/")]),
      ("/a \"b\"/ new", [text("/a \"b\"/"), .new]), ("\"unread\"", [text("unread")]),
      ("\">3\"", [text(">3")]), ("and/or", [text("and/or")]), ("/etc", [text("/etc")]),
      ("author:é", [.author("é")]), ("中 👩‍💻", [text("中"), text("👩‍💻")]), ("  unread  ", [.unread]),
      ("\"open", [text("open")]),
      ("unread\u{3000}大阪\u{A0}new\tshed", [.unread, text("大阪"), .new, text("shed")]),
      ("science:fiction", [text("science:fiction")]), ("auther:ann", [text("auther:ann")]),
      ("unread:", [text("unread:")]), ("author", [text("author")]),
      ("author:\"Ann\u{3000}Lee\"", [.author("ann\u{3000}lee")]), ("Unread", [text("Unread")]),
    ] as [(String, [Filter.Term])])
  func terms(line: String, terms: [Filter.Term]) throws {
    #expect(try Filter(line, now: Self.now).terms == terms)
  }

  @Test(arguments: [
    ("author:", "author: expected a name"), ("author:\"\"", "author: expected a name"),
    (">many", "> expected a score, a whole number; found many"),
    (">", "> expected a score, a whole number; found nothing"),
    ("since:soon", "since: expected a date (2017-01-27) or an age (3d, 12h, 2w)"),
    ("since:-3d", "since: expected a date (2017-01-27) or an age (3d, 12h, 2w)"),
    ("unread /(/", "not a regular expression: missing closing parenthesis at character 1"),
    ("/[b-a]/", "not a regular expression: range out of order in character class at character 4"),
    ("/a)b/", "not a regular expression: unmatched closing parenthesis at character 2"),
    ("/é)/", "not a regular expression: unmatched closing parenthesis at character 2"),
  ])
  func problems(line: String, message: String) {
    #expect(throws: Filter.Problem(message: SafeText(message))) {
      try Filter(line, now: Self.now)
    }
  }
}
