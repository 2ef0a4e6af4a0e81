import DiscussionImport
import DiscussionModel
import Glibc
import ReadingLibrary
import TextGrid

/// Fetching for the library: what comes is kept, and what is kept is asked for anew.
struct LibraryFetch: ~Copyable {
  private let library: Library
  private var run: FetchRun

  /// What became of one discussion.
  struct Report {
    /// Its id in the library.
    var id: String
    var title: String
    /// Nil where the site said that nothing has changed.
    var keeping: Library.Keeping?
    /// The id of the comment that the link names; nil for none.
    var comment: String?
    /// What was mended or passed over, or is missing, a line each.
    var warnings: [SafeText] = []

    var hasNews: Bool { keeping?.hasNews ?? false }

    /// `hn:1: 5 new comments · A title`.
    var line: SafeText {
      SafeText("\(id): \(keeping?.line ?? "nothing new") · \(title)")
    }
  }

  /// - Parameter patience: for how many seconds a site that asks for it is left alone.
  /// - Throws: ``Failure`` where there is no home to keep anything in.
  init(patience: Int = 0) throws {
    library = try Library()
    run = FetchRun(patience: patience)
  }

  /// All that is kept and can be fetched anew, those left out whose news are not wanted.
  func all() throws -> [KeptDiscussion] {
    try library.contents().discussions.filter { $0.link != nil && !$0.isMuted }
  }

  /// Fetches what a link leads to.
  ///
  /// - Throws: ``Failure`` where it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(link: String) throws -> Report {
    let kept = try library.contents().discussions.first { $0.link == link }
    return try fetch(link, kept?.file.name)
  }

  /// Fetches a kept discussion anew.
  ///
  /// - Parameter id: its id, or the beginning of one that no other has.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` where it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(id: String) throws -> Report {
    let name = try library.name(of: id)
    guard let link = try library.folder.discussion(in: name).link else {
      throw Failure(SafeText("\(id): it is not known from where it could be fetched"))
    }
    return try fetch(link, name)
  }

  /// Fetches what a link leads to, of which an older copy may be kept in a file of that name.
  private mutating func fetch(_ link: String, _ name: String?) throws -> Report {
    let kept = try name.map { try library.folder.discussion(in: $0) }
    let visit: SiteVisit
    do throws(SiteError) {
      visit = try SiteVisit(url: link, validators: kept?.validators ?? [:])
    } catch {
      throw Failure(SafeText("\(error.url): \(error.message)"))
    }
    switch try run.fetch(visit, name: SafeText(Link.name(of: link))) {
    case .failed(let line): throw Failure(line)
    case .unchanged: return Report(id: kept?.id ?? link, title: kept?.title ?? "")
    case .fetched(let fetched): return try keep(fetched, link, kept?.id)
    }
  }

  private func keep(_ fetched: Fetched, _ link: String, _ id: String?) throws -> Report {
    var discussion = fetched.discussion
    if let id { discussion.id = id }
    discussion.link = link
    discussion.validators = fetched.validators
    let keeping = try library.keep(discussion, now: Int64(time(nil)))
    let missing = fetched.incomplete.map { ["not all of it came: \($0)"] } ?? []
    return Report(
      id: discussion.id, title: discussion.title, keeping: keeping, comment: fetched.comment,
      warnings: (fetched.warnings + missing).map { SafeText("\(discussion.id): \($0)") })
  }

  /// The file in which a discussion is kept.
  func path(of report: Report) -> String {
    library.folder.path(of: KeptName.file(of: report.id))
  }

  /// The file of what was fetched from a link before; nil where nothing was.
  func path(ofLink link: String) -> String? {
    let kept = (try? library.contents())?.discussions.first { $0.link == link }
    return kept.map { library.folder.path(of: $0.file.name) }
  }
}
