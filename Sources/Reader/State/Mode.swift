import TextGrid

/// What the keys and the screen are about.
enum Mode: Equatable, Sendable {
  case reading
  /// All that is known of the focused entry, from its row `top` on, 0-based.
  case inspection(top: Int)
  case list(ChoiceList)
  /// An entry in the upper part of the screen, from its row `top` on, 0-based.
  case peek(entry: Int, top: Int)
  /// What is new in the upper part of the screen.
  case news(NewComments)
  /// The whole thread over the text, with a selected entry.
  case outline(selected: Int)
}

/// A list over the screen, of which one line is chosen.
struct ChoiceList: Equatable, Sendable {
  var kind: Kind
  /// 0-based.
  var selected = 0

  enum Kind: Equatable, Sendable {
    /// The comments with a star.
    case stars
    /// The replies that quote a comment: positions, ascending.
    case quoting([Int])
    /// The time from which comments may count as new.
    case since([SinceChoice])
    /// What the links of an entry lead to; `[1]` in its text is the first.
    case links([SafeText])
    /// All links of the page.
    case allLinks([PageLink])
  }
}

extension ChoiceList.Kind {
  /// Whether it lists what only one state of a page has.
  fileprivate var isOfPage: Bool { if case .allLinks = self { true } else { false } }
}

extension Mode {
  /// Whether the focused entry looks so: not where a line of something over the page does.
  var leavesFocus: Bool {
    switch self {
    case .reading, .peek, .inspection: true
    case .list, .news, .outline: false
    }
  }

  /// Whether it shows lines in which one can look for something.
  var hasLines: Bool {
    switch self {
    case .reading, .peek: false
    case .inspection, .list, .news, .outline: true
    }
  }

  /// The same over a newer page; nothing over it if what was shown has vanished.
  func moved(_ move: Migration) -> Mode {
    switch self {
    case .reading, .inspection: return self
    case .news: return .reading
    case .peek(let entry, _):
      return move.newEntry(entry).map { .peek(entry: $0, top: 0) } ?? .reading
    case .outline(let selected): return .outline(selected: move.newEntry(nearest: selected))
    case .list(let list) where list.kind.isOfPage: return .reading
    case .list(var list):
      guard case .quoting(let positions) = list.kind else { return self }
      let left = positions.compactMap { move.newPositions[$0] }.sorted()
      list.kind = .quoting(left)
      list.selected = max(0, min(list.selected, left.count - 1))
      return left.isEmpty ? .reading : .list(list)
    }
  }
}
