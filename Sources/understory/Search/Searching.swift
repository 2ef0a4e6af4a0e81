import Reader
import ReadingLibrary
import TextGrid

/// A search of everything, for which the index is brought up to date between keys.
struct Searching: ~Copyable {
  let query: String
  /// Nil where the index is asked as it is.
  private var indexing: Indexing?
  /// Why the index is not up to date, where it can be asked all the same; else nil.
  private var staleness: SafeText?

  /// The most that is listed.
  private static let limit = 200

  /// Finds out what the index lacks.
  ///
  /// - Throws: ``Failure`` where there is no library or no index.
  init(_ query: String) throws {
    if let problem = SearchQuery(SafeText(query).string).problem { throw Failure(problem) }
    var staleness: SafeText?
    let indexing = try Self.indexing(&staleness)
    self.init(query: query, indexing: indexing, staleness: staleness)
  }

  private init(query: String, indexing: consuming Indexing?, staleness: SafeText?) {
    self.query = query
    self.indexing = indexing
    self.staleness = staleness
  }

  private static func indexing(_ staleness: inout SafeText?) throws -> Indexing? {
    let library = try Library()
    let discussions = try library.contents().discussions
    let directory = try CacheDirectory.ofIndex()
    do throws(LibraryError) {
      do throws(LibraryError) {
        return try Indexing(
          of: discussions, in: library.folder, directory: directory, batch: 1 << 20)
      } catch .damaged {
        return try Indexing(
          of: discussions, in: library.folder, directory: directory, startsAnew: true,
          batch: 1 << 20)
      }
    } catch {
      staleness = try self.staleness(after: error)
      return nil
    }
  }

  private static func staleness(after error: LibraryError) throws -> SafeText {
    guard let staleness = error.staleness else { throw Failure(SafeText(error.reason)) }
    return staleness
  }

  /// How far the index is, in words.
  var status: SafeText {
    switch indexing {
    case .some(let indexing):
      let progress = indexing.progress
      return SafeText(
        "reading what is new: \(progress.documents) of \(progress.total) comments…")
    case .none: return "searching…"
    }
  }

  /// Goes on with the index a little.
  ///
  /// - Returns: whether there is more to be done.
  /// - Throws: ``Failure`` with what keeps it from being done.
  mutating func work() throws -> Bool {
    do throws(LibraryError) {
      return try indexing?.work(units: 100) ?? false
    } catch {
      staleness = try Self.staleness(after: error)
      indexing = nil
      return false
    }
  }

  /// What the index has by now, and how much that is, in words.
  ///
  /// - Throws: ``Failure`` where it cannot be read.
  func results() throws -> (results: [LibraryResult], note: SafeText) {
    let directory = try CacheDirectory.ofIndex()
    do throws(LibraryError) {
      let words = SearchQuery(SafeText(query).string)
      let index = try SearchIndex(directory: directory)
      let found = try index.search(words, limit: Self.limit)
      var note = SearchReport.summary(found, isUnread: false, limit: Self.limit)
      if found.isLiteral { note = note + ", as written" }
      if let staleness { note = note + " · " + staleness }
      return (found.hits.map { LibraryResult($0) }, note)
    } catch {
      throw Failure(SafeText(error.reason))
    }
  }
}

extension LibraryResult {
  init(_ hit: SearchHit) {
    let snippet = HitLines.snippet(hit)
    self.init(
      title: SafeText(hit.title), number: hit.document.comment == nil ? nil : hit.document.number,
      author: hit.document.author.map { SafeText($0) }, snippet: snippet.text,
      matches: snippet.matches, discussion: hit.discussion, comment: hit.document.comment)
  }
}
