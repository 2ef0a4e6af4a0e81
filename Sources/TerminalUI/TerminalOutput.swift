import CNcurses
import CPlatform
import Platform

/// The way to the terminal: ncurses writes into memory, and what it wrote is sent without waiting in a
/// place where no signal is heard.
struct TerminalOutput: ~Copyable {
  /// Of the terminal; nobody else has this file, so that it may be one that never waits.
  let file: Int32
  /// What ncurses writes into.
  let canvas: UnsafeMutablePointer<FILE>
  private var pending: [UInt8] = []

  /// - Parameter terminal: an open file of the terminal, which is left as it is.
  /// - Throws: the error number if the system gives no more files or memory.
  init(to terminal: Int32) throws(SystemProblem) {
    let memory = understory_memory()
    guard memory >= 0 else { throw SystemProblem(number: errno) }
    guard let canvas = fdopen(memory, "w") else {
      let problem = SystemProblem(number: errno)
      close(memory)
      throw problem
    }
    let flags = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    var file = understory_open_terminal(terminal, flags)
    // Of a terminal that belongs to somebody else, as after su, there is only the file that was given.
    if file < 0 { file = fcntl(terminal, F_DUPFD_CLOEXEC, 3) }
    guard file >= 0 else {
      let problem = SystemProblem(number: errno)
      fclose(canvas)
      throw problem
    }
    self.file = file
    self.canvas = canvas
  }

  deinit {
    fclose(canvas)
    close(file)
  }

  /// Forgets what ncurses has written.
  func dropDrawing() { _ = takeDrawing() }

  private func takeDrawing() -> [UInt8] {
    fflush(canvas)
    let memory = fileno(canvas)
    let length = Int(lseek(memory, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(memory, buffer.baseAddress, length, 0))
    }
    // What is there already is written over, which needs no new memory.
    lseek(memory, 0, SEEK_SET)
    return bytes
  }

  /// Has something sent with the next ``send(while:)``.
  mutating func add(_ bytes: some Sequence<UInt8>) { pending += bytes }

  /// Forgets what was not sent, or only in part.
  mutating func dropAll() {
    dropDrawing()
    pending = []
  }

  /// How sending ended.
  enum End: Equatable {
    case sent
    /// Somebody else has to be heard first; the rest waits.
    case interrupted
    /// There is no terminal any more.
    case closed
  }

  /// Sends what was drawn and added.
  ///
  /// - Parameter other: a file that ends the waiting for a terminal that takes nothing when it is
  ///   readable; -1 for none.
  /// - Returns: how it ended.
  mutating func send(unlessReadable other: Int32 = -1) -> End {
    add(takeDrawing())
    if pending.isEmpty { return .sent }
    let (count, end) = Self.write(pending[...], to: file, within: -1, unlessReadable: other)
    if end == .interrupted { pending.removeFirst(count) } else { pending = [] }
    return end
  }

  /// Sends something at once, whatever else waits.
  ///
  /// - Parameters:
  ///   - bytes: what is sent.
  ///   - milliseconds: how long to wait for a terminal that takes nothing.
  func sendNow(_ bytes: some Sequence<UInt8>, within milliseconds: Int32) {
    _ = Self.write(Array(bytes)[...], to: file, within: milliseconds, unlessReadable: -1)
  }

  /// - Returns: how many bytes were taken, and how it ended.
  private static func write(
    _ bytes: ArraySlice<UInt8>, to file: Int32, within milliseconds: Int32,
    unlessReadable other: Int32
  ) -> (count: Int, end: End) {
    var rest = bytes
    while !rest.isEmpty {
      // Few bytes, since a file that somebody else has may wait.
      let count = rest.withUnsafeBytes { Platform.write(file, $0.baseAddress, min($0.count, 4096)) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      if count < 0, errno == EINTR { continue }
      guard count < 0, errno == EAGAIN else { return (bytes.count, .closed) }
      var files = [
        pollfd(fd: file, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: other, events: Int16(POLLIN), revents: 0),
      ]
      let ready = waitForFiles(&files, milliseconds: milliseconds)
      if files[1].revents != 0 || ready == 0 { return (bytes.count - rest.count, .interrupted) }
    }
    return (bytes.count, .sent)
  }
}

/// Why the system did not do something.
struct SystemProblem: Error, Equatable {
  /// The error number, never 0.
  let number: Int32

  var text: String { String(cString: strerror(number)) }
}
