import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct PictureExportTests {
  private static let theme = Theme(
    name: "", isDark: true,
    styles: [.screen: Style(foreground: .indexed(15), background: .indexed(16))])

  /// The lines of a picture with one row of 8 cells, without the ones that are the same in all.
  private func row(_ text: SafeText, _ style: Style = .plain) -> [String] {
    var frame = Frame(size: GridSize(columns: 8, rows: 1))
    frame.write(text, row: 0, column: 1, style: style)
    let lines = PictureExport.lines(frame, theme: Self.theme).map(\.string)
    return lines.dropFirst(3).dropLast()
      .map { $0.replacing(" lengthAdjust=\"spacingAndGlyphs\"", with: "") }
  }

  @Test func aPictureIsAsLargeAsItsCells() {
    let frame = Frame(size: GridSize(columns: 10, rows: 2))
    #expect(
      PictureExport.lines(frame, theme: Self.theme).map(\.string) == [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"108\""
          + " height=\"52\" viewBox=\"-9 -9 108 52\" font-family=\"ui-monospace,"
          + " 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">",
        "<style>text { white-space: pre; direction: ltr; unicode-bidi: bidi-override }</style>",
        "<rect x=\"-9\" y=\"-9\" width=\"108\" height=\"52\" fill=\"#000000\"/>",
        "</svg>",
      ])
  }

  @Test func wideCharactersTakeTwoCells() {
    #expect(
      row("é 中<") == [
        "<text x=\"9\" y=\"13\" textLength=\"9\" fill=\"#ffffff\">é</text>",
        "<text x=\"27\" y=\"13\" textLength=\"18\" fill=\"#ffffff\">中</text>",
        "<text x=\"45\" y=\"13\" textLength=\"9\" fill=\"#ffffff\">&lt;</text>",
      ])
  }

  @Test(arguments: [
    (Style(foreground: .indexed(9)), ["fill=\"#ff0000\">a b"]),
    (Style(attributes: .bold), ["fill=\"#ffffff\" font-weight=\"bold\">a b"]),
    (Style(attributes: .italic), ["fill=\"#ffffff\" font-style=\"italic\">a b"]),
    (Style(attributes: .underline), ["fill=\"#ffffff\" text-decoration=\"underline\">a b"]),
    (Style(attributes: .dim), ["fill=\"#aaaaaa\">a b"]),
    (
      Style(foreground: .indexed(9), attributes: .reverse),
      ["<rect x=\"9\" y=\"0\" width=\"27\" height=\"17\" fill=\"#ff0000\"", "fill=\"#000000\">a b"]
    ),
    (
      Style(background: .rgb(red: 1, green: 2, blue: 3)),
      ["<rect x=\"9\" y=\"0\" width=\"27\" height=\"17\" fill=\"#010203\"", "fill=\"#ffffff\">a b"]
    ),
  ])
  func attributesAreHonoured(style: Style, parts: [String]) {
    let lines = row("a b", style)
    #expect(lines.count == parts.count)
    for (line, part) in zip(lines, parts) { #expect(line.contains(part)) }
  }

  @Test func whatIsUnderlinedKeepsItsSpaces() {
    #expect(row(" a ", Style(attributes: .underline))[0].hasSuffix("underline\"> a </text>"))
    #expect(row(" a ")[0].hasSuffix("\">a</text>"))
  }

  @Test func nothingIsMarkupAndNothingIsObeyed() {
    let texts = row("\u{1B}<&>\u{202E}\"'").map { $0.drop { $0 != ">" } }
    #expect(texts == [">␛</text>", ">&lt;&amp;&gt;\"'</text>"])
  }

  @Test func runsChangeWithTheirStyle() {
    var frame = Frame(size: GridSize(columns: 8, rows: 1))
    frame.write("see", row: 0, column: 0)
    frame.write("it", row: 0, column: 4, style: Style(attributes: .underline))
    let runs = PictureRun.runs(of: frame.row(0)) { column in
      PictureStyle(frame.row(0)[column].style, on: Self.theme.ground)
    }
    #expect(runs.map(\.column) == [0, 4, 6])
    #expect(runs.map(\.width) == [4, 2, 2])
    #expect(runs.map(\.trimmed.width) == [3, 2, 0])
  }
}
