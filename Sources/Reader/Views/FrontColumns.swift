import TextGrid

/// Where the columns of a front page stand; on narrow screens the title keeps its room.
struct FrontColumns: Equatable {
  /// How the reader stands with it, at its right end.
  let standing: Range<Int>
  /// At its right end; nil if there is no room.
  let rank: Range<Int>?
  let title: Range<Int>
  /// Nil if there is no room.
  let source: Range<Int>?
  /// At their right ends; nil if there is no room.
  let score: Range<Int>?
  let comments: Range<Int>?
  let age: Range<Int>?

  /// The cells of the longest ages, `59 min`, and of `done`.
  private static let (ageColumns, fewestStandingColumns) = (6, 4)
  /// The cells that titles keep beside the column of sources.
  private static let fewestTitleColumns = 36

  /// What is above the columns of numbers.
  private static let names: (score: SafeText, comments: SafeText, age: SafeText) = (
    "points", "comments", "age"
  )

  init(_ widths: FrontList.Widths, _ geometry: Geometry) {
    let columns = geometry.pageColumns
    let isNarrow = columns < 40
    let start = isNarrow ? 1 : 2
    standing = start..<start + max(widths.standing, Self.fewestStandingColumns)
    var end = columns - (isNarrow ? 0 : 1)
    func takeRight(_ width: Int, from least: Int, under name: SafeText? = nil) -> Range<Int>? {
      guard columns >= least, width > 0 else { return nil }
      // Their names have to find room above them.
      let cells = max(width, columns >= Self.columnsForNames ? name?.width ?? 0 : 0)
      defer { end -= cells + 2 }
      return end - cells..<end
    }
    age = takeRight(Self.ageColumns, from: 50)
    comments = takeRight(widths.comments, from: 30, under: Self.names.comments)
    score = takeRight(widths.score, from: 60, under: Self.names.score)
    let first = standing.upperBound + (isNarrow ? 1 : 2)
    // Where it would leave too little of the titles, nobody misses it.
    let fewest = min(widths.title, Self.fewestTitleColumns)
    let hasSource = end - first - widths.rank - widths.source - 4 >= fewest
    source = hasSource ? takeRight(widths.source, from: 72) : nil
    rank = columns >= 56 && widths.rank > 0 ? first..<first + widths.rank : nil
    let titleStart = rank.map { $0.upperBound + 2 } ?? first
    title = titleStart..<max(titleStart, end)
    hasNames = columns >= Self.columnsForNames
  }

  private let hasNames: Bool
  private static let columnsForNames = 72

  /// What is above which column, at its right end.
  var captions: [(Range<Int>, SafeText)] {
    guard hasNames else { return [] }
    let all = [(age, Self.names.age), (comments, Self.names.comments), (score, Self.names.score)]
    return all.compactMap { range, name in range.map { ($0, name) } }
  }
}
