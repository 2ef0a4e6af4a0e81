extension String {
  /// With percent-encoded letters beyond ASCII as these letters (RFC 3987, section 3.2); what is
  /// no UTF-8, and all that means something in an address, stays encoded.
  ///
  /// - Complexity: O(length).
  var decodingLetters: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      var decoded: [UInt8] = []
      var end = at
      while decoded.count < 4, let byte = Self.encodedByte(bytes, at: end), byte >= 0x80 {
        decoded.append(byte)
        end += 3
        if let text = String(validating: decoded, as: UTF8.self) {
          decoded = text.first?.isLetter == true ? decoded : []
          break
        }
      }
      if !decoded.isEmpty, String(validating: decoded, as: UTF8.self) != nil {
        result += decoded
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The byte that `%41` stands for.
  private static func encodedByte(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%") else { return nil }
    return UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
  }
}
