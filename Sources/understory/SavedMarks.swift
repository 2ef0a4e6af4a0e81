import DiscussionModel
import Reader
import ReadingLibrary
import TextGrid

/// What was kept of earlier visits of a discussion, for commands that show no screen.
struct SavedMarks {
  /// The state of each comment.
  let marks: Marks
  /// What the library keeps; nil where the discussion was never visited.
  let saved: SavedReading?

  /// The marks of a discussion.
  ///
  /// - Complexity: O(*n*) in its comments.
  /// - Throws: ``Failure`` where the library cannot be read.
  static func of(_ page: Page) throws -> SavedMarks {
    let saved = try StateLibrary.use { (library) throws(LibraryError) in
      try library.reading(of: page.discussion.id)
    }
    return SavedMarks(marks: marks(of: page, saved), saved: saved)
  }

  /// The marks of a discussion, given what is kept of earlier visits; nil where there were none.
  ///
  /// - Complexity: O(*n*) in its comments.
  static func marks(of page: Page, _ saved: SavedReading?) -> Marks {
    let size = GridSize(columns: 80, rows: 24)
    var layout = Layout(size: size)
    var state = ReadingState(page, shell: Shell(size: size, now: 0))
    if let saved { _ = state.restore(EarlierReading(saved), layout: &layout) }
    return state.marks
  }
}
