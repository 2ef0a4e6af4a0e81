import DiscussionModel
public import TextGrid

/// The screen of discussions to choose from: a front page, what a site's own search found, or who else discusses an
/// article.
///
/// It changes by actions, in ``update(_:)``; ``press(_:)`` makes actions of keys. A view draws it, and the caller
/// performs the effects.
public struct FrontState: Equatable, Sendable {
  /// What it shares with the other screens.
  public private(set) var shell: Shell
  /// Where the list comes from.
  public let origin: Origin
  private(set) var list = FrontList()
  /// What it lists, apart from the entries.
  private(set) var page: FrontListing
  /// Whether a newer list came while the reader was busy with this one.
  public private(set) var hasOffer = false
  /// What is looked for in the titles.
  private(set) var search = ListSearch()
  /// How the focused discussion begins, over the list, if somebody asked for it.
  private(set) var peeking = ListPeek()
  /// The links of what was taken from the list and can be brought back, the last one last.
  private var hidden: [String] = []
  /// Why the list could not be fetched the last time; nil if it was, or nobody tried.
  private(set) var failure: SafeText?
  /// Whether the reader has done anything here.
  private var isTouched = false

  /// Where a list of discussions comes from.
  public enum Origin: Equatable, Sendable {
    /// A front page.
    case front
    /// A site's own search, by the words that are looked for.
    case search(String)
    /// The question who else discusses an article.
    case elsewhere
  }

  /// - Parameters:
  ///   - page: what is known of it so far.
  ///   - origin: where the list comes from.
  ///   - shell: what it shares with the other screens.
  public init(_ page: FrontListing, origin: Origin = .front, shell: Shell) {
    self.shell = shell
    self.origin = origin
    self.page = page
    list.take(page.entries)
  }

  /// Takes over what it shares with the screen that was on top.
  public mutating func take(_ shell: Shell) {
    self.shell = shell
    relayout()
  }

  /// The focused discussion; nil if none is listed.
  public var focused: FrontEntry? { list.focused }

  // MARK: On the screen

  /// Whose keys are in force.
  var context: Command.Context { shell.context(over: peeking.isClosed ? .front : .libraryPeek) }

  /// Where everything stands on the screen.
  var geometry: Geometry { Geometry(list: shell.size, measure: Geometry.listMeasure) }

  /// The rows of the screen for lines; a peek takes the lower part of the body.
  var listRows: Range<Int> { peeking.listRows(in: geometry.body) }

  private var height: Int { listRows.count }

  /// Whether the place of the lines says why there are none, if the list could not be fetched.
  var showsFailure: Bool { list.count == 0 && page.fetched == nil && list.filter == nil }

  /// The lines on the screen.
  var linesOnScreen: Range<Int> { list.window.lines(onScreenOf: height) }

  /// The links of the discussions on the screen; none while something is over the list.
  public var linksOnScreen: [String] {
    shell.isBare && peeking.isClosed ? linesOnScreen.compactMap { list.entry(at: $0)?.link } : []
  }

  /// Rows of text that is over the list.
  private var textRows: Int { peeking.textRows(in: geometry.body, of: shell.size) }

  // MARK: Keys and actions

  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameter key: what was pressed.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key) -> [Effect] {
    isTouched = true
    let isOpen = peeking.isClosed && shell.isBare
    return shell.press(key, in: context, takesCount: isOpen).map { update($0) } ?? []
  }

  /// Applies an action: the one place in which anything changes.
  ///
  /// - Parameter action: what happened.
  /// - Returns: what the caller must do outside, in order, before it shows the next frame.
  public mutating func update(_ action: Action) -> [Effect] {
    if action.isCommand {
      shell.clearNotice()
      isTouched = true
    }
    let before = list.listings
    let effects = apply(action)
    if list.listings != before {
      search.restart(in: titles)
      list.window.showFocus(height)
    }
    return effects + peekAtFocus()
  }

  private mutating func apply(_ action: Action) -> [Effect] {
    switch shell.update(action, in: .front) {
    case .passed: break
    case .done(let effects): return effects
    case .edited(let prompt): return prompt.kind == .search ? find(.edited) : []
    case .paused(let prompt): return find(.paused(prompt.text))
    case .accepted(let prompt): return accept(prompt)
    case .closed(let prompt): return prompt.kind == .search ? find(.closed) : []
    case .chosen(let action): return [.useTheme(shell.theme)] + update(action)
    }
    let (isMove, words) = list.window.take(action, height)
    if isMove { return end(action, words) }
    switch action {
    case .nextWithNews: return say(list.goToNews(forward: true, height))
    case .previousWithNews: return say(list.goToNews(forward: false, height))
    case .again(let action, let times):
      // The most that something is done with one key.
      return (0..<min(times, 1_000)).flatMap { _ in apply(action) }
    case .open: return open()
    case .peek: return togglePeek()
    case .toggleMute: return hide()
    case .undo: return undo()
    case .nextOrder:
      list.prefer(list.order.next)
      return say(list.order.words)
    case .startSearch: return find(.begin)
    case .nextMatch: return find(.goOn(forward: true))
    case .previousMatch: return find(.goOn(forward: false))
    case .startFilter: shell.open(.filter)
    case .list(let filter): return say(list.apply(filter, shell.calls))
    case .startSearchOfEverything where origin == .elsewhere:
      return say("cannot search: this list covers several sites")
    case .startSearchOfEverything: shell.open(.site)
    case .startFront: shell.open(.front)
    case .scrollText(let rows): scrollText(by: rows)
    case .pageText(let screens): scrollText(by: screens * max(1, textRows - 1))
    case .close: return close()
    case .fetch: return renew()
    case .fetchMore: return fetchMore()
    case .keep: return keep()
    case .keepSource: return origin == .front ? [.keepSource] : say("not a front page")
    case .readTogether: return readTogether()
    case .copyLink: return copyLink()
    case .openPage: return browse(focused.map { SafeText(address: $0.link) })
    case .openArticle: return browse(focused?.target)
    case .quit: return [.leave]
    case .exit: return [.exit]
    case .click(let row, _): return click(row: row)
    case .resize: relayout()
    case .frontProblem(let problem):
      failure = problem
      shell.report(problem)
      // Once is enough.
      if showsFailure { shell.clearNotice() }
    case .front(let listing): take(listing)
    case .frontOffer(let listing): if isTouched { hasOffer = true } else { take(listing) }
    case .focus(let link):
      if let line = list.lines.firstIndex(where: { list.entries[$0].link == link }) {
        list.window.goTo(line: line, height)
      }
    case .peeked(let link, let page): show(page, of: link)
    // All others are about other screens.
    default: break
    }
    return []
  }

  /// The titles of what is listed.
  var titles: ListLines {
    let window = list.window
    return ListLines(
      context: .front, count: window.count, place: ListPlace(line: window.focus, top: window.top)
    ) { [list] in
      list.entry(at: $0)?.shownTitle
    }
  }

  /// Takes a step of a search: of the text in place of the list, or else of the titles.
  private mutating func find(_ step: ListSearch.Step) -> [Effect] {
    if shell.searchText(step, over: .front, columns: shell.size.columns) { return [] }
    guard let place = search.take(step, in: titles, &shell) else { return [] }
    if let top = place.top {
      list.window.goBack(to: (place.line, top), height)
    } else {
      list.window.goTo(line: place.line, height)
    }
    return []
  }

  private mutating func say(_ words: SafeText?) -> [Effect] {
    if let words { shell.say(words) }
    return []
  }

  /// Does what was typed.
  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.text.trimmed
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
    case .site:
      shell.closePrompt()
      return text.isEmpty ? [] : [.searchSite(text)]
    case .front:
      shell.closePrompt()
      return text.isEmpty ? [] : [.openFront(text)]
    case .palette, .since, .everything, .link, .file: return []
    }
  }

  /// Closes the topmost thing that is open; leaves only where nothing is listed.
  private mutating func close() -> [Effect] {
    if !peeking.isClosed {
      peeking.close()
      list.window.showFocus(height)
    } else if search.search != nil {
      search.end()
    } else if list.filter != nil {
      _ = list.apply(nil, shell.calls)
      shell.say("listing all again")
    } else if list.entries.isEmpty, shell.fetching == nil {
      // Nothing came: whoever asked for it goes back, as from a line that is typed.
      return [.leave]
    }
    return []
  }

  /// Lays everything out for the screen's size.
  private mutating func relayout() {
    peeking.set(in: shell.size)
    list.window.showFocus(height)
    scrollText(by: 0)
  }

  // MARK: What is listed

  private mutating func take(_ listing: FrontListing) {
    if listing.fetched != nil, listing.fetched != page.fetched { failure = nil }
    page = listing
    list.take(listing.entries)
  }

  /// Says that a move found no more, or asks the site for more if it was one down.
  private mutating func end(_ action: Action, _ words: SafeText?) -> [Effect] {
    guard let words else { return [] }
    let isDown: Bool =
      switch action {
      case .next: true
      case .move(let count), .page(let count): count > 0
      default: false
      }
    return isDown && page.hasMore && list.filter == nil ? fetchMore() : say(words)
  }

  /// Shows the newer list that came, or asks the site for one.
  private mutating func renew() -> [Effect] {
    guard hasOffer else { return [.fetchFront(more: false)] }
    hasOffer = false
    list.window.goTo(line: 0, height)
    return [.takeFrontOffer]
  }

  private mutating func fetchMore() -> [Effect] {
    page.hasMore ? [.fetchFront(more: true)] : say("the site lists no more")
  }

  // MARK: Opening and looking

  private mutating func open() -> [Effect] {
    guard let focused else { return say("nothing to open") }
    peeking.close()
    return [.openLink(focused.link)]
  }

  /// Opens all that is listed as one discussion.
  private mutating func readTogether() -> [Effect] {
    guard origin == .elsewhere else {
      return say("only discussions of one article can be read together")
    }
    guard list.count > 1 else { return say("nothing to read together") }
    return [.readTogether(list.lines.map { list.entries[$0].link })]
  }

  /// Shows how the focused discussion begins, or closes that.
  private mutating func togglePeek() -> [Effect] {
    if peeking.isClosed, focused == nil { return say("nothing is listed") }
    defer { list.window.showFocus(height) }
    return peeking.toggle(focused?.link).map { [.peekLink($0)] } ?? []
  }

  /// Asks for how the focused discussion begins, if that of another is on show.
  private mutating func peekAtFocus() -> [Effect] {
    peeking.follow(focused?.link).map { [.peekLink($0)] } ?? []
  }

  /// Shows how a discussion begins; nothing if that came too late.
  private mutating func show(_ page: Page?, of id: String) {
    peeking.take(page, of: id, shell)
    list.window.showFocus(height)
  }

  /// Scrolls text that is over the list.
  private mutating func scrollText(by rows: Int) {
    if shell.text != nil {
      shell.scrollText(by: rows, over: .front, columns: shell.size.columns)
    } else {
      let height = textRows
      peeking.scroll(by: rows, height: height)
    }
  }

  /// To the line that was clicked on; opens what is focused already.
  private mutating func click(row: Int) -> [Effect] {
    shell.forgetKeys()
    isTouched = true
    let line = list.window.top + row - listRows.lowerBound
    guard shell.isBare, listRows.contains(row), linesOnScreen.contains(line) else { return [] }
    if line == list.window.focus { return update(.open) }
    list.window.point(at: line)
    return []
  }

  private mutating func copyLink() -> [Effect] {
    guard let focused else { return say("nothing is listed") }
    let address = SafeText(address: focused.link)
    shell.say("copied " + address)
    return [.copy([address])]
  }

  private mutating func browse(_ address: SafeText?) -> [Effect] {
    guard focused != nil else { return say("nothing is listed") }
    guard let address else { return say("this discussion links to no page") }
    guard address.canBeOpened else {
      return say("not opened (only http, https, mailto and gemini): " + address)
    }
    shell.say("opening " + address)
    return [.browse(address)]
  }

  // MARK: Changing, and taking that back

  /// Keeps the focused discussion for good.
  private mutating func keep() -> [Effect] {
    guard let focused else { return say("nothing is listed") }
    return [.keepLink(focused.link)]
  }

  /// Takes the focused discussion from this list and from all later ones.
  private mutating func hide() -> [Effect] {
    guard let focused else { return say("nothing is listed") }
    hidden.append(focused.link)
    list.set(hidden: true, of: focused.link)
    say("never shown again:", focused, shell.calls["front-undo"] + " undoes")
    return [.hide(focused.link, true)]
  }

  private mutating func undo() -> [Effect] {
    guard let link = hidden.popLast() else { return say("nothing to undo") }
    list.set(hidden: false, of: link)
    if let entry = list.entries.first(where: { $0.link == link }) { say("shown again:", entry) }
    return [.hide(link, false)]
  }

  /// Says something of a discussion; of its title as much as leaves room for the rest.
  private mutating func say(_ verb: SafeText, _ entry: FrontEntry, _ rest: SafeText? = nil) {
    let end = rest.map { " · " + $0 } ?? ""
    let room = geometry.pageColumns - verb.width - end.width - 4
    shell.say(verb + " " + entry.shownTitle.truncated(to: max(8, room)) + end)
  }
}
