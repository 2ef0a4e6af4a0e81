import Sites
import DiscussionModel
import Testing

/// Files that nobody would write: they give a discussion or a refusal, and never a trap.
@Suite struct HostileTests {
  static let fixtures = [
    AlgoliaTests.story, FirebaseTests.items.joined(separator: "\n"), RedditMoreTests.listing,
    LobstersTests.story(LobstersTests.comment("a", #""depth": 0"#)), DiscourseTests.first,
    LemmyTests.list(LemmyTests.view(12, "0.10.11.12"), LemmyTests.view(10, "0.10", children: 5)),
    MastodonTests.context(below: MastodonTests.below), GitHubTests.several,
    GitHubGraphTests.discussion,
  ]

  @Test(arguments: fixtures)
  func aFileCutAnywhere(fixture: String) {
    let bytes = Array(fixture.utf8)
    for end in stride(from: 0, to: bytes.count, by: 11) {
      _ = refusal(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  /// Every scalar of every fixture becomes something else, one after the other.
  @Test(arguments: fixtures)
  func valuesOfOtherTypes(fixture: String) {
    let starts = fixture.indices.filter {
      fixture[$0] == ":" || fixture[$0] == "[" || fixture[$0] == ","
    }
    for (place, start) in starts.enumerated() {
      let after = fixture.index(after: start)
      let rest = fixture[after...].drop { $0 == " " }
      guard let end = rest.firstIndex(where: { ",}]\n".contains($0) }) else { continue }
      let value = [
        "null", "-9223372036854775808", "9223372036854775807", "1e999", "[]", "{}", "\"\\ud800\"",
        "true", "\"\"",
        "[null,[[]],{}]", "\"9223372036854775807\"", "0.5",
      ][place % 12]
      let text = fixture[..<after] + value + fixture[end...]
      _ = refusal(String(text))
      for format in DiscussionFormat.allCases where place % 11 == 0 {
        _ = refusal(String(text), options: ImportOptions(format: format))
      }
    }
  }

  @Test func manyCopiesTakeNoLongerThanTheyMust() throws {
    let posts = (0..<2_000).map { LemmyTests.view($0 % 90 + 10, "0.\($0)", post: $0) }
    let lemmy = try read(#"{"comments": [\#(posts.joined(separator: ","))]}"#)
    #expect(lemmy.discussion.comments.count == 90)
    let issues = (0..<1_000).map { GitHubTests.comment($0 + 10, on: $0, by: "a") }
    let github = try read("[\(issues.joined(separator: ","))]")
    #expect(github.discussion.comments.count == 2_000)
    let mores = (0..<5_000).map { _ in RedditMoreTests.more("t1_a", 4, "a", "b") }
    let reddit = try read(
      RedditMoreTests.listing, RedditMoreTests.answer(mores.joined(separator: ",")))
    #expect(reddit.discussion.comments.count == 2)
  }

  /// Each of these says that it has as many replies as may be said.
  @Test func countsDoNotOverflow() throws {
    let most = 1_000_000_000_000
    let reddit = try read(
      RedditMoreTests.listing,
      RedditMoreTests.answer(
        RedditMoreTests.more("t1_a", most, "q"), RedditMoreTests.more("t1_a", most, "r"),
        RedditMoreTests.more("t3_p", most, "s"), RedditMoreTests.more("t3_p", -most, "t")))
    #expect(reddit.account?.missing == 3 * most + 13)
    #expect(reddit.account?.line.contains("\(3 * most + 13)") == true)
    let lemmy = try read(
      LemmyTests.list(
        LemmyTests.view(10, "0.10", children: most), LemmyTests.view(11, "0.10.11", children: most))
    )
    #expect(lemmy.account?.missing == most)
    let discourse = try read(
      DiscourseTests.first.replacing("\"posts_count\": 6", with: "\"posts_count\": -\(most)"))
    // What lists its posts still says how many there are.
    #expect(discourse.account?.source == 5)
    #expect(discourse.warnings.contains { $0.hasPrefix("1 number out of range") })
  }

  @Test func hostileTextStaysWhatItIs() throws {
    let found = try read(
      FindingsTests.comment(#""author": "a\u001b]0;x\u0007\u202e", "text": "\u009b2J <script>""#))
    #expect(try found.comment("3").author == "a\u{1B}]0;x\u{7}\u{202E}")
    #expect(try found.comment("3").body == "\u{9B}2J <script>")
  }
}
