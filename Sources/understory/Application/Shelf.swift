import Library
import ReadMarks
import Sites
import DiscussionModel
import Glibc
import Reader
import Storage
import TextGrid

/// The library as its screen has it: what is kept, and the built-in sample until it is removed.
enum Shelf {
  /// Whether anything is kept besides the sample.
  static var hasDiscussions: Bool {
    guard let library = try? DiscussionLibrary.usual(.ofScreens),
      let found = try? library.folder.stamps()
    else {
      return false
    }
    return !found.files.isEmpty || !found.problems.isEmpty
  }

  /// All that can be listed, in any order, and what is wrong with what cannot.
  static func entries() -> (entries: [LibraryEntry], problems: [SafeText]) {
    var (entries, problems): ([LibraryEntry], [SafeText]) = ([], [])
    do {
      let library = try DiscussionLibrary.usual(.ofScreens)
      let contents = try library.contents()
      entries = contents.discussions.map { LibraryEntry($0) }
      // The folder is known here, and would push what is wrong off a small screen.
      let folder = SafeText(library.folder.path(of: "")).string
      problems = contents.problems.map { problem in
        let line = problem.string
        return line.hasPrefix(folder) ? SafeText(String(line.dropFirst(folder.count))) : problem
      }
    } catch {
      problems = [(error as? any LineError)?.line ?? SafeText("\(error)")]
    }
    if let sample = sample(), !entries.contains(where: { $0.id == sample.id }) {
      entries.append(sample)
    }
    return (entries, problems)
  }

  /// The entry of the sample; nil where it was removed.
  private static func sample() -> LibraryEntry? {
    guard let (page, found) = Sample.marks(MarksAccess.ofScreens) else { return nil }
    return LibraryEntry(
      id: page.discussion.id, title: SafeText(page.discussion.title), source: "sample",
      comments: page.thread.count, unread: found.marks.unreadCount, new: found.marks.newCount,
      published: page.discussion.published.flatMap { Moment($0)?.seconds },
      arrived: found.saved?.firstVisit ?? 0, visited: found.saved?.lastVisit)
  }

  /// What is needed to read a discussion of the library.
  ///
  /// - Throws: ``Failure`` where there is none with that id, or it cannot be read.
  static func request(_ id: String) throws -> DiscussionScreen.Request {
    let sample = try Sample.discussion()
    if id == sample.id { return DiscussionScreen.Request(page: Page(sample)) }
    let library = try DiscussionLibrary.usual(.ofScreens)
    let path = library.folder.path(of: try library.name(of: id))
    let (page, warning) = try InputFile.page([path])
    return DiscussionScreen.Request(
      page: page, path: path, isKept: true,
      warnings: [warning.map { SafeText($0) }].compactMap { $0 })
  }

  /// Decides whether the news of a discussion are wanted.
  ///
  /// - Throws: ``Failure`` where it cannot be saved.
  static func setMuted(_ isMuted: Bool, _ id: String) throws {
    try MarksAccess.ofScreens.use { (library) throws(StorageError) in
      try library.catalogue.setMuted(isMuted, kept: id)
    }
  }

  /// Removes discussions for good.
  ///
  /// - Returns: what could not be removed, and why.
  static func remove(_ ids: [String]) -> [SafeText] {
    ids.compactMap { id in
      do {
        if try id == Sample.discussion().id {
          try Sample.remove(MarksAccess.ofScreens)
        } else {
          try DiscussionLibrary.usual(.ofScreens).remove(id)
        }
        return nil
      } catch {
        return (error as? any LineError)?.line ?? SafeText("\(id): \(error)")
      }
    }
  }
}

extension LibraryEntry {
  init(_ kept: KeptDiscussion) {
    self.init(
      id: kept.id, title: SafeText(kept.title), source: SafeText(SiteName.title(of: kept.id)),
      comments: kept.comments,
      // Where marks cannot be read, nothing is known to be read.
      unread: kept.counts?.unread ?? kept.comments, new: kept.counts?.new ?? 0,
      published: kept.published, arrived: kept.arrived, visited: kept.visited,
      isMuted: kept.isMuted, address: (kept.link ?? kept.url).map { SafeText($0) })
  }
}
