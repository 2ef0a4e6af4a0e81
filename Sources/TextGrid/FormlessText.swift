/// A text as a terminal is shown it, see ``SafeText/forTerminal``, with where each byte was: a heart
/// is found however it is drawn, and a woman in a family.
public struct FormlessText: Equatable, Sendable {
  public private(set) var bytes: [UInt8]
  /// For each of the bytes, and for their end, its offset in the text; nil if all stay where they are.
  private var offsets: [Int]?

  /// - Parameter text: UTF-8; whatever is safe, and line feeds and NUL between.
  /// - Complexity: O(length).
  public init(_ text: [UInt8]) {
    bytes = text
    guard Self.mayHaveForms(text) else { return }
    var shown: [UInt8] = []
    var offsets: [Int] = []
    var offset = 0
    var last: Unicode.Scalar?
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let count = UTF8.width(scalar)
      if scalar.isDrawn(after: last) {
        shown += Array(String(scalar).utf8)
        offsets += offset..<offset + count
      }
      last = scalar
      offset += count
    }
    bytes = shown
    self.offsets = offsets + [offset]
  }

  /// Where some of these bytes are in the text, with the forms of the last one.
  public func original(_ range: Range<Int>) -> Range<Int> {
    guard let offsets else { return range }
    return offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// Whether a scalar may be in a text that begins as those do that choose a form.
  private static func mayHaveForms(_ text: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      switch (last, byte) {
      case (0xE1, 0xA0), (0xE2, 0x80), (0xEF, 0xB8), (0xF3, 0xA0): return true
      default: last = byte
      }
    }
    return false
  }
}
