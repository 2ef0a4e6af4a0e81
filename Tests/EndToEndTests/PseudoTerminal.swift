import Foundation
import RunningPrograms

/// A terminal that shows nothing: it keeps every byte that the program writes.
final class PseudoTerminal {
  /// All that was written so far.
  private(set) var bytes: [UInt8] = []

  /// The settings that the terminal had before the program was started.
  let settingsBefore: termios

  private var terminal: Int32
  /// The program's process, or that of what was started instead of it; 0 once it has ended.
  private(set) var process: pid_t = 0

  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts the program on it.
  ///
  /// - Parameters:
  ///   - arguments: what the program is told.
  ///   - columns: the terminal's width in cells.
  ///   - rows: its height in cells.
  ///   - environment: what else the program finds in its environment.
  ///   - program: the program's path.
  ///   - wrapper: what is started instead of the program, with the program's path and arguments as
  ///     its last ones.
  /// - Throws: where the system gives no terminal, or the program does not start.
  init(
    _ arguments: [String], columns: Int, rows: Int, environment: [String: String] = [:],
    program: String = Program.path, wrapper: [String] = []
  ) throws {
    terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var name = [CChar](repeating: 0, count: 100)
    guard terminal >= 0, grantpt(terminal) == 0, unlockpt(terminal) == 0,
      ptsname(terminal, &name, name.count) == 0
    else { throw Problem(description: "no pseudo-terminal: \(String(cString: strerror(errno)))") }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0 else {
      throw Problem(description: "a pseudo-terminal takes no size")
    }
    var settings = termios()
    tcgetattr(terminal, &settings)
    settingsBefore = settings
    var variables = ProcessInfo.processInfo.environment
    for name in ["LINES", "COLUMNS", "NO_COLOR"] { variables[name] = nil }
    variables.merge(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC"]) { $1 }
    variables.merge(environment) { $1 }
    process = try Program.start(
      wrapper + [program] + arguments, environment: variables.map { "\($0)=\($1)" },
      files: [name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }],
      inSession: true)
  }

  deinit {
    hangUp()
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Sends keys as the bytes that a terminal sends for them, and takes what the program answers.
  ///
  /// - Parameters:
  ///   - keys: text, or the control functions of terminfo's xterm-256color.
  ///   - milliseconds: how long to wait for the first byte of an answer.
  /// - Returns: whether there was an answer.
  /// - Throws: where the terminal is closed.
  @discardableResult
  func press(_ keys: String, within milliseconds: Int32 = 1000) throws -> Bool {
    let keys = Array(keys.utf8)
    guard write(terminal, keys, keys.count) == keys.count else {
      throw Problem(description: "the terminal is closed")
    }
    return try takeAnswer(within: milliseconds)
  }

  /// Has another size from now on, of which the system sends a signal to the program.
  func resize(columns: Int, rows: Int) throws {
    var size = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0 else {
      throw Problem(description: "a pseudo-terminal takes no size")
    }
  }

  /// Whether the terminal reads lines and echoes them, as a shell wants it.
  var isSane: Bool {
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  /// Takes what the program writes when it starts, which takes longer where a text is long.
  func takeFirstAnswer() throws {
    guard try takeAnswer(within: 20_000) else { throw Problem(description: "nothing was shown") }
    try takeAnswer(within: 400)
  }

  /// Takes what the program writes until it has written nothing for a while.
  @discardableResult
  func takeAnswer(within milliseconds: Int32) throws -> Bool {
    let before = bytes.count
    var patience = milliseconds
    while try take(within: patience) { patience = 5 }
    return bytes.count > before
  }

  /// Waits until the program ends, and gives its exit status.
  func end() throws -> Int32 {
    while try take(within: 20_000) {}
    guard let status = endUnheard(within: 20) else {
      throw Problem(description: "the program does not end")
    }
    return status
  }

  /// Takes what the program writes until that has a text.
  ///
  /// - Parameters:
  ///   - text: what is waited for.
  ///   - start: the offset from which on it counts.
  /// - Returns: the offset after it.
  /// - Throws: where it does not come.
  @discardableResult
  func take(until text: String, from start: Int = 0) throws -> Int {
    let end = Date(timeIntervalSinceNow: 20)
    while true {
      if let range = Data(bytes[start...]).range(of: Data(text.utf8)) {
        return start + range.upperBound
      }
      guard Date() < end, try take(within: 5000) else {
        let written = String(decoding: bytes, as: UTF8.self)
        throw Problem(description: "\(text) was not written: \(written.debugDescription)")
      }
    }
  }

  /// Sends keys, and takes nothing.
  func type(_ keys: String) {
    _ = Array(keys.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }

  /// The settings that the terminal has now.
  var settings: termios {
    var settings = termios()
    tcgetattr(terminal, &settings)
    return settings
  }

  /// Closes the terminal.
  func hangUp() {
    if terminal >= 0 { close(terminal) }
    terminal = -1
  }

  /// Waits until the program ends, and takes nothing.
  ///
  /// - Returns: its exit status, or 128 and the signal that ended it; nil where it does not end in time.
  func endUnheard(within seconds: Double) -> Int32? {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        process = 0
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      usleep(5000)
    }
    return nil
  }

  /// Takes some bytes; false where none came in time, or none will come any more.
  @discardableResult
  private func take(within milliseconds: Int32) throws -> Bool {
    var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) > 0, Int32(file.revents) & POLLIN != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}

// POSIX's functions for pseudo-terminals, which Swift's Glibc leaves out.

@_silgen_name("posix_openpt") private func posix_openpt(_ flags: Int32) -> Int32

@_silgen_name("grantpt") private func grantpt(_ terminal: Int32) -> Int32

@_silgen_name("unlockpt") private func unlockpt(_ terminal: Int32) -> Int32

/// The one of GNU: that of POSIX gives all threads the same memory.
@_silgen_name("ptsname_r") private func ptsname(
  _ terminal: Int32, _ name: UnsafeMutablePointer<CChar>, _ capacity: Int
) -> Int32
