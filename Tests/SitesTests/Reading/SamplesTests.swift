import DiscussionModel
import Testing

@testable import Sites

/// Small responses of each site, where they lie beside the project: how many comments, levels and missing comments each
/// has, and what else must be found in it.
@Suite(
  .enabled(if: Samples.areThere, "../shared/sites, which is not a part of the project, is missing"))
struct SamplesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var names: [String]
    var id: String
    var comments: Int
    var levels: Int
    var missing = 0
    /// Texts that must be in it.
    var texts: [String] = []
    var testDescription: String { names.joined(separator: " ") }
  }

  static let rows = [
    Row(
      names: ["reddit/poll-2020.json"], id: "reddit:ga3hiq", comments: 0, levels: 0,
      texts: ["Yes", "No", "3"]),
    Row(names: ["reddit/gallery-2020.json"], id: "reddit:huw6vs", comments: 0, levels: 0),
    Row(
      names: ["reddit/gallery-2025.json"], id: "reddit:1khu9tf", comments: 0, levels: 0,
      texts: ["picture 3", "A JPG image.", "A PNG image.", "with a link to <https://example.com>"]),
    Row(
      names: ["reddit/image-2025.json"], id: "reddit:1kh2top", comments: 0, levels: 0,
      texts: ["*with markdown selftext*"]),
    Row(
      names: ["reddit/video-2025.json"], id: "reddit:1khufe0", comments: 0, levels: 0,
      texts: ["*with markdown selftext*"]),
    Row(
      names: ["reddit/url-self-2025.json"], id: "reddit:1kh35wk", comments: 0, levels: 0,
      texts: ["*with markdown selftext*"]),
    Row(
      names: ["reddit/xpost-2019.json"], id: "reddit:c27k6l", comments: 0, levels: 0,
      texts: ["Crossposted from", "6vx01b"]),
    Row(names: ["reddit/inline-media.json"], id: "reddit:mcqjl8", comments: 2, levels: 1),
    Row(
      names: ["reddit/one-2025.json"], id: "reddit:1j7g9uj", comments: 67, levels: 4, missing: 161),
    Row(
      names: ["reddit/more-1-listing.json"], id: "reddit:abc123", comments: 2, levels: 2,
      missing: 7,
      texts: ["21", "9"]),
    Row(
      names: ["reddit/more-1-listing.json", "reddit/more-2-answer.json"], id: "reddit:abc123",
      comments: 5,
      levels: 3, missing: 4),
    Row(
      names: [
        "reddit/more-1-listing.json", "reddit/more-2-answer.json", "reddit/more-3-answer.json",
      ], id: "reddit:abc123", comments: 7, levels: 3, missing: 3),
    Row(names: ["reddit/comments.rss"], id: "reddit:abc123", comments: 3, levels: 1),
    Row(names: ["reddit/arctic-tree.json"], id: "reddit:abc", comments: 2, levels: 2, missing: 2),
    Row(
      names: ["lemmy/v4-post.json", "lemmy/v4-comment-list.json"], id: "lemmy:lemmy.example/1",
      comments: 2, levels: 2, texts: ["Big"]),
    Row(
      names: ["lemmy/piefed-post.json", "lemmy/piefed-comment-list.json"],
      id: "lemmy:piefed.social/1", comments: 2, levels: 2, texts: ["Pie title"]),
    Row(names: ["discourse/topic-cooked.json"], id: "discourse:t/9", comments: 11, levels: 1),
    Row(
      names: ["mastodon/status-with-quote.json"], id: "mastodon:localhost:3000/117020582925004921",
      comments: 0, levels: 0,
      texts: ["yoooooooo", "Toot!"]),
    Row(
      names: ["mastodon/status-quote-revoked.json"],
      id: "mastodon:localhost:3000/117020583080889590", comments: 0, levels: 0),
    Row(
      names: ["mastodon/status-with-card.json"], id: "mastodon:mastodon.social/110447098625216345",
      comments: 0, levels: 0),
    Row(
      names: ["github/org-discussion.json", "github/org-discussion-comments.json"],
      id: "github:community/community/176086", comments: 2, levels: 2, missing: 1),
    Row(
      names: ["gitea/issue4-comments.json"], id: "forge:gitea.com/gitea/test_repo/4", comments: 2,
      levels: 1),
    Row(names: ["gitlab/issue2-discussions.json"], id: "gitlab:unknown/2", comments: 1, levels: 1),
    Row(names: ["lobsters/story-abc123.json"], id: "lobsters:abc123", comments: 2, levels: 2),
    Row(
      names: ["bluesky/thread-authored.json"], id: "bluesky:did:plc:ann/r1", comments: 14,
      levels: 10, missing: 3),
    Row(
      names: ["bluesky/thread-recorded.json"],
      id: "bluesky:did:plc:kvwvcn5iqfooopmyzvb4qzba/3kaheyt6vpc22", comments: 0, levels: 0),
    Row(
      names: ["stackexchange/question.json"], id: "stackexchange:diy.stackexchange.com/70",
      comments: 4, levels: 2),
  ]

  @Test(arguments: rows) func everyDiscussionIsWhole(row: Row) throws {
    let files = try row.names.map { ImportFile(name: $0, bytes: try #require(Samples.bytes($0))) }
    let found = try AnyImport.discussion(of: files)
    let discussion = found.discussion
    let thread = Thread(of: discussion.comments)
    #expect(discussion.id == row.id)
    #expect(thread.count == row.comments)
    #expect((thread.depths.max().map { Int($0) + 1 } ?? 0) == row.levels)
    #expect(found.account?.missing ?? 0 == row.missing)
    let text = "\(discussion.title) \(discussion.body?.text ?? "") \(discussion.notice ?? "")"
    for wanted in row.texts { #expect(text.contains(wanted), "\(wanted) in \(text)") }
    let written = DiscussionFile.encode(discussion)
    #expect(try DiscussionFile.decode(written).discussion == discussion)
  }

  /// An error or a wall is never a discussion.
  @Test(arguments: [
    ("discourse/not-logged-in-403.json", 403), ("discourse/invalid-access-403.json", 403),
    ("discourse/not-found-404.json", 404), ("discourse/rate-limit-429.json", 429),
    ("lemmy/error-400.json", 400), ("stackexchange/error-throttled.json", 400),
    ("walls/anubis-200.html", 200), ("walls/cloudflare-403.html", 403),
    ("reddit/blocked-403.html", 403),
  ])
  func everyErrorIsOne(name: String, status: Int) throws {
    let body = try #require(Samples.bytes(name))
    #expect(throws: ImportError.self) {
      try AnyImport.discussion(of: [ImportFile(name: name, bytes: body)])
    }
    for link in ["https://lobste.rs/s/a", "https://a.example/t/7", "https://a.example/x.json"] {
      var site = FakeSite([:])
      for url in ["https://lobste.rs/s/a.json", "https://a.example/t/7.json", link] {
        site.answers[url] = SiteResponse(
          status: status, url: url,
          contentType: name.hasSuffix("l") ? "text/html" : "application/json",
          isChallenge: name.contains("cloudflare"), body: body)
      }
      #expect(throws: SiteError.self) { try site.open(link) }
    }
  }
}

/// Files beside the project.
private enum Samples {
  static let areThere = bytes("walls/anubis-200.html") != nil

  static func bytes(_ name: String) -> [UInt8]? { Seed.bytes(beside: "sites/samples/\(name)") }
}
