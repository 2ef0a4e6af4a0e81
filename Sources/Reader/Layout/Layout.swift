import DiscussionModel
import RichText
public import TextGrid

/// The texts of entries as rows of cells, made when they come near the screen and kept.
public struct Layout: Sendable {
  public private(set) var geometry: Geometry
  private var rows: [Key: [TextRow]] = [:]

  private struct Key: Hashable {
    var entry: Int
    var showsHidden: Bool
  }

  /// Entries that are kept; some screens in each direction.
  private static let capacity = 2000

  public init(size: GridSize) { geometry = Geometry(size) }

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
  ///   - showsHidden: whether masked paragraphs and texts behind a warning are shown.
  /// - Returns: rows whose offsets begin at 1 where the entry has a header, and else at 0.
  /// - Complexity: O(1) for one that is kept, else O(length).
  public mutating func text(of entry: Int, in page: Page, showsHidden: Bool) -> [TextRow] {
    let key = Key(entry: entry, showsHidden: showsHidden)
    if let kept = rows[key] { return kept }
    let made = page.textRows(
      of: entry, width: geometry.textWidth(depth: page.depth(of: entry)), showsHidden: showsHidden)
    if rows.count >= Self.capacity { rows = [:] }
    rows[key] = made
    return made
  }
}
