/// Why there is no full-screen session.
public enum TerminalError: Error, Equatable, Sendable {
  /// Neither the terminal that `TERM` names nor xterm is known here.
  case unknownTerminal
  /// Standard input is not a terminal, and /dev/tty cannot be opened.
  case noKeyboard
  /// The system does not give what is needed, such as open files; why, in its words.
  case refused(String)
  /// The terminal is another program's, and nobody could give it to this one.
  case background
  /// The program is asked to end, by a signal of this number, before there is a screen.
  case ended(signal: Int32)

  /// What is wrong, in words.
  public var message: String {
    switch self {
    case .unknownTerminal:
      "unknown terminal type in TERM, and no description of xterm-256color is installed"
    case .noKeyboard:
      "cannot read keys: standard input is not a terminal, and /dev/tty cannot be opened"
    case .refused(let reason): "cannot use the terminal: \(reason)"
    case .background: "cannot use the terminal from the background"
    case .ended(let signal): "ended by signal \(signal)"
    }
  }
}
