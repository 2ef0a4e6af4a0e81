import Glibc
import TextGrid

/// Files that gzip has packed, unpacked by the program `gzip`.
enum Unpacking {
  /// Whether bytes begin as RFC 1952 section 2.3.1 says.
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What is packed in some bytes.
  ///
  /// - Parameters:
  ///   - bytes: the packed file.
  ///   - path: what messages call it.
  /// - Returns: the unpacked bytes.
  /// - Throws: ``Failure`` where there is no `gzip`, or where the file is damaged.
  static func bytes(of bytes: [UInt8], path: String) throws -> [UInt8] {
    let input = try temporaryFile(path)
    defer { close(input) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path, errno) }
      rest = rest.dropFirst(count)
    }
    lseek(input, 0, SEEK_SET)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure(path, errno) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let process: pid_t
    do throws(Spawn.Problem) {
      defer { close(writing) }
      process = try Spawn.start(["gzip", "-dc"], input: input, output: writing, distance: .beside)
    } catch {
      guard error.number == ENOENT else { throw failure(path, error.number) }
      throw Failure(path: path, "is packed by gzip, and there is no gzip to unpack it")
    }
    let unpacked = Result { try InputFile.bytes(of: reading, expecting: 0, path: path) }
    guard Spawn.wait(for: process) == 0 else {
      throw Failure(path: path, "is packed by gzip and damaged")
    }
    return try unpacked.get()
  }

  /// Opens a file that has no name any more, so that the program reads it at its own pace.
  private static func temporaryFile(_ path: String) throws -> Int32 {
    let folder = StateDirectory.variable("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/understory-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw failure(path, errno) }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  private static func failure(_ path: String, _ problem: Int32) -> Failure {
    Failure(path: path, "cannot be unpacked: \(String(cString: strerror(problem)))")
  }
}
