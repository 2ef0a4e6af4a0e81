/// Where the program keeps discussions.
enum DataDirectory {
  /// `$XDG_DATA_HOME/understory`, or else `~/.local/share/understory`; nil without a home.
  ///
  /// A path in XDG_DATA_HOME that is not absolute is ignored (XDG Base Directory Specification).
  static var path: String? {
    if let data = StateDirectory.variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/understory"
    }
    return StateDirectory.variable("HOME").map { $0 + "/.local/share/understory" }
  }
}
