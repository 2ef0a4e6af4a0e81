public import DiscussionModel
import WebAddresses

/// The exchange with a site about the replies that a comment is said to have and that are not there.
///
/// What comes is a discussion to be merged into the one that lacks them. It is called as that one is, and holds the
/// comment itself first, as it is now, less what has come, and then what replies to it, at any depth. The numbers of the
/// others only tell their order. For replies to the article it holds only those, and its notice says how many are missing still.
///
/// Some sites say of comments how many replies are missing, and can be asked for them. A link to any other, opened
/// again, brings all that there is.
public struct MissingReplies: SiteExchange {
  private var exchange: Exchange

  /// Begins to ask for replies; nil if the site has no way to ask, where nothing is missing, or where the discussion
  /// is not from the site of the link.
  ///
  /// - Parameters:
  ///   - comment: the id of the comment whose replies are missing; nil for those that answer the article.
  ///   - discussion: where they are missing.
  ///   - url: the link by which it was opened; nothing but its site is asked.
  public init?(of comment: String?, in discussion: Discussion, openedAs url: String) {
    guard let place = MissingPlace(comment, discussion) else { return nil }
    let address: WebURL
    do throws(SiteError) { address = try WebURL(link: url) } catch { return nil }
    let plans = SiteTable.standard.sites.flatMap { $0.missingReplies(place, address) }
    guard let stub = plans.first?.stub else { return nil }
    exchange = Exchange(plans, isCertain: plans.count == 1, url: url, parts: [stub])
  }

  public mutating func next() throws(SiteError) -> ExchangeStep<SiteVisit.Outcome> {
    try exchange.next()
  }
  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    try exchange.take(response)
  }

  public mutating func miss(because why: NoResponse) -> Bool { exchange.miss() }

  public mutating func stop(because why: NoResponse) -> Bool {
    exchange.stop(why.line)
    return exchange.hasBegun
  }

  public var progress: (done: Int, total: Int?, what: String) { exchange.progress }
}

/// A plan that fetches replies, which are read as replies to a stub that stands for the comment.
protocol MissingRepliesPlan: FetchPlan {
  var place: MissingPlace { get }
  /// The comment as importers read it, with nothing but what its replies need.
  var stub: ImportFile { get }
}

extension MissingRepliesPlan {
  var comment: String? { place.comment?.id }

  /// A stub of JSON.
  static func stub(_ text: String) -> ImportFile {
    ImportFile(name: "the comment", bytes: Array(text.utf8))
  }
}
