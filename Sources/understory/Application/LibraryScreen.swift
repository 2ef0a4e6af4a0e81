import Configuration
import DiscussionModel
import Platform
import Library
import ReadMarks
import Reader
import Sites
import Storage
import TextGrid

/// The library's screen: the kept discussions, and what is done with them.
final class LibraryScreen: Screen {
  private var state: LibraryState
  /// The front pages that are listed.
  var sources: [Settings.Source] { didSet { listSources() } }
  private var watch = FileWatch()
  /// The comments that each catching up marked, the last one last, by the discussions' ids.
  private var caughtUp: [String: [[String]]] = [:]

  /// - Parameters:
  ///   - warnings: what is said once.
  ///   - sources: the front pages that are listed.
  ///   - shell: what it shares with the other screens.
  init(warnings: [SafeText], sources: [Settings.Source], shell: Shell) {
    let (entries, problems) = Self.entries()
    self.sources = sources
    state = LibraryState(entries, shell: shell, order: Self.order)
    listSources()
    if let directory = UserFolder.state { watch.add(directory + "/marks.sqlite-wal") }
    say(warnings + problems)
  }

  /// In which order it was listed last.
  private static var order: LibraryOrder {
    let chosen = try? MarksAccess.ofScreens.use { (library) throws(StorageError) in
      try library.chosen()
    }
    for case .libraryOrder(let order) in chosen ?? [] { return order }
    return .news
  }

  var shell: Shell { state.shell }
  var files: [Int32] { [watch.file] }

  func comeBack(_ shell: Shell, from discussion: String?) {
    state.take(shell)
    // What has changed meanwhile is listed now.
    _ = watch.changes()
    refresh(focus: discussion)
  }

  /// Lists the front pages as they stand by now.
  private func listSources() {
    guard !sources.isEmpty else { return }
    let addresses = sources.map(\.address)
    var summaries: [String: FrontShelf.Summary] = [:]
    trying {
      let library = try DiscussionLibrary.usual(.ofScreens)
      summaries = try library.fronts.summaries(
        of: addresses, KnownDiscussions(try library.contents().discussions), at: WallClock.now)
    }
    let listed = sources.map { source in
      let summary = summaries[source.address]
      return LibrarySource(
        name: SafeText(source.name), address: source.address, withNews: summary?.withNews ?? 0,
        count: summary?.discussions, fetched: summary?.fetched)
    }
    update(.sources(listed))
  }

  /// Rebuilds the list, and focuses a discussion; nil keeps the focus.
  func refresh(focus discussion: String?) {
    listSources()
    update(.entries(Self.entries().entries))
    if let discussion { update(.focus(id: discussion)) }
  }

  func press(_ key: Key) -> [Effect] { state.press(key) }
  @discardableResult func update(_ action: Action) -> [Effect] { state.update(action) }
  func frame(theme: Theme) -> Frame { LibraryView.frame(state, theme: theme) }

  func hear(_ line: String) -> Heard { state.hear(line) }

  func helpLines(about name: String, topics: String) -> [SafeText]? {
    AppendHelp.lines(about: name, shell, on: .library, topics: topics)
  }

  func placeLines() -> [SafeText] { state.placeLines }

  func spoken() -> Spoken {
    fit(rows: Presentation.listRows)
    return state.spoken
  }

  func advance(at now: Int) -> [Effect] {
    if !watch.changes().modified.isEmpty { refresh() }
    return []
  }

  /// Lists what the library has by now; if nothing has come or gone, every line keeps its place.
  func refresh() {
    let entries = Self.entries().entries
    guard let changed = state.changed(in: entries) else {
      update(.entries(entries))
      return
    }
    for entry in changed { update(.entry(entry)) }
  }

  /// What was removed is gone then, however the program ends.
  func finish() -> [SafeText] {
    for case .remove(let ids) in update(.exit) { return Self.remove(ids) }
    return []
  }

  /// The discussions with something unread beside one.
  func neighbours(of id: String) -> Neighbours { state.neighbours(of: id) }

  /// The id of the discussion that is read after one, or before it; nil if there is none.
  func unread(after id: String, forward: Bool) -> String? {
    state.unread(after: id, forward: forward)?.id
  }

  // MARK: What is asked for

  /// Shows how a discussion begins.
  func peek(_ id: String) {
    var page: Page?
    trying { page = try Self.request(id).page }
    let problem = shell.notice
    update(.peeked(id: id, page))
    if page == nil, let problem { say(problem) }
  }

  /// Marks all of a discussion read.
  func catchUp(_ id: String) {
    var marked: [String] = []
    trying {
      let page = try Self.request(id).page
      let marks = try MarksAccess.ofScreens.marks(of: page, at: WallClock.now).marks
      let unread = (0..<page.thread.count).filter { marks.isUnread($0) }
      try MarksAccess.ofScreens.mark(unread, in: page, isRead: true, now: WallClock.now)
      marked = unread.map { page.comment(at: $0).id }
    }
    caughtUp[id, default: []].append(marked)
    refresh()
  }

  /// Sets unread again what the last catching up with a discussion marked.
  func undoCatchUp(_ id: String) {
    guard let marked = caughtUp[id]?.popLast() else { return }
    trying {
      let page = try Self.request(id).page
      let wanted = Set(marked)
      let positions = (0..<page.thread.count).filter { wanted.contains(page.comment(at: $0).id) }
      try MarksAccess.ofScreens.mark(positions, in: page, isRead: false, now: WallClock.now)
    }
    refresh()
  }

  /// Decides whether the news of a discussion are wanted.
  func mute(_ id: String, _ isMuted: Bool) {
    trying {
      try DiscussionLibrary.usual(.ofScreens).setMuted(isMuted, id)
    }
  }

  /// Removes discussions for good.
  func remove(_ ids: [String]) {
    for problem in Self.remove(ids) { say(problem) }
    refresh()
  }

  // MARK: What is kept

  /// All that can be listed, in any order, and what is wrong with what cannot.
  private static func entries() -> (entries: [LibraryEntry], problems: [SafeText]) {
    var (kept, problems): ([KeptDiscussion], [SafeText]) = ([], [])
    do {
      let library = try DiscussionLibrary.usual(.ofScreens)
      let contents = try library.contents()
      kept = contents.listed
      // The folder is known here, and would push what is wrong off a small screen.
      let folder = SafeText(library.folder.path(of: "")).string
      problems = contents.problems.map { problem in
        let line = problem.string
        return line.hasPrefix(folder) ? SafeText(String(line.dropFirst(folder.count))) : problem
      }
    } catch {
      problems = [(error as? any LineError)?.line ?? SafeText("\(error)")]
    }
    let now = WallClock.now
    let sample = Sample.listed(beside: kept, .ofScreens, at: now).map { LibraryEntry($0) }
    return (kept.map { LibraryEntry($0, at: now) } + [sample].compactMap { $0 }, problems)
  }

  /// What is needed to read a discussion of the library.
  ///
  /// - Parameters:
  ///   - id: the discussion's.
  ///   - mayBegin: whether its beginning is enough for now, if it is long and nothing is to be done with all of it.
  /// - Returns: its page, or the beginning of that.
  /// - Throws: ``Failure`` if there is none with that id, or it cannot be read.
  static func request(_ id: String, mayBegin: Bool = false) throws -> DiscussionScreen.Request {
    // There is no library without a home.
    if id == Sample.id, (try? DiscussionLibrary.usual(.ofScreens).exactName(of: id)) == nil {
      return DiscussionScreen.Request(page: Page(try Sample.discussion(at: WallClock.now)))
    }
    let library = try DiscussionLibrary.usual(.ofScreens)
    let path = library.folder.path(of: try library.name(of: id))
    if mayBegin, let start = FileBeginning(path) {
      return DiscussionScreen.Request(
        page: start.page, path: path, isKept: true, whole: start.whole)
    }
    let (page, warning) = try InputFile.page([path])
    return DiscussionScreen.Request(
      page: page, path: path, isKept: true,
      warnings: [warning.map { SafeText($0) }].compactMap { $0 })
  }

  /// What is needed to read a discussion that was fetched: its file is not read again.
  ///
  /// - Throws: ``Failure`` if there is no home to keep anything in.
  static func request(
    _ report: DiscussionLibrary.FetchReport
  ) throws -> DiscussionScreen.Request {
    let library = try DiscussionLibrary.usual(.ofScreens)
    var request = DiscussionScreen.Request(
      page: Page(report.discussion), path: report.file.map { library.folder.path(of: $0.name) },
      savedFile: report.file, isKept: report.file != nil, warnings: report.warnings)
    request.comment = report.comment
    return request
  }

  /// What is needed to read the discussion to which a link leads; nil if the library does not have it.
  ///
  /// - Throws: ``Failure`` if it cannot be read.
  static func request(link: String) throws -> DiscussionScreen.Request? {
    let library = try DiscussionLibrary.usual(.ofScreens)
    guard let name = library.name(ofLink: link) else { return nil }
    let (page, warning) = try InputFile.page([library.folder.path(of: name)])
    var request = DiscussionScreen.Request(
      page: page, path: library.folder.path(of: name), isKept: true,
      warnings: [warning.map { SafeText($0) }].compactMap { $0 })
    if let comment = try DiscussionLibrary.visit(link, kept: nil).comment,
      page.discussion.comments.contains(where: { $0.id == comment })
    {
      request.comment = comment
    }
    return request
  }

  /// Keeps the discussion in a file.
  ///
  /// - Parameter path: as somebody types it; `~` is their home.
  /// - Returns: the discussion's id.
  /// - Throws: ``Failure`` if there is none in it, or it cannot be kept.
  static func keep(file path: String) throws -> String {
    var path = path
    if path == "~" || path.hasPrefix("~/"), let home = UserFolder.variable("HOME") {
      path = home + path.dropFirst()
    }
    try InputFile.expectFile(path)
    // Standard input is the terminal.
    let imported = try InputFile.discussion([path == "-" ? "./-" : path])
    return try AddCommand.keep(imported, .ofScreens).id
  }

  /// Removes discussions for good.
  ///
  /// - Returns: what could not be removed, and why.
  private static func remove(_ ids: [String]) -> [SafeText] {
    ids.compactMap { id in
      do {
        try DiscussionLibrary.usual(.ofScreens).remove(id)
        return nil
      } catch {
        return (error as? any LineError)?.line ?? SafeText("\(id): \(error)")
      }
    }
  }
}

extension LibraryEntry {
  /// - Parameter sample: the sample, which nobody added.
  fileprivate init(_ sample: Sample.Listed) {
    let (discussion, marks) = (sample.page.discussion, sample.marks)
    self.init(
      id: discussion.id, title: SafeText(discussion.title), source: "sample",
      comments: sample.page.thread.count, unreadable: discussion.unreadable,
      unread: marks.marks.unreadCount, new: marks.marks.newCount,
      published: discussion.published.flatMap { Moment($0)?.seconds },
      arrived: marks.saved?.firstVisit ?? 0, visited: marks.saved?.lastVisit,
      isMuted: sample.isMuted)
  }

  /// - Parameters:
  ///   - kept: what the catalogue has of it.
  ///   - now: seconds since 1970.
  init(_ kept: KeptDiscussion, at now: Int64) {
    self.init(
      id: kept.id, title: SafeText(kept.title),
      source: kept.id == Sample.id ? "sample" : SafeText(SiteName.title(of: kept.id)),
      comments: kept.comments, unreadable: kept.unreadable ?? Unreadable(),
      // Where marks cannot be read, nothing is known to be read.
      unread: kept.counts?.unread ?? kept.comments, new: kept.new(at: now) ?? 0,
      published: kept.published, arrived: kept.arrived, visited: kept.visited,
      isMuted: kept.isMuted, address: (kept.link ?? kept.url).map { SafeText($0) })
  }
}
