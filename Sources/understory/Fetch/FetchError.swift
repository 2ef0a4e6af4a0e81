import DiscussionModel
import TextGrid

/// What keeps a site from being asked, or its answer from being had.
enum FetchError: Error, Equatable {
  case curlMissing
  /// Curl did not start, with the number of the error.
  case curlFailed(Int32)
  /// Curl is older than what is asked of it.
  case curlTooOld
  case badAddress(String)
  case insecure(host: String)
  /// Where a site sends us is no address that may be asked.
  case badRedirect(from: String)
  case insecureRedirect(from: String, to: String)
  /// A site elsewhere sends us to this machine.
  case redirectHome(from: String)
  case tooManyRedirects(host: String)
  case badToken
  /// The site asks to wait longer than anybody would wait, in seconds.
  case askedToWait(host: String, seconds: Int)
  case tooLarge(host: String, limit: Int)
  /// Curl ended with an exit code that tells why.
  case curl(code: Int32, host: String)
  /// Curl was ended by a signal.
  case killed(host: String)

  /// The error as one line.
  var line: SafeText {
    switch self {
    case .curlMissing:
      "curl is not installed; with apt: apt install curl"
    case .curlFailed(let number): SafeText("curl: \(Spawn.Problem(number: number).text)")
    case .curlTooOld: "curl is too old: expected version 7.83 or a later one"
    case .badAddress(let text):
      SafeText("\(text): expected an address such as https://example.org/path")
    case .insecure(let host):
      SafeText("\(host): only https is supported, and http on this machine")
    case .badRedirect(let host): SafeText("\(host): redirects to an address that is not supported")
    case .insecureRedirect(let host, let other):
      SafeText("\(host): redirects to \(other) without https; not followed")
    case .redirectHome(let host):
      SafeText("\(host): redirects to this machine; not followed")
    case .tooManyRedirects(let host):
      SafeText("\(host): too many redirects (more than \(Redirect.limit))")
    case .badToken: "GITHUB_TOKEN: expected a token, found invalid characters"
    case .askedToWait(let host, let seconds):
      SafeText("\(host): asks to wait; try again in \(Self.span(seconds))")
    case .tooLarge(let host, let limit):
      SafeText("\(host): the response is larger than \(limit >> 20) MiB, the limit")
    case .curl(let code, let host): SafeText("\(host): \(Self.reason(code))")
    case .killed(let host): SafeText("\(host): curl was killed before it finished")
    }
  }

  /// What an exit code of curl means, as its manual says in "EXIT CODES".
  static func reason(_ code: Int32) -> String {
    switch code {
    case 2, 4: "this version of curl lacks an option that is needed"
    case 5, 97: "the proxy cannot be reached, or refuses"
    case 6: "no such host, or no network"
    case 7: "connection refused, or host unreachable"
    case 16, 92, 95, 96: "the connection failed"
    case 18, 56: "the connection was closed before the end of the response"
    case 28: "timed out"
    case 35, 53, 54, 58, 59, 64, 66, 80, 82, 83, 90, 91, 98: "no secure connection (TLS)"
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
