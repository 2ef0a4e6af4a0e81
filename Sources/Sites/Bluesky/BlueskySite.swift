import DiscussionModel
import WebAddresses

extension Site {
  static let bluesky = Site(
    about: SiteAbout(
      title: "Bluesky",
      opens: "posts of `bsky.app`",
      lacks: "no texts of blocked or deleted posts",
      links: "`bsky.app/profile/NAME/post/ID`",
      requests: """
        `public.api.bsky.app/xrpc/app.bsky.feed.getPostThread`, again if a thread goes \
        deeper than the ten levels in one response
        """,
      limits: "at most 100 requests; blocked and deleted posts only keep their places"),
    formats: [.bluesky],
    members: """
      $type alt author blocked byteEnd byteStart createdAt description did displayName embed
      external facets features fullsize handle images index labels likeCount media notFound
      parent playlist post record replies reply replyCount root text thread title uri val value
      """,
    ids: [SiteIDForm(prefix: "bluesky", title: "Bluesky")],
    hosts: SiteHosts(
      names: ["bsky.app", "www.bsky.app"], example: "https://bsky.app/profile/NAME/post/ID",
      interfaces: ["public.api.bsky.app"], plan: { BlueskyPlan($0) }))
}

extension DiscussionFormat {
  public static let bluesky = DiscussionFormat(
    "bluesky", title: "a Bluesky thread",
    commands: [
      "curl 'https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=1000&uri=URI'"
    ],
    signs: FormatSigns(alternatives: [[["thread", "post", "record"]]]),
    reader: .objects(BlueskyImport.draft))
}

/// The name of a post, `at://DID/app.bsky.feed.post/KEY`.
struct BlueskyPost: Hashable {
  /// Whose it is: an id, or in links also a name.
  let author: String
  let key: String

  /// Nil if one of them is not what names consist of.
  init?(author: String, key: String) {
    guard SiteID.isName(author.replacing(":", with: "")), SiteID.isName(key) else { return nil }
    self.author = author
    self.key = key
  }

  init?(uri: String?) {
    guard let parts = uri?.split(separator: "/"), parts.count == 4, parts[0] == "at:",
      parts[2] == "app.bsky.feed.post"
    else { return nil }
    self.init(author: String(parts[1]), key: String(parts[3]))
  }

  /// What its comment is called.
  var id: String { "\(author)/\(key)" }
  var page: String { "https://bsky.app/profile/\(author)/post/\(key)" }
}

/// A thread by `getPostThread`, which goes ten levels down: where it ends although there are replies, the post there is
/// requested in turn.
struct BlueskyPlan: FetchPlan {
  let format: DiscussionFormat? = .bluesky
  private(set) var comment: String?
  private let post: BlueskyPost
  /// The posts that were requested.
  private var requested: Set<BlueskyPost>

  private static let service = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
  /// At most this many posts are requested.
  private static let most = 100

  /// Reads a link; nil if it does not lead to a post.
  init?(_ address: WebURL) {
    let path = address.path
    guard path.count == 4, path[0] == "profile", path[2] == "post",
      let post = BlueskyPost(author: path[1], key: path[3])
    else { return nil }
    self.post = post
    requested = [post]
  }

  var firstRequests: [PageRequest] { [Self.request(post)] }
  var options: ImportOptions { ImportOptions(format: format) }

  /// A link may have the author's name in place of the id.
  func comment(in discussion: Discussion) -> String? {
    discussion.comments.first { $0.id.hasSuffix("/\(post.key)") }?.id
  }

  private static func request(_ post: BlueskyPost) -> PageRequest {
    let uri = PercentCoding.encode("at://\(post.author)/app.bsky.feed.post/\(post.key)")
    return PageRequest(url: "\(service)?depth=1000&parentHeight=0&uri=\(uri)")
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    var findings = Findings()
    let thread = response.items.first?["thread"]
    if response.request == firstRequests[0] {
      let root = thread?[["post", "record", "reply", "root", "uri"]]
      if let root = BlueskyPost(uri: findings.words(root)), requested.insert(root).inserted {
        comment = BlueskyPost(uri: findings.words(thread?[["post", "uri"]]))?.id
        return Reaction(isPart: false, next: [Self.request(root)])
      }
    }
    var next: [PageRequest] = []
    for node in BlueskyNode.all(in: thread, &findings) {
      guard requested.count < Self.most, findings.count(node.post?["replyCount"]) ?? 0 > 0,
        node.value["replies"]?.elements.contains(where: { _ in true }) != true,
        let post = node.name, requested.insert(post).inserted
      else { continue }
      next.append(Self.request(post))
    }
    return Reaction(next: next)
  }
}
