import Reader
import TerminalUI
import TextGrid

/// The screen of what a search of everything finds, and that search.
final class ResultsScreen: Screen {
  private var state: ResultsState
  /// Nil once it is over.
  private var searching: Searching?

  init(query: String, shell: Shell) {
    state = ResultsState(query: query, shell: shell)
  }

  var shell: Shell { state.shell }
  var isSearching: Bool { searching != nil }

  func begin() -> [Effect] {
    endingOnFailure {
      searching = try Searching.begun(state.query)
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
