import Platform
import Paths

#if !canImport(Darwin)
  /// Reports changes of files, by inotify: nothing is polled.
  ///
  /// Their folders are watched, since files are replaced as often as they are written into.
  struct FileWatch: ~Copyable {
    /// Readable when something happened; -1 if the system has none left.
    let file: Int32
    /// For each watched folder, the names in it that count, and the paths under which they were added: events have only
    /// names, and a link's target has another one than the link.
    private var paths: [Int: [String: String]] = [:]

    init() { file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

    deinit { if file >= 0 { close(file) } }

    /// Watches a file, which need not exist yet; does nothing if its folder cannot be watched.
    ///
    /// If it is a link, its target is watched too.
    mutating func add(_ path: String) {
      addName(path, for: path)
      guard let target = path.withPath({ realpath($0, nil) }) else { return }
      defer { free(target) }
      addName(String(cPath: target), for: path)
    }

    private mutating func addName(_ path: String, for watched: String) {
      let events = UInt32(
        IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      let watch = Self.folder(of: path).withPath { inotify_add_watch(file, $0, events) }
      if watch >= 0 { paths[Int(watch), default: [:]][Self.name(path)] = watched }
    }

    /// The watched files that changed since the last time, by the paths under which they were added.
    ///
    /// A file that was written is also touched, as is one that was created, replaced or removed, or only
    /// opened for writing: SQLite does that with its log whenever it looks into a database. If there was
    /// more to report than the system could keep, all of them may have changed.
    mutating func changes() -> (modified: Set<String>, touched: Set<String>) {
      var modified: Set<String> = []
      var touched: Set<String> = []
      let capacity = 1 << 14
      let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
      defer { buffer.deallocate() }
      while true {
        let count = read(file, buffer, capacity)
        if count <= 0 { return (modified, touched) }
        var offset = 0
        while offset < count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          offset = start + Int(event.len)
          if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            modified.formUnion(paths.values.flatMap(\.values))
            touched.formUnion(modified)
          }
          guard event.len > 0 else { continue }
          let name = String(cPath: (buffer + start).assumingMemoryBound(to: CChar.self))
          guard let path = paths[Int(event.wd)]?[name] else { continue }
          touched.insert(path)
          let written = UInt32(IN_MODIFY | IN_MOVED_TO)
          if event.mask & written != 0 { modified.insert(path) }
        }
      }
    }
  }
#endif

extension FileWatch {
  /// The last part of a path.
  static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
