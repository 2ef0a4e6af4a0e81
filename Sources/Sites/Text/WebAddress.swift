/// Parts of web addresses, as far as ids need them.
enum WebAddress {
  /// The host in an address such as `https://example.org/t/1`, in lower case; nil for others.
  static func host(of address: String) -> String? {
    guard let rest = withoutScheme(address) else { return nil }
    let host = rest.prefix { !"/?#".contains($0) }.lowercased()
    guard !host.isEmpty, host.utf8.count < 256, host.utf8.allSatisfy(isOfHost) else { return nil }
    return host
  }

  /// The parts of its path, without empty ones; `["t", "1"]` for `https://example.org/t/1?x#y`.
  static func path(of address: String) -> [String] {
    let rest = withoutScheme(address).map { $0.drop { $0 != "/" } } ?? address[...]
    return rest.prefix { !"?#".contains($0) }.split(separator: "/").map { String($0) }
  }

  /// What follows `#`.
  static func fragment(of address: String) -> String? {
    guard let mark = address.lastIndex(of: "#") else { return nil }
    let fragment = address[address.index(after: mark)...]
    return fragment.isEmpty ? nil : String(fragment)
  }

  private static func withoutScheme(_ address: String) -> Substring? {
    for scheme in ["https://", "http://", "//"] where address.hasPrefix(scheme) {
      return address.dropFirst(scheme.count)
    }
    return nil
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }
}
