/// Brings the index up to date, one process at a time.
///
/// Each call takes as long as what it is given, so that the caller decides. Calls are saved together,
/// as many as the caller wants. What is interrupted, by an error or the end of the process, is as if
/// it had never begun: a discussion is found as it was until ``finish()``, and what that wrote is
/// saved.
public struct IndexWriter: ~Copyable {
  /// What is written to.
  public let index: SearchIndex

  let statements: IndexStatements
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
  ) throws(LibraryError) {
    try makeDirectories(directory)
    let path = directory + "/search.sqlite"
    let lock = try FileLock(file: directory + "/search.lock", guarding: path)
    try checkIsRegular(path)
    if startsAnew { try removeDatabase(path) }
    let index = try SearchIndex(directory: directory)
    let statements = try opening(path) { () throws(SQLiteError) in
      let prepared = try IndexStatements(on: index.database)
      // Nobody else writes: what is unfinished, nobody will finish.
      try prepared.giveUpDrafts.run()
      return prepared
    }
    self.lock = lock
    self.statements = statements
    self.index = index
    self.batch = batch
  }

  /// Begins to write a discussion, in place of what is known of it.
  ///
  /// What was begun before and not finished is given up.
  public mutating func begin(
    _ discussion: StampedDiscussion, title: String
  ) throws(LibraryError) {
    draft = nil
    let begun = try write { () throws(SQLiteError) in
      try statements.giveUpDrafts.run()
      try statements.begin.bind(discussion.id, to: 1)
      try statements.begin.bind(title, to: 2)
      try statements.begin.bind(discussion.file.name, to: 3)
      try statements.begin.bind(discussion.file.size, to: 4)
      try statements.begin.bind(discussion.file.modified, to: 5)
      return try statements.begin.onlyRow { row in (row.integer(0), row.integer(1)) }
    }
    try save(after: 0)
    if let (number, first) = begun { draft = Draft(number: number, title: title, next: first) }
  }

  /// Adds documents to the discussion that is being written, the later ones last.
  ///
  /// - Complexity: O(length of the texts).
  public mutating func add(_ documents: [SearchDocument]) throws(LibraryError) {
    guard let draft, !documents.isEmpty else { return }
    try write { () throws(SQLiteError) in
      var number = draft.next
      for document in documents {
        try add(document, number, draft)
        number = number &+ 1
      }
      try statements.extend.bind(draft.number, to: 1)
      try statements.extend.bind(number &- 1, to: 2)
      try statements.extend.run()
    }
    try save(after: documents.reduce(0) { $0 + $1.text.utf8.count })
    self.draft?.next = draft.next &+ Int64(documents.count)
  }

  private func add(
    _ document: SearchDocument, _ number: Int64, _ draft: Draft
  ) throws(SQLiteError) {
    let title = document.comment == nil ? draft.title : nil
    try statements.addDocument.bind(number, to: 1)
    try statements.addDocument.bind(draft.number, to: 2)
    try statements.addDocument.bind(document.comment, to: 3)
    try statements.addDocument.bind(document.number.map { Int64($0) }, to: 4)
    try statements.addDocument.bind(document.time, to: 5)
    try statements.addDocument.bind(document.author, to: 6)
    try statements.addDocument.bind(title, to: 7)
    try statements.addDocument.bind(document.text, to: 8)
    try statements.addDocument.run()
    try statements.addWords.bind(number, to: 1)
    try statements.addWords.bind(document.author, to: 2)
    try statements.addWords.bind(title, to: 3)
    try statements.addWords.bind(document.text, to: 4)
    try statements.addWords.run()
  }

  /// Ends the discussion that is being written: from now on it is found as it was written.
  public mutating func finish() throws(LibraryError) {
    guard let draft else { return }
    try write { () throws(SQLiteError) in
      try statements.replace.bind(draft.number, to: 1)
      try statements.replace.run()
      try statements.reveal.bind(draft.number, to: 1)
      try statements.reveal.run()
    }
    try save(after: 0)
    self.draft = nil
  }

  /// Saves what was written and is not saved.
  public mutating func save() throws(LibraryError) {
    unsaved = 0
    guard index.database.isInTransaction else { return }
    if index.database.hasMoved { throw .moved(path: index.path) }
    do {
      try index.database.commit()
    } catch {
      index.database.rollBack()
      throw LibraryError(error, path: index.path, during: .saving)
    }
  }

  /// Saves what was written if a batch is full.
  ///
  /// - Parameter bytes: how much text was written since the last call.
  /// - Throws: what keeps it from being saved.
  mutating func save(after bytes: Int) throws(LibraryError) {
    unsaved += bytes
    if unsaved >= batch { try save() }
  }

  /// Runs `body` in the transaction that is open, or a new one, of a file that is still where it was
  /// opened.
  ///
  /// Where `body` throws, all that is unsaved is undone, and nothing is to be written any more.
  func write<Result>(_ body: () throws(SQLiteError) -> Result) throws(LibraryError) -> Result {
    if index.database.hasMoved { throw .moved(path: index.path) }
    do {
      if !index.database.isInTransaction { try index.database.beginWriting() }
      return try body()
    } catch {
      index.database.rollBack()
      throw LibraryError(error, path: index.path, during: .saving)
    }
  }
}
