import ReadMarks
import TextGrid

/// Finding lines of a list: one and the same for all lists, from the outline to the library.
///
/// It begins at the selected line, and selects the first line that has what is typed; the lines that have
/// it can then be gone through, around the ends. What was looked for last is the shell's to keep.
struct ListSearch: Equatable, Sendable {
  /// What is looked for, each line counting once; nil for nothing.
  private(set) var search: Search?
  /// Where the search began that is being typed; nil if none is.
  private var start: Start?

  private struct Start: Equatable, Sendable {
    var place: ListPlace
    /// What was looked for before.
    var search: Search?
  }

  /// What happens to a search.
  enum Step {
    /// A line is to be typed.
    case begin
    /// Another line is typed by now.
    case edited
    /// What was typed is to be looked for.
    case paused(String)
    /// The line was typed to its end, or was broken off.
    case accepted(String), closed
    /// To the next or previous line that was found.
    case goOn(forward: Bool)
    /// So much of what was put off, in units of ``Action/work(units:)``.
    case work(units: Int)
  }

  /// Whether lines are still to be looked at.
  var isPending: Bool { search?.isDone == false }

  /// The line that was gone to last; nil if none was.
  var current: Int? { search?.current?.entry }

  /// Takes a step.
  ///
  /// - Parameters:
  ///   - step: what happens.
  ///   - lines: the list as it is.
  ///   - shell: where the line is typed, and what there is to say is said.
  /// - Returns: what is to be selected; nil for what is.
  mutating func take(_ step: Step, in lines: ListLines, _ shell: inout Shell) -> ListPlace? {
    switch step {
    case .begin:
      start = Start(place: lines.place, search: search)
      search = nil
      shell.open(.search)
      return nil
    case .edited:
      search = nil
      return nil
    case .paused(let typed): return look(for: typed, in: lines, &shell) ?? start?.place
    case .accepted(let typed): return accept(typed, in: lines, &shell)
    case .closed:
      defer { start = nil }
      search = start?.search
      return start?.place
    case .goOn(let forward): return goOn(forward: forward, in: lines, &shell)
    case .work(let units): return work(units: units, in: lines, &shell)
    }
  }

  /// Looks for nothing any more.
  mutating func end() { search = nil }

  /// Goes nowhere any more: who moves on is not to be taken elsewhere by a late match.
  mutating func stay() { search?.want(nil) }

  /// Looks for the same again, since the list is another.
  mutating func restart(in lines: ListLines) {
    guard start == nil, let pattern = search?.pattern else { return }
    search = Search(pattern, from: lines.nearest(to: lines.place.line), count: lines.count)
    look(at: lines, units: lines.unitsAtOnce)
  }

  /// How many lines were found, and which of them is selected: `2/5`.
  func words(at line: Int) -> SafeText? { search?.words(at: line) }

  /// The same after what is looked for: ` · /shed 2/5`; empty if nothing is.
  func note(at line: Int) -> SafeText {
    guard let search else { return "" }
    return " · /" + SafeText(search.pattern.source) + " " + search.words(at: line)
  }

  // MARK: Steps

  private mutating func look(
    for typed: String, in lines: ListLines, _ shell: inout Shell
  ) -> ListPlace? {
    search = nil
    guard let start, !typed.isEmpty else { return nil }
    let line = lines.nearest(to: start.place.line)
    do throws(Pattern.Problem) {
      search = Search(try Pattern(typed), from: line, count: lines.count)
    } catch {
      shell.say("not a regular expression yet")
      return nil
    }
    search?.want(.first(from: line))
    return work(units: lines.unitsAtOnce, in: lines, &shell)
  }

  private mutating func accept(
    _ typed: String, in lines: ListLines, _ shell: inout Shell
  ) -> ListPlace? {
    let place = shell.isSearchDue ? look(for: typed, in: lines, &shell) : nil
    shell.closePrompt()
    let before = start?.search
    start = nil
    if typed.isEmpty {
      search = before
      return goOn(forward: true, in: lines, &shell)
    }
    if let search {
      shell.remember(search.pattern)
      if search.isDone, search.matches.total == 0 { giveUp(&shell) }
      return place
    }
    search = before
    do throws(Pattern.Problem) { _ = try Pattern(typed) } catch { shell.report(error.words) }
    return nil
  }

  private mutating func goOn(
    forward: Bool, in lines: ListLines, _ shell: inout Shell
  ) -> ListPlace? {
    guard let pattern = search?.pattern ?? shell.lastPattern else {
      shell.say("no search yet (" + shell.calls[lines.searchCommand] + " searches)")
      return nil
    }
    let line = lines.nearest(to: lines.place.line)
    // What is said is a line of its own in a list of what was said.
    if search?.count != lines.count { search = Search(pattern, from: line, count: lines.count) }
    search?.want(forward ? .first(from: min(line + 1, lines.count)) : .last(before: line))
    return work(units: lines.unitsAtOnce, in: lines, &shell)
  }

  /// Looks at some more lines.
  ///
  /// - Returns: the line that is wanted, if it is known by now which one that is.
  private mutating func work(
    units: Int, in lines: ListLines, _ shell: inout Shell
  ) -> ListPlace? {
    look(at: lines, units: units)
    guard let wanted = search?.wanted, let found = search?.entry(wanted) else { return nil }
    switch found {
    case .notYet: return nil
    case .entry(let line):
      search?.want(nil)
      search?.arrive(at: Search.Match(entry: line, index: 0))
      return ListPlace(line: line)
    case .none:
      search?.want(nil)
      if start == nil { giveUp(&shell) }
      return nil
    }
  }

  private mutating func look(at lines: ListLines, units: Int) {
    guard let pattern = search?.pattern, isPending else { return }
    var finder = LineFinder(pattern)
    var left = units
    while left > 0, isPending, let line = search?.next {
      let (spent, costly) = (finder.spent, finder.costly)
      let isFound = lines.text(line).map { finder.has($0) } ?? false
      search?.found(isFound ? 1 : 0, isCostly: finder.costly > costly)
      left -= 1 + (finder.spent - spent) / LineFinder.spentInAUnit
    }
  }

  /// Ends a search that found nothing, and says so.
  private mutating func giveUp(_ shell: inout Shell) {
    guard let search else { return }
    self.search = nil
    shell.say(
      search.pattern.noMatch(" in this list") + costlyNote(search.costly, "line"))
  }
}

extension Search {
  /// `2/5` for a line with the second of five matches; `5` for a line without one.
  fileprivate func words(at line: Int) -> SafeText {
    let costly = costlyNote(costly, "line")
    guard matches.total > 0 else { return (isDone ? "no match" : "searching…") + costly }
    let hasMatch = line < count && matches.sum(in: line..<line + 1) > 0
    let rank = hasMatch ? "\(matches.sum(before: line) + 1)/" : ""
    return SafeText("\(rank)\(matches.total)\(isDone ? "" : "+")") + costly
  }
}

/// The lines of a list, as a search sees them.
struct ListLines {
  /// Whose commands move in it and look for something.
  var context: Command.Context
  var count: Int
  /// What is selected, or stands at the top.
  var place: ListPlace
  /// How much of a search is done at once, in units of ``Action/work(units:)``; the rest is put off.
  var unitsAtOnce = Int.max
  /// What a line says; nil for one that is not on show.
  var text: (_ line: Int) -> SafeText?

  /// The id of the command that looks for something in it.
  fileprivate var searchCommand: String { context.rawValue + "-search" }

  /// A line that there is, as near as can be: there may be fewer by now.
  fileprivate func nearest(to line: Int) -> Int { max(0, min(line, count - 1)) }
}

/// Where a reader is in a list; 0-based.
struct ListPlace: Equatable, Sendable {
  var line: Int
  /// The first line on the screen; nil for one that follows from the selected line.
  var top: Int?
}
