import WebAddresses

extension SiteResponse {
  /// Throws if the status says that this is not a response to what was requested, or if a wall is before the site.
  func check(_ asked: String) throws(SiteError) {
    if isWall { throw SiteError(.browserRequired, url: asked) }
    let fault: SiteError.Fault
    switch status {
    case 200..<300: return
    case 404, 410: fault = .notFound
    case 403 where isRateLimited(asked): fault = .tooManyRequests(wait)
    case 401, 403:
      fault = SiteTable.standard.refusal(at: asked).map { .signInRequired(help: $0) } ?? .forbidden
    case 429: fault = .tooManyRequests(wait)
    case 500...: fault = .server(status)
    default: fault = .status(status)
    }
    throw SiteError(fault, url: asked, said: reason)
  }

  /// Whether this is a page that lets only browsers through: Cloudflare's challenge, which its header announces
  /// ("Detect a Challenge Page response"), or Anubis, which may come with any status.
  private var isWall: Bool {
    if isChallenge { return true }
    return !looksLikeJSON && UnreadPage.isChallenge(body)
  }

  /// What the site gives as the reason in JSON: `errors[0]`, `message`, `error_message` or `error`, in one line.
  private var reason: String? {
    guard looksLikeJSON, body.count < 1 << 20 else { return nil }
    do throws(ImportError) {
      let file = ImportFile(name: "", bytes: body)
      guard let value = try ImportFiles([ImportPart(reading: file)]).items.first else { return nil }
      var silent = Findings()
      let words = value["errors"].flatMap { silent.words($0.elements.first { _ in true }) }
      let said =
        words ?? silent.words(value["message"]) ?? silent.words(value["error_message"])
        ?? silent.words(value["error"])
      return said.map { HTMLText.shortened($0, limit: 200) }
    } catch {
      return nil
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

  /// Whether the body is the word of JSON with which some interfaces say that something does not exist.
  var isNull: Bool {
    body.count < 16
      && String(decoding: body, as: UTF8.self).split(whereSeparator: \.isWhitespace) == ["null"]
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
    case .noAddress, .noHost, .credentials, .noDiscussion, .noFrontPage, .unknownFront, .forbidden,
      .browserRequired,
      .signInRequired,
      .tooManyRequests, .server, .elsewhere, .goesInCircles, .nothingCame, .outOfTurn, .unsupported,
      .noArticle:
      false
    }
  }
}
