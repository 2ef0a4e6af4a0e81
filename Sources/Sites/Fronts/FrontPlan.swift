import DiscussionModel
import WebAddresses

/// What is requested for a front page, and how its rows are read; it only knows addresses and responses.
protocol FrontPlan: Sendable {
  var firstRequests: [PageRequest] { get }
  /// The rows that have come so far.
  var page: FrontPage { get }

  /// Takes a response.
  ///
  /// - Returns: what is requested next, before what waits already.
  /// - Throws: if it is not such a page.
  mutating func take(_ response: FrontResponse) throws(SiteError) -> [PageRequest]
  /// Goes on without a response.
  ///
  /// - Returns: what is requested in place of it, which may be nothing; nil if that ends the exchange.
  mutating func missed(_ request: PageRequest) -> [PageRequest]?
}

extension FrontPlan {
  mutating func missed(_ request: PageRequest) -> [PageRequest]? { nil }
}

/// What came of a request of a ``FrontPlan``.
struct FrontResponse {
  let request: PageRequest
  /// The address of the next page that the response names in `Link`; nil if it names none.
  let next: String?
  let content: Content

  enum Content {
    case json(JSONValue)
    case feed(Feed)
  }

  /// The value at the top of the response.
  ///
  /// - Throws: if it is a feed.
  func json() throws(SiteError) -> JSONValue {
    guard case .json(let value) = content else { throw notUnderstood }
    return value
  }

  /// Objects that a member of the response has, or that it consists of.
  ///
  /// - Parameters:
  ///   - path: where they are; empty for the top.
  ///   - findings: what was repaired or passed over.
  /// - Returns: them, in their order.
  /// - Throws: if there is no array there.
  func objects(
    _ path: [Member], _ findings: inout Findings
  ) throws(SiteError) -> [JSONValue] {
    guard let list = try json()[path], list.kind == .array else { throw notUnderstood }
    return findings.objects(list)
  }

  private var notUnderstood: SiteError {
    SiteError(.notUnderstood(expected: ["a front page"]), url: request.url)
  }
}

/// A front page that comes in one response.
struct SingleFrontPlan: FrontPlan {
  let firstRequests: [PageRequest]
  private(set) var page: FrontPage
  private let read: @Sendable (FrontResponse, inout FrontPage) throws(SiteError) -> Void

  /// - Parameters:
  ///   - title: what the page is called.
  ///   - url: what is requested.
  ///   - read: adds the rows of the response, and the address of the next page.
  init(
    title: String, url: String,
    read: @escaping @Sendable (FrontResponse, inout FrontPage) throws(SiteError) -> Void
  ) {
    firstRequests = [PageRequest(url: url)]
    page = FrontPage(title: title)
    self.read = read
  }

  mutating func take(_ response: FrontResponse) throws(SiteError) -> [PageRequest] {
    try read(response, &page)
    return []
  }
}

/// The front pages of a site.
struct SiteFronts: Sendable {
  /// The word by which they are named on the command line, such as `hn`; nil for software that runs on hosts of any name.
  var name: String?
  /// What may be after the name and a slash, for messages: `new`, `r/NAME`.
  var examples: [String] = []
  /// What an address may lead to, in words: `a Discourse forum`.
  var words: String
  /// The names of the members that are read, in words; all others are skipped.
  var members = ""
  /// The address of what is after the name and a slash ("" for nothing); nil if there is no such page.
  var address: @Sendable (_ rest: String) -> String? = { _ in nil }
  /// How an address is fetched, by the interfaces that versions of the software have, the newest first; not at all if it
  /// is not one of a front page.
  var plans: @Sendable (WebURL) -> [any FrontPlan]
  /// The address of the page on which the site lists what it finds for some words, in what a front page lists if it can; nil if
  /// it cannot be searched.
  var search: @Sendable (_ words: String, _ front: WebURL) -> String? = { _, _ in nil }
}

extension Findings {
  /// A time; nil if it is missing or cannot be read.
  mutating func moment(_ value: JSONValue?) -> Moment? {
    time(value).map { Moment(seconds: $0.seconds, hasTime: true) }
  }

  /// Words in one line; nil if there are none.
  mutating func line(_ value: JSONValue?) -> String? {
    words(value).map { HTMLText.shortened($0, limit: 500) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The address of a page; nil if there is none, or something else.
  mutating func address(_ value: JSONValue?) -> String? {
    words(value).flatMap { WebURL(reference: $0) != nil ? $0 : nil }
  }
}

extension WebURL {
  /// The number of a page of a list, counted from 1; 1 for anything unusable.
  static func pageNumber(_ text: String?) -> Int {
    guard let text, SiteID.isNumber(text), let number = Int(text), 1...10_000 ~= number else {
      return 1
    }
    return number
  }
}
