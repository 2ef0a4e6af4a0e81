/// Why there is no full-screen session.
public enum TerminalError: Error, Equatable, Sendable {
  /// Neither the terminal that `TERM` names nor xterm is known here.
  case unknownTerminal
  /// Standard input is no terminal, and /dev/tty cannot be opened.
  case noKeyboard

  /// What is wrong, in words.
  public var message: String {
    switch self {
    case .unknownTerminal: "the terminal that TERM names is not known here, nor is xterm-256color"
    case .noKeyboard: "no keys can be read: standard input is no terminal, nor is there /dev/tty"
    }
  }
}
