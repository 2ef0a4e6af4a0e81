import Glibc
import Paths

/// Renames a database and its log to `….damaged-20250131T235959Z`, and returns the database's new
/// path.
///
/// Never renames over a file: where the name is taken, `-2`, `-3` and so on follow it. The log goes
/// first: interrupted halfway, a log without its database is never left for a new one to take up.
func renameDamaged(_ path: String) throws(LibraryError) -> String {
  let companions = ["-wal", "-shm", ""]
  let name = "\(path).damaged-\(timestamp())"
  var target = name
  var count = 1
  while companions.contains(where: { exists(target + $0) }) {
    count += 1
    target = "\(name)-\(count)"
  }
  for companion in companions where exists(path + companion) {
    let isRenamed = (path + companion).withPath { old in
      (target + companion).withPath { rename(old, $0) } == 0
    }
    guard isRenamed else { throw .damaged(path: path) }
  }
  return target
}

/// The current second in UTC, as `20250131T235959Z`.
private func timestamp() -> String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
    guard let start = buffer.baseAddress else { return "" }
    let count = strftime(start, buffer.count, "%Y%m%dT%H%M%SZ", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Whether anything has this name, a link to nothing included.
private func exists(_ path: String) -> Bool {
  var status = stat()
  return path.withPath { lstat($0, &status) } == 0
}
