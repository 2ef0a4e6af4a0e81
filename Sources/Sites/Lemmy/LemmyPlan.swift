import WebAddresses

/// Lemmy: a post by `api/v3/post`, its comments by `api/v3/comment/list`, page by page; the post of a comment by
/// `api/v3/comment`.
struct LemmyPlan: FetchPlan {
  let format: DiscussionFormat? = .lemmy
  private(set) var comment: String?
  private var pages: LemmyPages
  private let start: PageRequest
  private let post: String?
  private var host: String

  /// Reads a link; nil if it leads to no post.
  init?(_ address: WebURL) {
    let path = address.path
    guard 2...4 ~= path.count, SiteID.isNumber(path[1]) else { return nil }
    let service = "\(address.origin)/api/v3"
    switch path[0] {
    case "post":
      start = PageRequest(url: "\(service)/post?id=\(path[1])")
      post = path[1]
      comment = path.count > 2 ? path.last.flatMap { SiteID.isNumber($0) ? $0 : nil } : nil
    case "comment":
      start = PageRequest(url: "\(service)/comment?id=\(path[1])")
      post = nil
      comment = path[1]
    default: return nil
    }
    pages = LemmyPages(service: service)
    host = address.authority
  }

  var discussion: String? { post.map { "lemmy:\(host)/\($0)" } }
  var firstRequests: [PageRequest] { [start] }
  var options: ImportOptions { ImportOptions(format: format, host: host) }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction {
    var findings = Findings()
    let item = response.items.first
    if response.request == start { host = response.address?.authority ?? host }
    if let view = item?["post_view"], let id = findings.id(view[["post", "id"]]),
      SiteID.isNumber(id)
    {
      return Reaction(next: [pages.begin(with: "post_id=\(id)")])
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
/// A server that is asked for a depth may give all comments at once and the same ones on every page.
struct LemmyPages: Sendable {
  let service: String
  private var list = ""
  private var page = 1
  private var known: Set<String> = []

  /// The most that a server gives on a page.
  private static let limit = 50
  /// No comment of Lemmy is deeper.
  private static let depth = 50

  init(service: String) { self.service = service }

  /// The first page of what a query asks for.
  mutating func begin(with query: String) -> PageRequest {
    list = "\(service)/comment/list?\(query)&max_depth=\(Self.depth)&limit=\(Self.limit)&type_=All"
    page = 1
    return request
  }

  /// The next page; nil if the last one was not full or had nothing new, or was none of the list.
  mutating func next(after response: PageResponse) -> PageRequest? {
    var findings = Findings()
    let views = findings.objects(response.items.first?["comments"])
    let before = known.count
    for view in views { if let id = findings.id(view[["comment", "id"]]) { known.insert(id) } }
    guard !list.isEmpty, views.count == Self.limit, known.count > before else { return nil }
    page += 1
    return request
  }

  private var request: PageRequest { PageRequest(url: "\(list)&page=\(page)") }
}
