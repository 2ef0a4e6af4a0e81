import Configuration
import DiscussionModel
import Glibc
import Reader
import ReadingLibrary
import TextGrid

/// The kept discussions: their files, and the catalogue of them.
///
/// The files are what counts. The catalogue is brought up to date with them each time it is looked
/// at, so that a file that was edited, copied or deleted by hand is what it is.
struct Library {
  let folder: KeptFolder

  /// - Throws: ``Failure`` where there is no home to keep anything in.
  init() throws {
    guard let path = DataDirectory.path else {
      throw Failure("no discussions are kept: neither HOME nor XDG_DATA_HOME is set")
    }
    folder = KeptFolder(path: path)
  }

  /// What is kept, and what is wrong with files that cannot be listed.
  struct Contents {
    var discussions: [KeptDiscussion] = []
    var problems: [SafeText] = []
  }

  /// What is kept, by the files' names.
  ///
  /// - Complexity: O(*n*) in the discussions; files that changed are read.
  /// - Throws: ``Failure`` where the folder cannot be read.
  func contents() throws -> Contents {
    let files = try folder.files()
    var contents = Contents()
    let known = knownDiscussions(&contents)
    let old = Dictionary((known ?? []).map { ($0.file.name, $0) }) { $1 }
    var owners: [String: String] = [:]
    var changed: [KeptDiscussion] = []
    for file in files {
      do {
        var entry = try old[file.name].flatMap { $0.file == file ? $0 : nil } ?? read(file)
        if let before = old[file.name], before.id == entry.id, before.file != file {
          entry.arrived = before.arrived
          entry.isMuted = before.isMuted
        }
        if let owner = owners[entry.id] {
          throw Failure(path: folder.path(of: file.name), "has the id of \(owner), which is listed")
        }
        owners[entry.id] = file.name
        if entry.counts == nil, known != nil { entry.counts = try counts(of: entry) }
        if entry != old[file.name] { changed.append(entry) }
        contents.discussions.append(entry)
      } catch let failure as Failure {
        contents.problems.append(failure.line)
      }
    }
    if let known {
      let names = Set(contents.discussions.map(\.file.name))
      save(changed, without: known.map(\.file.name).filter { !names.contains($0) })
    }
    return contents
  }

  /// What the catalogue has; nil where it cannot be read, which is a problem to be told.
  private func knownDiscussions(_ contents: inout Contents) -> [KeptDiscussion]? {
    do {
      return try StateLibrary.use { (library) throws(LibraryError) in
        try library.keptDiscussions()
      }
    } catch {
      if let failure = error as? Failure { contents.problems.append(failure.line) }
      return nil
    }
  }

  private func save(_ changed: [KeptDiscussion], without gone: [String]) {
    guard !changed.isEmpty || !gone.isEmpty else { return }
    // It is a copy of what the files say: where it cannot be saved, it is made again the next time.
    try? StateLibrary.use { (library) throws(LibraryError) in
      try library.catalogue(changed, without: gone)
    }
  }

  /// What the catalogue has to say of a file, save what is counted.
  private func read(_ file: FileStamp) throws -> KeptDiscussion {
    Self.entry(
      of: try folder.discussion(in: file.name), in: file, arrived: file.modified / 1_000_000_000)
  }

  static func entry(
    of discussion: Discussion, in file: FileStamp, arrived: Int64
  ) -> KeptDiscussion {
    KeptDiscussion(
      id: discussion.id, title: discussion.title, url: discussion.url, link: discussion.link,
      file: file, comments: discussion.comments.count,
      published: discussion.published.flatMap { Moment($0)?.seconds }, arrived: arrived)
  }

  /// Counts what is unread in a kept discussion.
  private func counts(of entry: KeptDiscussion) throws -> KeptDiscussion.Counts {
    let page = Page(try folder.discussion(in: entry.file.name))
    let marks = try SavedMarks.of(page).marks
    return KeptDiscussion.Counts(unread: marks.unreadCount, new: marks.newCount)
  }
}
