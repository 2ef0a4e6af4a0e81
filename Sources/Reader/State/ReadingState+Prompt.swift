import TextGrid

/// Typing a line: a search, a filter, or what the palette is to offer.
extension ReadingState {
  /// Changes the line, and what follows from it at once.
  mutating func edit(_ change: (inout String) -> Void, _ layout: inout Layout) -> [Effect] {
    guard case .prompt(var prompt) = mode else { return [] }
    // Held once, a long line is not copied for each letter.
    mode = .reading
    change(&prompt.text)
    prompt.selected = 0
    mode = .prompt(prompt)
    switch prompt.kind {
    case .search: awaitSearch()
    case .filter, .everything: break
    case .palette: return previewTheme()
    }
    return []
  }

  /// Puts pasted text into the line that is typed, if one is.
  mutating func paste(_ text: String?, _ layout: inout Layout) -> [Effect] {
    typed = TypedKeys()
    notice = PastedText.problem(with: text, isTyping: isTyping)
    guard notice == nil, let text else { return [] }
    return edit({ $0 += PastedText.line(of: text) }, &layout)
  }

  /// Removes the last character; closes a prompt that is empty.
  mutating func erase(_ layout: inout Layout) -> [Effect] {
    if case .prompt(let prompt) = mode, prompt.text.isEmpty { return close(&layout) }
    return edit({ _ = $0.popLast() }, &layout)
  }

  /// Does what was typed.
  mutating func accept(_ layout: inout Layout) -> [Effect] {
    guard case .prompt(let prompt) = mode else { return [] }
    switch prompt.kind {
    case .search: acceptSearch(prompt.text, &layout)
    case .filter: applyFilter(prompt.text, &layout)
    case .palette: return acceptOffer(&layout)
    case .everything: mode = .reading
    }
    return []
  }
}

extension String {
  /// Removes the last word and the white space after it.
  mutating func eraseWord() {
    while last?.isWhitespace == true { removeLast() }
    while let last, !last.isWhitespace { removeLast() }
  }

  /// Without white space at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
