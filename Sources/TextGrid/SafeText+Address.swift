import WebAddresses

extension SafeText {
  /// An address as programs take it: printable ASCII and nothing that ends it too early.
  ///
  /// White space around it and line ends in it are left out (URL Standard, section 4.4). A host that
  /// is not ASCII becomes Punycode. In the rest, what may not be in an address is percent-encoded
  /// in UTF-8 (RFC 3986, section 2; RFC 3987, section 3.1); what is encoded already stays as it is.
  ///
  /// - Parameter raw: an address with its scheme; unsafe, as it came.
  /// - Complexity: O(length).
  public init(address raw: String) {
    let trimmed = raw.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }
    let address = end.map { trimmed[...$0] } ?? ""
    guard let host = address.host else {
      self.init(address.percentEncoded)
      return
    }
    let isPlain = address[host].utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
    let ascii = isPlain ? nil : WebHost(address[host])?.text
    self.init(
      address[..<host.lowerBound].percentEncoded + (ascii ?? address[host].percentEncoded)
        + address[host.upperBound...].percentEncoded)
  }
}

extension Substring {
  /// Where the host is in `scheme://name@host:port/path`; nil if there is none.
  fileprivate var host: Range<Index>? {
    let bytes = utf8
    guard let authority = WebURL.authority(in: bytes) else { return nil }
    let end = authority.upperBound
    let name = bytes[authority].lastIndex(of: UInt8(ascii: "@")).map { bytes.index(after: $0) }
    let first = name ?? authority.lowerBound
    // An IPv6 address has colons of its own, in brackets.
    let isLiteral = first < end && bytes[first] == UInt8(ascii: "[")
    let port = isLiteral ? nil : bytes[first..<end].firstIndex(of: UInt8(ascii: ":"))
    return first..<(port ?? end)
  }

  /// With what is not printable ASCII, or would end an address, percent-encoded; without line ends
  /// and tabs.
  fileprivate var percentEncoded: String {
    PercentCoding.encode(utf8.filter { ![0x09, 0x0A, 0x0D].contains($0) }) { byte in
      byte <= 0x20 || byte >= 0x7F || #""<>\^`{|}"#.utf8.contains(byte)
    }
  }
}
