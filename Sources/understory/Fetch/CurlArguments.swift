import Sites
import WebAddresses

/// What curl is told.
enum CurlArguments {
  /// How we name ourselves.
  static let agent = "understory/\(ProgramVersion.number) (+terminal reader)"

  /// Curl's name and its arguments, which everybody on this machine can read: nothing secret.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - place: where it is asked.
  ///   - limits: for how long, and for how much, anybody waits.
  ///   - readsMore: whether it reads more of them on its standard input.
  /// - Returns: `-q` as the first argument, by which no file of the user's is read, and the address as
  ///   the value of an option, by which it cannot be one itself.
  static func words(
    for request: SiteRequest, at place: WebURL, limits: Curl.Limits, readsMore: Bool = false
  ) -> [String] {
    let scheme = place.isSecure ? "=https" : "=http"
    var words = [
      "curl", "-q", "--silent", "--no-netrc", "--globoff", "--proto", scheme, "--proto-redir",
      "=https", "--max-redirs", "0", "--tlsv1.2", "--compressed", "--user-agent", agent,
      "--connect-timeout", "\(limits.connecting)", "--speed-limit", "1", "--speed-time",
      "\(limits.standing)", "--max-time", "\(limits.whole)", "--max-filesize", "\(limits.bytes)",
      "--write-out", CurlReport.form,
    ]
    // Nobody else is asked for what is on this machine.
    if place.isThisMachine { words += ["--noproxy", "*"] }
    let headers = [
      ("Accept", request.accept), ("If-None-Match", request.validators?.etag),
      ("If-Modified-Since", request.validators?.lastModified),
    ]
    for case (let name, let value?) in headers where isHeaderValue(value) {
      words += ["--header", "\(name): \(value)"]
    }
    if readsMore { words += ["--config", "-"] }
    return words + ["--url", place.asked]
  }

  /// What curl is told on its standard input, where nobody else can read it: the token.
  ///
  /// - Returns: nil if there is none, or if this address is not of the interface that the request is for: the token is
  ///   sent there, and nowhere else.
  /// - Throws: if the token is not one.
  static func configuration(
    of request: SiteRequest, to address: WebURL, token: String?
  ) throws(FetchError) -> [UInt8]? {
    guard let token, let service = request.service, address.origin == service.origin else {
      return nil
    }
    guard token.utf8.count <= 1024,
      token.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !#""\"#.utf8.contains($0) })
    else { throw .badToken }
    return Array("header = \"Authorization: Bearer \(token)\"\n".utf8)
  }

  /// Whether a text can be the value of a header: some bytes, none of a control character.
  private static func isHeaderValue(_ text: String) -> Bool {
    1...4096 ~= text.utf8.count && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
