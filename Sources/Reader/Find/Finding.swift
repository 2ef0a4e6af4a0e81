import DiscussionModel
import ReadMarks
import TextGrid

/// What is looked for in a discussion: a search, a filter that is being applied, quotations.
///
/// It looks at texts a few at a time, and says what was found. Where to go and what to show for it
/// is not its business.
struct Finding: Sendable {
  /// What is looked for in the texts; nil for nothing.
  private(set) var search: Search?
  /// Where the reader was when the search began that is being typed; nil when none is.
  private(set) var start: Start?
  /// What was looked for before that.
  private var searchBefore: Search?
  /// A filter that is not yet applied to all comments; nil when none is.
  private var filtering: Filtering?
  /// Which passages quote what.
  private(set) var quotes: QuoteIndex
  /// The quotation that was followed last; nil if none was.
  private var followed: FollowedQuotation?

  /// Where a reader returns who breaks off a search.
  struct Start: Sendable {
    var spot: Jumps.Spot
    var outline: Outline
  }

  init(_ page: Page) { self.init(QuoteIndex(page: page)) }

  private init(_ quotes: QuoteIndex) { self.quotes = quotes }

  /// Whether a search or a filter is still looking at texts.
  var isSearching: Bool { search?.isDone == false || isFiltering }

  /// Whether a filter is being applied.
  var isFiltering: Bool { filtering != nil }

  /// Cancels the search, or the filter, that is still looking at texts.
  ///
  /// - Returns: what was cancelled, in words; nil if nothing was looking.
  mutating func stop() -> SafeText? {
    guard isSearching else { return nil }
    defer { (search, filtering) = (nil, nil) }
    return isFiltering ? "filter cancelled" : "search cancelled"
  }

  // MARK: Typing a search

  /// Begins a search that is being typed.
  mutating func begin(at start: Start) {
    self.start = start
    searchBefore = search
    search = nil
  }

  /// Looks for what was typed by now.
  ///
  /// - Returns: whether it can be looked for: an expression may not be one yet.
  mutating func look(for line: String, from entry: Int, in page: Page) -> Bool {
    search = nil
    guard !line.isEmpty else { return true }
    do throws(Pattern.Problem) {
      search = Search(try Pattern(line), from: entry, count: page.count)
      search?.want(.first(from: entry))
      return true
    } catch {
      return false
    }
  }

  /// What became of a line that was typed to its end.
  enum Accepted: Equatable {
    /// The search is under way, or nothing was being typed.
    case done
    /// There is no match.
    case vain
    /// It was empty: what was looked for before is to be found again.
    case again
    /// It cannot be looked for, and why.
    case problem(SafeText?)
  }

  /// Ends the typing: the search stays, for going from one match to the next.
  mutating func accept(_ line: String) -> Accepted {
    guard start != nil else { return .done }
    defer { (start, searchBefore) = (nil, nil) }
    if line.isEmpty {
      search = searchBefore
      return .again
    }
    if let search {
      return search.isDone && search.matches.total == 0 ? .vain : .done
    }
    search = searchBefore
    do throws(Pattern.Problem) { _ = try Pattern(line) } catch { return .problem(error.words) }
    return .problem(nil)
  }

  /// Breaks off the search that is being typed; what was looked for before is looked for again.
  mutating func cancel() {
    search = searchBefore
    (start, searchBefore) = (nil, nil)
  }

  // MARK: Matches

  /// What became of looking for a match.
  enum Sought: Equatable {
    case match(Search.Match)
    /// There is none.
    case nothing
    /// A nearer one may still be found.
    case notYet
    /// Nothing was ever looked for.
    case noSearch
  }

  /// Looks for the next or previous match, around the ends.
  ///
  /// - Parameters:
  ///   - forward: the direction.
  ///   - focus: the entry from which to go.
  ///   - last: what is looked for if nothing is; nil for nothing.
  ///   - page: always the same one.
  ///   - outline: what is opened in the texts.
  ///   - layout: keeps where the matches on the screen are.
  /// - Returns: the match, if it is known by now which one that is.
  mutating func seek(
    forward: Bool, from focus: Int, last: Pattern?, in page: Page, _ outline: Outline,
    _ layout: inout Layout
  ) -> Sought {
    guard let pattern = search?.pattern ?? last else { return .noSearch }
    let isNew = search == nil
    if isNew { search = Search(pattern, from: focus, count: page.count) }
    let here = search?.current.flatMap { $0.entry == focus ? $0.index : nil }
    if let here {
      let next = forward ? here + 1 : here - 1
      if matches(in: focus, of: page, outline, &layout).indices.contains(next) {
        return .match(Search.Match(entry: focus, index: next))
      }
    }
    // Matches in a comment that one came to by other ways are not behind.
    let start = isNew || here != nil ? focus + 1 : focus
    search?.want(forward ? .first(from: start) : .last(before: focus))
    return settle(in: page, outline, &layout)
  }

  /// The match that is wanted, if it is known by now which one that is; then none is wanted any more.
  mutating func settle(in page: Page, _ outline: Outline, _ layout: inout Layout) -> Sought {
    guard let wanted = search?.wanted, let found = search?.entry(wanted) else { return .notYet }
    switch found {
    case .notYet: return .notYet
    case .none:
      search?.want(nil)
      return .nothing
    case .entry(let entry):
      search?.want(nil)
      guard case .last = wanted else { return .match(Search.Match(entry: entry, index: 0)) }
      let count = matches(in: entry, of: page, outline, &layout).count
      return .match(Search.Match(entry: entry, index: max(0, count - 1)))
    }
  }

  /// Wants to go nowhere any more: who moves on is not to be taken elsewhere by a late match.
  mutating func stay() { search?.want(nil) }

  /// Notes the match that was gone to.
  mutating func arrive(at match: Search.Match) { search?.arrive(at: match) }

  /// Looks for nothing any more.
  mutating func endSearch() { search = nil }

  /// Where the pattern is in an entry's text: offsets as ``TextRow/offsets`` count.
  func matches(
    in entry: Int, of page: Page, _ outline: Outline, _ layout: inout Layout
  ) -> [Range<Int>] {
    guard let search else { return [] }
    let opened = outline.opened(in: entry)
    return layout.matches(of: search.pattern, in: entry, of: page, opened: opened)
  }

  /// Counts an entry's matches again, since something was opened in it, or closed.
  mutating func recount(
    _ entry: Int, in page: Page, _ outline: Outline, _ layout: inout Layout
  ) {
    if search == nil { return }
    let found = matches(in: entry, of: page, outline, &layout)
    search?.recount(entry, outline.isAncestor(entry) ? 0 : found.count)
  }

  /// Looks for the same again, since something else is on show; goes nowhere.
  mutating func restart(from entry: Int, in page: Page, _ outline: Outline) {
    guard let old = search, start == nil else { return }
    search = Search(old.pattern, from: entry, count: page.count)
    if let current = old.current, !outline.isLeftOut(current.entry) {
      search?.arrive(at: current)
    }
  }

  /// Looks for the search's pattern in some more entries.
  ///
  /// What one entry costs is bounded too: the next time goes on within it.
  ///
  /// - Returns: whether there were any.
  mutating func continueSearch(units: Int, in page: Page, _ outline: Outline) -> Bool {
    guard let pattern = search?.pattern, search?.isDone == false else { return false }
    let finder = PatternFinder(pattern)
    var left = units
    while left > 0, let entry = search?.next, search?.isDone == false {
      left -= 1
      if outline.isLeftOut(entry) || outline.isAncestor(entry) {
        search?.found(0)
        continue
      }
      if var text = search?.takeBegun() {
        left -= text.work(finder)
        search?.give(text)
        continue
      }
      var text = finder.search(in: entry, of: page, opened: outline.opened(in: entry))
      // A long one is looked at once there are units again.
      left -= text.textCost
      if text.textCost == 0 || left > 0 { left -= text.work(finder) }
      search?.give(text)
    }
    return true
  }

  // MARK: The filter

  /// Begins to apply a filter, which was typed so; another one is abandoned.
  mutating func begin(_ filter: Filter, line: String) {
    filtering = Filtering(filter: filter, line: line)
  }

  /// Gives up the filter that is being applied.
  mutating func endFilter() { filtering = nil }

  /// Looks at some more comments.
  ///
  /// - Returns: what the filter came to; nil while it goes on, and if there is none.
  mutating func continueFilter(
    units: Int, in page: Page, _ marks: Marks, _ outline: Outline, _ calls: CommandCalls
  ) -> Filtering.Outcome? {
    filtering?.work(units: units, page, marks, outline)
    guard let outcome = filtering?.outcome(of: page, calls) else { return nil }
    filtering = nil
    return outcome
  }

  // MARK: Quotations

  /// Continues the search for quotations; none is known at first.
  ///
  /// - Returns: the entries whose quotations are now known.
  mutating func continueQuotes(units: Int, in page: Page) -> [Int] {
    quotes.work(units: units, page: page)
  }

  /// Follows what an entry quotes; from there again what its next passage quotes.
  ///
  /// - Returns: nil if it quotes nothing, as far as is known.
  mutating func follow(from focus: Int) -> FollowedQuotation? {
    if let followed, followed.target == focus, let next = quotes.follow(followed.entry, followed) {
      self.followed = next
    } else {
      followed = quotes.follow(focus, nil)
    }
    return followed
  }

  /// Forgets which quotation was followed, since something else was done.
  mutating func forgetFollowed() { followed = nil }

  // MARK: Another page

  /// Starts over with a newer page, given which of its passages quote what, as far as that is known.
  mutating func take(_ quotes: QuoteIndex) { self = Finding(quotes) }
}

/// A quotation that was followed.
struct FollowedQuotation: Equatable, Sendable {
  /// The entry that quotes.
  var entry: Int
  /// Which of what it quotes this is, 0-based, and of how many.
  var index: Int
  var count: Int
  /// The entry that it led to.
  var target: Int
}

extension QuoteIndex {
  /// What an entry quotes: the first of it, or what comes after another, around the end.
  ///
  /// - Returns: nil if it quotes nothing, or nothing else.
  fileprivate func follow(_ entry: Int, _ last: FollowedQuotation?) -> FollowedQuotation? {
    var targets: [Int] = []
    for quotation in quotations(in: entry) where !targets.contains(quotation.target) {
      targets.append(quotation.target)
    }
    guard !targets.isEmpty, last == nil || targets.count > 1 else { return nil }
    let index = last.map { ($0.index + 1) % targets.count } ?? 0
    return FollowedQuotation(
      entry: entry, index: index, count: targets.count, target: targets[index])
  }
}
