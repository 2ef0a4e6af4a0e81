import Configuration
import DiscussionModel
import Fetching
import Glibc
import ReadMarks
import Reader
import Storage
import TerminalUI
import TextGrid

/// Reading one discussion on the whole screen: events in, frames out, effects performed.
///
/// The terminal is lent to each step, since the library's screen and other discussions use it too.
struct ReaderLoop: ~Copyable {
  var state: ReadingState
  var layout: Layout
  var keeper: MarkStore
  private var watch = FileWatch()
  /// The programs that were started, from whatever screen.
  var programs: OtherPrograms
  let themes = Themes(folder: ConfigurationDirectory.themes)
  var looks: Appearance
  /// The theme that was asked for, which may be in none of the folders.
  let firstTheme: Theme
  /// The theme in use, in the terminal's colours.
  var theme: Theme
  /// What is fetched just now; nil for nothing.
  var errand: BackgroundFetch?
  /// When hosts may be asked, for whatever is fetched next.
  var polite: HostThrottle
  /// Whether what is fetched is wanted at once, or only offered.
  var takesInWhatComes = true
  /// The discussion's file; nil if it has none that could change.
  private let path: String?
  /// What becomes of that file; nil without one.
  var fileNews: FileNews?
  /// Whether the reader waits for what became of it.
  private var isAskedForFile = false
  /// Whether that is the library's file of the discussion: of others nothing is fetched.
  private let isKept: Bool
  /// Whether to ask for what is new once the first frame is there.
  private var fetchesOnceShown: Bool
  /// The file to which other readers save, as it is watched; nil before there is one.
  private var watchedMarks: String?

  /// What is read, and how.
  struct Request {
    var page: Page
    /// The discussion's file; nil for the sample and for standard input.
    var path: String?
    /// The file as this program has just saved it; nil if the page was read from it.
    var savedFile: FileStamp?
    /// Whether that is the library's file of the discussion.
    var isKept = false
    /// What had to be mended in it, and what is wrong elsewhere, to be said once.
    var warnings: [SafeText] = []
    /// Whether to begin at the top, wherever the last visit ended.
    var startsAtTop = false
    /// The id of the comment to begin at, wherever the last visit ended; nil for none.
    var comment: String?
    /// What stands beside it in the library, where it was opened from there; else nil.
    var neighbours: Neighbours?
    /// Whether it is to be fetched anew while it is read.
    var fetches = false
  }

  /// How a user leaves a discussion.
  enum Leaving: Equatable {
    /// The program ends, with this exit status: 0, or 128 and the number of the signal that ends it.
    case exit(Int32)
    /// Another screen comes.
    case leave(Destination)
  }

  /// Reads until the user leaves.
  ///
  /// - Parameters:
  ///   - request: what is read.
  ///   - looks: how it looks.
  ///   - polite: when hosts may be asked.
  ///   - programs: those that were started.
  ///   - session: the terminal.
  /// - Returns: how the user left, and what could not be saved; nil where nothing is lost.
  static func run(
    _ request: Request, _ looks: inout Appearance, _ polite: inout HostThrottle,
    _ programs: inout OtherPrograms, _ session: inout TerminalSession
  ) -> (leaving: Leaving, lost: SafeText?) {
    var loop = ReaderLoop(request, looks, polite, programs, &session)
    let leaving = loop.run(&session)
    looks = loop.looks
    polite = loop.errand?.polite ?? loop.polite
    programs = loop.programs
    let place = loop.state.place(&loop.layout)
    let lost = loop.keeper.finish(at: place, folds: loop.state.foldedNames)
    // Of a file that says more than the screen, this is not what is unread.
    if request.isKept, !loop.state.hasOffer { loop.keeper.save(loop.state.marks) }
    return (leaving, lost)
  }

  private init(
    _ request: Request, _ looks: Appearance, _ polite: HostThrottle, _ programs: OtherPrograms,
    _ session: inout TerminalSession
  ) {
    keeper = MarkStore(request.page)
    self.polite = polite
    self.programs = programs
    isKept = request.isKept
    fetchesOnceShown = request.fetches
    self.looks = looks
    firstTheme = looks.theme
    theme = firstTheme.shown(at: session.colorDepth)
    session.setScreen(theme[.screen])
    path = request.path
    let size = session.size
    layout = Layout(size: size)
    let shell = Shell(
      size: size, now: Self.now, commands: looks.settings.commands, themes: themes.names,
      theme: looks.theme.name)
    fileNews = path.flatMap { FileNews($0, readSince: ProgramStart.time) }
    if let file = request.savedFile { fileNews?.noteSaved(file) }
    state = ReadingState(
      request.page.asking(only: isKept), shell: shell, neighbours: request.neighbours,
      marksByPassing: looks.settings.marksByPassing, hasFile: fileNews != nil,
      canFetch: isKept && request.page.discussion.link != nil)
    let wanted = looks.settings.preferences + [.linear(looks.isLinear)]
    for preference in keeper.preferences() + wanted {
      state.prefer(preference, layout: &layout)
    }
    session.useMouse(state.usesMouse)
    if var earlier = keeper.beginVisit(at: Self.now) {
      if request.startsAtTop { earlier.place = nil }
      perform(state.restore(earlier, layout: &layout), &session)
    }
    if let comment = request.comment { go(toComment: comment, &session) }
    if let warning = request.warnings.first {
      let more = request.warnings.count - 1
      say(more > 0 ? SafeText("(1 of \(more + 1)) ") + warning : warning)
    }
    if let path, fileNews != nil { watch.add(path) }
    if fetchesOnceShown, let link = request.page.discussion.link {
      _ = state.update(.fetching(SafeText(Fetch.name(of: link)) + "…"), layout: &layout)
    }
    hearKeeper(&session)
  }

  /// Goes to a comment by its id.
  private mutating func go(toComment id: String, _ session: inout TerminalSession) {
    let discussion = state.page.discussion
    guard let index = discussion.comments.firstIndex(where: { $0.id == id }) else {
      return say("the comment in the link was not in the response")
    }
    let action = Action.comment(number: discussion.number(of: index))
    perform(state.update(action, layout: &layout), &session)
  }

  private mutating func run(_ session: inout TerminalSession) -> Leaving {
    var shown: Frame?
    var standing = Standing()
    while true {
      _ = state.update(.saved(problem: keeper.problem), layout: &layout)
      var frame = ScreenView.frame(state, layout: &layout, theme: theme)
      if looks.settings.usesASCII || !session.knowsUnicode {
        frame = frame.inASCII(keepsText: session.knowsUnicode)
      }
      if frame != shown || session.hasForgotten {
        session.show(frame)
        shown = frame
        standing.show(
          frame, at: TerminalSession.milliseconds(),
          hasUnnotedText: state.hasUnnotedText(&layout))
      }
      if fetchesOnceShown {
        fetchesOnceShown = false
        _ = state.update(.fetching(nil), layout: &layout)
        fetch(.discussion(state.page.discussion.id), isWanted: false)
        continue
      }
      let rest = standing.rest(at: TerminalSession.milliseconds())
      let delay = errand?.delay(at: TerminalSession.milliseconds())
      let typing = state.shell.nextTick.map { max(0, $0 - TerminalSession.milliseconds()) }
      let look = fileNews?.delay(at: TerminalSession.milliseconds())
      let waits = [rest, keeper.retryDelay, keeper.lookDelay, delay, typing, look].compactMap { $0 }
      let events = session.events(
        within: state.hasPendingWork ? 0 : waits.min(),
        orReadable: [watch.file] + (errand?.files ?? []) + [fileNews?.file].compactMap { $0 })
      _ = state.update(.tick(TerminalSession.milliseconds()), layout: &layout)
      if events.contains(.continued) { standing.forget() }
      if standing.hasStood(at: TerminalSession.milliseconds()) {
        _ = state.update(.stood, layout: &layout)
      }
      if events.isEmpty { workALittle() }
      for (index, event) in events.enumerated() {
        _ = state.update(.clock(Self.now), layout: &layout)
        switch event {
        case .key(let key):
          if let leaving = perform(state.press(key, layout: &layout), &session) {
            session.putBack(events.dropFirst(index + 1))
            return leaving
          }
        case .click(let row, let column):
          perform(state.update(.click(row: row, column: column), layout: &layout), &session)
        case .paste(let text):
          perform(state.update(.paste(text), layout: &layout), &session)
        case .message(let line): say(line)
        case .childEnded:
          if let problem = programs.takeEnded(&session) { say("not opened: " + problem) }
        case .resized(let size): _ = state.update(.resize(size), layout: &layout)
        case .interrupted where state.isSearching && !state.shell.isTyping:
          perform(state.update(.stopSearching, layout: &layout), &session)
        case .interrupted where errand != nil && !state.shell.isTyping: cancelErrand()
        case .interrupted where state.shell.isTyping:
          perform(state.press(.control("c"), layout: &layout), &session)
        case .interrupted: return .exit(128 + SIGINT)
        case .ended(let signal): return .exit(128 + signal)
        case .continued: shown = nil
        case .readable: takeNotice(&session)
        }
      }
      advanceErrand()
      advanceFile(&session)
      keeper.retry()
      hearKeeper(&session)
    }
  }

  /// For how long work goes on before input is looked for again, in milliseconds; the last step may
  /// take one or two more.
  private static let slice = 2

  /// Goes on with what was put off, as long as nobody would notice.
  private mutating func workALittle() {
    let end = TerminalSession.milliseconds() + Self.slice
    while state.hasPendingWork, TerminalSession.milliseconds() < end {
      _ = state.update(.work(units: 16), layout: &layout)
    }
  }

  mutating func say(_ text: SafeText) { _ = state.update(.say(text), layout: &layout) }

  /// Takes up what the keeper of marks has found out by itself.
  private mutating func hearKeeper(_ session: inout TerminalSession) {
    if let other = keeper.othersReading() {
      perform(state.update(.takeOver(other), layout: &layout), &session)
    }
    if let late = keeper.takeLateReading() {
      perform(state.update(.takeOver(late), layout: &layout), &session)
    }
    if let incident = keeper.takeIncident() { say(incident) }
    if let file = keeper.watchedFile, file != watchedMarks {
      watch.add(file)
      watchedMarks = file
    }
  }

  /// Looks at files that changed: the discussion's, and the one to which other readers save.
  private mutating func takeNotice(_ session: inout TerminalSession) {
    let (modified, touched) = watch.changes()
    if let file = watchedMarks, modified.contains(file) { keeper.noteLogChange() }
    if let file = watchedMarks, touched.contains(file) { keeper.checkFile() }
    if let path, touched.contains(path) {
      fileNews?.noteChange(at: TerminalSession.milliseconds())
    }
  }

  /// Looks at the discussion's file without waiting for it to rest, for a reader who asks.
  mutating func lookAtFile() {
    isAskedForFile = true
    fileNews?.look(at: TerminalSession.milliseconds())
  }

  /// Takes up what became of the discussion's file.
  private mutating func advanceFile(_ session: inout TerminalSession) {
    guard let finding = fileNews?.advance(at: TerminalSession.milliseconds()) else { return }
    switch finding {
    case .unchanged: break
    case .page(let newer):
      if newer.discussion.id == state.page.discussion.id {
        _ = state.update(.offer(newer.asking(only: isKept)), layout: &layout)
      } else {
        let title = SafeText(newer.discussion.title)
        _ = state.update(
          .fileProblem("the file now contains another discussion: " + title), layout: &layout)
      }
    case .problem(let problem): _ = state.update(.fileProblem(problem), layout: &layout)
    }
    guard isAskedForFile else { return }
    isAskedForFile = false
    perform(state.update(.lookedAtFile, layout: &layout), &session)
  }

  /// Seconds since 1970.
  private static var now: Int64 { Int64(time(nil)) }
}
