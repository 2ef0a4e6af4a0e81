import CNcurses
import Platform

/// The terminal of this process, asked how it draws texts.
///
/// It is given back as it was when this goes out of scope: also after a signal, which ends the
/// asking and is left to the caller.
public struct TerminalProbe: ~Copyable {
  private let file: Int32
  private let before: termios
  private let signals = Signals(Signals.endings + [SIGTSTP])
  /// For how long an answer is waited for, in milliseconds.
  private let patience: Int

  /// Why there is no answer.
  public enum Problem: Error, Equatable {
    /// The process has no terminal.
    case noTerminal
    /// The process is in the background: the terminal is another's.
    case background
    case silence
    /// The program is asked to end, by a signal of this number.
    case ended(signal: Int32)
  }

  /// Takes the terminal, so that its answers are neither shown nor waited for to the end of a line.
  ///
  /// - Parameter patience: for how long an answer is waited for, in milliseconds.
  /// - Throws: where the terminal is not to be had.
  public init(patience: Int = 1000) throws(Problem) {
    let file = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var settings = termios()
    guard file >= 0, tcgetattr(file, &settings) == 0 else {
      if file >= 0 { close(file) }
      throw .noTerminal
    }
    // One in the background would be stopped.
    guard tcgetpgrp(file) == getpgrp() else {
      close(file)
      throw .background
    }
    self.file = file
    self.patience = patience
    before = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(file, TCSANOW, &settings)
  }

  deinit {
    var settings = before
    // With what came too late.
    tcsetattr(file, TCSAFLUSH, &settings)
    close(file)
  }

  /// How many cells the terminal takes for a text: it is drawn in the cursor's row, the cursor is
  /// asked for, and the row is erased.
  ///
  /// - Parameter text: what is safe to print, and narrower than the terminal.
  /// - Returns: cells.
  /// - Throws: if there is no answer.
  public func cells(of text: String) throws(Problem) -> Int {
    send("\r\(text)\u{1B}[6n")
    defer { send("\r\u{1B}[K") }
    var report = CursorReport()
    let end = TerminalSession.milliseconds() + patience
    while true {
      try wait(until: end)
      var byte: UInt8 = 0
      guard read(file, &byte, 1) == 1 else { throw .silence }
      if let column = report.column(after: byte) { return column - 1 }
    }
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(file, bytes, bytes.count)
  }

  /// Waits until there is something to read.
  private func wait(until end: Int) throws(Problem) {
    while true {
      var files = [
        pollfd(fd: file, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.file, events: Int16(POLLIN), revents: 0),
      ]
      let rest = max(0, end - TerminalSession.milliseconds())
      let count = waitForFiles(&files, milliseconds: Int32(clamping: rest))
      while let number = signals.next() {
        if Signals.endings.contains(number) { throw .ended(signal: number) }
      }
      if files[0].revents != 0 { return }
      if count == 0 { throw .silence }
    }
  }
}

/// A terminal's report of where its cursor is: ESC [ row ; column R (ECMA-48, CPR).
struct CursorReport: Equatable {
  /// The numbers so far; nil outside of a report.
  private var numbers: [Int]?
  private var hasEscape = false

  /// Takes a byte; what is not a report, such as a key, is skipped.
  ///
  /// - Returns: the column, 1-based, once it is known.
  mutating func column(after byte: UInt8) -> Int? {
    switch byte {
    case 0x1B:
      hasEscape = true
      numbers = nil
    case UInt8(ascii: "[") where hasEscape:
      hasEscape = false
      numbers = [0]
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if var last = numbers?.popLast() {
        last = min(last * 10 + Int(byte - UInt8(ascii: "0")), 99_999)
        numbers?.append(last)
      }
    case UInt8(ascii: ";"): numbers?.append(0)
    case UInt8(ascii: "R"):
      defer { numbers = nil }
      if let numbers, numbers.count == 2 { return max(1, numbers[1]) }
    default:
      hasEscape = false
      numbers = nil
    }
    return nil
  }
}
