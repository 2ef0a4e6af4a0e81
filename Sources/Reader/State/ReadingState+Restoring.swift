import DiscussionModel
public import ReadMarks
import TextGrid

/// Taking up what was kept of earlier visits.
extension ReadingState {
  /// Takes up an earlier reading.
  ///
  /// - Parameters:
  ///   - earlier: what was kept.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  /// - Complexity: O(*n*).
  public mutating func restore(_ earlier: EarlierReading, layout: inout Layout) -> [Effect] {
    self.earlier = earlier
    marks = Marks(of: page, decidedIn: earlier)
    if let kept = earlier.folds {
      for entry in 0..<page.count { folds.set(kept.contains(page.nameHash(of: entry)), entry) }
    }
    let effects = markArrivals(marks.arrivals(in: page, after: earlier))
    if let place = earlier.place { go(to: place, &layout) }
    tellNews()
    return effects
  }

  /// Marks what came into muted branches; it cannot be undone, since nobody did it.
  mutating func markArrivals(_ positions: [Int]) -> [Effect] {
    let marks = positions.map { ChangeStep.Change(position: $0, mark: .read, part: .reading) }
    return exchange(ChangeStep(name: "", marks: marks)).effects
  }

  /// To where the reader was, or to its nearest ancestor that is still there.
  private mutating func go(to place: Place, _ layout: inout Layout) {
    let names = place.entry.split(separator: "\n", omittingEmptySubsequences: false)
    guard let (index, entry) = page.firstEntry(named: names.map(String.init)) else { return }
    focus = entry
    folds.reveal(focus, in: page)
    if place.offset > 0, index == 0, !folds.isFolded(entry) {
      top = ScrollPosition(entry: entry, row: row(of: entry, at: place.offset, &layout))
    } else {
      scrollToTop(of: entry, &layout)
    }
  }

  /// Says what is new, and the key that leads to it.
  private mutating func tellNews() {
    var parts: [String] = []
    if marks.newCount > 0 {
      parts.append("\(marks.newCount) new in \(counted(threadsWithNew, "thread"))")
    }
    let edited = marks.positions(with: .edited).count
    if edited > 0 { parts.append("\(edited) edited") }
    if parts.isEmpty { return }
    var words = SafeText(parts.joined(separator: " · "))
    let keys: [SafeText] =
      marks.newCount > 0
      ? [". next", "fn only new", "zu fold the rest"] : ["Tab next unread"]
    // A key without all of what it does would help nobody.
    let room = Geometry(pane, measure: measure).pageColumns - 2
    for key in keys where words.width + 3 + key.width <= room { words += " · " + key }
    shell.say(words)
  }

  /// How many threads have new comments.
  ///
  /// - Complexity: O(*n*): each thread is climbed once, from its first new comment.
  private var threadsWithNew: Int {
    var count = 0
    var next = marks.firstNew(from: 0)
    while let position = next {
      count += 1
      next = marks.firstNew(from: Int(page.thread.subtreeEnds[page.threadRoot(of: position)]))
    }
    return count
  }

  /// Where the reader is, to be kept: the focused entry and, in case it vanishes, what it answers.
  public func place(_ layout: inout Layout) -> Place {
    var names = [page.name(of: focus)]
    var above = page.parent(of: focus)
    while let ancestor = above, names.count < Self.ancestorsKept {
      names.append(page.name(of: ancestor))
      above = page.parent(of: ancestor)
    }
    let entry = names.joined(separator: "\n")
    guard top.entry == focus, top.row > 0 else { return Place(entry: entry, offset: 0) }
    return Place(entry: entry, offset: offset(of: top, &layout))
  }

  private static let ancestorsKept = 100

  /// What is folded, to be kept.
  ///
  /// - Complexity: O(*n*).
  public var foldedNames: [UInt64] {
    let folds = widerFolds ?? folds
    return (0..<page.count).filter { folds.isFolded($0) }.map { page.nameHash(of: $0) }
  }
}

extension Page {
  /// The position of the top-level comment above a comment, or the comment itself.
  ///
  /// - Complexity: O(depth).
  func threadRoot(of position: Int) -> Int {
    var root = position
    while let parent = thread.parent(of: root) { root = parent }
    return root
  }

  /// The first of some names that an entry has, and the entry; nil where none has.
  ///
  /// - Complexity: O(*n*).
  fileprivate func firstEntry(named names: [String]) -> (index: Int, entry: Int)? {
    let ranks = Dictionary(zip(names, names.indices)) { first, _ in first }
    var best: (index: Int, entry: Int)?
    for entry in 0..<count {
      guard let index = ranks[name(of: entry)], index < best?.index ?? .max else { continue }
      best = (index, entry)
      if index == 0 { break }
    }
    return best
  }
}
