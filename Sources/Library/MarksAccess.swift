public import DiscussionModel
public import ReadMarks
public import Storage
import TextGrid

/// The file of marks, opened for one thing at a time.
public struct MarksAccess: Sendable {
  /// Where it is; nil if there is no place for it.
  private let directory: String?
  /// How long to wait for another program's lock.
  private let patience: Duration
  /// What to do with the path to which a damaged file was renamed.
  private let tellSetAside: @Sendable (String) -> Void

  /// - Parameters:
  ///   - directory: where the file is; nil if there is no place for it.
  ///   - patience: how long to wait for another program's lock. A command waits a few seconds, longer
  ///     than a backup takes; on the screen somebody waits for each key.
  ///   - tellSetAside: what to do with the path to which a damaged file was renamed.
  public init(
    directory: String?, patience: Duration, tellSetAside: @escaping @Sendable (String) -> Void
  ) {
    self.directory = directory
    self.patience = patience
    self.tellSetAside = tellSetAside
  }

  /// Opens the file and does something with it.
  ///
  /// - Parameter work: what to do; it is done again from the start if it finds the file locked.
  /// - Returns: what `work` returns.
  /// - Throws: why it cannot be done.
  public func use<Result>(
    _ work: (borrowing MarksDatabase) throws(StorageError) -> Result
  ) throws(LibraryError) -> Result {
    guard let directory else {
      throw LibraryError("marks cannot be saved: neither HOME nor XDG_STATE_HOME is set")
    }
    do throws(StorageError) {
      let marks = try MarksDatabase(directory: directory, patience: patience)
      if let file = marks.setAside { tellSetAside(file) }
      return try patiently(patience) { () throws(StorageError) in try work(marks) }
    } catch {
      throw LibraryError(SafeText(error.reason))
    }
  }

  /// What is read of a discussion.
  ///
  /// - Parameters:
  ///   - page: the discussion.
  ///   - now: seconds since 1970.
  /// - Returns: as somebody would find it who opened it now.
  /// - Complexity: O(*n*) in its comments.
  /// - Throws: why what is saved cannot be read.
  public func marks(of page: Page, at now: Int64) throws(LibraryError) -> SavedMarks {
    SavedMarks(
      page,
      try use { (library) throws(StorageError) in try library.reading(of: page.discussion.id) },
      at: now)
  }

  /// Marks comments without showing them, and records a visit if there was none.
  ///
  /// - Parameters:
  ///   - positions: in the thread; those of deleted comments are skipped.
  ///   - page: the discussion.
  ///   - isRead: whether they are read or unread from now on.
  ///   - now: seconds since 1970.
  /// - Returns: how many were marked.
  /// - Throws: why it cannot be saved.
  @discardableResult
  public func mark(
    _ positions: some Sequence<Int>, in page: Page, isRead: Bool, now: Int64
  ) throws(LibraryError) -> Int {
    let id = page.discussion.id
    let changes = positions.filter { page.comment(at: $0).state != .deleted }.map { position in
      SavedChange(
        comment: page.comment(at: position).id,
        kind: isRead ? .read(page.bodyVersion(at: position)) : .unread, time: now)
    }
    try use { (library) throws(StorageError) in
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

/// What is read of a discussion, for what shows no screen.
public struct SavedMarks {
  /// The state of each comment.
  public let marks: Marks
  /// What is saved; nil if the discussion was never visited.
  public let saved: SavedReading?

  /// - Complexity: O(*n*) in the discussion's comments.
  public init(_ page: Page, _ saved: SavedReading?, at now: Int64) {
    marks = saved.map { Marks(of: page, after: EarlierReading($0, at: now)) } ?? Marks(of: page)
    self.saved = saved
  }
}
