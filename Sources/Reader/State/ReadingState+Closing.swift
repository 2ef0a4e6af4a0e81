import TextGrid

/// Closing what is open, and leaving.
extension ReadingState {
  /// Closes the topmost thing that is open; never leaves.
  mutating func close(_ layout: inout Layout) -> [Effect] {
    switch mode {
    case .reading:
      if search != nil {
        search = nil
      } else if filtering != nil {
        filtering = nil
        shell.say("filter cancelled")
      } else if narrowing != nil {
        widen(&layout)
        shell.say("showing all comments")
      }
    case .inspection, .list, .peek: mode = .reading
    case .outline:
      mode = .reading
      hasOutline = false
      return [.remember(.outline(false))]
    }
    return []
  }

  /// Goes back to where the reader came from, and at last leaves.
  mutating func quit(_ layout: inout Layout) -> [Effect] {
    if case .conversation = narrowing {
      widen(&layout)
      return []
    }
    return passAtEnd(&layout) + [neighbours == nil ? .exit : .leave(for: .library)]
  }

  /// Goes to another discussion of the library, if this one was opened from there.
  mutating func leave(for destination: Destination, _ layout: inout Layout) -> [Effect] {
    guard let neighbours else {
      shell.say("not opened from the library")
      return []
    }
    switch destination {
    case .library: break
    case .next where neighbours.next == nil, .previous where neighbours.previous == nil:
      shell.say("no other discussion has anything unread · q back to the library")
      return []
    case .next, .previous: break
    }
    return passAtEnd(&layout) + [.leave(for: destination)]
  }
}
