import Configuration
import DiscussionModel
import Glibc
import ReadMarks
import Reader
import Storage
import TerminalUI
import TextGrid

/// Doing what the library's screen asks for.
extension LibraryLoop {
  /// Does it; how the user leaves, or nil where the library stays.
  mutating func perform(
    _ effects: [Effect], _ session: inout TerminalSession
  ) -> Leaving? {
    for effect in effects {
      switch effect {
      case .open(let id, let comment): return .open(id, comment: comment)
      case .peek(let id):
        var page: Page?
        trying { page = try Shelf.request(id).page }
        let problem = state.shell.notice
        _ = state.update(.peeked(id: id, page))
        if page == nil, let problem { say(problem) }
      case .catchUp(let id): catchUp(id)
      case .undoCatchUp(let id): undoCatchUp(id)
      case .mute(let id, let isMuted):
        trying { try Shelf.setMuted(isMuted, id) }
      case .remove(let ids):
        for problem in Shelf.remove(ids) { say(problem) }
        refresh()
      case .search(let query): search(query)
      case .fetch(let id): fetch(id)
      case .copy(let lines):
        programs.copy(lines.map(\.string).joined(separator: "\n"))
        if !session.copy(lines) { say("too long for the terminal's clipboard") }
      case .browse(let address):
        if let problem = programs.open(address, &session) { say("not opened: " + problem) }
      case .useTheme(let name): useTheme(name, &session)
      case .remember(let preference): remember(preference)
      case .redraw: session.forgetScreen()
      // These are those of a discussion.
      case .save, .useMouse, .lookAtFile, .fetchReplies, .leave: break
      case .exit: return .exit(0)
      }
    }
    return nil
  }

  /// Marks all of a discussion read.
  private mutating func catchUp(_ id: String) {
    var marked: [String] = []
    trying {
      let page = try Shelf.request(id).page
      let marks = try SavedMarks.of(page).marks
      let unread = (0..<page.thread.count).filter { marks.isUnread($0) }
      try Marking.mark(unread, in: page, isRead: true)
      marked = unread.map { page.comment(at: $0).id }
    }
    caughtUp[id, default: []].append(marked)
    refresh()
  }

  /// Sets unread again what the last catching up with a discussion marked.
  private mutating func undoCatchUp(_ id: String) {
    guard let marked = caughtUp[id]?.popLast() else { return }
    trying {
      let page = try Shelf.request(id).page
      let wanted = Set(marked)
      let positions = (0..<page.thread.count).filter { wanted.contains(page.comment(at: $0).id) }
      try Marking.mark(positions, in: page, isRead: false)
    }
    refresh()
  }

  /// Lists what the library has by now; where nothing has come or gone, every line holds.
  mutating func refresh() {
    let entries = Shelf.entries().entries
    guard let changed = state.changed(in: entries) else {
      _ = state.update(.entries(entries))
      return
    }
    for entry in changed { _ = state.update(.entry(entry)) }
  }

  private mutating func remember(_ preference: Preference) {
    trying {
      try StateLibrary.use { (library) throws(StorageError) in try library.save(preference) }
    }
  }

  /// In which order the library was listed last.
  static var order: LibraryOrder {
    let chosen = try? StateLibrary.use { (library) throws(StorageError) in try library.chosen() }
    for case .libraryOrder(let order) in chosen ?? [] { return order }
    return .news
  }

  private mutating func useTheme(_ name: String, _ session: inout TerminalSession) {
    do throws(ThemeError) {
      looks.theme = try themes.theme(named: name)
      theme = looks.theme.shown(at: session.colorDepth)
      session.setScreen(theme[.screen])
    } catch {
      say(SafeText(error.message))
    }
  }

  mutating func say(_ text: SafeText) { _ = state.update(.say(text)) }

  /// Does what may fail, and says why it has.
  private mutating func trying(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      say((error as? Failure)?.line ?? SafeText("\(error)"))
    }
  }
}
