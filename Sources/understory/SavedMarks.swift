import DiscussionModel
import ReadMarks
import Storage

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
    let saved = try StateLibrary.use { (library) throws(StorageError) in
      try library.reading(of: page.discussion.id)
    }
    return SavedMarks(marks: marks(of: page, saved), saved: saved)
  }

  /// The marks of a discussion, given what is kept of earlier visits; nil where there were none.
  ///
  /// - Complexity: O(*n*) in its comments.
  static func marks(of page: Page, _ saved: SavedReading?) -> Marks {
    saved.map { Marks(of: page, after: EarlierReading($0)) } ?? Marks(of: page)
  }
}
