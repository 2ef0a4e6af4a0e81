public import DiscussionModel
public import ReadMarks
public import TextGrid

/// Everything about one discussion being read.
///
/// Once it is restored it changes by actions, in ``update(_:layout:)``; ``press(_:layout:)`` makes
/// actions of keys. Views draw it, and the caller performs the effects.
public struct ReadingState: Sendable {
  /// What it shares with the other screens.
  public private(set) var shell: Shell
  /// The page, where the reader is in it, and what is looked for.
  private(set) var sheet: Sheet
  private(set) var record: ReadingRecord
  private(set) var mode = Mode.reading
  /// What is looked for in the list or text that is over the page.
  private(set) var listSearch = ListSearch()
  /// How far the outline beside the text and the third column are scrolled.
  private var side = SideScroll()
  /// From when on comments are to count as new, once it is known when they came; nil if nothing was chosen.
  private var wantedSince: SinceChoice?
  /// What there may be outside that is newer.
  private(set) var renewal: Renewal
  /// What stands beside this discussion in the library; nil while that is not known.
  private var neighbours: Neighbours?
  /// Whether leaving leads to another screen.
  let leadsBack: Bool
  private(set) var trail = CommandTrail()
  private var ending = Ending.none

  /// What was said of the page's end; the same key then does more.
  private enum Ending {
    case none
    /// That what comes is read or folded.
    case said
    /// That there is another discussion.
    case offersNext
  }

  /// How long a frame must stand for its rows to count as shown, in milliseconds.
  public static let standingTime = 200

  /// A first visit, at the top of the page.
  ///
  /// - Parameters:
  ///   - page: what is read.
  ///   - shell: what it shares with the other screens.
  ///   - neighbours: what stands beside the discussion in the library; nil if that is not known yet.
  ///   - marksByPassing: whether passing a comment marks it read.
  ///   - hasFile: whether there is a file that ``Effect/lookAtFile`` looks at.
  ///   - canFetch: whether it is known where to ask for a newer state.
  ///   - leadsBack: whether leaving leads to another screen.
  public init(
    _ page: Page, shell: Shell, neighbours: Neighbours? = nil, marksByPassing: Bool = true,
    hasFile: Bool = false, canFetch: Bool = false, leadsBack: Bool = false
  ) {
    self.shell = shell
    sheet = Sheet(page, shell.calls)
    record = ReadingRecord(page, marksByPassing: marksByPassing && !page.isBeginning)
    renewal = Renewal(hasFile: hasFile, canFetch: canFetch)
    self.neighbours = neighbours
    self.leadsBack = leadsBack
  }

  // MARK: What views draw

  public var page: Page { sheet.page }
  public var marks: Marks { record.marks }

  /// How many comments arrived since the last visit, whatever the reader chose.
  ///
  /// - Complexity: O(*n*).
  public var newSinceLastVisit: Int { record.newSinceLastVisit(in: page) }
  var viewport: Viewport { sheet.viewport }
  var outline: Outline { sheet.outline }
  var finding: Finding { sheet.finding }
  var focus: Int { sheet.focus }

  /// Whether nothing is over the page.
  var isReading: Bool { mode == .reading && shell.isBare }

  /// Whether the outline stands beside the text.
  var hasOutlineBeside: Bool { viewport.hasOutlineBeside(on: shell.size) }

  /// The part of the screen for the text.
  var pane: GridSize { viewport.pane(of: shell.size) }

  /// The entry in the middle of the outline that stands beside the text.
  var outlineMiddle: Int { inOutline(side.middle(at: focus)) ?? focus }

  /// The entry's line in the outline, or that of the fold that hides it; nil if it is left out.
  ///
  /// - Complexity: O(depth).
  func inOutline(_ entry: Int) -> Int? {
    guard entry < page.count, !outline.isLeftOut(entry) else { return nil }
    return outline.visible(entry, in: page)
  }

  /// How far the third column is scrolled, in rows.
  var besideTop: Int { side.top(at: focus) }

  /// Whether a search or a filter is still looking at texts.
  public var isSearching: Bool { finding.isSearching || listSearch.isPending }

  /// Whether a command waits until the rest of the discussion is there.
  public var isWaiting: Bool { renewal.waiting != nil }

  /// Whether the discussion is another on disk than on the screen.
  public var hasOffer: Bool { renewal.offer != nil }

  /// Whether the screen shows text that has not yet been noted as shown.
  public func hasUnnotedText(_ layout: inout Layout) -> Bool {
    isReading && sheet.hasUnnotedText(record, &layout)
  }

  /// Whether something was put off that ``Action/work(units:)`` goes on with.
  public var hasPendingWork: Bool {
    isFiltering || finding.search?.isDone == false || listSearch.isPending
      || record.isCounting
      || !finding.quotes.isDone
  }

  /// Whether a filter is being applied; it waits while something is over the page.
  private var isFiltering: Bool { finding.isFiltering && isReading }

  /// Where the reader is, to be kept: the focused entry and, in case it vanishes, what it answers.
  public func place(_ layout: inout Layout) -> Place {
    Place(
      entry: page.placeName(of: focus), offset: viewport.offset(sheet.rows, &layout))
  }

  /// What is folded, to be kept: hashes of names, see ``Page/nameHash(of:)``.
  ///
  /// - Complexity: O(*n*).
  public var foldedNames: [UInt64] { outline.foldedNames(in: page) }

  // MARK: Keys and actions

  /// Whose keys are in force.
  var context: Command.Context { shell.context(over: mode.context) }

  /// What is drawn of the shell.
  func shellView(_ geometry: Geometry) -> ShellView {
    ShellView(shell: shell, screen: .reading, here: context, geometry: geometry)
  }

  /// Takes up what stands beside the discussion in the library.
  public mutating func take(_ neighbours: Neighbours) { self.neighbours = neighbours }

  /// Takes over what it shares with the screen that was on top.
  public mutating func take(_ shell: Shell, layout: inout Layout) {
    self.shell = shell
    fit(&layout)
  }

  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key, layout: inout Layout) -> [Effect] {
    if key != .escape, renewal.putOff(key) { return [] }
    let takesCount = context == .reading || context == .news
    let action = shell.press(key, in: context, takesCount: takesCount)
    return action.map { update($0, layout: &layout) } ?? []
  }

  /// Turns the mouse's wheel over a cell: what is there scrolls, and else the page or what is over it.
  ///
  /// - Parameters:
  ///   - key: the wheel's.
  ///   - row: the cell's row, 0-based.
  ///   - column: its column, 0-based.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func turnWheel(
    _ key: Key, row: Int, column: Int, layout: inout Layout
  ) -> [Effect] {
    let lines = key == .wheelDown ? 3 : -3
    if let action = wheelAction(lines, row: row, column: column, layout.geometry) {
      return update(action, layout: &layout)
    }
    return press(key, layout: &layout)
  }

  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameters:
  ///   - action: what happened.
  ///   - layout: that of this state's screen, always the same one.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action, layout: inout Layout) -> [Effect] {
    if page.isBeginning, putOff(action) { return [] }
    if action.isCommand {
      shell.clearNotice()
      if action != .readOn { ending = .none }
      if case .news = mode, !action.leavesNewsOpen { mode = .reading }
      sheet.note(action, isReading: isReading)
    }
    let before = viewport.spot
    let outlined = (
      middle: outlineMiddle, size: shell.size, shape: outline.shape, count: page.count
    )
    let wasCounting = record.isCounting
    let effects = apply(action, &layout)
    if page.count != outlined.count {
      side.setMiddle(focus, at: focus)
    } else if focus != before.entry || shell.size != outlined.size
      || outline.shape != outlined.shape, hasOutlineBeside
    {
      side.setMiddle(outlineMiddle(showing: focus, from: outlined.middle), at: focus)
    }
    if action.isJump { sheet.leave(before) }
    if action.isCommand { note(action, from: before.entry) }
    if action.isCommand, viewport.focus != before.entry { sheet.hideReadAgain(marks, &layout) }
    if !mode.hasLines { listSearch = ListSearch() }
    switch action {
    // Nothing above comments changes by these, and they come often.
    case .tick, .saved: break
    case .work where !wasCounting: break
    default: sayHeaders(&layout)
    }
    return effects
  }

  /// Takes note of a command that was done at an entry.
  private mutating func note(_ command: Action, from entry: Int) {
    if command == .undo { sayWhatUnfolds() }
    let isLost = page.position(of: entry).map { marks.isUnread($0) && !record.isSeen($0) } ?? false
    trail.note(
      command, hasLeft: focus > entry, isLost: isLost && !outline.isFolded(entry),
      isFolded: outline.isFolded(focus))
  }

  /// Says after an undo what opens the fold that was made last, since undo leaves folds alone.
  private mutating func sayWhatUnfolds() {
    guard let id = trail.unfolding, let hint = shell.commands.hint(id) else { return }
    let isHere = id != "toggle-fold" || outline.isFolded(focus)
    let way =
      id == "toggle-fold"
      ? shell.calls[id] + " opens the fold" : shell.calls.callAndMeaning(id, hint.title)
    let words = shell.notice.map { $0 + " · " } ?? ""
    shell.say(words + (isHere ? way : "folds are not undone"))
  }

  /// Keeps a command that needs the whole discussion until that is there; Esc and whatever cancels a search give it up.
  ///
  /// - Returns: whether there is nothing to do now.
  private mutating func putOff(_ action: Action) -> Bool {
    if isWaiting, action.isCommand {
      guard action == .close || action == .stopSearching else { return true }
      _ = renewal.takeWaiting()
      shell.say("cancelled; nothing changed")
      return true
    }
    let reach = action.reach(on: shell.size)
    let start = outline.isFolded(focus) ? page.subtreeEnd(of: focus) : focus
    let isNearEnd = reach > 0 && start.sum(reach).sum(Self.leastAhead) > page.count
    if action.worksOnBeginning, !isNearEnd { return false }
    renewal.putOff(action)
    shell.say("waiting for the rest of the file… · " + shell.calls["close"] + " cancels")
    return true
  }

  /// How many entries of a discussion's beginning there must be after those to which a command may lead.
  private static let leastAhead = 50

  /// Replaces the beginning of a discussion with all of it: where the reader is, what is folded and what is typed
  /// stay.
  ///
  /// - Parameters:
  ///   - whole: the whole discussion.
  ///   - marksByPassing: whether passing a comment marks it read.
  ///   - canFetch: whether it is known where to ask for a newer state.
  ///   - layout: that of this state's screen.
  /// - Returns: what waited for it; nil if nothing did.
  /// - Complexity: O(*n*), without reading any text.
  public mutating func complete(
    _ whole: WholePage, marksByPassing: Bool, canFetch: Bool = false, layout: inout Layout
  ) -> DelayedCommand? {
    sheet.take(whole.page, whole.move, whole.quotes, &layout)
    moveMode(whole.move)
    record = ReadingRecord(whole.marks, marksByPassing: marksByPassing)
    if isWaiting { shell.clearNotice() }
    return renewal.complete(whole.page, canFetch: canFetch)
  }

  /// Shows what is over the page over a newer one.
  private mutating func moveMode(_ move: Migration) {
    mode = mode.moved(move)
    if case .outline(let selected) = mode {
      mode = .outline(selected: inOutline(selected) ?? focus)
    }
  }

  /// Whether the reader has moved since the page was opened.
  public var hasMoved: Bool { focus != 0 || viewport.top != ScrollPosition(entry: 0, row: 0) }

  private mutating func apply(_ action: Action, _ layout: inout Layout) -> [Effect] {
    switch shell.update(action, in: .reading) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt): return prompt.kind == .search ? find(.edited, &layout) : []
    case .paused(let prompt): return find(.paused(prompt.text), &layout)
    case .accepted(let prompt): return accept(prompt, &layout)
    case .closed(let prompt): return prompt.kind == .search ? find(.closed, &layout) : []
    case .chosen(let action): return [.useTheme(shell.theme)] + update(action, layout: &layout)
    }
    switch action {
    case .readOn: return readOn(&layout)
    case .toggleFold: return toggleFold(&layout)
    case .fetchReplies: return fetchReplies()
    case .takeIn: return takeIn(hasLooked: false, &layout)
    case .startSearch: return find(.begin, &layout)
    case .nextMatch: return find(.goOn(forward: true), &layout)
    case .previousMatch: return find(.goOn(forward: false), &layout)
    case .stopSearching where listSearch.isPending:
      listSearch.end()
      shell.say("search cancelled")
    case .startFilter: shell.open(.filter)
    case .filter(let line): return applyFilter(line, &layout)
    case .listQuoting: return open(listOfQuoting)
    case .listStars: return open(listOfStars)
    case .listNew: return open(listOfNew)
    case .listSince:
      record.beginCounting(in: page)
      return open((.list(listOfSince), nil))
    case .listLinks: return open(listOfLinks)
    case .listElsewhere:
      guard let address = page.linkedAddress ?? page.discussion.url else {
        return tell(Answer("this discussion has no link"))
      }
      return [.listElsewhere(address)]
    case .keep: return [.keepDiscussion]
    case .listAllLinks: return open(listOfAllLinks)
    case .goToSelected: return goToSelected(&layout)
    case .peek: return open(peeked)
    case .inspect: mode = .inspection(top: 0)
    case .moveInList(let lines):
      mode = selected(lines)
      listSearch.stay()
    case .scrollText(let rows): scrollText(by: rows, &layout)
    case .pageText(let screens): scrollText(by: screens * max(1, shell.size.rows - 3), &layout)
    case .scrollOutline(let lines):
      side.setMiddle(scrolledOutline(by: lines), at: focus)
    case .scrollBeside(let rows):
      side.setTop(BesideView.top(self, scrolledBy: rows, &layout), at: focus)
    case .choose: return choose(&layout)
    case .close: return close(&layout)
    case .toggleOutline: return toggleOutline(&layout)
    case .nextMeasure: return changeMeasure(&layout)
    case .openLink(let number): return tell(page.following(link: number, of: focus, shell.opener))
    case .copyText: return tell(page.copyingText(of: focus))
    case .copyQuote: return tell(page.copyingQuote(of: focus))
    case .copyLink: return tell(page.copyingLink(of: focus))
    case .openPage: return tell(page.openingPage(of: focus, shell.calls))
    case .openArticle: return tell(page.openingArticle)
    case .toggleLinked: return toggleLinked(&layout)
    case .linkedArticle(let linked):
      sheet.take(linked: linked, &layout)
      sheet.showLinked(true, &layout)
      shell.say(linkedShown)
    case .quit: return quit(&layout)
    case .exit: return sheet.passAtEnd(&record, shell.now, &layout) + [.exit]
    case .nextDiscussion: return leave(forNext: true, &layout)
    case .previousDiscussion: return leave(forNext: false, &layout)
    case .click(let row, let column): return click(row: row, column: column, &layout)
    case .resize: fit(&layout)
    case .stood: if isReading { sheet.noteShown(on: &record, &layout) }
    case .printed: if isReading { sheet.notePrinted(on: &record, &layout) }
    case .work(let units): work(units: units, &layout)
    case .offer(let newer):
      // Another reader may have fetched it.
      if !page.showsLinked { sheet.take(linked: newer.discussion.linked, &layout) }
      let hadOffer = hasOffer
      renewal.keep(newer, than: page)
      // What was said before would hide it, and may no longer be true.
      if hasOffer, !hadOffer { shell.clearNotice() }
    case .fileProblem(let problem): renewal.note(problem: problem)
    case .lookedAtFile: return takeIn(hasLooked: true, &layout)
    case .takeOver(let other): record.takeOver(other, in: page)
    default:
      // What needs more than the page and the time is above; the rest is another screen's.
      if let answer = sheet.apply(action, on: &record, now: shell.now, &layout) {
        return tell(answer)
      }
      if case .again(let action, let times) = action { return again(action, times, &layout) }
    }
    return []
  }

  /// Says in words above entries what holds by now, if the screen is one that is heard.
  private mutating func sayHeaders(_ layout: inout Layout) {
    sheet.say(viewport.isLinear ? HeaderWords(record, shell) : nil, &layout)
  }

  /// Takes a step of a search: of the text in place of the screen, of what is over the page, or else of
  /// the page.
  private mutating func find(_ step: ListSearch.Step, _ layout: inout Layout) -> [Effect] {
    if shell.searchText(step, over: .reading, columns: pane.columns) { return [] }
    if let lines = modeLines {
      if let place = listSearch.take(step, in: lines, &shell) { mode = selecting(place.line) }
      return []
    }
    switch step {
    case .begin:
      sheet.startSearch()
      shell.open(.search)
    case .edited: sheet.endSearch()
    case .paused(let typed): return tell(Answer(sheet.look(for: typed, &layout)))
    case .accepted(let typed):
      if shell.isSearchDue, let words = sheet.look(for: typed, &layout) { shell.say(words) }
      shell.closePrompt()
      if let pattern = finding.search?.pattern { shell.remember(pattern) }
      return tell(sheet.acceptSearch(typed, last: shell.lastPattern, &layout))
    case .closed: sheet.cancelSearch(&layout)
    case .goOn(let forward):
      return tell(sheet.goToMatch(forward: forward, last: shell.lastPattern, &layout))
    case .work: break
    }
    return []
  }

  /// Says what something came to.
  private mutating func tell(_ answer: Answer) -> [Effect] {
    if let words = answer.words { shell.say(words) }
    return answer.effects
  }

  /// The most that something is done with one key.
  private static let mostTimes = 10_000

  /// Does something so often, or until it changes nothing any more.
  private mutating func again(
    _ action: Action, _ times: Int, _ layout: inout Layout
  ) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(times, Self.mostTimes) {
      let before = (sheet.progress, record.undoCount)
      // One key does not lead past the end.
      if ending == .offersNext { ending = .said }
      effects += apply(action, &layout)
      if (sheet.progress, record.undoCount) == before { break }
    }
    return effects
  }

  private mutating func work(units: Int, _ layout: inout Layout) {
    // A search over help or messages has nothing to put off.
    if listSearch.isPending, let lines = modeLines {
      if let place = listSearch.take(.work(units: units), in: lines, &shell) {
        mode = selecting(place.line)
      }
      return
    }
    let words = sheet.continueSearch(units: units, isReading: isReading, &layout)
    if shell.notice == Sheet.searching, finding.search?.wanted == nil { shell.clearNotice() }
    _ = tell(Answer(words))
    if record.isCounting { return goOnCounting(units: units) }
    if isFiltering { _ = tell(Answer(sheet.continueFilter(units: units, marks, &layout))) }
    // What somebody waits for comes first.
    guard finding.search?.isDone != false, !isFiltering else { return }
    sheet.continueQuotes(units: units, &layout)
  }

  // MARK: Reading on, leaving

  private mutating func readOn(_ layout: inout Layout) -> [Effect] {
    let hasSaidEnd = ending != .none
    let (answer, end) = sheet.readOn(hasSaidEnd: hasSaidEnd, &record, shell.now, &layout)
    switch end {
    case nil: break
    case .unread: ending = .said
    case .page where ending == .offersNext: return answer.effects + [.leaveForNext]
    case .page:
      guard let title = neighbours?.next else { break }
      let left = outline.unreadCount(marks, of: page)
      let end =
        left == 0
        ? sheet.allRead(marks)
        : "End · \(String(left)) unread (" + shell.calls["next-unread"] + ")"
      ending = .offersNext
      return tell(
        Answer(
          end + " · " + shell.calls["read-on"] + " again: on to " + title, effects: answer.effects))
    }
    return tell(answer)
  }

  /// Goes back to where the reader came from, and at last leaves.
  private mutating func quit(_ layout: inout Layout) -> [Effect] {
    if case .conversation = outline.narrowing {
      sheet.widen(&layout)
      return []
    }
    return sheet.passAtEnd(&record, shell.now, &layout) + [.leave]
  }

  /// Goes to another discussion of the library.
  private mutating func leave(forNext isNext: Bool, _ layout: inout Layout) -> [Effect] {
    guard let neighbours else { return tell(Answer("no other discussions in the library")) }
    guard (isNext ? neighbours.next : neighbours.previous) != nil else {
      return tell(
        Answer(
          "no other discussion has unread comments · " + shell.calls["quit"] + " goes back"))
    }
    let effects = sheet.passAtEnd(&record, shell.now, &layout)
    return effects + [isNext ? .leaveForNext : .leaveForPrevious]
  }

  /// Closes the topmost thing that is open; never leaves.
  private mutating func close(_ layout: inout Layout) -> [Effect] {
    switch mode {
    case _ where listSearch.search != nil: listSearch.end()
    case .reading:
      if finding.search != nil {
        sheet.endSearch()
      } else if finding.isFiltering {
        sheet.endFilter()
        shell.say("filter cancelled")
      } else if outline.narrowing?.line != nil {
        return tell(Answer("showing all comments" + (sheet.leaveFilter(&layout) ?? "")))
      } else if outline.narrowing != nil {
        sheet.widen(&layout)
        shell.say("showing all comments")
      }
    case .inspection, .list, .peek, .news, .outline: mode = .reading
    }
    return []
  }

  // MARK: Typed lines

  /// Does what was typed.
  private mutating func accept(_ prompt: Prompt, _ layout: inout Layout) -> [Effect] {
    switch prompt.kind {
    case .search: return find(.accepted(prompt.text), &layout)
    case .filter: return applyFilter(prompt.text, &layout)
    case .since:
      do throws(Filter.Problem) {
        let typed = try choice(typed: prompt.text)
        shell.closePrompt()
        return count(since: typed)
      } catch {
        shell.report(error.message)
        return []
      }
    case .palette, .everything, .front, .site, .link, .file:
      shell.closePrompt()
      return []
    }
  }

  /// Begins to apply a filter; an empty line, and `off`, end it.
  ///
  /// A line that is none stays where it was typed, to be mended.
  private mutating func applyFilter(_ line: String, _ layout: inout Layout) -> [Effect] {
    sheet.endFilter()
    let line = line.trimmed
    if line.isEmpty || line == "off" {
      shell.closePrompt()
      guard outline.narrowing?.line != nil else { return tell(Answer("no filter is on")) }
      return tell(Answer("filter off" + (sheet.leaveFilter(&layout) ?? "")))
    }
    do throws(Filter.Problem) {
      let filter = try Filter(line, now: shell.now)
      shell.closePrompt()
      return tell(Answer(sheet.begin(filter, line: line, marks, &layout)))
    } catch {
      shell.report(error.message)
      return []
    }
  }

  // MARK: What is over the page

  /// Shows something over the page, or says why not.
  private mutating func open(_ wanted: (mode: Mode?, words: SafeText?)) -> [Effect] {
    if let mode = wanted.mode {
      self.mode = mode
      listSearch = ListSearch()
    }
    return tell(Answer(wanted.words))
  }

  /// Goes to what is selected, or opens it.
  private mutating func choose(_ layout: inout Layout) -> [Effect] {
    let chosen = mode
    mode = .reading
    switch chosen {
    case .list(let list):
      if case .allLinks(let links) = list.kind, links.indices.contains(list.selected) {
        // The list stays: one link is seldom all that is wanted of it.
        mode = chosen
        return tell(page.following(links[list.selected].address, shell.opener))
      }
      if case .links = list.kind {
        return tell(page.following(link: list.selected + 1, of: focus, shell.opener))
      }
      if case .since(let choices) = list.kind {
        guard choices[list.selected].isTyped else { return count(since: choices[list.selected]) }
        shell.open(.since)
        break
      }
      let positions = positions(in: list)
      guard positions.indices.contains(list.selected) else { break }
      sheet.open(positions[list.selected] + page.firstComment, &layout)
    case .peek(let entry, _): sheet.show(entry, &layout)
    case .news(let news):
      sheet.open(news.lines[news.selected].first + page.firstComment, &layout)
    case .outline(let selected): sheet.show(selected, &layout)
    case .reading: break
    case .inspection: mode = chosen
    }
    return []
  }

  /// Counts comments as new from another time on, until the reader leaves.
  private mutating func count(since choice: SinceChoice) -> [Effect] {
    if record.isCounting {
      wantedSince = choice
      return tell(Answer("counting…"))
    }
    record.choose(choice.since)
    let since = choice.date.isEmpty ? "" : " since " + choice.date
    let key: SafeText =
      marks.newCount > 0 ? " · " + shell.calls["list-new"] + " lists them" : ""
    return tell(Answer(SafeText("\(marks.newCount) new") + since + key))
  }

  /// How many comments are looked at in a unit of work for when they came.
  private static let arrivalsInAUnit = 8

  /// Looks when some more comments came; once that is known of all of them, counts those that are new.
  private mutating func goOnCounting(units: Int) {
    record.goOnCounting(comments: units * Self.arrivalsInAUnit, in: page)
    if record.isCounting { return }
    if case .list(let list) = mode, case .since = list.kind {
      var counted = listOfSince
      counted.selected = list.selected
      mode = .list(counted)
    }
    if let wanted = wantedSince {
      wantedSince = nil
      _ = count(since: wanted)
    }
  }

  /// Goes to the entry of the selected line, whatever choosing that would do.
  private mutating func goToSelected(_ layout: inout Layout) -> [Effect] {
    guard case .list(let list) = mode, case .allLinks(let links) = list.kind,
      links.indices.contains(list.selected)
    else { return choose(&layout) }
    mode = .reading
    sheet.open(links[list.selected].entry, &layout)
    return []
  }

  /// Scrolls text that is over the page.
  private mutating func scrollText(by rows: Int, _ layout: inout Layout) {
    if shell.text != nil {
      shell.scrollText(by: rows, over: .reading, columns: pane.columns)
    } else {
      mode = scrolled(rows, &layout)
    }
  }

  /// Folds or opens what is selected in the outline over the page, else the focused entry; where replies
  /// are missing, fetches them.
  private mutating func toggleFold(_ layout: inout Layout) -> [Effect] {
    if case .outline(let selected) = mode {
      return tell(sheet.toggleFold(of: selected, &layout))
    }
    return asksForReplies ? fetchReplies() : tell(sheet.toggleFold(of: focus, &layout))
  }

  /// Shows or hides the outline: beside the text where there is room, else over it.
  private mutating func toggleOutline(_ layout: inout Layout) -> [Effect] {
    guard viewport.hasRoomBeside(on: shell.size) else {
      mode = .outline(selected: focus)
      return []
    }
    let isWanted = !viewport.hasOutlinePane
    fit(&layout) { $0.wantOutlinePane(isWanted) }
    return [.remember(.outline(isWanted))]
  }

  /// Sets the text in the next width.
  private mutating func changeMeasure(_ layout: inout Layout) -> [Effect] {
    let cells = viewport.nextMeasure
    fit(&layout) { $0.setMeasure(cells) }
    shell.say(
      cells.map { SafeText("text at most \($0) cells wide") } ?? "text as wide as the screen")
    return [.remember(.measure(cells))]
  }

  /// Takes up what the reader chose in an earlier visit, or in the configuration.
  public mutating func prefer(_ preference: Preference, layout: inout Layout) {
    switch preference {
    case .outline(let isShown): fit(&layout) { $0.wantOutlinePane(isShown) }
    case .measure(let cells): fit(&layout) { $0.setMeasure(cells) }
    case .linear(let isWanted): fit(&layout) { $0.setLinear(isWanted) }
    case .libraryOrder: break
    }
  }

  /// Lays everything out for the screen's size; the place stays.
  private mutating func fit(
    _ layout: inout Layout, _ change: (inout Viewport) -> Void = { _ in }
  ) {
    sheet.fit(shell.size, &layout, change)
    sayHeaders(&layout)
    scrollText(by: 0, &layout)
    if case .peek(let entry, _) = mode { mode = .peek(entry: entry, top: 0) }
    if case .outline = mode, hasOutlineBeside { mode = .reading }
  }

  /// Does what a click asks for; it marks nothing.
  private mutating func click(row: Int, column: Int, _ layout: inout Layout) -> [Effect] {
    shell.forgetKeys()
    switch clicked(row: row, column: column, &layout) {
    case nil: break
    case .mode(let mode):
      self.mode = mode
      return choose(&layout)
    case .entry(let entry):
      mode = .reading
      sheet.show(entry, &layout)
    case .link(let entry, let answer):
      mode = .reading
      sheet.point(at: entry)
      return tell(answer)
    case .row(let entry, let isFold):
      mode = .reading
      sheet.point(at: entry)
      if isFold { return tell(sheet.toggleFold(of: entry, &layout)) }
    }
    return []
  }

  // MARK: Earlier visits, and what is newer outside

  /// Takes up an earlier reading.
  ///
  /// Comments that arrived since the last visit and are not read are new; read ones that say
  /// something else now are edited, and unread; those that came into a muted branch are read.
  ///
  /// - Parameters:
  ///   - earlier: what was kept.
  ///   - isReading: whether somebody has begun to read, under whom neither the place nor the folds change.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  /// - Complexity: O(*n*).
  public mutating func restore(
    _ earlier: EarlierReading, isReading: Bool = false, layout: inout Layout
  ) -> [Effect] {
    let effects = record.restore(earlier, in: page, now: shell.now)
    sayHeaders(&layout)
    if !isReading { sheet.restore(earlier, &layout) }
    let hasRoom = shell.size.rows >= NewsView.fewestRows && !viewport.isLinear
    if marks.newCount > 0, hasRoom, !isReading {
      _ = open(listOfNew)
      return effects
    }
    let room = layout.geometry.statusLimit - 1
    if let news = marks.news(of: page, since: lastVisitWords, shell.calls, room: room) {
      shell.say(news)
    }
    return effects
  }

  /// Whether Enter asks for missing replies here: an open comment says so, and the notice.
  private var asksForReplies: Bool {
    let isAsking =
      switch page.kind(of: focus) {
      case .comment: !outline.isFolded(focus)
      case .notice: true
      case .article, .links: false
      }
    return isAsking && renewal.canAskForReplies(at: focus, of: page)
  }

  private var linkedShown: SafeText {
    "the linked article · " + shell.calls["linked-article"] + " hides it"
  }

  /// Shows the linked article, or puts it away; one that is not kept yet is fetched first.
  private mutating func toggleLinked(_ layout: inout Layout) -> [Effect] {
    if page.showsLinked {
      sheet.showLinked(false, &layout)
      return []
    }
    if page.discussion.linked?.body != nil {
      sheet.showLinked(true, &layout)
      return tell(Answer(linkedShown))
    }
    guard let address = page.linkedAddress else {
      return tell(Answer("no linked article"))
    }
    return [.fetchArticle(address)]
  }

  private mutating func fetchReplies() -> [Effect] {
    tell(renewal.askForReplies(at: focus, of: page))
  }

  /// Shows the newer state of the discussion, or looks for one.
  ///
  /// Marks, folds, stars, place and what can be undone hold; comments that were added are new, and
  /// read ones that changed are edited.
  ///
  /// - Parameters:
  ///   - hasLooked: whether the file was looked at just now, so that nothing else can be new.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  private mutating func takeIn(hasLooked: Bool, _ layout: inout Layout) -> [Effect] {
    guard let newer = renewal.take(than: page) else {
      return tell(renewal.look(than: page, hasLooked: hasLooked))
    }
    let move = sheet.take(newer, &layout)
    let effects = record.take(move, now: shell.now)
    moveMode(move)
    listSearch = ListSearch()
    shell.say(move.words + (marks.newCount > 0 ? " · . next new" : ""))
    return effects
  }

  /// Goes to a comment and opens it, whatever hides it.
  ///
  /// - Returns: whether there is one with that id.
  /// - Complexity: O(*n*).
  public mutating func open(comment id: String, layout: inout Layout) -> Bool {
    let positions = 0..<page.thread.count
    guard let position = positions.first(where: { page.comment(at: $0).id == id }) else {
      return false
    }
    let before = viewport.spot
    sheet.open(position + page.firstComment, &layout)
    sheet.leave(before)
    // What is new would lie over the comment that was asked for.
    if case .news = mode { mode = .reading }
    return true
  }
}
