/// How many cells a screen has.
public struct GridSize: Equatable, Sendable {
  /// Cells in a row.
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
