import Configuration
import Sites
import DiscussionModel
import Glibc
import Reader
import Storage
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
  /// Where the catalogue cannot be read, that is a problem to be told, and nothing is counted.
  ///
  /// - Complexity: O(*n*) in the discussions; files that changed are read, and those that were read
  ///   in since.
  /// - Throws: ``Failure`` where the folder cannot be read.
  func contents() throws -> Contents {
    let contents = try listing()
    let old = contents.discussions.filter {
      OlderID.renewed($0.id, by: [$0.link, $0.url]) != nil
    }
    guard !old.isEmpty else { return contents }
    var problems: [SafeText] = []
    for entry in old {
      do {
        try renew(entry)
      } catch {
        problems.append((error as? Failure)?.line ?? SafeText("\(error)"))
      }
    }
    var renewed = try listing()
    renewed.problems += problems
    return renewed
  }

  /// What is kept, under whatever ids.
  func listing() throws -> Contents {
    let (files, problems) = try folder.files()
    do {
      return try StateLibrary.use { (library) throws(StorageError) in
        let known = try library.catalogue.keptDiscussions()
        var inventory = LibraryScan(folder: folder, known: known)
        inventory.contents.problems = problems
        for file in files {
          inventory.take(file) { id in try? library.reading(of: id) }
        }
        // It is a copy of what the files say: where it cannot be saved, it is made again.
        if inventory.hasChanged {
          try? library.catalogue.enter(inventory.changed, without: inventory.gone)
        }
        return inventory.contents
      }
    } catch let failure as Failure {
      var inventory = LibraryScan(folder: folder, known: nil)
      inventory.contents.problems = problems
      for file in files { inventory.take(file) { _ in nil } }
      inventory.contents.problems.insert(failure.line, at: 0)
      return inventory.contents
    }
  }

  /// What the catalogue has to say of a discussion, save what is counted.
  ///
  /// - Parameters:
  ///   - discussion: what is in the file.
  ///   - file: the file as it was when that was read.
  ///   - arrived: when it was added or last got comments, in seconds since 1970.
  /// - Returns: the entry.
  static func entry(
    of discussion: Discussion, in file: FileStamp, arrived: Int64
  ) -> KeptDiscussion {
    KeptDiscussion(
      id: discussion.id, title: discussion.title, url: discussion.url,
      link: discussion.origin?.link,
      file: file, comments: discussion.comments.count,
      published: discussion.published.flatMap { Moment($0)?.seconds }, arrived: arrived)
  }
}
