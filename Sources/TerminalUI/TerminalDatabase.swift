import CNcurses
import CTerminals

/// Where ncurses finds the description of a terminal: in the system's databases, or else built in.
enum TerminalDatabase {
  /// Has a terminal looked up, and the environment as it was afterwards.
  ///
  /// The places are those of ncurses, then those where other systems have their databases, and then
  /// the descriptions that are built in.
  ///
  /// - Parameters:
  ///   - name: of the terminal, as `TERM` has it.
  ///   - look: has ncurses look it up; nil if it does not find it.
  /// - Returns: what was found, and whether its description is built in; nil for nothing.
  static func find<Found>(
    _ name: String, _ look: () -> Found?
  ) -> (found: Found, isBuiltIn: Bool)? {
    if let found = look() { return (found, false) }
    if let found = withVariable("TERMINFO_DIRS", searchPath, look) { return (found, false) }
    guard let entry = builtIn(name) else { return nil }
    return withVariable("TERMINFO", entry, look).map { ($0, true) }
  }

  /// The built-in description of a terminal, as a value of `TERMINFO` (ncurses(3)); nil for none.
  static func builtIn(_ name: String) -> String? {
    table.first { String(cString: $0.name) == name }.map { String(cString: $0.entry) }
  }

  /// The names of the terminals that are built in.
  static var builtInNames: [String] { table.map { String(cString: $0.name) } }

  private static var table: [understory_terminal] {
    (0..<understory_terminal_count).map { understory_terminal_at($0) }
  }

  /// What `TERMINFO_DIRS` says, and then where the systems in use have theirs.
  private static var searchPath: String {
    let places = [
      "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo",
      "/usr/share/lib/terminfo", "/usr/local/share/terminfo",
      "/run/current-system/sw/share/terminfo",
    ]
    let own = getenv("TERMINFO_DIRS").map { [String(cString: $0)] } ?? []
    return (own + places).joined(separator: ":")
  }

  /// Looks with a variable set, and puts it back: other programs inherit the environment.
  private static func withVariable<Found>(
    _ name: String, _ value: String, _ look: () -> Found?
  ) -> Found? {
    let before = getenv(name).map { String(cString: $0) }
    setenv(name, value, 1)
    defer {
      if let before { setenv(name, before, 1) } else { unsetenv(name) }
    }
    return look()
  }
}
