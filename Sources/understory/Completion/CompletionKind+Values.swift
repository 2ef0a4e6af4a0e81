import ArgumentParser
import Configuration
import Library
import Sites
import Storage

/// What completes the values of this program.
extension CompletionKind {
  /// Names of themes, the user's own with them.
  static var theme: CompletionKind {
    .custom { _, _, _ in Themes(folder: UserFolder.themes).names }
  }

  /// Names of formats.
  static var format: CompletionKind { .list(DiscussionFormat.allCases.map(\.rawValue)) }

  /// What a front page can be called, without names with spaces, which shells take for several words, and
  /// those that are only patterns.
  static var front: CompletionKind {
    .custom { _, _, _ in
      UserSettings.withoutThemes.sources.map(\.name).filter { !$0.contains(where: \.isWhitespace) }
        + FrontName.known.filter { !$0.contains(where: \.isUppercase) }
    }
  }

  /// What a discussion can be called by besides the path of its file.
  static var discussion: CompletionKind {
    .custom { _, _, start in LibraryNames.completions(start) }
  }
}

/// The names by which discussions that the library has can be called on the command line.
enum LibraryNames {
  /// The names that begin with some letters, for completion in shells.
  ///
  /// None if the library cannot be read: the command itself reports that.
  static func completions(_ start: String) -> [String] {
    // Where nothing is kept, nothing is made either.
    guard let library = try? DiscussionLibrary.usual(.ofCommands),
      let found = try? library.folder.stamps(),
      !found.files.isEmpty,
      let kept = try? library.contents()
    else { return [] }
    return kept.discussions.map(\.id).filter { $0.hasPrefix(start) }.sorted()
  }
}
