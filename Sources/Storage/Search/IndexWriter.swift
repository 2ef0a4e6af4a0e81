/// Brings the index up to date, one process at a time.
///
/// Each call takes as long as what it is given, so that the caller decides. Calls are saved together,
/// as many as the caller wants. What is interrupted, by an error or the end of the process, is as if
/// it had never begun: a discussion is found as it was until ``finish()``, and what that wrote is
/// saved.
public struct IndexWriter: ~Copyable {
  /// What is written to.
  public let index: SearchIndex

  private let file: DatabaseFile
  private let statements: IndexStatements
  private let lock: FileLock
  private var draft: Draft?
  /// After how many bytes of text what was written is saved.
  private let batch: Int
  /// The bytes of text that are not saved.
  private var unsaved = 0

  /// A discussion that is being written.
  private struct Draft {
    var number: Int64
    var title: String
    /// The number of its next document.
    var next: Int64
  }

  /// Opens the index in a directory, for this process alone to write.
  ///
  /// - Parameters:
  ///   - directory: Its path.
  ///   - startsAnew: Whether to delete what there is.
  ///   - batch: After how many bytes of text what was written is saved, 0 for each call: small
  ///     batches make more work for the index, large ones take long to be saved.
  /// - Throws: `.locked` at once where another process writes it, or else what keeps the file from
  ///   being opened or written.
  public init(
    directory: String, startsAnew: Bool = false, batch: Int = 0
  ) throws(StorageError) {
    try makeDirectories(directory)
    let path = directory + "/search.sqlite"
    let lock = try FileLock(file: directory + "/search.lock", guarding: path)
    try checkIsRegular(path)
    if startsAnew { try removeDatabase(path) }
    let file = try DatabaseFile.searchIndex(in: directory, patience: .seconds(1))
    let index = try SearchIndex(file)
    let statements = try opening(path) { () throws(SQLiteError) in
      let prepared = try IndexStatements(on: file.database)
      // Nobody else writes: what is unfinished, nobody will finish.
      try prepared.giveUpDrafts.run()
      return prepared
    }
    self.lock = lock
    self.statements = statements
    self.index = index
    self.file = file
    self.batch = batch
  }

  /// Begins to write a discussion, in place of what is known of it.
  ///
  /// What was begun before and not finished is abandoned.
  public mutating func begin(
    _ discussion: StampedDiscussion, title: String
  ) throws(StorageError) {
    draft = nil
    let begun = try write { () throws(SQLiteError) in
      try statements.giveUpDrafts.run()
      try statements.begin.bind(
        discussion.id, title, discussion.file.name, discussion.file.size, discussion.file.modified)
      return try statements.begin.onlyRow { row in (row.integer(0), row.integer(1)) }
    }
    try save(after: 0)
    if let (number, first) = begun { draft = Draft(number: number, title: title, next: first) }
  }

  /// Adds documents to the discussion that is being written, the later ones last.
  ///
  /// - Complexity: O(length of the texts).
  public mutating func add(_ documents: [SearchDocument]) throws(StorageError) {
    guard let draft, !documents.isEmpty else { return }
    try write { () throws(SQLiteError) in
      var number = draft.next
      for document in documents {
        try add(document, number, draft)
        number = number &+ 1
      }
      try statements.extend.run(draft.number, number &- 1)
    }
    try save(after: documents.reduce(0) { $0 + $1.text.utf8.count })
    self.draft?.next = draft.next &+ Int64(documents.count)
  }

  private func add(
    _ document: SearchDocument, _ number: Int64, _ draft: Draft
  ) throws(SQLiteError) {
    let title = document.comment == nil ? draft.title : nil
    try statements.addDocument.run(
      number, draft.number, document.comment, document.number, document.time, document.author,
      title, document.text)
    try statements.addWords.run(number, document.author, title, document.text)
  }

  /// Ends the discussion that is being written: from now on it is found as it was written.
  public mutating func finish() throws(StorageError) {
    guard let draft else { return }
    try write { () throws(SQLiteError) in
      try statements.replace.run(draft.number)
      try statements.reveal.run(draft.number)
    }
    try save(after: 0)
    self.draft = nil
  }

  /// Lets a discussion be found no longer.
  ///
  /// What is known of it is removed by ``sweep(documents:)``.
  public mutating func remove(_ discussion: String) throws(StorageError) {
    try write { () throws(SQLiteError) in
      try statements.remove.run(discussion)
    }
    try save(after: 0)
  }

  /// Removes some of what cannot be found any more: of discussions that were removed, written
  /// again or never finished.
  ///
  /// - Parameter count: how many documents at most, at least 1.
  /// - Returns: how many documents were removed; nil if nothing was left to be done.
  /// - Throws: what keeps it from being saved; nothing is removed then.
  public mutating func sweep(documents count: Int) throws(StorageError) -> Int? {
    let swept: Int? = try write { () throws(SQLiteError) in
      let removed = try statements.removed.onlyRow { row in
        (number: row.integer(0), first: row.integer(1), last: row.integer(2))
      }
      guard let removed else { return nil }
      // In a file that somebody has changed the numbers may be anything.
      let next = removed.last.addingReportingOverflow(1)
      let limit = removed.first.addingReportingOverflow(Int64(max(1, count)))
      let end = min(
        next.overflow ? .max : next.partialValue, limit.overflow ? .max : limit.partialValue)
      try take(removed.first..<max(removed.first, end))
      try statements.shorten.run(removed.number, end)
      if end > removed.last || end == .max {
        try statements.takeDiscussion.run(removed.number)
      }
      return end > removed.first ? Int(clamping: end &- removed.first) : 0
    }
    try save(after: 0)
    return swept
  }

  /// Takes documents away, their words first: these are made from the texts once more.
  private func take(_ numbers: Range<Int64>) throws(SQLiteError) {
    guard !numbers.isEmpty else { return }
    let last = numbers.upperBound - 1
    try statements.takeWords.run(numbers.lowerBound, last)
    try statements.takeDocuments.run(numbers.lowerBound, last)
  }

  // MARK: Saving

  /// Saves what was written and is not saved.
  public mutating func save() throws(StorageError) {
    unsaved = 0
    guard file.database.isInTransaction else { return }
    try file.checkPlace()
    do {
      try file.database.commit()
    } catch {
      file.database.rollBack()
      throw StorageError(error, path: file.path, during: .saving)
    }
  }

  /// Saves what was written if a batch is full.
  ///
  /// - Parameter bytes: how much text was written since the last call.
  /// - Throws: what keeps it from being saved.
  private mutating func save(after bytes: Int) throws(StorageError) {
    unsaved += bytes
    if unsaved >= batch { try save() }
  }

  /// Runs `body` in the transaction that is open, or a new one, of a file that is still where it was
  /// opened.
  ///
  /// Where `body` throws, all that is unsaved is undone, and nothing is to be written any more.
  private func write<Result>(_ body: () throws(SQLiteError) -> Result) throws(StorageError)
    -> Result
  {
    try file.checkPlace()
    do {
      if !file.database.isInTransaction { try file.database.beginWriting() }
      return try body()
    } catch {
      file.database.rollBack()
      throw StorageError(error, path: file.path, during: .saving)
    }
  }
}
