import Sites
import WebAddresses

/// Where a site sends those who ask: followed by ourselves, each time as a request of its own.
///
/// So what holds for a request holds for each of them: https, the wait between two requests to one
/// host, and the token, which is sent to one host only.
enum Redirect {
  /// How often one question may be sent on.
  static let limit = 5

  /// The statuses with which a GET is sent on (RFC 9110 section 15.4).
  static func isOne(status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// The request to the address to which another was sent on.
  ///
  /// - Parameters:
  ///   - request: what was asked.
  ///   - target: the whole address to which the answer points.
  /// - Returns: the request to make now.
  /// - Throws: where that address must not be asked.
  static func request(
    after request: SiteRequest, to target: String
  ) throws(FetchError) -> SiteRequest {
    guard let from = WebURL(asked: request.url) else { throw .badAddress(request.url) }
    guard let address = WebURL(asked: target) else { throw .badRedirect(from: from.host) }
    if address.isThisMachine, !from.isThisMachine { throw .redirectHome(from: from.host) }
    guard address.mayBeAsked else {
      throw .insecureRedirect(from: from.host, to: address.host)
    }
    var next = request
    next.url = address.asked
    return next
  }
}
