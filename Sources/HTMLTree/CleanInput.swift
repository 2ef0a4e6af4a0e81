/// What the standard does before a text is cut into tokens (WHATWG HTML, section 13.2.3.5).
enum CleanInput {
  /// Calls a function with a text as valid UTF-8 whose lines end in LF, without a byte order mark.
  ///
  /// - Complexity: O(length); only what needs it is copied.
  static func withClean<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
    }
    var hasReturns = false
    var hasLetters = false
    for byte in bytes {
      if byte == 0x0D { hasReturns = true }
      if byte >= 0x80 { hasLetters = true }
    }
    if hasLetters, String(validating: bytes, as: UTF8.self) == nil {
      var repaired = String(decoding: bytes, as: UTF8.self)
      return repaired.withUTF8 { hasReturns ? withoutReturns($0, body) : body($0) }
    }
    return hasReturns ? withoutReturns(bytes, body) : body(bytes)
  }

  private static func withoutReturns<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0D) {
      result.append(contentsOf: rest[..<end])
      result.append(0x0A)
      rest = rest[(end + 1)...]
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    result.append(contentsOf: rest)
    return result.withUnsafeBufferPointer(body)
  }
}
