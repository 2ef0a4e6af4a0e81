/// Why there is no theme.
public enum ThemeError: Error, Equatable, Sendable {
  /// No theme has this name; those that there are, sorted.
  case unknownName(String, known: [String])
  /// The file is not TOML; the place is 1-based.
  case syntax(theme: String, line: Int, column: Int, problem: String)
  /// An entry, by its path such as `roles.title`, and what was expected there.
  case wrongEntry(theme: String, path: String, expected: String)

  /// What is wrong, in one line.
  public var message: String {
    switch self {
    case .unknownName(let name, let known):
      "unknown theme \"\(name)\": expected one of \(known.joined(separator: ", "))"
    case .syntax(let theme, let line, let column, let problem):
      "theme \(theme):\(line):\(column): \(problem)"
    case .wrongEntry(let theme, let path, let expected):
      "theme \(theme): \(path): expected \(expected)"
    }
  }
}
