/// Why a link cannot be opened.
public struct SiteError: Error, Equatable, Sendable {
  public var fault: Fault
  /// The address at fault: the link, or what was requested from a site.
  public var url: String
  /// What the site itself gives as the reason, as it is there, at most 200 characters; nil if it gives none.
  public var said: String?

  public init(_ fault: Fault, url: String, said: String? = nil) {
    self.fault = fault
    self.url = url
    self.said = said
  }

  /// Whether it is the host that requires something, so that a message begins with its name and not with the address.
  public var isAboutHost: Bool {
    switch fault {
    case .browserRequired, .signInRequired: true
    default: false
    }
  }

  /// Whether asking again would hardly help: there is no article that can be shown as text.
  public var isLasting: Bool {
    switch fault {
    case .noArticle, .notFound: true
    default: false
    }
  }

  /// What is wrong.
  public enum Fault: Equatable, Sendable {
    /// It does not begin with `https://` or `http://`.
    case noAddress
    /// It has no host, or one that is not written in letters, digits and hyphens.
    case noHost
    /// It has a name and perhaps a password in it.
    case credentials
    /// A page of a known site on which no discussion is, by what would be one.
    case noDiscussion(expected: String)
    /// A page of a known site that lists no discussions, by what would be one that does.
    case noFrontPage(expected: String)
    /// A word that names no front page, with those that do.
    case unknownFront(known: [String])
    /// 404 or 410.
    case notFound
    /// 401 or 403.
    case forbidden
    /// A page that only a browser gets past, such as a check for bots.
    case browserRequired
    /// 401 or 403 from a site whose discussions only people see who are signed in, with what else helps.
    case signInRequired(help: String)
    /// 429, or a 403 that says the same.
    case tooManyRequests(RetryAfter?)
    /// 500 and above.
    case server(Int)
    /// Any other status that is not a success.
    case status(Int)
    /// Not JSON where JSON was due, such as a page of HTML; the media type, "" where none was told.
    case unexpectedType(String)
    /// What claims to be JSON and is not, or has been cut, or lacks a discussion.
    case unreadable(ImportError)
    /// None of the forms of discussion that the link may be of: those, in words.
    case notUnderstood(expected: [String])
    /// A link to an article that cannot be shown as text.
    case noArticle(ArticleFault)
    /// A link of software whose interface is not known, in words.
    case unsupported(String)
    /// A link for which the site had to tell where it leads, and it did not tell.
    case leadsNowhere
    /// The next page is said to be at another site.
    case elsewhere
    /// The next page is said to be one that was read already.
    case goesInCircles
    /// The exchange was stopped before anything came.
    case nothingCame
    /// A response without a request.
    case outOfTurn
  }
}
