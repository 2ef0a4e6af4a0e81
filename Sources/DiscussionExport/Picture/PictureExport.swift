public import Reader
public import TextGrid

/// A screen as a picture: an SVG (1.1 and 2) in which text stays text.
///
/// Each run of cells that look alike is a `text` element that begins at its own cell and is as long
/// as its cells are, so that columns stand below each other in any monospaced font.
public enum PictureExport {
  /// A cell's width and height, where its letters stand, and the margin, all in units of the
  /// picture; the letters are 15 high, and in most monospaced fonts three fifths of that wide.
  private static let cell = (width: 9, height: 17, baseline: 13, margin: 9, letters: 15)

  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - frame: what the screen shows; its cursor is not drawn.
  ///   - theme: whose ground stands for the terminal's own colours.
  /// - Returns: one line for each element.
  /// - Complexity: O(cells).
  public static func lines(_ frame: Frame, theme: Theme) -> [SafeText] {
    let ground = theme.ground
    let width = frame.size.columns * cell.width + 2 * cell.margin
    let height = frame.size.rows * cell.height + 2 * cell.margin
    var lines = [
      SafeText(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"\(width)\""
          + " height=\"\(height)\" viewBox=\"-\(cell.margin) -\(cell.margin) \(width) \(height)\""
          + " font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\""
          + " font-size=\"\(cell.letters)\">"),
      // Cells stand in the order of the screen, whatever script is in them.
      "<style>text { white-space: pre; direction: ltr; unicode-bidi: bidi-override }</style>",
      SafeText(
        "<rect x=\"-\(cell.margin)\" y=\"-\(cell.margin)\" width=\"\(width)\" height=\"\(height)\""
          + " fill=\"\(ground.background.hex)\"/>"),
    ]
    for row in 0..<frame.size.rows {
      let runs = PictureRun.runs(of: frame.row(row), on: ground)
      lines += runs.compactMap { rectangle($0, row: row) }
      lines += runs.compactMap { text($0, row: row) }
    }
    return lines + ["</svg>"]
  }

  /// The background of a run; nil where that is the ground.
  private static func rectangle(_ run: PictureRun, row: Int) -> SafeText? {
    guard let background = run.style.background else { return nil }
    return SafeText(
      "<rect x=\"\(run.column * cell.width)\" y=\"\(row * cell.height)\""
        + " width=\"\(run.width * cell.width)\" height=\"\(cell.height)\""
        + " fill=\"\(background.hex)\"/>")
  }

  /// The letters of a run; nil where it is blank.
  private static func text(_ run: PictureRun, row: Int) -> SafeText? {
    let run = run.style.isUnderlined ? run : run.trimmed
    guard run.width > 0 else { return nil }
    let place = SafeText(
      "<text x=\"\(run.column * cell.width)\" y=\"\(row * cell.height + cell.baseline)\""
        + " textLength=\"\(run.width * cell.width)\" lengthAdjust=\"spacingAndGlyphs\"")
    return place + run.style.attributes + ">" + run.escapedText + "</text>"
  }
}
