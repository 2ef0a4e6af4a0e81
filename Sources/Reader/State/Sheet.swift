import DiscussionModel
import ReadMarks
import TextGrid

/// A page as it lies before a reader: what of it is on show, where the reader is, and what is looked
/// for.
///
/// It keeps these in step: the focused entry is always on show and in sight, and a search looks at
/// what is on show.
struct Sheet: Sendable {
  private(set) var page: Page
  private(set) var viewport = Viewport()
  private(set) var outline: Outline
  private(set) var finding: Finding
  /// How messages name commands.
  let calls: CommandCalls
  /// What is said above entries in words; nil for a screen that is seen.
  private var headerWords: HeaderWords?

  /// A first visit, at the top of the page.
  init(_ page: Page, _ calls: CommandCalls) {
    self.page = page
    self.page.fetchOffer = calls.fetchOffer
    self.calls = calls
    outline = Outline(page)
    finding = Finding(page)
  }

  var focus: Int { viewport.focus }
  var rows: PageRows { PageRows(page, outline, quotes: finding.quotes, words: headerWords) }

  /// Takes up what is said above entries by now; the text at the top of the screen stays there.
  mutating func say(_ words: HeaderWords?, _ layout: inout Layout) {
    if words == nil, headerWords == nil { return }
    let before = rows.headerRows(of: viewport.top.entry, &layout)
    headerWords = words
    viewport.keepTop(belowHeaderOf: before, rows, &layout)
  }

  /// What shows whether a command did anything.
  struct Progress: Equatable {
    fileprivate var viewport: [Int]
    fileprivate var outline: Outline.Shape
    fileprivate var match: Search.Match?
  }

  var progress: Progress {
    Progress(
      viewport: viewport.progress, outline: outline.shape, match: finding.search?.current)
  }

  /// Applies an action that marks nothing.
  ///
  /// - Parameters:
  ///   - action: what is wanted.
  ///   - marks: what is read.
  ///   - layout: that of the screen, always the same one.
  /// - Returns: what it came to; nil for an action that needs more.
  mutating func apply(_ action: Action, _ marks: Marks, _ layout: inout Layout) -> Answer? {
    switch action {
    case .first: viewport.jump(to: outline.first(from: 0, in: page) ?? 0, rows, &layout)
    case .last: viewport.jump(to: outline.last(in: page), rows, &layout)
    case .put(let height): viewport.put(height, rows, &layout)
    case .back: return goBack(forward: false, &layout)
    case .forward: return goBack(forward: true, &layout)
    case .comment(let number): return go(to: comment(number), &layout)
    case .parent: return goToParent(&layout)
    case .firstReply: return go(to: (firstReply, firstReply == nil ? "no replies" : nil), &layout)
    case .previousSibling:
      let previous = outline.previousSibling(of: focus, in: page)
      return go(to: (previous, previous == nil ? "no comment before this" : nil), &layout)
    case .previousThread:
      let previous = outline.previousThread(before: focus, in: page)
      return go(to: (previous, previous == nil ? "no thread before this" : nil), &layout)
    case .nextByAuthor: return go(to: commentByAuthor(1), &layout)
    case .previousByAuthor: return go(to: commentByAuthor(-1), &layout)
    case .again(.nextByAuthor, let times): return go(to: commentByAuthor(times), &layout)
    case .again(.previousByAuthor, let times): return go(to: commentByAuthor(-times), &layout)
    case .foldAll: return foldAll(true, &layout)
    case .openAll: return foldAll(false, &layout)
    case .foldLevel: return foldLevel(&layout)
    case .openLevel: return openLevel(&layout)
    case .foldThread: return foldThread(&layout)
    case .foldRead: return foldRead(marks, &layout)
    case .foldToNew: return foldToNew(marks, &layout)
    case .toggleHidden: return toggleHidden(&layout)
    case .toggleWrapping: return toggleWrapping(&layout)
    case .scrollSideways(let halves):
      let isWide = viewport.scrollSideways(halves, rows, &layout)
      return Answer(isWide ? nil : "no line here is wider than the screen")
    case .stopSearching: return Answer(finding.stop())
    case .filterAuthor: return filterAuthor(marks, &layout)
    case .hideRead: return hideRead(marks, &layout)
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

  /// Moves over what is on show.
  ///
  /// - Returns: what `change` returns.
  mutating func move<Result>(
    _ layout: inout Layout, _ change: (inout Viewport, PageRows, inout Layout) -> Result
  ) -> Result {
    change(&viewport, rows, &layout)
  }

  /// Focuses an entry on the screen.
  mutating func point(at entry: Int) { viewport.point(at: entry) }

  /// Records a jump away from a spot, if it was one.
  mutating func leave(_ spot: Jumps.Spot) { viewport.leave(spot) }

  private mutating func go(
    to target: (entry: Int?, words: SafeText?), _ layout: inout Layout
  ) -> Answer {
    if let entry = target.entry { show(entry, &layout) }
    return Answer(target.words)
  }

  /// To the comment that this one replies to, or else to the article.
  private mutating func goToParent(_ layout: inout Layout) -> Answer {
    guard let parent = page.parent(of: focus) ?? (focus > 0 ? 0 : nil) else {
      return Answer("this is the beginning")
    }
    guard !outline.isLeftOut(parent) else {
      return Answer("the article is hidden (" + calls["close"] + " shows all)")
    }
    viewport.leaveReply(to: parent)
    show(parent, &layout)
    return Answer()
  }

  /// To where the reader was before the last jump, or before it was taken back.
  private mutating func goBack(forward: Bool, _ layout: inout Layout) -> Answer {
    guard let spot = viewport.takeJump(forward: forward) else {
      return Answer(forward ? "nothing to go forward to" : "nothing to go back to")
    }
    if spot.setsFilter, !forward, outline.narrowing?.line != nil {
      widen(&layout)
      goBack(to: spot, &layout)
      return Answer("filter off")
    }
    goBack(to: spot, &layout)
    return Answer()
  }

  private mutating func goBack(to spot: Jumps.Spot, _ layout: inout Layout) {
    show(spot.entry, &layout)
    if outline.visible(spot.top.entry, in: page) == spot.top.entry {
      viewport.goBack(to: spot, rows, &layout)
    }
  }

  /// Ends the filter, and returns to where it was set.
  ///
  /// - Returns: how to get to where the reader was in what it showed; nil for no other place.
  mutating func leaveFilter(_ layout: inout Layout) -> SafeText? {
    let left = focus
    widen(&layout)
    guard let spot = viewport.takeFilterSpot() else { return nil }
    goBack(to: spot, &layout)
    guard focus != left, let position = page.position(of: left) else { return nil }
    return " · " + calls["forward"] + SafeText(" goes to #\(page.number(at: position))")
  }

  // MARK: What is on show

  /// Changes what is on show; the focused entry's first row stays where it is on the screen.
  ///
  /// - Parameters:
  ///   - fillsScreen: whether the page ends with the screen at the latest.
  ///   - layout: that of the screen.
  ///   - change: says whether it changed anything.
  mutating func refold(
    fillsScreen: Bool = false, _ layout: inout Layout, _ change: (inout Outline, Page) -> Bool
  ) {
    let row = viewport.rowOfFocus(rows, &layout)
    guard change(&outline, page) else { return }
    viewport.keep(atRow: row, fillsScreen: fillsScreen, rows, &layout)
  }

  /// Takes up the linked article, as it is kept by now.
  mutating func take(linked: LinkedArticle?, _ layout: inout Layout) {
    guard linked != page.discussion.linked else { return }
    changeArticle(&layout) { $0.take(linked: linked) }
  }

  /// Shows the linked article above the comments and goes there, or puts it away.
  mutating func showLinked(_ isWanted: Bool, _ layout: inout Layout) {
    guard isWanted != page.showsLinked else { return }
    changeArticle(&layout) { $0.showLinked(isWanted) }
    if isWanted {
      open(0, &layout)
      viewport.put(.top, rows, &layout)
    }
  }

  /// Changes what the article's entry says; what else is on the screen stays where it is.
  private mutating func changeArticle(_ layout: inout Layout, _ change: (inout Page) -> Void) {
    change(&page)
    layout.forget(0)
    if viewport.top.entry == 0 { viewport.clampTop(rows, &layout) }
    finding.recount(0, in: page, outline, &layout)
  }

  private mutating func toggleHidden(_ layout: inout Layout) -> Answer {
    guard outline.opened(in: focus).contains(.hidden) || rows.hidesText(focus, &layout) else {
      return Answer("nothing is hidden here")
    }
    toggle(.hidden, &layout)
    return Answer()
  }

  /// Turns the wrapping of the focused entry's wide lines on or off.
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
    viewport.open(at: entry, rows, &layout)
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
    viewport.beginWithHead(rows, &layout)
    return Answer(
      SafeText("\(counted(entries.count, "comment")) of this conversation · ")
        + calls["toggle-conversation"] + " shows all")
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

  /// Ends the typing of a search; an empty line looks for what was looked for last.
  mutating func acceptSearch(
    _ line: String, last: Pattern?, _ layout: inout Layout
  ) -> Answer {
    let spot = finding.start?.spot
    defer { if let spot { viewport.leave(spot) } }
    switch finding.accept(line) {
    case .done: return Answer()
    case .vain: return Answer(giveUpSearch())
    case .again: return goToMatch(forward: true, last: last, &layout)
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

  /// To the next or previous match, around the ends; of what was looked for last, if nothing is.
  mutating func goToMatch(forward: Bool, last: Pattern?, _ layout: inout Layout) -> Answer {
    let sought = finding.seek(
      forward: forward, from: focus, last: last, in: page, outline, &layout)
    return Answer(go(to: sought, &layout))
  }

  /// To a match, if there is one.
  ///
  /// - Returns: why not, in words.
  private mutating func go(to sought: Finding.Sought, _ layout: inout Layout) -> SafeText? {
    switch sought {
    case .noSearch:
      // Where commands are typed, n may be meant to begin the name of another one.
      let next: SafeText = calls.areTyped ? "; " + calls["next"] + " goes to the next comment" : ""
      return "no search yet (" + calls["search"] + " searches" + next + ")"
    case .notYet: return Self.searching
    case .nothing: return giveUpSearch()
    case .match(let match):
      // Where everything is printed, nobody sees a match move within a comment.
      let isPrinted = calls.areTyped && match.entry == focus && !outline.isFolded(focus)
      open(match.entry, &layout)
      finding.arrive(at: match)
      let found = finding.matches(in: match.entry, of: page, outline, &layout)
      if found.indices.contains(match.index) {
        viewport.bring(offset: found[match.index].lowerBound, rows, &layout)
      }
      return isPrinted ? finding.search?.isHere : nil
    }
  }

  /// Ends a search that found nothing.
  ///
  /// - Returns: that, in words.
  private mutating func giveUpSearch() -> SafeText? {
    guard let search = finding.search else { return nil }
    finding.endSearch()
    let place: SafeText =
      outline.narrowing == nil ? "" : " in what is shown (" + calls["close"] + " shows all)"
    return search.pattern.noMatch(place) + costlyNote(search.costly, "text")
      + (authorNote(search.pattern.source) ?? "")
  }

  /// What lists the comments of an author whose name was looked for in texts; nil if nobody has it, or
  /// if only a part of the page is shown.
  ///
  /// - Complexity: O(*n*).
  private func authorNote(_ name: String) -> SafeText? {
    guard outline.narrowing == nil, !name.contains(where: \.isWhitespace) else { return nil }
    let key = name.lowercased()
    let isAuthor = (0..<page.thread.count).contains {
      page.comment(at: $0).author?.lowercased() == key
    }
    guard isAuthor else { return nil }
    let author = SafeText(name)
    return " · " + calls.filter("author:" + author) + " shows the comments of " + author
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
  ///
  /// - Returns: what it came to, in words; nil while it goes on.
  mutating func begin(
    _ filter: Filter, line: String, _ marks: Marks, _ layout: inout Layout
  ) -> SafeText? {
    finding.begin(filter, line: line)
    return filter.readsTexts ? nil : continueFilter(units: page.thread.count, marks, &layout)
  }

  /// Shows only what is unread, and stays so: see ``hideReadAgain(_:_:)``.
  private mutating func hideRead(_ marks: Marks, _ layout: inout Layout) -> Answer {
    let unread = unreadEntries(marks)
    if unread.isEmpty { return Answer("nothing is unread") }
    if outline.narrowing?.line == nil { viewport.setFilter(at: viewport.spot) }
    narrow(to: unread, .unread, &layout)
    return Answer(
      SafeText("\(counted(unread.count, "comment")) unread · ") + calls.endingFilter)
  }

  /// Hides what has been read since the reader moved last; the focused entry stays where it is.
  ///
  /// - Complexity: O(*n*) while what has been read is hidden.
  mutating func hideReadAgain(_ marks: Marks, _ layout: inout Layout) {
    guard outline.narrowing == .unread else { return }
    let unread = unreadEntries(marks)
    let place = unread.firstIndex { $0 >= focus } ?? unread.count
    let entries = unread[..<place] + [focus] + unread[place...].drop { $0 == focus }
    refold(&layout) { outline, page in
      outline.narrowAgain(to: Array(entries), in: page)
      return true
    }
  }

  private func unreadEntries(_ marks: Marks) -> [Int] {
    marks.unreadPositions(in: 0..<page.thread.count).map { $0 + page.firstComment }
  }

  /// Only comments by the focused one's author.
  private mutating func filterAuthor(_ marks: Marks, _ layout: inout Layout) -> Answer {
    guard let author = page.author(of: focus) else { return Answer("this comment has no author") }
    return Answer(begin(Filter(author: author), line: "author:" + author, marks, &layout))
  }

  /// Looks at some more comments; when all are, the filter is on.
  ///
  /// - Returns: what it came to, in words; nil while it goes on.
  mutating func continueFilter(
    units: Int, _ marks: Marks, _ layout: inout Layout
  ) -> SafeText? {
    switch finding.continueFilter(units: units, in: page, marks, outline, calls) {
    case nil: return nil
    case .nothing(let words): return words
    case .matches(let entries, let why, let words):
      // Who sets it again still wants to return to where it was set first.
      if outline.narrowing?.line != why.line { viewport.setFilter(at: viewport.spot) }
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
    return Answer(
      SafeText("\(name ?? "the article") quotes this\(more) · ") + calls["back"] + " goes back")
  }

  // MARK: Undoing

  /// Makes a change that can be undone: see ``ReadingRecord``.
  mutating func perform(
    _ step: ChangeStep, on record: inout ReadingRecord, now: Int64
  ) -> [Effect] {
    record.perform(step, in: page, now: now, &outline)
  }

  /// Takes back the last change, or makes it again, and returns to the first comment that it changed.
  mutating func takeBack(
    _ isUndone: Bool, on record: inout ReadingRecord, now: Int64, _ layout: inout Layout
  ) -> Answer {
    let done =
      isUndone
      ? record.undo(in: page, now: now, &outline) : record.redo(in: page, now: now, &outline)
    guard let (step, effects) = done else {
      return Answer(isUndone ? "nothing to undo" : "nothing to redo")
    }
    if let entry = step.entry(in: page) { show(entry, &layout) }
    let words = SafeText((isUndone ? "undid: " : "redid: ") + step.name)
    return Answer(words + (stayingUnread(step, record) ?? ""), effects: effects)
  }

  /// How long the comments stay unread that a step has made unread; nil if it made none so.
  private func stayingUnread(_ step: ChangeStep, _ record: ReadingRecord) -> SafeText? {
    let kept = step.marks.filter { record.staysUnread($0.position) && $0.part.contains(.read) }
    guard let first = kept.first else { return nil }
    if kept.count == 1, page.position(of: focus) == first.position {
      return " · it stays unread until you " + calls.giving("toggle-read")
    }
    return kept.count == 1
      ? " · it stays unread until you mark it" : " · they stay unread until you mark them"
  }

  // MARK: The screen, earlier visits, another page

  /// Changes how the screen is used, and lays everything out for its size; the place stays.
  mutating func fit(
    _ size: GridSize, _ layout: inout Layout, _ change: (inout Viewport) -> Void = { _ in }
  ) {
    change(&viewport)
    viewport.fit(size, rows, &layout)
  }

  /// Takes up how an earlier visit left it.
  ///
  /// - Complexity: O(*n*).
  mutating func restore(_ earlier: EarlierReading, _ layout: inout Layout) {
    if let folds = earlier.folds { outline.fold(named: folds, in: page) }
    guard let place = earlier.place, let (entry, isLost) = page.entry(at: place) else { return }
    outline.reveal(entry, in: page)
    if place.offset > 0, !isLost, !outline.isFolded(entry) {
      viewport.open(at: entry, offset: place.offset, rows, &layout)
    } else {
      viewport.open(at: entry, rows, &layout)
    }
  }

  /// Lays a newer page before the reader: folds and place hold.
  ///
  /// - Returns: which entries are which.
  /// - Complexity: O(*n*).
  mutating func take(_ newer: Page, _ layout: inout Layout) -> Migration {
    let move = Migration(from: page, to: newer)
    take(newer, move, QuoteIndex(page: newer), &layout)
    return move
  }

  /// Shows a newer page, given which of its entries was which, and what is known of its quotations.
  mutating func take(
    _ newer: Page, _ move: Migration, _ quotes: QuoteIndex, _ layout: inout Layout
  ) {
    widen(&layout)
    let showsLinked = page.showsLinked
    page = newer
    page.fetchOffer = calls.fetchOffer
    page.showLinked(showsLinked)
    // They are of the other page.
    headerWords = nil
    layout.forget()
    outline = outline.moved(move)
    let isTyping = finding.start != nil
    finding.take(quotes)
    viewport.take(move, rows, &layout)
    // Who types a search returns to what is there now.
    if isTyping { startSearch() }
  }
}
