extension JSONString {
  /// What the string says, unescaped, and how much of it had to be repaired.
  ///
  /// Each lone surrogate and each maximal part of a sequence that is not UTF-8 becomes U+FFFD
  /// (RFC 8259 sections 8.1 and 8.2, Unicode section 3.9, "U+FFFD substitution of maximal subparts").
  /// An invalid escape counts as a lone surrogate: a mapped file may have changed since it was read.
  ///
  /// - Complexity: O(length).
  public func text(in bytes: JSONBytes) -> (text: String, repairs: Int) {
    bytes.withBytes(range) { found in
      guard bytes.areInFile else { return text(of: found) }
      // A text must not change between being checked and being copied.
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: found.count) { copy in
        _ = copy.initialize(from: found)
        return text(of: UnsafeBufferPointer(copy))
      }
    }
  }

  /// The same, of a JSON text in memory.
  public func text(in bytes: [UInt8]) -> (text: String, repairs: Int) {
    text(in: JSONBytes(bytes))
  }

  private func text(of bytes: UnsafeBufferPointer<UInt8>) -> (text: String, repairs: Int) {
    if !hasEscapes {
      // This is much faster, and what it would repair it does not count.
      if !mayNeedRepair { return (String(decoding: bytes, as: UTF8.self), 0) }
      if let text = String(validating: bytes, as: UTF8.self) { return (text, 0) }
    }
    let (unescaped, lone) = Self.unescape(bytes)
    if let text = String(validating: unescaped, as: UTF8.self) { return (text, lone) }
    let (text, repairs) = Self.repair(unescaped)
    return (text, lone + repairs)
  }

  /// The bytes that the escapes stand for; a lone surrogate gives U+FFFD and is counted.
  private static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], lone: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var lone = 0
    var at = 0
    while true {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\\") { at += 1 }
      if at > start { result.append(contentsOf: bytes[start..<at]) }
      guard at < bytes.count else { return (result, lone) }
      at += 1
      guard at < bytes.count else { continue }
      let kind = bytes[at]
      at += 1
      guard kind == UInt8(ascii: "u") else {
        result.append(single(kind))
        continue
      }
      var unit = codeUnit(bytes, at: at)
      at += 4
      if 0xD800..<0xDC00 ~= unit, at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let second = codeUnit(bytes, at: at + 2)
        if 0xDC00..<0xE000 ~= second {
          unit = 0x10000 + (unit - 0xD800) << 10 + second - 0xDC00
          at += 6
        }
      }
      if let scalar = Unicode.Scalar(unit) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        lone += 1
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// The byte that a two-character escape stands for.
  private static func single(_ kind: UInt8) -> UInt8 {
    switch kind {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: kind
    }
  }

  /// The value of the four hexadecimal digits at `start`; that of a lone surrogate if there are no four.
  private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
    guard start + 4 <= bytes.count else { return 0xDC00 }
    var unit: UInt32 = 0
    for digit in start..<start + 4 {
      guard let value = bytes[digit].hexDigitValue else { return 0xDC00 }
      unit = unit << 4 | value
    }
    return unit
  }

  /// Replaces what is not UTF-8 and counts the replacements.
  private static func repair(_ bytes: [UInt8]) -> (text: String, repairs: Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    var repairs = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .error:
        text.append("\u{FFFD}")
        repairs += 1
      case .emptyInput: return (String(text), repairs)
      }
    }
  }
}

extension JSONNumber {
  /// The number as an integer; nil when it has a fraction or an exponent, or does not fit.
  public func integer(in bytes: JSONBytes) -> Int? {
    guard isInteger else { return nil }
    return Int(text(in: bytes))
  }

  /// The same, of a JSON text in memory.
  public func integer(in bytes: [UInt8]) -> Int? { integer(in: JSONBytes(bytes)) }

  /// The number in double precision; infinite when it is larger than any.
  public func double(in bytes: JSONBytes) -> Double { Double(text(in: bytes)) ?? .nan }

  /// The same, of a JSON text in memory.
  public func double(in bytes: [UInt8]) -> Double { double(in: JSONBytes(bytes)) }

  /// What is written there.
  private func text(in bytes: JSONBytes) -> String {
    bytes.withBytes(range) { String(decoding: $0, as: UTF8.self) }
  }
}
