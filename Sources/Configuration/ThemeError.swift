import TextGrid

/// Why there is no theme.
public enum ThemeError: Error, Equatable, Sendable {
  /// No theme has this name; those that there are, sorted.
  case unknownName(String, known: [String])
  /// The file cannot be read, and why.
  case unreadable(path: String, reason: String)
  /// What is wrong in the file or in those that it inherits; at least one thing.
  case problems([EntryProblem])

  /// What is wrong, in one line.
  public var message: String {
    switch self {
    case .unknownName(let name, let known):
      let nearest = nearestName(to: name, among: known)
      return "unknown theme \"\(name)\": expected one of \(known.joined(separator: ", "))"
        + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .unreadable(let path, let reason):
      return "\(path): cannot be read: \(reason)"
    case .problems(let problems):
      let first = problems.first?.message ?? "no theme"
      return problems.count > 1 ? "\(first) (and \(problems.count - 1) more)" : first
    }
  }
}
