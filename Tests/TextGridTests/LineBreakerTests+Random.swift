import SeededNumbers
import Testing

@testable import TextGrid

/// What holds for every text, whatever it is made of.
extension LineBreakerTests {
  /// What lines are decided by, so that little text does much.
  static let pieces = [
    " ", " ", " ", "  ", "a", "b", "word", "1", "-", "–", "—", "(", ")", "“", "”", ".", "…", "中",
    "文", "。", "「", "」", "ー", "é", "e\u{301}", "か\u{3099}", "👩\u{200D}💻", "🇫🇷", "☝🏽",
    "ی\u{200C}", "\u{301}", "\u{A0}", "\u{1B}[2J", "\u{202E}", "가",
  ]

  /// Texts of up to forty pieces; one in four is ASCII.
  private func texts(count: Int, seed: UInt64) -> [SafeText] {
    var random = SplitMix64(seed: seed)
    let ascii = Self.pieces.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    return (0..<count).map { number in
      let pieces = number % 4 == 0 ? ascii : Self.pieces
      let length = Int.random(in: 0...40, using: &random)
      return SafeText(
        (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5, 8, 10, 21])
  func linesFitAndFollowEachOther(width: Int) {
    for text in texts(count: 150, seed: UInt64(width)) {
      let lines = LineBreaker(width: width).lines(of: text)
      var end = 0
      for (index, line) in lines.enumerated() {
        guard line.lowerBound >= end else {
          Issue.record("\(text): \(lines)")
          break
        }
        let gap = text[end..<line.lowerBound].string
        #expect(gap.utf8.allSatisfy { $0 == UInt8(ascii: " ") }, "\(text): \(lines)")
        #expect(text[line].width <= max(2, width), "\(text): \(lines)")
        #expect(index == 0 || !line.isEmpty, "\(text): \(lines)")
        end = line.upperBound
      }
      #expect(text[end..<text.count].string.allSatisfy { $0 == " " }, "\(text): \(lines)")
    }
  }

  @Test(arguments: [2, 5, 10])
  func noLineLeavesRoomForTheNextWord(width: Int) {
    // A mark on a space is one cluster with it, and no line ends within.
    for text in texts(count: 150, seed: 100) where !text.string.contains(" \u{301}") {
      let lines = LineBreaker(width: width).lines(of: text)
      let places = BreakPlaces(in: text, width: width).places
      for (line, next) in zip(lines, lines.dropFirst()) {
        if line.isEmpty || !places[next.lowerBound] { continue }
        let end = (next.lowerBound + 1..<text.count).first { places[$0] } ?? text.count
        let longer = text[line.lowerBound..<end].trimmedEnd
        #expect(longer.width > width, "\(text) \(longer): \(lines)")
      }
    }
  }

  /// ASCII goes another way through the breaker.
  @Test(arguments: [2, 5, 10])
  func lettersBreakLikeASCII(width: Int) {
    for text in texts(count: 150, seed: 200) where text.isASCII {
      let lines = LineBreaker(width: width).lines(of: text)
      let accented = SafeText(text.string.replacing(["a"], with: ["ä"]))
      let accentedLines = LineBreaker(width: width).lines(of: accented)
      #expect(
        accentedLines.map { accented[$0].string.replacing(["ä"], with: ["a"]) }
          == lines.map { text[$0].string })
    }
  }
}
