import Paths
import Platform

/// A plain file, open for reading, that takes longer to read than anybody waits for.
struct LongFile: ~Copyable {
  let number: Int32
  /// In bytes.
  let length: Int

  /// How many bytes a file has that is read in less time than anybody notices.
  private static let short = 1 << 20

  /// Nil for a short file, for one that is too long to be read at all, and for what is not a plain file.
  init?(_ path: String) {
    let number = path.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard number >= 0 else { return nil }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > Self.short, status.st_size <= InputLimit.discussion.json
    else {
      close(number)
      return nil
    }
    self.number = number
    length = Int(status.st_size)
  }

  deinit { close(number) }
}
