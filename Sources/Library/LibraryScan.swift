import DiscussionModel
import ReadMarks
import Storage
import TextGrid

/// Going through the files of kept discussions, with what the catalogue knows of them.
struct LibraryScan {
  private let folder: DiscussionFolder
  /// What the catalogue has to say of a discussion, its file, and when that arrived.
  private let entry: (Discussion, FileStamp, Int64) -> KeptDiscussion
  /// What the catalogue has, by the files' names; nil if it cannot be read.
  private let known: [String: KeptDiscussion]?
  /// The name of the file that has each id.
  private var owners: [String: String] = [:]
  /// What was found so far.
  var contents = DiscussionLibrary.Contents()
  /// What the catalogue has not, or has otherwise.
  private(set) var changed: [KeptDiscussion] = []

  init(
    folder: DiscussionFolder, known: [KeptDiscussion]?,
    entry: @escaping (Discussion, FileStamp, Int64) -> KeptDiscussion
  ) {
    self.folder = folder
    self.entry = entry
    self.known = known.map { Dictionary($0.map { ($0.file.name, $0) }) { $1 } }
  }

  /// The files that the catalogue has and that are not there, or are not discussions.
  var gone: [String] {
    let names = Set(contents.discussions.map(\.file.name))
    return (known ?? [:]).keys.filter { !names.contains($0) }
  }

  var hasChanged: Bool { !changed.isEmpty || !gone.isEmpty }

  /// Takes in one file.
  ///
  /// One that the catalogue knows is listed even if it cannot be read now, and that is a problem.
  ///
  /// - Parameters:
  ///   - file: it, as it is now.
  ///   - reading: what is kept of earlier visits of a discussion; nil if there were none.
  mutating func take(_ file: FileStamp, _ reading: (_ id: String) -> SavedReading?) {
    do throws(LibraryError) {
      let before = known?[file.name]
      let entry = try entry(of: file, before, reading)
      if let owner = owners[entry.id] {
        throw LibraryError(
          path: folder.path(of: file.name), "has the same id as \(owner), which is listed instead")
      }
      owners[entry.id] = file.name
      if let obstacle = folder.obstacle(to: file.name) {
        contents.problems.append(obstacle.line)
      }
      if entry != before { changed.append(entry) }
      contents.discussions.append(entry)
    } catch {
      contents.problems.append(error.line)
    }
  }

  private func entry(
    of file: FileStamp, _ before: KeptDiscussion?, _ reading: (_ id: String) -> SavedReading?
  ) throws(LibraryError) -> KeptDiscussion {
    // One that an earlier version catalogued may be spelled in bytes that are looked for no more.
    if let before, before.file == file, before.counts != nil, before.unreadable != nil,
      before.article != nil, before.id.utf8.elementsEqual(DiscussionID.composed(before.id).utf8)
    {
      return before
    }
    let discussion = try folder.discussion(in: file.name)
    var entry = self.entry(discussion, file, file.modified / 1_000_000_000)
    if let before, before.id == entry.id { entry.takeDecisions(of: before) }
    if known != nil {
      entry.counts = KeptDiscussion.Counts(of: discussion, reading(entry.id))
    }
    return entry
  }
}

extension KeptDiscussion.Counts {
  /// What is unread and new in a discussion, given what is kept of earlier visits; nil if there were none.
  ///
  /// - Complexity: O(*n*) in its comments.
  init(of discussion: Discussion, _ reading: SavedReading?) {
    let page = Page(discussion)
    guard let reading else {
      self.init(unread: Marks(of: page).unreadCount, new: 0, unseen: 0)
      return
    }
    let earlier = EarlierReading(reading, at: reading.visits.latest?.lastActivity ?? 0)
    let marks = Marks(of: page, after: earlier)
    let new = marks.positions(with: .new)
    self.init(
      unread: marks.unreadCount, new: new.count,
      unseen: new.count { earlier.isUnseen($0, in: page) })
  }
}
