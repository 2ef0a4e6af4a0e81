import SeededNumbers
import Testing

@testable import TextGrid

/// LB13 also where a word is wider than the line.
extension LineBreakerTests {
  static let closers = [
    ")", "]", "}", "!", "?", ",", ".", ";", ":", "/", "。", "」", "）", "！", "、", "”", "’", "…", "》",
  ]

  @Test(arguments: [2, 3, 5, 8, 10], [300, 301] as [UInt64])
  func noLineBeginsWithClosingPunctuation(width: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let pieces = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        (Bool.random(using: &random) ? Self.closers : Self.pieces).randomElement(using: &random)
      }
      let text = SafeText(pieces.compactMap { $0 }.joined())
      let lines = LineBreaker(width: width).lines(of: text)
      for (line, next) in zip(lines, lines.dropFirst()) where beginsClosing(text, next) {
        #expect(!hasAnotherPlace(text[line]), "\(text): \(lines)")
      }
    }
  }

  /// Whether a line begins with what LB13 names, and not with the sign of a path such as `/usr`.
  private func beginsClosing(_ text: SafeText, _ line: Range<Int>) -> Bool {
    let scalars = text[line].string.unicodeScalars
    guard let first = scalars.first, ScalarRecord(first).lineBreak.isClosing else { return false }
    let isSign = first == "/" || first == "."
    let second = scalars.dropFirst().first.map { ScalarRecord($0).lineBreak }
    let isAfterSpace = text[0..<line.lowerBound].string.hasSuffix(" ")
    return !(isSign && isAfterSpace && (second == .al || second == .nu))
  }

  /// Whether a line could have ended earlier, at a grapheme that is no closing punctuation.
  private func hasAnotherPlace(_ line: SafeText) -> Bool {
    CellClusters(line).dropFirst().contains { cluster in
      !cluster.isSpace && !cluster.continuesGrapheme
        && !ScalarRecord(cluster.base).lineBreak.isClosing
    }
  }
}
