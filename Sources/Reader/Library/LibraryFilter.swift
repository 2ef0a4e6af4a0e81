import TextGrid

/// Which discussions the library lists, where not all.
public enum LibraryFilter: Equatable, Sendable {
  case unread
  case new
  /// Those that have what was typed in their title or source.
  case words(Pattern)

  /// What it leaves, in words.
  var words: SafeText {
    switch self {
    case .unread: "only unread"
    case .new: "only new"
    case .words(let pattern): "only with " + SafeText(pattern.source)
    }
  }

  /// That it leaves nothing, in words.
  var nothing: SafeText {
    switch self {
    case .unread: "nothing is unread"
    case .new: "nothing is new"
    case .words(let pattern): "no title or source has " + SafeText(pattern.source)
    }
  }

  /// Those of some entries that are listed, by their indices.
  ///
  /// - Complexity: O(*n*), with words O(length of their titles and sources).
  func kept(_ indices: [Int], of entries: [LibraryEntry]) -> [Int] {
    switch self {
    case .unread: return indices.filter { entries[$0].isUnread }
    case .new: return indices.filter { entries[$0].standing == .news }
    case .words(let pattern):
      let finder = pattern.finder()
      return indices.filter { index in
        [entries[index].title, entries[index].shownSource].contains {
          !finder.ranges(in: Array($0.string.utf8), limit: 1).isEmpty
        }
      }
    }
  }
}
