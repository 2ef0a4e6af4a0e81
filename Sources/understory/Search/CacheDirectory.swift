import TextGrid

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

  /// Where the index is.
  ///
  /// - Throws: ``Failure`` without a home.
  static func ofIndex() throws -> String {
    guard let path else {
      throw Failure("nothing can be searched: neither HOME nor XDG_CACHE_HOME is set")
    }
    return path
  }
}
