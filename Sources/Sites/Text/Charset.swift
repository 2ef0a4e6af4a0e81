import HTMLTree

/// Texts that are not in UTF-8, as `Content-Type` says (RFC 9110 section 8.3.2).
enum Charset {
  /// A body in UTF-8, without the byte order mark of UTF-16.
  ///
  /// A body that is UTF-8 all the same stays as it is: servers say ISO-8859-1 of everything unless somebody tells them
  /// not to. So does one in an encoding that is not known here. A byte order mark counts more than what is said.
  ///
  /// - Complexity: O(length) unless UTF-8 is said.
  static func utf8(_ body: [UInt8], contentType: String) -> [UInt8] {
    if body.starts(with: [0xFE, 0xFF]) { return utf16(body.dropFirst(2), isBigEndian: true) }
    if body.starts(with: [0xFF, 0xFE]) { return utf16(body.dropFirst(2), isBigEndian: false) }
    switch name(in: contentType) {
    case "utf-16be": return utf16(body[...], isBigEndian: true)
    case "utf-16", "utf-16le": return utf16(body[...], isBigEndian: false)
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "windows-1252", "cp1252", "x-cp1252":
      // Everybody who says ISO-8859-1 means windows-1252 (WHATWG Encoding, section 4.2).
      return isUTF8(body)
        ? body
        : singleBytes(body) {
          0x80...0x9F ~= $0
            ? CharacterReference.windows1252[Int($0 - 0x80)] : Unicode.Scalar($0)
        }
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9":
      return isUTF8(body)
        ? body : singleBytes(body) { iso8859Part15[$0] ?? Unicode.Scalar($0) }
    default: return body
    }
  }

  /// The value of the parameter `charset`, in lower case, without quotes; "" if there is none.
  static func name(in contentType: String) -> String {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { trimmed($0).lowercased() }
      guard parts.count == 2, parts[0] == "charset" else { continue }
      return trimmed(parts[1].filter { $0 != "\"" && $0 != "'" }[...])
    }
    return ""
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.prefix { $0 != " " && $0 != "\t" && $0 != "," })
  }

  private static func isUTF8(_ body: [UInt8]) -> Bool {
    String(validating: body, as: UTF8.self) != nil
  }

  private static func singleBytes(
    _ body: [UInt8], _ scalar: (UInt8) -> Unicode.Scalar
  ) -> [UInt8] {
    Array(String(String.UnicodeScalarView(body.map(scalar))).utf8)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var rest = bytes
    while let first = rest.popFirst(), let second = rest.popFirst() {
      let (high, low) = isBigEndian ? (first, second) : (second, first)
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Where ISO-8859-15 is not ISO-8859-1.
  private static let iso8859Part15: [UInt8: Unicode.Scalar] = [
    0xA4: "\u{20AC}", 0xA6: "\u{160}", 0xA8: "\u{161}", 0xB4: "\u{17D}", 0xB8: "\u{17E}",
    0xBC: "\u{152}", 0xBD: "\u{153}", 0xBE: "\u{178}",
  ]
}
