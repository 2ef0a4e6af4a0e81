public import Reader
public import TextGrid

/// A screen as a picture: an SVG (1.1 and 2) in which text stays text.
///
/// Each run of cells that look alike is a `text` element that begins at its own cell and is as long
/// as its cells are, so that columns are below each other in any monospaced font.
public enum PictureExport {
  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - frame: what the screen shows; its cursor is not drawn.
  ///   - theme: whose ground stands for the terminal's own colours.
  /// - Returns: one line for each element.
  /// - Complexity: O(cells).
  public static func lines(_ frame: Frame, theme: Theme) -> [SafeText] {
    let ground = theme.ground
    let area = PictureArea(columns: frame.size.columns, rows: frame.size.rows)
    var lines = [
      area.start, "<style>" + PictureArea.textStyle + "</style>",
      area.ground(SafeText("fill=\"\(ground.background.hex)\"")),
    ]
    for row in 0..<frame.size.rows {
      let y = row * PictureArea.cell.height + PictureArea.cell.baseline
      let cells = frame.row(row)
      let runs = PictureRun.runs(of: cells) { column in
        PictureStyle(cells[cells.startIndex + column].style, on: ground)
      }
      lines += runs.compactMap { run in
        run.look.background.map { run.rectangle(SafeText("fill=\"\($0.hex)\""), y: y) }
      }
      lines += runs.compactMap { run in
        let shown = run.look.isUnderlined ? run : run.trimmed
        return shown.width > 0 ? shown.text(run.look.attributes, y: y) : nil
      }
    }
    return lines + ["</svg>"]
  }
}
