@testable import TextGrid

/// What holds for the lines of every text; the first byte is their width.
enum LineBreakerCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    guard let width = bytes.first else { return }
    let text = SafeText(String(decoding: bytes.dropFirst(), as: UTF8.self))
    cover(text, LineBreaker(width: Int(width)).lines(of: text), width: max(2, Int(width)))
    let scalars = Array(text.string.unicodeScalars)
    let breaks = LineBreakRules.breaks(in: scalars)
    hold(breaks.count == scalars.count && breaks.first != true, "LB2")
  }

  /// Stops unless lines fit, and hold all of a text but the spaces between them.
  static func cover(_ text: SafeText, _ lines: [Range<Int>], width: Int) {
    hold(!lines.isEmpty, "no line")
    var end = 0
    for line in lines {
      hold(line.lowerBound >= end, "lines that overlap")
      hold(text[end..<line.lowerBound].string.utf8.allSatisfy { $0 == 0x20 }, "lost text")
      hold(text[line].width <= width, "too wide")
      end = line.upperBound
    }
    hold(text[end..<text.count].string.utf8.allSatisfy { $0 == 0x20 }, "lost the end")
  }
}
