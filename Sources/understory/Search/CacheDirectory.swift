/// Where the program keeps what it can make anew.
enum CacheDirectory {
  /// `$XDG_CACHE_HOME/understory`, or else `~/.cache/understory`; nil without a home.
  ///
  /// A path in XDG_CACHE_HOME that is not absolute is ignored (XDG Base Directory Specification).
  static var path: String? {
    if let cache = StateDirectory.variable("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      return cache + "/understory"
    }
    return StateDirectory.variable("HOME").map { $0 + "/.cache/understory" }
  }
}
