/// A web address, taken apart as the URL Standard does: where it is, and what is asked for there.
///
/// It has a scheme, http or https, a host, and no name of a user: whatever reads what is written here finds the same
/// host in it. Path, query and fragment are bytes that are decoded on demand.
public struct WebURL: Equatable, Sendable {
  /// Whether the scheme is https.
  public private(set) var isSecure: Bool
  private var place: WebHost
  /// Nil for the scheme's own.
  public private(set) var port: Int?
  /// Path and query as they were given, from the first `/`, `?` or `\` on; empty if there is nothing.
  public internal(set) var rest: String
  /// What follows `#`, decoded; nil if there is nothing.
  public let fragment: String?

  /// Why a text is not a web address.
  public enum Fault: Error, Equatable {
    /// It does not begin with `https://` or `http://`.
    case noScheme
    /// It has no host, or one that cannot be, or a port that is not one.
    case noHost
    /// It has a name and perhaps a password in it.
    case credentials
  }

  /// Reads an address, white space around it aside.
  ///
  /// - Complexity: O(length).
  public init(_ text: String) throws(Fault) {
    let bytes = Array(text.utf8)
    let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let last = bytes.lastIndex { $0 > 0x20 } ?? first
    var whole = bytes[first..<min(bytes.endIndex, last + 1)]
    guard let found = Self.authority(in: whole) else { throw .noScheme }
    switch String(decoding: whole[..<(found.lowerBound - 3)], as: UTF8.self).lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    default: throw .noScheme
    }
    whole = whole[found.lowerBound...]
    let end = found.upperBound
    guard !whole[..<end].contains(UInt8(ascii: "@")) else { throw .credentials }
    guard let (place, port) = Self.authority(whole[..<end]) else { throw .noHost }
    self.place = place
    self.port = port == (isSecure ? 443 : 80) ? nil : port
    let hash = whole[end...].firstIndex(of: UInt8(ascii: "#")) ?? whole.endIndex
    rest = String(decoding: whole[end..<hash], as: UTF8.self)
    fragment = hash + 1 < whole.endIndex ? PercentCoding.text(whole[(hash + 1)...]) : nil
  }

  /// Where the part with the host is in an address of any scheme: after the first `://`, up to `/`, `?`, `#` or `\`;
  /// nil if the address has none.
  ///
  /// - Complexity: O(length).
  public static func authority<Bytes: Collection>(
    in address: Bytes
  ) -> Range<Bytes.Index>? where Bytes.Element == UInt8 {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
      address[colon...].starts(with: "://".utf8)
    else { return nil }
    let start = address.index(colon, offsetBy: 3)
    let end = address[start...].firstIndex { "/?#\\".utf8.contains($0) } ?? address.endIndex
    return start..<end
  }

  private static func authority(_ bytes: ArraySlice<UInt8>) -> (WebHost, port: Int?)? {
    let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    let colon = bytes[bracket...].lastIndex(of: UInt8(ascii: ":"))
    let name = String(validating: bytes[..<(colon ?? bytes.endIndex)], as: UTF8.self)
    guard let host = name.flatMap({ WebHost($0) }) else { return nil }
    guard let colon else { return (host, nil) }
    let digits = bytes[(colon + 1)...]
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }),
      let port = Int(String(decoding: digits, as: UTF8.self)), 1...65_535 ~= port
    else { return nil }
    return (host, port)
  }

  /// As the URL Standard writes it: a name in lower case and in ASCII, an address of IPv6 in brackets.
  public var host: String { place.text }

  /// How far away the host is, however it is spelled.
  public var reach: WebHost.Reach { place.reach }

  /// Whether the host is this machine, however it is spelled.
  public var isThisMachine: Bool { place.isThisMachine }

  /// Host and port.
  public var authority: String { port.map { "\(host):\($0)" } ?? host }

  /// Scheme, host and port: `https://example.org`.
  public var origin: String { (isSecure ? "https://" : "http://") + authority }

  /// Path and query, what must not be there encoded; begins with `/`.
  public var target: String {
    (rest.hasPrefix("/") ? "" : "/") + PercentCoding.mended(Array(rest.utf8)[...])
  }

  /// The address without its fragment.
  public var page: String { origin + target }

  /// The parts of the path, decoded, without empty ones.
  public var path: [String] {
    Array(rest.utf8).prefix { $0 != UInt8(ascii: "?") }.split(separator: UInt8(ascii: "/"))
      .map { PercentCoding.text($0) }
  }

  /// The first value of a name in the query, decoded; nil if there is none.
  public func value(of name: String) -> String? {
    let query = rest.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    for pair in query.split(separator: UInt8(ascii: "&")).map({ Array($0)[...] }) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      if PercentCoding.text(pair[..<equals], plusIsSpace: true) == name {
        return PercentCoding.text(pair[equals...].dropFirst(), plusIsSpace: true)
      }
    }
    return nil
  }

  /// The same with https, unless it is this machine, which needs none.
  public var secured: WebURL {
    guard !isSecure, !isThisMachine else { return self }
    var url = self
    url.isSecure = true
    if port == 443 { url.port = nil }
    return url
  }

  /// What is asked for here, at another place.
  public func moved(to other: WebURL) -> WebURL {
    var url = other
    url.rest = rest
    return url
  }

  public static func == (one: WebURL, other: WebURL) -> Bool {
    one.page == other.page && one.fragment == other.fragment
  }
}

/// Parts of what may be an address, or the path of one.
extension WebURL {
  /// Reads an address as it is in a page: one without a scheme, `//example.org/a`, is one of https; nil for a path
  /// and for what is not an address.
  public init?(reference: String) {
    let text = reference.hasPrefix("//") ? "https:" + reference : reference
    do throws(Fault) { try self.init(text) } catch { return nil }
  }

  /// The parts of a path as they are written, without empty ones; `["t", "1"]` for `/t/1` and `https://a.org/t/1?x#y`.
  public static func path(of reference: String) -> [String] {
    let reference = reference.drop { $0.isWhitespace }
    let scheme = ["https://", "http://", "//"].first {
      reference.prefix($0.count).lowercased() == $0
    }
    let rest =
      scheme.map { reference.dropFirst($0.count).drop { !"/?#".contains($0) } } ?? reference
    return rest.prefix { !"?#".contains($0) }.split(separator: "/").map { String($0) }
  }

  /// What follows the last `#`, as it is written; nil if there is nothing.
  public static func fragment(of reference: String) -> String? {
    guard let mark = reference.lastIndex(of: "#") else { return nil }
    let fragment = reference[reference.index(after: mark)...]
    return fragment.isEmpty ? nil : String(fragment)
  }
}
