import Glibc
import TextGrid

/// How far long work has come, in the last row of the terminal on standard error; where there is
/// none, nothing is written.
///
///     var bar = ProgressBar("reading files")
///     for (index, file) in files.enumerated() {
///       bar.show(index, of: files.count)
///       …
///     }
///
/// It is erased when it goes out of scope, also by an error. An update costs nothing within a tenth
/// of a second of the last, so that any loop may tell how far it is.
struct ProgressBar: ~Copyable {
  private let words: SafeText
  /// The terminal's width in cells; 0 where nothing is to be shown.
  private let columns: Int
  private var shown: SafeText?
  private var nextUpdate: ContinuousClock.Instant?

  /// The least time from one update to the next: ten in a second.
  private static let pause = Duration.milliseconds(100)

  /// - Parameter words: what is being done.
  init(_ words: SafeText) {
    self.words = words
    var size = winsize()
    let isTerminal =
      isatty(STDERR_FILENO) == 1 && StateDirectory.variable("TERM") ?? "dumb" != "dumb"
      && ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0
    columns = isTerminal ? Int(size.ws_col) : 0
  }

  deinit { if shown != nil { Output.error.replaceLine("") } }

  /// Tells that so many parts of all are done.
  mutating func show(_ done: Int, of all: Int) {
    guard columns > 0, nextUpdate.map({ $0 <= .now }) ?? true else { return }
    nextUpdate = .now + Self.pause
    // The last column stays free: what is written there may begin another line.
    let line = Self.line(words, done: done, of: all, columns: columns - 1)
    if line != shown { Output.error.replaceLine(line) }
    shown = line
  }

  /// A bar, the percentage and words: `[#####...............]  25% reading files`.
  ///
  /// - Parameters:
  ///   - words: what is being done.
  ///   - done: how many parts are done; what is not from 0 to all counts as the nearer of the two.
  ///   - all: how many there are; where there are none, all are done.
  ///   - columns: how many cells there are.
  /// - Returns: at most as many cells; the bar is left out where there is little room.
  static func line(_ words: SafeText, done: Int, of all: Int, columns: Int) -> SafeText {
    let done = all > 0 ? min(max(0, done), all) : 1
    let all = max(1, all)
    let percent = Int((Double(done) / Double(all) * 100).rounded(.down))
    let number = String(percent)
    let text =
      SafeText(String(repeating: " ", count: 4 - number.count) + number + "% ") + words
    let cells = min(20, columns - 2 - text.width)
    guard cells >= 5 else { return text.truncated(to: columns) }
    let filled = Int((Double(done) / Double(all) * Double(cells)).rounded(.down))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
    return SafeText("[\(bar)]") + text
  }
}
