import Sites
import DiscussionModel
import Testing

/// Answers of real servers, where they lie beside the project: what is known of each, counted.
@Suite(
  .enabled(if: Corpora.areThere, "../shared/corpora, which is no part of the project, is not there")
)
struct CorporaTests {
  @Test(
    arguments: [
      ("hackernews-algolia/item-1.json", "hn:1", 20, 6, 0, nil),
      ("hackernews-algolia/item-38673654.json", "hn:38673654", 65, 6, 0, nil),
      ("hackernews-algolia/item-38628184.json", "hn:38628184", 153, 7, 0, nil),
      ("hackernews-firebase/items-38673654.ndjson", "hn:38673654", 65, 6, 0, 62),
      ("reddit/movies-listing.json", "reddit:1lihub", 198, 6, 175, 363),
      ("reddit/self-listing.json", "reddit:1cebxh", 199, 10, 1663, 1655),
      ("reddit/morechildren.json", "reddit:hbo4a7", 50, 4, 1021, nil),
      ("lobsters/donlgu-indent_level.json", "lobsters:donlgu", 3, 2, 0, 3),
      ("lobsters/tdfoqh-depth.json", "lobsters:tdfoqh", 10, 3, 0, 10),
      ("discourse/topic-1148.json", "discourse:discourse.mozilla-community.org/1148", 19, 4, 2, 21),
      (
        "discourse/topic-gem-fixture.json",
        "discourse:this-site-is-a-sandbox-it-is-reset-every-day/57", 3, 1, 0, 3
      ),
      ("lemmy/comment-list.json", "lemmy:voyager.lemmy.ml/3998+30391+39204+39509", 10, 3, 0, nil),
      (
        "mastodon/context-with-token.json", "mastodon:fosstodon.org/114026814291152535", 3, 2, 0,
        nil
      ),
      ("github/pull-comments.json", "github:zhquan_example/repo/2", 4, 1, 0, nil),
    ] as [(String, String, Int, Int, Int, Int?)])
  func everyFileIsWhole(
    name: String, id: String, count: Int, levels: Int, missing: Int, source: Int?
  ) throws {
    let bytes = try #require(Corpora.bytes(name))
    let found = try AnyImport.discussion(of: [ImportFile(name: name, bytes: bytes)])
    let thread = Thread(of: found.discussion.comments)
    #expect(found.discussion.id == id)
    #expect(thread.count == count)
    #expect((thread.depths.max() ?? 0) + 1 == Int32(levels))
    #expect(found.account?.missing == missing)
    #expect(found.account?.source == source)
    #expect(found.warnings == [])
    #expect(found.discussion.comments.allSatisfy { $0.body != nil || $0.state == .deleted })
    #expect(
      found.discussion.comments.allSatisfy { $0.published.flatMap { Moment($0.text) } != nil })
    #expect(
      Set(found.discussion.comments.indices.map { found.discussion.number(of: $0) }).count == count)
    let written = DiscussionFile.encode(found.discussion)
    #expect(try DiscussionFile.decode(written).discussion == found.discussion)
  }

  /// Both forms of the same discussion have the same comments, so that marks made in one hold in the other.
  @Test func theTwoFormsOfHackerNewsAgree() throws {
    let names = [
      "hackernews-algolia/item-38673654.json", "hackernews-firebase/items-38673654.ndjson",
    ]
    let outlines = try names.map { name in
      let bytes = try #require(Corpora.bytes(name))
      let discussion = try AnyImport.discussion(of: [ImportFile(name: name, bytes: bytes)])
        .discussion
      return Set(discussion.comments.map { [$0.id, $0.parent, $0.author, $0.state.rawValue] })
    }
    #expect(outlines[0] == outlines[1])
  }

  @Test func noFileTrapsWhereverItIsCut() throws {
    for name in ["lobsters/donlgu-indent_level.json", "mastodon/context-with-token.json"] {
      let bytes = try #require(Corpora.bytes(name))
      for end in stride(from: 0, to: bytes.count, by: 97) {
        _ = try? AnyImport.discussion(of: [ImportFile(name: name, bytes: Array(bytes[..<end]))])
      }
    }
  }
}

/// Files beside the package's root.
enum Corpora {
  static let areThere = bytes("README.md") != nil

  /// The bytes of a file; nil when it cannot be read.
  static func bytes(_ name: String) -> [UInt8]? { Seed.bytes(beside: "corpora/\(name)") }
}
