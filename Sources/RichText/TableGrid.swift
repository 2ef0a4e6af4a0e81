/// The cells of a table in which each takes one column and one row.
public struct TableGrid: Equatable, Sendable {
  /// Top to bottom, all of them with as many cells.
  public var rows: [[StyledText]]
  /// Where the text of each column stands.
  public var alignments: [Alignment]
  /// Whether the first row names the columns.
  public var hasHeading: Bool

  /// Where text stands in its cell.
  public enum Alignment: Equatable, Sendable { case left, center, right }

  public init(rows: [[StyledText]], alignments: [Alignment], hasHeading: Bool) {
    self.rows = rows
    self.alignments = alignments
    self.hasHeading = hasHeading
  }
}
