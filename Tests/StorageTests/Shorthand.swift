import ReadMarks
import Storage

/// For tests that are about other things than comments of the first visit, flags and folds.
extension MarksDatabase {
  func beginVisit(of discussion: String, title: String, at time: Int64) throws(StorageError) {
    try beginVisit(of: discussion, title: title, comments: [], at: time)
  }

  func save(
    _ marks: [SavedMark], stars: [SavedFlag] = [], mutes: [SavedFlag] = [],
    of discussion: String
  ) throws(StorageError) {
    let changes =
      marks.map { SavedChange($0) } + stars.map { SavedChange($0, SavedChange.Kind.starred) }
      + mutes.map { SavedChange($0, SavedChange.Kind.muted) }
    try save(changes, of: discussion)
  }

  func save(_ place: Place, of discussion: String) throws(StorageError) {
    try save(place, folds: [], of: discussion)
  }
}

extension SavedChange {
  init(_ mark: SavedMark) {
    self.init(
      comment: mark.comment, kind: mark.isRead ? .read(mark.text) : .unread, time: mark.time)
  }

  init(_ flag: SavedFlag, _ kind: (Bool) -> Kind) {
    self.init(comment: flag.comment, kind: kind(flag.isSet), time: flag.time)
  }
}
