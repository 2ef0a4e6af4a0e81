import Configuration
import DiscussionModel
import Platform
import Library
import ReadMarks
import Reader
import Storage
import TerminalUI
import TextGrid

/// The screen of one discussion, its marks and its file.
final class DiscussionScreen: Screen {
  private var state: ReadingState
  private var layout: Layout
  private var marks: MarkStore
  private var standing = Standing()
  private var watch = FileWatch()
  /// The discussion's file; nil if it has none that could change.
  private let path: String?
  /// What becomes of that file; nil without one.
  private var fileNews: FileNews?
  /// Whether the reader waits for what became of it.
  private var isAskedForFile = false
  /// Whether that is the library's file of the discussion: of others nothing is fetched.
  private let isKept: Bool
  /// The file to which other readers save, as it is watched; nil before there is one.
  private var watchedMarks: String?
  /// What is kept of earlier visits, until it is taken up.
  private var earlier: EarlierReading?
  /// How the discussions that it consists of are fetched again; nil if it is one.
  let joining: Joining?
  /// The comment to begin at; nil for where the last visit ended.
  private let firstComment: String?
  private let startsAtTop: Bool
  private let marksByPassing: Bool
  /// The reading of the whole file while only its beginning is on the screen; nil once all is.
  private var whole: FileReading?
  private var isReadingStarted = false
  /// Why the file cannot be read whose beginning is on the screen; nil while nothing is wrong with it.
  private(set) var failure: SafeText?
  /// What waited for the rest of the file, until it is handed out.
  private var waiting: DelayedCommand?

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
    /// What stands beside it in the library, if there is a screen of that below; else nil.
    var neighbours: Neighbours?
    /// Whether there is a screen below.
    var leadsBack = false
    /// The link from which it is to be fetched again while it is read; nil for not at all.
    var link: String?
    /// Whether what comes then is shown at once, and not only offered.
    var takesIn = false
    /// How the discussions that it consists of are fetched again; nil if it is one.
    var joining: Joining?
    /// The discussions that it consists of; nil if it is one.
    var joint: JointDiscussion?
    /// The reading of the whole file, if the page is its beginning; else nil.
    var whole: FileReading?
  }

  /// - Parameters:
  ///   - request: what is read.
  ///   - shell: what it shares with the other screens.
  ///   - settings: what the user has set.
  ///   - presentation: how it is shown.
  init(_ request: Request, shell: Shell, settings: Settings, _ presentation: Presentation) {
    (path, isKept, joining) = (request.path, request.isKept, request.joining)
    (firstComment, startsAtTop) = (request.comment, request.startsAtTop)
    (marksByPassing, whole) = (settings.marksByPassing, request.whole)
    marks = MarkStore(request.page, joint: request.joint)
    layout = Layout(size: shell.size)
    fileNews = path.flatMap { FileNews($0, readSince: ProgramStart.time) }
    if let file = request.savedFile { fileNews?.noteSaved(file) }
    if let path, fileNews != nil { watch.add(path) }
    state = ReadingState(
      request.page.asking(only: isKept), shell: shell, neighbours: request.neighbours,
      marksByPassing: settings.marksByPassing, hasFile: fileNews != nil,
      canFetch: request.joining != nil
        || isKept && (request.page.discussion.origin?.link ?? request.link) != nil,
      leadsBack: request.leadsBack)
    let preferences = marks.preferences() + settings.preferences
    for preference in presentation.defaults + preferences + presentation.preferences {
      state.prefer(preference, layout: &layout)
    }
    if whole == nil { beginVisit(startsAtTop: startsAtTop) }
    say(request.warnings)
  }

  var shell: Shell { state.shell }
  var isSearching: Bool { state.isSearching || state.isWaiting }
  var files: [Int32] { [watch.file] + [fileNews?.file, whole?.file].compactMap { $0 } }

  /// The discussion's id.
  var id: String { state.page.discussion.id }

  /// The links of the discussions that are read here, as far as they came from sites.
  var links: [String] {
    joining?.links ?? [state.page.discussion.origin?.link].compactMap { $0 }
  }

  /// What there is to say of keeping a discussion that was not fetched.
  var keepingWithoutLink: SafeText {
    if isKept { return "kept until you remove it" }
    return path == nil && id == Sample.id
      ? "built in, not kept · \"understory add \(Sample.id)\" keeps it"
      : "read from a file, not kept · \"understory add FILE\" keeps it"
  }

  /// The id of the discussion with which the article is kept that it links to: of several the first one's.
  var articleHolder: String { joining?.holder ?? id }

  func begin() -> [Effect] { whole == nil ? goOn(at: firstComment) : [] }

  private func beginVisit(startsAtTop: Bool) {
    earlier = marks.beginVisit(at: shell.now)
    if startsAtTop { earlier?.place = nil }
  }

  /// Takes up what is kept of earlier visits.
  ///
  /// - Parameters:
  ///   - firstComment: the comment to begin at; nil for where the last visit ended.
  ///   - isReading: whether somebody has begun to read, and goes on there.
  /// - Returns: what must be done outside.
  private func goOn(at firstComment: String?, isReading: Bool = false) -> [Effect] {
    let warning = shell.notice
    var effects: [Effect] = []
    if let earlier { effects = state.restore(earlier, isReading: isReading, layout: &layout) }
    earlier = nil
    if let firstComment, !state.open(comment: firstComment, layout: &layout) {
      say(SafeText("comment \(firstComment) is not in this discussion"))
    }
    if let warning { say(warning) }
    return effects + hearMarks()
  }

  /// Follows a link that leads to the discussion itself.
  ///
  /// - Parameter comment: the id of the comment to which it leads; nil for the article.
  func open(comment: String?) {
    guard let comment else {
      update(.first)
      return
    }
    if !state.open(comment: comment, layout: &layout) {
      say(SafeText("comment \(comment) is not in this discussion"))
    }
  }

  /// Takes up what stands beside the discussion in the library.
  func take(_ neighbours: Neighbours) { state.take(neighbours) }

  func comeBack(_ shell: Shell, from discussion: String?) {
    state.take(shell, layout: &layout)
    standing.forget()
  }

  func press(_ key: Key) -> [Effect] { state.press(key, layout: &layout) }

  func turnWheel(_ key: Key, row: Int, column: Int) -> [Effect] {
    state.turnWheel(key, row: row, column: column, layout: &layout)
  }

  @discardableResult func update(_ action: Action) -> [Effect] {
    state.update(action, layout: &layout)
  }

  func frame(theme: Theme) -> Frame { ScreenView.frame(state, layout: &layout, theme: theme) }

  func hear(_ line: String) -> Heard { state.hear(line) }

  func helpLines(about name: String, topics: String) -> [SafeText]? {
    AppendHelp.lines(about: name, shell, on: .reading, topics: topics)
  }

  var offer: SafeText? { state.offer }
  func placeLines() -> [SafeText] { state.placeLines(&layout) }
  var unreadLines: [SafeText] { state.unreadLines }

  func spoken() -> Spoken {
    fit(rows: state.rowsToPrint(&layout))
    return state.spoken(&layout)
  }

  func notePrinted(_ announcement: Announcer.Announcement) {
    if announcement.hasEntry { update(.printed) }
  }

  func noteProblem() { update(.saved(problem: marks.problem)) }

  func noteShown(_ frame: Frame, at now: Int) {
    if !isReadingStarted, let whole {
      isReadingStarted = true
      whole.start()
    }
    standing.show(frame, at: now, hasUnnotedText: state.hasUnnotedText(&layout))
  }

  func forgetShown() { standing.forget() }

  func delay(at now: Int) -> Int? {
    if state.hasPendingWork { return 0 }
    if whole != nil { return standing.rest(at: now) }
    let waits = [
      standing.rest(at: now), marks.retryDelay, marks.lookDelay, fileNews?.delay(at: now),
    ]
    return waits.compactMap { $0 }.min()
  }

  func tick(at now: Int) {
    update(.tick(now))
    if standing.hasStood(at: now) { update(.stood) }
  }

  func work(until end: Int) {
    while state.hasPendingWork, TerminalSession.milliseconds() < end { update(.work(units: 16)) }
  }

  func stopSearching() { update(.stopSearching) }

  func finish() -> [SafeText] {
    // Who leaves before all is there has read nothing.
    if whole != nil || failure != nil { return [] }
    let lost = marks.finish(
      at: state.place(&layout), folds: state.foldedNames, now: shell.now)
    // Of a file that says more than the screen, this is not what is unread.
    if isKept, !state.hasOffer {
      marks.save(unread: state.marks.unreadCount, new: state.newSinceLastVisit)
    }
    return lost.map { [$0] } ?? []
  }

  // MARK: Marks and file

  func advance(at now: Int) -> [Effect] {
    let (modified, touched) = watch.changes()
    if let watchedMarks {
      if modified.contains(watchedMarks) { marks.noteLogChange() }
      if touched.contains(watchedMarks) { marks.checkFile() }
    }
    if let path, touched.contains(path) { fileNews?.noteChange(at: now) }
    if let result = whole?.take() { return complete(result) }
    if whole != nil { return [] }
    let effects = advanceFile(at: now)
    marks.retry()
    return effects + hearMarks()
  }

  /// Shows the whole discussion in place of its beginning, and does what was waiting for it.
  private func complete(_ result: Result<FileReading.Reading, Failure>) -> [Effect] {
    whole = nil
    switch result {
    case .success(let found) where found.page.discussion.id == id:
      let page = found.page.asking(only: isKept)
      var whole = found.whole ?? WholePage(page, after: state.page)
      whole.page = page
      let hasMoved = state.hasMoved
      waiting = state.complete(
        whole, marksByPassing: marksByPassing,
        canFetch: isKept && page.discussion.origin?.link != nil,
        layout: &layout)
      // What is on the screen begins to count now.
      standing.forget()
      marks.complete(page)
      beginVisit(startsAtTop: startsAtTop)
      if let warning = found.warning { say(SafeText(warning)) }
      return goOn(at: hasMoved ? nil : firstComment, isReading: hasMoved)
    case .success: failure = SafeText("\(path ?? ""): another discussion has taken its place")
    case .failure(let problem): failure = problem.line
    }
    return []
  }

  /// Hands out what waited for the rest of a long file, once that is there; once, and then nil.
  func takeWaiting() -> DelayedCommand? {
    defer { waiting = nil }
    return waiting
  }

  func save(_ changes: [SavedChange]) { marks.save(changes) }

  /// Keeps what the reader chose.
  func remember(_ preference: Preference) { marks.save(preference) }

  /// Takes up what was found out about the marks.
  private func hearMarks() -> [Effect] {
    var effects: [Effect] = []
    if let other = marks.othersReading() { effects += update(.takeOver(other)) }
    if let late = marks.takeLateReading() { effects += update(.takeOver(late)) }
    if let incident = marks.takeIncident() { say(incident) }
    if let file = marks.watchedFile, file != watchedMarks {
      watch.add(file)
      watchedMarks = file
      marks.noteWatched()
    }
    return effects
  }

  /// Looks at the discussion's file without waiting for it to rest, for a reader who asks.
  func lookAtFile(at now: Int) {
    isAskedForFile = true
    fileNews?.look(at: now)
  }

  /// Takes up what became of the discussion's file.
  private func advanceFile(at now: Int) -> [Effect] {
    guard let finding = fileNews?.advance(at: now) else { return [] }
    switch finding {
    case .unchanged: break
    case .page(let newer) where newer.discussion.id == id:
      update(.offer(newer.asking(only: isKept)))
    case .page(let newer):
      let title = SafeText(newer.discussion.title)
      update(.fileProblem("the file now contains another discussion: " + title))
    case .problem(let problem): update(.fileProblem(problem))
    }
    guard isAskedForFile else { return [] }
    isAskedForFile = false
    return update(.lookedAtFile)
  }

  /// Shows what the discussions that it consists of say by now.
  ///
  /// - Returns: what must be done outside.
  func take(_ newer: DiscussionScreen.Request) -> [Effect] {
    guard let joint = newer.joint else { return [] }
    marks.take(joint)
    // What is shown keeps its numbers: what has come is added.
    var merged = state.page.discussion
    _ = merged.take(joint.discussion)
    update(.offer(Page(merged)))
    guard state.hasOffer else {
      say(newer.warnings.isEmpty ? ["nothing new"] : newer.warnings)
      return []
    }
    let effects = update(.takeIn)
    say(newer.warnings)
    return effects
  }

  /// Shows what was fetched, or only offers it.
  ///
  /// - Parameters:
  ///   - report: what came and was kept.
  ///   - isWanted: whether it is shown at once.
  ///   - isQuiet: whether nobody has to hear that nothing is new.
  /// - Returns: what must be done outside.
  func take(
    _ report: DiscussionLibrary.FetchReport, isWanted: Bool, isQuiet: Bool
  ) -> [Effect] {
    if let file = report.file { fileNews?.noteSaved(file) }
    if let linked = report.linked {
      guard isWanted else { return [] }
      let effects = update(.linkedArticle(linked))
      if joining != nil { return effects }
      // What else has changed in the file is offered.
      update(.offer(Page(asking: report.discussion)))
      return effects
    }
    guard let keeping = report.keeping else {
      if isWanted, !isQuiet { say("nothing new") }
      return []
    }
    update(.offer(Page(asking: report.discussion)))
    guard isWanted else { return [] }
    // Without anything to take in, that would ask for it again.
    guard state.hasOffer else {
      if !isQuiet { say("nothing new") }
      return []
    }
    let effects = update(.takeIn)
    let more = report.warnings.first.map { " · " + $0 } ?? ""
    say(SafeText(keeping.line) + (keeping.hasNews ? " · . next new" : "") + more)
    return effects
  }
}
