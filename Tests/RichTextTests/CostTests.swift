import Testing
import TextGrid

@testable import RichText

/// Texts that would take too long to read are shown as they were written, and said to be.
@Suite struct CostTests {
  private static func table(columns: Int, rows: Int, row: String? = nil) -> String {
    func line(_ cell: String) -> String { String(repeating: "|" + cell, count: columns) + "|\n" }
    return line("a") + line("-") + String(repeating: row ?? line("b"), count: rows)
  }

  /// Markdown, and whether its tables are laid out.
  static let tables: [(what: String, markdown: String, isTable: Bool)] = [
    ("small", table(columns: 3, rows: 4), true),
    ("in a quote", "> |a|\n> |-|\n> |b|\n", true),
    ("many rows", table(columns: 2, rows: 2_000), true),
    ("too many rows", table(columns: 2, rows: 6_000), false),
    ("many columns", table(columns: 500, rows: 2), true),
    ("too many columns", table(columns: 11_000, rows: 1), false),
    ("too many tables", String(repeating: table(columns: 400, rows: 1) + "\n", count: 40), false),
    ("too many cells to be filled", table(columns: 300, rows: 3_000, row: "|\n"), false),
    (
      "in quotes", "> " + table(columns: 2, rows: 6_000).replacing("\n", with: "\n> "), false
    ),
    ("with returns", table(columns: 2, rows: 6_000).replacing("\n", with: "\r\n"), false),
  ]

  @Test(arguments: tables)
  func aTableHasLimits(what: String, markdown: String, isTable: Bool) {
    let body = Body(markdown: markdown)
    #expect(body.blocks.contains { $0.kind == .table } == isTable)
    #expect((body.blocks.first?.lines.first?.text == Body.withoutTables) == !isTable)
    if !isTable { #expect(body.blocks.dropFirst().contains { $0.firstText.contains("|") }) }
  }

  /// Lines with many bars that are no table cost nothing.
  @Test func barsAloneAreNoTable() {
    let text = String(repeating: "a | b || c\n", count: 4_000) + "\n- - -\n\n*end*"
    let body = Body(markdown: text)
    #expect(body.blocks.last?.firstText == "end")
    #expect(body.blocks.first?.firstText == "a | b || c")
    #expect(MarkdownCost(text).cells == 0)
  }

  static let html: [(what: String, html: String, isRead: Bool)] = [
    ("a table", rows(100, of: 50), true),
    ("a large table", rows(100, of: 300), false),
    ("tags", String(repeating: "<b>a</b>", count: 10_000), true),
    ("too many tags", String(repeating: "<b>a</b>", count: 60_000), false),
  ]

  private static func rows(_ rows: Int, of columns: Int) -> String {
    let row = "<tr>" + String(repeating: "<td>x", count: columns)
    return "<table>" + String(repeating: row, count: rows) + "</table>"
  }

  @Test(arguments: html)
  func htmlHasLimits(what: String, html: String, isRead: Bool) {
    let body = Body(html: html)
    #expect((body.blocks.first?.lines.first?.text == Body.unformatted) == !isRead)
    #expect(body.blocks.contains { $0.firstText.contains("<") } == !isRead)
  }

  @Test(arguments: [(30, 2_000, true), (200, 100, true), (200, 101, false), (60_000, 1, false)])
  func quotesInQuotesHaveALimit(depth: Int, lines: Int, isRead: Bool) {
    let text = String(repeating: String(repeating: ">", count: depth) + " *a*\n", count: lines)
    let first = Body(markdown: text).blocks.first
    #expect((first?.lines.first?.text == Body.unformatted) == !isRead)
    #expect(first?.containers.count == (isRead ? min(depth, Block.deepest) : 0))
  }

  @Test(arguments: [(3, true), (6_000, false)])
  func footnotesHaveALimit(signs: Int, isRead: Bool) {
    let body = Body(markdown: String(repeating: "[^a]", count: signs) + "\n\n[^a]: word")
    #expect(body.blocks.last?.firstText == (isRead ? "word" : "[^a]: word"))
    #expect(body.blocks.first?.firstText.hasPrefix(isRead ? "[^1][^1]" : "[^a][^a]") == true)
  }

  /// Of a table with a wide cell in each column and many short rows.
  @Test func alignmentIsNoMoreThanItIsWorth() {
    var table = TableBuilder()
    for row in 0..<3_000 {
      table.openRow()
      for _ in 0..<10 {
        let text = row == 0 ? String(repeating: "a", count: 60) : "b"
        table.add(StyledText(SafeText(text)), .left)
      }
    }
    let lines = table.lines
    #expect(lines.count == 3_000)
    #expect(lines.reduce(0) { $0 + $1.text.count } < 3_000 * 60 + 2_000)
    #expect(lines[1].text == "b │ b │ b │ b │ b │ b │ b │ b │ b │ b")
  }
}

extension Block {
  fileprivate var firstText: String { lines.first?.text.string ?? "" }
}
