import SeededNumbers
import Testing

@testable import TextGrid

/// What holds for every text, whatever it is made of.
extension SafeTextTests {
  static let nasty: [Unicode.Scalar] = [
    "a", " ", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "é", "中",
    "\u{301}", "\u{305}", "\u{20E3}", "\u{3099}", "\u{1100}", "\u{1161}", "\u{11A8}", "ی",
    "\u{64E}", "क", "\u{94D}", "\u{93F}", "\u{A00}", "१", "\u{200B}", "\u{200C}", "\u{200C}",
    "\u{200D}", "\u{200D}", "\u{2028}", "\u{202E}", "\u{FE0F}", "\u{FFFE}", "👩", "\u{1F3FD}", "🇫",
    "\u{E0041}", "\u{FE0F}", "\u{FE00}", "\u{E0100}", "\u{180B}", "\u{1820}", "🏳", "🌈", "葛", "🏴",
  ]

  @Test(arguments: 1...8)
  func isOneSafeLine(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        raw.append(Self.nasty.randomElement(using: &random) ?? "a")
      }
      let safe = SafeText(String(raw))
      let again = SafeText(safe.string)
      #expect(again.string.utf8.elementsEqual(safe.string.utf8), "\(Array(raw))")
      #expect(safe.string.unicodeScalars.allSatisfy { $0.cellWidth >= 0 }, "\(Array(raw))")
      #expect(longestRunOfMarks(safe) <= 4, "\(Array(raw))")
      let shown = safe.forTerminal
      #expect(shown.string.unicodeScalars.allSatisfy(isSeen), "\(Array(raw))")
      #expect(shown.width == safe.width, "\(Array(raw))")
      #expect(safe.width == CellClusters(safe).reduce(0) { $0 + $1.width }, "\(Array(raw))")
    }
  }

  private func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200C}" || scalar == "\u{200D}" || !scalar.properties.isDefaultIgnorableCodePoint
  }

  private func longestRunOfMarks(_ text: SafeText) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.string.unicodeScalars {
      run = scalar.cellWidth == 0 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
