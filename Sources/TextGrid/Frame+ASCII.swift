extension Frame {
  /// The same screen with ASCII for the signs that this program draws.
  ///
  /// - Parameter keepsText: whether other characters stay; else `?` stands for each of their cells.
  /// - Returns: a frame of the same size.
  /// - Complexity: O(cells).
  public func inASCII(keepsText: Bool) -> Frame {
    var result = self
    for index in cells.indices where !cells[index].cluster.isASCII {
      if let sign = Self.signs[cells[index].text] {
        result.cells[index].cluster = DrawnCluster(sign)
      } else if !keepsText {
        let isWide = cells[index].width == 2
        result.cells[index] = Cell(
          cluster: DrawnCluster("?"), style: cells[index].style, width: 1)
        if isWide { result.cells[index + 1] = result.cells[index] }
      }
    }
    return result
  }

  /// What stands for a sign, each one cell wide.
  private static let signs: [String: Unicode.Scalar] = [
    "▌": ">", "●": "*", "○": "o", "★": "^", "▸": ">", "▾": "v", "▒": "#", "│": "|", "┃": "#",
    "•": "*", "◆": "=", "─": "-", "└": "`", "┌": ",", "┼": "+", "▏": ">", "‹": "<", "›": ">",
    "↑": "^",
    "↓": "v", "←": "<", "→": ">", "↳": ">", "·": "-", "…": "~", "◌": "o", "“": "\"", "”": "\"",
    "„": "\"",
    "‘": "'", "’": "'", "–": "-", "—": "-", "\u{A0}": " ",
  ]
}
