public import DiscussionModel
import Platform
import Paths
public import Storage
public import TextGrid

/// The folder in which discussions are kept, one file of native JSON each.
public struct DiscussionFolder {
  private let path: String
  private let files: LibraryPlaces.Files

  public init(path: String, files: LibraryPlaces.Files) {
    self.path = path
    self.files = files
  }

  /// The path of a file with a name.
  public func path(of name: String) -> String { path + "/" + name }

  /// The files of discussions, by name; none if there is no folder yet.
  ///
  /// - Returns: them, and a line for each that has the name of one and is something else.
  /// - Throws: ``LibraryError`` if the folder cannot be read.
  public func stamps() throws(LibraryError) -> (files: [FileStamp], problems: [SafeText]) {
    guard let folder = path.withPath({ opendir($0) }) else {
      if errno == ENOENT { return ([], []) }
      throw LibraryError(path: path, .reading, errno)
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

  /// Why what has a name is not a file that can be read, without opening it; nil if it is one, or
  /// nothing is there.
  func obstacle(to name: String) -> LibraryError? {
    let path = path(of: name)
    var status = stat()
    if path.withPath({ stat($0, &status) }) == 0 {
      if status.st_mode & S_IFMT != S_IFREG {
        return LibraryError(path: path, "not a regular file")
      }
      let isReadable = path.withPath { faccessat(AT_FDCWD, $0, R_OK, AT_EACCESS) } == 0
      return isReadable ? nil : LibraryError(path: path, .reading, errno)
    }
    let problem = errno
    guard problem == ENOENT else { return LibraryError(path: path, .reading, problem) }
    let isLink = path.withPath { lstat($0, &status) } == 0
    return isLink ? LibraryError(path: path, "a dangling link") : nil
  }

  /// What shows whether a file changed; nil if there is none.
  public func stamp(of name: String) -> FileStamp? { stamp(of: path(of: name), in: AT_FDCWD, name) }

  private func stamp(of path: String, in folder: Int32, _ name: String? = nil) -> FileStamp? {
    var status = stat()
    guard path.withPath({ fstatat(folder, $0, &status, 0) }) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else {
      return nil
    }
    let written = status.modificationTime
    let time = Int64(written.tv_sec) * 1_000_000_000 + Int64(written.tv_nsec)
    return FileStamp(name: name ?? path, size: Int64(status.st_size), modified: time)
  }

  /// The discussion in a file.
  ///
  /// - Throws: ``LibraryError`` with the place at which the file is not a discussion.
  public func discussion(in name: String) throws(LibraryError) -> Discussion {
    try files.read(path(of: name))
  }

  /// Does something while no other program changes what is kept, making the folder if need be.
  func alone<Result>(
    _ work: () throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    let lock: DirectoryLock
    do throws(StorageError) {
      try makeDirectories(path)
      lock = try DirectoryLock(
        directory: path, path: path, patience: .seconds(10), isOuter: true)
    } catch {
      throw LibraryError(SafeText(error.reason))
    }
    let result = try work()
    _ = consume lock
    return result
  }

  /// - Throws: ``LibraryError`` if it cannot be written, or what is there is no file that can be read.
  func write(_ discussion: Discussion, to name: String) throws(LibraryError) {
    // A pipe would be waited for, and a link that leads nowhere be lost.
    if let obstacle = obstacle(to: name) { throw obstacle }
    try files.write(DiscussionFile.encode(discussion), path(of: name))
  }

  /// - Throws: ``LibraryError`` if the file is there and stays.
  func remove(_ name: String) throws(LibraryError) {
    guard path(of: name).withPath({ unlink($0) }) != 0, errno != ENOENT else { return }
    throw LibraryError(path: path(of: name), .removing, errno)
  }
}

/// The name of the file in which a discussion is kept.
///
/// An id is anything that a source says. What would not be a plain name, on whatever file system,
/// is replaced, and a hash of the id then keeps apart what would have become alike.
enum KeptName {
  static func file(of id: String) -> String { stem(of: id) + ".json" }

  private static let longest = 80

  private static func stem(of id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      guard name.utf8.count < longest else { break }
      let scalar = Unicode.Scalar(byte)
      let isPlain = isPlain(byte) && !(name.isEmpty && byte == UInt8(ascii: "."))
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    guard name != id || name.isEmpty || endsLikeAHash(name) else { return name }
    return name + "-" + hexadecimal(FNV1a.hash64(id.utf8))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func endsLikeAHash(_ name: String) -> Bool {
    let end = name.utf8.suffix(17)
    return end.count == 17 && end.first == UInt8(ascii: "-")
      && end.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
