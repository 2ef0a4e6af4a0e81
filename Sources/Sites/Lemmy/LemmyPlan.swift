import DiscussionModel
import WebAddresses

/// The interface of a server that links like Lemmy's lead to.
enum LemmyInterface: String, CaseIterable, Sendable {
  /// Lemmy from 1.0 on.
  case v4 = "api/v4"
  /// Lemmy before that; 1.0 has parts of it, in which every page of a list is the first.
  case v3 = "api/v3"
  /// PieFed.
  case alpha = "api/alpha"
}

/// Lemmy: a post by `post`, its comments by `comment/list`, page by page; the post of a comment by `comment`.
struct LemmyPlan: FetchPlan {
  let format: DiscussionFormat? = .lemmy
  private(set) var comment: String?
  private var pages: LemmyPages
  private let start: PageRequest
  private let post: String?
  private var host: String

  /// Reads a link; nil if it leads to no post.
  init?(_ address: WebURL, by interface: LemmyInterface) {
    let path = address.path
    guard 2...4 ~= path.count, SiteID.isNumber(path[1]) else { return nil }
    pages = LemmyPages(of: address, by: interface)
    switch path[0] {
    case "post":
      start = PageRequest(url: "\(pages.service)/post?id=\(path[1])")
      post = path[1]
      comment = path.count > 2 ? path.last.flatMap { SiteID.isNumber($0) ? $0 : nil } : nil
    case "comment":
      start = PageRequest(url: "\(pages.service)/comment?id=\(path[1])")
      post = nil
      comment = path[1]
    default: return nil
    }
    host = address.authority
  }

  var discussion: String? { post.map { "lemmy:\(host)/\($0)" } }
  var firstRequests: [PageRequest] { [start] }
  var options: ImportOptions { ImportOptions(format: format, host: host) }
  var total: Int? { pages.total.map { $0 + 1 } }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction {
    var findings = Findings()
    let item = response.items.first
    if response.request == start { host = response.address?.authority ?? host }
    if let view = item?["post_view"], let id = findings.id(view[["post", "id"]]),
      SiteID.isNumber(id)
    {
      let count =
        findings.count(view[["counts", "comments"]]) ?? findings.count(view[["post", "comments"]])
      return Reaction(next: count == 0 ? [] : [pages.begin(with: "post_id=\(id)", count: count)])
    }
    if response.request == start, let view = item?["comment_view"] {
      guard let id = findings.id(view[["comment", "post_id"]]), SiteID.isNumber(id) else {
        throw SiteError(.leadsNowhere, url: response.request.url)
      }
      return Reaction(isPart: false, next: [PageRequest(url: "\(pages.service)/post?id=\(id)")])
    }
    return Reaction(next: pages.next(after: response).map { [$0] } ?? [])
  }
}

/// The pages of a list of comments.
///
/// No depth is requested: with one, a server gives the first 300 comments and the same ones on every page.
struct LemmyPages: Sendable {
  let service: String
  private let interface: LemmyInterface
  private var list = ""
  private var page = 1
  private var known: Set<String> = []
  /// How many comments the server counts; nil if it does not say.
  private var count: Int?

  /// The most that a server gives on a page.
  private static let limit = 50

  init(of address: WebURL, by interface: LemmyInterface) {
    self.interface = interface
    service = "\(address.origin)/\(interface.rawValue)"
  }

  /// How many pages there are; nil while nobody knows.
  var total: Int? { count.map { max(1, ($0.sum(Self.limit - 1)) / Self.limit) } }

  /// The first page of what a query asks for.
  mutating func begin(with query: String, count: Int? = nil) -> PageRequest {
    let words = interface == .v4 ? "sort=old&type_=all" : "sort=Old&type_=All"
    list = "\(service)/comment/list?\(query)&limit=\(Self.limit)&\(words)"
    self.count = count
    return PageRequest(url: interface == .v4 ? list : "\(list)&page=1")
  }

  /// The next page; nil if all comments have come, if the last page had nothing new, or was none of the list.
  ///
  /// Only an empty page is sure to be the last (servers leave out what they hide from a full one), so that a page is not
  /// requested in vain only if all that are counted have come.
  mutating func next(after response: PageResponse) -> PageRequest? {
    var findings = Findings()
    let item = response.items.first
    let views = findings.objects(item?["comments"] ?? item?["items"])
    let before = known.count
    for view in views { if let id = findings.id(view[["comment", "id"]]) { known.insert(id) } }
    let isAll = count.map { known.count >= $0 } ?? (views.count < Self.limit)
    guard !list.isEmpty, known.count > before, !isAll else { return nil }
    if interface == .v4 {
      guard let cursor = findings.words(item?["next_page"]), cursor.utf8.count <= 1024 else {
        return nil
      }
      return PageRequest(url: "\(list)&page_cursor=\(PercentCoding.encode(cursor))")
    }
    page += 1
    return PageRequest(url: "\(list)&page=\(page)")
  }
}
