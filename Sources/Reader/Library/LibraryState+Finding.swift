import TextGrid

/// Finding titles, and words in everything.
extension LibraryState {
  mutating func startSearch() {
    searchStart = LibrarySearchStart(focus: focus, top: top, search: search)
    search = nil
    shell.open(.search)
  }

  /// Looks for what was typed by now, from where the search began.
  mutating func lookFor(_ line: String) {
    returnToStart()
    search = nil
    if line.isEmpty { return }
    do throws(Pattern.Problem) {
      let search = LibrarySearch(try Pattern(line), in: listing, of: entries)
      self.search = search
      if let line = search.first(from: focus) { goTo(line: line) }
    } catch {
      shell.say("not a regular expression yet")
    }
  }

  /// Ends the typing: the matches stay; an empty line repeats the last search.
  mutating func acceptSearch(_ line: String) {
    if shell.isSearchDue { lookFor(line) }
    shell.closePrompt()
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
      do throws(Pattern.Problem) { _ = try Pattern(line) } catch { shell.say(error.words) }
    }
  }

  /// Breaks the search off and returns to where it began.
  mutating func cancelSearch() {
    returnToStart()
    search = searchStart?.search
    searchStart = nil
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
      shell.say("no search yet (/ searches)")
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
    shell.say(
      "no title has " + SafeText(search.pattern.source) + costlyNote(search.costly, "title"))
  }

  /// Looks for the same again, since something else is listed.
  mutating func restartSearch() {
    if let old = search { search = LibrarySearch(old.pattern, in: listing, of: entries) }
  }
}
