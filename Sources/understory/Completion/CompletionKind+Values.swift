import ArgumentParser
import Configuration
import Sites

/// What completes the values of this program.
extension CompletionKind {
  /// Names of themes, the user's own with them.
  static var theme: CompletionKind {
    .custom { _, _, _ in Themes(folder: ConfigurationDirectory.themes).names }
  }

  /// Names of formats.
  static var format: CompletionKind { .list(DiscussionFormat.allCases.map(\.rawValue)) }

  /// What a discussion can be called by besides the path of its file.
  static var discussion: CompletionKind {
    .custom { _, _, start in LibraryNames.completions(start) }
  }
}
