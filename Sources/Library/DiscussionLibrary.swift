public import DiscussionModel
import ReadMarks
import Sites
public import Storage
public import TextGrid

/// The kept discussions: their files, and the catalogue of them.
///
/// The files are what counts. The catalogue is brought up to date with them each time it is looked
/// at, so that a file that was edited, copied or deleted by hand is what it is.
public struct DiscussionLibrary {
  /// The folder of the files.
  public let folder: DiscussionFolder
  let marks: MarksAccess
  let nearest: LibraryPlaces.Nearest
  private let article: LibraryPlaces.Article

  public init(_ places: LibraryPlaces) {
    folder = DiscussionFolder(path: places.folder, files: places.files)
    marks = places.marks
    nearest = places.nearest
    article = places.article
  }

  /// What is kept of front pages.
  public var fronts: FrontShelf { FrontShelf(marks) }

  /// What is kept, and what is wrong with files that cannot be listed.
  public struct Contents {
    public internal(set) var discussions: [KeptDiscussion] = []
    public internal(set) var problems: [SafeText] = []

    /// What the library lists: what was fetched beforehand, and nobody has opened, stands on its front page
    /// only.
    public var listed: [KeptDiscussion] {
      discussions.filter { !$0.isOnlyVisited || $0.visited != nil }
    }
  }

  /// What is kept, by the files' names.
  ///
  /// Where the catalogue cannot be read, that is a problem to be reported, and nothing is counted.
  ///
  /// - Complexity: O(*n*) in the discussions; files that changed are read, and those that were read
  ///   in since.
  /// - Throws: ``LibraryError`` if the folder cannot be read.
  public func contents() throws(LibraryError) -> Contents {
    let contents = try listing()
    let old = contents.discussions.filter {
      OlderID.renewed($0.id, by: [$0.link, $0.url]) != nil
    }
    guard !old.isEmpty else { return contents }
    var problems: [SafeText] = []
    for entry in old {
      do throws(LibraryError) {
        try renew(entry)
      } catch {
        problems.append(error.line)
      }
    }
    var renewed = try listing()
    renewed.problems += problems
    return renewed
  }

  /// What is kept, under whatever ids.
  private func listing() throws(LibraryError) -> Contents {
    let (files, problems) = try folder.stamps()
    do throws(LibraryError) {
      return try marks.use { (library) throws(StorageError) in
        let known = try library.catalogue.keptDiscussions()
        var inventory = LibraryScan(folder: folder, known: known, entry: entry)
        inventory.contents.problems = problems
        for file in files {
          inventory.take(file) { id in try? library.reading(of: id) }
        }
        // It is a copy of what the files say: if it cannot be saved, it is created again.
        if inventory.hasChanged {
          try? library.catalogue.enter(inventory.changed, without: inventory.gone)
        }
        return inventory.contents
      }
    } catch {
      var inventory = LibraryScan(folder: folder, known: nil, entry: entry)
      inventory.contents.problems = problems
      for file in files { inventory.take(file) { _ in nil } }
      inventory.contents.problems.insert(error.line, at: 0)
      return inventory.contents
    }
  }

  /// What the catalogue has to say of a discussion except what is counted.
  ///
  /// - Parameters:
  ///   - discussion: what is in the file.
  ///   - file: the file as it was when that was read.
  ///   - arrived: when it was added or last got comments, in seconds since 1970.
  /// - Returns: the entry.
  func entry(
    of discussion: Discussion, in file: FileStamp, arrived: Int64
  ) -> KeptDiscussion {
    var entry = KeptDiscussion(
      id: discussion.id, title: discussion.title, url: discussion.url,
      link: discussion.origin?.link,
      file: file, comments: discussion.comments.count, unreadable: discussion.unreadable,
      published: discussion.published.flatMap { Moment($0)?.seconds }, arrived: arrived)
    entry.article = article(discussion) ?? ""
    return entry
  }

  // MARK: Adding and removing

  /// What became of a discussion that was to be kept.
  public enum Keeping: Equatable, Sendable {
    case added(comments: Int)
    case merged(MergeNews)

    /// `added, 42 comments`, `5 new comments`.
    public var line: String {
      switch self {
      case .added(let comments): "added, \(counted(comments, "comment"))"
      case .merged(let news): news.line
      }
    }

    /// The same with what is missing of a discussion that has anything new: `added, 42 comments (7 missing)`.
    ///
    /// - Complexity: O(*n*).
    public func line(of discussion: Discussion) -> String {
      hasNews ? line + Unreadable(missing: discussion.unreadable.missing).note : line
    }

    /// Whether there is anything to read that was not there before.
    public var hasNews: Bool {
      switch self {
      case .added: true
      case .merged(let news): news.new > 0
      }
    }
  }

  /// A discussion as it is kept from now on.
  public struct Saved {
    public var keeping: Keeping
    /// What its file says.
    public var discussion: Discussion
    /// The file; nil if it was removed again at once.
    public var file: FileStamp?
  }

  /// Keeps a discussion; one that is kept already gets what is new.
  ///
  /// - Parameters:
  ///   - discussion: it, or a newer copy of it.
  ///   - isPage: whether it was read out of a page that was saved, which leaves out what other copies have.
  ///   - now: seconds since 1970.
  /// - Returns: what became of it.
  /// - Throws: ``LibraryError`` if it cannot be written, or if the copy that is kept cannot be read or is of
  ///   a discussion elsewhere; that one then stays as it is.
  public func keep(
    _ discussion: Discussion, isPage: Bool = false, now: Int64
  ) throws(LibraryError) -> Saved {
    let saved = try change(discussion.id, now: now) { (kept) throws(LibraryError) in
      if let kept, discussion.isElsewhere(than: kept) {
        throw LibraryError(
          SafeText(
            "\(discussion.id): the library has another discussion with this id, from \(kept.url ?? "")"
          ))
      }
      return Self.merged(discussion, into: kept, isPage: isPage)
    }
    // Where that cannot be saved, nothing says that it was only visited.
    if let file = saved.file { try? keepForGood(file: file.name) }
    return saved
  }

  /// A discussion, or what is kept of it with what is new.
  static func merged(
    _ discussion: Discussion, into kept: Discussion?, isPage: Bool = false
  ) -> (Discussion, Keeping) {
    guard var merged = kept else {
      return (discussion, .added(comments: discussion.comments.count))
    }
    var newer = discussion
    newer.reconcile(with: &merged, isPage: isPage)
    let news = merged.take(newer)
    merged.settleMissing(after: newer)
    return (merged, .merged(news))
  }

  /// That a discussion was removed while somebody was busy with it.
  public static func removed(_ id: String) -> LibraryError {
    LibraryError(SafeText("\(id): no longer in the library"))
  }

  /// Changes what is kept of a discussion, while no other program does.
  ///
  /// - Parameters:
  ///   - id: the discussion's.
  ///   - isVisit: whether a new one is only visited, see ``KeptDiscussion/isOnlyVisited``.
  ///   - now: seconds since 1970.
  ///   - work: what to make of the kept copy, which is nil if there is none.
  /// - Returns: what is in its file now.
  /// - Throws: what `work` throws, and ``LibraryError`` if the file cannot be read or written.
  func change(
    _ id: String, isVisit: Bool = false, now: Int64,
    _ work: (Discussion?) throws(LibraryError) -> (Discussion, Keeping)
  ) throws(LibraryError) -> Saved {
    try renewOlder(than: id)
    return try folder.alone { () throws(LibraryError) in
      let name = file(of: id)
      let before = folder.stamp(of: name) == nil ? nil : try folder.discussion(in: name)
      if let before, !DiscussionID.areSame(before.id, id) {
        throw LibraryError(
          path: folder.path(of: name), "has the id \(before.id); expected \(id)")
      }
      let (made, keeping) = try work(before)
      var discussion = made
      if let before { discussion.id = before.id }
      if discussion != before { try folder.write(discussion, to: name) }
      let file = folder.stamp(of: name)
      if let file {
        // It is a copy of what the file says: if it cannot be saved, it is created again.
        try? catalogue(
          discussion, in: file, arrived: keeping.hasNews ? now : nil,
          isVisit: isVisit && before == nil)
      }
      return Saved(keeping: keeping, discussion: discussion, file: file)
    }
  }

  /// The name of the file that has a discussion, or is to have it: its own, or that of a file that
  /// somebody put there.
  private func file(of id: String) -> String {
    let name = KeptName.file(of: id)
    if folder.stamp(of: name) != nil { return name }
    var kept = try? marks.use { (library) throws(StorageError) in
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
    _ discussion: Discussion, in file: FileStamp, arrived: Int64?, isVisit: Bool
  ) throws(LibraryError) {
    try marks.use { (library) throws(StorageError) in
      let before = try library.catalogue.kept(discussion.id)
      var entry = entry(
        of: discussion, in: file, arrived: arrived ?? file.modified / 1_000_000_000)
      entry.isOnlyVisited = isVisit
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
  /// - Returns: its title; the file's name if that is not known.
  /// - Throws: ``LibraryError`` if there is no such discussion, or it cannot be removed.
  @discardableResult
  public func remove(_ id: String) throws(LibraryError) -> String {
    // Whoever added the sample removes that copy first; what is offered is removed after it.
    if id == Sample.id, try exactName(of: id) == nil, try Sample.remove(marks) {
      return try Sample.discussion(at: 0).title
    }
    let name = try name(of: id, for: .changing)
    return try folder.alone { () throws(LibraryError) in
      let title = (try? folder.discussion(in: name).title) ?? name
      try folder.remove(name)
      // What is gone is found to be gone where this cannot be saved.
      try? marks.use { (library) throws(StorageError) in
        try library.catalogue.enter([], without: [name])
      }
      return title
    }
  }

  /// Decides whether the news of a discussion are wanted.
  ///
  /// - Throws: ``LibraryError`` if that cannot be saved.
  public func setMuted(_ isMuted: Bool, _ id: String) throws(LibraryError) {
    // The catalogue has only what was added.
    if id == Sample.id { try Sample.mute(isMuted, marks) }
    try marks.use { (library) throws(StorageError) in
      try library.catalogue.setMuted(isMuted, kept: id)
    }
  }
}

/// From where discussions are that have the same id: those from two places are two.
extension Discussion {
  /// Whether both say on which host their page is, and it is not the same.
  func isElsewhere(than other: Discussion) -> Bool {
    guard let own = pageHost, let others = other.pageHost else { return false }
    return own != others
  }

  private var pageHost: String? {
    let host = url.flatMap { SiteVisit.host(of: $0) }
    return host.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
  }
}
