import DiscussionModel
import Testing
import WebAddresses

@testable import Sites

@Suite struct BlueskyTests {
  static func request(_ author: String, _ key: String) -> String {
    "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=1000&parentHeight=0&uri="
      + "at%3A%2F%2F\(author)%2Fapp.bsky.feed.post%2F\(key)"
  }

  static func uri(_ author: String, _ key: String) -> String {
    "at://did:plc:\(author)/app.bsky.feed.post/\(key)"
  }

  static func post(
    _ author: String, _ key: String, _ text: String, count: Int = 0, more: String = "",
    record: String = "", replies: String...
  ) -> String {
    """
    {"$type": "app.bsky.feed.defs#threadViewPost", "post": {"uri": "\(uri(author, key))",
      "author": {"did": "did:plc:\(author)", "handle": "\(author).example", "displayName": ""},
      "record": {"text": "\(text)", "createdAt": "2026-11-01T06:00:00.000Z"\(record)}, "replyCount": \(count),
      "likeCount": 2\(more)}, "replies": [\(replies.joined(separator: ","))]}
    """
  }

  static func thread(_ post: String) -> String { #"{"thread": \#(post)}"# }

  static let link = "https://bsky.app/profile/ann.example/post/r1"
  static let deep = post("cy", "c2", "é", count: 1)
  static let top = thread(
    post(
      "ann", "r1", "👩‍💻 see e.org", count: 4,
      record:
        #", "facets": [{"index": {"byteStart": 16, "byteEnd": 21}, "features": [{"uri": "https://e.org/<"}]}]"#,
      replies: post("bob", "c1", "<b>", count: 1, replies: deep),
      #"{"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://did:plc:eve/app.bsky.feed.post/x1", "blocked": true}"#,
      #"{"$type": "app.bsky.feed.defs#notFoundPost", "uri": "at://did:plc:eve/app.bsky.feed.post/x2", "notFound": true}"#
    ))
  static let below = thread(
    post("cy", "c2", "é", count: 1, replies: post("ann", "c3", "deep\\nest")))
  static let site = FakeSite([
    request("ann.example", "r1"): top, request("did%3Aplc%3Acy", "c2"): below,
  ])

  /// Where the site ends although there are replies, it is asked again there.
  @Test func aThreadIsFollowedDown() throws {
    let (fetched, asked) = try Self.site.open(Self.link)
    #expect(asked == [Self.request("ann.example", "r1"), Self.request("did%3Aplc%3Acy", "c2")])
    let found = fetched.discussion
    #expect(found.id == "bluesky:did:plc:ann/r1")
    #expect(found.title == "👩‍💻 see e.org")
    #expect(found.author == "ann.example")
    #expect(
      found.body?.text == "<p>👩‍💻 see <a href=\"https://e.org/&lt;\">e.org</a></p>")
    #expect(
      found.comments.map(\.id) == [
        "did:plc:bob/c1", "did:plc:cy/c2", "did:plc:eve/x1", "did:plc:eve/x2", "did:plc:ann/c3",
      ])
    #expect(
      found.comments.map(\.parent) == [
        nil, "did:plc:bob/c1", nil, nil, "did:plc:cy/c2",
      ])
    #expect(found.comments.map(\.state) == [.visible, .visible, .deleted, .deleted, .visible])
    #expect(found.comments[0].body?.text == "<p>&lt;b&gt;</p>")
    #expect(found.comments[4].body?.text == "<p>deep<br>est</p>")
    #expect(found.comments[4].details?.badges == ["OP"])
    #expect(found.notice == "1 more comment not in this file")
    #expect(found.comments.allSatisfy { $0.details?.missingReplies == nil })
  }

  /// The link of a reply leads to the post that begins the thread.
  @Test func aReplyOpensItsThread() throws {
    var site = Self.site
    let root =
      #", "reply": {"root": {"uri": "\#(Self.uri("ann", "r1"))"}, "parent": {"uri": "\#(Self.uri("ann", "r1"))"}}"#
    site[Self.request("bob.example", "c1")] = Self.thread(
      Self.post("bob", "c1", "<b>", count: 1, record: root))
    site[Self.request("did%3Aplc%3Aann", "r1")] = Self.top
    let (fetched, asked) = try site.open("https://bsky.app/profile/bob.example/post/c1")
    #expect(asked.count == 3)
    #expect(fetched.comment == "did:plc:bob/c1")
    #expect(fetched.discussion.id == "bluesky:did:plc:ann/r1")
  }

  @Test func whatAPostShowsBelow() throws {
    let embed = """
      , "labels": [{"val": "graphic-media"}], "embed": {"media": {"images": [{"alt": "A pier", "fullsize": "https://e.org/p"}]},
        "record": {"record": {"uri": "\(Self.uri("fay", "q1"))", "author": {"handle": "fay.example"},
        "value": {"text": "Quoted"}}}}
      """
    let found = try FakeSite([
      Self.request("ann.example", "r1"): Self.thread(Self.post("ann", "r1", "", more: embed))
    ]).open(Self.link).fetched.discussion
    #expect(
      found.body?.text == """
        <p></p><p><a href="https://e.org/p">picture: A pier</a></p><blockquote><p><a \
        href="https://bsky.app/profile/did:plc:fay/post/q1">fay.example</a></p><p>Quoted</p></blockquote>
        """)
    #expect(found.title == "A post by ann.example")
    #expect(found.notice == "Labels: graphic-media")
  }

  @Test(arguments: [
    "https://bsky.app/profile/ann.example", "https://bsky.app/profile/a%2Fb/post/c",
    "https://bsky.app/profile/ann.example/post/%2E%2E", "https://bsky.app/",
  ])
  func otherPages(url: String) {
    #expect(
      Self.site.refusal(url) == .noDiscussion(expected: "https://bsky.app/profile/NAME/post/ID"))
  }
}
