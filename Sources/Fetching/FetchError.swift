import DiscussionModel
import Processes
public import Sites
public import WebAddresses

/// What keeps a site from being asked, or its response from being used.
public enum FetchError: Error, Equatable, Sendable {
  case curlMissing
  /// Curl did not start, with the number of the error.
  case curlFailed(Int32)
  /// Curl is older than what is asked of it.
  case curlTooOld
  case badAddress(String)
  case insecure(host: String)
  /// Where a site sends us is not an address that may be asked.
  case badRedirect(from: String)
  case insecureRedirect(from: String, to: String)
  /// A site sends us to what is nearer than itself: to this machine, or a private network.
  case redirectNearer(from: String, to: WebHost.Reach)
  /// A site refers, in its response, to something that is nearer than itself.
  case leadsNearer(from: String, to: WebHost.Reach)
  /// The name of a host leads to an address that is nearer than such a name can be.
  case nearAddress(host: String, address: String, WebHost.Reach)
  case tooManyRedirects(host: String)
  /// What the environment has for a token cannot be one.
  case badToken(variable: String)
  /// The site asks to wait longer than anybody would wait, in seconds.
  case askedToWait(host: String, seconds: Int)
  case tooLarge(host: String, limit: Int)
  /// Curl ended with an exit code that says why.
  case curl(code: Int32, host: String)
  /// Curl was ended by a signal.
  case killed(host: String)
  /// It was abandoned.
  case cancelled(name: String)
  /// A file came packed and cannot be unpacked, which is said in words.
  case packed(String)
  /// What the site answered is not a discussion.
  case site(SiteError)

  /// What messages call the site at the other end of a link: its host.
  public static func host(of link: String) -> String { WebURL(asked: link)?.host ?? link }

  /// The error as one line; it may quote what a site says, which is not safe to print before it was made so.
  public var message: String { noResponse.line }

  /// The same for a line with little room: of the address at which a site refuses it names only the host.
  public var briefMessage: String {
    NoResponse(site: site, reason(at: { FetchError.place(of: $0.url) })).line
  }

  /// The same in its parts.
  var noResponse: NoResponse { NoResponse(site: site, reason(at: { $0.url })) }

  /// The site that failed to respond, by its name; nil if something else is at fault.
  private var site: String? {
    switch self {
    case .askedToWait(let host, _), .tooLarge(let host, _), .curl(_, let host), .killed(let host):
      SiteName.name(ofHost: host)
    case .cancelled(let name): name
    case .curlMissing, .curlFailed, .curlTooOld, .badAddress, .insecure, .badRedirect,
      .insecureRedirect, .redirectNearer, .leadsNearer, .nearAddress, .tooManyRedirects, .badToken,
      .packed, .site:
      nil
    }
  }

  /// The host of a link as people know it: an interface has the name of its site.
  private static func place(of link: String) -> String { SiteName.name(ofHost: host(of: link)) }

  /// What is wrong, without the ``site``.
  private func reason(at place: (SiteError) -> String) -> String {
    switch self {
    case .curlMissing: "curl is not installed; install it (Debian: apt install curl)"
    case .curlFailed(let number): "curl: \(Spawn.Problem(number: number).text)"
    case .curlTooOld: "curl is too old; version 7.83 or later is needed"
    case .badAddress(let text): "\(text): expected an address such as https://example.org/path"
    case .insecure(let host): "\(host): only https is supported, and http on this machine"
    case .badRedirect(let host): "\(host): redirects to an address that is not supported"
    case .insecureRedirect(let host, let other):
      "\(host): redirects to \(other) without https; not followed"
    case .redirectNearer(let host, let reach):
      "\(host): redirects to \(reach.words); not followed"
    case .leadsNearer(let host, let reach): "\(host): leads to \(reach.words); not followed"
    case .nearAddress(let host, let address, let reach):
      "\(host): this name resolves to \(reach.words) (\(address)); response not used"
    case .tooManyRedirects(let host):
      "\(host): too many redirects (more than \(Redirect.limit))"
    case .badToken(let variable): "\(variable): expected a token, found invalid characters"
    case .askedToWait(_, let seconds):
      "asked to wait; try again in \(Self.span(seconds))"
    case .tooLarge(_, let limit):
      "the response is larger than \(limit >> 20) MiB, the limit"
    case .curl(let code, _): Self.reason(code)
    case .killed: "curl was killed before it finished"
    case .cancelled: "cancelled"
    case .packed(let line): line
    case .site(let error) where error.isAboutHost:
      "\(FetchError.place(of: error.url)) \(error.message)"
    case .site(let error): "\(place(error)): \(error.message)"
    }
  }

  /// What an exit code of curl means, as its manual says in "EXIT CODES".
  private static func reason(_ code: Int32) -> String {
    switch code {
    case 2, 4: "this version of curl lacks a required option; 7.83 or later is needed"
    case 5, 97: "the proxy is unreachable or refused the connection"
    case 6: "no such host, or no network"
    case 7: "connection refused or host unreachable"
    case 16, 92, 95, 96: "the connection failed"
    case 18, 56: "the connection was closed before the end of the response"
    case 28: "timed out"
    case 35, 53, 54, 58, 59, 64, 66, 80, 82, 83, 90, 91, 98: "no secure connection possible (TLS)"
    case 51, 60, 77: "the certificate is not trusted (TLS)"
    case 52: "the connection was closed without a response"
    case 55: "the request could not be sent"
    case 1, 8, 61: "the response cannot be read"
    case 63: "the response is too large"
    default: "failed: curl exited with code \(code)"
    }
  }

  private static func span(_ seconds: Int) -> String {
    if seconds < 120 { return counted(seconds, "second") }
    if seconds < 7200 { return counted((seconds + 59) / 60, "minute") }
    return counted((seconds + 3599) / 3600, "hour")
  }
}

extension WebHost.Reach {
  fileprivate var words: String {
    switch self {
    case .thisMachine: "this machine"
    case .privateNetwork: "a private network"
    case .internet: "the internet"
    }
  }
}
