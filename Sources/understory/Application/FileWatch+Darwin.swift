import CPlatform
import Paths
import Platform

#if canImport(Darwin)
  /// Reports changes of files, by kqueue: nothing is polled.
  ///
  /// A queue reports the contents of files and the names in folders, hence both are watched.
  struct FileWatch: ~Copyable {
    /// Readable when something happened; -1 if the system has none left.
    let file: Int32
    /// For each open folder, the watched paths in it.
    private var folders: [Int32: Set<String>] = [:]
    /// The open file of each watched path; none for a path at which there is no file.
    private var files: [String: Int32] = [:]

    init() {
      file = kqueue()
      if file >= 0 { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
      for file in files.values { close(file) }
      for folder in folders.keys { close(folder) }
      if file >= 0 { close(file) }
    }

    /// Watches a file, which need not exist yet; does nothing if its folder cannot be watched.
    ///
    /// If it is a link, its target is watched too.
    mutating func add(_ path: String) {
      guard file >= 0 else { return }
      watchFolder(of: path, for: path)
      if let target = path.withPath({ realpath($0, nil) }) {
        watchFolder(of: String(cPath: target), for: path)
        free(target)
      }
      watchFile(path)
    }

    private mutating func watchFolder(of path: String, for watched: String) {
      let folder = open(Self.folder(of: path))
      if folder >= 0 { folders[folder] = [watched] }
    }

    /// Watches the file that is at a path now.
    private mutating func watchFile(_ path: String) {
      if let before = files.removeValue(forKey: path) { close(before) }
      let opened = open(path)
      if opened >= 0 { files[path] = opened }
    }

    /// Opens a file or folder and watches it; -1 if that is not possible.
    private func open(_ path: String) -> Int32 {
      let opened = path.withPath { Platform.open($0, O_EVTONLY | O_CLOEXEC) }
      if opened >= 0, understory_watch(file, opened) != 0 {
        close(opened)
        return -1
      }
      return opened
    }

    /// The watched files that changed since the last time, by the paths under which they were added.
    ///
    /// A file that was written is also touched, as is one that was created, replaced or removed.
    mutating func changes() -> (modified: Set<String>, touched: Set<String>) {
      var modified: Set<String> = []
      var touched: Set<String> = []
      var isWritten: Int32 = 0
      while true {
        let changed = understory_next_change(file, &isWritten)
        if changed < 0 { break }
        let paths = files.filter { $0.value == changed }.map(\.key)
        touched.formUnion(paths)
        if isWritten != 0 { modified.formUnion(paths) }
        touched.formUnion(folders[changed] ?? [])
      }
      for path in touched where isReplaced(path) {
        watchFile(path)
        if files[path] != nil { modified.insert(path) }
      }
      return (modified, touched)
    }

    /// Whether another file is at a path than the one that is open.
    private func isReplaced(_ path: String) -> Bool {
      var (now, before) = (stat(), stat())
      let exists = path.withPath { stat($0, &now) } == 0
      guard let opened = files[path], fstat(opened, &before) == 0 else { return exists }
      return !exists || now.st_ino != before.st_ino || now.st_dev != before.st_dev
    }
  }
#endif
