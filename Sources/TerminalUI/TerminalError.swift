/// Why there is no full-screen session.
public enum TerminalError: Error, Equatable, Sendable {
  /// Neither the terminal that `TERM` names nor xterm is known here.
  case unknownTerminal
}
