import TextGrid

/// Searching all texts, whatever is folded or left out.
extension ReadingState {
  mutating func startSearch() { mode = .prompt(Prompt(.search)) }

  /// Looks for what was typed by now, from where the search began.
  mutating func lookFor(_ line: String, _ layout: inout Layout) {
    let origin = search?.origin ?? spot
    let before = search?.originFolds ?? folds
    restore(origin, before, &layout)
    search = nil
    guard !line.isEmpty else { return }
    guard let pattern = Pattern(line) else {
      notice = "not a regular expression yet"
      return
    }
    search = Search(pattern, from: origin, folds: before, count: page.count)
  }

  /// Ends the typing: the search stays, for going from one match to the next.
  mutating func acceptSearch(_ line: String) {
    mode = .reading
    if line.isEmpty {
      search = lastSearch
      if search == nil { notice = "nothing to search for" }
      return
    }
    guard let search else { return }
    lastSearch = search
    if search.current != nil { jumps.leave(search.origin) }
    if search.isDone, search.matches.total == 0 {
      notice = "no match for " + SafeText(line)
      self.search = nil
    }
  }

  /// Breaks the search off and returns to where it began.
  mutating func cancelSearch(_ layout: inout Layout) {
    mode = .reading
    if let search { restore(search.origin, search.originFolds, &layout) }
    search = nil
  }

  private mutating func restore(_ spot: Jumps.Spot, _ folds: Folds, _ layout: inout Layout) {
    guard let search, search.current != nil else { return }
    self.folds = folds
    focus = spot.entry
    top = spot.top
  }

  /// To the next or previous match.
  mutating func goToMatch(forward: Bool, _ layout: inout Layout) {
    guard let search = search ?? lastSearch else {
      notice = "nothing was searched for (/ searches)"
      return
    }
    self.search = search
    let at = search.current.flatMap { $0.entry == focus ? $0 : nil }
    let ranges = at == nil ? 0 : matchRanges(of: focus, &layout).count
    if let at, forward ? at.index + 1 < ranges : at.index > 0 {
      go(toMatch: forward ? at.index + 1 : at.index - 1, of: focus, &layout)
    } else if let entry = forward ? search.first(from: focus + 1) : search.last(before: focus) {
      let index = forward ? 0 : max(0, matchRanges(of: entry, &layout).count - 1)
      go(toMatch: index, of: entry, &layout)
    } else {
      notice = search.isDone ? "no match for " + SafeText(search.pattern.source) : "searching…"
    }
  }

  private mutating func go(toMatch index: Int, of entry: Int, _ layout: inout Layout) {
    folds.set(false, entry)
    show(entry, &layout)
    search?.current = (entry, index)
    let ranges = matchRanges(of: entry, &layout)
    if ranges.indices.contains(index) { bring(offset: ranges[index].lowerBound, &layout) }
    lastSearch = search
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

  /// Looks at some more entries; goes to the first match that is found.
  mutating func continueSearch(units: Int, _ layout: inout Layout) {
    guard var search, !search.isDone else { return }
    let finder = search.pattern.finder()
    for _ in 0..<units where !search.isDone {
      let entry = search.next
      let text = page.searchText(of: entry, opened: opened[entry] ?? [])
      search.found(finder.ranges(in: text.bytes).count)
    }
    self.search = search
    if search.current == nil, let entry = search.first(from: search.origin.entry) {
      go(toMatch: 0, of: entry, &layout)
      if mode == .reading { jumps.leave(search.origin) }
    }
    if lastSearch?.pattern == search.pattern { lastSearch = self.search }
  }
}
