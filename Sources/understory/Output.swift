import ArgumentParser
import Glibc
import TextGrid

/// A stream that text leaves by: only what is safe can.
struct Output {
  private let file: Int32

  static let error = Output(file: STDERR_FILENO)
  static let standard = Output(file: STDOUT_FILENO)

  /// Writes one line at once; what cannot be written is lost.
  func writeLine(_ line: SafeText) {
    _ = write(Array((line.forTerminal.string + "\n").utf8)[...])
  }

  /// Whether it is a terminal in which what was written can be written over.
  var isTerminal: Bool {
    isatty(file) == 1 && StateDirectory.variable("TERM") ?? "dumb" != "dumb"
  }

  /// Puts a text in place of what stands in the terminal's row, and goes to its start; an empty one
  /// erases the row.
  func replaceLine(_ text: SafeText) {
    _ = write(Array("\r\(text.forTerminal.string)\u{1B}[K\r".utf8)[...])
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
    let problem = write(bytes[...])
    if problem == EPIPE { throw ExitCode.success }
    if problem != 0 { throw Failure("standard output: \(systemWords(for: problem))") }
  }

  /// The error number of the first write that failed; 0 when all is written.
  private func write(_ bytes: ArraySlice<UInt8>) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
