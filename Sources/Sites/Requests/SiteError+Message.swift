import DiscussionModel
import JSONText

extension SiteError {
  /// What is wrong, in words; without the address.
  public var message: String {
    switch fault {
    case .noAddress: "expected a link such as https://news.ycombinator.com/item?id=1"
    case .noHost: "expected a link with a host, such as https://example.org/t/1"
    case .credentials: "expected a link without a name and a password in it"
    case .noDiscussion(let expected): "expected a link to a discussion, such as \(expected)"
    case .notFound: "the site says that this does not exist"
    case .forbidden: "the site refuses to show this"
    case .tooManyRequests(let wait):
      "the site has had too many requests" + (wait.map { "; try again \($0)" } ?? "")
    case .server(let status): "the site failed (status \(status))"
    case .status(let status): "expected a discussion, found status \(status)"
    case .unexpectedType(let type):
      "expected JSON, found \(type.isEmpty ? "something else" : type)"
    case .unreadable(let error): Self.message(of: error)
    case .notUnderstood(let expected):
      "expected \(expected.joined(separator: ", or ")); the site's answer is none of these"
    case .leadsNowhere: "the site does not say to which discussion the link leads"
    case .elsewhere: "the next page is said to be at another site"
    case .goesInCircles: "the next page is said to be one that was read already"
    case .nothingCame: "nothing has come of the discussion"
    case .outOfTurn: "an answer came that was not asked for"
    }
  }

  private static func message(of error: ImportError) -> String {
    let place = error.position.map { ", line \($0.line), column \($0.column)" } ?? ""
    return "in the site's answer\(place): \(error.message)"
  }
}

extension RetryAfter: CustomStringConvertible {
  public var description: String {
    switch self {
    case .seconds(let seconds): "in \(counted(seconds, "second"))"
    case .date(let seconds): "after \(SourceTime.iso(seconds))"
    }
  }
}
