import DiscussionImport
import DiscussionModel
import Glibc
import TextGrid

/// What is fetched for the library, and what becomes of it there.
extension Library {
  /// What became of one fetched discussion.
  struct FetchReport {
    /// Its id in the library.
    var id: String
    var title: String
    /// Nil where the site said that nothing has changed.
    var keeping: Keeping?
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

  /// The discussion that was fetched from a link before, and its file; nil where none was.
  ///
  /// - Throws: ``Failure`` where the file cannot be read.
  func fetched(from link: String) throws -> (discussion: Discussion, name: String)? {
    guard let name = self.name(ofLink: link) else { return nil }
    return (try folder.discussion(in: name), name)
  }

  /// What is to be asked for what a link leads to.
  ///
  /// - Parameters:
  ///   - link: the link.
  ///   - kept: what came of it before; nil for nothing.
  /// - Returns: the dialogue with the site.
  /// - Throws: ``Failure`` where the link leads nowhere.
  static func visit(_ link: String, kept: Discussion?) throws -> SiteVisit {
    do throws(SiteError) {
      return try SiteVisit(url: link, validators: kept?.validators ?? [:])
    } catch {
      throw Failure(SafeText("\(error.url): \(error.message)"))
    }
  }

  /// Keeps what was fetched.
  ///
  /// - Parameters:
  ///   - fetched: what came.
  ///   - link: from where.
  ///   - id: the id under which it is kept already; nil for its own.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` where it cannot be kept.
  func keep(_ fetched: Fetched, from link: String, as id: String?) throws -> FetchReport {
    var discussion = fetched.discussion
    if let id { discussion.id = id }
    discussion.link = link
    discussion.validators = fetched.validators
    let keeping = try keep(
      discussion, isPart: fetched.incomplete != nil, now: Int64(time(nil)))
    return report(fetched, discussion.id, discussion.title, keeping)
  }

  /// Keeps replies that were missing.
  ///
  /// - Parameters:
  ///   - fetched: what came.
  ///   - comment: the id of the comment below which they were missing.
  ///   - id: the discussion's.
  /// - Returns: what became of it.
  /// - Throws: ``Failure`` where it cannot be kept, or is kept no more.
  func keep(replies fetched: Fetched, to comment: String, of id: String) throws -> FetchReport {
    var title = ""
    let keeping = try change(id, now: Int64(time(nil))) { kept in
      guard var discussion = kept else {
        throw Failure(SafeText("\(id): no longer in the library"))
      }
      let news = discussion.take(replies: fetched.discussion, to: comment)
      title = discussion.title
      return (discussion, .merged(news))
    }
    return report(fetched, id, title, keeping)
  }

  private func report(
    _ fetched: Fetched, _ id: String, _ title: String, _ keeping: Keeping
  ) -> FetchReport {
    let missing = fetched.incomplete.map { ["not all of it came: \($0)"] } ?? []
    return FetchReport(
      id: id, title: title, keeping: keeping, comment: fetched.comment,
      warnings: (fetched.warnings + missing).map { SafeText("\(id): \($0)") })
  }
}
