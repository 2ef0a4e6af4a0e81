import DiscussionModel
import ReadMarks
import TextGrid

/// What of a page is on show: what is folded, what is left out, and what is opened in texts.
///
/// The list beside the text or over it, one line per entry, is called an outline too: it shows what
/// this one shows. See ``OutlineView``.
struct Outline: Sendable {
  private var folded: [Bool]
  /// What alone is on show; nil for everything.
  private var part: Part?
  /// What was opened in the texts of entries; entries without one have nothing opened.
  private var openedTexts: [Int: Opened] = [:]

  /// A part of the page that is on show while the rest is left out.
  private struct Part {
    var why: Narrowing
    var scope: Scope
    /// What was folded before.
    var wider: [Bool]
  }

  /// What a first visit shows: everything, the notice and the lists of links folded.
  init(_ page: Page) {
    folded = (0..<page.count).map { 0 < $0 && $0 < page.firstComment }
  }

  // MARK: What is on show

  func isFolded(_ entry: Int) -> Bool { folded[entry] }

  /// How many entries from one on are folded.
  ///
  /// - Complexity: O(*n*).
  func foldCount(from entry: Int) -> Int { folded[entry...].count { $0 } }

  /// Why only a part of the page is on show; nil when all of it is.
  var narrowing: Narrowing? { part?.why }

  /// Whether an entry is left out, whatever is folded.
  func isLeftOut(_ entry: Int) -> Bool { part.map { !$0.scope.contains(entry) } ?? false }

  /// Whether an entry shows one dim row, since it is there only for what is below.
  func isAncestor(_ entry: Int) -> Bool { part?.scope.isAncestor(entry) ?? false }

  /// Whether an entry shows one row and not its text.
  func isShort(_ entry: Int) -> Bool { isFolded(entry) || isAncestor(entry) }

  /// What was opened in an entry's text.
  func opened(in entry: Int) -> Opened { openedTexts[entry] ?? [] }

  /// Whether a content warning stands where a comment's text would.
  func isWarning(_ entry: Int, of page: Page) -> Bool {
    guard let position = page.position(of: entry), !opened(in: entry).contains(.hidden)
    else { return false }
    return page.comment(at: position).details?.warning != nil
  }

  /// What is folded and what is left out, to be compared with what is later.
  var shape: Shape { Shape(folded: folded, scope: part?.scope) }

  struct Shape: Equatable, Sendable {
    fileprivate var folded: [Bool]
    fileprivate var scope: Scope?
  }

  /// The entry itself; or the outermost folded one that hides it; or, for one that is left out, what
  /// is on show instead of the nearest one above it, or before it, that is not.
  ///
  /// - Complexity: O(depth).
  func visible(_ entry: Int, in page: Page) -> Int {
    visible(inScope(entry, in: page), in: page, below: -1)
  }

  private func inScope(_ entry: Int, in page: Page) -> Int {
    guard let scope = part?.scope, !scope.contains(entry) else { return entry }
    var above = page.parent(of: entry)
    while let ancestor = above {
      if scope.contains(ancestor) { return ancestor }
      above = page.parent(of: ancestor)
    }
    return scope.last(before: entry) ?? scope.first(from: 0) ?? 0
  }

  /// The same where the ancestors up to and including `known` are known to be open.
  private func visible(_ entry: Int, in page: Page, below known: Int) -> Int {
    var result = entry
    var above = page.parent(of: entry)
    while let ancestor = above, ancestor > known {
      if folded[ancestor] { result = ancestor }
      above = page.parent(of: ancestor)
    }
    return result
  }

  /// The first entry from one on that is not left out, whether a fold hides it or not; nil after the
  /// last.
  func first(from entry: Int, in page: Page) -> Int? {
    if let part { return part.scope.first(from: entry) }
    return entry < page.count ? entry : nil
  }

  /// The entry before another that is not left out, folded or not; nil before the first.
  func last(before entry: Int) -> Int? {
    part.map { $0.scope.last(before: entry) } ?? (entry > 0 ? entry - 1 : nil)
  }

  /// The next entry on show after another that is on show; nil after the last.
  func next(after entry: Int, in page: Page) -> Int? {
    first(from: folded[entry] ? page.subtreeEnd(of: entry) : entry + 1, in: page)
  }

  /// The entry on show before another that is on show; nil before the first.
  ///
  /// - Complexity: O(depth of the entry just before it).
  func previous(before entry: Int, in page: Page) -> Int? {
    last(before: entry).map { visible($0, in: page, below: page.parent(of: entry) ?? -1) }
  }

  /// The last entry on show.
  ///
  /// - Complexity: O(depth of the page's last entry).
  func last(in page: Page) -> Int { visible(last(before: page.count) ?? 0, in: page) }

  /// What is on show, ascending.
  ///
  /// - Complexity: O(*n*).
  func entries(in page: Page) -> [Int] {
    var result: [Int] = []
    var entry = first(from: 0, in: page)
    while let at = entry {
      result.append(at)
      entry = next(after: at, in: page)
    }
    return result
  }

  /// Whether each entry is on show.
  ///
  /// - Complexity: O(*n*).
  func isShown(in page: Page) -> [Bool] {
    var result = [Bool](repeating: false, count: page.count)
    for entry in entries(in: page) { result[entry] = true }
    return result
  }

  // MARK: The tree of what is not left out

  /// The first reply to an entry, of which the article has all top-level comments; nil for none.
  func firstReply(to entry: Int, in page: Page) -> Int? {
    let end = entry == 0 ? page.count : page.subtreeEnd(of: entry)
    guard let first = first(from: entry == 0 ? page.firstComment : entry + 1, in: page), first < end
    else { return nil }
    return first
  }

  /// The next sibling, or else the next comment at a shallower level.
  func nextSibling(of entry: Int, in page: Page) -> Int? {
    first(from: page.subtreeEnd(of: entry), in: page)
  }

  /// The previous sibling, or else the parent; the entry before it for what is no reply.
  func previousSibling(of entry: Int, in page: Page) -> Int? {
    guard var result = previous(before: entry, in: page) else { return nil }
    let depth = page.depth(of: entry)
    while page.depth(of: result) > depth, let parent = page.parent(of: result) { result = parent }
    return result
  }

  func nextThread(after entry: Int, in page: Page) -> Int? {
    var next = first(
      from: entry < page.firstComment ? page.firstComment : page.subtreeEnd(of: entry), in: page)
    while let at = next, page.depth(of: at) > 0 {
      next = first(from: page.subtreeEnd(of: at), in: page)
    }
    return next
  }

  /// The root of an entry's thread, or else the root of the one before.
  func previousThread(before entry: Int, in page: Page) -> Int? {
    guard entry >= page.firstComment else { return nil }
    let isRoot = page.depth(of: entry) == 0
    guard let inside = isRoot ? previous(before: entry, in: page) : entry,
      let position = page.position(of: inside)
    else { return nil }
    return page.thread.root(of: position) + page.firstComment
  }

  // MARK: What is unread

  /// The unread comments of a range that are not left out, folded or not: positions, ascending.
  func unread(_ marks: Marks, in positions: Range<Int>, of page: Page) -> [Int] {
    let unread = marks.unreadPositions(in: positions)
    return part == nil ? unread : unread.filter { !isLeftOut($0 + page.firstComment) }
  }

  /// How many unread comments are not left out.
  ///
  /// - Complexity: O(1) where all of the page is on show, else O(*n*).
  func unreadCount(_ marks: Marks, of page: Page) -> Int {
    guard let scope = part?.scope else { return marks.unreadCount }
    return scope.entries.count { entry in
      page.position(of: Int(entry)).map(marks.isUnread) == true && !scope.isAncestor(Int(entry))
    }
  }

  /// The next or previous position of a kind that is on show in full, without going around.
  ///
  /// - Parameters:
  ///   - start: from this position on, or before it.
  ///   - forward: the direction.
  ///   - page: what it is a position of.
  ///   - find: the first of its kind from a position on, or the last one before a position.
  /// - Returns: nil where there is none.
  func nearest(from start: Int, forward: Bool, in page: Page, _ find: (Int) -> Int?) -> Int? {
    guard let scope = part?.scope else { return find(start) }
    var at = start
    while let found = find(at) {
      let entry = found + page.firstComment
      if scope.contains(entry), !scope.isAncestor(entry) { return found }
      let next = forward ? scope.first(from: entry + 1) : scope.last(before: entry)
      guard let next, let position = page.position(of: next) else { return nil }
      at = forward ? position : position + 1
    }
    return nil
  }

  // MARK: Folding

  mutating func set(_ isFolded: Bool, _ entry: Int) {
    // Written only if it changes: a copy of all folds may be kept beside this one.
    if folded[entry] != isFolded { folded[entry] = isFolded }
  }

  /// Folds or opens an entry so that it also holds when all of the page is on show again.
  mutating func setForGood(_ isFolded: Bool, _ entry: Int) {
    set(isFolded, entry)
    part?.wider[entry] = isFolded
  }

  /// Folds or opens all comments.
  ///
  /// - Complexity: O(*n*).
  mutating func setAll(_ isFolded: Bool, in page: Page) {
    for entry in page.firstComment..<page.count { folded[entry] = isFolded }
  }

  /// Opens everything that hides an entry.
  ///
  /// - Complexity: O(depth).
  mutating func reveal(_ entry: Int, in page: Page) {
    var above = page.parent(of: entry)
    while let ancestor = above {
      set(false, ancestor)
      above = page.parent(of: ancestor)
    }
  }

  /// Folds the deepest comments on show that have replies on show.
  ///
  /// - Returns: their level, 0 for the top; nil if there are none.
  /// - Complexity: O(*n*).
  mutating func foldDeepest(in page: Page) -> Int? {
    let open = entries(in: page).filter { entry in
      next(after: entry, in: page).map { page.parent(of: $0) == entry } ?? false
    }
    guard let deepest = open.map(page.depth).max() else { return nil }
    for entry in open where page.depth(of: entry) == deepest { set(true, entry) }
    return deepest
  }

  /// Opens the highest folded comments.
  ///
  /// - Returns: their level, 0 for the top; nil if there are none.
  /// - Complexity: O(*n*).
  mutating func openHighest(in page: Page) -> Int? {
    let closed = entries(in: page).filter { isFolded($0) && $0 >= page.firstComment }
    guard let highest = closed.map(page.depth).min() else { return nil }
    for entry in closed where page.depth(of: entry) == highest { set(false, entry) }
    return highest
  }

  /// Folds the branches that hold nothing of some kind.
  ///
  /// - Parameters:
  ///   - opensRest: whether what leads to those of the kind is opened.
  ///   - page: what is folded.
  ///   - countOfKind: how many there are in a range of positions; O(log *n*).
  /// - Returns: how many branches on show were folded.
  /// - Complexity: O(*n* log *n*).
  mutating func foldBranches(
    opensRest: Bool, in page: Page, without countOfKind: (Range<Int>) -> Int
  ) -> Int {
    var count = 0
    var entry = page.firstComment
    while entry < page.count {
      let end = page.subtreeEnd(of: entry)
      guard countOfKind(entry - page.firstComment..<end - page.firstComment) == 0 else {
        if opensRest { set(false, entry) }
        entry += 1
        continue
      }
      if !isFolded(entry), !isLeftOut(entry) { count += 1 }
      set(true, entry)
      entry = end
    }
    return count
  }

  // MARK: Opening

  /// Opens something in an entry's text, or closes it; the entry is not folded any more.
  mutating func toggle(_ part: Opened, in entry: Int) {
    openedTexts[entry] = opened(in: entry).symmetricDifference(part)
    set(false, entry)
  }

  // MARK: Leaving out

  /// Shows only some entries, unfolded, and what is above them.
  ///
  /// - Parameters:
  ///   - entries: ascending, not empty.
  ///   - why: for the status line.
  ///   - page: what they are entries of.
  /// - Complexity: O(*n*).
  mutating func narrow(to entries: [Int], _ why: Narrowing, in page: Page) {
    part = Part(why: why, scope: Scope(entries, in: page), wider: part?.wider ?? folded)
    folded = [Bool](repeating: false, count: page.count)
  }

  /// Shows only some entries, ascending, of a page that is narrowed already; what is folded stays so.
  ///
  /// - Complexity: O(*n*).
  mutating func narrowAgain(to entries: [Int], in page: Page) {
    part?.scope = Scope(entries, in: page)
  }

  /// Puts everything on show again, folded as it was before.
  mutating func widen() {
    if let part { folded = part.wider }
    part = nil
  }

  // MARK: Other visits, other pages

  /// Folds what was folded when an earlier visit ended.
  ///
  /// - Complexity: O(*n*).
  mutating func fold(named names: Set<UInt64>, in page: Page) {
    for entry in 0..<page.count { folded[entry] = names.contains(page.nameHash(of: entry)) }
  }

  /// What is folded once all of the page is on show, by hashes of names.
  ///
  /// - Complexity: O(*n*).
  func foldedNames(in page: Page) -> [UInt64] {
    let folded = part?.wider ?? folded
    return (0..<page.count).filter { folded[$0] }.map { page.nameHash(of: $0) }
  }

  /// The same in a newer page, of which all is on show.
  ///
  /// - Complexity: O(*n*).
  func moved(_ move: Migration) -> Outline {
    var result = Outline(move.new)
    for entry in 0..<move.old.count {
      if let new = move.newEntry(entry) { result.folded[new] = folded[entry] }
    }
    for (entry, opened) in openedTexts {
      if let new = move.newEntry(entry) { result.openedTexts[new] = opened }
    }
    return result
  }
}
