/// Where the user keeps what he sets.
enum ConfigurationDirectory {
  /// `$XDG_CONFIG_HOME/understory`, or else `~/.config/understory`; nil without a home.
  ///
  /// A path that is not absolute is ignored (XDG Base Directory Specification).
  static var path: String? {
    if let folder = StateDirectory.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/understory"
    }
    return StateDirectory.variable("HOME").map { $0 + "/.config/understory" }
  }

  /// The folder of the user's own themes.
  static var themes: String? { path.map { $0 + "/themes" } }
}
