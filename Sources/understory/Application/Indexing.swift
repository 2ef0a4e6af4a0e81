import DiscussionModel
import Library
import Reader
import Storage
import TextGrid

/// Bringing the index up to date with the kept discussions, a piece at a time.
///
/// Whoever drives it decides how much is done at once: a command much, a loop that waits for keys
/// little. What is abandoned halfway is done again the next time.
struct Indexing: ~Copyable {
  private var writer: IndexWriter
  private let folder: DiscussionFolder
  /// What is to be read, the next one last.
  private var waiting: [KeptDiscussion]
  private var current: DiscussionDocuments?
  private(set) var progress = Progress()
  /// What is wrong with files that were skipped.
  private(set) var problems: [SafeText] = []

  /// How far it is.
  struct Progress: Equatable {
    var discussions = 0
    /// Articles and comments that were written.
    var documents = 0
    /// How many there are to write, as far as is known.
    var total = 0
  }

  /// Finds out what is to be done.
  ///
  /// - Parameters:
  ///   - discussions: all that are kept; what the index has of others is removed.
  ///   - folder: where they are kept.
  ///   - directory: where the index is.
  ///   - startsAnew: whether to delete what there is of it.
  ///   - batch: after how many bytes of text what was written is saved: much for a command, little
  ///     where somebody waits for keys.
  /// - Throws: `.locked` where another process does the same.
  /// - Complexity: O(*n* log *n*) in the discussions, whatever their size.
  init(
    of discussions: [KeptDiscussion], in folder: DiscussionFolder, directory: String,
    startsAnew: Bool = false, batch: Int
  ) throws(StorageError) {
    var writer = try IndexWriter(
      directory: directory, startsAnew: startsAnew, batch: batch)
    let stamped = discussions.map { StampedDiscussion(id: $0.id, file: $0.file) }
    for id in try writer.index.superfluous(beside: stamped) { try writer.remove(id) }
    let stale = Set(try writer.index.stale(among: stamped).map(\.id))
    // The latest are written last: these are the first to be shown.
    waiting = discussions.filter { stale.contains($0.id) }
      .sorted { ($0.arrived, $0.id) > ($1.arrived, $1.id) }
    progress.total = waiting.reduce(0) { $0 + $1.comments + 1 }
    self.writer = writer
    self.folder = folder
  }

  /// Saves what was written, so that others can read the index: this process too.
  mutating func save() throws(StorageError) { try writer.save() }

  /// Does a piece of what is to be done.
  ///
  /// - Parameter count: how many articles and comments to write or take away, about; at least 1.
  /// - Returns: whether there is more to be done.
  /// - Throws: what keeps it from being done; nothing is to be done with it any more then.
  /// - Complexity: O(length of the texts), and that of a file where a new one is begun.
  mutating func work(units count: Int) throws(StorageError) -> Bool {
    if let documents = current?.next(max(1, count)) {
      try writer.add(documents)
      progress.documents += documents.count
      guard documents.count < max(1, count) else { return true }
      try writer.finish()
      progress.discussions += 1
      current = nil
      return true
    }
    guard let discussion = waiting.popLast() else {
      if try writer.sweep(documents: max(1, count)) != nil { return true }
      try writer.save()
      return false
    }
    do {
      let documents = DiscussionDocuments(try folder.discussion(in: discussion.file.name))
      let stamped = StampedDiscussion(id: discussion.id, file: discussion.file)
      try writer.begin(stamped, title: SafeText(discussion.title).string)
      current = documents
    } catch let failure as any LineError {
      problems.append(failure.line)
    } catch let error as StorageError {
      throw error
    } catch {
      problems.append(SafeText("\(folder.path(of: discussion.file.name)): \(error)"))
    }
    return true
  }
}

/// The documents of one discussion for the index, made on demand: the article, then the
/// comments by their time.
///
/// Deleted comments have none. A comment whose time is not known comes after the one before it.
private struct DiscussionDocuments {
  private var page: Page
  /// The comments that follow, as indices in the discussion, the next one last.
  private var waiting: [Int]
  private var hasArticle = true

  /// - Complexity: O(*n* log *n*).
  init(_ discussion: Discussion) {
    page = Page(discussion)
    page.showLinked(true)
    var last = Int64.min
    let times = discussion.comments.map { comment in
      last = Self.time(of: comment) ?? last
      return last
    }
    waiting = discussion.comments.indices.filter { discussion.comments[$0].state != .deleted }
      .sorted { (times[$0], $0) > (times[$1], $1) }
  }

  /// The next documents; none at the end.
  ///
  /// - Parameter count: how many at most.
  /// - Returns: them.
  /// - Complexity: O(length of their texts).
  mutating func next(_ count: Int) -> [SearchDocument] {
    var documents: [SearchDocument] = []
    if hasArticle, count > 0 {
      documents.append(article)
      hasArticle = false
    }
    while documents.count < count, let index = waiting.popLast() {
      documents.append(document(of: index))
    }
    return documents
  }

  private var article: SearchDocument {
    SearchDocument(
      comment: nil, author: page.discussion.author.map { SafeText($0).string },
      time: page.discussion.published.flatMap { Moment($0)?.seconds },
      text: page.indexedText(of: 0))
  }

  private func document(of index: Int) -> SearchDocument {
    let comment = page.discussion.comments[index]
    return SearchDocument(
      comment: comment.id, number: page.discussion.number(of: index),
      author: comment.author.map { SafeText($0).string }, time: Self.time(of: comment),
      text: page.indexedText(of: page.firstComment + Int(page.thread.positions[index])))
  }

  private static func time(of comment: Comment) -> Int64? {
    comment.published.flatMap { Moment($0.text)?.seconds }
  }
}

extension UserFolder {
  /// Where the index is.
  ///
  /// - Throws: ``Failure`` without a home.
  static func ofIndex() throws -> String {
    guard let cache else {
      throw Failure("the library cannot be searched: neither HOME nor XDG_CACHE_HOME is set")
    }
    return cache
  }
}

extension SearchQuery {
  /// What is wrong with it, in one line that fits a narrow screen; nil if it can be asked.
  var problem: SafeText? {
    shortBeginning.map { SafeText("\($0): expected three letters or more") }
  }
}

extension StorageError {
  /// That an index cannot be brought up to date, where it can be asked all the same; else nil.
  var staleness: SafeText? {
    switch self {
    case .locked:
      "another understory is updating the index; results may be incomplete"
    case .full, .moved: SafeText("the index is not up to date: \(reason)")
    case .damaged, .cannotMakeDirectory, .cannotOpen, .readOnly, .otherVersion, .notRegular,
      .neverVisited, .other:
      nil
    }
  }
}
