import ArgumentParser
import DiscussionModel
import Fetching
import Glibc
import Library
import Sites
import Storage
import TerminalUI
import TextGrid

/// Fetching for the library: what comes is kept, and what is kept is asked for anew.
struct LibraryFetch: ~Copyable {
  private let library: DiscussionLibrary
  private var run: FetchRun

  /// - Parameters:
  ///   - patience: for how many seconds a site that asks for it is left alone.
  ///   - saved: where each response is written down; nil if nowhere.
  /// - Throws: ``Failure`` where there is no home to keep anything in.
  init(patience: Int = 0, saved: SavedResponses? = nil) throws {
    library = try DiscussionLibrary.usual(.ofCommands)
    run = FetchRun(patience: patience, saved: saved)
  }

  /// Why responses were not written down; nil if all were.
  var savingProblem: SavedResponses.Problem? { run.savingProblem }

  /// When hosts may be asked, for whatever is fetched next.
  var polite: HostThrottle { run.polite }

  /// All that is kept and can be fetched anew, those left out whose news are not wanted; and what is
  /// wrong with files that cannot be read.
  func all() throws -> (ids: [String], problems: [SafeText]) {
    let contents = try library.contents()
    let wanted = contents.discussions.filter { $0.link != nil && !$0.isMuted }
    return (wanted.map(\.id), contents.problems)
  }

  /// Fetches what a link leads to.
  ///
  /// - Throws: ``Failure`` where it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(link: String) throws -> DiscussionLibrary.FetchReport {
    try fetch(link, library.name(ofLink: link))
  }

  /// Fetches a kept discussion anew.
  ///
  /// - Parameter id: its id, or the beginning of one that no other has.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` where it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(id: String) throws -> DiscussionLibrary.FetchReport {
    let name = try library.name(of: id)
    guard let link = try library.folder.discussion(in: name).origin?.link else {
      throw Failure(SafeText("\(id): added from a file; fetch its link instead"))
    }
    return try fetch(link, name)
  }

  /// Fetches what a link leads to, of which an older copy may be kept in a file of that name.
  private mutating func fetch(_ link: String, _ name: String?) throws
    -> DiscussionLibrary.FetchReport
  {
    let kept = try name.map { try library.folder.discussion(in: $0) }
    // A response that says that nothing has changed shows nobody anything.
    let visit = try DiscussionLibrary.visit(link, kept: run.isSaving ? nil : kept)
    switch try run.fetch(visit, name: Fetch.name(of: link)) {
    case .failed(let error): throw Failure(SafeText(error.message))
    case .unchanged(let validators):
      guard let kept else { throw DiscussionLibrary.removed(link) }
      return try library.keep(validators, of: kept, now: Int64(time(nil)))
    case .fetched(let fetched):
      return try library.keep(fetched, from: link, as: kept?.id, now: Int64(time(nil)))
    }
  }

  /// The file in which a discussion is kept.
  ///
  /// - Throws: ``Failure`` where it was removed meanwhile.
  func path(of report: DiscussionLibrary.FetchReport) throws -> String {
    library.folder.path(of: try report.file?.name ?? library.name(of: report.id))
  }

  /// The file of what was fetched from a link before; nil where nothing was.
  func path(ofLink link: String) -> String? {
    library.name(ofLink: link).map { library.folder.path(of: $0) }
  }
}

/// What a command fetches, one discussion after the other, until it is there.
///
/// How far it is, is told on the terminal; Ctrl-C and its like give it up and leave no process.
private struct FetchRun: ~Copyable {
  private let signals = Signals(Signals.endings)
  private var line = ProgressLine()
  /// When hosts may be asked, for whatever is fetched next.
  private(set) var polite = HostThrottle.usual
  /// Why responses were not written down; nil if all were.
  private(set) var savingProblem: SavedResponses.Problem?
  private let manner: Fetch.Manner

  init(patience: Int = 0, saved: SavedResponses? = nil) {
    manner = .usual(patience: patience, saved: saved)
  }

  /// Whether responses are written down.
  var isSaving: Bool { manner.saved != nil }

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
        savingProblem = savingProblem ?? fetch.savingProblem
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
