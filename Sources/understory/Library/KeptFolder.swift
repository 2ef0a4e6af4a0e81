import Sites
import DiscussionModel
import Glibc
import Paths
import Storage
import TextGrid

/// The folder in which discussions are kept, one file of native JSON each.
struct KeptFolder {
  let path: String

  func path(of name: String) -> String { path + "/" + name }

  /// The files of discussions, by name; none where there is no folder yet.
  ///
  /// - Returns: them, and a line for each that has the name of one and is something else.
  /// - Throws: ``Failure`` where the folder cannot be read.
  func files() throws -> (files: [FileStamp], problems: [SafeText]) {
    guard let folder = path.withPath({ opendir($0) }) else {
      if errno == ENOENT { return ([], []) }
      throw Failure(path: path, .reading, errno)
    }
    defer { closedir(folder) }
    var files: [FileStamp] = []
    var odd: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cPath: $0) }
      }
      guard name.hasSuffix(".json"), !name.hasPrefix(".") else { continue }
      if let stamp = stamp(of: name, in: dirfd(folder)) {
        files.append(stamp)
      } else {
        odd.append(name)
      }
    }
    return (
      files.sorted { $0.name < $1.name }, odd.sorted().compactMap { obstacle(to: $0)?.line }
    )
  }

  /// Why what has a name is not a file that can be read, without opening it; nil where it is one, or
  /// nothing is there.
  func obstacle(to name: String) -> Failure? {
    let path = path(of: name)
    var status = stat()
    if path.withPath({ stat($0, &status) }) == 0 {
      if status.st_mode & S_IFMT != S_IFREG { return Failure(path: path, "not a regular file") }
      let isReadable = path.withPath { faccessat(AT_FDCWD, $0, R_OK, AT_EACCESS) } == 0
      return isReadable ? nil : Failure(path: path, .reading, errno)
    }
    let problem = errno
    guard problem == ENOENT else { return Failure(path: path, .reading, problem) }
    let isLink = path.withPath { lstat($0, &status) } == 0
    return isLink ? Failure(path: path, "a link that leads nowhere") : nil
  }

  /// What tells whether a file changed; nil where there is none.
  func stamp(of name: String) -> FileStamp? { stamp(of: path(of: name), in: AT_FDCWD, name) }

  private func stamp(of path: String, in folder: Int32, _ name: String? = nil) -> FileStamp? {
    var status = stat()
    guard path.withPath({ fstatat(folder, $0, &status, 0) }) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else {
      return nil
    }
    let time = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    return FileStamp(name: name ?? path, size: Int64(status.st_size), modified: time)
  }

  /// The discussion in a file.
  ///
  /// - Throws: ``Failure`` with the place at which the file is no discussion.
  func discussion(in name: String) throws -> Discussion {
    try InputFile.discussion([path(of: name)], ImportOptions(format: .native)).discussion
  }

  /// Does something while no other program changes what is kept, making the folder if need be.
  func alone<Result>(_ work: () throws -> Result) throws -> Result {
    let lock: DirectoryLock
    do throws(StorageError) {
      try makeDirectories(path)
      lock = try DirectoryLock(
        directory: path, path: path, patience: .seconds(10), isOuter: true)
    } catch {
      throw Failure(SafeText(error.reason))
    }
    let result = try work()
    _ = consume lock
    return result
  }

  /// - Throws: ``Failure`` where it cannot be written, or what is there is no file that can be read.
  func write(_ discussion: Discussion, to name: String) throws {
    // A pipe would be waited for, and a link that leads nowhere be lost.
    if let obstacle = obstacle(to: name) { throw obstacle }
    try OutputFile.write(DiscussionFile.encode(discussion), to: path(of: name), newMode: 0o600)
  }

  /// - Throws: ``Failure`` where the file is there and stays.
  func remove(_ name: String) throws {
    guard path(of: name).withPath({ unlink($0) }) != 0, errno != ENOENT else { return }
    throw Failure(path: path(of: name), .removing, errno)
  }
}
