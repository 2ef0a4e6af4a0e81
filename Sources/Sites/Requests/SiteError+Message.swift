import DiscussionModel
import JSONText

extension SiteError {
  /// What is wrong, in words; without the address.
  public var message: String { words + (said.map { " (it says: \($0))" } ?? "") }

  private var words: String {
    switch fault {
    case .noAddress: "expected a link such as https://news.ycombinator.com/item?id=1"
    case .noHost: "expected a link with a host, such as https://example.org/t/1"
    case .credentials: "expected a link without a user name and password"
    case .noDiscussion where (try? FrontVisit(url: url)) != nil:
      "this is a front page; \"understory front\" lists it, and so does gf in the library"
    case .noDiscussion(let expected): "expected a link to a discussion, such as \(expected)"
    case .noFrontPage(let expected): "expected \(expected)"
    case .unknownFront(let known):
      "expected the address of a front page, or one of \(known.joined(separator: ", "))"
    case .notFound: "the site says that this does not exist"
    case .forbidden: "the site refuses to show this"
    case .browserRequired:
      "requires a browser: save the page there and \"understory add\" it"
    case .signInRequired(let help): "shows discussions only to signed-in people: \(help)"
    case .tooManyRequests(let wait):
      "too many requests to the site" + (wait.map { "; try again \($0)" } ?? "")
    case .server(let status): "the site failed (status \(status))"
    case .status(let status): "expected a discussion, found status \(status)"
    case .unexpectedType(let type):
      "expected JSON, found \(type.isEmpty ? "something else" : type)"
    case .unreadable(let error): Self.message(of: error)
    case .notUnderstood(let expected):
      "expected \(expected.joined(separator: ", or ")); the response is none of these"
    case .noArticle(let fault): fault.words
    case .unsupported(let what): "this looks like \(what), which is not supported"
    case .leadsNowhere: "the site does not say which discussion the link leads to"
    case .elsewhere: "the link to the next page leads to another site"
    case .goesInCircles: "the link to the next page leads to a page already read"
    case .nothingCame: "no part of the discussion was received"
    case .outOfTurn: "received a response that was not requested"
    }
  }

  private static func message(of error: ImportError) -> String {
    if case .endsEarly(let expectation) = error.fault {
      return "the response ends too early; try again later (expected \(expectation))"
    }
    let place = error.position.map { ", line \($0.line), column \($0.column)" } ?? ""
    return "in the response\(place): \(error.message)"
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
