import DiscussionModel
import WebAddresses

/// What is requested of a site to fetch one discussion, and in which order; it only knows addresses and responses.
protocol FetchPlan: Sendable {
  /// The format of the first response; nil if it may be any.
  var format: DiscussionFormat? { get }
  /// The format of a response that is not JSON; nil if all are JSON.
  var feed: DiscussionFormat? { get }
  /// What the link is, in words, if it may be of software whose interface is not known; nil as a rule.
  var unsupported: String? { get }
  /// What is requested first.
  var firstRequests: [PageRequest] { get }
  /// How many requests there are in all; nil while nobody knows.
  var total: Int? { get }
  /// Whether the site names further pages in `Link`.
  var hasLinks: Bool { get }
  /// Whether nothing has changed if no response has.
  var isConditional: Bool { get }
  /// The options of the importer.
  var options: ImportOptions { get }
  /// The id of the comment that the link names.
  var comment: String? { get }
  /// The id of what the link names, if only the site can tell whether that is a comment.
  var item: String? { get }
  /// The id of the discussion, if the link alone tells it.
  var discussion: String? { get }
  /// Whether the id that comes is only what a file says of itself.
  var namesItself: Bool { get }

  /// The id of the comment that the link names, found in an earlier copy of the discussion.
  func comment(in discussion: Discussion) -> String?
  /// What becomes of a response, and what is requested next because of it; responses come in the order of requests.
  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction
  /// Goes on without a response.
  ///
  /// - Parameters:
  ///   - request: what was requested.
  ///   - isAbsent: whether the site says that it does not exist.
  /// - Returns: what is requested in place of it, which may be nothing; nil if that ends the exchange.
  mutating func missed(_ request: PageRequest, isAbsent: Bool) -> [PageRequest]?
  /// What is requested once everything has come, because of the discussion that it makes; called once.
  mutating func requests(seeing discussion: Discussion) -> [PageRequest]
  /// Changes what has been made.
  func finish(_ imported: inout ImportedDiscussion)
}

extension FetchPlan {
  var feed: DiscussionFormat? { nil }
  var unsupported: String? { nil }
  var total: Int? { nil }
  var hasLinks: Bool { false }
  var isConditional: Bool { true }
  var options: ImportOptions { ImportOptions(format: format) }
  var comment: String? { nil }
  var item: String? { nil }
  var discussion: String? { nil }
  var namesItself: Bool { false }

  func comment(in discussion: Discussion) -> String? {
    item.flatMap { item in discussion.comments.contains { $0.id == item } ? item : nil }
  }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction { Reaction() }
  mutating func missed(_ request: PageRequest, isAbsent: Bool) -> [PageRequest]? { nil }
  mutating func requests(seeing discussion: Discussion) -> [PageRequest] { [] }
  func finish(_ imported: inout ImportedDiscussion) {}
}

/// One address that is requested.
struct PageRequest: Equatable, Sendable {
  var url: String
  /// Whether only the address matters to which this leads, whatever the response.
  var isRedirect = false
  /// What is requested instead if there is no token for the interface that `url` belongs to; nil for the same.
  var withoutToken: String?
}

/// What came of a ``PageRequest``.
struct PageResponse {
  let request: PageRequest
  /// The address that responded, after redirects; nil if it cannot be read.
  let address: WebURL?
  /// The address of the next page; nil if there is none.
  let next: String?
  /// The objects at the top of the response and in its arrays; none if only the address matters, or if it is not JSON.
  let items: [JSONValue]
}

/// What a response leads to.
struct Reaction: Equatable, Sendable {
  /// Whether the response is a part of the discussion, and not only the way to it.
  var isPart = true
  /// What is requested next, before what waits already.
  var next: [PageRequest] = []
}
