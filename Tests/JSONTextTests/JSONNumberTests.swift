import JSONText
import Testing

/// Numbers at the edges of what a machine holds (section 6).
@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, -0.0), ("7", 7, 7), ("-7", -7, -7),
      ("9223372036854775807", .max, 0x1p63),
      ("9223372036854775808", nil, 0x1p63),
      ("-9223372036854775808", .min, -0x1p63),
      ("-9223372036854775809", nil, -0x1p63),
      ("9007199254740993", 9_007_199_254_740_993, 9_007_199_254_740_992),
      ("1" + String(repeating: "0", count: 99), nil, 1e99),
      ("1.0", nil, 1), ("1e2", nil, 100), ("1E0", nil, 1), ("0.1", nil, 0.1),
      ("-12.5e-1", nil, -1.25),
      ("1e400", nil, .infinity), ("-1e400", nil, -.infinity),
      ("1E-400", nil, 0), ("5e-324", nil, .leastNonzeroMagnitude),
      ("1.7976931348623157e308", nil, .greatestFiniteMagnitude),
      ("1" + String(repeating: "0", count: 999), nil, .infinity),
    ] as [(String, Int?, Double)])
  func converts(text: String, integer: Int?, double: Double) throws {
    let bytes = Array("[\(text)]".utf8)
    var reader = JSONReader(bytes)
    try reader.beginArray()
    guard case .number(let number) = try reader.next() else {
      Issue.record("no number")
      return
    }
    #expect(number.range == 1..<bytes.count - 1)
    #expect(number.integer(in: bytes) == integer)
    #expect(number.double(in: bytes) == double)
    #expect(number.double(in: bytes).sign == double.sign)
  }

  @Test(
    arguments: [
      ("0", true), ("-12", true), ("9223372036854775808", true), ("1.0", false), ("1e0", false),
      ("1E+0", false), ("0.5e-1", false),
    ])
  func tellsIntegers(text: String, isInteger: Bool) throws {
    var reader = JSONReader(Array(text.utf8))
    guard case .number(let number) = try reader.next() else {
      Issue.record("no number")
      return
    }
    #expect(number.isInteger == isInteger)
  }
}
