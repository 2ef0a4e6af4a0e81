import DiscussionModel
import ReadMarks
import TextGrid

/// A newer state of the discussion, to be taken in when the reader asks for it.
struct Offer: Sendable {
  var page: Page
  /// Comments that the page on the screen has not.
  var new: Int

  /// What is offered, in words.
  var text: SafeText {
    new > 0
      ? "\(String(new)) new on disk · U loads \(new == 1 ? "it" : "them")"
      : "changed on disk · U reloads"
  }
}

/// Taking in what changed outside: the file, and what another reader of it decided.
extension ReadingState {
  /// Keeps a newer state of the discussion until it is asked for; nothing of what is shown changes.
  ///
  /// One that differs only in members of the discussion that no reader shows is none.
  mutating func offer(_ newer: Page) {
    let known = Set(page.discussion.comments.map(\.id))
    let new = newer.discussion.comments.count { !known.contains($0.id) }
    var shown = newer.discussion
    shown.unknownMembers = page.discussion.unknownMembers
    offered = shown == page.discussion ? nil : Offer(page: newer, new: new)
    fileProblem = nil
  }

  /// Notes that there is nothing to take in any more, and why; nil once there may be.
  mutating func note(fileProblem problem: SafeText?) {
    fileProblem = problem
    if problem != nil { offered = nil }
  }

  /// Whether the discussion is another on disk than on the screen.
  public var hasOffer: Bool { offered != nil }

  /// Shows the newer state.
  ///
  /// Marks, folds, stars, place and what can be undone hold; comments that were added are new, and
  /// read ones that changed are edited.
  ///
  /// - Parameters:
  ///   - hasLooked: whether the file was looked at just now, so that nothing else can be new.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  mutating func takeIn(hasLooked: Bool, _ layout: inout Layout) -> [Effect] {
    guard let offer = offered else {
      if hasFile, !hasLooked { return [.lookAtFile] }
      if let fileProblem {
        shell.say(fileProblem)
      } else if canFetch {
        return [.fetch(page.discussion.id)]
      } else {
        shell.say("nothing new on disk")
      }
      return []
    }
    filtering = nil
    search = nil
    widen(&layout)
    let old = self
    let move = Migration(from: page, to: offer.page)
    page = offer.page
    offered = nil
    forgetAskedReplies(of: old.page)
    layout.forget()
    quotes = QuoteIndex(page: page)
    lastQuotation = nil
    marks = Marks(
      (0..<page.thread.count).map { position in
        guard let before = move.oldPositions[position] else {
          let mark = earlier.mark(at: position, in: page)
          return mark.contains(.read) ? mark : mark.union(.new)
        }
        return mark(at: position, was: old.marks[before], before: before, in: old.page)
      })
    folds = Folds(count: page.count)
    for entry in 0..<page.count {
      let before = move.oldEntry(entry)
      folds.set(
        before.map { old.folds.isFolded($0) } ?? (entry < page.firstComment && entry > 0), entry)
    }
    opened = Dictionary(
      opened.compactMap { entry, part in move.newEntry(entry).map { ($0, part) } }
    ) { $1 }
    shown = shown.moved { position in
      guard let new = move.newPositions[position], isSame(new, position, in: old.page) else {
        return nil
      }
      return new
    }
    jumps = jumps.moved(move.newEntry)
    sideways = Sideways(entry: move.newEntry(nearest: sideways.entry), cells: 0)
    repliesLeft = [:]
    undoSteps = undoSteps.map(move.step)
    redoSteps = redoSteps.map(move.step)
    focus = move.newEntry(nearest: focus)
    let newTop = move.newEntry(nearest: top.entry)
    top = ScrollPosition(entry: newTop, row: newTop == move.newEntry(top.entry) ? top.row : 0)
    focus = folds.visible(focus, in: page)
    top.entry = folds.visible(top.entry, in: page)
    top.row = max(0, min(top.row, rowCount(of: top.entry, &layout) - 1))
    showFocus(&layout)
    shell.say(
      marks.newCount > 0
        ? SafeText("\(marks.newCount) new · . next new") : "reloaded, nothing new")
    let arrived = marks.mutedReplies(in: page).flatMap { branch in
      branch.filter { move.oldPositions[$0] == nil && marks.isUnread($0) }
    }
    return markArrivals(arrived)
  }

  private func mark(
    at position: Int, was mark: Marks.Mark, before: Int, in old: Page
  ) -> Marks.Mark {
    if page.comment(at: position).state == .deleted {
      return mark.subtracting(.unreadStates).union(.read)
    }
    let wasDeleted = old.comment(at: before).state == .deleted
    guard mark.contains(.read), wasDeleted || !isSame(position, before, in: old) else {
      return mark
    }
    // Another reader may have read what is new in it already.
    if let decision = earlier.decisions[page.comment(at: position).id], decision.isRead,
      decision.body == page.bodyVersion(at: position)
    {
      return mark
    }
    return mark.subtracting([.read, .readNow]).union(wasDeleted ? [] : .edited)
  }

  private func isSame(_ position: Int, _ before: Int, in old: Page) -> Bool {
    page.comment(at: position).body == old.comment(at: before).body
  }

  /// Takes over what another reader of the discussion decided.
  ///
  /// - Complexity: O(*n*).
  mutating func takeOver(_ other: EarlierReading) {
    earlier = other
    for position in 0..<page.thread.count {
      let old = marks[position]
      let theirs = other.mark(at: position, in: page)
      var new = old.subtracting(.flags).union(theirs.intersection(.flags))
      if theirs.contains(.read), !old.contains(.read) {
        new = new.subtracting(.unreadStates).union(.read)
      } else if theirs.contains(.edited), old.contains(.read) {
        // They have read it in a file that says something else than this one.
      } else if !theirs.contains(.read), old.contains(.read) {
        new = new.subtracting([.read, .readNow]).union(theirs).union(.keptUnread)
      } else if !theirs.contains(.read) {
        new.formUnion(theirs.intersection([.new, .edited]))
      }
      if new != old { marks.set(new, at: position) }
    }
  }
}
