import DiscussionModel
import ReadMarks
import Storage

/// Discussions that are kept for a while since somebody visited them, and those that somebody asked for.
extension DiscussionLibrary {
  /// Keeps a discussion until it is removed, even if it was only visited so far.
  ///
  /// - Parameter id: its id, or the beginning of one that no other has.
  /// - Returns: its title.
  /// - Throws: ``LibraryError`` if there is no such discussion, or it cannot be saved.
  @discardableResult
  public func keepForGood(_ id: String) throws(LibraryError) -> String {
    let name = try name(of: id)
    let title = try folder.discussion(in: name).title
    try keepForGood(file: name)
    return title
  }

  /// Keeps what was fetched until it is removed; its file is not read again.
  ///
  /// - Throws: ``LibraryError`` if it was removed meanwhile, or that cannot be saved.
  public func keepForGood(_ report: FetchReport) throws(LibraryError) {
    if let file = report.file { return try keepForGood(file: file.name) }
    try keepForGood(file: try name(of: report.id))
  }

  /// Keeps the discussion in a file of the folder until it is removed.
  ///
  /// - Throws: ``LibraryError`` if it cannot be saved.
  public func keepForGood(file name: String) throws(LibraryError) {
    try marks.use { (library) throws(StorageError) in
      try library.catalogue.keepForGood(file: name)
    }
  }

  /// This many discussions are removed at once; the others follow the next time.
  private static let mostRemoved = 100

  /// Removes discussions that were only visited, some days after the last visit.
  ///
  /// One that somebody added, fetched by its link, kept or gave a star to is never removed. What was read of
  /// the others is kept. A reader that shows a discussion notes each visit: one that has been open longer,
  /// with nothing done in it, keeps what it shows.
  ///
  /// - Parameters:
  ///   - days: for this many days after the last visit a discussion is kept.
  ///   - now: seconds since 1970.
  /// - Returns: the ids of what was removed.
  /// - Complexity: O(*n*) in the kept discussions; no file is read.
  /// - Throws: ``LibraryError`` if the catalogue cannot be read, or a file cannot be removed.
  @discardableResult
  public func removeVisited(after days: Int, now: Int64) throws(LibraryError) -> [String] {
    let old = try marks.use { (library) throws(StorageError) in
      try library.catalogue.keptDiscussions().filter { Self.isOver($0, days, now) }
    }
    guard !old.isEmpty else { return [] }
    return try folder.alone { () throws(LibraryError) in
      var removed: [String] = []
      for entry in old.prefix(Self.mostRemoved) where try isOver(entry, days, now) {
        try folder.remove(entry.file.name)
        removed.append(entry.id)
        // What is gone is found to be gone if this cannot be saved.
        try? marks.use { (library) throws(StorageError) in
          try library.catalogue.enter([], without: [entry.file.name])
        }
      }
      return removed
    }
  }

  private static func isOver(_ entry: KeptDiscussion, _ days: Int, _ now: Int64) -> Bool {
    entry.end(after: days).map { $0 < now } ?? false
  }

  /// Whether a discussion is to be removed as it is by now: somebody may have visited, kept or changed it since
  /// it was listed.
  private func isOver(
    _ entry: KeptDiscussion, _ days: Int, _ now: Int64
  ) throws(LibraryError) -> Bool {
    guard folder.stamp(of: entry.file.name) == entry.file else { return false }
    return try marks.use { (library) throws(StorageError) in
      guard let latest = try library.catalogue.kept(entry.id), latest.file == entry.file else {
        return false
      }
      let reading = try library.reading(of: entry.id)
      let hasStar = reading?.stars.contains { $0.isSet } ?? false
      let lastVisit = reading?.visits.latest?.lastActivity ?? reading?.lastVisit
      let wasVisited = lastVisit.map { $0 + Int64(days) * 86_400 >= now } ?? false
      return Self.isOver(latest, days, now) && !hasStar && !wasVisited
    }
  }
}
