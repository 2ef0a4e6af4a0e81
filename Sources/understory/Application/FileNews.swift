import DiscussionModel
import Platform
import Paths
import Reader
import Storage
import TextGrid

/// The file of the discussion that is on the screen: what became of it.
///
/// It is read again once it has rested, so that a file that is written many times a second is not
/// read as often, and by a thread (``FileReading``), so that no key waits for it.
struct FileNews {
  /// What became of the file.
  enum Finding {
    case unchanged
    case page(Page)
    /// It is no longer a discussion, and why.
    case problem(SafeText)
  }

  /// For how long a file must not change before it is read, in milliseconds.
  static let rest = 300

  private let path: String
  /// That of the file as it was read last; nil since something else was found in its place.
  private var stamp: Stamp?
  /// When to look, in milliseconds of the terminal's clock; nil for not at all.
  private var dueTime: Int?
  private var reading: FileReading?

  /// What shows whether a file is the same as before.
  private struct Stamp: Equatable {
    var device: UInt
    var number: UInt
    var size: Int64
    /// When it was written and when it was changed otherwise, in nanoseconds since 1970.
    var modified: Int64
    var changed: Int64

    init(_ status: stat) {
      (device, number, size) = (
        UInt(truncatingIfNeeded: status.st_dev), UInt(status.st_ino), Int64(status.st_size)
      )
      (modified, changed) = (Self.time(status.modificationTime), Self.time(status.changeTime))
    }

    private static func time(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
  }

  /// Nil for what is not a regular file: a pipe is read only once.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - start: nanoseconds since 1970 at which it was not yet read: if it has changed since, what was read
  ///     may be what it said before, and it is looked at again.
  init?(_ path: String, readSince start: Int) {
    var status = Platform.stat()
    guard path.withPath({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    self.path = path
    let found = Stamp(status)
    if found.changed < Int64(start) { stamp = found } else { dueTime = 0 }
  }

  /// The file to wait for; nil while nothing is read.
  var file: Int32? { reading?.file }

  /// How long to wait before ``advance(at:)``, in milliseconds; nil for as long as one likes.
  func delay(at now: Int) -> Int? {
    reading == nil ? dueTime.map { max(0, $0 - now) } : nil
  }

  /// Notes that something happened to the file.
  mutating func noteChange(at now: Int) { dueTime = now + Self.rest }

  /// Notes what this program has saved in the file: of that nothing is news, and it is not read again.
  mutating func noteSaved(_ file: FileStamp) {
    var status = Platform.stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return }
    let found = Stamp(status)
    guard found.size == file.size, found.modified == file.modified else { return }
    // What is being read may be what it said before.
    (stamp, dueTime, reading) = (found, nil, nil)
  }

  /// Looks as soon as possible.
  mutating func look(at now: Int) { dueTime = now }

  /// Goes on, without waiting; what was found out, once.
  mutating func advance(at now: Int) -> Finding? {
    if let reading {
      guard let result = reading.take() else { return nil }
      self.reading = nil
      switch result {
      case .success(let found): return .page(found.page)
      case .failure(let failure):
        // The path is known, and there is little room.
        let (line, path) = (failure.line.string, SafeText(path).string)
        let reason =
          line.hasPrefix(path) ? line.dropFirst(path.count).drop { ": ".contains($0) } : line[...]
        return .problem(SafeText("no longer a discussion: \(reason)"))
      }
    }
    guard let dueTime, dueTime <= now else { return nil }
    self.dueTime = nil
    var status = Platform.stat()
    let before = stamp
    stamp = nil
    guard path.withPath({ stat($0, &status) }) == 0 else {
      if errno == ENOENT { return .problem(SafeText("the file was removed: \(path)")) }
      return .problem(Failure(path: path, .reading, errno).line)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .problem(SafeText("the file is now a folder: \(path)"))
    default: return .problem(SafeText("a pipe or device has replaced \(path)"))
    }
    let found = Stamp(status)
    if found == before {
      stamp = found
      return .unchanged
    }
    guard let begun = FileReading(path) else {
      return .problem(Failure(path: path, .reading, errno).line)
    }
    stamp = found
    begun.start()
    reading = begun
    return nil
  }
}
