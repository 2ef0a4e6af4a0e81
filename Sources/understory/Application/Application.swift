import ArgumentParser
import Configuration
import DiscussionModel
import Fetching
import Glibc
import Library
import Reader
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
  private let isLinear: Bool
  /// The last one is on top, and is the one that is shown.
  private var screens: [any Screen] = []
  private var fetcher: Fetcher
  /// The library while no screen of it is on the stack, for the order of its discussions; nil until it
  /// is wanted.
  private var shelf: LibraryScreen?
  /// The screen on which the fetch was asked for that goes on; nil if none was.
  private var asking: ObjectIdentifier?
  /// What is fetched once the first frame is there; nil for nothing.
  private var firstFetch: BackgroundFetch.Wish?
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
    for line in lost { Output.error.writeLine("understory: " + line) }
    return status
  }

  /// The terminal is given back when this returns.
  private static func read(
    _ library: [SafeText]?, _ discussion: DiscussionScreen.Request?, _ appearance: Appearance,
    _ throttle: HostThrottle
  ) throws -> (status: Int32, lost: [SafeText]) {
    var application = try Application(appearance, throttle)
    if let library {
      application.push(LibraryScreen(warnings: library, shell: application.shell))
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
    isLinear = appearance.isLinear
    fetcher = Fetcher(throttle)
  }

  /// What is written when there is a fault in the program; where there is no place for it, nothing is.
  private static var crashLog: TerminalSession.CrashLog {
    let folder = UserFolder.state
    if let folder { try? makeDirectories(folder) }
    return TerminalSession.CrashLog(
      path: folder.map { $0 + "/crash.log" }, heading: ProgramVersion.line)
  }

  /// Seconds since 1970.
  private static var now: Int64 { Int64(time(nil)) }

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
    display.session.useMouse(screen.shell.usesMouse)
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
    top.comeBack(left.shell.passedOn(), from: id)
    // What is listed there may be read by now, though that is not seen yet.
    if id != nil, let library, library !== top { library.refresh(focus: nil) }
  }

  /// - Parameters:
  ///   - request: what is read.
  ///   - shell: what it shares with the other screens; nil for what the top screen has.
  private mutating func read(_ request: DiscussionScreen.Request, shell: Shell? = nil) {
    var request = request
    request.neighbours = library?.neighbours(of: request.page.discussion.id)
    let screen = DiscussionScreen(
      request, shell: shell ?? self.shell, settings: display.settings, isLinear: isLinear)
    push(screen)
    if let link = request.link {
      firstFetch = .discussion(screen.id, link: link)
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
      var request = try LibraryScreen.request(id)
      request.comment = comment
      // What was found there is the article.
      request.startsAtTop = comment == nil && top is ResultsScreen
      read(request)
    } catch {
      top?.say((error as? any LineError)?.line ?? SafeText("\(id): \(error)"))
    }
  }

  /// Opens the discussion after the one on top, or before it, in its place.
  private mutating func openNeighbour(forward: Bool) {
    guard let left = discussion, let library else { return }
    left.trying {
      library.refresh()
      guard let id = library.unread(after: left.id, forward: forward) else {
        return left.say("no other discussion has anything unread · q goes back")
      }
      let request = try LibraryScreen.request(id)
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
    let shelf = LibraryScreen(warnings: [], shell: shell)
    discussion.take(shelf.neighbours(of: discussion.id))
    self.shelf = shelf
  }

  // MARK: The loop

  /// For how long work goes on before input is looked for again, in milliseconds; the last step may
  /// take one or two more.
  private static let slice = 2

  private mutating func run() -> Int32 {
    while status == nil, let top {
      show(top)
      findNeighbours()
      beginFirstFetch()
      let now = TerminalSession.milliseconds()
      let typing = top.shell.nextTick.map { max(0, $0 - now) }
      let waits = [top.delay(at: now), fetcher.delay(at: now), typing].compactMap { $0 }
      let events = display.session.events(
        within: waits.min(), orReadable: top.files + fetcher.files)
      if events.contains(.continued) {
        top.forgetShown()
        display.forget()
      }
      top.tick(at: TerminalSession.milliseconds())
      if events.isEmpty { top.work(until: TerminalSession.milliseconds() + Self.slice) }
      for event in events where status == nil { take(event) }
      advanceFetch()
      perform(self.top?.advance(at: TerminalSession.milliseconds()) ?? [])
    }
    for screen in screens.reversed() { lost += screen.finish() }
    return status ?? 0
  }

  private mutating func show(_ screen: any Screen) {
    let frame = screen.frame(theme: display.theme)
    if display.show(frame) { screen.noteShown(frame, at: TerminalSession.milliseconds()) }
  }

  private mutating func take(_ event: TerminalEvent) {
    guard let top else { return }
    top.update(.clock(Self.now))
    switch event {
    case .key(let key): perform(top.press(key))
    case .click(let row, let column): perform(top.update(.click(row: row, column: column)))
    case .wheel(let key, let row, let column):
      perform(top.turnWheel(key, row: row, column: column))
    case .paste(let text): perform(top.update(.paste(text)))
    case .message(let line): top.say(line)
    case .childEnded:
      if let problem = programs.takeEnded(&display.session) { say(notOpened: problem) }
    case .resized(let size): top.update(.resize(size))
    case .interrupted where top.shell.isTyping: perform(top.press(.control("c")))
    case .interrupted where top.isSearching: top.stopSearching()
    case .interrupted where fetcher.isBusy:
      fetcher.cancel()
      top.update(.fetching(nil))
      top.say("cancelled; nothing changed")
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
      programs.copy(lines.map(\.string).joined(separator: "\n"))
      if !display.session.copy(lines) { top?.say("too long for the terminal's clipboard") }
    case .browse(let address):
      if let problem = programs.open(address, &display.session) { say(notOpened: problem) }
    case .useTheme(let name):
      do throws(ThemeError) {
        try display.useTheme(name)
      } catch {
        top?.say(SafeText(error.message))
      }
    case .remember(let preference): remember(preference)
    case .useMouse(let isWanted): display.session.useMouse(isWanted)
    case .redraw: display.session.forgetScreen()
    case .lookAtFile: discussion?.lookAtFile(at: TerminalSession.milliseconds())
    case .fetch(let id): fetch(.discussion(id, link: nil))
    case .fetchReplies(let comment):
      if let id = discussion?.id { fetch(.replies(to: comment, of: id)) }
    case .fetchArticle(let address):
      if let id = discussion?.id { fetch(.article(address, of: id)) }
    case .open(let id, let comment): open(id, at: comment)
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

  private func say(notOpened problem: SafeText) { top?.say("not opened: " + problem) }

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
    guard let wish = firstFetch else { return }
    firstFetch = nil
    top?.update(.fetching(nil))
    fetch(wish, isWanted: false)
  }

  private mutating func fetch(_ wish: BackgroundFetch.Wish, isWanted: Bool = true) {
    do {
      try fetcher.begin(wish, isWanted: isWanted)
      if isWanted { asking = top.map { ObjectIdentifier($0) } }
      advanceFetch()
    } catch {
      top?.say((error as? any LineError)?.line ?? SafeText("\(error)"))
    }
  }

  /// Goes on with what is fetched, as far as it goes without waiting.
  private mutating func advanceFetch() {
    guard let top, let progress = fetcher.advance(at: TerminalSession.milliseconds()) else {
      return
    }
    switch progress {
    case .goesOn(let words): top.update(.fetching(words))
    case .ended(let outcome):
      top.update(.fetching(nil))
      end(outcome, on: top)
    }
  }

  private mutating func end(_ outcome: BackgroundFetch.Outcome, on top: any Screen) {
    switch outcome {
    case .failed(let line): top.say(fetcher.isWanted ? line : "not fetched: " + line)
    case .kept(let report):
      if let discussion, discussion.id == report.discussion.id {
        // Under somebody who did not ask for it here nothing changes.
        let isWanted = fetcher.isWanted && asking == ObjectIdentifier(discussion)
        perform(discussion.take(report, isWanted: isWanted))
        return
      }
      (top as? LibraryScreen)?.refresh()
      guard fetcher.isWanted || report.keeping != nil else { return }
      let line = report.linked == nil ? report.keeping?.line ?? "nothing new" : "article fetched"
      top.say(SafeText(line + " · " + report.discussion.title))
    }
  }
}
