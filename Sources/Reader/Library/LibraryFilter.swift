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

  /// Those of some entries that are listed, by their indices, and how many titles and sources were
  /// given up, since looking at them costs too much.
  ///
  /// - Complexity: O(*n*), with words O(length of their titles and sources).
  func kept(_ indices: [Int], of entries: [LibraryEntry]) -> (indices: [Int], costly: Int) {
    switch self {
    case .unread: return (indices.filter { entries[$0].isUnread }, 0)
    case .new: return (indices.filter { entries[$0].standing == .news }, 0)
    case .words(let pattern):
      var finder = TitleFinder(pattern)
      let kept = indices.filter { index in
        finder.has(entries[index].title) || finder.has(entries[index].shownSource)
      }
      return (kept, finder.costly)
    }
  }
}
