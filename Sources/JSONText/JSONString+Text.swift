extension JSONString {
  /// What the string says, unescaped, and how much of it had to be repaired.
  ///
  /// Each lone surrogate and each maximal part of a sequence that is not UTF-8 becomes U+FFFD
  /// (RFC 8259 sections 8.1 and 8.2, Unicode section 3.9, "U+FFFD substitution of maximal subparts").
  ///
  /// - Complexity: O(length).
  public func text(in bytes: [UInt8]) -> (text: String, repairs: Int) {
    if !hasEscapes {
      if let text = String(validating: bytes[range], as: UTF8.self) { return (text, 0) }
    }
    let (unescaped, lone) = unescape(bytes)
    if let text = String(validating: unescaped, as: UTF8.self) { return (text, lone) }
    let (text, repairs) = Self.repair(unescaped)
    return (text, lone + repairs)
  }

  /// The bytes that the escapes stand for; a lone surrogate gives U+FFFD and is counted.
  private func unescape(_ bytes: [UInt8]) -> (bytes: [UInt8], lone: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var lone = 0
    var at = range.lowerBound
    while true {
      let start = at
      while at < range.upperBound, bytes[at] != UInt8(ascii: "\\") { at += 1 }
      if at > start { result.append(contentsOf: bytes[start..<at]) }
      guard at < range.upperBound else { return (result, lone) }
      let kind = bytes[at + 1]
      guard kind == UInt8(ascii: "u") else {
        result.append(Self.single(kind))
        at += 2
        continue
      }
      var unit = Self.codeUnit(bytes, at: at + 2)
      at += 6
      if 0xD800..<0xDC00 ~= unit, at + 6 <= range.upperBound, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let second = Self.codeUnit(bytes, at: at + 2)
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

  /// The value of the four hexadecimal digits at `start`.
  private static func codeUnit(_ bytes: [UInt8], at start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for digit in start..<start + 4 { unit = unit << 4 | (bytes[digit].hexDigitValue ?? 0) }
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
  public func integer(in bytes: [UInt8]) -> Int? {
    guard isInteger else { return nil }
    return Int(String(decoding: bytes[range], as: UTF8.self))
  }

  /// The number in double precision; infinite when it is larger than any.
  public func double(in bytes: [UInt8]) -> Double {
    Double(String(decoding: bytes[range], as: UTF8.self)) ?? .nan
  }
}
