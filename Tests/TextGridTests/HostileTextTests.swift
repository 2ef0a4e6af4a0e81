import HostileCorpus
import Testing

@testable import TextGrid

/// Everything hostile that is known, made safe, measured, broken into lines and drawn.
@Suite struct HostileTextTests {
  @Test(arguments: HostileCorpus.texts + HostileCorpus.large)
  func isHarmless(hostile: HostileText) {
    let text = SafeText(hostile.text)
    #expect(text.string.unicodeScalars.allSatisfy { $0.cellWidth >= 0 && !isDirection($0) })
    #expect(!text.string.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    #expect(SafeText(text.string).string.utf8.elementsEqual(text.string.utf8))

    let lines = LineBreaker(width: 12).lines(of: text)
    #expect(lines.allSatisfy { text[$0].width <= 12 })
    #expect(lines.reduce(0) { $0 + $1.count } <= text.count)
    let shown = lines.map { text[$0].string.utf8.count { $0 != 0x20 } }
    #expect(shown.reduce(0, +) == text.string.utf8.count { $0 != 0x20 })

    var frame = Frame(size: GridSize(columns: 11, rows: 1))
    frame.write(text, row: 0, column: 0)
    #expect(frame.row(0).reduce(0) { $0 + Int($1.width) } == 11)
    #expect(frame.row(0).allSatisfy { $0.text.unicodeScalars.count <= 5 })
    #expect(
      frame.row(0).flatMap(\.text.unicodeScalars).allSatisfy {
        $0 == "\u{200C}" || $0 == "\u{200D}" || !$0.properties.isDefaultIgnorableCodePoint
      })
  }

  @Test(arguments: HostileBytes.all)
  func bytesAreHarmless(hostile: HostileBytes) {
    let text = SafeText(String(decoding: hostile.bytes, as: UTF8.self))
    #expect(text.string.unicodeScalars.allSatisfy { $0.cellWidth >= 0 && !isDirection($0) })
  }

  @Test func whatIsTakenIsTold() {
    for hostile in HostileCorpus.controls + HostileCorpus.sequences {
      let removals = SafeText.removals(from: hostile.text)
      let told = Set(removals.map(\.scalar))
      let controls = hostile.text.unicodeScalars.filter {
        ($0.value < 0x20 || 0x7F..<0xA0 ~= $0.value) && !["\t", "\n", "\r"].contains($0)
      }
      #expect(told.isSuperset(of: controls), "\(hostile)")
    }
  }

  private func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isBidiControl || 0xE0000...0xE0FFF ~= scalar.value
  }
}
