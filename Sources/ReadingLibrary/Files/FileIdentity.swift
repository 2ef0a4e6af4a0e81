import Glibc
import Paths

/// Which file a path names, and how long that is.
struct FileIdentity {
  var device: UInt
  /// The number of the inode.
  var number: UInt
  /// In bytes.
  var size: Int64

  /// Nil if there is none.
  init?(_ path: String) {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return nil }
    (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    size = Int64(status.st_size)
  }

  /// Whether it is the same file, however long it is by now.
  func isSame(as other: FileIdentity) -> Bool {
    device == other.device && number == other.number
  }
}
