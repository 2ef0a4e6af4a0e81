extension JSONReader {
  /// Reads a string whose opening quotation mark is the next byte (RFC 8259 section 7).
  mutating func scanString() throws(JSONError) -> JSONString {
    let start = offset + 1
    var hasEscapes = false
    var mayNeedRepair = false
    var at = start
    while true {
      at = plainEnd(from: at, sawHighByte: &mayNeedRepair)
      guard at < bytes.count else {
        advance(to: bytes.count)
        throw error(.endOfString)
      }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        advance(to: at + 1)
        return JSONString(
          range: start..<at, hasEscapes: hasEscapes, mayNeedRepair: mayNeedRepair)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        at = try escapeEnd(from: at, sawSurrogate: &mayNeedRepair)
      default:
        advance(to: at)
        throw error(.escapedControl)
      }
    }
  }

  /// The first byte at or after `start` that is a quotation mark, a reverse solidus or a control
  /// character; eight bytes at a time.
  private func plainEnd(from start: Int, sawHighByte: inout Bool) -> Int {
    var seen: UInt64 = 0
    let count = bytes.withBytes(start..<bytes.count) { bytes in
      let buffer = UnsafeRawBufferPointer(bytes)
      var at = 0
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      while at + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        let found =
          ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
          | ((word &- (ones &* 0x20)) & ~word)
        if found & highs != 0 { break }
        seen |= word
        at += 8
      }
      while at < buffer.count, buffer[at] != 0x22, buffer[at] != 0x5C, buffer[at] >= 0x20 {
        seen |= UInt64(buffer[at])
        at += 1
      }
      return at
    }
    if seen & 0x8080_8080_8080_8080 != 0 { sawHighByte = true }
    return start + count
  }

  /// Checks the escape at `start` and gives the byte after it.
  private mutating func escapeEnd(
    from start: Int, sawSurrogate: inout Bool
  ) throws(JSONError) -> Int {
    advance(to: start + 1)
    guard offset < bytes.count else { throw error(.escape) }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset + 1
    case UInt8(ascii: "u"):
      var unit: UInt32 = 0
      for _ in 0..<4 {
        advance(to: offset + 1)
        guard offset < bytes.count, let value = bytes[offset].hexDigitValue else {
          throw error(.hexDigit)
        }
        unit = unit << 4 | value
      }
      if 0xD800..<0xE000 ~= unit { sawSurrogate = true }
      return offset + 1
    default:
      throw error(.escape)
    }
  }

  /// Reads a number whose first byte is the next one (RFC 8259 section 6).
  mutating func scanNumber() throws(JSONError) -> JSONNumber {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    var isInteger = true
    if take(".") {
      isInteger = false
      try digits()
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    return JSONNumber(range: start..<offset, isInteger: isInteger)
  }

  /// One digit or more.
  private mutating func digits() throws(JSONError) {
    let start = offset
    while offset < bytes.count, bytes[offset].isDigit { advance(to: offset + 1) }
    guard offset > start else { throw error(.digit) }
  }
}

extension UInt8 {
  /// Whether it is one of the ASCII digits.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// The value of an ASCII hexadecimal digit; nil for any other byte.
  var hexDigitValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
