import DiscussionModel
import RichText
public import TextGrid

/// The texts of entries as rows of cells, made when they come near the screen and kept.
public struct Layout: Sendable {
  public private(set) var geometry: Geometry
  private var rows: [Key: [TextRow]] = [:]
  private var beginnings: [Int: SafeText] = [:]

  private struct Key: Hashable {
    var entry: Int
    var opened: Opened
  }

  /// Entries that are kept; some screens in each direction.
  private static let capacity = 2000

  /// Cells of a beginning that are kept: more than any row has use for.
  private static let beginningCells = Geometry.measure + 8

  public init(size: GridSize) { geometry = Geometry(size) }

  /// Forgets all rows, since entries are others now.
  mutating func forget() {
    rows = [:]
    beginnings = [:]
  }

  mutating func resize(_ size: GridSize) {
    let new = Geometry(size)
    if new.textLimit != geometry.textLimit { rows = [:] }
    geometry = new
  }

  /// The rows of an entry's text, without its header.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - page: always the same one.
  ///   - opened: what the reader opened in it.
  /// - Returns: rows whose offsets begin at 1 where the entry has a header, and else at 0.
  /// - Complexity: O(1) for one that is kept, else O(length).
  public mutating func text(of entry: Int, in page: Page, opened: Opened) -> [TextRow] {
    let key = Key(entry: entry, opened: opened)
    if let kept = rows[key] { return kept }
    let made = page.textRows(
      of: entry, width: geometry.textWidth(depth: page.depth(of: entry)), opened: opened)
    if rows.count >= Self.capacity { rows = [:] }
    rows[key] = made
    return made
  }

  /// How an entry begins, in one line, a little longer than any row has room for.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - page: always the same one.
  /// - Returns: its text's first words, without line breaks.
  /// - Complexity: O(1) for one that is kept, else O(length).
  mutating func beginning(of entry: Int, in page: Page) -> SafeText {
    if let kept = beginnings[entry] { return kept }
    let made = page.beginning(of: entry, cells: Self.beginningCells)
    if beginnings.count >= Self.capacity { beginnings = [:] }
    beginnings[entry] = made
    return made
  }
}
