import Glibc
import Paths

/// Where the program keeps what it remembers.
enum StateDirectory {
  /// `$XDG_STATE_HOME/understory`, or else `~/.local/state/understory`; nil without a home.
  ///
  /// A path in XDG_STATE_HOME that is not absolute is ignored (XDG Base Directory Specification).
  static var path: String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/understory" }
    return variable("HOME").map { $0 + "/.local/state/understory" }
  }

  /// An environment variable; nil when it is missing or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cPath: value)
  }
}
