import TextGrid

extension ReadingState {
  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameters:
  ///   - action: what happened.
  ///   - layout: that of this state's screen, always the same one.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action, layout: inout Layout) -> [Effect] {
    if action.isCommand {
      shell.clearNotice()
      if action != .readOn { (saidEnd, offersNext) = (false, false) }
      if action != .followQuotation { lastQuotation = nil }
      // Who moves on is not to be taken elsewhere by a match that is found later.
      if isReading { search?.wanted = nil }
    }
    let before = spot
    let effects = apply(action, &layout)
    if action.isJump, focus != before.entry { jumps.leave(before) }
    return effects
  }

  private mutating func apply(_ action: Action, _ layout: inout Layout) -> [Effect] {
    switch shell.update(action, in: .reading) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt):
      if prompt.kind == .search { search = nil }
      return []
    case .paused(let prompt):
      lookFor(prompt.text, &layout)
      return []
    case .accepted(let prompt):
      accept(prompt, &layout)
      return []
    case .closed(let prompt):
      if prompt.kind == .search { cancelSearch(&layout) }
      return []
    case .chosen(let action): return [.useTheme(shell.theme)] + update(action, layout: &layout)
    }
    switch action {
    case .next: return step(forward: true, &layout)
    case .previous: return step(forward: false, &layout)
    case .move(let entries): return move(by: entries, &layout)
    case .readOn: return readOn(&layout)
    case .page(let screens): return turn(screens, &layout)
    case .halfPage(let halves): return turnHalf(halves, &layout)
    case .scroll(let rows): return scroll(by: rows, &layout)
    case .first: return jump(to: folds.first(from: 0, in: page) ?? 0, &layout)
    case .last: return jump(to: folds.last(in: page), &layout)
    case .comment(let number): return goToComment(number: number, &layout)
    case .parent: return goToParent(&layout)
    case .firstReply: return goToFirstReply(&layout)
    case .nextSibling: return leave(for: nextSibling, orSay: "no comment after this", &layout)
    case .previousSibling: return goTo(previousSibling, orSay: "no comment before this", &layout)
    case .nextThread: return leave(for: nextThread, orSay: "this is the last thread", &layout)
    case .previousThread: return goTo(previousThread, orSay: "no thread before this", &layout)
    case .nextUnread: return goToUnread(forward: true, &layout)
    case .previousUnread: return goToUnread(forward: false, &layout)
    case .nextNew: return goToNew(forward: true, &layout)
    case .previousNew: return goToNew(forward: false, &layout)
    case .nextByAuthor: return goToSameAuthor(by: 1, &layout)
    case .previousByAuthor: return goToSameAuthor(by: -1, &layout)
    case .put(let height): put(height, &layout)
    case .back: goBack(&layout)
    case .forward: goForward(&layout)
    case .again(let action, let times): return again(action, times: times, &layout)
    case .toggleFold: return toggleFoldOrFetch(&layout)
    case .foldAll: foldAll(true, &layout)
    case .openAll: foldAll(false, &layout)
    case .foldLevel: foldLevel(&layout)
    case .openLevel: openLevel(&layout)
    case .foldThread: foldThread(&layout)
    case .foldRead: foldRead(&layout)
    case .toggleHidden: toggleHidden(&layout)
    case .scrollSideways(let halves): scrollSideways(halves, &layout)
    case .toggleWrapping: toggleWrapping(&layout)
    case .toggleRead: return toggleRead()
    case .finishBranch: return finishBranch(&layout)
    case .finishThread: return finishThread(&layout)
    case .markAllRead: return markAllRead()
    case .toggleMute: return toggleMute(&layout)
    case .toggleStar: return toggleStar()
    case .undo: return undo(&layout)
    case .redo: return redo(&layout)
    case .takeIn: return takeIn(hasLooked: false, &layout)
    case .fetchReplies: return fetchReplies()
    case .startSearch: startSearch()
    case .nextMatch: goToMatch(forward: true, &layout)
    case .previousMatch: goToMatch(forward: false, &layout)
    case .stopSearching: stopSearching()
    case .startFilter: shell.open(.filter)
    case .filter(let line): applyFilter(line, &layout)
    case .filterAuthor: filterAuthor(&layout)
    case .toggleConversation: toggleConversation(&layout)
    case .followQuotation: followQuotation(&layout)
    case .listQuoting: listQuoting()
    case .moveInList(let lines): moveInList(by: lines)
    case .peek: peek()
    case .inspect: mode = .inspection(top: 0)
    case .listStars: listStars()
    case .listLinks: listLinks()
    case .openLink(let number): return openLink(number: number)
    case .toggleOutline: return toggleOutline(&layout)
    case .nextMeasure: return changeMeasure(&layout)
    case .toggleMouse: return toggleMouse()
    case .choose: return choose(&layout)
    case .scrollText(let rows): scrollText(by: rows, &layout)
    case .pageText(let screens): scrollText(by: screens * max(1, shell.size.rows - 3), &layout)
    case .close: return close(&layout)
    case .copyText: return copyText()
    case .copyLink: return copyLink()
    case .openPage: return openPage()
    case .openArticle: return openArticle()
    case .quit: return quit(&layout)
    case .exit: return passAtEnd(&layout) + [.exit]
    case .nextDiscussion: return leave(for: .next, &layout)
    case .previousDiscussion: return leave(for: .previous, &layout)
    // These are the library's.
    case .line, .nextWithNews, .previousWithNews, .open, .catchUp, .remove, .nextOrder, .list,
      .startSearchOfEverything, .fetch, .entries, .entry, .focus, .peeked, .found:
      break
    // These are the shell's.
    case .type, .paste, .erase, .eraseWord, .eraseAll, .accept, .help, .palette, .redraw, .clock,
      .tick,
      .say, .fetching, .saved:
      break
    case .click(let row, let column): return click(row: row, column: column, &layout)
    case .resize: relayout(&layout)
    case .stood: noteShown(&layout)
    case .work(let units): work(units: units, &layout)
    case .offer(let newer): offer(newer)
    case .fileProblem(let problem): note(fileProblem: problem)
    case .lookedAtFile: return takeIn(hasLooked: true, &layout)
    case .takeOver(let other): takeOver(other)
    }
    return []
  }

  /// The most that something is done with one key.
  private static let mostTimes = 10_000

  /// Does something so often, or until it changes nothing any more.
  private mutating func again(
    _ action: Action, times: Int, _ layout: inout Layout
  ) -> [Effect] {
    switch action {
    // These look through the whole page each time, and go around for ever.
    case .nextByAuthor: return goToSameAuthor(by: times, &layout)
    case .previousByAuthor: return goToSameAuthor(by: -times, &layout)
    default: break
    }
    var effects: [Effect] = []
    for _ in 0..<min(times, Self.mostTimes) {
      let before = progress
      // One key does not lead past the end.
      offersNext = false
      effects += apply(action, &layout)
      if progress == before { break }
    }
    return effects
  }

  /// Whether something was put off that ``Action/work(units:)`` goes on with.
  public var hasPendingWork: Bool { isFiltering || search?.isDone == false || !quotes.isDone }

  /// Whether a filter is being applied; it waits while something is over the page.
  private var isFiltering: Bool { filtering != nil && isReading }

  private mutating func work(units: Int, _ layout: inout Layout) {
    continueSearch(units: units, &layout)
    if isFiltering { continueFilter(units: units, &layout) }
    // What somebody waits for comes first.
    if search?.isDone != false, !isFiltering { continueQuotes(units: units, &layout) }
  }

  /// What shows whether a command did anything.
  private struct Progress: Equatable {
    var spot: Jumps.Spot
    var sideways: Sideways
    var folds: Folds
    var jumps: Int
    var match: Search.Match?
    var undoSteps: Int
  }

  private var progress: Progress {
    Progress(
      spot: spot, sideways: sideways, folds: folds, jumps: jumps.back.count,
      match: search?.current, undoSteps: undoSteps.count)
  }
}
