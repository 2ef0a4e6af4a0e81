public import DiscussionModel
import RichText
public import TextGrid

/// The texts of entries as rows of cells, made when they come near the screen and kept.
public struct Layout: Sendable {
  public private(set) var geometry: Geometry
  private var rows: [Key: TextRowList] = [:]
  private var beginnings: [Int: SafeText] = [:]
  /// For entries near the screen where a pattern is in them.
  private var matches: [Key: [Range<Int>]] = [:]
  private var matched: Pattern?

  private struct Key: Hashable {
    var entry: Int
    var opened: Opened
    /// Whether it is set for the column beside the page.
    var isBeside = false
  }

  /// Entries that are kept; some screens in each direction.
  private static let capacity = 2000

  /// Entries of which matches are kept: those of a few screens.
  private static let matchCapacity = 200

  /// Cells of a beginning that are kept: more than any row has use for.
  private static let beginningCells = Geometry.measure + 8

  public init(size: GridSize) { geometry = Viewport().geometry(on: size) }

  /// Forgets all rows, since entries are others now.
  mutating func forget() {
    rows = [:]
    beginnings = [:]
    matches = [:]
  }

  /// Forgets one entry's rows, since they are others now.
  mutating func forget(_ entry: Int) {
    for opened in Opened.all {
      rows[Key(entry: entry, opened: opened)] = nil
      rows[Key(entry: entry, opened: opened, isBeside: true)] = nil
    }
  }

  mutating func resize(_ new: Geometry) {
    if !new.setsTexts(as: geometry) { rows = [:] }
    geometry = new
  }

  /// The rows of an entry's text, without its header.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - page: always the same one.
  ///   - opened: what the reader opened in it.
  ///   - isBeside: whether it is for the column beside the page.
  ///   - labels: what is said beside blocks of a comment, by their indices; when it changes, the
  ///     rows must be forgotten.
  /// - Returns: rows whose offsets begin at 1 where the entry has a header, and else at 0.
  /// - Complexity: O(1) for one that is kept, else O(length).
  public mutating func text(
    of entry: Int, in page: Page, opened: Opened, isBeside: Bool = false,
    labels: @autoclosure () -> [Int: SafeText] = [:]
  ) -> TextRowList {
    let key = Key(entry: entry, opened: opened, isBeside: isBeside)
    if let kept = rows[key] { return kept }
    let beside = isBeside ? geometry.besideColumns : nil
    let width = beside?.count ?? geometry.textWidth(depth: page.depth(of: entry))
    let made = page.text(
      of: entry, width: width, opened: opened, labels: labels(), hasRule: geometry.isTall)
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

  /// Where a pattern is in an entry's text: offsets as ``TextRow/offsets`` count.
  ///
  /// - Complexity: O(1) for one that is kept, else O(length).
  mutating func matches(
    of pattern: Pattern, in entry: Int, of page: Page, opened: Opened
  ) -> [Range<Int>] {
    if matched != pattern || matches.count >= Self.matchCapacity {
      matched = pattern
      matches = [:]
    }
    let key = Key(entry: entry, opened: opened)
    if let kept = matches[key] { return kept }
    let text = page.searchText(of: entry, opened: opened)
    let made = PatternFinder(pattern).ranges(in: text.bytes).map {
      $0.lowerBound + text.start..<$0.upperBound + text.start
    }
    matches[key] = made
    return made
  }
}
