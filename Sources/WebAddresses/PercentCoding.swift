/// Percent-encoding (RFC 3986 section 2.1).
public enum PercentCoding {
  /// A text in which some bytes are encoded, with capital digits.
  ///
  /// - Complexity: O(length).
  public static func encode(
    _ bytes: some Sequence<UInt8>, where isEncoded: (UInt8) -> Bool
  ) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if isEncoded(byte) {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text as one part of a path, or one value of a query: all but letters, digits and `-._~` encoded.
  public static func encode(_ text: String) -> String {
    encode(text.utf8) { !isUnreserved($0) }
  }

  /// What some bytes stand for; a `%` without two digits stands for itself.
  public static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if let byte = encoded(at, in: bytes) {
        result.append(byte)
        at += 3
      } else {
        result.append(plusIsSpace && bytes[at] == UInt8(ascii: "+") ? 0x20 : bytes[at])
        at += 1
      }
    }
    return result
  }

  /// What some bytes stand for; what is not UTF-8 is U+FFFD.
  static func text(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String {
    String(decoding: decode(bytes, plusIsSpace: plusIsSpace), as: UTF8.self)
  }

  /// A path with its query in which what must not be in one is encoded, and what is encoded stays.
  static func mended(_ bytes: ArraySlice<UInt8>) -> String {
    var at = bytes.startIndex - 1
    return encode(bytes) { byte in
      at += 1
      if byte == UInt8(ascii: "%") { return encoded(at, in: bytes) == nil }
      return !isUnreserved(byte) && !"!$&'()*+,;=:@/?".utf8.contains(byte)
    }
  }

  private static func encoded(_ at: Int, in bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]),
      let low = digit(bytes[at + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Whether a byte is a letter, a digit or one of `-._~` (RFC 3986 section 2.3).
  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }
}
