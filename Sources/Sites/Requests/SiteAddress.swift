import HostNames

/// A web address of a page, taken apart (RFC 3986): where it is, and what is asked for there.
///
/// Only https, and http where the host is this machine itself; any other http address counts as its https one.
struct SiteAddress: Equatable, Sendable {
  /// `https`, or `http` for this machine.
  let scheme: String
  /// In lower case and ASCII (see ``HostName``); an address of IPv6 in brackets.
  let host: String
  /// Nil for the scheme's own.
  let port: Int?
  /// The parts of the path, decoded, without empty ones.
  let path: [String]
  /// The names and values of the query, decoded.
  let query: [(name: String, value: String)]
  /// What follows `#`, decoded; nil where there is nothing.
  let fragment: String?
  /// Path and query as they were given, what must not stand there encoded; begins with `/`.
  let target: String

  /// Reads an address, white space around it aside.
  ///
  /// - Throws: where it is no address of a page, or has a name and a password in it.
  init(_ text: String) throws(SiteError) {
    let bytes = Array(text.utf8)
    let first = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let last = bytes.lastIndex { $0 > 0x20 } ?? first
    var rest = bytes[first..<min(bytes.endIndex, last + 1)]
    guard let mark = rest.firstIndex(of: UInt8(ascii: ":")),
      rest[mark...].starts(with: "://".utf8)
    else { throw SiteError(.noAddress, url: text) }
    let scheme = String(decoding: rest[..<mark], as: UTF8.self).lowercased()
    guard scheme == "https" || scheme == "http" else { throw SiteError(.noAddress, url: text) }
    rest = rest[(mark + 3)...]
    let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
    guard !rest[..<end].contains(UInt8(ascii: "@")) else {
      throw SiteError(.credentials, url: text)
    }
    guard let (host, port) = Self.authority(rest[..<end]) else {
      throw SiteError(.noHost, url: text)
    }
    self.host = host
    let isPlain = scheme == "http" && Self.isThisMachine(host)
    self.scheme = isPlain ? "http" : "https"
    let usual = isPlain ? [80] : [443, 80]
    self.port = port.flatMap { usual.contains($0) ? nil : $0 }
    rest = rest[end...]
    let hash = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
    fragment =
      rest[hash...].count > 1 ? PercentCoding.decode(rest[hash...].dropFirst()) : nil
    rest = rest[..<hash]
    let question = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    path = rest[..<question].split(separator: UInt8(ascii: "/")).map { PercentCoding.decode($0) }
    query = rest[question...].dropFirst().split(separator: UInt8(ascii: "&")).map { pair in
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      return (
        PercentCoding.decode(pair[..<equals], plusIsSpace: true),
        PercentCoding.decode(pair[equals...].dropFirst(), plusIsSpace: true)
      )
    }
    target =
      (rest.first == UInt8(ascii: "/") ? "" : "/") + PercentCoding.mended(rest)
  }

  /// Scheme, host and port: `https://example.org`.
  var origin: String { "\(scheme)://\(authority)" }

  /// Host and port.
  var authority: String { port.map { "\(host):\($0)" } ?? host }

  /// The address without its fragment.
  var page: String { origin + target }

  /// The first value of that name in the query.
  func value(of name: String) -> String? { query.first { $0.name == name }?.value }

  /// Whether an address is https at the same host and port, or as plain as this one.
  func isSite(of address: String) -> Bool {
    do throws(SiteError) {
      let isPlain = address.hasPrefix("http://")
      return try SiteAddress(address).origin == origin && isPlain == (scheme == "http")
    } catch {
      return false
    }
  }

  static func == (one: SiteAddress, other: SiteAddress) -> Bool {
    one.page == other.page && one.fragment == other.fragment
  }
}

extension SiteAddress {
  /// Host and port; nil if the host is not one that can be written in the letters, digits and hyphens of the domain
  /// name system.
  private static func authority(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    var end = bytes.endIndex
    var port: Int?
    let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    if let colon = bytes[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      let digits = bytes[(colon + 1)...]
      guard let number = Int(String(decoding: digits, as: UTF8.self)), 1...65_535 ~= number,
        digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      port = number
      end = colon
    }
    guard let name = String(validating: bytes[..<end], as: UTF8.self),
      let host = HostName.ascii(name)
    else { return nil }
    let isNumeric = host.hasPrefix("[") && host.hasSuffix("]")
    let inner = isNumeric ? host.dropFirst().dropLast() : host[...]
    guard !inner.isEmpty, inner.utf8.count < 254,
      inner.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x2E: true
        case 0x61...0x66: true
        case 0x3A: isNumeric
        default: !isNumeric && (0x61...0x7A ~= byte || byte == 0x2D || byte == 0x5F)
        }
      })
    else { return nil }
    let labels = inner.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = labels.dropLast().allSatisfy { !$0.isEmpty }
    return isWhole && inner != "." ? (host, port) : nil
  }

  /// Whether a host is the machine that asks: `localhost`, 127.0.0.0/8 or ::1 (RFC 6761, RFC 6890).
  private static func isThisMachine(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
