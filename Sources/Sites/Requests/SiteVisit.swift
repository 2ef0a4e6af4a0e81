public import DiscussionModel
import WebAddresses

/// Requests to a site and its responses, one after the other; whoever carries the requests hands in the responses.
public protocol SiteExchange<Outcome>: Sendable {
  /// What comes of it.
  associatedtype Outcome: Equatable & Sendable

  /// What to do next; after `.ask` one ``take(_:)`` follows, and until then the same is requested again.
  ///
  /// - Throws: if no discussion can be made from what has come.
  mutating func next() throws(SiteError) -> ExchangeStep<Outcome>
  /// Takes the response to what was requested, whatever its status.
  ///
  /// - Throws: if it leaves nothing to show; the response to a later page only ends the exchange, which then says that
  ///   it is incomplete.
  mutating func take(_ response: SiteResponse) throws(SiteError)
  /// Goes on without a response to what was requested, since none comes.
  ///
  /// - Parameter why: what is given as the reason.
  /// - Returns: false if that is not possible, and nothing has changed.
  mutating func miss(because why: NoResponse) -> Bool
  /// Requests nothing more, since no response comes; ``next()`` then makes a discussion of what has come, if it can.
  ///
  /// - Parameter why: what is given as the reason.
  /// - Returns: whether anything has arrived that a discussion can be made from.
  mutating func stop(because why: NoResponse) -> Bool
  /// How far it is: responses that have come, how many there will be (nil while nobody knows), and both in words, such
  /// as `page 3 of 12` for the one that is requested.
  var progress: (done: Int, total: Int?, what: String) { get }
}

/// What an exchange does next.
public enum ExchangeStep<Outcome: Equatable & Sendable>: Equatable, Sendable {
  case ask(SiteRequest)
  case done(Outcome)
}

/// The exchange with a site about one discussion.
///
/// It is all addresses and responses: it neither reads nor writes anything, and knows no time.
public struct SiteVisit: SiteExchange {
  private var exchange: Exchange

  /// What came of a visit.
  public enum Outcome: Equatable, Sendable {
    case fetched(Fetched)
    /// Nothing has changed since the visit whose validators were given; with those for the next visit, which may be
    /// others.
    case unchanged([String: SiteValidators])
  }

  /// Begins to open a link.
  ///
  /// - Parameters:
  ///   - url: the link; http counts as https, save where the host is this machine.
  ///   - validators: those that an earlier visit gave.
  /// - Throws: if it is not a link, or of a site that is known and on which it leads to no discussion.
  public init(url: String, validators: [String: SiteValidators] = [:]) throws(SiteError) {
    try self.init(url: url, validators: validators, limit: 500)
  }

  init(
    url: String, validators: [String: SiteValidators], limit: Int = 500, size: Int = 256 << 20
  ) throws(SiteError) {
    let (candidates, isCertain) = try SiteTable.standard.plans(for: try WebURL(link: url))
    exchange = Exchange(
      candidates, isCertain: isCertain, url: url, validators: validators, limit: limit, size: size)
  }

  public mutating func next() throws(SiteError) -> ExchangeStep<Outcome> { try exchange.next() }
  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    try exchange.take(response)
  }

  public mutating func miss(because why: NoResponse) -> Bool { exchange.miss() }

  public mutating func stop(because why: NoResponse) -> Bool {
    exchange.stop(why.line)
    return exchange.hasBegun
  }

  public var progress: (done: Int, total: Int?, what: String) { exchange.progress }

  /// The id of the comment that the link names, as far as it is known yet; also if nothing has changed.
  public var comment: String? { exchange.plan?.comment }

  /// The id of the comment that the link names, known by what an earlier visit has brought.
  ///
  /// - Complexity: O(*n*).
  public func comment(in discussion: Discussion) -> String? {
    comment ?? exchange.plan?.comment(in: discussion)
  }

  /// The id of what the link names, whether that is a comment or the discussion; nil if it names only the
  /// discussion.
  public var item: String? { comment ?? exchange.plan?.item }

  /// The host with its port to which a link leads, in the form in which ids have it; nil for a text that is not a link.
  public static func host(of link: String) -> String? {
    do throws(SiteError) { return try WebURL(link: link).authority } catch { return nil }
  }

  /// The link that somebody means who types an address without its scheme: one on a known site, or one whose path only
  /// a site's software has.
  ///
  /// - Parameter text: what was typed.
  /// - Returns: nil for any other text.
  public static func link(withoutScheme text: String) -> String? {
    guard text.first?.isLetter == true, !text.contains(where: \.isWhitespace) else { return nil }
    let link = "https://" + text
    let isKnown = host(of: link).map { host in
      SiteTable.standard.sites.lazy.compactMap(\.hosts).contains { $0.contains(host) }
    }
    return isKnown == true || opens(link) ? link : nil
  }

  /// A link as it is kept: one to Reddit without its query, which can name somebody's own feed and opens it to everybody.
  public static func kept(link: String) -> String {
    do throws(SiteError) {
      guard Site.redditHosts.contains(try WebURL(link: link).host) else { return link }
    } catch {
      return link
    }
    let start = link.prefix { $0 != "?" && $0 != "#" }
    let rest = link.dropFirst(start.count)
    return String(start + (rest.firstIndex(of: "#").map { rest[$0...] } ?? ""))
  }

  /// The id that the discussion has, as far as the link alone tells; what a site answers may tell another one.
  public var discussion: String? { exchange.plan?.discussion }
}

/// A discussion as a site has given it.
public struct Fetched: Equatable, Sendable {
  public var discussion: Discussion
  /// The id of the comment that the link names, whether it has come or not; nil if it names none.
  public var comment: String?
  /// Whether its id is only what a file says of itself, and not what its site calls it.
  public var namesItself: Bool
  /// What was repaired or passed over, a line each.
  public var warnings: [String]
  /// For the next visit, by addresses that were requested; empty if the site cannot report that nothing has changed.
  public var validators: [String: SiteValidators]
  /// Why pages are missing, in words; nil if none is.
  public var incomplete: String?
  /// How many comments did not come that the site counts, in words; nil if all did.
  public var shortfall: String?

  public init(
    discussion: Discussion, comment: String? = nil, namesItself: Bool = false,
    warnings: [String] = [],
    validators: [String: SiteValidators] = [:], incomplete: String? = nil,
    shortfall: String? = nil
  ) {
    self.discussion = discussion
    self.comment = comment
    self.namesItself = namesItself
    self.warnings = warnings
    self.validators = validators
    self.incomplete = incomplete
    self.shortfall = shortfall
  }
}
