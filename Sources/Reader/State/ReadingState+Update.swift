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
      notice = nil
      if case .readOn = action {} else { saidEnd = false }
    }
    switch action {
    case .next: return step(forward: true, &layout)
    case .previous: return step(forward: false, &layout)
    case .readOn: return readOn(&layout)
    case .page(let screens): return turn(screens, &layout)
    case .first: return jump(to: 0, &layout)
    case .last: return jump(to: folds.visible(page.count - 1, in: page), &layout)
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
    case .toggleFold: toggleFold(&layout)
    case .foldAll: foldAll(true, &layout)
    case .openAll: foldAll(false, &layout)
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
    case .takeIn: return takeIn(&layout)
    case .help: mode = .help(top: 0)
    case .listStars: listStars()
    case .moveInList(let lines): moveInList(by: lines)
    case .chooseInList: return chooseInList(&layout)
    case .scrollHelp(let rows): scrollHelp(by: rows)
    case .pageHelp(let screens): scrollHelp(by: screens * max(1, size.rows - 3))
    case .close: mode = .reading
    case .quit: return passAtEnd(&layout) + [.exit]
    case .resize(let size): resize(size, &layout)
    case .clock(let seconds): now = seconds
    case .stood: noteShown(&layout)
    case .offer(let newer): offer(newer)
    case .takeOver(let other): takeOver(other)
    case .say(let text): notice = text
    case .saved(let problem): self.problem = problem
    }
    return []
  }

  private mutating func scrollHelp(by rows: Int) {
    guard case .help(let top) = mode else { return }
    mode = .help(top: max(0, min(top + rows, HelpView.lastTop(size: size))))
  }
}

extension Action {
  /// Whether it is a reader's wish, and not something that happened outside.
  fileprivate var isCommand: Bool {
    switch self {
    case .resize, .clock, .stood, .say, .saved, .offer, .takeOver: false
    case .next, .previous, .readOn, .page, .first, .last, .parent, .firstReply, .nextSibling,
      .previousSibling, .nextThread, .previousThread, .nextUnread, .previousUnread, .nextNew,
      .previousNew, .toggleFold, .foldAll, .openAll, .toggleHidden, .scrollSideways,
      .toggleWrapping, .toggleRead, .finishBranch, .finishThread, .markAllRead, .toggleMute,
      .toggleStar, .undo, .redo, .takeIn, .help, .listStars, .moveInList, .chooseInList,
      .scrollHelp,
      .pageHelp, .close, .quit:
      true
    }
  }
}
