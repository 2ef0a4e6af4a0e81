public import TextGrid

/// What a terminal tells.
public enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A line was typed, without its end, where lines are; nil for one that is too long to be taken.
  case line(String?)
  /// No more lines come.
  case endOfInput
  /// Text was pasted; nil where it is too long to be taken.
  case paste(String?)
  case resized(GridSize)
  /// Ctrl-C was pressed.
  case interrupted
  /// The program is asked to end, by a signal of this number.
  case ended(signal: Int32)
  /// The left button was pressed on a cell; row and column are 0-based.
  case click(row: Int, column: Int)
  /// The mouse's wheel was turned over a cell; 0-based.
  case wheel(Key, row: Int, column: Int)
  /// The other file that was waited for can be read.
  case readable
  /// The program was stopped and goes on.
  case continued
  /// Something wrote a line to standard error, which the screen must not show by itself.
  case message(SafeText)
  /// A program that was started may have ended.
  case childEnded
}
