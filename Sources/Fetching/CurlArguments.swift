import JSONText
import Sites
public import WebAddresses

/// The arguments and the input with which curl is started.
enum CurlArguments {
  /// Curl's name and its arguments, which everybody on this machine can read: nothing secret.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - place: where it is asked.
  ///   - manner: how it is asked.
  ///   - readsMore: whether it reads more of them on its standard input.
  /// - Returns: `-q` as the first argument, by which no file of the user's is read, and the address as the value of an
  ///   option, by which it cannot be one itself.
  static func words(
    for request: SiteRequest, at place: WebURL, _ manner: FetchManner, readsMore: Bool = false
  ) -> [String] {
    let limits = manner.limits
    let scheme = place.isSecure ? "=https" : "=http"
    var words = [
      "curl", "-q", "--silent", "--no-netrc", "--globoff", "--proto", scheme, "--proto-redir",
      "=https", "--max-redirs", "0", "--tlsv1.2", "--compressed", "--user-agent", manner.agent,
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

  /// The text for its standard input, which nobody else can read: it contains the token.
  ///
  /// - Returns: nil if there is none, or if this address is not of the interface that the request is for: the token is
  ///   sent there, and nowhere else.
  /// - Throws: if the token is not one.
  static func configuration(
    of request: SiteRequest, to address: WebURL, _ manner: FetchManner
  ) throws(FetchError) -> [UInt8]? {
    guard let service = request.service, let token = manner.tokens[service.tokenVariable],
      address.origin == service.origin
    else { return nil }
    guard token.utf8.count <= 1024,
      token.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !#""\"#.utf8.contains($0) })
    else { throw .badToken(variable: service.tokenVariable) }
    return Array("header = \"Authorization: Bearer \(token)\"\n".utf8)
  }

  /// Whether a text can be the value of a header: some bytes, none of a control character.
  private static func isHeaderValue(_ text: String) -> Bool {
    1...4096 ~= text.utf8.count && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

/// What curl says of an answer on its standard error.
struct CurlReport: Equatable, Sendable {
  /// The HTTP status.
  let status: Int
  /// The whole address to which the answer points; nil if it points nowhere.
  let target: String?
  /// The number of the address that curl was connected to, which is a proxy's if there is one.
  let remote: WebHost
  /// The values of the answer's headers, by names in lower case.
  ///
  /// Those that are not ASCII are not what was sent (curl 7.88 garbles them); none that we need has to be.
  let headers: [String: [String]]

  /// The format of its report: the status, the redirect's target, the address it connected to, and the headers as JSON.
  static let form = #"%{stderr}%{response_code}\n%{redirect_url}\n%{remote_ip}\n%{header_json}"#

  /// Reads what curl has said; nil if it is in another form, as older versions say it.
  init?(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let status = Int(String(decoding: parts[0], as: UTF8.self)),
      status > 0, let remote = WebHost(number: String(decoding: parts[2], as: UTF8.self))
    else { return nil }
    self.remote = remote
    self.status = status
    target = parts[1].isEmpty ? nil : String(decoding: parts[1], as: UTF8.self)
    do throws(JSONError) {
      headers = try Self.headers(Array(parts[3]))
    } catch {
      return nil
    }
  }

  /// The value of a header, its lines joined by commas (RFC 9110 section 5.3); nil if there is none.
  subscript(name: String) -> String? { headers[name]?.joined(separator: ", ") }

  /// When the site wants to be asked again.
  ///
  /// Some sites say it otherwise if nothing is left of what one may ask: by `X-RateLimit-Reset`, in seconds since 1970
  /// or in seconds from now.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: the value of `Retry-After`, or one made for it; nil if the site does not say.
  func retryAfter(now: Int64) -> String? {
    if let value = self["retry-after"] { return value }
    guard status == 403 || status == 429,
      let left = self["x-ratelimit-remaining"].flatMap({ Double($0) }), left < 1,
      let reset = self["x-ratelimit-reset"].flatMap({ Int64($0) }), reset >= 0
    else { return nil }
    return String(reset > 1_000_000_000 ? max(0, reset - now) : reset)
  }

  private static func headers(_ json: [UInt8]) throws(JSONError) -> [String: [String]] {
    var reader = JSONReader(json)
    var headers: [String: [String]] = [:]
    try reader.beginObject()
    while let name = try reader.memberName() {
      try reader.beginArray()
      while try reader.hasElement() {
        headers[name.lowercased(), default: []].append(
          try reader.string().text(in: json).text)
      }
    }
    return headers
  }
}

/// Addresses that may be asked, in a form that has only one reading: whatever reads it finds the same host in it.
extension WebURL {
  /// Reads an address; nil for one with a character that is not visible ASCII or that programs take in different ways
  /// (`"`, `\`), and for one of more than 8192 bytes.
  public init?(asked text: String) {
    let bytes = text.utf8
    guard bytes.count <= 8192,
      bytes.allSatisfy({ 0x21...0x7E ~= $0 && !#""\"#.utf8.contains($0) })
    else { return nil }
    do throws(Fault) { try self.init(text) } catch { return nil }
    if host.hasPrefix("-") { return nil }
  }

  /// The address without its fragment, which is never sent; path and query as they were given.
  var asked: String { origin + rest }

  /// Whether it is one of https, or of this machine, which needs none.
  var mayBeAsked: Bool { isSecure || isThisMachine }
}
