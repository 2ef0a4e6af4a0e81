import DiscussionModel
import Library
import Storage
import TextGrid

/// The index of the kept discussions, for commands: brought up to date, and asked.
struct LibrarySearch {
  private let contents: DiscussionLibrary.Contents
  private let folder: DiscussionFolder
  private let directory: String

  /// How many documents a command writes at once: a tenth of a second's work.
  private static let units = 2_000

  /// - Throws: ``Failure`` if there is no home to keep anything in, or the kept discussions
  ///   cannot be listed.
  init() throws {
    let directory = try UserFolder.ofIndex()
    let library = try DiscussionLibrary.usual(.ofCommands)
    self.directory = directory
    folder = library.folder
    contents = try library.contents()
  }

  /// Whether nothing is kept.
  var isEmpty: Bool { contents.discussions.isEmpty && contents.problems.isEmpty }

  /// What is wrong with the files of kept discussions.
  var problems: [SafeText] { contents.problems }

  /// Brings the index up to date, with a bar for it where that takes its time.
  ///
  /// - Parameter startsAnew: whether to delete what there is of it.
  /// - Returns: what was done.
  /// - Throws: `.locked` where another process does the same, or what else keeps it from being done.
  func update(startsAnew: Bool = false) throws(StorageError) -> Indexing.Progress {
    var indexing = try Indexing(
      of: contents.discussions, in: folder, directory: directory, startsAnew: startsAnew,
      batch: 16 << 20)
    var bar = ProgressBar("indexing")
    while try indexing.work(units: Self.units) {
      let progress = indexing.progress
      if progress.total > Self.units { bar.show(progress.documents, of: progress.total) }
    }
    _ = consume bar
    for problem in indexing.problems { Output.error.writeLine("understory: " + problem) }
    return indexing.progress
  }

  /// Finds what a query asks for, in the index as it can be had: what keeps it from being up to date
  /// is reported.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - limit: how many hits at most.
  ///   - isWanted: whether a hit is to be among them.
  /// - Returns: what was found.
  /// - Throws: ``Failure`` if the index cannot be read.
  func results(
    _ query: SearchQuery, limit: Int, where isWanted: (SearchHitName) -> Bool
  ) throws -> SearchResults {
    do throws(StorageError) {
      try freshen()
      do throws(StorageError) {
        return try SearchIndex(directory: directory).search(query, limit: limit, where: isWanted)
      } catch .damaged {
        _ = try update(startsAnew: true)
        return try SearchIndex(directory: directory).search(query, limit: limit, where: isWanted)
      }
    } catch {
      throw Failure(SafeText(error.reason))
    }
  }

  private func freshen() throws(StorageError) {
    do throws(StorageError) {
      _ = try update()
    } catch {
      if case .damaged = error {
        _ = try update(startsAnew: true)
      } else if let staleness = error.staleness {
        Output.error.writeLine("understory: " + staleness)
      } else {
        throw error
      }
    }
  }
}

/// Which comments were read, looked up discussion by discussion.
struct ReadComments {
  private var read: [String: Set<String>] = [:]
  /// What kept marks from being read; nil as a rule.
  private(set) var problem: StorageError?

  /// Whether a document is a comment without a read mark.
  ///
  /// - Parameters:
  ///   - name: what the document is of.
  ///   - library: where marks are kept.
  /// - Returns: false for an article, which has no marks.
  mutating func isUnread(_ name: SearchHitName, in library: borrowing MarksDatabase) -> Bool {
    guard let comment = name.comment else { return false }
    if let known = read[name.discussion] { return !known.contains(comment) }
    var marked: Set<String> = []
    do throws(StorageError) {
      let marks = try library.reading(of: name.discussion)?.marks ?? []
      marked = Set(marks.filter(\.isRead).map(\.comment))
    } catch {
      problem = error
    }
    read[name.discussion] = marked
    return !marked.contains(comment)
  }
}
