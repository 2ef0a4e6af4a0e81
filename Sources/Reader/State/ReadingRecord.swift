import DiscussionModel
import ReadMarks
import TextGrid

/// What was read in a discussion, now and in earlier visits, and how to undo that.
///
/// A comment is told by its position in the thread. Every change of a mark comes as a step that can
/// be taken back, or from outside: from earlier visits, another reader, another page.
struct ReadingRecord: Sendable {
  private(set) var marks: Marks
  /// What is known of earlier visits, and of other readers.
  private(set) var earlier = EarlierReading()
  /// The time from which comments count as new unless the reader chooses otherwise: the last visit.
  private var lastVisit = Since.visit(.max)
  /// The time from which the reader chose to count comments as new; nil for the last visit.
  private(set) var chosenSince: Since?
  /// When comments came, as far as they were looked at; nil before somebody asks what is new since another
  /// time.
  private var arrivals: ArrivalTimes?
  /// Whether nothing was read in an earlier visit: all is unread, which need not be said of each.
  private(set) var isFirstVisit = true
  private var shown = ShownText()
  /// What takes back the last changes, the last one last, and what makes undone ones again.
  private var undoSteps: [ChangeStep] = []
  private var redoSteps: [ChangeStep] = []
  /// Whether passing a comment marks it read.
  let marksByPassing: Bool

  /// A first visit.
  init(_ page: Page, marksByPassing: Bool = true) {
    self.init(Marks(of: page), marksByPassing: marksByPassing)
  }

  /// A first visit whose marks are known already.
  init(_ marks: Marks, marksByPassing: Bool) {
    self.marksByPassing = marksByPassing
    self.marks = marks
  }

  /// How many changes can be taken back.
  var undoCount: Int { undoSteps.count }

  /// What was decided about a comment, by its id; nil if nothing was.
  func decision(of id: String) -> EarlierReading.Decision? { earlier.decisions[id] }

  // MARK: What was shown

  /// Notes that a part of a comment's text has been on the screen long enough.
  ///
  /// - Parameters:
  ///   - offsets: that part.
  ///   - length: how many offsets the text has.
  ///   - position: the comment's.
  mutating func note(_ offsets: Range<Int>, of length: Int, at position: Int) {
    shown.add(offsets, of: length, at: position)
  }

  /// Whether all of a comment's text has been shown in this visit.
  func isSeen(_ position: Int) -> Bool { shown.isSeen(position) }

  /// Whether a comment would count as read once all its text has been shown, and has not been.
  func awaitsText(_ position: Int) -> Bool {
    marksByPassing && marks.isUnread(position) && !isSeen(position)
  }

  /// Whether passing a comment marks it: an unread one, seen, and not kept unread.
  func isPassable(_ position: Int) -> Bool {
    marksByPassing && marks.isUnread(position) && isSeen(position)
      && !marks[position].contains(.keptUnread)
  }

  /// Whether a comment stays unread though it is passed.
  func staysUnread(_ position: Int) -> Bool {
    marksByPassing && marks.isUnread(position) && marks[position].contains(.keptUnread)
  }

  // MARK: Steps

  /// A step that marks comments read.
  func readStep(_ positions: [Int]) -> ChangeStep {
    ChangeStep(
      name: "\(counted(positions.count, "comment")) marked read",
      marks: positions.map {
        ChangeStep.Change(position: $0, mark: marks[$0].asRead, part: .reading)
      })
  }

  /// A step that marks a comment read; or unread if it is read, and new if it came late enough.
  func toggleStep(_ position: Int, in page: Page) -> ChangeStep {
    let isUnread = marks.isUnread(position)
    let isNew = earlier.isNew(position, in: page, published: page.published(at: position))
    let change = ChangeStep.Change(
      position: position,
      mark: isUnread ? marks[position].asRead : isNew ? [.keptUnread, .new] : .keptUnread,
      part: .reading)
    let name = "#\(page.number(at: position)) marked "
    return ChangeStep(name: name + (isUnread ? "read" : "unread"), marks: [change])
  }

  /// A step that gives a comment a star, or takes it away.
  func starStep(_ position: Int, called number: Int) -> ChangeStep {
    let isStarred = marks[position].contains(.starred)
    let change = ChangeStep.Change(
      position: position, mark: isStarred ? [] : .starred, part: .starred)
    return ChangeStep(name: "#\(number) " + (isStarred ? "unstarred" : "starred"), marks: [change])
  }

  /// Makes a step that mutes a comment's branch and marks comments of it read, or mutes it no longer.
  ///
  /// - Parameters:
  ///   - position: the comment's.
  ///   - number: its number.
  ///   - below: the comments below it that are to be read.
  /// - Returns: the step.
  func muteStep(_ position: Int, called number: Int, with below: [Int]) -> ChangeStep {
    guard !marks[position].contains(.muted) else {
      let change = ChangeStep.Change(position: position, mark: [], part: .muted)
      return ChangeStep(name: "#\(number) unmuted", marks: [change])
    }
    let isUnread = marks.isUnread(position)
    let own = ChangeStep.Change(
      position: position, mark: isUnread ? marks[position].asRead.union(.muted) : .muted,
      part: isUnread ? .reading.union(.muted) : .muted)
    return ChangeStep(name: "#\(number) muted", marks: [own] + readStep(below).marks)
  }

  /// The comment above a comment at which a branch is muted; nil if none is.
  ///
  /// - Complexity: O(depth).
  func mutedAncestor(of position: Int, in page: Page) -> Int? {
    var above = page.thread.parent(of: position)
    while let ancestor = above {
      if marks[ancestor].contains(.muted) { return ancestor }
      above = page.thread.parent(of: ancestor)
    }
    return nil
  }

  /// Makes a change that can be undone.
  ///
  /// - Parameters:
  ///   - step: the change.
  ///   - page: what has the comments.
  ///   - now: seconds since 1970.
  ///   - outline: where the step's folds are.
  /// - Returns: what must be saved.
  mutating func perform(
    _ step: ChangeStep, in page: Page, now: Int64, _ outline: inout Outline
  ) -> [Effect] {
    if step.marks.isEmpty, step.folds.isEmpty { return [] }
    let (inverse, effects) = exchange(step, page, now, &outline)
    undoSteps.append(inverse)
    redoSteps = []
    return effects
  }

  /// Takes back the last change; what was read by it is kept unread.
  ///
  /// - Returns: the change that took it back; nil if there is none.
  mutating func undo(
    in page: Page, now: Int64, _ outline: inout Outline
  ) -> (step: ChangeStep, effects: [Effect])? {
    guard var step = undoSteps.popLast() else { return nil }
    for (index, change) in step.marks.enumerated()
    where change.part.contains(.read) && !change.mark.contains(.read) {
      step.marks[index].mark.insert(.keptUnread)
    }
    let (inverse, effects) = exchange(step, page, now, &outline)
    redoSteps.append(inverse)
    return (step, effects)
  }

  /// Makes again what was undone last.
  ///
  /// - Returns: the change; nil if there is none.
  mutating func redo(
    in page: Page, now: Int64, _ outline: inout Outline
  ) -> (step: ChangeStep, effects: [Effect])? {
    guard let step = redoSteps.popLast() else { return nil }
    let (inverse, effects) = exchange(step, page, now, &outline)
    undoSteps.append(inverse)
    return (step, effects)
  }

  /// Puts in place what a step says.
  ///
  /// - Returns: what was there before, and what must be saved.
  private mutating func exchange(
    _ step: ChangeStep, _ page: Page, _ now: Int64, _ outline: inout Outline
  ) -> (inverse: ChangeStep, effects: [Effect]) {
    let folds = step.folds.map {
      ChangeStep.Fold(entry: $0.entry, isFolded: outline.isFolded($0.entry))
    }
    for fold in step.folds { outline.setForGood(fold.isFolded, fold.entry) }
    let (marks, effects) = exchange(step.marks, page, now)
    return (ChangeStep(name: step.name, marks: marks, folds: folds), effects)
  }

  private mutating func exchange(
    _ changes: [ChangeStep.Change], _ page: Page, _ now: Int64
  ) -> (inverse: [ChangeStep.Change], effects: [Effect]) {
    var inverse: [ChangeStep.Change] = []
    var saved: [SavedChange] = []
    inverse.reserveCapacity(changes.count)
    saved.reserveCapacity(changes.count)
    earlier.decisions.reserveCapacity(earlier.decisions.count + changes.count)
    for change in changes {
      let old = marks[change.position]
      let mark = old.subtracting(change.part).union(change.mark.intersection(change.part))
      inverse.append(ChangeStep.Change(position: change.position, mark: old, part: change.part))
      marks.set(mark, at: change.position)
      saved += decide(at: change.position, from: old, to: mark, page, now)
    }
    return (inverse, saved.isEmpty ? [] : [.save(saved)])
  }

  /// Keeps in mind what becomes of a comment whose mark changes, and when.
  ///
  /// - Returns: what must be saved of it.
  private mutating func decide(
    at position: Int, from old: Marks.Mark, to new: Marks.Mark, _ page: Page, _ now: Int64
  ) -> [SavedChange] {
    let changed = old.symmetricDifference(new)
    let id = page.comment(at: position).id
    var kinds: [SavedChange.Kind] = []
    if changed.contains(.read) {
      let body = new.contains(.read) ? page.bodyVersion(at: position) : nil
      earlier.decisions[id] = EarlierReading.Decision(isRead: body != nil, time: now, body: body)
      kinds.append(body.map { .read($0) } ?? .unread)
    }
    if changed.contains(.starred) {
      kinds.append(.starred(new.contains(.starred)))
      if new.contains(.starred) { earlier.stars.insert(id) } else { earlier.stars.remove(id) }
    }
    if changed.contains(.muted) {
      kinds.append(.muted(new.contains(.muted)))
      if new.contains(.muted) { earlier.mutes.insert(id) } else { earlier.mutes.remove(id) }
    }
    return kinds.map { SavedChange(comment: id, kind: $0, time: now) }
  }

  // MARK: Earlier visits, other readers, another page

  /// Takes up an earlier reading.
  ///
  /// - Returns: what must be saved of what came into muted branches meanwhile.
  /// - Complexity: O(*n*).
  mutating func restore(_ earlier: EarlierReading, in page: Page, now: Int64) -> [Effect] {
    self.earlier = earlier
    arrivals = nil
    lastVisit = earlier.since
    isFirstVisit =
      earlier.visits.first.map { earlier.since == .visit($0.start) }
      ?? (earlier.decisions.isEmpty && earlier.knownComments == nil)
    marks = Marks(of: page, decidedIn: earlier)
    return markArrivals(marks.arrivals(in: page, after: earlier), page, now)
  }

  /// Marks what came into muted branches; it cannot be undone, since nobody did it.
  private mutating func markArrivals(_ positions: [Int], _ page: Page, _ now: Int64) -> [Effect] {
    let marks = positions.map { ChangeStep.Change(position: $0, mark: .read, part: .reading) }
    return exchange(marks, page, now).effects
  }

  /// Takes over what another reader of the discussion decided.
  ///
  /// - Complexity: O(*n*).
  mutating func takeOver(_ other: EarlierReading, in page: Page) {
    earlier = other
    if arrivals != nil { arrivals = ArrivalTimes(after: earlier, in: page) }
    lastVisit = other.since
    earlier.since = chosenSince ?? lastVisit
    for position in 0..<page.thread.count {
      let old = marks[position]
      let theirs = other.mark(at: position, in: page)
      var new = old.subtracting(.flags).union(theirs.intersection(.flags))
      if theirs.contains(.read), !old.contains(.read) {
        new = new.subtracting(.unreadStates).union(.read)
      } else if theirs.contains(.edited), old.contains(.read) {
        // They have read it in a file that says something else than this one.
      } else if !theirs.contains(.read), old.contains(.read) {
        new = new.subtracting([.read, .readNow]).union(theirs).union(.keptUnread)
      } else if !theirs.contains(.read) {
        new.formUnion(theirs.intersection([.new, .edited]))
      }
      if new != old { marks.set(new, at: position) }
    }
  }

  // MARK: New since another time

  /// How many comments are looked at at once for when they came.
  private static let arrivalsAtOnce = 512

  /// Whether it is still being looked when comments came.
  var isCounting: Bool { arrivals?.isDone == false }

  /// Begins to look when comments came.
  mutating func beginCounting(in page: Page) {
    if arrivals != nil { return }
    arrivals = ArrivalTimes(after: earlier, in: page)
    goOnCounting(comments: Self.arrivalsAtOnce, in: page)
  }

  /// Looks when some more comments came.
  mutating func goOnCounting(comments: Int, in page: Page) {
    arrivals?.add(comments, after: earlier, in: page)
  }

  /// Counts comments as new from another time on, once it is known when they came.
  ///
  /// - Parameter since: from which time on; nil for the last visit.
  /// - Complexity: O(*n*).
  mutating func choose(_ since: Since?) {
    chosenSince = since
    earlier.since = since ?? lastVisit
    guard let arrivals, arrivals.isDone else { return }
    marks.setNew(arrivals.areNew(since: earlier.since))
  }

  /// The visits before this one, by their starts, ascending.
  var earlierVisits: [Visit] {
    guard case .visit(let start) = lastVisit else { return [] }
    return earlier.visits.filter { $0.start < start }
  }

  /// How many comments would be new from each of some times on; nil is the last visit.
  ///
  /// - Returns: nil while it is not known of all comments when they came.
  /// - Complexity: O(*n*) for each.
  func newCounts(since: [Since?]) -> [Int]? {
    guard let arrivals, arrivals.isDone else { return nil }
    return since.map { marks.newCount(of: arrivals.areNew(since: $0 ?? lastVisit)) }
  }

  /// How many comments are new since the last visit, whatever the reader chose.
  ///
  /// - Complexity: O(*n*).
  func newSinceLastVisit(in page: Page) -> Int {
    var reading = earlier
    reading.since = lastVisit
    return (0..<page.thread.count).count { position in
      marks[position].isDisjoint(with: [.read, .edited])
        && reading.isNew(position, in: page, published: page.published(at: position))
    }
  }

  /// Goes on with a newer page: comments that were added are new, read ones that changed are edited.
  ///
  /// - Returns: what must be saved: what arrived, and what of it came into muted branches.
  /// - Complexity: O(*n*).
  mutating func take(_ move: Migration, now: Int64) -> [Effect] {
    let page = move.new
    if earlier.knownComments == nil {
      let old = move.old
      earlier.knownComments = Set((0..<old.thread.count).map { old.idHash(at: $0) })
    }
    if arrivals != nil { arrivals = ArrivalTimes(after: earlier, in: page) }
    let added = (0..<page.thread.count).filter { earlier.isUnseen($0, in: page) }
    marks = Marks(
      (0..<page.thread.count).map { position in
        if let before = move.oldPositions[position] { return mark(at: position, was: before, move) }
        return earlier.mark(at: position, in: page)
      })
    shown = shown.moved { position in
      move.newPositions[position].flatMap { move.isSame($0, position) ? $0 : nil }
    }
    undoSteps = undoSteps.map(move.step)
    redoSteps = redoSteps.map(move.step)
    let arrived = marks.mutedReplies(in: page).flatMap { branch in
      branch.filter {
        marks.isUnread($0) && (move.oldPositions[$0] == nil || marks[$0].contains(.edited))
      }
    }
    let arrivals = added.filter { move.oldPositions[$0] == nil }.map {
      SavedChange(comment: page.comment(at: $0).id, kind: .arrived, time: now)
    }
    return (arrivals.isEmpty ? [] : [.save(arrivals)]) + markArrivals(arrived, page, now)
  }

  private func mark(at position: Int, was before: Int, _ move: Migration) -> Marks.Mark {
    let mark = marks[before]
    let comment = move.new.comment(at: position)
    if comment.state == .deleted { return mark.subtracting(.unreadStates).union(.read) }
    let wasDeleted = move.old.comment(at: before).state == .deleted
    guard mark.contains(.read), wasDeleted || !move.isSame(position, before) else { return mark }
    // Another reader may have read what is new in it already.
    if let decision = decision(of: comment.id), decision.isRead,
      decision.body == move.new.bodyVersion(at: position)
    {
      return mark
    }
    return mark.subtracting([.read, .readNow]).union(wasDeleted ? [] : .edited)
  }
}
