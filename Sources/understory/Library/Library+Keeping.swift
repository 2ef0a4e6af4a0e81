import Sites
import DiscussionModel
import Glibc
import Storage
import TextGrid

/// Adding to what is kept, and removing from it.
extension Library {
  /// What became of a discussion that was to be kept.
  enum Keeping: Equatable {
    case added(comments: Int)
    case merged(MergeNews)

    /// `added, 42 comments`, `5 new comments`.
    var line: String {
      switch self {
      case .added(let comments): "added, \(counted(comments, "comment"))"
      case .merged(let news): news.line
      }
    }

    /// Whether there is anything to read that was not there before.
    var hasNews: Bool {
      switch self {
      case .added: true
      case .merged(let news): news.new > 0
      }
    }
  }

  /// A discussion as it is kept from now on.
  struct Saved {
    var keeping: Keeping
    /// What its file says.
    var discussion: Discussion
    /// The file; nil if it was removed again at once.
    var file: FileStamp?
  }

  /// Keeps a discussion; one that is kept already takes in what is new.
  ///
  /// - Parameters:
  ///   - discussion: it, or a newer copy of it.
  ///   - now: seconds since 1970.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` if it cannot be written, or if the copy that is kept cannot be read or is of
  ///   a discussion elsewhere; that one then stays as it is.
  func keep(_ discussion: Discussion, now: Int64) throws -> Saved {
    try change(discussion.id, now: now) { kept in
      if let kept, discussion.isElsewhere(than: kept) {
        throw Failure(
          SafeText(
            "\(discussion.id): the library has another discussion with this id, from \(kept.url ?? "")"
          ))
      }
      return Self.merged(discussion, into: kept)
    }
  }

  /// A discussion, or what is kept of it with what is new.
  static func merged(
    _ discussion: Discussion, into kept: Discussion?
  ) -> (Discussion, Keeping) {
    guard var merged = kept else {
      return (discussion, .added(comments: discussion.comments.count))
    }
    let news = merged.take(discussion)
    merged.settleMissing(after: discussion)
    return (merged, .merged(news))
  }

  /// That a discussion was removed while somebody was busy with it.
  static func removed(_ id: String) -> Failure {
    Failure(SafeText("\(id): no longer in the library"))
  }

  /// Changes what is kept of a discussion, while no other program does.
  ///
  /// - Parameters:
  ///   - id: the discussion's.
  ///   - now: seconds since 1970.
  ///   - work: what to make of the kept copy, which is nil where there is none.
  /// - Returns: what is in its file now.
  /// - Throws: what `work` throws, and ``Failure`` where the file cannot be read or written.
  func change(
    _ id: String, now: Int64, _ work: (Discussion?) throws -> (Discussion, Keeping)
  ) throws -> Saved {
    try renewOlder(than: id)
    return try folder.alone {
      let name = file(of: id)
      let before = try folder.stamp(of: name).map { _ in try folder.discussion(in: name) }
      if let before, !DiscussionID.areSame(before.id, id) {
        throw Failure(path: folder.path(of: name), "has the id \(before.id), where \(id) would be")
      }
      let (made, keeping) = try work(before)
      var discussion = made
      if let before { discussion.id = before.id }
      if discussion != before { try folder.write(discussion, to: name) }
      let file = folder.stamp(of: name)
      if let file {
        // It is a copy of what the file says: where it cannot be saved, it is made again.
        try? catalogue(discussion, in: file, arrived: keeping.hasNews ? now : nil)
      }
      return Saved(keeping: keeping, discussion: discussion, file: file)
    }
  }

  /// The name of the file that has a discussion, or is to have it: its own, or that of a file that
  /// somebody put there.
  private func file(of id: String) -> String {
    let name = KeptName.file(of: id)
    if folder.stamp(of: name) != nil { return name }
    var kept = try? StateLibrary.use { (library) throws(StorageError) in
      try library.catalogue.kept(id)
    }
    if kept == nil, DiscussionID.hasOtherSpellings(id) {
      kept = try? listing().discussions.first { DiscussionID.areSame($0.id, id) }
    }
    // The catalogue may be older than what is there.
    guard let other = kept?.file.name, let found = try? folder.discussion(in: other),
      DiscussionID.areSame(found.id, id)
    else { return name }
    return other
  }

  /// Brings the catalogue up to date with one file.
  private func catalogue(
    _ discussion: Discussion, in file: FileStamp, arrived: Int64?
  ) throws {
    try StateLibrary.use { (library) throws(StorageError) in
      let before = try library.catalogue.kept(discussion.id)
      var entry = Self.entry(
        of: discussion, in: file, arrived: arrived ?? file.modified / 1_000_000_000)
      if let before { entry.takeDecisions(of: before) }
      if let arrived { entry.arrived = arrived }
      // So that nobody has to read the file to count.
      entry.counts = KeptDiscussion.Counts(of: discussion, try library.reading(of: discussion.id))
      try library.catalogue.enter([entry])
    }
  }

  /// Removes a discussion; what was read of it is kept, should it come again.
  ///
  /// - Parameter id: its id, or the beginning of one that no other has.
  /// - Returns: its title; the file's name where that is not known.
  /// - Throws: ``Failure`` where there is no such discussion, or it cannot be removed.
  @discardableResult
  func remove(_ id: String) throws -> String {
    let name = try name(of: id)
    return try folder.alone {
      let title = (try? folder.discussion(in: name).title) ?? name
      try folder.remove(name)
      // What is gone is found to be gone where this cannot be saved.
      try? StateLibrary.use { (library) throws(StorageError) in
        try library.catalogue.enter([], without: [name])
      }
      return title
    }
  }
}
