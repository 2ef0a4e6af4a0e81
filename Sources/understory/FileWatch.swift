import Glibc

/// Tells when files change, by inotify: nothing is polled.
///
/// Their folders are watched, since files are replaced as often as they are written into.
struct FileWatch: ~Copyable {
  /// Readable when something happened; -1 where the system gives none.
  let file: Int32
  private var names: [Int32: Set<String>] = [:]

  init() { file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

  deinit { if file >= 0 { close(file) } }

  /// Watches a file, which need not be there yet; nothing where its folder cannot be watched.
  mutating func add(_ path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let events = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO)
    let watch = inotify_add_watch(file, folder, events)
    if watch >= 0 { names[watch, default: []].insert(name) }
  }

  /// The names of the watched files that changed since the last time, without their folders.
  ///
  /// A file that is being written is told only by `MODIFY`, a finished one by both.
  func changes() -> (modified: Set<String>, finished: Set<String>) {
    var modified: Set<String> = []
    var finished: Set<String> = []
    let capacity = 1 << 14
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let count = read(file, buffer, capacity)
      if count <= 0 { return (modified, finished) }
      var offset = 0
      while offset < count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        offset = start + Int(event.len)
        guard event.len > 0 else { continue }
        let name = String(cString: (buffer + start).assumingMemoryBound(to: CChar.self))
        guard names[event.wd]?.contains(name) == true else { continue }
        modified.insert(name)
        if event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 { finished.insert(name) }
      }
    }
  }
}
