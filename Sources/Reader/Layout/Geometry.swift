public import TextGrid

/// Where everything stands on a screen; rows and columns are 0-based.
///
/// From left to right: the focus bar, the badge, a blank, the guides, the text, the third column, a
/// blank, the map. From top to bottom: the context row, the body, a blank row, the status line. On
/// small screens these give way before the text does.
public struct Geometry: Equatable, Sendable {
  /// The row that says who the topmost comment replies to; nil if there is no room.
  public let contextRow: Int?
  public let body: Range<Int>
  public let statusRow: Int?
  /// All columns there are.
  let columns: Int
  /// The column of the focus bar.
  let left: Int
  /// The column after the last one of the page, or of a list, which does not use all of a wide screen.
  public let pageColumns: Int
  /// The column after the last one of the last row.
  let statusLimit: Int
  /// The columns of the text beside the page, two after the line between them; nil if there is
  /// none.
  let besideColumns: Range<Int>?
  /// The column of the map, at the very edge; nil if there is no room.
  public let mapColumn: Int?
  /// The column after the last one for text.
  public let textLimit: Int

  /// Whether there is nothing on the screen but text.
  let isLinear: Bool
  /// The rows of the whole screen.
  let rows: Int

  /// Cells to the left of all text.
  private let gutter: Int
  /// The widest that a text is set, in cells.
  private let measure: Int
  /// Cells for focus, badge and a blank.
  private static let gutter = 3
  /// The widest that a text is set unless told otherwise.
  public static let measure = 80
  /// The widest that the lines of a list are set.
  static let listMeasure = 115
  /// Below this width comments are not indented any further.
  static let narrowestText = 30
  /// Cells by which replies are indented if there is room, before their texts get narrower.
  static let indentation = 24

  /// Where a page stands: in the middle if there is more room than it needs.
  ///
  /// - Parameters:
  ///   - size: the screen, or the part of it for the page and what is to its right.
  ///   - measure: the widest that a text is set, in cells; nil for as wide as there is room.
  ///   - isLinear: whether there is nothing on the screen but text.
  ///   - beside: cells for the third column and the line before it; 0 for none.
  public init(
    _ size: GridSize, measure: Int? = Self.measure, isLinear: Bool = false, beside: Int = 0
  ) {
    self.init(
      size, measure: measure ?? size.columns, indentation: isLinear ? 0 : Self.indentation,
      isLinear: isLinear, beside: beside)
  }

  /// Where a list stands: at the left.
  ///
  /// - Parameters:
  ///   - size: the screen.
  ///   - measure: the widest that its lines are set, in cells.
  init(list size: GridSize, measure: Int = Self.measure) {
    self.init(size, measure: measure, indentation: 0, isLinear: false, beside: 0)
  }

  private init(_ size: GridSize, measure: Int, indentation: Int, isLinear: Bool, beside: Int) {
    gutter = isLinear ? 0 : Self.gutter
    self.isLinear = isLinear
    self.measure = measure
    rows = size.rows
    let hasStatus = size.rows >= 3
    let hasContext = size.rows >= 8 && !isLinear
    contextRow = hasContext ? 0 : nil
    statusRow = hasStatus ? size.rows - 1 : nil
    let bodyEnd = size.rows - (size.rows >= 8 ? 2 : hasStatus ? 1 : 0)
    body = (hasContext ? 1 : 0)..<max(hasContext ? 1 : 0, bodyEnd)
    let isPage = indentation > 0
    let wanted = gutter + measure + indentation
    columns = size.columns
    let used = isPage ? columns : min(columns, wanted + 2)
    let hasMap = used >= 20 && !isLinear
    mapColumn = hasMap ? used - 1 : nil
    pageColumns = used - beside
    let limit = pageColumns - (hasMap ? 2 : 0)
    left = isPage ? max(0, (limit - wanted) / 2) : 0
    textLimit = min(limit, left + wanted)
    besideColumns = beside > 0 ? pageColumns..<used - 2 : nil
    statusLimit = used - (used >= 40 ? 1 : 0)
  }

  /// How many levels of replies are indented: up to a third of the width, while texts stay at
  /// least ``narrowestText`` cells wide.
  public var levels: Int {
    if isLinear { return 0 }
    let room = textLimit - left
    return max(0, min((room + 2) / 6, (room - gutter - Self.narrowestText) / 2))
  }

  /// The column at which the text of an entry begins.
  public func textColumn(depth: Int) -> Int { left + gutter + 2 * min(depth, levels) }

  /// How many cells the text of an entry may take in a row: the same at every level, while there is
  /// room; at least 2.
  public func textWidth(depth: Int) -> Int {
    max(2, min(measure, textLimit - textColumn(depth: depth)))
  }

  /// The columns from where the text of an entry begins to the last one for text.
  func columns(depth: Int) -> Range<Int> {
    let first = textColumn(depth: depth)
    return first..<max(first, textLimit)
  }

  /// The column after the last one of an entry's text.
  func textEnd(depth: Int) -> Int {
    min(textLimit, textColumn(depth: depth) + textWidth(depth: depth))
  }

  /// Whether there are rows for a rule below the article's head, and for two between threads.
  var isTall: Bool { rows >= 24 && !isLinear }

  /// Whether texts are set as in another geometry.
  func setsTexts(as other: Geometry) -> Bool {
    isTall == other.isTall
      && (measure, textLimit - left, gutter, levels, besideColumns?.count)
        == (
          other.measure, other.textLimit - other.left, other.gutter, other.levels,
          other.besideColumns?.count
        )
  }
}
