import DiscussionModel
import WebAddresses

/// Reddit: a post by `comments/ID`, and a comment that is not in that listing by its own.
///
/// Only those get listings who have a token; for the others there is a feed. Share links are asked where they lead.
struct RedditPlan: FetchPlan {
  private(set) var format: DiscussionFormat? = .reddit
  let feed: DiscussionFormat? = .redditFeed
  private(set) var comment: String?
  /// The post; nil while only a share link is known.
  private var post: String?
  private let link: String

  static let site = "https://www.reddit.com"
  static let service = "https://oauth.reddit.com"

  /// Reads a link; nil if it leads to no post.
  init?(_ address: WebURL) {
    link = Self.site + "/" + address.path.map { PercentCoding.encode($0) }.joined(separator: "/")
    if let (post, comment) = Self.names(in: address) {
      self.post = post
      self.comment = comment
    } else if address.path.count == 4, address.path[2] == "s", SiteID.isWord(address.path[3]),
      SiteID.isName(address.path[1]), ["r", "u", "user"].contains(address.path[0])
    {
      post = nil
    } else {
      return nil
    }
  }

  var discussion: String? { post.map { "reddit:\($0)" } }
  var firstRequests: [PageRequest] {
    post.map { [Self.request(of: $0)] } ?? [PageRequest(url: link, isRedirect: true)]
  }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction {
    guard response.request.isRedirect else {
      if response.items.isEmpty { format = .redditFeed }
      return Reaction()
    }
    if response.address?.path.first == "login" {
      throw SiteError(
        .signInRequired(help: Site.redditHosts.signInHelp ?? ""), url: response.request.url)
    }
    guard let address = response.address, Site.redditHosts.contains(address.host),
      let (post, comment) = Self.names(in: address)
    else {
      return Reaction(isPart: false)
    }
    self.post = post
    self.comment = comment
    return Reaction(isPart: false, next: [Self.request(of: post)])
  }

  mutating func requests(seeing discussion: Discussion) -> [PageRequest] {
    guard format == .reddit, let post, let comment,
      !discussion.comments.contains(where: { $0.id == comment })
    else {
      return []
    }
    return [PageRequest(url: Self.listing(of: post, comment: comment) + "&context=8")]
  }

  private static func request(of post: String) -> PageRequest {
    PageRequest(url: listing(of: post), withoutToken: "\(site)/comments/\(post)/.rss")
  }

  /// The address of a post's listing, or of that of one comment's.
  static func listing(of post: String, comment: String? = nil) -> String {
    let path = comment.map { "\(post)/_/\($0)" } ?? post
    return "\(service)/comments/\(path)?raw_json=1&limit=500"
  }

  /// The ids that an address names.
  private static func names(in address: WebURL) -> (post: String, comment: String?)? {
    var path = address.path
    if let last = path.popLast() {
      let name = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
      if !name.isEmpty { path.append(name) }
    }
    let rest: ArraySlice<String>
    if address.host.hasSuffix("redd.it") {
      rest = path.count == 1 ? path[...] : []
    } else if let mark = path.prefix(3).firstIndex(where: { $0 == "comments" || $0 == "gallery" }),
      mark != 1
    {
      rest = path[(mark + 1)...]
    } else {
      rest = []
    }
    guard let post = rest.first?.lowercased(), SiteID.isWord(post) else { return nil }
    let comment = rest.dropFirst(2).first?.lowercased()
    return (post, comment.flatMap { SiteID.isWord($0) ? $0 : nil })
  }
}
