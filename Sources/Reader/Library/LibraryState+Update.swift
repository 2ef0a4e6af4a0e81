import TextGrid

extension LibraryState {
  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameter action: what happened.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action) -> [Effect] {
    if action.isCommand { shell.clearNotice() }
    return apply(action) + peekAtFocus()
  }

  private mutating func apply(_ action: Action) -> [Effect] {
    switch shell.update(action, in: .library) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt):
      if prompt.kind == .search { search = nil }
      return []
    case .paused(let prompt):
      lookFor(prompt.text)
      return []
    case .accepted(let prompt): return accept(prompt)
    case .closed(let prompt):
      if prompt.kind == .search { cancelSearch() }
      return []
    case .chosen(let action): return [.useTheme(shell.theme)] + update(action)
    }
    switch action {
    case .next: move(by: 1)
    case .previous: move(by: -1)
    case .move(let lines): move(by: lines)
    case .page(let screens): turn(by: screens * max(1, listRows.count - 1))
    case .halfPage(let halves): turn(by: halves * max(1, listRows.count / 2))
    case .scroll(let lines): scroll(by: lines)
    case .first: goTo(line: 0)
    case .last: goTo(line: lineCount - 1)
    case .line(let number): goTo(number: number)
    case .nextWithNews: goToNews(forward: true)
    case .previousWithNews: goToNews(forward: false)
    case .again(let action, let times): return again(action, times: times)
    case .open: return open()
    case .peek: return togglePeek()
    case .catchUp: return catchUp()
    case .toggleMute: return toggleMute()
    case .remove: remove()
    case .undo: return undo()
    case .nextOrder: return changeOrder()
    case .startSearch: startSearch()
    case .nextMatch: goToMatch(forward: true)
    case .previousMatch: goToMatch(forward: false)
    case .startFilter: shell.open(.filter)
    case .list(let filter): apply(filter)
    case .startSearchOfEverything: shell.open(.everything)
    case .scrollText(let rows): scrollText(by: rows)
    case .pageText(let screens): scrollText(by: screens * max(1, textRows - 1))
    case .close: close()
    case .fetch: return fetch()
    case .copyLink: return copyLink()
    case .openPage: return openPage()
    case .quit: return settle() + [.leave]
    case .exit: return settle() + [.exit]
    case .click(let row, _): return click(row: row)
    case .resize: relayout()
    case .entries(let entries): take(entries)
    case .entry(let entry): take(entry)
    case .focus(let id): if let line = line(of: id) { goTo(line: line) }
    case .peeked(let id, let page): show(page, of: id)
    // All others are about a discussion that is read.
    default: break
    }
    return []
  }

  /// The most that something is done with one key.
  private static let mostTimes = 10_000

  /// Does something so often, or until it changes nothing any more.
  private mutating func again(_ action: Action, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(times, Self.mostTimes) {
      let before = (focus, top, steps.count, peek == nil)
      effects += apply(action)
      if before == (focus, top, steps.count, peek == nil) { break }
    }
    return effects
  }

  /// Reads the focused discussion.
  private mutating func open() -> [Effect] {
    guard let entry = focused else {
      shell.say("nothing to open")
      return []
    }
    peek = nil
    return settle() + [.open(entry.id, comment: nil)]
  }

  /// Does what could still be taken back, now that it no longer can.
  mutating func settle() -> [Effect] {
    let removed = removedIDs
    steps = []
    if removed.isEmpty { return [] }
    let gone = Set(removed)
    let id = focused?.id
    entries.removeAll { gone.contains($0.id) }
    list(at: id)
    return [.remove(removed)]
  }
}
