import Glibc
import TextGrid

/// A row of the terminal on standard error that tells how far something is, and then is gone.
///
/// Where there is no terminal, or one in which nothing can be written over, nothing is told. It is
/// erased when it goes out of scope, also by an error.
struct ProgressLine: ~Copyable {
  private let isShown = Output.error.isTerminal
  private var shown: SafeText = ""

  deinit { if !shown.isEmpty { Output.error.replaceLine("") } }

  /// Leaves the line to what is told next.
  mutating func clear() {
    if !shown.isEmpty { Output.error.replaceLine("") }
    shown = ""
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
