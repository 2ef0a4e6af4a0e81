import ReadMarks
import TextGrid

/// The time from which comments may count as new, as a line of a list.
struct SinceChoice: Equatable, Sendable {
  var title: SafeText
  /// When that is; empty if it is not known.
  var date: SafeText
  /// nil for the last visit.
  var since: Since?
  /// Whether the date is still to be typed.
  var isTyped = false
  /// How many comments would be new; nil while that is not known.
  var count: Int?
}

extension ReadingState {
  /// Since when comments count as new, in words, if the reader chose that; nil for the last visit.
  var sinceWords: SafeText? { record.chosenSince.map(words) }

  /// When the last visit ended, in words; nil on the first one.
  var lastVisitWords: SafeText? {
    let visits = record.earlier.visits
    return record.earlierVisits.last.map { words(for: $0.lastActivity) }
      ?? visits.first.map { words(for: $0.start) }
  }

  /// When comments begin to count as new: for a visit, when the one before it ended.
  private func words(for since: Since) -> SafeText {
    switch since {
    case .moment(let time): words(for: time)
    case .visit(let start):
      words(for: record.earlierVisits.last { $0.start < start }?.lastActivity ?? start)
    }
  }

  /// A time for somebody who reads now: `21:10`, `Tue 21:10`, `27 Jan`.
  private func words(for seconds: Int64) -> SafeText {
    SafeText(Calendar.brief(seconds, now: shell.now, utcOffset: shell.utcOffset))
  }

  /// The time from which comments may count as new.
  ///
  /// - Complexity: O(*n*).
  var listOfSince: ChoiceList {
    var choices = [SinceChoice(title: "last visit", date: lastVisitWords ?? "")]
    func add(_ title: SafeText, _ since: Since) {
      choices.append(SinceChoice(title: title, date: words(for: since), since: since))
    }
    let visits = record.earlierVisits
    if visits.count > 1 { add("the visit before", .visit(visits[visits.count - 1].start)) }
    for (title, hours) in [("1 hour", Int64(1)), ("24 hours", 24), ("7 days", 168)] {
      add(SafeText(title), .moment(shell.now - hours * 3600))
    }
    if let first = visits.first { add("first visit", .visit(first.start)) }
    let counts = record.newCounts(since: choices.map(\.since)) ?? []
    for (index, count) in counts.enumerated() { choices[index].count = count }
    choices.append(SinceChoice(title: "a date…", date: "", isTyped: true))
    let selected = choices.firstIndex { $0.since == record.chosenSince } ?? choices.count - 1
    return ChoiceList(kind: .since(choices), selected: selected)
  }

  /// A date as it is typed: of a day, or with a time, in the reader's zone, or how long ago.
  ///
  /// - Throws: what was expected.
  func choice(typed line: String) throws(Filter.Problem) -> SinceChoice {
    let typed = line.trimmed
    guard let time = Filter.moment(typed, now: shell.now, utcOffset: shell.utcOffset) else {
      throw Filter.Problem(message: "expected a date (2017-01-27) or an age (3d, 12h, 2w)")
    }
    let since = Since.moment(time)
    return SinceChoice(title: "", date: words(for: since), since: since)
  }
}
