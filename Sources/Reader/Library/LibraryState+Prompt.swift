import TextGrid

/// Doing what was typed, and closing what is open.
extension LibraryState {
  /// Does what was typed.
  mutating func accept(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .search: acceptSearch(prompt.text)
    case .filter: acceptFilter(prompt.text)
    case .everything:
      shell.closePrompt()
      return ResultsState.search(prompt.text)
    case .palette: break
    }
    return []
  }

  /// Lists what was asked for; a line that cannot be stays, to be mended.
  private mutating func acceptFilter(_ line: String) {
    do throws(Pattern.Problem) {
      let pattern = line.isEmpty ? nil : try Pattern(line)
      shell.closePrompt()
      apply(pattern.map { .words($0) })
    } catch {
      shell.say(error.words)
    }
  }

  /// Closes the topmost thing that is open; never leaves.
  mutating func close() {
    if peek != nil {
      peek = nil
      showFocus()
    } else if search != nil {
      search = nil
    } else if filter != nil {
      apply(nil)
      shell.say("all are listed again")
    }
  }
}
