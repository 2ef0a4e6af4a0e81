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

  /// The ids of those entries that are not listed, and how many titles and sources were skipped,
  /// since looking at them costs too much.
  ///
  /// - Complexity: O(*n*), with words O(length of their titles and sources).
  func leftOut(of entries: [LibraryEntry]) -> (ids: Set<String>, costly: Int) {
    switch self {
    case .unread: return (Set(entries.filter { !$0.isUnread }.map(\.id)), 0)
    case .new: return (Set(entries.filter { $0.standing != .news }.map(\.id)), 0)
    case .words(let pattern):
      var finder = LineFinder(pattern)
      let ids = entries.filter { !finder.has($0.title) && !finder.has($0.shownSource) }.map(\.id)
      return (Set(ids), finder.costly)
    }
  }
}
