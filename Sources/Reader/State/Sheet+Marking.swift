import DiscussionModel
import ReadMarks
import TextGrid

/// Moving that marks what was seen, and marking by hand.
extension Sheet {
  /// Applies an action that needs nothing but the page.
  ///
  /// - Parameters:
  ///   - action: what is wanted.
  ///   - record: what is read.
  ///   - now: seconds since 1970.
  ///   - layout: that of the screen, always the same one.
  /// - Returns: what it came to; nil for an action that needs more.
  mutating func apply(
    _ action: Action, on record: inout ReadingRecord, now: Int64, _ layout: inout Layout
  ) -> Answer? {
    switch action {
    case .next: return move(by: 1, &record, now, &layout)
    case .previous: return move(by: -1, &record, now, &layout)
    case .move(let entries): return move(by: entries, &record, now, &layout)
    case .page(let screens): return turn(screens, &record, now, &layout)
    case .halfPage(let halves): return turnHalf(halves, &record, now, &layout)
    case .scroll(let rows): return scroll(by: rows, &record, now, &layout)
    case .nextSibling:
      let next = outline.nextSibling(of: focus, in: page)
      return leave(for: next, orSay: "no comment after this", &record, now, &layout)
    case .nextThread:
      let next = outline.nextThread(after: focus, in: page)
      return leave(for: next, orSay: "this is the last thread", &record, now, &layout)
    case .nextUnread: return goToUnread(.unread, forward: true, &record, now, &layout)
    case .previousUnread: return goToUnread(.unread, forward: false, &record, now, &layout)
    case .nextNew: return goToUnread(.new, forward: true, &record, now, &layout)
    case .previousNew: return goToUnread(.new, forward: false, &record, now, &layout)
    case .nextNewThread: return goToNewThread(forward: true, &record, now, &layout)
    case .previousNewThread: return goToNewThread(forward: false, &record, now, &layout)
    case .toggleRead: return perform(readingStep(record), &record, now)
    case .toggleStar: return perform(starStep(record), &record, now)
    case .markAllRead: return perform(allReadStep(record), &record, now)
    case .toggleMute: return toggleMute(&record, now, &layout)
    case .finishBranch: return finish(page.position(of: focus), &record, now, &layout)
    case .finishThread:
      return finish(page.position(of: focus).map(page.thread.root), &record, now, &layout)
    case .undo: return takeBack(true, on: &record, now: now, &layout)
    case .redo: return takeBack(false, on: &record, now: now, &layout)
    default: return apply(action, record.marks, &layout)
    }
  }

  // MARK: Moving

  /// To an entry, marking the comment that is left; or nowhere with a word why.
  private mutating func leave(
    for entry: Int?, orSay words: SafeText, _ record: inout ReadingRecord, _ now: Int64,
    _ layout: inout Layout
  ) -> Answer {
    guard let entry else { return Answer(words) }
    let effects = passFocus(&record, now)
    show(entry, &layout)
    return Answer(effects: effects)
  }

  /// To the next or previous comment of a kind, opening what hides it, around the ends.
  private mutating func goToUnread(
    _ kind: UnreadKind, forward: Bool, _ record: inout ReadingRecord, _ now: Int64,
    _ layout: inout Layout
  ) -> Answer {
    let effects = forward ? passFocus(&record, now) : []
    let (position, words) = unread(kind, forward: forward, record.marks)
    if let position { open(position + page.firstComment, &layout) }
    return Answer(words, effects: effects)
  }

  /// To the first new comment of the next or previous thread that has any, opening what hides it, around
  /// the ends; to the first unread one if nothing is new.
  private mutating func goToNewThread(
    forward: Bool, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    let effects = forward ? passFocus(&record, now) : []
    let kind: UnreadKind = record.marks.newCount > 0 ? .new : .unread
    let (position, words) = threadWith(kind, forward: forward, record.marks)
    if let position { open(position + page.firstComment, &layout) }
    return Answer(words, effects: effects)
  }

  /// By so many entries on show; downwards it passes what it leaves.
  private mutating func move(
    by entries: Int, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    let old = focus
    let hasMoved = move(&layout) { $0.move(by: entries, $1, &$2) }
    if entries <= 0 { return Answer(hasMoved ? nil : "this is the beginning") }
    if hasMoved { return Answer(effects: pass(from: old, upTo: focus, &record, now)) }
    let effects = pass(from: old, upTo: page.count, &record, now)
    return Answer(endWords(record.marks), effects: effects)
  }

  /// By screens; downwards it passes what it leaves.
  private mutating func turn(
    _ screens: Int, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    if viewport.isLinear { return move(by: screens > 0 ? 1 : -1, &record, now, &layout) }
    let old = focus
    let hasMoved = move(&layout) { $0.turn(screens, $1, &$2) }
    if screens <= 0 { return Answer(hasMoved ? nil : "this is the beginning") }
    if hasMoved { return Answer(effects: pass(from: old, upTo: focus, &record, now)) }
    let effects = passRest(&record, now)
    return Answer(endWords(record.marks), effects: effects)
  }

  /// By half screens; downwards it passes what it leaves.
  private mutating func turnHalf(
    _ halves: Int, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    let oldTop = viewport.top
    let rows = halves * max(1, layout.geometry.body.count / 2)
    let answer = scroll(by: rows, &record, now, &layout)
    if viewport.isLinear || halves < 0 || viewport.top != oldTop { return answer }
    return turn(1, &record, now, &layout)
  }

  /// By rows; downwards it passes what it leaves.
  private mutating func scroll(
    by count: Int, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    if viewport.isLinear { return move(by: count > 0 ? 1 : -1, &record, now, &layout) }
    let old = focus
    let hasMoved = move(&layout) { $0.scroll(by: count, $1, &$2) }
    let words: SafeText = count < 0 ? "this is the beginning" : "this is the end"
    let effects = count < 0 ? [] : pass(from: old, upTo: focus, &record, now)
    return Answer(hasMoved ? nil : words, effects: effects)
  }

  /// Shows what comes next: the first entry not wholly shown moves to the top with the focus.
  ///
  /// One taller than the screen scrolls a page less a row. Screens without anything unread are
  /// skipped; where nothing unread is left below, that is said, and then it pages on.
  ///
  /// - Parameters:
  ///   - hasSaidEnd: whether that was said already.
  ///   - record: what is read.
  ///   - now: seconds since 1970.
  ///   - layout: that of the screen.
  /// - Returns: what it came to, and whether nothing unread or nothing at all comes.
  mutating func readOn(
    hasSaidEnd: Bool, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> (answer: Answer, end: ReadOn.End?) {
    let next = nextToRead(hasSaidEnd: hasSaidEnd, record.marks, &layout)
    switch next {
    case .end:
      let effects = passRest(&record, now)
      return (Answer(endWords(record.marks), effects: effects), .page)
    case .nothingUnread(let entry):
      let effects = pass(from: focus, upTo: entry, &record, now)
      return (Answer(nothingUnreadWords(record.marks), effects: effects), .unread)
    case .inside(let entry):
      let effects = pass(from: focus, upTo: entry, &record, now)
      move(&layout) { $0.readOn(in: entry, $1, &$2) }
      return (Answer(effects: effects), nil)
    case .begin(let entry, let passed, let skipped):
      let effects = pass(from: focus, upTo: passed, &record, now)
      move(&layout) { viewport, _, _ in viewport.begin(with: entry) }
      return (Answer(skipped, effects: effects), nil)
    }
  }

  // MARK: Marking

  /// Notes what has stood on the screen long enough.
  func noteShown(on record: inout ReadingRecord, _ layout: inout Layout) {
    let rows = rows
    for position in rows.positions(from: viewport.top, &layout) {
      let entry = position.entry
      guard let comment = unnotedComment(entry, record),
        position.row < rows.count(of: entry, &layout)
      else { continue }
      let length = rows.text(of: entry, &layout).last?.offsets.upperBound ?? 1
      let cells = viewport.sidewaysCells(of: entry)
      record.note(
        rows.shownOffsets(of: position, scrolledBy: cells, &layout), of: length, at: comment)
    }
  }

  /// Notes that the focused entry was printed from its first line to its last, however much of it a
  /// screen would show; it is laid out for one with room for it.
  mutating func notePrinted(on record: inout ReadingRecord, _ layout: inout Layout) {
    let focus = focus
    move(&layout) { viewport, _, _ in viewport.begin(with: focus) }
    noteShown(on: &record, &layout)
  }

  /// Marks what was seen from an entry up to, not including, another.
  private mutating func pass(
    from start: Int, upTo end: Int, _ record: inout ReadingRecord, _ now: Int64
  ) -> [Effect] {
    var passed: [Int] = []
    var entry: Int? = start
    while let at = entry, at < end {
      if let position = page.position(of: at), record.isPassable(position) {
        passed.append(position)
      }
      entry = outline.next(after: at, in: page)
    }
    return perform(record.readStep(passed), on: &record, now: now)
  }

  /// Marks the focused comment, if it was seen, since it is left.
  private mutating func passFocus(_ record: inout ReadingRecord, _ now: Int64) -> [Effect] {
    pass(from: focus, upTo: focus + 1, &record, now)
  }

  /// Marks what was seen from the focus on, which goes to the end.
  private mutating func passRest(_ record: inout ReadingRecord, _ now: Int64) -> [Effect] {
    let effects = pass(from: focus, upTo: page.count, &record, now)
    point(at: outline.last(in: page))
    return effects
  }

  /// Marks what was seen from the focus on, if the page's last row is on the screen.
  mutating func passAtEnd(_ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout)
    -> [Effect]
  {
    let last = outline.last(in: page)
    let isShown = viewport.entries(rows, &layout).contains { $0.entry == last && $0.hasTail }
    guard isShown, !outline.isShort(last) else { return [] }
    return pass(from: focus, upTo: page.count, &record, now)
  }

  /// Makes a change that can be undone, and says so.
  private mutating func perform(
    _ wanted: (step: ChangeStep?, words: SafeText?), _ record: inout ReadingRecord, _ now: Int64
  ) -> Answer {
    Answer(wanted.words, effects: wanted.step.map { perform($0, on: &record, now: now) } ?? [])
  }

  /// Marks a comment's branch read, folds it, and goes to the next unread comment outside it.
  private mutating func finish(
    _ root: Int?, _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    guard let root else { return Answer("only comments can be marked") }
    let step = finishStep(root, record)
    let effects = perform(step, on: &record, now: now)
    if let next = unreadAfterBranch(of: root, record.marks) {
      open(next + page.firstComment, &layout)
    } else {
      let entry = outline.visible(root + page.firstComment, in: page)
      move(&layout) { $0.go(to: entry, $1, &$2) }
    }
    let left = record.marks.unreadCount
    let rest = left == 0 ? "all read" : "\(left) unread left"
    return Answer(SafeText("\(step.name) · \(rest)"), effects: effects)
  }

  private mutating func toggleMute(
    _ record: inout ReadingRecord, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    let wanted = muteStep(record)
    guard wanted.step != nil else { return Answer(wanted.words) }
    let row = viewport.rowOfFocus(rows, &layout)
    let answer = perform(wanted, &record, now)
    move(&layout) { $0.keep(atRow: row, $1, &$2) }
    return answer
  }
}
