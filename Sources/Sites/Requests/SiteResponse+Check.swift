import WebAddresses

extension SiteResponse {
  /// Throws where the status says that this is no answer to what was asked.
  func check(_ asked: String) throws(SiteError) {
    switch status {
    case 200..<300: return
    case 404, 410: throw SiteError(.notFound, url: asked)
    case 403 where isRateLimited(asked): throw SiteError(.tooManyRequests(wait), url: asked)
    case 401, 403:
      throw SiteError(.forbidden, url: asked)
    case 429: throw SiteError(.tooManyRequests(wait), url: asked)
    case 500...: throw SiteError(.server(status), url: asked)
    default: throw SiteError(.status(status), url: asked)
    }
  }

  /// The address that answered at last; nil if that is none.
  var address: WebURL? {
    do throws(SiteError) { return try WebURL(link: url) } catch { return nil }
  }

  /// The media type without its parameters, in lower case.
  var mediaType: String {
    let type = contentType.prefix { $0 != ";" }.lowercased()
    return String(type.drop { $0 == " " }.prefix { $0 != " " })
  }

  /// Whether the body may be JSON: it begins as JSON does, whatever it is said to be.
  var looksLikeJSON: Bool {
    AnyImport.looksLikeJSON(body[...])
      || (AnyImport.firstByte(of: body[...]) == nil && mediaType.hasSuffix("json"))
  }

  private var wait: RetryAfter? { retryAfter.flatMap { RetryAfter($0, now: received) } }

  /// Whether an interface refuses because there were too many requests, which it says in words.
  private func isRateLimited(_ asked: String) -> Bool {
    guard let service = SiteTable.standard.service(of: asked) else { return false }
    return retryAfter != nil
      || String(decoding: body.prefix(2000), as: UTF8.self).lowercased().has(service.limitWords)
  }
}

extension SiteError.Fault {
  /// Whether this may only mean that something else is at the other end.
  var leavesOthers: Bool {
    switch self {
    case .notFound, .unexpectedType, .unreadable, .notUnderstood, .leadsNowhere, .status: true
    case .noAddress, .noHost, .credentials, .noDiscussion, .forbidden,
      .tooManyRequests, .server, .elsewhere, .goesInCircles, .nothingCame, .outOfTurn:
      false
    }
  }
}
