import Reader
import TextGrid

/// Cells of a row that look alike, side by side.
struct PictureRun<Look: Equatable>: Equatable {
  /// Its first cell.
  private(set) var column: Int
  /// How many cells it takes.
  private(set) var width = 0
  let look: Look
  /// The texts of its cells; the second cell of a wide one has none.
  private var texts: [String] = []
  private let standsAlone: Bool

  private init(at column: Int, look: Look, standsAlone: Bool) {
    self.column = column
    self.look = look
    self.standsAlone = standsAlone
  }

  /// The runs of a row, left to right, which have all of its cells.
  ///
  /// Wide characters and signs are alone, or with others of the same kind: another font than that
  /// of the letters may have to draw them, with another width.
  ///
  /// - Parameters:
  ///   - row: the cells.
  ///   - look: how the cell in a column looks, counted from the row's first.
  /// - Returns: runs that do not overlap.
  static func runs(of row: ArraySlice<Cell>, look: (Int) -> Look) -> [PictureRun] {
    var runs: [PictureRun] = []
    for (column, cell) in row.enumerated() where cell.width > 0 {
      let look = look(column)
      let standsAlone =
        cell.width == 2 || cell.text.unicodeScalars.first.map { $0.value >= 0x2190 } == true
      let goesOn = runs.last.map { last in
        last.look == look && last.standsAlone == standsAlone
          && (!standsAlone || last.texts.last == cell.text)
      }
      if goesOn != true {
        runs.append(PictureRun(at: column, look: look, standsAlone: standsAlone))
      }
      runs[runs.count - 1].texts.append(cell.text)
      runs[runs.count - 1].width += Int(cell.width)
    }
    return runs
  }

  /// The same without blank cells at its ends; empty if there are no others.
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

  /// The background, as an element.
  ///
  /// - Parameters:
  ///   - look: the attributes that say its colour.
  ///   - y: where its letters stand.
  /// - Returns: a `rect`.
  func rectangle(_ look: SafeText, y: Int = 0) -> SafeText {
    let cell = PictureArea.cell
    return SafeText(
      "<rect x=\"\(column * cell.width)\" y=\"\(y - cell.baseline)\""
        + " width=\"\(width * cell.width)\" height=\"\(cell.height)\" ") + look + "/>"
  }

  /// The letters, as an element that is as long as the cells.
  ///
  /// - Parameters:
  ///   - look: the attributes that say how they look.
  ///   - y: where they are.
  /// - Returns: a `text`.
  func text(_ look: SafeText, y: Int = 0) -> SafeText {
    let cell = PictureArea.cell
    let place = SafeText(
      "<text x=\"\(column * cell.width)\"" + (y == 0 ? "" : " y=\"\(y)\"")
        + " textLength=\"\(width * cell.width)\""
        + (standsAlone ? " lengthAdjust=\"spacingAndGlyphs\"" : ""))
    return place + " " + look + ">" + escapedText + "</text>"
  }

  /// Its text as XML 1.0 (section 2.4) has it between tags.
  private var escapedText: SafeText {
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
