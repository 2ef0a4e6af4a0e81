import Platform
import TerminalUI

/// Lines that somebody types, or that come from a file or another program, and signals.
///
/// The terminal stays as it is: it lets the user edit a line, and shows what is typed.
struct LineInput: ~Copyable {
  private let signals = Signals(Signals.endings + [SIGCONT, SIGCHLD])
  let file: Int32
  /// What was read and is no whole line yet.
  private var pending: [UInt8] = []
  /// Whether what is pending is the end of a line that is too long.
  private var isTooLong = false
  private var hasEnded = false
  /// Signals that were heard between two waits.
  private var heard: [TerminalEvent] = []

  /// Where lines come from.
  enum Source {
    case standardInput
    /// The terminal that controls the process, since standard input is the document.
    case terminal
  }

  /// - Throws: ``TerminalError`` if there is no terminal.
  init(from source: Source) throws(TerminalError) {
    switch source {
    case .standardInput: file = STDIN_FILENO
    case .terminal: file = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC)
    }
    guard file >= 0 else { throw .noKeyboard }
  }

  deinit { if file > STDERR_FILENO { close(file) } }

  /// Whether somebody types the lines on a terminal, which shows them.
  var isTerminal: Bool { isatty(file) == 1 }

  /// Readable when a signal has arrived.
  var signalFile: Int32 { signals.file }

  /// Waits until a line comes, or something else happens.
  ///
  /// - Parameters:
  ///   - milliseconds: how long at most; nil for as long as it takes, 0 for not at all.
  ///   - others: other files to wait for; negative ones are none.
  ///   - takesLine: whether a line is wanted by now; at most one is given.
  /// - Returns: what happened, in order; nothing when the time is over.
  mutating func events(
    within milliseconds: Int?, orReadable others: [Int32], takesLine: Bool
  ) -> [TerminalEvent] {
    if takesLine, let event = nextLine() { return [event] }
    var files = ([takesLine ? file : -1, signals.file] + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let most = heard.isEmpty ? milliseconds : 0
    waitForFiles(&files, milliseconds: most.map { Int32(clamping: $0) } ?? -1)
    var events = heard + hearSignals()
    heard = []
    if files[0].revents != 0, events.isEmpty {
      readMore()
      if let event = nextLine() { events.append(event) }
    }
    if files.dropFirst(2).contains(where: { $0.revents != 0 }) { events.append(.readable) }
    return events
  }

  /// The most of a line that is kept, in bytes.
  private static let mostBytes = 1 << 16

  private mutating func readMore() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    if count < 0, errno == EIO, tcgetpgrp(file) != getpgrp(), tcgetpgrp(file) > 0 {
      // In the background nothing can be read until the user brings it to the front.
      signals.stop(by: SIGTTIN)
      if tcgetpgrp(file) == getpgrp() { return }
    }
    guard count > 0 else {
      hasEnded = true
      return
    }
    pending += buffer[..<count]
  }

  /// The next line, or that none comes any more; nil if that is not known yet.
  private mutating func nextLine() -> TerminalEvent? {
    guard let end = pending.firstIndex(of: 0x0A) else {
      if pending.count > Self.mostBytes { (pending, isTooLong) = ([], true) }
      guard hasEnded else { return nil }
      if pending.isEmpty { return .endOfInput }
      pending.append(0x0A)
      return nextLine()
    }
    // Scripts of other systems end lines with CR LF.
    let hasReturn = end > 0 && pending[end - 1] == 0x0D
    let bytes = pending[..<(hasReturn ? end - 1 : end)]
    pending.removeSubrange(...end)
    defer { isTooLong = false }
    return .line(isTooLong ? nil : String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a signal has arrived that ends the program, or what it does; others are told with the next events.
  mutating func hearsEnding() -> Bool {
    heard += hearSignals()
    return heard.contains { event in
      switch event {
      case .ended, .interrupted: true
      default: false
      }
    }
  }

  private func hearSignals() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while let number = signals.next() {
      switch number {
      case SIGINT: events.append(.interrupted)
      case SIGCONT: events.append(.continued)
      case SIGCHLD: events.append(.childEnded)
      default: events.append(.ended(signal: number))
      }
    }
    return events
  }

  /// Waits for a program that has the terminal.
  ///
  /// - Returns: what waitpid(2) says of its end; nil if this program is to end, by a signal that is heard
  ///   next, and has ended it.
  func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process || result < 0 && errno != EINTR {
        var endings: [Int32] = []
        while let number = signals.next() { endings.append(number) }
        // Ctrl-C and its like were meant for that program, though both got them.
        for number in Set(endings) where number == SIGTERM || number == SIGHUP { raise(number) }
        return result == process ? status : 0
      }
      var files = [pollfd(fd: signals.file, events: Int16(POLLIN), revents: 0)]
      waitForFiles(&files, milliseconds: 1000)
      guard files[0].revents != 0, let number = signals.next(),
        number == SIGTERM || number == SIGHUP
      else { continue }
      kill(process, SIGTERM)
      waitpid(process, nil, 0)
      raise(number)
      return nil
    }
  }
}
