import TextGrid

extension ReadingState {
  /// Does what was typed.
  mutating func accept(_ prompt: Prompt, _ layout: inout Layout) {
    switch prompt.kind {
    case .search: acceptSearch(prompt.text, &layout)
    case .filter: applyFilter(prompt.text, &layout)
    case .palette, .everything: shell.closePrompt()
    }
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
