import JSONText
import WebAddresses

/// The exchange with a site about one front page.
///
/// Like a ``SiteVisit`` it is all addresses and responses.
public struct FrontVisit: SiteExchange {
  /// What may be at the other end; the first is being tried.
  private var candidates: [any FrontPlan]
  /// Whether the first is known to be there.
  private var isCertain: Bool
  private let url: String
  /// What may be at the other end, in words.
  private let expected: [String]
  private var waiting: [PageRequest]
  /// What was requested and has not come yet.
  private var asked: PageRequest?
  private var count = 0
  /// Whether rows have come.
  private var hasBegun = false

  /// At most this many responses are taken.
  private static let limit = 100

  /// Begins to open a front page.
  ///
  /// - Parameter url: its address.
  /// - Throws: if it is not a link, or of a site that is known and on which it is not one of a front page.
  public init(url: String) throws(SiteError) {
    let (candidates, isCertain) = try SiteTable.standard.frontPlans(for: try WebURL(link: url))
    self.init(
      candidates, isCertain: isCertain, url: url,
      expected: SiteTable.standard.frontExpectations)
  }

  init(_ candidates: [any FrontPlan], isCertain: Bool, url: String, expected: [String]) {
    self.candidates = candidates
    self.isCertain = isCertain
    self.url = url
    self.expected = expected
    waiting = candidates.first?.firstRequests ?? []
  }

  public mutating func next() throws(SiteError) -> ExchangeStep<FrontPage> {
    if let asked { return .ask(Self.request(asked)) }
    guard count < Self.limit, !waiting.isEmpty else {
      guard hasBegun, let page = candidates.first?.page else {
        throw SiteError(.nothingCame, url: url)
      }
      return .done(page.settled)
    }
    let request = waiting.removeFirst()
    asked = request
    return .ask(Self.request(request))
  }

  private static func request(_ page: PageRequest) -> SiteRequest {
    SiteRequest(
      url: page.url, accept: "application/json, application/atom+xml, application/rss+xml",
      service: SiteTable.standard.service(of: page.url), withoutToken: page.withoutToken)
  }

  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    guard let request = asked, var plan = candidates.first else {
      throw SiteError(.outOfTurn, url: response.url)
    }
    asked = nil
    count += 1
    do throws(SiteError) {
      try response.check(request.url)
      let next = try plan.take(
        FrontResponse(
          request: request, next: response.link.flatMap { LinkHeader.next(in: $0) },
          content: try content(of: response, request.url)))
      candidates[0] = plan
      waiting = next + waiting
      hasBegun = true
      isCertain = true
    } catch {
      if goesOn(without: request) { return }
      try refuse(error)
    }
  }

  public mutating func miss(because why: NoResponse) -> Bool {
    guard let request = asked, goesOn(without: request) else { return false }
    asked = nil
    return true
  }

  private mutating func goesOn(without request: PageRequest) -> Bool {
    guard var plan = candidates.first, let next = plan.missed(request) else { return false }
    candidates[0] = plan
    waiting = next + waiting
    return true
  }

  /// Goes on with what else may be at the other end; throws if there is nothing.
  private mutating func refuse(_ error: SiteError) throws(SiteError) {
    guard !isCertain, error.fault.leavesOthers else { throw error }
    guard candidates.count > 1 else {
      throw SiteError(.notUnderstood(expected: expected), url: url)
    }
    candidates.removeFirst()
    waiting = candidates[0].firstRequests
  }

  public mutating func stop(because why: NoResponse) -> Bool {
    asked = nil
    waiting = []
    return hasBegun
  }

  public var progress: (done: Int, total: Int?, what: String) {
    (count, nil, "page \(count + 1)")
  }

  private func content(
    of response: SiteResponse, _ url: String
  ) throws(SiteError) -> FrontResponse.Content {
    let body = Charset.utf8(response.body, contentType: response.contentType)
    if Feed.isFeed(body) { return .feed(Feed(body)) }
    guard response.looksLikeJSON, body.count < UInt32.max else {
      throw SiteError(.unexpectedType(response.mediaType), url: url)
    }
    do throws(JSONError) {
      let tree = try JSONTree(body, names: Self.names)
      if let root = tree.roots.first { return .json(JSONValue(tree: tree, index: root)) }
    } catch {
      // It is not JSON, whatever it begins like.
    }
    throw SiteError(.notUnderstood(expected: expected), url: url)
  }

  private static let names = NameTable(
    SiteTable.standard.sites.map { Site(members: $0.fronts?.members ?? "") })
}

extension SiteTable {
  /// What may be on the front page at an address, in the order in which it is tried.
  ///
  /// - Returns: also whether the first is known to be there.
  /// - Throws: for an address of a known site that is not one of a front page.
  func frontPlans(
    for address: WebURL
  ) throws(SiteError) -> (list: [any FrontPlan], isCertain: Bool) {
    for site in sites {
      guard let hosts = site.hosts, hosts.contains(address.host), let fronts = site.fronts else {
        continue
      }
      let plans = fronts.plans(address)
      guard plans.isEmpty else { return (plans, true) }
      throw SiteError(.noFrontPage(expected: fronts.words), url: address.page)
    }
    return (anywhereFronts.flatMap { $0.plans(address) }, false)
  }

  private var anywhereFronts: [SiteFronts] {
    sites.filter { $0.anywhere != nil }.compactMap(\.fronts) + [.feed]
  }

  /// What can be at an address whose host is not known, in words.
  var frontExpectations: [String] { anywhereFronts.map(\.words) }

  /// The address of a front page that is named by a word, such as `hn/new`; nil if there is none of that name.
  func frontAddress(of name: String) -> String? {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count == 1 || parts[1] != "" else { return nil }
    return sites.lazy.compactMap(\.fronts).first { $0.name == String(first) }?
      .address(parts.count > 1 ? String(parts[1]) : "")
  }

  /// How front pages are named by words: `hn`, `hn/new`….
  var frontNames: [String] {
    sites.compactMap(\.fronts).flatMap { fronts in
      fronts.name.map { name in
        (fronts.address("") == nil ? [] : [name]) + fronts.examples.map { "\(name)/\($0)" }
      } ?? []
    }
  }
}

/// A front page that somebody names.
public struct FrontName: Equatable, Sendable {
  /// The address of the page.
  public let address: String

  /// Takes a name such as `hn/new`, or an address, which may lack its scheme.
  ///
  /// - Throws: if it is neither, with the names that there are.
  public init(_ text: String) throws(SiteError) {
    if let address = SiteTable.standard.frontAddress(of: text) {
      self.address = address
    } else {
      if text.has("://") {
        address = try WebURL(link: text).page
        return
      }
      // No name has a dot.
      guard text.has("."), let page = try? WebURL(link: "https://" + text).page else {
        throw SiteError(.unknownFront(known: Self.known), url: text)
      }
      address = page
    }
  }

  /// The names that there are: `hn`, `hn/new`….
  public static var known: [String] { SiteTable.standard.frontNames }
}
