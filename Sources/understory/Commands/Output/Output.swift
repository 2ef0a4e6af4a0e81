import ArgumentParser
import Platform
import Paths
import TextGrid

/// A stream that text leaves by: only what is safe can.
struct Output {
  private let file: Int32

  static let error = Output(file: STDERR_FILENO)
  static let standard = Output(file: STDOUT_FILENO)

  /// Writes one line at once; what cannot be written is lost.
  func writeLine(_ line: SafeText) {
    _ = Paths.writeAll(Array((line.forTerminal.string + "\n").utf8)[...], to: file)
  }

  /// Whether it is a terminal in which what was written can be written over.
  var isTerminal: Bool {
    isatty(file) == 1 && UserFolder.variable("TERM") ?? "dumb" != "dumb"
  }

  /// How many cells a row of it has; nil if it is not a terminal in which what was written can be written over.
  var columns: Int? { isTerminal ? width ?? 80 : nil }

  /// How many cells a row of any terminal has; nil if it is not a terminal, or does not say so.
  var width: Int? { size.map { Int($0.ws_col) } }

  /// How many rows any terminal has; nil if it is not a terminal, or does not say so.
  var rows: Int? { size.map { Int($0.ws_row) } }

  private var size: winsize? {
    var size = winsize()
    guard isatty(file) == 1, ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0,
      size.ws_row > 0
    else { return nil }
    return size
  }

  /// Puts a text in place of what stands in the terminal's row, and goes to its start; an empty one
  /// erases the row.
  func replaceLine(_ text: SafeText) {
    _ = Paths.writeAll(Array("\r\(text.forTerminal.string)\u{1B}[K\r".utf8)[...], to: file)
  }

  /// Writes lines as they come, in large pieces.
  ///
  /// - Parameters:
  ///   - isForTerminal: whether they are lines to be read as they are; else they are a document for
  ///     another program, which has every form of the author's emoji and letters.
  ///   - lines: called with what writes a line.
  /// - Throws: ends the program quietly when nobody reads any more, and with a failure when the
  ///   lines cannot be written.
  func writeLines(
    isForTerminal: Bool = true, _ lines: ((SafeText) throws -> Void) throws -> Void
  ) throws {
    var pending: [UInt8] = []
    try lines { line in
      pending.append(contentsOf: (isForTerminal ? line.forTerminal : line).string.utf8)
      pending.append(0x0A)
      if pending.count >= 1 << 16 {
        try writeAll(pending)
        pending = []
      }
    }
    try writeAll(pending)
  }

  /// Writes bytes that are safe to print: JSON of our own.
  func writeAll(_ bytes: [UInt8]) throws {
    let problem = Paths.writeAll(bytes[...], to: file)
    if problem == EPIPE { throw ExitCode.success }
    if problem != 0 { throw Failure("standard output: \(systemWords(for: problem))") }
  }
}
