public import TextGrid

/// Where everything stands on a screen; rows and columns are 0-based.
///
/// From left to right: the focus bar, the badge, a blank, the guides, the text, a blank, the map.
/// From top to bottom: the context row, the body, a blank row, the status line. On small screens
/// these give way before the text does.
public struct Geometry: Equatable, Sendable {
  /// The row that says whom the topmost comment answers; nil where there is no room.
  public let contextRow: Int?
  public let body: Range<Int>
  public let statusRow: Int?
  /// All columns there are.
  let columns: Int
  /// The columns that are used, of a wide screen the left ones.
  public let pageColumns: Int
  /// The column after the last one of the last row.
  var statusLimit: Int { pageColumns - (pageColumns >= 40 ? 1 : 0) }
  /// The column of the map; nil where there is no room.
  public let mapColumn: Int?
  /// The column after the last one for text.
  public let textLimit: Int

  /// Whether there is nothing on the screen but text.
  let isLinear: Bool
  /// The rows of the whole screen.
  let rows: Int

  /// Cells to the left of all text.
  private let gutter: Int
  /// Cells for focus, badge and a blank.
  private static let gutter = 3
  /// The widest that a text is set unless told otherwise.
  public static let measure = 80
  /// The widest that the lines of a list are set.
  static let listMeasure = 115
  /// Below this width comments are not indented any further.
  static let narrowestText = 30

  /// - Parameters:
  ///   - size: the screen, or the part of it for the text.
  ///   - measure: the widest that a text is set, in cells; nil for as wide as there is room.
  ///   - isLinear: whether there is nothing on the screen but text.
  public init(_ size: GridSize, measure: Int? = Self.measure, isLinear: Bool = false) {
    gutter = isLinear ? 0 : Self.gutter
    self.isLinear = isLinear
    rows = size.rows
    columns = size.columns
    let hasStatus = size.rows >= 3
    let hasContext = size.rows >= 8 && !isLinear
    contextRow = hasContext ? 0 : nil
    statusRow = hasStatus ? size.rows - 1 : nil
    let bodyEnd = size.rows - (size.rows >= 8 ? 2 : hasStatus ? 1 : 0)
    body = (hasContext ? 1 : 0)..<max(hasContext ? 1 : 0, bodyEnd)
    pageColumns = min(size.columns, gutter + (measure ?? size.columns) + 2)
    let hasMap = size.columns >= 20 && !isLinear
    mapColumn = hasMap ? pageColumns - 1 : nil
    textLimit = pageColumns - (hasMap ? 2 : 0)
  }

  /// How many levels of replies are indented: up to a third of the width, while texts stay at
  /// least ``narrowestText`` cells wide.
  public var levels: Int {
    if isLinear { return 0 }
    let spare = textLimit - gutter - Self.narrowestText
    return max(0, min(pageColumns / 6, spare / 2))
  }

  /// The column at which the text of an entry begins.
  public func textColumn(depth: Int) -> Int { gutter + 2 * min(depth, levels) }

  /// How many cells the text of an entry may take in a row; at least 2.
  public func textWidth(depth: Int) -> Int { max(2, textLimit - textColumn(depth: depth)) }
}
