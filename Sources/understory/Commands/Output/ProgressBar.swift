import Platform
import TerminalUI
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
/// It is erased when it goes out of scope. An update costs nothing within a tenth of a second of the
/// last, so that any loop may tell how far it is.
struct ProgressBar: ~Copyable {
  private let words: SafeText
  private var line = ProgressLine()
  private var nextUpdate: ContinuousClock.Instant?

  /// The least time from one update to the next: ten in a second.
  private static let pause = Duration.milliseconds(100)

  /// - Parameter words: what is being done.
  init(_ words: SafeText) { self.words = words }

  /// Tells that so many parts of all are done.
  mutating func show(_ done: Int, of all: Int) {
    line.report(words)
    guard nextUpdate.map({ $0 <= .now }) ?? true, let columns = line.columns else { return }
    nextUpdate = .now + Self.pause
    line.show(Self.line(words, done: done, of: all, columns: columns))
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

/// A row of the terminal on standard error that shows how far something is, and then is gone.
///
/// Without a terminal it shows nothing; if nothing can or may be written over, ``report(_:)`` adds a line
/// every few seconds. The row is erased when it goes out of scope, also by an error.
struct ProgressLine: ~Copyable {
  private let isShown = Self.isOverwritten
  private let isReported = isatty(STDERR_FILENO) == 1 && !Self.isOverwritten
  private var waiting = Waiting()
  private var shown: SafeText = ""

  /// Whether what stands in the row may be written over.
  private static var isOverwritten: Bool { Output.error.isTerminal && !UserFolder.isAccessible }

  deinit { if !shown.isEmpty { Output.error.replaceLine("") } }

  /// Leaves the line to what is told next.
  mutating func clear() {
    if !shown.isEmpty { Output.error.replaceLine("") }
    shown = ""
  }

  /// How often to call ``report(_:)``, in milliseconds; nil if it reports nothing.
  var pause: Int? { isReported ? 1000 : nil }

  /// Reports every few seconds what is being done, in lines, if nothing may be written over.
  mutating func report(_ words: SafeText) {
    guard isReported else { return }
    let words = SafeText(String(words.string.prefix { $0 != "…" }))
    if let line = waiting.report(words, at: TerminalSession.milliseconds()) {
      Output.error.writeLine(line)
    }
  }

  /// Waits until a file can be read, and meanwhile reports what is being done.
  mutating func wait(for file: Int32, _ words: SafeText) {
    guard isReported else { return }
    var files = [pollfd(fd: file, events: Int16(POLLIN), revents: 0)]
    repeat { report(words) } while waitForFiles(&files, milliseconds: 1000) == 0
  }

  /// How many cells a text has room in; nil where nothing is told.
  ///
  /// The last column stays free: what is written there may begin another row.
  var columns: Int? {
    guard isShown else { return nil }
    var size = winsize()
    let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    return (columns > 0 ? columns : 80) - 1
  }

  /// Tells something instead of what was told before, as much of it as there is room for.
  mutating func show(_ text: SafeText) {
    guard let columns else { return }
    let text = text.truncated(to: columns)
    if text != shown { Output.error.replaceLine(text) }
    shown = text
  }
}
