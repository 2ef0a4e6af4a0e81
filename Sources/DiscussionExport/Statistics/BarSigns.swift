import TextGrid

/// The signs that bars are drawn with.
struct BarSigns {
  /// From an eighth of a cell to a whole one, rising.
  private let rising: [String]
  /// The same to the right.
  private let reaching: [String]
  let side: SafeText
  let corner: SafeText
  let ground: String
  let dots: SafeText

  static let blocks = BarSigns(
    rising: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    reaching: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], side: "│", corner: "└", ground: "─",
    dots: "…")
  static let ascii = BarSigns(
    rising: [".", ".", ".", ":", ":", ":", "#", "#"],
    reaching: ["-", "-", "-", "-", "=", "=", "#", "#"], side: "|", corner: "`", ground: "-",
    dots: "...")

  /// A bar to the right.
  ///
  /// - Parameters:
  ///   - value: what it stands for, from 0 to `most`.
  ///   - most: what a bar of the whole width stands for, at least 1.
  ///   - cells: that width.
  /// - Returns: at least an eighth of a cell for what is more than 0.
  func bar(_ value: Int, of most: Int, cells: Int) -> SafeText {
    let eighths = Self.eighths(value, of: most, cells: cells)
    let rest = eighths % 8
    return SafeText(
      String(repeating: reaching[7], count: eighths / 8) + (rest == 0 ? "" : reaching[rest - 1]))
  }

  /// Bars that rise side by side, as rows from top to bottom, each with one cell for each bar.
  func plot(_ values: [Int], rows: Int, columns: Int) -> [SafeText] {
    let most = max(1, values.max() ?? 0)
    let heights = values.map { Self.eighths($0, of: most, cells: rows) }
    return (0..<rows).reversed().map { row in
      let signs = heights.map { height in
        let here = min(8, height - 8 * row)
        return String(repeating: here > 0 ? rising[here - 1] : " ", count: columns)
      }
      return SafeText(signs.joined()).trimmedEnd
    }
  }

  private static func eighths(_ value: Int, of most: Int, cells: Int) -> Int {
    value == 0 ? 0 : max(1, value * cells * 8 / most)
  }
}
