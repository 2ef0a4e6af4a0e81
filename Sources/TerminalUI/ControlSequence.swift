import TextGrid

/// A control sequence: parameters, intermediate bytes, and a final byte (ECMA-48 section 5.4).
struct ControlSequence {
  /// Its numbers; nil for one that was left out.
  private var numbers: [Int?] = []
  /// Whether it has a private marker, such as `?`, or intermediate bytes: it is a response.
  private var marker: UInt8?
  private let final: UInt8

  /// The largest number that counts.
  private static let largest = 99_999

  init(_ bytes: [UInt8], final: UInt8) {
    self.final = final
    var bytes = bytes[...]
    if let first = bytes.first, 0x3C..<0x40 ~= first {
      marker = first
      bytes = bytes.dropFirst()
    }
    if bytes.contains(where: { $0 < 0x30 }) { marker = bytes.first { $0 < 0x30 } }
    if bytes.isEmpty { return }
    numbers = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.isEmpty ? nil : Self.number($0)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { number, digit in
      let value = Int(digit) - 0x30
      return 0...9 ~= value ? min(largest, number * 10 + value) : largest
    }
  }

  var beginsPaste: Bool { marker == nil && final == UInt8(ascii: "~") && numbers == [200] }

  /// The key or the click that it reports; nil for any other.
  var input: InputDecoder.Input? {
    if marker == UInt8(ascii: "<"), final == UInt8(ascii: "M"), numbers.count == 3,
      let button = numbers[0], let column = numbers[1], let row = numbers[2]
    {
      return InputDecoder.mouse(button: button, column: column, row: row)
    }
    // A second number stands for Shift, Alt or Ctrl.
    guard marker == nil, numbers.count <= 2, numbers.dropFirst().allSatisfy({ $0 ?? 1 == 1 })
    else { return nil }
    if final == UInt8(ascii: "~") {
      return numbers.first?.flatMap { Self.numbered[$0] }.map { .key($0) }
    }
    guard numbers.first.map({ $0 ?? 1 == 1 }) ?? true else { return nil }
    // With numbers it says where the cursor is (CPR), which may be 1;1.
    if final == UInt8(ascii: "R"), !numbers.isEmpty { return nil }
    return Self.lettered[final].map { .key($0) }
  }

  /// What `CSI number ~` stands for.
  private static let numbered: [Int: Key] = [
    1: .home, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// What `CSI letter` and `SS3 letter` stand for.
  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]
}
