import DiscussionModel
import TextGrid

/// Following quotations.
extension ReadingState {
  /// Goes on looking for quotations, of which nothing is known at first.
  mutating func continueQuotes(units: Int, _ layout: inout Layout) {
    for entry in quotes.work(units: units, page: page) { layout.forget(entry) }
  }

  /// Whom an entry's blocks quote, by their indices: `lee #31`, `#31`, `the article`.
  ///
  /// Of neighbours that quote the same only the first says so.
  func quotationLabels(of entry: Int) -> [Int: SafeText] {
    var labels: [Int: SafeText] = [:]
    var last: Quotation?
    for quotation in quotes.quotations(in: entry) {
      defer { last = quotation }
      if let last, last.target == quotation.target, last.block + 1 == quotation.block { continue }
      guard let position = page.position(of: quotation.target) else {
        labels[quotation.block] = "the article"
        continue
      }
      let number = SafeText("#\(page.number(at: position))")
      let caller = page.caller(at: position).truncated(to: 24)
      labels[quotation.block] = caller == number ? number : caller + " " + number
    }
    return labels
  }

  /// To what the focused entry quotes; from there again to what its next passage quotes.
  mutating func followQuotation(_ layout: inout Layout) {
    if let last = lastQuotation, last.target == focus,
      follow(last.entry, after: last.index, &layout)
    {
      return
    }
    lastQuotation = nil
    if follow(focus, after: nil, &layout) { return }
    shell.say(quotes.isDone ? "nothing is quoted here" : "still looking for quotations")
  }

  /// To what an entry quotes: the first of it, or what comes after another, around the end.
  private mutating func follow(_ entry: Int, after index: Int?, _ layout: inout Layout) -> Bool {
    var targets: [Int] = []
    for quotation in quotes.quotations(in: entry) where !targets.contains(quotation.target) {
      targets.append(quotation.target)
    }
    guard !targets.isEmpty, index == nil || targets.count > 1 else { return false }
    let next = index.map { ($0 + 1) % targets.count } ?? 0
    let target = targets[next]
    show(target, &layout)
    lastQuotation = FollowedQuotation(entry: entry, index: next, target: target)
    let name = page.position(of: entry).map { "#\(page.number(at: $0))" } ?? "the article"
    let rank = targets.count > 1 ? ", \(next + 1) of \(targets.count) (again: the next)" : ""
    shell.say(SafeText("\(name) quotes this\(rank) · Backspace goes back"))
    return true
  }

  /// Lists the replies that quote the focused entry.
  mutating func listQuoting() {
    let positions = quotes.quoting(focus).compactMap { page.position(of: $0) }
    guard !positions.isEmpty else {
      shell.say(quotes.isDone ? "nobody quotes this" : "still looking for quotations")
      return
    }
    mode = .list(ChoiceList(kind: .quoting(positions)))
  }
}

/// A quotation that was followed last.
struct FollowedQuotation: Equatable, Sendable {
  /// The entry that quotes, and which of what it quotes it was, 0-based.
  var entry: Int
  var index: Int
  /// The entry that it led to.
  var target: Int
}
