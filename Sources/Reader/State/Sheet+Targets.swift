import DiscussionModel
import ReadMarks
import TextGrid

/// Which comments count as unread.
enum UnreadKind { case unread, new }

/// Where commands lead, what they mark, and in what words.
extension Sheet {
  /// The reply from which the focused entry was last come to, or else its first; nil if it has none.
  var firstReply: Int? {
    guard let first = outline.firstReply(to: focus, in: page) else { return nil }
    return viewport.replyLeft.flatMap { outline.isLeftOut($0) ? nil : $0 } ?? first
  }

  /// The comment that readers call by a number.
  ///
  /// - Complexity: O(*n*).
  func comment(_ number: Int) -> (entry: Int?, words: SafeText?) {
    let numbers = (0..<page.thread.count).lazy.map { page.number(at: $0) }
    if let position = numbers.firstIndex(of: number) { return (position + page.firstComment, nil) }
    guard let low = numbers.min(), let high = numbers.max() else {
      return (nil, SafeText("no comment #\(number)"))
    }
    return (nil, SafeText("no comment #\(number) (#\(low) to #\(high))"))
  }

  /// This many comments by the focused one's author further on, around the ends; negative is up.
  ///
  /// - Complexity: O(*n*).
  func commentByAuthor(_ steps: Int) -> (entry: Int?, words: SafeText?) {
    guard let position = page.position(of: focus), let author = page.author(of: focus) else {
      return (nil, "this comment has no author")
    }
    let theirs = (0..<page.thread.count).filter {
      page.comment(at: $0).author == author && !outline.isLeftOut($0 + page.firstComment)
    }
    guard theirs.count > 1 else { return (nil, "the only comment by " + SafeText(author)) }
    let turn = ((theirs.firstIndex(of: position) ?? 0) + steps) % theirs.count
    let index = turn < 0 ? turn + theirs.count : turn
    let words = SafeText("\(index + 1) of \(theirs.count) by ") + SafeText(author)
    return (theirs[index] + page.firstComment, words)
  }

  /// The next or previous comment of a kind that is not left out, around the ends.
  ///
  /// - Returns: its position, nil if there is none, and how many there are in all and above it, if any
  ///   are; or that there is none.
  func unread(
    _ kind: UnreadKind, forward: Bool, _ marks: Marks
  ) -> (position: Int?, words: SafeText?) {
    let find =
      switch kind {
      case .unread: forward ? marks.firstUnread(from:) : marks.lastUnread(before:)
      case .new: forward ? marks.firstNew(from:) : marks.lastNew(before:)
      }
    let here = page.position(of: focus)
    let start = forward ? here.map { $0 + 1 } ?? 0 : here ?? 0
    let end = forward ? 0 : page.thread.count
    let position =
      outline.nearest(from: start, forward: forward, in: page, find)
      ?? outline.nearest(from: end, forward: forward, in: page, find)
    guard let position else { return (nil, nothing(kind, marks)) }
    let (before, all, name) =
      switch kind {
      case .unread: (marks.unreadCount(in: 0..<position), marks.unreadCount, "unread")
      case .new: (marks.newCount(in: 0..<position), marks.newCount, "new")
      }
    // How many are left is in the last row anyway; a rank would stand still, since what was read on the
    // way counts no more.
    return (position, before == 0 ? nil : SafeText("\(all) \(name), \(before) above"))
  }

  /// The first comment of a kind in the next or previous thread that has any, around the ends.
  ///
  /// - Returns: its position, nil if there is none, and how many the thread has, or that there is none.
  func threadWith(
    _ kind: UnreadKind, forward: Bool, _ marks: Marks
  ) -> (position: Int?, words: SafeText) {
    func nearest(from start: Int, forward: Bool) -> Int? {
      let find =
        switch kind {
        case .unread: forward ? marks.firstUnread(from:) : marks.lastUnread(before:)
        case .new: forward ? marks.firstNew(from:) : marks.lastNew(before:)
        }
      return outline.nearest(from: start, forward: forward, in: page, find)
    }
    let root = page.position(of: focus).map(page.thread.root)
    let found: Int?
    if forward {
      let end = root.map { Int(page.thread.subtreeEnds[$0]) } ?? 0
      found = nearest(from: end, forward: true) ?? nearest(from: 0, forward: true)
    } else {
      let last =
        nearest(from: root ?? 0, forward: false)
        ?? nearest(from: page.thread.count, forward: false)
      found = last.flatMap { nearest(from: page.thread.root(of: $0), forward: true) }
    }
    guard let found else { return (nil, nothing(kind, marks)) }
    let start = page.thread.root(of: found)
    let thread = start..<Int(page.thread.subtreeEnds[start])
    let words =
      switch kind {
      case .unread: "\(marks.unreadCount(in: thread)) unread in this thread"
      case .new: "\(marks.newCount(in: thread)) new in this thread"
      }
    return (found, SafeText(words))
  }

  /// That there is nothing of a kind.
  private func nothing(_ kind: UnreadKind, _ marks: Marks) -> SafeText {
    let words: SafeText =
      switch kind {
      case .unread: page.thread.count == 0 ? "no comments" : "All read"
      case .new: "nothing is new"
      }
    return outline.narrowing == nil || marks.unreadCount == 0 ? words : words + " in what is shown"
  }

  // MARK: Steps

  /// A step, and what is said of it; no step if it cannot be done.
  typealias Wanted = (step: ChangeStep?, words: SafeText?)

  /// Marks the focused comment read, or unread.
  func readingStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be marked")
    }
    guard page.comment(at: position).state != .deleted else {
      return (nil, "deleted comments are never unread")
    }
    return (record.toggleStep(position, in: page), nil)
  }

  /// Gives the focused comment a star, or takes it away.
  func starStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be starred")
    }
    let step = record.starStep(position, called: page.number(at: position))
    let isStarred = record.marks[position].contains(.starred)
    return (
      step,
      isStarred
        ? SafeText(step.name)
        : SafeText(step.name) + " · " + calls["list-stars"] + " lists the stars"
    )
  }

  /// Marks everything read.
  func allReadStep(_ record: ReadingRecord) -> Wanted {
    let unread = outline.unread(record.marks, in: 0..<page.thread.count, of: page)
    if unread.isEmpty { return (nil, page.thread.count == 0 ? "no comments" : "All read") }
    let step = record.readStep(unread)
    return (step, SafeText(step.name) + " · " + calls["undo"] + " undoes")
  }

  /// Marks the focused comment's branch read, folds it, and lets later replies in it arrive read; or
  /// no longer.
  func muteStep(_ record: ReadingRecord) -> Wanted {
    guard let position = page.position(of: focus) else {
      return (nil, "only comments can be muted")
    }
    if let root = record.mutedAncestor(of: position, in: page) {
      return (
        nil,
        SafeText("muted at #\(page.number(at: root)); ") + calls["toggle-mute"]
          + " unmutes it there"
      )
    }
    let below = outline.unread(record.marks, in: page.thread.descendants(of: position), of: page)
    var step = record.muteStep(position, called: page.number(at: position), with: below)
    if record.marks[position].contains(.muted) { return (step, SafeText(step.name)) }
    if !outline.isFolded(focus) { step.folds = [ChangeStep.Fold(entry: focus, isFolded: true)] }
    return (
      step,
      SafeText("\(step.name): new replies count as read · ") + calls["toggle-mute"]
        + " unmutes"
    )
  }

  /// Marks a comment's branch read and folds it.
  func finishStep(_ root: Int, _ record: ReadingRecord) -> ChangeStep {
    let branch = root..<Int(page.thread.subtreeEnds[root])
    let unread = outline.unread(record.marks, in: branch, of: page)
    var step = record.readStep(unread)
    let entry = root + page.firstComment
    if !outline.isFolded(entry) { step.folds = [ChangeStep.Fold(entry: entry, isFolded: true)] }
    if unread.isEmpty { step.name = "#\(page.number(at: root)) folded" }
    return step
  }

  /// The next unread comment after a branch, around the end; nil if there is none.
  func unreadAfterBranch(of root: Int, _ marks: Marks) -> Int? {
    let end = Int(page.thread.subtreeEnds[root])
    return outline.nearest(from: end, forward: true, in: page, marks.firstUnread)
      ?? outline.nearest(from: 0, forward: true, in: page, marks.firstUnread)
  }

  // MARK: What was shown

  /// The position of an entry's comment whose text is open and not yet noted whole; nil else.
  func unnotedComment(_ entry: Int, _ record: ReadingRecord) -> Int? {
    guard let position = page.position(of: entry), !outline.isShort(entry),
      !record.isSeen(position), !outline.isWarning(entry, of: page)
    else { return nil }
    return position
  }

  /// Whether the screen shows text that has not yet been noted as shown.
  func hasUnnotedText(_ record: ReadingRecord, _ layout: inout Layout) -> Bool {
    viewport.entries(rows, &layout).contains { unnotedComment($0.entry, record) != nil }
  }
}

extension ChangeStep {
  /// The first comment that it changes, or what it folds around it; nil if it changes nothing.
  func entry(in page: Page) -> Int? {
    let first = marks.first.map { $0.position + page.firstComment }
    return folds.first { $0.isFolded }?.entry ?? first ?? folds.first?.entry
  }
}

extension Page {
  /// The entries that are above an entry, the nearest first.
  ///
  /// - Complexity: O(depth).
  func ancestors(of entry: Int) -> [Int] {
    Array(sequence(first: entry) { parent(of: $0) }.dropFirst())
  }

  /// Who wrote an entry's comment; nil if that is not known, and for what is not a comment.
  func author(of entry: Int) -> String? {
    guard let author = position(of: entry).flatMap({ comment(at: $0).author }), !author.isEmpty
    else { return nil }
    return author
  }

  /// The entry at a place, or its nearest ancestor that is still there.
  ///
  /// - Returns: the entry, and whether it is only an ancestor; nil if nothing of it is there.
  /// - Complexity: O(*n*).
  func entry(at place: Place) -> (entry: Int, isLost: Bool)? {
    let names = place.entry.split(separator: "\n", omittingEmptySubsequences: false)
    let ranks = Dictionary(zip(names, names.indices)) { first, _ in first }
    var best: (rank: Int, entry: Int)?
    for entry in 0..<count {
      guard let rank = ranks[name(of: entry)[...]], rank < best?.rank ?? .max else { continue }
      best = (rank, entry)
      if rank == 0 { break }
    }
    return best.map { ($0.entry, $0.rank > 0) }
  }

  /// The name of an entry and, in case it vanishes, of what it replies to.
  ///
  /// - Complexity: O(depth), at most ``ancestorsKept``.
  func placeName(of entry: Int) -> String {
    let chain = sequence(first: entry) { parent(of: $0) }
    return chain.prefix(Self.ancestorsKept).map { name(of: $0) }.joined(separator: "\n")
  }

  private static let ancestorsKept = 100
}
