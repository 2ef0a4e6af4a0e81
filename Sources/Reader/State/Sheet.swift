import DiscussionModel
import ReadMarks
import TextGrid

/// A page as it lies before a reader: what of it is on show, where the reader is, what was read, and
/// what is looked for.
///
/// It keeps these in step: the focused entry is always on show and in sight, marks and folds are
/// undone together, and a search looks at what is on show.
struct Sheet: Sendable {
  private(set) var page: Page
  private(set) var viewport = Viewport()
  private(set) var outline: Outline
  private(set) var record: ReadingRecord
  private(set) var finding: Finding

  /// A first visit, at the top of the page.
  init(_ page: Page, marksByPassing: Bool) {
    self.page = page
    outline = Outline(page)
    record = ReadingRecord(page, marksByPassing: marksByPassing)
    finding = Finding(page)
  }

  var focus: Int { viewport.focus }
  var marks: Marks { record.marks }
  var rows: PageRows { PageRows(page, outline, quotes: finding.quotes) }

  /// What shows whether a command did anything.
  struct Progress: Equatable {
    fileprivate var viewport: [Int]
    fileprivate var outline: Outline.Shape
    fileprivate var match: Search.Match?
    fileprivate var undoCount: Int
  }

  var progress: Progress {
    Progress(
      viewport: viewport.progress, outline: outline.shape, match: finding.search?.current,
      undoCount: record.undoCount)
  }

  /// Applies an action that needs nothing but the page.
  ///
  /// - Parameters:
  ///   - action: what is wanted.
  ///   - now: seconds since 1970.
  ///   - layout: that of the screen, always the same one.
  /// - Returns: what it came to; nil for an action that needs more.
  mutating func apply(_ action: Action, now: Int64, _ layout: inout Layout) -> Answer? {
    switch action {
    case .next: return move(by: 1, now, &layout)
    case .previous: return move(by: -1, now, &layout)
    case .move(let entries): return move(by: entries, now, &layout)
    case .page(let screens): return turn(screens, now, &layout)
    case .halfPage(let halves): return turnHalf(halves, now, &layout)
    case .scroll(let rows): return scroll(by: rows, now, &layout)
    case .first: viewport.jump(to: outline.first(from: 0, in: page) ?? 0, rows, &layout)
    case .last: viewport.jump(to: outline.last(in: page), rows, &layout)
    case .put(let height): viewport.put(height, rows, &layout)
    case .back: return goBack(forward: false, &layout)
    case .forward: return goBack(forward: true, &layout)
    case .comment(let number): return go(to: comment(number), &layout)
    case .parent: return goToParent(&layout)
    case .firstReply: return go(to: firstReply, orSay: "no replies", &layout)
    case .nextSibling:
      let next = outline.nextSibling(of: focus, in: page)
      return go(to: next, orSay: "no comment after this", passingAt: now, &layout)
    case .previousSibling:
      let previous = outline.previousSibling(of: focus, in: page)
      return go(to: previous, orSay: "no comment before this", &layout)
    case .nextThread:
      let next = outline.nextThread(after: focus, in: page)
      return go(to: next, orSay: "this is the last thread", passingAt: now, &layout)
    case .previousThread:
      let previous = outline.previousThread(before: focus, in: page)
      return go(to: previous, orSay: "no thread before this", &layout)
    case .nextUnread: return goToUnread(.unread, forward: true, now, &layout)
    case .previousUnread: return goToUnread(.unread, forward: false, now, &layout)
    case .nextNew: return goToUnread(.new, forward: true, now, &layout)
    case .previousNew: return goToUnread(.new, forward: false, now, &layout)
    case .nextByAuthor: return go(to: commentByAuthor(1), &layout)
    case .previousByAuthor: return go(to: commentByAuthor(-1), &layout)
    case .again(.nextByAuthor, let times): return go(to: commentByAuthor(times), &layout)
    case .again(.previousByAuthor, let times): return go(to: commentByAuthor(-times), &layout)
    case .toggleFold: return toggleFold(&layout)
    case .foldAll: return foldAll(true, &layout)
    case .openAll: return foldAll(false, &layout)
    case .foldLevel: return foldLevel(&layout)
    case .openLevel: return openLevel(&layout)
    case .foldThread: return foldThread(&layout)
    case .foldRead: return foldRead(&layout)
    case .toggleHidden: return toggleHidden(&layout)
    case .toggleWrapping: return toggleWrapping(&layout)
    case .scrollSideways(let halves):
      let isWide = viewport.scrollSideways(halves, rows, &layout)
      return Answer(isWide ? nil : "no line here is wider than the screen")
    case .toggleRead: return perform(readingStep, now)
    case .toggleStar: return perform(starStep, now)
    case .markAllRead: return perform(allReadStep, now)
    case .toggleMute: return toggleMute(now, &layout)
    case .finishBranch: return finish(page.position(of: focus), now, &layout)
    case .finishThread:
      return finish(page.position(of: focus).map(page.threadRoot), now, &layout)
    case .undo: return takeBack(now, &layout)
    case .redo: return makeAgain(now, &layout)
    case .stopSearching: return Answer(finding.stop())
    case .nextMatch: return goToMatch(forward: true, &layout)
    case .previousMatch: return goToMatch(forward: false, &layout)
    case .filterAuthor: return filterAuthor(&layout)
    case .toggleConversation: return toggleConversation(&layout)
    case .followQuotation: return followQuotation(&layout)
    default: return nil
    }
    return Answer()
  }

  /// Notes that a reader does something else than before.
  mutating func note(_ command: Action, isReading: Bool) {
    if command != .followQuotation { finding.forgetFollowed() }
    if isReading { finding.stay() }
  }

  // MARK: Going to entries

  /// To an entry, opening whatever hides it; where it is left out, all of the page is on show again.
  mutating func show(_ entry: Int, _ layout: inout Layout) {
    if outline.isLeftOut(entry) { widen(&layout) }
    outline.reveal(entry, in: page)
    viewport.go(to: entry, rows, &layout)
  }

  /// The same, and opens it.
  mutating func open(_ entry: Int, _ layout: inout Layout) {
    outline.set(false, entry)
    show(entry, &layout)
  }

  /// Focuses an entry on the screen.
  mutating func point(at entry: Int) { viewport.point(at: entry) }

  /// Records a jump away from a spot, if it was one.
  mutating func leave(_ spot: Jumps.Spot) { viewport.leave(spot) }

  /// To an entry, or nowhere with a word why.
  ///
  /// - Parameters:
  ///   - entry: nil for nowhere.
  ///   - words: why.
  ///   - now: if the comment that is left counts as passed, the time.
  ///   - layout: that of the screen.
  /// - Returns: the word, and what is saved.
  private mutating func go(
    to entry: Int?, orSay words: SafeText, passingAt now: Int64? = nil, _ layout: inout Layout
  ) -> Answer {
    guard let entry else { return Answer(words) }
    let effects = now.map { passFocus($0) } ?? []
    show(entry, &layout)
    return Answer(effects: effects)
  }

  private mutating func go(
    to target: (entry: Int?, words: SafeText?), _ layout: inout Layout
  ) -> Answer {
    if let entry = target.entry { show(entry, &layout) }
    return Answer(target.words)
  }

  /// To the comment that this one answers, or else to the article.
  private mutating func goToParent(_ layout: inout Layout) -> Answer {
    guard let parent = page.parent(of: focus) ?? (focus > 0 ? 0 : nil) else {
      return Answer("this is the beginning")
    }
    guard !outline.isLeftOut(parent) else { return Answer("the article is hidden (Esc shows all)") }
    viewport.leaveReply(to: parent)
    show(parent, &layout)
    return Answer()
  }

  /// To the next or previous comment of a kind, opening what hides it, around the ends.
  private mutating func goToUnread(
    _ kind: UnreadKind, forward: Bool, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    let effects = forward ? passFocus(now) : []
    let (position, words) = unread(kind, forward: forward)
    if let position { open(position + page.firstComment, &layout) }
    return Answer(words, effects: effects)
  }

  /// To where the reader was before the last jump, or before it was taken back.
  private mutating func goBack(forward: Bool, _ layout: inout Layout) -> Answer {
    guard let spot = viewport.takeJump(forward: forward) else {
      return Answer(forward ? "nothing to go forward to" : "nothing to go back to")
    }
    show(spot.entry, &layout)
    if outline.visible(spot.top.entry, in: page) == spot.top.entry {
      viewport.goBack(to: spot, rows, &layout)
    }
    return Answer()
  }

  // MARK: Moving

  /// By so many entries on show; downwards it passes what it leaves.
  private mutating func move(by entries: Int, _ now: Int64, _ layout: inout Layout) -> Answer {
    let old = focus
    let hasMoved = viewport.move(by: entries, rows, &layout)
    if entries <= 0 { return Answer(hasMoved ? nil : "this is the beginning") }
    if hasMoved { return Answer(effects: pass(from: old, upTo: focus, now)) }
    let effects = pass(from: old, upTo: page.count, now)
    return Answer(endWords, effects: effects)
  }

  /// By screens; downwards it passes what it leaves.
  private mutating func turn(_ screens: Int, _ now: Int64, _ layout: inout Layout) -> Answer {
    if viewport.isLinear { return move(by: screens > 0 ? 1 : -1, now, &layout) }
    let old = focus
    let hasMoved = viewport.turn(screens, rows, &layout)
    if screens <= 0 { return Answer(hasMoved ? nil : "this is the beginning") }
    if hasMoved { return Answer(effects: pass(from: old, upTo: focus, now)) }
    let effects = passRest(now)
    return Answer(endWords, effects: effects)
  }

  /// By half screens; downwards it passes what it leaves.
  private mutating func turnHalf(_ halves: Int, _ now: Int64, _ layout: inout Layout) -> Answer {
    let oldTop = viewport.top
    let rows = halves * max(1, layout.geometry.body.count / 2)
    let answer = scroll(by: rows, now, &layout)
    if viewport.isLinear || halves < 0 || viewport.top != oldTop { return answer }
    return turn(1, now, &layout)
  }

  /// By rows; downwards it passes what it leaves.
  private mutating func scroll(by count: Int, _ now: Int64, _ layout: inout Layout) -> Answer {
    if viewport.isLinear { return move(by: count > 0 ? 1 : -1, now, &layout) }
    let old = focus
    let hasMoved = viewport.scroll(by: count, rows, &layout)
    let words: SafeText = count < 0 ? "this is the beginning" : "this is the end"
    let effects = count < 0 ? [] : pass(from: old, upTo: focus, now)
    return Answer(hasMoved ? nil : words, effects: effects)
  }

  /// Shows what comes next: the first entry not wholly shown moves to the top with the focus.
  ///
  /// One taller than the screen scrolls a page less a row. Screens without anything unread are
  /// skipped; where nothing unread is left below, that is said, and then it pages on.
  ///
  /// - Parameters:
  ///   - hasSaidEnd: whether that was said already.
  ///   - now: seconds since 1970.
  ///   - layout: that of the screen.
  /// - Returns: what it came to, and whether nothing unread or nothing at all comes.
  mutating func readOn(
    hasSaidEnd: Bool, _ now: Int64, _ layout: inout Layout
  ) -> (answer: Answer, end: ReadOn.End?) {
    let next = nextToRead(hasSaidEnd: hasSaidEnd, &layout)
    switch next {
    case .end:
      let effects = passRest(now)
      return (Answer(endWords, effects: effects), .page)
    case .nothingUnread(let entry):
      let effects = pass(from: focus, upTo: entry, now)
      return (Answer(nothingUnreadWords, effects: effects), .unread)
    case .inside(let entry):
      let effects = pass(from: focus, upTo: entry, now)
      viewport.readOn(in: entry, rows, &layout)
      return (Answer(effects: effects), nil)
    case .begin(let entry, let passed, let skipped):
      let effects = pass(from: focus, upTo: passed, now)
      viewport.begin(with: entry)
      return (Answer(skipped, effects: effects), nil)
    }
  }

  // MARK: What is on show

  /// Changes what is on show; the focused entry's first row stays where it is on the screen.
  ///
  /// - Parameters:
  ///   - fillsScreen: whether the page ends with the screen at the latest.
  ///   - layout: that of the screen.
  ///   - change: says whether it changed anything.
  private mutating func refold(
    fillsScreen: Bool = false, _ layout: inout Layout, _ change: (inout Outline, Page) -> Bool
  ) {
    let row = viewport.rowOfFocus(rows, &layout)
    guard change(&outline, page) else { return }
    viewport.keep(atRow: row, fillsScreen: fillsScreen, rows, &layout)
  }

  private mutating func toggleFold(_ layout: inout Layout) -> Answer {
    let entry = focus
    let isFolded = outline.isFolded(entry)
    if outline.isAncestor(entry), !isFolded { return Answer("shown for context · Esc shows all") }
    refold(&layout) { outline, _ in
      outline.set(!isFolded, entry)
      return true
    }
    return Answer()
  }

  private mutating func foldAll(_ isFolded: Bool, _ layout: inout Layout) -> Answer {
    refold(fillsScreen: isFolded, &layout) { outline, page in
      outline.setAll(isFolded, in: page)
      return true
    }
    let comments = counted(page.thread.count, "comment")
    return Answer(SafeText(isFolded ? "\(comments) folded (zR opens all)" : "\(comments) open"))
  }

  private mutating func foldLevel(_ layout: inout Layout) -> Answer {
    var level: Int?
    refold(fillsScreen: true, &layout) { outline, page in
      level = outline.foldDeepest(in: page)
      return level != nil
    }
    return Answer(level.map { "folded at level \(String($0 + 1))" } ?? "everything is folded")
  }

  private mutating func openLevel(_ layout: inout Layout) -> Answer {
    var level: Int?
    refold(&layout) { outline, page in
      level = outline.openHighest(in: page)
      return level != nil
    }
    return Answer(level.map { "opened at level \(String($0 + 1))" } ?? "nothing is folded")
  }

  private mutating func foldRead(_ layout: inout Layout) -> Answer {
    var count = 0
    let marks = marks
    refold(fillsScreen: true, &layout) { outline, page in
      count = outline.foldRead(marks, in: page)
      return true
    }
    if count == 0 { return Answer("nothing to fold") }
    return Answer(SafeText("folded \(counted(count, "branch", "branches")), all read"))
  }

  /// Folds the thread that the focused comment is in, and goes to the next one.
  private mutating func foldThread(_ layout: inout Layout) -> Answer {
    guard let position = page.position(of: focus) else {
      return Answer("only threads can be folded")
    }
    let root = page.threadRoot(of: position) + page.firstComment
    let next = outline.nextThread(after: focus, in: page)
    refold(fillsScreen: true, &layout) { outline, _ in
      outline.set(true, root)
      return true
    }
    viewport.go(to: next ?? root, rows, &layout)
    return Answer(next == nil ? "this is the last thread" : nil)
  }

  private mutating func toggleHidden(_ layout: inout Layout) -> Answer {
    guard outline.opened(in: focus).contains(.hidden) || rows.hidesText(focus, &layout) else {
      return Answer("nothing is hidden here")
    }
    toggle(.hidden, &layout)
    return Answer()
  }

  /// Wraps the focused entry's wide lines, or no longer.
  private mutating func toggleWrapping(_ layout: inout Layout) -> Answer {
    let isWrapped = outline.opened(in: focus).contains(.wide)
    guard isWrapped || rows.widestLine(of: focus, &layout) > 0, !outline.isShort(focus) else {
      return Answer("no code or table here")
    }
    toggle(.wide, &layout)
    return Answer()
  }

  /// Opens something in the focused entry's text, or closes it.
  private mutating func toggle(_ part: Opened, _ layout: inout Layout) {
    let row = viewport.rowOfFocus(rows, &layout)
    outline.toggle(part, in: focus)
    if viewport.top.entry == focus { viewport.clampTop(rows, &layout) }
    finding.recount(focus, in: page, outline, &layout)
    if row > 0 { viewport.keep(atRow: row, rows, &layout) }
  }

  /// Shows only some entries, ascending and not empty, unfolded, and what is above them.
  ///
  /// - Complexity: O(*n*).
  private mutating func narrow(to entries: [Int], _ why: Narrowing, _ layout: inout Layout) {
    outline.narrow(to: entries, why, in: page)
    var entry = outline.visible(focus, in: page)
    if outline.isAncestor(entry) { entry = entries.first { $0 > entry } ?? entry }
    viewport.begin(with: entry)
    viewport.go(to: entry, rows, &layout)
    finding.restart(from: focus, in: page, outline)
  }

  /// Puts everything on show again, folded as it was before, with the focused entry in sight.
  mutating func widen(_ layout: inout Layout) {
    guard outline.narrowing != nil else { return }
    let row = viewport.rowOfFocus(rows, &layout)
    outline.widen()
    outline.reveal(focus, in: page)
    viewport.keep(atRow: row, rows, &layout)
    finding.restart(from: focus, in: page, outline)
  }

  /// Shows only what the focused entry answers, up to the top level, and the replies below it; or
  /// everything again.
  private mutating func toggleConversation(_ layout: inout Layout) -> Answer {
    if case .conversation = outline.narrowing {
      widen(&layout)
      return Answer()
    }
    guard page.position(of: focus) != nil else { return Answer("focus a comment first") }
    let entries = page.ancestors(of: focus).reversed() + Array(focus..<page.subtreeEnd(of: focus))
    narrow(to: entries, .conversation(focus), &layout)
    return Answer(
      SafeText("\(counted(entries.count, "comment")) of this conversation · c shows all"))
  }

  // MARK: Marking

  /// Notes what has stood on the screen long enough.
  mutating func noteShown(_ layout: inout Layout) {
    let rows = rows
    for position in rows.positions(from: viewport.top, &layout) {
      let entry = position.entry
      guard let comment = unnotedComment(entry), position.row < rows.count(of: entry, &layout)
      else { continue }
      let length = rows.text(of: entry, &layout).last?.offsets.upperBound ?? 1
      let cells = viewport.sidewaysCells(of: entry)
      record.note(
        rows.shownOffsets(of: position, scrolledBy: cells, &layout), of: length, at: comment)
    }
  }

  /// Marks what was seen from an entry up to, not including, another.
  private mutating func pass(from start: Int, upTo end: Int, _ now: Int64) -> [Effect] {
    var passed: [Int] = []
    var entry: Int? = start
    while let at = entry, at < end {
      if let position = page.position(of: at), record.isPassable(position) {
        passed.append(position)
      }
      entry = outline.next(after: at, in: page)
    }
    return perform(record.readStep(passed), now)
  }

  /// Marks the focused comment, if it was seen, since it is left.
  private mutating func passFocus(_ now: Int64) -> [Effect] {
    pass(from: focus, upTo: focus + 1, now)
  }

  /// Marks what was seen from the focus on, which goes to the end.
  private mutating func passRest(_ now: Int64) -> [Effect] {
    let effects = pass(from: focus, upTo: page.count, now)
    viewport.point(at: outline.last(in: page))
    return effects
  }

  /// Marks what was seen from the focus on, if the page's last row is on the screen.
  mutating func passAtEnd(_ now: Int64, _ layout: inout Layout) -> [Effect] {
    let last = outline.last(in: page)
    let isShown = viewport.entries(rows, &layout).contains { $0.entry == last && $0.hasTail }
    guard isShown, !outline.isShort(last) else { return [] }
    return pass(from: focus, upTo: page.count, now)
  }

  /// Makes a change that can be undone.
  private mutating func perform(_ step: ChangeStep, _ now: Int64) -> [Effect] {
    record.perform(step, in: page, now: now, &outline)
  }

  private mutating func perform(
    _ wanted: (step: ChangeStep?, words: SafeText?), _ now: Int64
  ) -> Answer {
    Answer(wanted.words, effects: wanted.step.map { perform($0, now) } ?? [])
  }

  /// Marks a comment's branch read, folds it, and goes to the next unread comment outside it.
  private mutating func finish(
    _ root: Int?, _ now: Int64, _ layout: inout Layout
  ) -> Answer {
    guard let root else { return Answer("only comments can be marked") }
    let step = finishStep(root)
    let effects = perform(step, now)
    if let next = unreadAfterBranch(of: root) {
      open(next + page.firstComment, &layout)
    } else {
      viewport.go(to: outline.visible(root + page.firstComment, in: page), rows, &layout)
    }
    let left = marks.unreadCount == 0 ? "all read" : "\(marks.unreadCount) unread left"
    return Answer(SafeText("\(step.name) · \(left)"), effects: effects)
  }

  private mutating func toggleMute(_ now: Int64, _ layout: inout Layout) -> Answer {
    let wanted = muteStep
    guard wanted.step != nil else { return Answer(wanted.words) }
    let row = viewport.rowOfFocus(rows, &layout)
    let answer = perform(wanted, now)
    viewport.keep(atRow: row, rows, &layout)
    return answer
  }

  /// Takes back the last change and returns to the first comment that it changed.
  private mutating func takeBack(_ now: Int64, _ layout: inout Layout) -> Answer {
    guard let (step, effects) = record.undo(in: page, now: now, &outline) else {
      return Answer("nothing to undo")
    }
    if let entry = step.entry(in: page) { show(entry, &layout) }
    return Answer(SafeText("undid: \(step.name)"), effects: effects)
  }

  /// Makes again what was undone last.
  private mutating func makeAgain(_ now: Int64, _ layout: inout Layout) -> Answer {
    guard let (step, effects) = record.redo(in: page, now: now, &outline) else {
      return Answer("nothing to redo")
    }
    if let entry = step.entry(in: page) { show(entry, &layout) }
    return Answer(SafeText("redid: \(step.name)"), effects: effects)
  }

  // MARK: Finding

  /// Begins a search that is typed.
  mutating func startSearch() {
    finding.begin(at: Finding.Start(spot: viewport.spot, outline: outline))
  }

  /// Looks for what was typed by now, from where the search began.
  ///
  /// - Returns: that it cannot be looked for, in words; nil if it can.
  mutating func look(for line: String, _ layout: inout Layout) -> SafeText? {
    returnToStart(&layout)
    let isPattern = finding.look(for: line, from: focus, in: page)
    return isPattern ? nil : "not a regular expression yet"
  }

  private mutating func returnToStart(_ layout: inout Layout) {
    guard let start = finding.start else { return }
    outline = start.outline
    // The screen may be another by now.
    viewport.goBack(to: start.spot, rows, &layout)
  }

  /// Ends the typing of a search; an empty line repeats the last one.
  mutating func acceptSearch(_ line: String, _ layout: inout Layout) -> Answer {
    let spot = finding.start?.spot
    defer { if let spot { viewport.leave(spot) } }
    switch finding.accept(line) {
    case .done: return Answer()
    case .vain: return Answer(giveUpSearch())
    case .again: return goToMatch(forward: true, &layout)
    case .problem(let words): return Answer(words)
    }
  }

  /// Breaks off the search that is typed, and returns to where it began.
  mutating func cancelSearch(_ layout: inout Layout) {
    returnToStart(&layout)
    finding.cancel()
  }

  /// Looks for nothing any more.
  mutating func endSearch() { finding.endSearch() }

  /// Gives up the filter that is being applied.
  mutating func endFilter() { finding.endFilter() }

  /// What is said while a match is looked for.
  static let searching: SafeText = "searching…"

  /// To the next or previous match, around the ends.
  private mutating func goToMatch(forward: Bool, _ layout: inout Layout) -> Answer {
    let sought = finding.seek(forward: forward, from: focus, in: page, outline, &layout)
    return Answer(go(to: sought, &layout))
  }

  /// To a match, if there is one.
  ///
  /// - Returns: why not, in words.
  private mutating func go(to sought: Finding.Sought, _ layout: inout Layout) -> SafeText? {
    switch sought {
    case .noSearch: return "no search yet (/ searches)"
    case .notYet: return Self.searching
    case .nothing: return giveUpSearch()
    case .match(let match):
      open(match.entry, &layout)
      finding.arrive(at: match)
      let found = finding.matches(in: match.entry, of: page, outline, &layout)
      if found.indices.contains(match.index) {
        viewport.bring(offset: found[match.index].lowerBound, rows, &layout)
      }
      return nil
    }
  }

  /// Ends a search that found nothing.
  ///
  /// - Returns: that, in words.
  private mutating func giveUpSearch() -> SafeText? {
    guard let search = finding.search else { return nil }
    finding.endSearch()
    let place: SafeText = outline.narrowing == nil ? "" : " in what is shown (Esc shows all)"
    return "no match for " + SafeText(search.pattern.source) + place
      + costlyNote(search.costly, "text")
  }

  /// Looks at some more entries; goes to the match that is wanted once it is found.
  ///
  /// - Parameters:
  ///   - units: how much to do.
  ///   - isReading: whether nothing is over the page, so that what is not found ends the search.
  ///   - layout: that of the screen.
  /// - Returns: that there is no match, in words.
  mutating func continueSearch(
    units: Int, isReading: Bool, _ layout: inout Layout
  ) -> SafeText? {
    guard finding.continueSearch(units: units, in: page, outline) else { return nil }
    let spot = viewport.spot
    defer { if isReading { viewport.leave(spot) } }
    switch finding.settle(in: page, outline, &layout) {
    case .notYet, .noSearch: return nil
    case .nothing: return isReading ? giveUpSearch() : nil
    case .match(let match): return go(to: .match(match), &layout)
    }
  }

  /// Begins to show only comments that a filter, typed as a line, asks for.
  mutating func begin(_ filter: Filter, line: String, _ layout: inout Layout) -> SafeText? {
    finding.begin(filter, line: line)
    return filter.readsTexts ? nil : continueFilter(units: page.thread.count, &layout)
  }

  /// Only comments by the focused one's author.
  private mutating func filterAuthor(_ layout: inout Layout) -> Answer {
    guard let author = page.author(of: focus) else { return Answer("this comment has no author") }
    return Answer(begin(Filter(author: author), line: "author:" + author, &layout))
  }

  /// Looks at some more comments; when all are, the filter is on.
  ///
  /// - Returns: what it came to, in words; nil while it goes on.
  mutating func continueFilter(units: Int, _ layout: inout Layout) -> SafeText? {
    switch finding.continueFilter(units: units, in: page, marks, outline) {
    case nil: return nil
    case .nothing(let words): return words
    case .matches(let entries, let why, let words):
      narrow(to: entries, why, &layout)
      return words
    }
  }

  /// Goes on looking for quotations.
  mutating func continueQuotes(units: Int, _ layout: inout Layout) {
    for entry in finding.continueQuotes(units: units, in: page) { layout.forget(entry) }
  }

  /// To what the focused entry quotes; from there again to what its next passage quotes.
  private mutating func followQuotation(_ layout: inout Layout) -> Answer {
    guard let quotation = finding.follow(from: focus) else {
      return Answer(
        finding.quotes.isDone ? "nothing is quoted here" : "still looking for quotations")
    }
    show(quotation.target, &layout)
    let name = page.position(of: quotation.entry).map { "#\(page.number(at: $0))" }
    let rank = "\(quotation.index + 1) of \(quotation.count) (again: the next)"
    let more = quotation.count > 1 ? ", " + rank : ""
    return Answer(SafeText("\(name ?? "the article") quotes this\(more) · Backspace goes back"))
  }

  // MARK: The screen, earlier visits, another page

  /// Changes how the screen is used, and lays everything out for its size; the place stays.
  mutating func fit(
    _ size: GridSize, _ layout: inout Layout, _ change: (inout Viewport) -> Void = { _ in }
  ) {
    change(&viewport)
    viewport.fit(size, rows, &layout)
  }

  /// Takes up an earlier reading.
  ///
  /// - Returns: what must be saved.
  /// - Complexity: O(*n*).
  mutating func restore(
    _ earlier: EarlierReading, now: Int64, _ layout: inout Layout
  ) -> [Effect] {
    let effects = record.restore(earlier, in: page, now: now)
    if let folds = earlier.folds { outline.fold(named: folds, in: page) }
    if let place = earlier.place, let (entry, isLost) = page.entry(at: place) {
      outline.reveal(entry, in: page)
      if place.offset > 0, !isLost, !outline.isFolded(entry) {
        viewport.open(at: entry, offset: place.offset, rows, &layout)
      } else {
        viewport.open(at: entry, rows, &layout)
      }
    }
    return effects
  }

  /// Takes over what another reader of the discussion decided.
  mutating func takeOver(_ other: EarlierReading) { record.takeOver(other, in: page) }

  /// Shows a newer state of the discussion: marks, folds, stars, place and what can be undone hold.
  ///
  /// - Returns: what must be saved, and which entries are which.
  /// - Complexity: O(*n*).
  mutating func take(
    _ newer: Page, now: Int64, _ layout: inout Layout
  ) -> (effects: [Effect], move: Migration) {
    widen(&layout)
    let move = Migration(from: page, to: newer)
    page = newer
    layout.forget()
    outline = outline.moved(move)
    let effects = record.take(move, now: now)
    let isTyping = finding.start != nil
    finding.take(page)
    viewport.take(move, rows, &layout)
    if isTyping { startSearch() }
    return (effects, move)
  }
}
