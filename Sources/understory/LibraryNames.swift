/// The names by which discussions that the library has can be called on the command line.
enum LibraryNames {
  /// The names that begin with some letters, for completion in shells.
  ///
  /// None: a discussion is called by its file so far.
  static func completions(_ start: String) -> [String] { [] }
}
