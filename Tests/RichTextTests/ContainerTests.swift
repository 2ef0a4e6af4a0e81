import Testing
import TextGrid

@testable import RichText

/// Quotes, lists, spoilers and tables of ``BodyBuilder``.
@Suite struct ContainerTests {
  private func body(_ build: (inout BodyBuilder) -> Void) -> String {
    var builder = BodyBuilder()
    build(&builder)
    return builder.finish().printed
  }

  @Test func listsNest() {
    let printed = body {
      $0.openList(nil, isTight: true)
      $0.openItem()
      $0.text("one")
      $0.close()
      $0.openItem()
      $0.text("two")
      $0.openList(ListNumbers(next: 9), isTight: true)
      $0.openItem()
      $0.text("a")
      $0.close()
      $0.openItem()
      $0.text("b")
      $0.begin(.paragraph)
      $0.text("c")
      $0.close()
      $0.close()
      $0.close()
      $0.close()
      $0.text("after")
    }
    #expect(
      printed == """
        • one
        • two
          9. a
          10. b

              c

        after
        """)
  }

  @Test func looseItemsStandApart() {
    let printed = body {
      $0.openList(ListNumbers(next: 1), isTight: false)
      $0.openItem()
      $0.text("one")
      $0.close()
      $0.openItem()
      $0.openQuote()
      $0.text("two")
      $0.close()
      $0.close()
    }
    #expect(printed == "1. one\n\n2. » two")
  }

  /// Of a list in a tight item the first item is as close as the item itself.
  @Test func anItemThatBeginsWithAListIsTight() {
    let printed = body {
      $0.openList(ListNumbers(next: 1), isTight: true)
      for text in ["one", "two"] {
        $0.openItem()
        $0.openList(nil, isTight: true)
        $0.openItem()
        $0.text(text)
        for _ in 0..<3 { $0.close() }
      }
    }
    #expect(printed == "1. • one\n2. • two")
  }

  @Test func anEmptyBlockTakesNoBullet() {
    let printed = body {
      $0.openList(nil, isTight: true)
      $0.openItem()
      $0.begin(.heading(level: 1))
      $0.begin(.code)
      $0.text("\n")
      $0.end()
      $0.text("é")
    }
    #expect(printed == "• é")
  }

  @Test func anItemWithoutAListHasABullet() {
    let printed = body {
      $0.openItem()
      $0.text("中")
    }
    #expect(printed == "• 中")
  }

  @Test func whatIsTooDeepStandsInTheDeepest() {
    var builder = BodyBuilder()
    for _ in 0..<100_000 { builder.openQuote() }
    builder.text("deep")
    for _ in 0..<100_000 { builder.close() }
    builder.text("é")
    let body = builder.finish()
    #expect(body.blocks.map(\.containers.count) == [Block.deepest, 0])
  }

  @Test func aSpoilerHidesItsBlocks() {
    let printed = body {
      $0.openSpoiler(title: "Éné")
      $0.text("one")
      $0.openSpoiler(title: "inner")
      $0.text("two")
      $0.closeSpoiler()
      $0.begin(.code)
      $0.text("three")
      $0.closeSpoiler()
      $0.openSpoiler(title: "")
      $0.text("four")
      $0.closeSpoiler()
      $0.text("five")
    }
    #expect(
      printed == """
        (spoiler 1 Éné) one

        (spoiler 1 Éné) two

        (spoiler 1 Éné) | three

        (spoiler 2 ) four

        five
        """)
  }

  @Test func tablesAreAligned() {
    let printed = body {
      $0.begin(.table)
      for (isHeading, cells) in [
        (true, ["a", "bb", "ccc"]), (false, ["中文", "b", "é"]), (false, ["", "👩\u{200D}💻 x"]),
      ] {
        $0.openRow()
        if isHeading { $0.markHeading() }
        for (cell, alignment) in zip(cells, [TableBuilder.Alignment.left, .center, .right]) {
          $0.text(cell)
          $0.closeCell(alignment)
        }
      }
    }
    #expect(
      printed == """
        : {strong a}    │   {strong bb}   │ {strong ccc}
        : ─────┼────────┼────
        : 中文 │   b    │   é
        :      │ 👩\u{200D}💻 x
        """)
  }

  @Test func aCellIsOneLine() {
    let printed = body {
      $0.begin(.table)
      $0.openRow()
      $0.text("a")
      $0.lineBreak()
      $0.openLink(to: "https://a.org")
      $0.text("\u{1B}b")
      $0.closeLink()
      $0.closeCell()
    }
    #expect(printed == ": a {link 1 ␛b} [1]\n\n[1] https://a.org")
  }

  @Test func aLongCellMovesOnlyItsRow() {
    let long = String(repeating: "x", count: 61)
    let printed = body {
      $0.begin(.table)
      for cells in [[long, "b"], ["a", "b"]] {
        $0.openRow()
        for cell in cells {
          $0.text(cell)
          $0.closeCell()
        }
      }
    }
    let blank = String(repeating: " ", count: 59)
    #expect(printed == ": \(long) │ b\n: a\(blank) │ b")
  }
}
