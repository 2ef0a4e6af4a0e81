import ReadingLibrary

/// For tests that are about other things than comments of the first visit, flags and folds.
extension ReadingLibrary {
  func beginVisit(of discussion: String, title: String, at time: Int64) throws(LibraryError) {
    try beginVisit(of: discussion, title: title, comments: [], at: time)
  }

  func save(_ marks: [SavedMark], of discussion: String) throws(LibraryError) {
    try save(SavedChanges(marks: marks), of: discussion)
  }

  func save(_ place: SavedPlace, of discussion: String) throws(LibraryError) {
    try save(place, folds: [], of: discussion)
  }
}
