import DiscussionModel
import Glibc
import JSONText
import Reader

/// Files that are read whole.
enum InputFile {
  /// A file's bytes, of `-` those of standard input.
  static func bytes(_ path: String) throws -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, errno) }
    defer { if file != STDIN_FILENO { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(path: path, "expected a file, found a directory")
    }
    var bytes: [UInt8] = []
    // One byte more than there are, to meet the end without growing.
    var room = max(Int(status.st_size) + 1, 1 << 16)
    while true {
      let count = try append(from: file, upTo: room, to: &bytes, path: path)
      if count == 0 { return bytes }
      room = max(1 << 16, room - count)
    }
  }

  /// Reads some bytes; 0 at the end.
  private static func append(
    from file: Int32, upTo room: Int, to bytes: inout [UInt8], path: String
  ) throws -> Int {
    var problem: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var got = -1
      repeat { got = read(file, buffer.baseAddress, room) } while got < 0 && errno == EINTR
      problem = got < 0 ? errno : 0
      count = max(0, got)
    }
    guard problem == 0 else { throw unreadable(path, problem) }
    if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    return piece.count
  }

  private static func unreadable(_ path: String, _ problem: Int32) -> Failure {
    Failure(path: path, "cannot be read: \(String(cString: strerror(problem)))")
  }

  /// The discussion in a file, ready to be read.
  ///
  /// - Parameter path: nil for the built-in sample.
  /// - Returns: its page, and a line on what had to be mended; nil where nothing had.
  /// - Throws: ``Failure`` with the place at which the file is no discussion.
  static func page(_ path: String?) throws -> (page: Page, warning: String?) {
    let bytes = try path.map(bytes) ?? PackageResources.sample_json
    do {
      var (discussion, repairs) = try DiscussionFile.decode(bytes)
      let page = Page(discussion)
      repairs.unknownParents = page.thread.unknownParents
      repairs.cycles = page.thread.cycles
      return (page, repairs.warning)
    } catch {
      let position = TextPosition(offset: error.offset, in: bytes)
      throw Failure(path: path ?? "the sample", at: position, error.message)
    }
  }
}
