import DiscussionModel
import Glibc
import Library
import ReadMarks
import Reader
import Storage
import TextGrid

/// The library's screen: the kept discussions, and what is done with them.
final class LibraryScreen: Screen {
  private var state: LibraryState
  private var watch = FileWatch()
  let usesMouse: Bool
  /// The comments that each catching up marked, the last one last, by the discussions' ids.
  private var caughtUp: [String: [[String]]] = [:]

  /// - Parameters:
  ///   - warnings: what is said once.
  ///   - shell: what it shares with the other screens.
  ///   - usesMouse: whether clicks and the wheel are wanted.
  init(warnings: [SafeText], shell: Shell, usesMouse: Bool) {
    let (entries, problems) = Shelf.entries()
    state = LibraryState(entries, shell: shell, order: Self.order)
    self.usesMouse = usesMouse
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
    update(.entries(Shelf.entries().entries))
    if let discussion { update(.focus(id: discussion)) }
  }

  func press(_ key: Key) -> [Effect] { state.press(key) }
  @discardableResult func update(_ action: Action) -> [Effect] { state.update(action) }
  func frame(theme: Theme) -> Frame { LibraryView.frame(state, theme: theme) }

  func advance(at now: Int) -> [Effect] {
    if !watch.changes().modified.isEmpty { refresh() }
    return []
  }

  /// Lists what the library has by now; where nothing has come or gone, every line holds.
  func refresh() {
    let entries = Shelf.entries().entries
    guard let changed = state.changed(in: entries) else {
      update(.entries(entries))
      return
    }
    for entry in changed { update(.entry(entry)) }
  }

  /// What was removed is gone then, however the program ends.
  func finish() -> [SafeText] {
    for case .remove(let ids) in update(.exit) { return Shelf.remove(ids) }
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
    trying { page = try Shelf.request(id).page }
    let problem = shell.notice
    update(.peeked(id: id, page))
    if page == nil, let problem { say(problem) }
  }

  /// Marks all of a discussion read.
  func catchUp(_ id: String) {
    var marked: [String] = []
    trying {
      let page = try Shelf.request(id).page
      let marks = try MarksAccess.ofScreens.marks(of: page).marks
      let unread = (0..<page.thread.count).filter { marks.isUnread($0) }
      try MarksAccess.ofScreens.mark(unread, in: page, isRead: true, now: Int64(time(nil)))
      marked = unread.map { page.comment(at: $0).id }
    }
    caughtUp[id, default: []].append(marked)
    refresh()
  }

  /// Sets unread again what the last catching up with a discussion marked.
  func undoCatchUp(_ id: String) {
    guard let marked = caughtUp[id]?.popLast() else { return }
    trying {
      let page = try Shelf.request(id).page
      let wanted = Set(marked)
      let positions = (0..<page.thread.count).filter { wanted.contains(page.comment(at: $0).id) }
      try MarksAccess.ofScreens.mark(positions, in: page, isRead: false, now: Int64(time(nil)))
    }
    refresh()
  }

  func mute(_ id: String, _ isMuted: Bool) { trying { try Shelf.setMuted(isMuted, id) } }

  /// Removes discussions for good.
  func remove(_ ids: [String]) {
    for problem in Shelf.remove(ids) { say(problem) }
    refresh()
  }
}
