import JSONText

/// What curl says of an answer on its standard error.
struct CurlReport: Equatable, Sendable {
  /// The HTTP status.
  let status: Int
  /// The whole address to which the answer points; nil where it points nowhere.
  let target: String?
  /// The values of the answer's headers, by names in lower case.
  ///
  /// Those that are not ASCII are not what was sent (curl 7.88 garbles them); none that we need has to be.
  private let headers: [String: [String]]

  /// What curl is told to say: the status, where the answer points, and its headers as JSON.
  static let form = #"%{stderr}%{response_code}\n%{redirect_url}\n%{header_json}"#

  /// Reads what curl has said; nil where it is in another form, as older versions say it.
  init?(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let status = Int(String(decoding: parts[0], as: UTF8.self)),
      status > 0
    else { return nil }
    self.status = status
    target = parts[1].isEmpty ? nil : String(decoding: parts[1], as: UTF8.self)
    do throws(JSONError) {
      headers = try Self.headers(Array(parts[2]))
    } catch {
      return nil
    }
  }

  /// The value of a header, its lines joined by commas (RFC 9110 section 5.3); nil where there is none.
  subscript(name: String) -> String? { headers[name]?.joined(separator: ", ") }

  /// When the site wants to be asked again.
  ///
  /// Some sites say it otherwise if nothing is left of what one may ask: by `X-RateLimit-Reset`, in seconds since 1970
  /// or in seconds from now.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: the value of `Retry-After`, or one made for it; nil where the site does not say.
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
