/// An address that may be asked, in a form that has only one reading.
///
/// It has `https://` (or `http://`, see ``mayBeAsked``), a host, and no name of a user: whatever reads
/// it finds the same host in it.
struct FetchAddress: Equatable, Sendable {
  var isSecure: Bool
  /// In lower case; an IPv6 address in its brackets.
  var host: String
  /// Nil for the scheme's own.
  var port: Int?
  /// Path and query: empty, or from the first `/` or `?` on.
  ///
  /// A fragment is never sent.
  var rest: String

  /// Reads an address; nil for one that has another scheme, or a character that is no visible ASCII
  /// or that programs take in different ways (`"`, `\`, an `@` before the path).
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 8192,
      bytes.allSatisfy({ 0x21...0x7E ~= $0 && !#""\"#.utf8.contains($0) }),
      let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text[colon...].hasPrefix("://")
    else { return nil }
    switch text[..<colon].lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    default: return nil
    }
    let whole = text[colon...].dropFirst(3).prefix { $0 != "#" }
    let place = whole.prefix { !"/?".contains($0) }
    rest = String(whole[place.endIndex...])
    let name: Substring
    if place.hasPrefix("[") {
      guard let end = place.firstIndex(of: "]") else { return nil }
      name = place[...end]
    } else {
      name = place.prefix { $0 != ":" }
    }
    host = name.lowercased()
    guard Self.isHost(host) else { return nil }
    let after = place[name.endIndex...]
    guard !after.isEmpty else { return }
    guard after.hasPrefix(":"), let port = UInt16(after.dropFirst()), port > 0,
      after.dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    self.port = Int(port)
  }

  /// Whether it is one of https, or of this machine, which needs none.
  var mayBeAsked: Bool { isSecure || isThisMachine }

  /// Whether the host is `localhost`, `[::1]` or one of 127.0.0.0/8.
  var isThisMachine: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    // A number with a leading zero is octal to some programs.
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  var text: String { origin + rest }

  /// Scheme, host and port.
  var origin: String { (isSecure ? "https://" : "http://") + site }

  /// Host and port.
  var site: String { host + (port.map { ":\($0)" } ?? "") }

  private static func isHost(_ host: String) -> Bool {
    guard 1...253 ~= host.utf8.count else { return false }
    if host.hasPrefix("[") {
      return host.utf8.count > 3
        && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return host.first != "-"
      && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
  }
}
