import ArgumentParser
import Fetching
import Platform
import Sites
import TerminalUI
import TextGrid

/// What a command fetches, one thing after the other, until it is there.
///
/// The terminal shows how far it is; Ctrl-C and its like give it up and leave no process.
struct FetchRun: ~Copyable {
  private let signals = Signals(Signals.endings)
  private var line = ProgressLine()
  /// When hosts may be asked, for whatever is fetched next.
  private(set) var polite = HostThrottle.usual
  /// Why responses were not written down; nil if all were.
  private(set) var savingProblem: SavedResponses.Problem?
  private let manner: FetchManner

  init(patience: Int = 0, saved: SavedResponses? = nil) {
    manner = .usual(patience: patience, saved: saved)
  }

  /// Whether responses are written down.
  var isSaving: Bool { manner.saved != nil }

  /// Carries out an exchange.
  ///
  /// - Parameters:
  ///   - exchange: what a site is asked for.
  ///   - name: what messages call the site.
  /// - Returns: what came of it.
  /// - Throws: the exit status if a signal ended it: 128 and its number.
  mutating func fetch<Outcome: Equatable & Sendable>(
    _ exchange: any SiteExchange<Outcome>, name: String
  ) throws -> Result<Outcome, FetchError> {
    var fetch = Fetch(exchange, name: name, polite: polite, manner: manner)
    while true {
      fetch.advance(at: TerminalSession.milliseconds())
      if let outcome = fetch.outcome {
        polite = fetch.polite
        savingProblem = savingProblem ?? fetch.savingProblem
        line.clear()
        return outcome
      }
      let now = TerminalSession.milliseconds()
      let status = SafeText(fetch.status(at: now))
      line.show(status)
      line.report("fetching " + status)
      if let signal = wait(for: fetch.files, within: fetch.delay(at: now) ?? line.pause) {
        fetch.cancel()
        throw ExitCode(128 + signal)
      }
    }
  }

  /// Waits for files or for a time, a second at most while seconds are counted.
  ///
  /// - Returns: the number of a signal that ends the program; nil where there was none.
  private func wait(for files: [Int32], within milliseconds: Int?) -> Int32? {
    var entries = ([signals.file] + files).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let time = milliseconds.map { Int32(clamping: min($0, 1000)) } ?? -1
    waitForFiles(&entries, milliseconds: time)
    return signals.next()
  }
}
