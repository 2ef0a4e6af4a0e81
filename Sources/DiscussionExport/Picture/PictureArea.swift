import TextGrid

/// Where cells are in a picture, in its units.
struct PictureArea {
  /// A cell's width and height, and where its letters stand.
  static let cell = (width: 9, height: 17, baseline: 13)
  /// Around the screen.
  static let margin = 9
  /// The letters' height; in most monospaced fonts they are three fifths of that wide.
  private static let letters = 15

  /// Cells are in the order of the screen, whatever script is in them.
  static let textStyle: SafeText =
    "text { white-space: pre; direction: ltr; unicode-bidi: bidi-override }"

  private let width: Int
  private let height: Int

  init(columns: Int, rows: Int) {
    width = columns * Self.cell.width + 2 * Self.margin
    height = rows * Self.cell.height + 2 * Self.margin
  }

  /// The tag that begins the picture.
  var start: SafeText {
    SafeText(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"\(width)\""
        + " height=\"\(height)\" viewBox=\"-\(Self.margin) -\(Self.margin) \(width) \(height)\""
        + " font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\""
        + " font-size=\"\(Self.letters)\">")
  }

  /// All of it, in one colour.
  ///
  /// - Parameter look: the attributes that say which.
  /// - Returns: a `rect`.
  func ground(_ look: SafeText) -> SafeText {
    SafeText(
      "<rect x=\"-\(Self.margin)\" y=\"-\(Self.margin)\" width=\"\(width)\" height=\"\(height)\" ")
      + look + "/>"
  }

  /// A line above a row, from edge to edge.
  func rule(above row: Int) -> SafeText {
    let y = row * Self.cell.height + Self.cell.height / 2
    let right = width - Self.margin
    return SafeText("<path d=\"M-\(Self.margin) \(y)H\(right)\" class=\"line\"/>")
  }

  /// A symbol, at a row.
  static func use(_ symbol: Int, row: Int) -> SafeText {
    SafeText("<use href=\"#r\(symbol)\" y=\"\(row * cell.height + cell.baseline)\"/>")
  }

  /// A key around cells of a symbol.
  static func keyCap(_ column: Int, columns: Int) -> SafeText {
    let (x, width) = (column * cell.width - 6, columns * cell.width + 12)
    return SafeText(
      "<rect x=\"\(x)\" y=\"-\(cell.baseline + 2)\" width=\"\(width)\""
        + " height=\"\(cell.height + 4)\" rx=\"4\" class=\"line\"/>")
  }
}
