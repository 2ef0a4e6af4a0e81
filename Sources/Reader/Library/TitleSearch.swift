import TextGrid

/// Finding titles in the list of the library: what is looked for, and what was found.
struct TitleSearch: Equatable, Sendable {
  /// What is looked for; nil for nothing.
  private(set) var found: Found?
  /// Where to return when the search that is being typed is broken off; nil when none is.
  private var start: Start?
  /// What was looked for last.
  private var lastPattern: Pattern?

  private struct Start: Equatable, Sendable {
    var focus: Int
    var top: Int
    /// What was looked for before; nil for nothing.
    var found: Found?
  }

  /// A pattern, and the titles that have it.
  struct Found: Equatable, Sendable {
    let pattern: Pattern
    /// The lines whose titles have it, ascending.
    let lines: [Int]
    /// How many titles were given up, since looking at them costs too much.
    let costly: Int

    /// - Complexity: O(length of the titles).
    init(_ pattern: Pattern, in list: LibraryList) {
      self.pattern = pattern
      var finder = TitleFinder(pattern)
      lines = (0..<list.count).filter { finder.has(list.entry(at: $0)?.shownTitle ?? "") }
      costly = finder.costly
    }

    /// The next matching line, or the previous one, around the ends; nil where there is none.
    fileprivate func line(from line: Int, forward: Bool) -> Int? {
      forward
        ? lines.first { $0 >= line } ?? lines.first : lines.last { $0 < line } ?? lines.last
    }

    /// `2/5`, of which the focused line is the second.
    func words(at line: Int) -> SafeText {
      let costly = costlyNote(costly, "title")
      if lines.isEmpty { return "no match" + costly }
      let rank = lines.firstIndex(of: line).map { "\($0 + 1)/" } ?? ""
      return SafeText("\(rank)\(lines.count)") + costly
    }

    fileprivate var nothing: SafeText {
      "no title has " + SafeText(pattern.source) + costlyNote(costly, "title")
    }
  }

  /// Begins to type what is looked for.
  mutating func begin(at list: LibraryList) {
    start = Start(focus: list.focus, top: list.top, found: found)
    found = nil
  }

  /// Forgets what was looked for.
  mutating func end() { found = nil }

  /// Looks for what was typed by now, from where the search began.
  ///
  /// - Returns: what is wrong with it; nil for nothing.
  mutating func look(for line: String, in list: inout LibraryList, _ height: Int) -> SafeText? {
    goBack(in: &list, height)
    found = nil
    if line.isEmpty { return nil }
    do throws(Pattern.Problem) {
      let found = Found(try Pattern(line), in: list)
      self.found = found
      if let line = found.line(from: list.focus, forward: true) { list.goTo(line: line, height) }
      return nil
    } catch {
      return "not a regular expression yet"
    }
  }

  /// Ends the typing: the matches stay; an empty line repeats the last search.
  ///
  /// - Returns: what there is to say about it; nil for nothing.
  mutating func accept(_ line: String, in list: inout LibraryList, _ height: Int) -> SafeText? {
    let before = start?.found
    start = nil
    if line.isEmpty {
      found = before
      return goOn(forward: true, in: &list, height)
    }
    guard let found else {
      self.found = before
      do throws(Pattern.Problem) { _ = try Pattern(line) } catch { return error.words }
      return nil
    }
    lastPattern = found.pattern
    return found.lines.isEmpty ? found.nothing : nil
  }

  /// Breaks the search off and returns to where it began.
  mutating func cancel(in list: inout LibraryList, _ height: Int) {
    goBack(in: &list, height)
    found = start?.found
    start = nil
  }

  private func goBack(in list: inout LibraryList, _ height: Int) {
    if let start { list.goBack(to: (start.focus, start.top), height) }
  }

  /// To the next or previous match, around the ends.
  ///
  /// - Returns: what there is to say about it; nil for nothing.
  mutating func goOn(
    forward: Bool, in list: inout LibraryList, _ height: Int
  ) -> SafeText? {
    guard let pattern = found?.pattern ?? lastPattern else { return "no search yet (/ searches)" }
    lastPattern = pattern
    let found = found ?? Found(pattern, in: list)
    self.found = found
    guard let line = found.line(from: list.focus + (forward ? 1 : 0), forward: forward) else {
      return found.nothing
    }
    list.goTo(line: line, height)
    return nil
  }

  /// Looks for the same again, since something else is listed.
  mutating func restart(in list: LibraryList) { found = found.map { Found($0.pattern, in: list) } }
}
