import Platform
import Paths

/// Files with themes.
enum ThemeFolder {
  /// The largest file that is taken for a theme, in bytes.
  static let limit = 1 << 20

  /// The paths of the files `NAME.toml` in a folder by NAME; none if it cannot be read.
  static func paths(in folder: String) -> [String: String] {
    guard let stream = folder.withPath({ opendir($0) }) else { return [:] }
    defer { closedir(stream) }
    var result: [String: String] = [:]
    while let entry = readdir(stream) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cPath: $0) }
      }
      if file.hasSuffix(".toml"), file.count > 5, !file.hasPrefix(".") {
        result[String(file.dropLast(5))] = "\(folder)/\(file)"
      }
    }
    return result
  }

  /// The name of the theme in a file: the file's name without the ending.
  static func themeName(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
  }

  /// A file's text; what is not UTF-8 becomes U+FFFD.
  static func text(at path: String) throws(ThemeError) -> String {
    // A pipe that nobody writes to must not keep anybody waiting.
    let opened = path.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard opened >= 0, fcntl(opened, F_SETFL, O_RDONLY) == 0, let file = fdopen(opened, "r") else {
      let problem = errno
      if opened >= 0 { close(opened) }
      throw .unreadable(path: path, reason: String(cString: strerror(problem)))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    if ferror(file) != 0 {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    if count > limit { throw .unreadable(path: path, reason: "expected at most 1 MB") }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
