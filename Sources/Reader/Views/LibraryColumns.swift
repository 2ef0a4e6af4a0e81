import TextGrid

/// Where the columns of the library's list stand; on narrow screens the title keeps its room.
struct LibraryColumns: Equatable {
  /// What is to be read, at its right end.
  let news: Range<Int>
  let title: Range<Int>
  /// Nil if there is no room.
  let source: Range<Int>?
  /// At its right end; nil if there is no room.
  let size: Range<Int>?
  /// At its right end; nil if there is no room.
  let age: Range<Int>?

  /// The cells of the longest ages, `59 min`, and of `done`.
  private static let (ageColumns, fewestNewsColumns) = (6, 4)

  init(_ listing: LibraryListing, _ geometry: Geometry) {
    let columns = geometry.pageColumns
    let isNarrow = columns < 40
    let start = isNarrow ? 1 : 2
    news = start..<start + max(listing.newsColumns, Self.fewestNewsColumns)
    var end = columns - (isNarrow ? 0 : 1)
    func takeRight(_ width: Int, where hasRoom: Bool) -> Range<Int>? {
      guard hasRoom, width > 0 else { return nil }
      defer { end -= width + 2 }
      return end - width..<end
    }
    age = takeRight(Self.ageColumns, where: columns >= 30)
    size = takeRight(listing.sizeColumns, where: columns >= 50)
    source = takeRight(listing.sourceColumns, where: columns >= 64)
    let first = news.upperBound + (isNarrow ? 1 : 2)
    title = first..<max(first, end)
  }
}
