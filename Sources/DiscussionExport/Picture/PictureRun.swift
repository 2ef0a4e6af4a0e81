import Reader
import TextGrid

/// Cells of a row that look alike, side by side.
struct PictureRun: Equatable {
  /// Its first cell.
  private(set) var column: Int
  /// How many cells it takes.
  private(set) var width = 0
  let style: PictureStyle
  /// The texts of its cells; the second cell of a wide one has none.
  private var texts: [String] = []
  private let standsAlone: Bool

  private init(at column: Int, style: PictureStyle, standsAlone: Bool) {
    self.column = column
    self.style = style
    self.standsAlone = standsAlone
  }

  /// The runs of a row, left to right, which have all of its cells.
  ///
  /// Wide characters and signs stand alone: another font than that of the letters may have to draw
  /// them, with another width.
  static func runs(of row: ArraySlice<Cell>, on ground: Ground) -> [PictureRun] {
    var runs: [PictureRun] = []
    for (column, cell) in row.enumerated() where cell.width > 0 {
      let style = PictureStyle(cell.style, on: ground)
      let standsAlone =
        cell.width == 2 || cell.text.unicodeScalars.first.map { $0.value >= 0x2190 } == true
      if standsAlone || runs.last.map({ $0.standsAlone || $0.style != style }) != false {
        runs.append(PictureRun(at: column, style: style, standsAlone: standsAlone))
      }
      runs[runs.count - 1].texts.append(cell.text)
      runs[runs.count - 1].width += Int(cell.width)
    }
    return runs
  }

  /// The same without blank cells at its ends; empty where there are no others.
  var trimmed: PictureRun {
    guard let first = texts.firstIndex(where: { $0 != " " }),
      let last = texts.lastIndex(where: { $0 != " " })
    else {
      var empty = self
      empty.texts = []
      empty.width = 0
      return empty
    }
    var result = self
    result.texts = Array(texts[first...last])
    result.column += first
    result.width -= first + texts.count - 1 - last
    return result
  }

  /// Its text as XML 1.0 (section 2.4) has it between tags.
  var escapedText: SafeText {
    var result = ""
    for character in texts.joined().unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(character)
      }
    }
    return SafeText(result)
  }
}
