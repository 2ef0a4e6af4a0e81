import Configuration
import Reader

/// How everything looks and which keys do what, on all screens of one run.
struct Appearance {
  /// The theme that was asked for, which may be in none of the folders, or the one chosen since; in
  /// its own colours.
  var theme: Theme
  /// Whether the user wants colours.
  var useColors: Bool
  /// What the user has set.
  var settings = Settings()
  /// Whether one comment is shown at a time, in words.
  var isLinear = false
}
