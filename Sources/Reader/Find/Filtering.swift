import DiscussionModel
import ReadMarks
import TextGrid

/// A filter that is being applied, a few comments at a time.
struct Filtering: Sendable {
  private let filter: Filter
  private let line: String
  /// The next position to be looked at.
  private var next = 0
  /// How many of the filter's texts were found in it, and what was begun of the next text.
  private var found = 0
  private var begun: TextSearch?
  /// Entries that match so far, ascending.
  private var matches: [Int] = []
  /// How many comments were skipped, since looking for the texts costs too much.
  private var costly = 0

  /// What a filter came to.
  enum Outcome {
    /// Nothing matches, in words.
    case nothing(SafeText)
    /// Entries, ascending, and how they are called.
    case matches([Int], why: Narrowing, words: SafeText)
  }

  /// - Parameters:
  ///   - filter: what is wanted.
  ///   - line: as it was typed.
  init(filter: Filter, line: String) {
    self.filter = filter
    self.line = line
  }

  /// Looks at some more comments.
  mutating func work(units: Int, _ page: Page, _ marks: Marks, _ outline: Outline) {
    let finders = filter.terms.compactMap { term -> PatternFinder? in
      if case .text(let pattern) = term { PatternFinder(pattern) } else { nil }
    }
    var left = units
    while left > 0, next < page.thread.count {
      left -= 1
      if begun != nil || filter.wants(next, of: page, marks[next]) {
        left -= lookForTexts(finders, page, outline)
      } else {
        advance()
      }
    }
  }

  /// What it came to; nil while there are comments to be looked at.
  func outcome(of page: Page, _ calls: CommandCalls) -> Outcome? {
    guard next == page.thread.count else { return nil }
    let note = costlyNote(costly, "comment")
    if matches.isEmpty { return .nothing(nothing(calls) + note) }
    let words =
      SafeText("\(counted(matches.count, "comment")) of \(page.thread.count) · ")
      + calls.endingFilter
    return .matches(
      matches, why: .filter(line, matches: matches.count, costly: costly),
      words: words + note)
  }

  /// Goes on to the next comment.
  private mutating func advance() {
    next += 1
    found = 0
    begun = nil
  }

  /// Looks for the filter's texts in the next comment.
  ///
  /// - Returns: what it cost, in units of work.
  private mutating func lookForTexts(
    _ finders: [PatternFinder], _ page: Page, _ outline: Outline
  ) -> Int {
    let entry = next + page.firstComment
    var cost = 0
    while found < finders.count {
      let finder = finders[found]
      guard var text = begun else {
        let text = finder.search(
          in: entry, of: page, opened: outline.opened(in: entry), limit: 1)
        begun = text
        if text.textCost == 0 { continue }
        // A long one is looked at once there are units again.
        return cost + text.textCost
      }
      begun = nil
      cost += text.work(finder)
      guard text.isDone else {
        begun = text
        return cost
      }
      if text.isCostly { costly += 1 }
      guard !text.ranges.isEmpty else {
        advance()
        return cost
      }
      found += 1
    }
    matches.append(entry)
    advance()
    return cost
  }

  /// That nothing matches, in words.
  private func nothing(_ calls: CommandCalls) -> SafeText {
    switch filter.terms {
    case [.unread]: "nothing is unread"
    case [.new]: "nothing is new"
    case [.starred]: "no stars yet (" + calls["toggle-star"] + " stars a comment)"
    default: "no comment matches " + SafeText(line) + (filter.advice.map { " · " + $0 } ?? "")
    }
  }
}

extension Filter {
  /// Whether texts must be read for it, which takes its time.
  var readsTexts: Bool {
    terms.contains { term in
      if case .text = term { true } else { false }
    }
  }

  /// Whether it asks for more than marks and texts.
  private var asksOfComments: Bool {
    terms.contains { term in
      switch term {
      case .author, .scoreAbove, .since: true
      case .unread, .new, .starred, .text: false
      }
    }
  }

  /// Whether a comment is wanted as far as its text does not say.
  fileprivate func wants(_ position: Int, of page: Page, _ mark: Marks.Mark) -> Bool {
    for term in terms {
      switch term {
      case .unread where mark.contains(.read): return false
      case .new where mark.contains(.read) || !mark.contains(.new): return false
      case .starred where !mark.contains(.starred): return false
      case .unread, .new, .starred, .text, .author, .scoreAbove, .since: break
      }
    }
    guard asksOfComments else { return true }
    let comment = page.comment(at: position)
    for term in terms {
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
