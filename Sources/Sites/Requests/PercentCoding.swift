/// Percent-encoding (RFC 3986 section 2.1).
enum PercentCoding {
  /// A text as one part of a path, or one value of a query: all but letters, digits and `-._~` encoded.
  static func encode(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) { result.append(byte) } else { append(byte, to: &result) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What some bytes stand for; a `%` without two digits stands for itself, and what is not UTF-8 for U+FFFD.
  static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String {
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
    return String(decoding: result, as: UTF8.self)
  }

  /// A path with its query in which what must not stand in one is encoded, and what is encoded stays.
  static func mended(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for at in bytes.indices {
      let byte = bytes[at]
      let isFine =
        isUnreserved(byte) || "!$&'()*+,;=:@/?".utf8.contains(byte)
        || (byte == UInt8(ascii: "%") && encoded(at, in: bytes) != nil)
      if isFine { result.append(byte) } else { append(byte, to: &result) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func encoded(_ at: Int, in bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]),
      let low = digit(bytes[at + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }
}
