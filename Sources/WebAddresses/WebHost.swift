/// A host of a web address: a name, or a number however it is spelled (URL Standard, section 3).
///
/// It is stricter than the standard where a name could not be in the domain name system: a name has only letters,
/// digits, hyphens, underscores and dots, no empty label but that after a dot at its end, and at most 253 bytes.
public struct WebHost: Equatable, Sendable {
  /// As the standard writes it: a name in lower case and in ASCII, an IPv4 address as four numbers, an IPv6 address in
  /// brackets.
  public let text: String
  /// The eight pieces of an IPv6 address; an IPv4 address is mapped to one (RFC 4291 section 2.5.5.2); nil for a name.
  private let pieces: [UInt16]?

  /// Reads a host without its port; nil if it cannot be one.
  ///
  /// - Complexity: O(length).
  public init?(_ host: some StringProtocol) {
    if host.hasPrefix("[") {
      guard host.hasSuffix("]"), let pieces = Self.ipv6(Array(host.utf8.dropFirst().dropLast()))
      else { return nil }
      self.pieces = pieces
      text = "[\(Self.text(of: pieces))]"
      return
    }
    let bytes = PercentCoding.decode(Array(host.utf8)[...])
    guard let decoded = String(validating: bytes, as: UTF8.self),
      let name = HostName.ascii(decoded), !name.isEmpty, name.utf8.count < 254,
      name.utf8.allSatisfy(Self.isOfName)
    else { return nil }
    var labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    guard labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard let last = labels.last, Self.isNumber(last) else {
      pieces = nil
      text = name
      return
    }
    guard let number = Self.ipv4(labels) else { return nil }
    pieces = [0, 0, 0, 0, 0, 0xFFFF, UInt16(number >> 16), UInt16(number & 0xFFFF)]
    text = [24, 16, 8, 0].map { "\(number >> $0 & 0xFF)" }.joined(separator: ".")
  }

  /// Reads an address as the system writes it: a number, that of an IPv6 address without brackets and perhaps with its
  /// scope (RFC 4007 section 11), as in `fe80::1%eth0`; nil for anything else.
  ///
  /// - Complexity: O(length).
  public init?(number text: String) {
    let number = text.prefix { $0 != "%" }
    guard let host = WebHost(number.contains(":") ? "[\(number)]" : String(number)),
      host.pieces != nil
    else { return nil }
    self = host
  }

  // MARK: How far away it is

  /// How far away a host is, the nearest first.
  public enum Reach: Int, Comparable, Sendable {
    /// The machine that asks.
    case thisMachine
    /// The network around it, or one that is not the internet.
    case privateNetwork
    case internet

    public static func < (one: Reach, other: Reach) -> Bool { one.rawValue < other.rawValue }
  }

  /// How far away it is: a number by the special-purpose registries of IANA (RFC 6890), a name by those that are set
  /// aside.
  ///
  /// This machine is `localhost` and what is below it (RFC 6761 section 6.3), 127.0.0.0/8 and 0.0.0.0, also mapped to
  /// IPv6, `::1` and `::`. A name without a dot, and one below `local` (RFC 6762), `home.arpa` (RFC 8375) or `internal`
  /// is of a private network; where any other name leads only its address can tell.
  public var reach: Reach {
    guard let pieces else { return Self.reach(of: text) }
    let ends = (Self.reach(of: pieces[1], pieces[2]), Self.reach(of: pieces[6], pieces[7]))
    switch (pieces[0], pieces[1]) {
    case (0, _) where pieces[..<5].allSatisfy({ $0 == 0 }) && pieces[5] == 0xFFFF: return ends.1
    case (0, _):
      return pieces[..<7].allSatisfy({ $0 == 0 }) && pieces[7] < 2 ? .thisMachine : .privateNetwork
    // What a gateway makes an IPv4 address of (RFC 6052 section 2.1, RFC 3056 section 2) leads to the gateway's side.
    case (0x64, 0xFF9B) where pieces[2..<6].allSatisfy({ $0 == 0 }):
      return max(ends.1, .privateNetwork)
    case (0x64, 0xFF9B): return .privateNetwork
    case (0x2002, _): return max(ends.0, .privateNetwork)
    // Unique local, link-local and site-local addresses, and groups.
    case (0xFC00...0xFDFF, _), (0xFE80...0xFEFF, _), (0xFF00...0xFFFF, _): return .privateNetwork
    default: return .internet
    }
  }

  /// Whether it is the machine that asks.
  public var isThisMachine: Bool { reach == .thisMachine }

  private static func reach(of name: String) -> Reach {
    let labels = name.split(separator: ".")
    switch labels.last {
    case "localhost": return .thisMachine
    case "local", "internal": return .privateNetwork
    case "arpa" where labels.dropLast().last == "home": return .privateNetwork
    default: return labels.count < 2 ? .privateNetwork : .internet
    }
  }

  /// How far away an IPv4 address is, by its halves.
  private static func reach(of high: UInt16, _ low: UInt16) -> Reach {
    switch (high >> 8, high & 0xFF) {
    case (127, _): return .thisMachine
    case (0, 0) where low == 0: return .thisMachine
    case (0, _), (10, _), (100, 64...127), (169, 254), (172, 16...31), (192, 168), (224..., _):
      return .privateNetwork
    case (192, 0) where low >> 8 == 0: return .privateNetwork
    default: return .internet
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }

  // MARK: IPv4

  /// Whether a host that ends in this label has to be an IPv4 address.
  private static func isNumber(_ label: Substring) -> Bool {
    label.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      || label.hasPrefix("0x") && label.dropFirst(2).allSatisfy(\.isHexDigit)
  }

  /// A number in decimal, in octal after `0`, or in hexadecimal after `0x`.
  private static func number(_ label: Substring) -> UInt64? {
    if label.hasPrefix("0x") { return label.count == 2 ? 0 : digits(label.dropFirst(2), 16) }
    return label.count > 1 && label.hasPrefix("0")
      ? digits(label.dropFirst(), 8) : digits(label, 10)
  }

  private static func digits(_ text: Substring, _ radix: Int) -> UInt64? {
    text.first == "+" || text.first == "-" ? nil : UInt64(text, radix: radix)
  }

  /// An address of one to four numbers; the last one fills the remaining bytes.
  private static func ipv4(_ labels: [Substring]) -> UInt64? {
    let numbers = labels.compactMap(number)
    guard labels.count <= 4, numbers.count == labels.count, let last = numbers.last,
      numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << (8 * UInt64(5 - numbers.count))
    else { return nil }
    return zip(numbers.dropLast(), [24, 16, 8] as [UInt64]).reduce(last) { $0 + $1.0 << $1.1 }
  }

  // MARK: IPv6

  /// An address as RFC 4291 section 2.2 writes it, read as the URL Standard does (section 3.5).
  private static func ipv6(_ bytes: [UInt8]) -> [UInt16]? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard bytes.count < 46, parts.count > 2 else { return nil }
    var pieces: [UInt16] = []
    var gap: Int?
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // Of `::` at an end, the first or last part is empty as well.
        let isOuter =
          index == 0 ? parts[1].isEmpty : index == parts.count - 1 && parts[index - 1].isEmpty
        if isOuter { continue }
        guard gap == nil, index > 0, index < parts.count - 1 else { return nil }
        gap = pieces.count
      } else if part.contains(UInt8(ascii: ".")) {
        guard index == parts.count - 1, let number = dotted(part) else { return nil }
        pieces += [UInt16(number >> 16), UInt16(number & 0xFFFF)]
      } else {
        let text = String(decoding: part, as: UTF8.self)
        guard part.count < 5, let piece = digits(text[...], 16) else { return nil }
        pieces.append(UInt16(piece))
      }
    }
    guard let gap else { return pieces.count == 8 ? pieces : nil }
    guard pieces.count < 8 else { return nil }
    pieces.insert(contentsOf: [UInt16](repeating: 0, count: 8 - pieces.count), at: gap)
    return pieces
  }

  /// The four numbers at the end of an IPv6 address, which are decimal and have no zeros before them.
  private static func dotted(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> UInt64? in
      let text = String(decoding: part, as: UTF8.self)
      return UInt8(text).flatMap { "\($0)" == text ? UInt64($0) : nil }
    }
    return parts.count == 4 && numbers.count == 4 ? numbers.reduce(0) { $0 << 8 + $1 } : nil
  }

  /// An address with its longest run of zeros, the first of several, as `::` (RFC 5952 section 4).
  private static func text(of pieces: [UInt16]) -> String {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || pieces[index] != 0 {
      if index - start > max(1, best.count) { best = start..<index }
      start = index + 1
    }
    let words = pieces.map { String($0, radix: 16) }
    guard !best.isEmpty else { return words.joined(separator: ":") }
    return words[..<best.lowerBound].joined(separator: ":") + "::"
      + words[best.upperBound...].joined(separator: ":")
  }
}
