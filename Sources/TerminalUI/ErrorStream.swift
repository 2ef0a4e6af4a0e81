import CNcurses
import Platform
import TextGrid

/// Standard error while the screen is in use: what libraries write there does not reach the screen, but
/// can be taken as lines.
///
/// Only where standard error is a terminal: into a file it goes as before.
struct ErrorStream: ~Copyable {
  /// Readable when something was written; -1 if nothing is caught.
  private(set) var file: Int32 = -1
  /// The terminal's own file.
  private var before: Int32 = -1
  private var rest: [UInt8] = []

  /// How much of a line counts, in bytes.
  private static let longest = 1000

  /// Begins to catch what is written; nothing if the system gives no files for that.
  mutating func `catch`() {
    guard file < 0, isatty(STDERR_FILENO) == 1 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    // Writing must not block if nobody reads.
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    if kept >= 0, dup2(ends[1], STDERR_FILENO) >= 0 {
      (file, before) = (ends[0], kept)
    } else {
      close(ends[0])
      if kept >= 0 { close(kept) }
    }
    close(ends[1])
  }

  /// Lets standard error be the terminal again.
  ///
  /// - Returns: the lines that were written and not taken.
  mutating func release() -> [SafeText] {
    guard file >= 0 else { return [] }
    let lines = Self.lines(of: rest + waiting + [0x0A])
    restore()
    (file, before, rest) = (-1, -1, [])
    return lines
  }

  deinit {
    guard file >= 0 else { return }
    let lines = Self.lines(of: rest + waiting + [0x0A])
    restore()
    for line in lines {
      let bytes = Array(line.string.utf8) + [0x0A]
      _ = write(STDERR_FILENO, bytes, bytes.count)
    }
  }

  private func restore() {
    dup2(before, STDERR_FILENO)
    close(before)
    close(file)
  }

  /// The lines that were written since the last time.
  mutating func takeLines() -> [SafeText] {
    let bytes = rest + waiting
    let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    rest = Array(bytes[end...].suffix(Self.longest))
    return Self.lines(of: bytes[..<end])
  }

  /// What can be read now; of what goes on without end only a part.
  private var waiting: [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var bytes: [UInt8] = []
    while bytes.count < 1 << 16 {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func lines(of bytes: some Collection<UInt8>) -> [SafeText] {
    bytes.split(separator: 0x0A).map {
      SafeText(String(decoding: $0.prefix(longest), as: UTF8.self))
    }
  }
}
