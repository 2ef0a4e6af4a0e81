import DiscussionModel
import Glibc
import ReadMarks
import Reader
import Storage

/// Marking comments without reading them on the screen.
enum Marking {
  /// Marks comments, and records a visit where there was none.
  ///
  /// - Parameters:
  ///   - positions: in the thread; those of deleted comments are passed over.
  ///   - page: the discussion.
  ///   - isRead: whether they are read or unread from now on.
  /// - Returns: how many were marked.
  /// - Throws: ``Failure`` where it cannot be saved.
  @discardableResult
  static func mark(
    _ positions: some Sequence<Int>, in page: Page, isRead: Bool
  ) throws -> Int {
    let id = page.discussion.id
    let now = Int64(time(nil))
    let changes = positions.filter { page.comment(at: $0).state != .deleted }.map { position in
      SavedChange(
        comment: page.comment(at: position).id,
        kind: isRead ? .read(page.bodyVersion(at: position)) : .unread, time: now)
    }
    try StateLibrary.use { (library) throws(StorageError) in
      if try library.reading(of: id) == nil {
        try library.beginVisit(
          of: id, title: page.discussion.title,
          comments: (0..<page.thread.count).map { page.idHash(at: $0) }, at: now)
      }
      try library.save(changes, of: id)
    }
    return changes.count
  }
}
