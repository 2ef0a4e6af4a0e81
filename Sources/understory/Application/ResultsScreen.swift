import DiscussionModel
import Library
import ReadMarks
import Reader
import Storage
import TerminalUI
import TextGrid

/// The screen of what a search of everything finds, and that search; or of the stars in everything.
final class ResultsScreen: Screen {
  private var state: ResultsState
  /// Nil once it is over.
  private var searching: Searching?

  /// - Parameters:
  ///   - query: what is looked for; nil for all stars.
  ///   - shell: what it shares with the other screens.
  init(query: String?, shell: Shell) {
    state = ResultsState(query: query, shell: shell)
  }

  var shell: Shell { state.shell }
  var isSearching: Bool { searching != nil }

  func begin() -> [Effect] {
    endingOnFailure {
      guard let query = state.query else {
        update(.found(try Self.stars(), isAll: true))
        return
      }
      searching = try Searching.begun(query)
      try showResults(isAll: false)
    }
    return []
  }

  /// While it is covered, other programs may bring the index up to date.
  func cover() { searching = nil }

  func comeBack(_ shell: Shell, from discussion: String?) {
    state.take(shell)
    if !state.isAll { _ = begin() }
  }

  func press(_ key: Key) -> [Effect] { state.press(key) }
  @discardableResult func update(_ action: Action) -> [Effect] { state.update(action) }
  func frame(theme: Theme) -> Frame { ResultsView.frame(state, theme: theme) }

  func hear(_ line: String) -> Heard { state.hear(line) }

  func helpLines(about name: String, topics: String) -> [SafeText]? {
    AppendHelp.lines(about: name, shell, on: .results, topics: topics)
  }

  func placeLines() -> [SafeText] { state.placeLines }

  func spoken() -> Spoken {
    fit(rows: Presentation.listRows)
    return state.spoken
  }
  func delay(at now: Int) -> Int? { isSearching ? 0 : nil }

  func work(until end: Int) {
    endingOnFailure {
      while TerminalSession.milliseconds() < end {
        if try searching?.work() == true { continue }
        guard try showResults(isAll: true) else { continue }
        searching = nil
        return
      }
      if let status = searching?.status { say(status) }
    }
  }

  /// The comments with a star, of the discussions in the library's order of names.
  ///
  /// - Complexity: O(length of the discussions that have one).
  private static func stars() throws -> [SearchResult] {
    let library = try DiscussionLibrary.usual(.ofScreens)
    var ids = try library.contents().discussions.map(\.id)
    // Its stars stay while the library has others, and until it is removed.
    if !ids.contains(Sample.id), Sample.listed(beside: [], .ofScreens, at: WallClock.now) != nil {
      ids.append(Sample.id)
    }
    let starred = try MarksAccess.ofScreens.use { (marks) throws(StorageError) in
      var starred: [(id: String, comments: Set<String>)] = []
      for id in ids {
        guard let saved = try marks.reading(of: id) else { continue }
        let stars = Set(saved.stars.filter(\.isSet).map(\.comment))
        if !stars.isEmpty { starred.append((id, stars)) }
      }
      return starred
    }
    return try starred.flatMap { id, comments in
      let page = try LibraryScreen.request(id).page
      return (0..<page.thread.count).filter { comments.contains(page.comment(at: $0).id) }.map {
        SearchResult(
          title: SafeText(page.discussion.title), number: page.number(at: $0),
          author: page.comment(at: $0).author.map { SafeText($0) },
          snippet: page.beginning(of: $0 + page.firstComment, cells: 300), discussion: id,
          comment: page.comment(at: $0).id)
      }
    }
  }

  /// What was found so far stays.
  func stopSearching() {
    endingOnFailure {
      try showResults(isAll: true)
      searching = nil
      say("search cancelled")
    }
  }

  /// Does what may fail, which ends the search.
  private func endingOnFailure(_ work: () throws -> Void) {
    trying {
      do {
        try work()
      } catch {
        searching = nil
        update(.found([], isAll: true))
        throw error
      }
    }
  }

  /// - Returns: whether there is an index that can be asked; if not, it is made first.
  @discardableResult
  private func showResults(isAll: Bool) throws -> Bool {
    guard let found = try searching?.results() else { return false }
    update(.found(found.results, isAll: isAll))
    if isAll { say(found.note) }
    return true
  }
}
