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
        notice = "filter given up"
      } else if narrowing != nil {
        widen(&layout)
        notice = "all comments are on show again"
      }
    case .text, .list, .peek: mode = .reading
    case .outline:
      mode = .reading
      hasOutline = false
      return [.remember(.outline(false))]
    case .prompt(let prompt):
      if prompt.kind == .search { cancelSearch(&layout) }
      mode = .reading
      if prompt.kind == .palette { return [.useTheme(theme)] }
    }
    return []
  }

  /// Goes back to where the reader came from, and at last leaves.
  mutating func quit(_ layout: inout Layout) -> [Effect] {
    if case .conversation = narrowing {
      widen(&layout)
      return []
    }
    return passAtEnd(&layout) + [.exit]
  }
}
