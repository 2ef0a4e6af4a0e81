import DiscussionModel
public import TextGrid

/// The library's screen: which discussions there are, what of them is listed, where the reader is.
///
/// It changes by actions, in ``update(_:)``; ``press(_:)`` makes actions of keys. A view draws it,
/// and the caller performs the effects.
public struct LibraryState: Equatable, Sendable {
  /// What it shares with the other screens.
  public private(set) var shell: Shell
  private(set) var list: LibraryList
  /// What is looked for in the titles.
  private(set) var search = ListSearch()
  /// How the focused discussion begins, over the list, if somebody asked for it.
  private(set) var peeking = ListPeek()
  /// What can be taken back, the last one last.
  private var steps: [Step] = []

  /// What was done and can be taken back.
  private enum Step: Equatable, Sendable {
    /// All comments of a discussion were marked read, of which so many were unread and new.
    case caughtUp(id: String, unread: Int, new: Int)
    /// A discussion was muted or unmuted.
    case muted(id: String, Bool)
    /// A discussion is no longer listed.
    case removed(id: String)

    /// The discussion's id.
    var id: String {
      switch self {
      case .caughtUp(let id, _, _), .muted(let id, _), .removed(let id): id
      }
    }

    /// That it was taken back.
    var undone: SafeText {
      switch self {
      case .caughtUp: "unread again:"
      case .muted(_, true): "no longer muted:"
      case .muted(_, false): "muted again:"
      case .removed: "brought back:"
      }
    }
  }

  /// - Parameters:
  ///   - entries: the discussions, in any order.
  ///   - shell: what it shares with the other screens.
  ///   - order: how they are listed.
  /// - Complexity: O(*n* log *n*).
  public init(_ entries: [LibraryEntry], shell: Shell, order: LibraryOrder = .news) {
    self.shell = shell
    list = LibraryList(entries, order: order)
  }

  /// Takes over what it shares with the screen that was on top.
  public mutating func take(_ shell: Shell) {
    self.shell = shell
    relayout()
  }

  /// The focused discussion; nil if a front page is focused, or nothing is listed.
  public var focused: LibraryEntry? { list.focused }

  /// Those of all discussions by now that stand otherwise than is known; nil where some came, went or
  /// got comments, so that the whole list must be rebuilt.
  ///
  /// - Complexity: O(*n*).
  public func changed(in newer: [LibraryEntry]) -> [LibraryEntry]? { list.changed(in: newer) }

  /// The discussion that is read after another, or before it: the next one with news, or else with
  /// something unread, around the ends; never the other one, and nil where there is none.
  ///
  /// - Complexity: O(*n*).
  public func unread(after id: String, forward: Bool) -> LibraryEntry? {
    list.unread(after: id, forward: forward)
  }

  /// What stands beside a discussion that is opened from here.
  public func neighbours(of id: String) -> Neighbours {
    Neighbours(
      next: unread(after: id, forward: true)?.shownTitle,
      previous: unread(after: id, forward: false)?.shownTitle)
  }

  // MARK: On the screen

  /// Whose keys are in force.
  var context: Command.Context {
    shell.context(over: peeking.isClosed ? .library : .libraryPeek)
  }

  /// Where everything stands on the screen.
  var geometry: Geometry { Geometry(list: shell.size, measure: Geometry.listMeasure) }

  /// The rows of the screen for lines; a peek takes the lower part of the body.
  var listRows: Range<Int> { peeking.listRows(in: geometry.body) }

  private var height: Int { listRows.count }

  /// The lines on the screen.
  var linesOnScreen: Range<Int> { list.window.lines(onScreenOf: height) }

  /// Rows of text that is over the list.
  private var textRows: Int { peeking.textRows(in: geometry.body, of: shell.size) }

  // MARK: Keys and actions

  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameter key: what was pressed.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key) -> [Effect] {
    let isOpen = peeking.isClosed && shell.isBare
    return shell.press(key, in: context, takesCount: isOpen).map { update($0) } ?? []
  }

  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameter action: what happened.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action) -> [Effect] {
    if action.isCommand { shell.clearNotice() }
    let before = list.listings
    let effects = apply(action)
    if list.listings != before {
      search.restart(in: titles)
      list.window.showFocus(height)
    }
    return effects + peekAtFocus()
  }

  private mutating func apply(_ action: Action) -> [Effect] {
    switch shell.update(action, in: .library) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt): return prompt.kind == .search ? find(.edited) : []
    case .paused(let prompt): return find(.paused(prompt.text))
    case .accepted(let prompt): return accept(prompt)
    case .closed(let prompt): return prompt.kind == .search ? find(.closed) : []
    case .chosen(let action): return [.useTheme(shell.theme)] + update(action)
    }
    let (isMove, words) = list.window.take(action, height)
    if isMove { return say(words) }
    switch action {
    case .nextWithNews: return say(list.goToNews(forward: true, height))
    case .previousWithNews: return say(list.goToNews(forward: false, height))
    case .again(let action, let times): return again(action, times: times)
    case .open: return open()
    case .peek: return togglePeek()
    case .catchUp: return catchUp()
    case .toggleMute: return toggleMute()
    case .remove: return remove()
    case .undo: return undo()
    case .nextOrder:
      list.prefer(list.order.next)
      shell.say(list.order.words)
      return [.remember(.libraryOrder(list.order))]
    case .startSearch: return find(.begin)
    case .nextMatch: return find(.goOn(forward: true))
    case .previousMatch: return find(.goOn(forward: false))
    case .startFilter: shell.open(.filter)
    case .list(let filter): return say(list.apply(filter, shell.calls))
    case .startSearchOfEverything: shell.open(.everything)
    // What was removed has no stars.
    case .listStars: return settle() + [.listAllStars]
    case .scrollText(let rows): scrollText(by: rows)
    case .pageText(let screens): scrollText(by: screens * max(1, textRows - 1))
    case .close: return close()
    case .fetch:
      if let source = list.focusedSource { return [.openFront(source.address)] }
      guard let focused else { break }
      shell.say("fetching " + focused.shownTitle)
      return [.fetch(focused.id)]
    case .copyLink: return copyLink()
    case .openPage: return openPage()
    case .quit: return settle() + [.leave]
    case .exit: return settle() + [.exit]
    case .click(let row, _): return click(row: row)
    case .resize: relayout()
    case .entries(let entries):
      list.take(entries)
      let ids = Set(entries.map(\.id))
      steps.removeAll { !ids.contains($0.id) }
    case .entry(let entry): list.take(entry)
    case .sources(let sources): list.take(sources)
    case .startFront: shell.open(.front)
    case .startLink: shell.open(.link)
    case .startFile: shell.open(.file)
    case .focus(let id): if let line = list.line(of: id) { list.window.goTo(line: line, height) }
    case .peeked(let id, let page): show(page, of: id)
    // All others are about other screens.
    default: break
    }
    return []
  }

  /// The titles of what is listed.
  var titles: ListLines {
    let window = list.window
    return ListLines(
      context: .library, count: window.count, place: ListPlace(line: window.focus, top: window.top)
    ) { [list] in
      list.entry(at: $0)?.shownTitle ?? list.source(at: $0)?.name ?? list.offer(at: $0)?.title
    }
  }

  /// Takes a step of a search: of the text in place of the list, or else of the titles.
  private mutating func find(_ step: ListSearch.Step) -> [Effect] {
    if shell.searchText(step, over: .library, columns: shell.size.columns) { return [] }
    guard let place = search.take(step, in: titles, &shell) else { return [] }
    if let top = place.top {
      list.window.goBack(to: (place.line, top), height)
    } else {
      list.window.goTo(line: place.line, height)
    }
    return []
  }

  /// Why a command about a discussion does nothing: none is focused.
  private var nothingHere: SafeText {
    if let offer = list.focusedOffer { return offer.words(shell.calls) }
    return list.focusedSource == nil
      ? "nothing is listed" : "this is a front page · " + shell.calls["library-open"] + " lists it"
  }

  private mutating func say(_ words: SafeText?) -> [Effect] {
    if let words { shell.say(words) }
    return []
  }

  /// The most that something is done with one key.
  private static let mostTimes = 10_000

  /// Does something so often, or until it changes nothing any more.
  private mutating func again(_ action: Action, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(times, Self.mostTimes) {
      let before = (list.window.focus, list.window.top, steps.count, peeking.isClosed)
      effects += apply(action)
      if before == (list.window.focus, list.window.top, steps.count, peeking.isClosed) { break }
    }
    return effects
  }

  /// Does what was typed.
  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .search: return find(.accepted(prompt.text))
    case .filter:
      // A line that cannot be a pattern stays, to be mended.
      do throws(Pattern.Problem) {
        let pattern = prompt.text.isEmpty ? nil : try Pattern(prompt.text)
        shell.closePrompt()
        return say(list.apply(pattern.map { .words($0) }, shell.calls))
      } catch {
        shell.report(error.words)
        return []
      }
    case .everything:
      shell.closePrompt()
      let effects = ResultsState.search(prompt.text)
      // What was removed is not found.
      return effects.isEmpty ? [] : settle() + effects
    case .front:
      shell.closePrompt()
      let name = prompt.text.trimmed
      return name.isEmpty ? [] : settle() + [.openFront(name)]
    case .link:
      shell.closePrompt()
      let link = prompt.text.trimmed
      return link.isEmpty ? [] : settle() + [.openLink(link)]
    case .file:
      shell.closePrompt()
      let path = prompt.text.trimmed
      return path.isEmpty ? [] : settle() + [.openFile(path)]
    case .palette, .since, .site: return []
    }
  }

  /// Closes the topmost thing that is open; never leaves.
  private mutating func close() -> [Effect] {
    if !peeking.isClosed {
      peeking.close()
      list.window.showFocus(height)
    } else if search.search != nil {
      search.end()
    } else if list.filter != nil {
      _ = list.apply(nil, shell.calls)
      shell.say("listing all again")
    }
    return []
  }

  /// Lays everything out for the screen's size.
  private mutating func relayout() {
    peeking.set(in: shell.size)
    list.window.showFocus(height)
    scrollText(by: 0)
  }

  // MARK: Opening and looking

  /// Reads the focused discussion, or opens the focused front page.
  private mutating func open() -> [Effect] {
    if let source = list.focusedSource { return settle() + [.openFront(source.address)] }
    if let offer = list.focusedOffer {
      shell.open(offer.prompt)
      return []
    }
    guard let focused else { return say("nothing to open") }
    peeking.close()
    return settle() + [.open(focused.id, comment: nil)]
  }

  /// Shows how the focused discussion begins, or closes that.
  private mutating func togglePeek() -> [Effect] {
    if peeking.isClosed, focused == nil { return say(nothingHere) }
    defer { list.window.showFocus(height) }
    return peeking.toggle(focused?.id).map { [.peek($0)] } ?? []
  }

  /// Asks for how the focused discussion begins, if that of another is on show.
  private mutating func peekAtFocus() -> [Effect] {
    peeking.follow(focused?.id).map { [.peek($0)] } ?? []
  }

  /// Shows how a discussion begins; nothing if that came too late.
  private mutating func show(_ page: Page?, of id: String) {
    peeking.take(page, of: id, shell)
    list.window.showFocus(height)
  }

  /// Scrolls text that is over the list.
  private mutating func scrollText(by rows: Int) {
    if shell.text != nil {
      shell.scrollText(by: rows, over: .library, columns: shell.size.columns)
    } else {
      let height = textRows
      peeking.scroll(by: rows, height: height)
    }
  }

  /// To the line that was clicked on; opens what is focused already.
  private mutating func click(row: Int) -> [Effect] {
    shell.forgetKeys()
    let line = list.window.top + row - listRows.lowerBound
    guard shell.isBare, listRows.contains(row), linesOnScreen.contains(line) else { return [] }
    if line == list.window.focus { return update(.open) }
    list.window.point(at: line)
    return []
  }

  /// The focused line's address; nil if it has none.
  private var address: SafeText? {
    focused?.address ?? list.focusedSource.map { SafeText(address: $0.address) }
  }

  private mutating func copyLink() -> [Effect] {
    guard let address = address, !address.isEmpty else { return say("this discussion has no link") }
    shell.say("copied " + address)
    return [.copy([address])]
  }

  private mutating func openPage() -> [Effect] {
    guard let address = address, !address.isEmpty else { return say("this discussion has no link") }
    guard address.canBeOpened else {
      return say("not opened (only http, https, mailto and gemini): " + address)
    }
    shell.say("opening " + address)
    return [.browse(address)]
  }

  // MARK: Changing, and taking that back

  /// Marks all comments of the focused discussion read.
  private mutating func catchUp() -> [Effect] {
    guard let focused else { return say(nothingHere) }
    guard focused.unread > 0 else { return say("nothing is unread here") }
    steps.append(.caughtUp(id: focused.id, unread: focused.unread, new: focused.new))
    list.set(unread: 0, new: 0, of: focused.id)
    shell.say(
      SafeText("\(counted(focused.unread, "comment")) marked read · ") + shell.calls["library-undo"]
        + " undoes")
    return [.catchUp(focused.id)]
  }

  /// Mutes the focused discussion, or lists it as the others again.
  private mutating func toggleMute() -> [Effect] {
    guard let focused else { return say(nothingHere) }
    let isMuted = !focused.isMuted
    steps.append(.muted(id: focused.id, isMuted))
    list.set(muted: isMuted, of: focused.id, isFollowed: !isMuted)
    say(isMuted ? "muted" : "no longer muted:", focused, shell.calls["library-undo"] + " undoes")
    return [.mute(focused.id, isMuted)]
  }

  /// Takes the focused discussion from the list; it is removed for good once that cannot be taken
  /// back any more.
  private mutating func remove() -> [Effect] {
    guard let focused else { return say(nothingHere) }
    steps.append(.removed(id: focused.id))
    list.set(removed: true, of: focused.id)
    say("removed", focused, shell.calls["library-undo"] + " undoes")
    return []
  }

  /// Takes back the last change.
  private mutating func undo() -> [Effect] {
    guard let step = steps.popLast() else { return say("nothing to undo") }
    var effects: [Effect] = []
    switch step {
    case .caughtUp(let id, let unread, let new):
      list.set(unread: unread, new: new, of: id)
      effects = [.undoCatchUp(id)]
    case .muted(let id, let isMuted):
      list.set(muted: !isMuted, of: id, isFollowed: true)
      effects = [.mute(id, !isMuted)]
    case .removed(let id): list.set(removed: false, of: id)
    }
    if let line = list.line(of: step.id) { list.window.goTo(line: line, height) }
    if let entry = list.entries.first(where: { $0.id == step.id }) { say(step.undone, entry) }
    return effects
  }

  /// Does what could still be taken back, now that it no longer can.
  private mutating func settle() -> [Effect] {
    let removed = steps.compactMap { if case .removed(let id) = $0 { id } else { nil } }
    steps = []
    list.settle()
    return removed.isEmpty ? [] : [.remove(removed)]
  }

  /// Says something of a discussion; of its title as much as leaves room for the rest.
  private mutating func say(_ verb: SafeText, _ entry: LibraryEntry, _ rest: SafeText? = nil) {
    let end = rest.map { " · " + $0 } ?? ""
    let room = geometry.pageColumns - verb.width - end.width - 4
    shell.say(verb + " " + entry.shownTitle.truncated(to: max(8, room)) + end)
  }
}
