import DiscussionModel
import Fetching
import Platform
import Library
import Reader
import Sites
import Storage
import TextGrid

/// Fetching for the library: what comes is kept, and what is kept is requested again.
struct LibraryFetch: ~Copyable {
  private let library: DiscussionLibrary
  private var run: FetchRun

  /// - Parameters:
  ///   - patience: for how many seconds a site that asks for it is left alone.
  ///   - saved: where each response is written down; nil if nowhere.
  /// - Throws: ``Failure`` if there is no home to keep anything in.
  init(patience: Int = 0, saved: SavedResponses? = nil) throws {
    library = try DiscussionLibrary.usual(.ofCommands)
    run = FetchRun(patience: patience, saved: saved)
  }

  /// Why responses were not written down; nil if all were.
  var savingProblem: SavedResponses.Problem? { run.savingProblem }

  /// When hosts may be asked, for whatever is fetched next.
  var polite: HostThrottle { run.polite }

  /// All that is kept and can be fetched again, those left out whose news are not wanted; and what is
  /// wrong with files that cannot be read.
  func all() throws -> (ids: [String], problems: [SafeText]) {
    let contents = try library.contents()
    let wanted = contents.discussions.filter { $0.link != nil && !$0.isMuted }
    return (wanted.map(\.id), contents.problems)
  }

  /// Fetches what a link leads to; it is kept until it is removed.
  ///
  /// - Throws: ``Failure`` if it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(link: String) throws -> DiscussionLibrary.FetchReport {
    let report = try fetch(link, library.name(ofLink: link))
    // Where that cannot be saved, nothing says that it was only visited.
    try? library.keepForGood(report)
    return report
  }

  /// Fetches what a link on a front page leads to; if it is new, it is kept for a while, as if it was visited.
  ///
  /// - Throws: ``Failure`` if it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(listed row: FrontRow) throws -> DiscussionLibrary.FetchReport {
    let report = try fetch(row.link, library.name(ofLink: row.link), isVisit: true)
    if let comments = row.comments {
      try? library.fronts.noteStated(comments, of: row.link, at: WallClock.now)
    }
    return report
  }

  /// Fetches a front page, and keeps it in place of the one before.
  ///
  /// - Parameter address: the page's.
  /// - Returns: it, and how many discussions are on it that were not before.
  /// - Throws: ``Failure`` if it cannot be had or kept, and the exit status where a signal ends it.
  mutating func front(_ address: String) throws -> (page: FrontPage, new: Int) {
    switch try run.fetch(FrontVisit(url: address), name: FetchError.host(of: address)) {
    case .failure(let error): throw Failure(SafeText(error.message))
    case .success(let page):
      let before = Set(try library.fronts.kept(address)?.page.rows.map(\.link) ?? [])
      try library.fronts.keep(page, at: address, now: WallClock.now)
      return (page, page.rows.count { !before.contains($0.link) })
    }
  }

  /// The first discussions of a front page that are to be fetched beforehand: those that are not kept, or have
  /// more comments by now, without those that are hidden or muted.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - count: this many of its first are looked at.
  /// - Returns: them.
  /// - Throws: ``Failure`` if the library cannot be read.
  func wanted(of page: FrontPage, count: Int) throws -> [FrontRow] {
    guard count > 0 else { return [] }
    let known = KnownDiscussions(
      try library.contents().discussions,
      stated: try library.fronts.stated(among: page.rows.map(\.link)))
    let hidden = try library.fronts.hidden(among: page.rows.map(\.link))
    return page.rows.filter { !hidden.contains($0.link) }.prefix(count).filter { row in
      guard let kept = known[row.link] else { return true }
      return !kept.isMuted && known.unfetched(of: kept, in: row) > 0
    }
  }

  /// Fetches a kept discussion again.
  ///
  /// - Parameters:
  ///   - id: its id, or the beginning of one that no other has.
  ///   - keepsForGood: whether it is kept until it is removed from now on, even if it was only visited so far.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` if it cannot be had or kept, and the exit status where a signal ends it.
  mutating func fetch(
    id: String, keepsForGood: Bool
  ) throws -> DiscussionLibrary.FetchReport {
    if id == Sample.id, try library.exactName(of: id) == nil {
      throw Failure(SafeText("\(id): \(Sample.nothingToFetch)"))
    }
    let name = try library.name(of: id)
    let kept = try library.folder.discussion(in: name)
    guard let link = kept.origin?.link else {
      let known = kept.knownLink.map { ": \($0)" } ?? ""
      throw Failure(SafeText("\(id): added from a file; fetch its link instead\(known)"))
    }
    let report = try fetch(link, name)
    if keepsForGood { try? library.keepForGood(report) }
    return report
  }

  /// Fetches what a link leads to, of which an older copy may be kept in a file of that name.
  private mutating func fetch(
    _ link: String, _ name: String?, isVisit: Bool = false
  ) throws -> DiscussionLibrary.FetchReport {
    let kept = try name.map { try library.folder.discussion(in: $0) }
    // A response that says that nothing has changed shows nobody anything.
    let visit = try DiscussionLibrary.visit(link, kept: run.isSaving ? nil : kept)
    switch try run.fetch(visit, name: FetchError.host(of: link)) {
    case .failure(let error): throw Failure(SafeText(error.message))
    case .success(.unchanged(let validators)):
      guard let kept else { throw DiscussionLibrary.removed(link) }
      return try library.keep(validators, of: kept, now: WallClock.now)
    case .success(.fetched(let fetched)):
      return try library.keep(
        fetched, from: link, as: kept?.id, isVisit: isVisit, now: WallClock.now)
    }
  }

  /// Fetches the article to which a discussion links, if that is not kept yet.
  ///
  /// One that cannot be shown as text, such as a PDF, is not asked for again.
  ///
  /// - Returns: what was fetched, in one line, and whether it can be read; nil if the discussion has it already, or links
  ///   to none.
  /// - Throws: ``Failure`` if it cannot be had or kept, and the exit status if a signal ends it.
  mutating func article(of discussion: Discussion) throws -> (line: SafeText, isRead: Bool)? {
    guard discussion.linked == nil, let address = Page(discussion).linkedAddress else {
      return nil
    }
    let name = SafeText("\(discussion.id): the article: ")
    let visit: ArticleVisit
    do throws(SiteError) {
      visit = try ArticleVisit(url: address, from: discussion.origin?.link)
    } catch {
      return try keepProblem(error.message, at: address, of: discussion, name)
    }
    switch try run.fetch(visit, name: FetchError.host(of: address)) {
    case .failure(.site(let error)) where error.isLasting:
      return try keepProblem(error.message, at: address, of: discussion, name)
    case .failure(let error): throw Failure(name + SafeText(error.message))
    case .success(.unchanged): return nil
    case .success(.fetched(let fetched)):
      guard let article = fetched.discussion.linked else { return nil }
      _ = try library.keep(article, of: discussion.id, now: WallClock.now)
      return (name + SafeText(article.title ?? article.url), true)
    }
  }

  /// Remembers why the article of a discussion cannot be shown as text, and reports it.
  private func keepProblem(
    _ problem: String, at address: String, of discussion: Discussion, _ name: SafeText
  ) throws -> (line: SafeText, isRead: Bool) {
    var article = LinkedArticle(url: address)
    article.problem = problem
    _ = try library.keep(article, of: discussion.id, now: WallClock.now)
    return (name + SafeText("\(address): \(problem)"), false)
  }

  /// The file in which a discussion is kept.
  ///
  /// - Throws: ``Failure`` if it was removed meanwhile.
  func path(of report: DiscussionLibrary.FetchReport) throws -> String {
    library.folder.path(of: try report.file?.name ?? library.name(of: report.id))
  }

  /// The file of what was fetched from a link before; nil if nothing was.
  func path(ofLink link: String) -> String? {
    library.name(ofLink: link).map { library.folder.path(of: $0) }
  }
}
