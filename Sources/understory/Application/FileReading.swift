import DiscussionModel
import CPlatform
import Platform
import Reader
import Synchronization
import TerminalUI
import TextGrid

/// A discussion's file that is read by a thread of its own.
///
/// To read and take apart a large file takes longer than anybody waits for a key, and it is one piece
/// of work. The thread only parses, and finds out what has to be known of all comments: what it has made is
/// handed over whole. It is a class because the thread and the reader share it.
final class FileReading: Sendable {
  /// Readable once the reading is done.
  let file: Int32
  private let end: Int32
  private let path: String
  private let read: @Sendable (String) throws -> Reading
  private let result = Mutex<Result<Reading, Failure>?>(nil)

  /// The discussion in a file.
  struct Reading: Sendable {
    var page: Page
    /// A line on what had to be mended; nil if nothing had.
    var warning: String?
    /// The page, ready to take the place of its beginning; nil where none is on the screen.
    var whole: WholePage?

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - beginning: what of it is on the screen; nil for nothing.
    /// - Throws: ``Failure`` with the place at which it is not a discussion.
    init(_ path: String, after beginning: Page? = nil) throws {
      let stays = FaultStack.catchesLostPages
      var found = try InputFile.page([path], stays: stays)
      found.page.noteBodyVersions()
      self.init(page: found.page, warning: found.warning, after: beginning)
    }

    init(page: Page, warning: String? = nil, after beginning: Page? = nil) {
      self.page = page
      self.warning = warning
      whole = beginning.map { WholePage(page, after: $0) }
    }
  }

  /// Nil if the system gives no pipe.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - read: what reads the file with a path, in whatever thread.
  init?(
    _ path: String,
    read: @escaping @Sendable (String) throws -> Reading = { try Reading($0) }
  ) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (file, end) = (ends[0], ends[1])
    self.path = path
    self.read = read
  }

  deinit {
    close(file)
    close(end)
  }

  /// What was read, or why nothing was; nil until it is done.
  func take() -> Result<Reading, Failure>? { result.withLock { $0 } }

  /// Begins to read; here and now if the system gives no thread.
  func start() {
    // Signals are the first thread's except for faults: the new thread begins with what is blocked now.
    withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 2) { sets in
      sigfillset(&sets[0])
      for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP] {
        sigdelset(&sets[0], fault)
      }
      sigemptyset(&sets[1])
      pthread_sigmask(SIG_SETMASK, &sets[0], &sets[1])
      startThread()
      pthread_sigmask(SIG_SETMASK, &sets[1], nil)
    }
  }

  private func startThread() {
    let shared = Unmanaged.passRetained(self)
    let problem = understory_start_thread(
      { context in
        guard let context else { return nil }
        let reading = Unmanaged<FileReading>.fromOpaque(context).takeRetainedValue()
        FaultStack.use { reading.readNow() }
        return nil
      }, shared.toOpaque())
    if problem != 0 { shared.takeRetainedValue().readNow() }
  }

  private func readNow() {
    let found: Result<Reading, Failure>
    do {
      found = .success(try read(path))
    } catch {
      let line = (error as? any LineError)?.line
      found = .failure(line.map { Failure($0) } ?? Failure(path: path, "cannot be read: \(error)"))
    }
    result.withLock { $0 = found }
    var byte: UInt8 = 0
    _ = write(end, &byte, 1)
  }
}
