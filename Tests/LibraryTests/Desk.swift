import DiscussionModel
import Glibc
import Library
import Storage
import Testing
import TextGrid

/// A folder of its own, and what is kept in it.
final class Desk {
  let path: String
  let marks: MarksAccess
  let library: DiscussionLibrary

  init(hasMarks: Bool = true, nearest: @escaping LibraryPlaces.Nearest = { _, _ in nil }) throws {
    var name = Array("/tmp/understory-library-XXXXXX".utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    path = try #require(made)
    let folder = path
    marks = MarksAccess(
      directory: hasMarks ? path + "/state" : nil, patience: .seconds(1), tellSetAside: { _ in })
    let files = LibraryPlaces.Files(
      read: { (path) throws(LibraryError) in
        guard let file = fopen(path, "r") else { throw LibraryError("cannot be read") }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        guard let found = try? DiscussionFile.decode(Array(bytes[..<count])) else {
          throw LibraryError("no discussion")
        }
        return found.discussion
      },
      write: { (bytes, path) throws(LibraryError) in
        guard let file = fopen(path, "w") else { throw LibraryError("cannot be written") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
      })
    library = DiscussionLibrary(
      LibraryPlaces(folder: folder + "/data", marks: marks, files: files, nearest: nearest))
  }

  deinit {
    for folder in ["/data", "/state", ""] {
      guard let open = opendir(path + folder) else { continue }
      while let entry = readdir(open) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + folder + "/" + name) }
      }
      closedir(open)
      rmdir(path + folder)
    }
  }
}
