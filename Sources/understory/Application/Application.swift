import ArgumentParser
import Configuration
import DiscussionModel
import Fetching
import Platform
import Library
import Reader
import Sites
import Storage
import TerminalUI
import TextGrid

/// One run of the program on the whole screen: a stack of screens, the one event loop, and the one place
/// where effects are performed.
///
/// Opening something puts a screen on the stack; leaving it takes that off again, and what was below is as
/// it was left. The program ends with the last screen.
struct Application: ~Copyable {
  private var display: Display
  private let presentation: Presentation
  /// The last one is on top, and is the one that is shown.
  private var screens: [any Screen] = []
  private var fetches: FetchQueue
  /// The library while no screen of it is on the stack, for the order of its discussions; nil until it
  /// is wanted.
  private var shelf: LibraryScreen?
  /// Whether the command that was given last, where lines are printed, waits for the fetch that goes on.
  private var isAwaited = false
  /// The links of the discussions that were focused on front pages when those were left, by their addresses.
  private var places: [String: String] = [:]
  /// The programs that were started, from whatever screen.
  private var programs = OtherPrograms()
  /// What could not be saved; printed once the terminal is restored.
  private var lost: [SafeText] = []
  /// The exit status, once the program is to end: 0, or 128 and the number of a signal.
  private var status: Int32?

  /// Reads until the user leaves.
  ///
  /// - Parameters:
  ///   - library: warnings for the library's screen; nil if there is none on the stack.
  ///   - discussion: what is read first, over the library; nil for none.
  ///   - appearance: how everything looks.
  ///   - throttle: when hosts may be asked.
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: ``Failure`` where there is no terminal to draw on.
  static func run(
    library: [SafeText]?, _ discussion: DiscussionScreen.Request?, _ appearance: Appearance,
    _ throttle: HostThrottle
  ) throws -> Int32 {
    let (status, lost) = try read(library, discussion, appearance, throttle)
    let name: SafeText =
      if case .lines = appearance.presentation { "Error: " } else { "understory: " }
    for line in lost { Output.error.writeLine(name + line) }
    return status
  }

  /// The terminal is given back when this returns.
  private static func read(
    _ library: [SafeText]?, _ discussion: DiscussionScreen.Request?, _ appearance: Appearance,
    _ throttle: HostThrottle
  ) throws -> (status: Int32, lost: [SafeText]) {
    var application = try Application(appearance, throttle)
    if let library {
      application.push(
        LibraryScreen(
          warnings: library, sources: application.display.settings.sources,
          shell: application.shell))
    }
    if let discussion { application.read(discussion) }
    return (application.run(), application.lost)
  }

  private init(_ appearance: Appearance, _ throttle: HostThrottle) throws {
    do throws(TerminalError) {
      display = try Display(appearance, crashLog: Self.crashLog)
    } catch {
      if case .ended(let signal) = error { throw ExitCode(128 + signal) }
      throw Failure(SafeText(error.message))
    }
    presentation = appearance.presentation
    fetches = FetchQueue(Fetcher(fronts: appearance.settings.sources.map(\.address), throttle))
  }

  /// What is written when there is a fault in the program; where there is no place for it, nothing is.
  private static var crashLog: TerminalSession.CrashLog {
    let folder = UserFolder.state
    if let folder { try? makeDirectories(folder) }
    return TerminalSession.CrashLog(
      path: folder.map { $0 + "/crash.log" }, heading: ProgramVersion.line)
  }

  /// Seconds since 1970.
  private static var now: Int64 { WallClock.now }

  // MARK: The stack

  private var top: (any Screen)? { screens.last }
  private var discussion: DiscussionScreen? { top as? DiscussionScreen }
  /// The library's screen, wherever it is on the stack, or else the one beside it; nil if there is none.
  private var library: LibraryScreen? {
    screens.lazy.compactMap { $0 as? LibraryScreen }.last ?? shelf
  }

  /// What a new top screen shares with the others.
  private var shell: Shell { top?.shell.passedOn() ?? display.shell(now: Self.now) }

  private mutating func push(_ screen: any Screen) {
    top?.cover()
    screens.append(screen)
    display.useMouse(screen.shell.usesMouse)
    perform(screen.begin())
  }

  /// Takes the top screen off; with the last one the program ends.
  private mutating func pop() {
    guard let left = screens.popLast() else { return }
    lost += left.finish()
    guard let top else {
      status = status ?? 0
      return
    }
    let id = (left as? DiscussionScreen)?.id
    if let front = left as? FrontScreen {
      places[front.source.address] = front.focus
      // Nobody waits for its list any more.
      if let wish = fetches.wish, front.waits(for: wish) {
        fetches.cancel()
        top.update(.fetching(nil))
      }
    }
    top.comeBack(left.shell.passedOn(), from: id)
    // What is listed there may be read by now, though that is not seen yet.
    if id != nil, let library, library !== top { library.refresh() }
  }

  /// Does what waited for the rest of a long file; each key is one of whatever screen is on top by then.
  private mutating func goOn(with waiting: DelayedCommand) {
    perform(top?.update(waiting.action) ?? [])
    for key in waiting.keys where status == nil { perform(top?.press(key) ?? []) }
  }

  /// Leaves a discussion whose file turned out not to be one once its beginning was on the screen.
  private mutating func giveUp(_ failure: SafeText) {
    if screens.count == 1 {
      lost.append(failure)
      status = EXIT_FAILURE
    }
    pop()
    top?.say(failure)
  }

  /// - Parameters:
  ///   - request: what is read.
  ///   - shell: what it shares with the other screens; nil for what the top screen has.
  private mutating func read(_ request: DiscussionScreen.Request, shell: Shell? = nil) {
    var request = request
    request.neighbours = library?.neighbours(of: request.page.discussion.id)
    request.leadsBack = !screens.isEmpty
    let screen = DiscussionScreen(
      request, shell: shell ?? self.shell, settings: display.settings, presentation)
    push(screen)
    if let link = request.link {
      fetches.putOff(.discussion(screen.id, link: link), isWanted: request.takesIn)
      screen.update(.fetching(SafeText(FetchError.host(of: link)) + "…"))
    }
  }

  /// Opens a discussion of the library.
  ///
  /// - Parameters:
  ///   - id: the discussion's.
  ///   - comment: where to begin; nil for where it was left.
  private mutating func open(_ id: String, at comment: String?) {
    do {
      // Whoever names a comment waits until that is there.
      var request = try LibraryScreen.request(id, mayBegin: comment == nil && display.isDrawn)
      request.comment = comment
      // What was found there is the article.
      request.startsAtTop = comment == nil && top is ResultsScreen
      read(request)
    } catch {
      top?.report(error, of: id)
    }
  }

  /// Opens the discussion at an address: what the library has of it at once, and else once it was fetched.
  private mutating func openLink(_ typed: String) {
    if let (id, comment) = LinkedFiles.keptDiscussion(typed) {
      if let discussion, discussion.id == id { return discussion.open(comment: comment) }
      return open(id, at: comment)
    }
    let link = SiteVisit.link(withoutScheme: typed) ?? typed
    do {
      guard var request = try LibraryScreen.request(link: link) else {
        fetch(.link(link, for: .opening))
        return
      }
      if let discussion, discussion.id == request.page.discussion.id {
        discussion.open(comment: request.comment)
        return
      }
      request.link = link
      request.takesIn = true
      read(request)
    } catch {
      top?.mend(error, of: link)
    }
  }

  /// Keeps the discussion in a file, and opens it.
  private mutating func openFile(_ path: String) {
    if let link = LinkedFiles.link(path) { return openLink(link) }
    do {
      let id = path == Sample.id ? path : try LibraryScreen.keep(file: path)
      library?.refresh()
      open(id, at: nil)
    } catch {
      top?.mend(error, of: path)
    }
  }

  /// Shows how the discussion at an address begins, as for ``openLink(_:)``.
  private mutating func peek(_ link: String) {
    do {
      if let request = try LibraryScreen.request(link: link) {
        top?.update(.peeked(id: link, request.page))
      } else {
        fetch(.link(link, for: .peeking))
      }
    } catch {
      top?.update(.peeked(id: link, nil))
      top?.report(error, of: link)
    }
  }

  /// Keeps the discussion at an address until it is removed by hand, and fetches it first if need be.
  private mutating func keep(_ link: String) {
    do {
      let library = try DiscussionLibrary.usual(.ofScreens)
      guard let name = library.name(ofLink: link) else {
        fetch(.link(link, for: .keeping))
        return
      }
      try library.keepForGood(file: name)
      top?.say("kept until you remove it")
    } catch {
      top?.report(error, of: link)
    }
  }

  /// Lists a front page, by its name or address.
  private mutating func openFront(_ name: String) {
    do {
      let address = try FrontNames(display.settings).address(of: name)
      let title = display.settings.sources.first { $0.address == address }?.name ?? name
      push(FrontScreen(.front(address), called: name, title: SafeText(title), shell: shell))
      if let link = places[address] { top?.update(.focus(id: link)) }
    } catch {
      // What was probably meant has to find room in the last row of the screen.
      if let nearest = FrontNames(display.settings).nearest(to: name) {
        let isThere = top?.shell.canMend == true
        let problem = isThere ? "" : "no front page is named \(name); "
        top?.update(.mend(SafeText("\(problem)did you mean \(nearest)?")))
      } else if display.isDrawn, !name.contains(".") {
        top?.update(.mend("no such front page; names are hn, lobsters…"))
      } else {
        top?.mend(error, of: name)
      }
    }
  }

  /// Lists the front page on top in the library from now on.
  private mutating func keepSource() {
    guard let front = top as? FrontScreen else { return }
    do {
      let sources = display.settings.sources
      let source = try UserSettings.add(front.title.string, front.name)
      let isThere = sources.contains { $0.address == source.address }
      if !isThere { display.settings.sources.append(source) }
      library?.sources = display.settings.sources
      fetches.fronts = display.settings.sources.map(\.address)
      front.say(
        SafeText(
          isThere
            ? "already listed in the library: \(source.name)"
            : "now listed in the library: \(source.name)"))
    } catch {
      front.report(error)
    }
  }

  /// Opens the discussion after the one on top, or before it, in its place.
  private mutating func openNeighbour(forward: Bool) {
    guard let left = discussion, let library else { return }
    left.trying {
      library.refresh()
      guard let id = library.unread(after: left.id, forward: forward) else {
        return left.say(
          "no other discussion has unread comments · " + left.shell.calls["quit"] + " goes back")
      }
      let request = try LibraryScreen.request(id, mayBegin: display.isDrawn)
      screens.removeLast()
      lost += left.finish()
      library.refresh()
      read(request, shell: left.shell.passedOn())
    }
  }

  /// Finds out what stands beside a discussion that was not opened from the library, once it is on the
  /// screen.
  private mutating func findNeighbours() {
    guard library == nil, let discussion else { return }
    let shelf = LibraryScreen(warnings: [], sources: [], shell: shell)
    discussion.take(shelf.neighbours(of: discussion.id))
    self.shelf = shelf
  }

  // MARK: The loop

  /// For how long work goes on before input is looked for again, in milliseconds; the last step may
  /// take some more.
  private static let slice = 1
  /// How often it is shown what comes of work that goes on without a key, in milliseconds.
  private static let workShown = 40

  private mutating func run() -> Int32 {
    // When the screen was drawn last, if there was nothing but work since; else nil.
    var drawn: Int?
    while status == nil, let top {
      let now = TerminalSession.milliseconds()
      let isWorking = top.delay(at: now) == 0
      if !isWorking || drawn.map({ now - $0 >= Self.workShown }) ?? true {
        show(top)
        drawn = isWorking ? now : nil
      }
      findNeighbours()
      beginFirstFetch()
      let typing = top.shell.nextTick.map { max(0, $0 - now) }
      let waits = [
        top.delay(at: now), fetches.delay(at: now), typing, display.printer?.delay(at: now) ?? nil,
      ].compactMap { $0 }
      let events = display.events(
        within: waits.min(), orReadable: top.files + fetches.files)
      if events.contains(.continued) {
        top.forgetShown()
        display.forget()
      }
      top.tick(at: TerminalSession.milliseconds())
      if !events.isEmpty { drawn = nil }
      if events.isEmpty { top.work(until: TerminalSession.milliseconds() + Self.slice) }
      for event in events where status == nil { take(event) }
      advanceFetch()
      beginNextFetch()
      perform(self.top?.advance(at: TerminalSession.milliseconds()) ?? [])
      if let failure = discussion?.failure { giveUp(failure) }
      if let waiting = discussion?.takeWaiting() { goOn(with: waiting) }
    }
    display.printer?.finish()
    for screen in screens.reversed() { lost += screen.finish() }
    return status ?? 0
  }

  private mutating func show(_ screen: any Screen) {
    screen.noteProblem()
    if case .lines = presentation {
      let now = TerminalSession.milliseconds()
      let hasPending = screen.delay(at: now) == 0
      let work = awaited
      display.printer?.show(screen, work: work, hasPending: hasPending, at: now)
      return
    }
    let frame = screen.frame(theme: display.theme)
    if display.show(frame) { screen.noteShown(frame, at: TerminalSession.milliseconds()) }
  }

  /// What the last command waits for, where lines are printed, in words; nil for nothing.
  private var awaited: SafeText? {
    if isAwaited, fetches.isBusy || fetches.isJoining {
      let words = (top?.shell.fetching ?? "").string.prefix { $0 != "…" }
      return words.isEmpty ? "fetching" : SafeText("fetching \(words)")
    }
    return top?.isSearching == true ? "searching" : nil
  }

  /// Does what a line asks for that was typed where lines are printed.
  private mutating func obey(_ line: String?) {
    guard let top else { return }
    display.printer?.begin(line ?? "")
    guard let line else {
      top.update(.report("the line is too long"))
      return
    }
    switch top.hear(line) {
    case .actions(let actions):
      for action in actions where self.top === top && status == nil {
        perform(top.update(action))
      }
    case .link(let address): openLink(address)
    case .again: display.printer?.repeatAll()
    case .place: printNow(top.placeLines())
    case .unread: printNow(top.unreadLines)
    case .help(let name): printNow(help(about: name, on: top))
    case .said(let words): printNow([words])
    case .refused(let words): top.update(.report(words))
    case .unknown(let name, let names):
      // A command may have been typed with the answer to its question.
      let word = name.split(separator: " ").first.map(String.init) ?? name
      let nearest =
        nearestName(to: name.lowercased(), among: names)
        ?? nearestName(to: word.lowercased(), among: names)
      let meant = nearest.map { "; did you mean \($0)?" } ?? "; help lists commands"
      top.update(.report(SafeText("no command is called \(name)\(meant)")))
    }
  }

  private mutating func printNow(_ lines: [SafeText]) { display.printer?.add(lines) }

  /// What help says on a screen about a command or a topic, or in general.
  private func help(about name: String, on screen: any Screen) -> [SafeText] {
    if let topic = HelpTopic(rawValue: name) { return topic.lines }
    return screen.helpLines(about: name, topics: HelpTopic.list)
      ?? [SafeText("Error: no command or topic is called \(name); topics: \(HelpTopic.list)")]
  }

  private mutating func take(_ event: TerminalEvent) {
    guard let top else { return }
    top.update(.clock(Self.now))
    switch event {
    case .line(let line): obey(line)
    case .endOfInput: perform(top.update(.exit))
    case .key(let key): perform(top.press(key))
    case .click(let row, let column): perform(top.update(.click(row: row, column: column)))
    case .wheel(let key, let row, let column):
      perform(top.turnWheel(key, row: row, column: column))
    case .paste(let text): perform(top.update(.paste(text)))
    case .message(let line): top.say(line)
    case .childEnded:
      if let problem = programs.takeEnded(&display) { say(notOpened: problem) }
    case .resized(let size): top.update(.resize(size))
    case .interrupted where top.shell.isTyping:
      display.printer?.begin(nil)
      perform(top.press(.control("c")))
    case .interrupted where top.isSearching: top.stopSearching()
    case .interrupted where fetches.isBusy && fetches.wish?.isPrefetched == false:
      if case .link(let link, for: .peeking) = fetches.wish { top.update(.peeked(id: link, nil)) }
      fetches.cancelAll()
      top.update(.fetching(nil))
      top.say("cancelled; nothing changed")
    case .interrupted where fetches.hasJustEnded(at: TerminalSession.milliseconds()):
      top.say("nothing left to cancel")
    case .interrupted: status = 128 + SIGINT
    case .ended(let signal): status = 128 + signal
    case .continued, .readable: break
    }
  }

  // MARK: Effects

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .save(let changes): discussion?.save(changes)
    case .copy(let lines):
      let isCopied = programs.copy(lines.map(\.string).joined(separator: "\n"))
      if !display.copy(lines) { top?.say("too long for the terminal's clipboard") }
      if case .lines = presentation, !isCopied {
        top?.update(.report("not copied: wl-copy or xclip is needed for that; this is the text:"))
        printNow(lines)
      }
    case .browse(let address):
      if let problem = programs.open(address, &display) { say(notOpened: problem) }
    case .useTheme(let name):
      do throws(ThemeError) {
        try display.useTheme(name)
      } catch {
        top?.update(.report(SafeText(error.message)))
      }
    case .remember(let preference): remember(preference)
    case .useMouse(let isWanted): display.useMouse(isWanted)
    case .redraw: display.forgetScreen()
    case .lookAtFile: discussion?.lookAtFile(at: TerminalSession.milliseconds())
    case .fetch(let id):
      if let again = discussion?.joining, discussion?.id == id {
        join(Joining(again.links, about: again.article))
      } else {
        fetch(.discussion(id, link: nil))
      }
    case .fetchReplies(let comment):
      if let id = discussion?.id { fetch(.replies(to: comment, of: id)) }
    case .fetchArticle(let address):
      if let id = discussion?.articleHolder { fetch(.article(address, of: id)) }
    case .open(let id, let comment): open(id, at: comment)
    case .openLink(let link): openLink(link)
    case .openFile(let path): openFile(path)
    case .openFront(let name): openFront(name)
    case .fetchFront(let more):
      if let wish = (top as? FrontScreen)?.wish(more: more) { fetch(wish) }
    case .takeFrontOffer: (top as? FrontScreen)?.takeOffer()
    case .peekLink(let link): peek(link)
    case .keepLink(let link): keep(link)
    case .keepDiscussion:
      let links = discussion?.links ?? []
      if links.isEmpty, let words = discussion?.keepingWithoutLink { top?.say(words) }
      for link in links { keep(link) }
    case .keepSource: keepSource()
    case .hide(let link, let isHidden): (top as? FrontScreen)?.hide(link, isHidden)
    case .searchSite(let words):
      guard let front = top as? FrontScreen else { break }
      guard let search = FrontSearch(words, at: front.source.address) else {
        front.say("this site cannot be searched from here")
        break
      }
      push(
        FrontScreen(
          .search(search.address, words: words), called: search.address, title: front.title,
          shell: shell))
    case .listElsewhere(let address):
      push(
        FrontScreen(
          .elsewhere(address, discussion: discussion?.id), called: address,
          title: SafeText(address: address), shell: shell))
    case .readTogether(let links):
      if let front = top as? FrontScreen { join(Joining(links, about: front.source.address)) }
    case .peek(let id): library?.peek(id)
    case .catchUp(let id): library?.catchUp(id)
    case .undoCatchUp(let id): library?.undoCatchUp(id)
    case .mute(let id, let isMuted): library?.mute(id, isMuted)
    case .remove(let ids): library?.remove(ids)
    case .search(let query): search(query)
    case .listAllStars: push(ResultsScreen(query: nil, shell: shell))
    case .leave: pop()
    case .leaveForNext: openNeighbour(forward: true)
    case .leaveForPrevious: openNeighbour(forward: false)
    case .exit: status = 0
    }
  }

  private func say(notOpened problem: SafeText) { top?.update(.report("not opened: " + problem)) }

  /// Keeps what the reader chose; while marks cannot be saved, it holds for this run only.
  private func remember(_ preference: Preference) {
    if let discussion { return discussion.remember(preference) }
    guard let top, top.shell.problem == nil else { return }
    top.trying {
      try MarksAccess.ofScreens.use { (library) throws(StorageError) in try library.save(preference)
      }
    }
  }

  /// Searches everything, on a screen in the place of another search's.
  private mutating func search(_ query: String) {
    let shell = shell
    if let top, top is ResultsScreen {
      top.cover()
      screens.removeLast()
    }
    push(ResultsScreen(query: query, shell: shell))
  }

  // MARK: Fetching

  private mutating func beginFirstFetch() {
    guard let (wish, isWanted) = fetches.takeFirst() else { return }
    top?.update(.fetching(nil))
    fetch(wish, isWanted: isWanted)
  }

  private mutating func fetch(_ wish: BackgroundFetch.Wish, isWanted: Bool = true) {
    do {
      try fetches.begin(wish, on: isWanted ? top : nil)
      if isWanted { isAwaited = display.printer?.isDue == true }
      advanceFetch()
    } catch {
      if case .link(let link, for: .peeking) = wish { top?.update(.peeked(id: link, nil)) }
      if !fetches.isBusy { top?.update(.fetching(nil)) }
      if let line = (error as? any LineError)?.line, top?.shell.canMend == true {
        mend(wish, because: line)
      } else {
        top?.report(error)
      }
    }
  }

  /// Goes on with what is fetched, as far as it goes without waiting.
  private mutating func advanceFetch() {
    guard let top, let progress = fetches.advance(at: TerminalSession.milliseconds()) else {
      return
    }
    switch progress {
    // Nobody waits for what gives way.
    case .goesOn(let words): if fetches.wish?.isPrefetched != true { top.update(.fetching(words)) }
    case .ended(let outcome, let wish):
      top.update(.fetching(nil))
      end(outcome, of: wish, on: top)
    }
  }

  /// Begins what is to be fetched next, and shows what can be read as one if its reader still waits for it.
  private mutating func beginNextFetch() {
    let fronts = screens.compactMap { $0 as? FrontScreen }
    let joined = fetches.goOn { wish in fronts.contains { $0.waits(for: wish) } }
    guard let joined, let top else { return }
    guard fetches.isAsked(by: top) else {
      return top.say(
        "fetched · " + top.shell.calls["front-together"] + " reads them together")
    }
    do {
      let request = try joined.request()
      if let discussion, discussion.id == request.page.discussion.id {
        perform(discussion.take(request))
      } else {
        read(request)
      }
    } catch {
      top.report(error)
    }
  }

  /// Fetches discussions of one article, and then reads them as one.
  private mutating func join(_ wanted: Joining) {
    fetches.join(wanted, on: top)
    isAwaited = true
  }

  /// Takes up what came of a fetch, on whatever screen is on top by now.
  private mutating func end(
    _ outcome: BackgroundFetch.Outcome, of wish: BackgroundFetch.Wish, on top: any Screen
  ) {
    switch outcome {
    case .failed(let line):
      if case .link(let link, for: .peeking) = wish { top.update(.peeked(id: link, nil)) }
      if case .link(_, for: .joining) = wish {
        fetches.noteNotJoined(because: line)
        return
      }
      if fetches.isWanted, fetches.isAsked(by: top), top.shell.canMend {
        mend(wish, because: line)
      } else if !wish.isPrefetched {
        let line = line + advice(on: wish, on: top)
        let front = front(waitingFor: wish)
        front?.update(.frontProblem(line))
        if front !== top { top.update(.report(fetches.isWanted ? line : "not fetched: " + line)) }
      }
    case .listed(let page):
      let front = front(waitingFor: wish)
      let links = front?.take(page, of: wish) ?? []
      guard case .front(let address) = wish, front?.source == .front(address) else { break }
      let first = Set(page.rows.prefix(display.settings.prefetch).map(\.link))
      fetches.prefetch(links.filter { first.contains($0) })
    case .found(let found):
      front(waitingFor: wish)?.take(found)
    case .kept(let report):
      if case .link(let link, let purpose) = wish {
        end(report, from: link, for: purpose, on: top)
        return
      }
      if let link = report.discussion.origin?.link {
        for screen in screens { (screen as? FrontScreen)?.noteFetched(report, from: link) }
      }
      let holder = report.linked == nil ? discussion?.id : discussion?.articleHolder
      if let discussion, holder == report.discussion.id {
        // Under somebody who did not ask for it here nothing changes.
        let isWanted = fetches.isWanted && fetches.isAsked(by: discussion)
        // What is opened is fetched by itself.
        let isQuiet = if case .discussion(_, link: .some) = wish { true } else { false }
        perform(discussion.take(report, isWanted: isWanted, isQuiet: isQuiet))
        return
      }
      (top as? LibraryScreen)?.refresh()
      guard fetches.isWanted || report.keeping != nil else { return }
      let line = report.linked == nil ? report.keeping?.line ?? "nothing new" : "article fetched"
      top.say(SafeText(line + " · " + report.discussion.title))
    }
  }

  /// The topmost screen that waits for a list; nil if none does.
  private func front(waitingFor wish: BackgroundFetch.Wish) -> FrontScreen? {
    screens.lazy.compactMap { $0 as? FrontScreen }.last { $0.waits(for: wish) }
  }

  /// What can be done about a page that could not be fetched, after a separator; empty for nothing.
  private func advice(on wish: BackgroundFetch.Wish, on top: any Screen) -> SafeText {
    let opening: String? =
      switch wish {
      case .article: "open-article"
      // Elsewhere the key opens another page.
      case .link(_, for: .opening) where top is FrontScreen: "front-open-page"
      default: nil
      }
    return opening.map { " · " + top.shell.calls[$0] + " opens it in a browser" } ?? ""
  }

  /// Returns to the line from which something was asked for that did not come.
  private mutating func mend(_ wish: BackgroundFetch.Wish, because line: SafeText) {
    if let front = top as? FrontScreen, front.waits(for: wish) {
      // What is kept of a list is still there.
      guard front.isEmpty, screens.count > 1 else {
        front.update(.frontProblem(line))
        return
      }
      pop()
    }
    top?.update(.mend(line))
  }

  /// Takes up a discussion that was fetched by its link.
  private mutating func end(
    _ report: DiscussionLibrary.FetchReport, from link: String,
    for purpose: BackgroundFetch.Purpose,
    on top: any Screen
  ) {
    let isHere = fetches.isAsked(by: top)
    for screen in screens { (screen as? FrontScreen)?.noteFetched(report, from: link) }
    library?.refresh()
    switch purpose {
    case .opening where isHere:
      do {
        read(try LibraryScreen.request(report))
      } catch {
        top.report(error, of: link)
      }
    case .opening: top.say("fetched: " + SafeText(report.discussion.title))
    case .keeping:
      top.trying { try DiscussionLibrary.usual(.ofScreens).keepForGood(report) }
      top.say("kept until you remove it: " + SafeText(report.discussion.title))
    case .peeking: top.update(.peeked(id: link, Page(report.discussion)))
    case .joining: fetches.noteJoined(report.id, of: link)
    case .prefetching: break
    }
  }
}
