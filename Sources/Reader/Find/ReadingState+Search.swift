import DiscussionModel
import ReadMarks
import TextGrid

/// Where the reader was when a search began: there it returns when the search is broken off.
struct SearchStart: Sendable {
  var spot: Jumps.Spot
  var folds: Folds
  /// What was looked for before; nil for nothing.
  var search: Search?
}

/// Searching the texts, whatever is folded; where a part of the page is left out, not that.
extension ReadingState {
  mutating func startSearch() {
    searchStart = SearchStart(spot: spot, folds: folds, search: search)
    search = nil
    shell.open(.search)
  }

  /// Looks for what was typed by now, from where the search began.
  mutating func lookFor(_ line: String, _ layout: inout Layout) {
    returnToStart(&layout)
    search = nil
    guard !line.isEmpty else { return }
    do throws(Pattern.Problem) {
      search = Search(try Pattern(line), from: focus, count: page.count)
      search?.wanted = .first(from: focus)
    } catch {
      shell.say("not a regular expression yet")
    }
  }

  /// Ends the typing: the search stays, for going from one match to the next.
  ///
  /// An empty line repeats the last search.
  mutating func acceptSearch(_ line: String, _ layout: inout Layout) {
    if shell.isSearchDue { lookFor(line, &layout) }
    shell.closePrompt()
    guard let start = searchStart else { return }
    searchStart = nil
    if line.isEmpty {
      search = start.search
      goToMatch(forward: true, &layout)
    } else if let search {
      lastPattern = search.pattern
      if search.isDone, search.matches.total == 0 { sayNoMatch() }
    } else {
      search = start.search
      do throws(Pattern.Problem) { _ = try Pattern(line) } catch { shell.say(error.words) }
    }
    if focus != start.spot.entry { jumps.leave(start.spot) }
  }

  /// Breaks the search off and returns to where it began.
  mutating func cancelSearch(_ layout: inout Layout) {
    returnToStart(&layout)
    search = searchStart?.search
    searchStart = nil
  }

  /// Whether a search or a filter is still looking at texts.
  public var isSearching: Bool { search?.isDone == false || filtering != nil }

  /// Cancels the search, or the filter, that is still looking at texts.
  mutating func stopSearching() {
    guard isSearching else { return }
    shell.say(filtering != nil ? "filter cancelled" : "search cancelled")
    filtering = nil
    search = nil
  }

  private mutating func returnToStart(_ layout: inout Layout) {
    guard let start = searchStart else { return }
    folds = start.folds
    focus = start.spot.entry
    top = start.spot.top
    // The screen may be another by now.
    top.row = min(top.row, rowCount(of: top.entry, &layout))
    let isOnScreen = entriesOnScreen(&layout).contains { $0.entry == focus }
    if !isOnScreen { showFocus(&layout) }
  }

  /// To the next or previous match, around the ends.
  mutating func goToMatch(forward: Bool, _ layout: inout Layout) {
    guard let pattern = search?.pattern ?? lastPattern else {
      shell.say("no search yet (/ searches)")
      return
    }
    lastPattern = pattern
    let isNew = search == nil
    if isNew { search = Search(pattern, from: focus, count: page.count) }
    let here = search?.current.flatMap { $0.entry == focus ? $0.index : nil }
    if let here {
      let next = forward ? here + 1 : here - 1
      if matchRanges(of: focus, &layout).indices.contains(next) {
        go(toMatch: next, of: focus, &layout)
        return
      }
    }
    // Matches in a comment that one came to by other ways are not behind.
    let start = isNew || here != nil ? focus + 1 : focus
    search?.wanted = forward ? .first(from: start) : .last(before: focus)
    goToWanted(&layout)
    if search?.wanted != nil { shell.say(Self.searching) }
  }

  private static let searching: SafeText = "searching…"

  /// To the match that is wanted, if it is known by now which one that is.
  private mutating func goToWanted(_ layout: inout Layout) {
    guard let wanted = search?.wanted, let found = search?.entry(wanted) else { return }
    switch found {
    case .notYet: return
    case .none:
      search?.wanted = nil
      if isReading { sayNoMatch() }
    case .entry(let entry):
      search?.wanted = nil
      if shell.notice == Self.searching { shell.clearNotice() }
      var index = 0
      if case .last = wanted { index = max(0, matchRanges(of: entry, &layout).count - 1) }
      go(toMatch: index, of: entry, &layout)
    }
  }

  private mutating func sayNoMatch() {
    guard let pattern = search?.pattern else { return }
    let place: SafeText = folds.scope == nil ? "" : " in what is shown (Esc shows all)"
    shell.say(
      "no match for " + SafeText(pattern.source) + place + costlyNote(search?.costly ?? 0, "text"))
    search = nil
  }

  private mutating func go(toMatch index: Int, of entry: Int, _ layout: inout Layout) {
    folds.set(false, entry)
    show(entry, &layout)
    search?.current = Search.Match(entry: entry, index: index)
    let ranges = matchRanges(of: entry, &layout)
    if ranges.indices.contains(index) { bring(offset: ranges[index].lowerBound, &layout) }
  }

  /// Scrolls so that an offset of the focused entry's text is on the screen.
  private mutating func bring(offset: Int, _ layout: inout Layout) {
    let position = ScrollPosition(entry: focus, row: row(of: focus, at: offset, &layout))
    let onScreen = positionsOnScreen(&layout)
    if onScreen.contains(position) { return }
    top = backward(position, by: layout.geometry.body.count / 3, &layout)
  }

  /// Where the pattern stands in an entry's text: offsets as ``TextRow/offsets`` count.
  func matchRanges(of entry: Int, _ layout: inout Layout) -> [Range<Int>] {
    guard let search else { return [] }
    return layout.matches(of: search.pattern, in: entry, of: page, opened: opened[entry] ?? [])
  }

  /// Counts an entry's matches again, since something was opened in it, or closed.
  mutating func recountMatches(of entry: Int, _ layout: inout Layout) {
    if search == nil { return }
    let count = isAncestor(entry) ? 0 : matchRanges(of: entry, &layout).count
    search?.recount(entry, count)
  }

  /// Looks for the same again, since something else is on show; goes nowhere.
  mutating func restartSearch() {
    guard let old = search, searchStart == nil else { return }
    search = Search(old.pattern, from: focus, count: page.count)
    search?.current = old.current.flatMap { folds.isLeftOut($0.entry) ? nil : $0 }
  }

  /// Looks at some more entries; goes to the match that is wanted once it is found.
  ///
  /// What one entry costs is bounded too: the next time goes on within it.
  mutating func continueSearch(units: Int, _ layout: inout Layout) {
    guard let pattern = search?.pattern, search?.isDone == false else { return }
    let finder = PatternFinder(pattern)
    var left = units
    while left > 0, let entry = search?.next, search?.isDone == false {
      left -= 1
      if folds.isLeftOut(entry) || isAncestor(entry) {
        search?.found(0)
        continue
      }
      var text =
        search?.takeBegun() ?? finder.search(in: entry, of: page, opened: opened[entry] ?? [])
      left -= text.work(finder)
      search?.give(text)
    }
    let before = spot
    goToWanted(&layout)
    if isReading, focus != before.entry { jumps.leave(before) }
  }
}
