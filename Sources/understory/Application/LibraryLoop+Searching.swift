import Reader
import TerminalUI
import TextGrid

/// Searching everything from the library's screen.
extension LibraryLoop {
  /// Begins to look for something in everything.
  mutating func search(_ query: String) {
    do {
      searching = try Searching.begun(query)
      try showResults(isAll: false)
    } catch {
      giveUpSearching(query, error)
    }
  }

  /// Goes on with what is looked for, as long as nobody would notice.
  mutating func goOnSearching() {
    guard let query = searching?.query else { return }
    let end = TerminalSession.milliseconds() + 2
    do {
      while TerminalSession.milliseconds() < end {
        if try searching?.work() != true {
          guard try showResults(isAll: true) else { continue }
          searching = nil
          return
        }
      }
      if let status = searching?.status { say(status) }
    } catch {
      giveUpSearching(query, error)
    }
  }

  /// Cancels what is looked for in everything; what was found so far stays.
  mutating func cancelSearching() {
    guard let query = searching?.query else { return }
    do {
      try showResults(isAll: true)
      searching = nil
      say("search cancelled")
    } catch {
      giveUpSearching(query, error)
    }
  }

  /// - Returns: whether there is an index that can be asked; if not, it is made first.
  @discardableResult
  private mutating func showResults(isAll: Bool) throws -> Bool {
    guard let query = searching?.query, let found = try searching?.results() else { return false }
    _ = state.update(.found(query: query, found.results, isAll: isAll))
    if isAll { say(found.note) }
    return true
  }

  private mutating func giveUpSearching(_ query: String, _ error: any Error) {
    searching = nil
    _ = state.update(.found(query: query, [], isAll: true))
    say((error as? Failure)?.line ?? SafeText("\(error)"))
  }
}
