import Glibc
import TextGrid

/// A line of the terminal on standard error that tells how far a command is, and then is gone.
///
/// Where standard error is no terminal, nothing is told.
struct ProgressLine: ~Copyable {
  private let isShown = Output.error.isTerminal
  private var shown: SafeText = ""

  deinit { if !shown.isEmpty { Output.error.replaceLine("") } }

  /// Leaves the line to what is told next.
  mutating func clear() {
    if !shown.isEmpty { Output.error.replaceLine("") }
    shown = ""
  }

  /// Tells something instead of what was told before.
  mutating func show(_ text: SafeText) {
    guard isShown else { return }
    var size = winsize()
    let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let text = text.truncated(to: (columns > 0 ? columns : 80) - 1)
    guard text != shown else { return }
    Output.error.replaceLine(text)
    shown = text
  }
}
