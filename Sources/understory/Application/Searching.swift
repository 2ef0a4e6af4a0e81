import Library
import Reader
import Storage
import TextGrid

/// A search of everything, for which the index is brought up to date between keys.
struct Searching: ~Copyable {
  let query: String
  private let discussions: [KeptDiscussion]
  private let folder: DiscussionFolder
  private let directory: String
  /// Nil if the index is asked as it is.
  private var indexing: Indexing?
  /// Why the index is not up to date, where it can be asked all the same; else nil.
  private var staleness: SafeText?
  /// Whether the index was damaged and is created again: that is done once.
  private var isMadeAgain = false

  /// The most that is listed.
  private static let limit = 200

  /// Begins a search: finds out what the index lacks.
  ///
  /// - Throws: ``Failure`` if there is no library or no index.
  static func begun(_ query: String) throws -> Searching {
    if let problem = SearchQuery(SafeText(query).string).problem { throw Failure(problem) }
    let library = try DiscussionLibrary.usual(.ofScreens)
    let discussions = try library.contents().discussions
    let directory = try UserFolder.ofIndex()
    var searching = Searching(
      query: query, discussions: discussions, folder: library.folder, directory: directory)
    try searching.begin(startsAnew: false)
    return searching
  }

  private init(
    query: String, discussions: [KeptDiscussion], folder: DiscussionFolder, directory: String
  ) {
    self.query = query
    self.discussions = discussions
    self.folder = folder
    self.directory = directory
  }

  private mutating func begin(startsAnew: Bool) throws {
    // The old one goes first: only one is written at a time.
    indexing = nil
    do throws(StorageError) {
      indexing = try Indexing(
        of: discussions, in: folder, directory: directory, startsAnew: startsAnew, batch: 1 << 20)
    } catch {
      try mend(error)
    }
  }

  /// Decides what becomes of the index after an error: a damaged one is created again, once.
  ///
  /// - Throws: ``Failure`` if it cannot be asked.
  private mutating func mend(_ error: StorageError) throws {
    indexing = nil
    if case .damaged = error, !isMadeAgain {
      isMadeAgain = true
      try begin(startsAnew: true)
      return
    }
    guard let staleness = error.staleness else { throw Failure(SafeText(error.reason)) }
    self.staleness = staleness
  }

  /// How far the index is, in words.
  var status: SafeText {
    switch indexing {
    case .some(let indexing):
      let progress = indexing.progress
      return SafeText(
        "updating the index: \(progress.documents) of \(progress.total) comments…")
    case .none: return "searching…"
    }
  }

  /// Goes on with the index a little.
  ///
  /// - Returns: whether there is more to be done.
  /// - Throws: ``Failure`` with what keeps it from being done.
  mutating func work() throws -> Bool {
    do throws(StorageError) {
      return try indexing?.work(units: 100) ?? false
    } catch {
      try mend(error)
      return indexing != nil
    }
  }

  /// What the index has by now, and how much that is, in words.
  ///
  /// - Returns: nil if it was found to be damaged: then there is more to be done.
  /// - Throws: ``Failure`` if it cannot be read.
  mutating func results() throws -> (results: [SearchResult], note: SafeText)? {
    do throws(StorageError) {
      try indexing?.save()
      let words = SearchQuery(SafeText(query).string)
      let index = try SearchIndex(directory: directory)
      let found = try index.search(words, limit: Self.limit)
      var note = SearchReport.summary(found, isUnread: false, limit: Self.limit)
      if found.isLiteral {
        note = note + (words.misspeltField == nil ? ", as written" : " · " + words.literalNote)
      }
      if let staleness { note = note + " · " + staleness }
      return (found.hits.map { SearchResult($0) }, note)
    } catch {
      guard case .damaged = error, !isMadeAgain else { throw Failure(SafeText(error.reason)) }
      try mend(error)
      return nil
    }
  }
}

extension SearchResult {
  init(_ hit: SearchHit) {
    let snippet = HitLines.snippet(hit)
    self.init(
      title: SafeText(hit.title), number: hit.document.comment == nil ? nil : hit.document.number,
      author: hit.document.author.map { SafeText($0) }, snippet: snippet.text,
      matches: snippet.matches, discussion: hit.discussion, comment: hit.document.comment)
  }
}
