import DiscussionModel
import ReadMarks
import TextGrid

/// A filter that is being applied, a few comments at a time.
struct Filtering: Sendable {
  let filter: Filter
  let line: String
  /// The next position to be looked at.
  var next = 0
  /// How many of the filter's texts were found in it, and what was begun of the next text.
  fileprivate var found = 0
  fileprivate var begun: TextSearch?
  /// Entries that match so far, ascending.
  var matches: [Int] = []
  /// How many comments were given up, since looking for the texts costs too much.
  fileprivate var costly = 0

  /// Goes on to the next comment.
  fileprivate mutating func advance() {
    next += 1
    found = 0
    begun = nil
  }

  /// That nothing matches, in words.
  fileprivate var nothing: SafeText {
    switch filter.terms {
    case [.unread]: "nothing is unread"
    case [.new]: "nothing is new"
    case [.starred]: "no stars yet (s stars a comment)"
    default: "no comment matches " + SafeText(line)
    }
  }
}

/// Showing only some comments, with those above them.
extension ReadingState {
  /// Begins to apply what was typed; an empty line, and `off`, end the filter.
  ///
  /// A line that is none stays where it was typed, to be mended.
  mutating func applyFilter(_ line: String, _ layout: inout Layout) {
    filtering = nil
    let line = line.trimmed
    if line.isEmpty || line == "off" {
      shell.closePrompt()
      if case .filter = narrowing { shell.say("filter off") } else { shell.say("no filter is on") }
      if case .filter = narrowing { widen(&layout) }
      return
    }
    do throws(Filter.Problem) {
      begin(try Filter(line, now: shell.now), line, &layout)
    } catch {
      shell.say(error.message)
    }
  }

  private mutating func begin(_ filter: Filter, _ line: String, _ layout: inout Layout) {
    shell.closePrompt()
    filtering = Filtering(filter: filter, line: line)
    if filtering?.filter.readsTexts == false { continueFilter(units: page.thread.count, &layout) }
  }

  /// Only comments by the focused one's author.
  mutating func filterAuthor(_ layout: inout Layout) {
    guard let position = page.position(of: focus),
      let author = page.comment(at: position).author, !author.isEmpty
    else {
      shell.say("this comment has no author")
      return
    }
    begin(Filter(author: author), "author:" + author, &layout)
  }

  /// Looks at some more comments; when all are, the filter is on.
  mutating func continueFilter(units: Int, _ layout: inout Layout) {
    guard var filtering else { return }
    // Held once, what it has found is not copied.
    self.filtering = nil
    let finders = filtering.filter.terms.compactMap { term -> PatternFinder? in
      if case .text(let pattern) = term { PatternFinder(pattern) } else { nil }
    }
    var left = units
    while left > 0, filtering.next < page.thread.count {
      left -= 1
      if filtering.begun != nil || isWanted(filtering.next, filtering.filter) {
        left -= lookForTexts(&filtering, finders)
      } else {
        filtering.advance()
      }
    }
    guard filtering.next == page.thread.count else {
      self.filtering = filtering
      return
    }
    let count = filtering.matches.count
    let costly = costlyNote(filtering.costly, "comment")
    guard count > 0 else {
      shell.say(filtering.nothing + costly)
      return
    }
    let why = Narrowing.filter(filtering.line, matches: count, costly: filtering.costly)
    narrow(to: filtering.matches, why, &layout)
    shell.say(
      SafeText("\(counted(count, "comment")) of \(page.thread.count) · ff shows all") + costly)
  }

  /// Looks for the filter's texts in the next comment.
  ///
  /// - Returns: what it cost, in units of work.
  private func lookForTexts(_ filtering: inout Filtering, _ finders: [PatternFinder]) -> Int {
    let entry = filtering.next + page.firstComment
    var cost = 0
    while filtering.found < finders.count {
      let finder = finders[filtering.found]
      var text =
        filtering.begun
        ?? finder.search(in: entry, of: page, opened: opened[entry] ?? [], limit: 1)
      filtering.begun = nil
      cost += text.work(finder)
      guard text.isDone else {
        filtering.begun = text
        return cost
      }
      if text.isCostly { filtering.costly += 1 }
      guard !text.ranges.isEmpty else {
        filtering.advance()
        return cost
      }
      filtering.found += 1
    }
    filtering.matches.append(entry)
    filtering.advance()
    return cost
  }

  /// Whether a comment is wanted as far as its text does not say.
  private func isWanted(_ position: Int, _ filter: Filter) -> Bool {
    let mark = marks[position]
    for term in filter.terms {
      switch term {
      case .unread where mark.contains(.read): return false
      case .new where mark.contains(.read) || !mark.contains(.new): return false
      case .starred where !mark.contains(.starred): return false
      case .unread, .new, .starred, .text, .author, .scoreAbove, .since: break
      }
    }
    let comment = filter.asksOfComments ? page.comment(at: position) : nil
    for term in filter.terms {
      guard let comment else { break }
      switch term {
      case .author(let name) where comment.author?.lowercased() != name: return false
      case .scoreAbove(let score) where (comment.score ?? .min) <= score: return false
      case .since(let seconds):
        guard let published = comment.published?.text, let moment = Moment(published),
          moment.seconds >= seconds
        else { return false }
      case .unread, .new, .starred, .author, .scoreAbove, .text: break
      }
    }
    return true
  }
}

extension Filter {
  /// Whether it asks for more than marks and texts.
  fileprivate var asksOfComments: Bool {
    terms.contains { term in
      switch term {
      case .author, .scoreAbove, .since: true
      case .unread, .new, .starred, .text: false
      }
    }
  }

  /// Whether texts must be read for it, which takes its time.
  var readsTexts: Bool {
    terms.contains { term in
      if case .text = term { true } else { false }
    }
  }
}
