import TextGrid

/// Finding titles, and words in everything.
extension LibraryState {
  mutating func startSearch() {
    searchDue = nil
    searchStart = LibrarySearchStart(focus: focus, top: top, search: search)
    search = nil
    over = .prompt(Prompt(.search))
  }

  /// Has what is typed looked for once typing pauses: a long text may come letter by letter.
  mutating func awaitSearch() {
    search = nil
    searchDue = milliseconds + ReadingState.typingPause
  }

  /// Takes the time, and looks for what was typed if that is due.
  mutating func tick(_ time: Int) {
    milliseconds = time
    if let searchDue, searchDue <= time { lookForTyped() }
  }

  /// When the time is wanted next, by the clock of ``Action/tick(_:)``; nil for never.
  public var nextTick: Int? { searchDue }

  private mutating func lookForTyped() {
    searchDue = nil
    guard case .prompt(let prompt) = over, prompt.kind == .search else { return }
    lookFor(prompt.text)
  }

  /// Looks for what was typed by now, from where the search began.
  private mutating func lookFor(_ line: String) {
    returnToStart()
    search = nil
    if line.isEmpty { return }
    do throws(Pattern.Problem) {
      let search = LibrarySearch(try Pattern(line), in: listing, of: entries)
      self.search = search
      if let line = search.first(from: focus) { goTo(line: line) }
    } catch {
      notice = "not a regular expression yet"
    }
  }

  /// Ends the typing: the matches stay; an empty line repeats the last search.
  mutating func acceptSearch(_ line: String) {
    if searchDue != nil { lookForTyped() }
    over = .nothing
    let start = searchStart
    searchStart = nil
    if line.isEmpty {
      search = start?.search
      goToMatch(forward: true)
    } else if let search {
      lastPattern = search.pattern
      if search.lines.isEmpty { sayNoMatch(search) }
    } else {
      search = start?.search
      do throws(Pattern.Problem) { _ = try Pattern(line) } catch { notice = error.words }
    }
  }

  /// Breaks the search off and returns to where it began.
  mutating func cancelSearch() {
    returnToStart()
    search = searchStart?.search
    searchStart = nil
    searchDue = nil
  }

  private mutating func returnToStart() {
    guard let start = searchStart else { return }
    (focus, top) = (start.focus, start.top)
    // What is listed, and the screen, may be others by now.
    goTo(line: focus)
  }

  /// To the next or previous match, around the ends.
  mutating func goToMatch(forward: Bool) {
    guard let pattern = search?.pattern ?? lastPattern else {
      notice = "no search yet (/ searches)"
      return
    }
    lastPattern = pattern
    let search = search ?? LibrarySearch(pattern, in: listing, of: entries)
    self.search = search
    guard let line = forward ? search.first(from: focus + 1) : search.last(before: focus) else {
      sayNoMatch(search)
      return
    }
    goTo(line: line)
  }

  private mutating func sayNoMatch(_ search: LibrarySearch) {
    notice = "no title has " + SafeText(search.pattern.source) + costlyNote(search.costly, "title")
  }

  /// Looks for the same again, since something else is listed.
  mutating func restartSearch() {
    if let old = search { search = LibrarySearch(old.pattern, in: listing, of: entries) }
  }

  /// Begins to look for words in everything.
  mutating func searchEverything(_ line: String) -> [Effect] {
    over = .nothing
    let query = line.trimmed
    if query.isEmpty { return [] }
    screen = .found(LibraryResults(query: query))
    return [.search(query)]
  }

  /// What is looked for in everything and not yet to the end; nil for nothing.
  public var unfinishedSearch: String? {
    guard case .found(let results) = screen, !results.isAll else { return nil }
    return results.query
  }

  /// Takes over what was found so far; what an older search found is not wanted any more.
  mutating func show(_ found: [LibraryResult], of query: String, isAll: Bool) {
    guard case .found(var results) = screen, results.query == query else { return }
    results.results = found
    results.isAll = isAll
    results.selected = max(0, min(results.selected, found.count - 1))
    screen = .found(results)
  }

  /// Selects another of the results, or of what the palette offers.
  mutating func moveInList(by lines: Int) -> [Effect] {
    if case .prompt(var prompt) = over {
      guard prompt.kind == .palette else { return [] }
      prompt.selected = max(0, min(prompt.selected + lines, offers.count - 1))
      over = .prompt(prompt)
      return previewTheme()
    }
    guard case .found(var results) = screen else { return [] }
    results.selected = max(0, min(results.selected + lines, results.results.count - 1))
    screen = .found(results)
    return []
  }

  /// Reads what is selected of the results.
  mutating func choose() -> [Effect] {
    guard case .found(let results) = screen,
      results.results.indices.contains(results.selected)
    else {
      notice = "nothing to open"
      return []
    }
    let result = results.results[results.selected]
    return settle() + [.open(result.discussion, comment: result.comment)]
  }
}
