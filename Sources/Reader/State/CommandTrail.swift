/// What somebody did last in a discussion, as far as hints and messages depend on it.
struct CommandTrail: Equatable, Sendable {
  /// How many comments were left before their text was shown, one after another.
  private var skimmed = 0
  /// The command that opens what was folded last; nil if something else was done since.
  private(set) var unfolding: String?
  /// From so many comments on somebody skims.
  private static let least = 3

  /// Whether somebody goes on from comment to comment before the text of each was shown.
  var isSkimming: Bool { skimmed >= Self.least }

  /// Takes note of a command.
  ///
  /// - Parameters:
  ///   - command: what was done.
  ///   - hasLeft: whether that led on, past the comment that was focused.
  ///   - isLost: whether that comment stays unread without having been shown.
  ///   - isFolded: whether the focused entry is folded now.
  mutating func note(_ command: Action, hasLeft: Bool, isLost: Bool, isFolded: Bool) {
    if case .again(let command, _) = command {
      return note(command, hasLeft: hasLeft, isLost: isLost, isFolded: isFolded)
    }
    switch command {
    case .next, .readOn, .move, .page, .halfPage, .scroll, .nextSibling:
      // Within a long comment nothing is left.
      if hasLeft { skimmed = isLost ? skimmed + 1 : 0 }
    // These are for whoever looks closer.
    default: skimmed = 0
    }
    switch command {
    case .toggleFold: unfolding = isFolded ? "toggle-fold" : nil
    case .foldAll, .foldThread, .foldRead, .foldToNew: unfolding = "open-all"
    case .foldLevel: unfolding = "open-level"
    // Whoever goes on does not miss the fold.
    default: unfolding = nil
    }
  }
}
