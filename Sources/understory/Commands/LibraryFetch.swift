import DiscussionModel
import Fetching
import Glibc
import Library
import Sites
import Storage
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
    switch try run.fetch(visit, name: FetchError.host(of: link)) {
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
