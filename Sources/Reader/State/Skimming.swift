/// Whether somebody skims: goes on from comment to comment before the text of each was shown.
struct Skimming: Equatable, Sendable {
  /// How many comments were left so, one after another.
  private var count = 0
  /// From this many on.
  private static let least = 3

  var isGoingOn: Bool { count >= Self.least }

  /// Takes note of a command.
  ///
  /// - Parameters:
  ///   - command: what was done.
  ///   - hasLeft: whether that led on, past the comment that was focused.
  ///   - isLost: whether that comment stays unread without having been shown.
  mutating func note(_ command: Action, hasLeft: Bool, isLost: Bool) {
    switch command {
    case .again(let command, _): note(command, hasLeft: hasLeft, isLost: isLost)
    case .next, .readOn, .move, .page, .halfPage, .scroll, .nextSibling:
      // Within a long comment nothing is left.
      if hasLeft { count = isLost ? count + 1 : 0 }
    // These are for whoever looks closer.
    default: count = 0
    }
  }
}
