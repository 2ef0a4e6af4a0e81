import Platform
import Paths

/// Where the program keeps what is the user's (XDG Base Directory Specification); each is nil without a
/// home.
enum UserFolder {
  /// What the user sets: `$XDG_CONFIG_HOME/understory`, or else `~/.config/understory`.
  static var configuration: String? { path("XDG_CONFIG_HOME", "/.config") }

  /// The user's own themes.
  static var themes: String? { configuration.map { $0 + "/themes" } }

  /// The kept discussions: `$XDG_DATA_HOME/understory`, or else `~/.local/share/understory`.
  static var data: String? { path("XDG_DATA_HOME", "/.local/share") }

  /// What the program remembers: `$XDG_STATE_HOME/understory`, or else `~/.local/state/understory`.
  static var state: String? { path("XDG_STATE_HOME", "/.local/state") }

  /// What the program can make anew: `$XDG_CACHE_HOME/understory`, or else `~/.cache/understory`.
  static var cache: String? { path("XDG_CACHE_HOME", "/.cache") }

  /// A path that is not absolute is ignored.
  private static func path(_ name: String, _ inHome: String) -> String? {
    if let folder = variable(name), folder.hasPrefix("/") { return folder + "/understory" }
    return variable("HOME").map { $0 + inHome + "/understory" }
  }

  /// Whether the user asks all programs for output that can be heard or felt: nothing that is drawn over
  /// what was there.
  static var isAccessible: Bool { variable("ACCESSIBLE").map { $0 != "0" } ?? false }

  /// An environment variable; nil when it is missing or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cPath: value)
  }
}
