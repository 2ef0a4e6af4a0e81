import ArgumentParser
import Fetching
import Sites
import Glibc
import TerminalUI
import TextGrid

/// What a command fetches, one discussion after the other, until it is there.
///
/// How far it is, is told on the terminal; Ctrl-C and its like give it up and leave no process.
struct FetchRun: ~Copyable {
  private let signals = Signals(Signals.endings)
  private var line = ProgressLine()
  /// When hosts may be asked, for whatever is fetched next.
  private(set) var polite = HostThrottle.usual
  private let manner: Fetch.Manner

  init(patience: Int = 0) {
    manner = .usual(patience: patience)
  }

  /// Fetches a discussion.
  ///
  /// - Parameters:
  ///   - exchange: what its site is asked for.
  ///   - name: what messages call the site.
  /// - Returns: what came of it.
  /// - Throws: the exit status where a signal ended it: 128 and its number.
  mutating func fetch(
    _ exchange: any SiteExchange, name: String
  ) throws -> Fetch.Outcome {
    var fetch = Fetch(exchange, name: name, polite: polite, manner: manner)
    while true {
      fetch.advance(at: TerminalSession.milliseconds())
      if let outcome = fetch.outcome {
        polite = fetch.polite
        line.clear()
        return outcome
      }
      let now = TerminalSession.milliseconds()
      line.show(SafeText(fetch.status(at: now)))
      if let signal = wait(for: fetch.files, within: fetch.delay(at: now)) {
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
    poll(&entries, nfds_t(entries.count), time)
    return signals.next()
  }
}
