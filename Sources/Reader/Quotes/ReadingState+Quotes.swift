import DiscussionModel
import TextGrid

/// Following quotations.
extension ReadingState {
  /// Goes on looking for quotations, of which nothing is known at first.
  mutating func continueQuotes(units: Int, _ layout: inout Layout) {
    for entry in quotes.work(units: units, page: page) { layout.forget(entry) }
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
    notice = quotes.isDone ? "nothing is quoted here" : "still looking for quotations"
  }

  /// To what a quotation of an entry leads to: the first, or the one after another, around the end.
  private mutating func follow(_ entry: Int, after index: Int?, _ layout: inout Layout) -> Bool {
    let quotations = quotes.quotations(in: entry)
    guard !quotations.isEmpty, index == nil || quotations.count > 1 else { return false }
    let next = index.map { ($0 + 1) % quotations.count } ?? 0
    let target = quotations[next].target
    show(target, &layout)
    lastQuotation = FollowedQuotation(entry: entry, index: next, target: target)
    let name = page.position(of: entry).map { "#\(page.number(at: $0))" } ?? "the article"
    let rank = quotations.count > 1 ? ", \(next + 1) of \(quotations.count) (again: the next)" : ""
    notice = SafeText("quoted in \(name)\(rank) · Backspace goes back")
    return true
  }

  /// Lists the replies that quote the focused entry.
  mutating func listQuoting() {
    let positions = quotes.quoting(focus).compactMap { page.position(of: $0) }
    guard !positions.isEmpty else {
      notice = quotes.isDone ? "nobody quotes this" : "still looking for quotations"
      return
    }
    mode = .list(ChoiceList(kind: .quoting(positions)))
  }
}

/// A quotation that was followed last.
struct FollowedQuotation: Equatable, Sendable {
  /// The entry that quotes, and which of its quotations it was, 0-based.
  var entry: Int
  var index: Int
  /// The entry that it led to.
  var target: Int
}
