public import DiscussionModel
public import Sites
public import Storage
public import TextGrid

extension Discussion {
  /// The link from which a discussion could be fetched that came as a file; nil if that is not known.
  public var knownLink: String? { SiteName.link(of: id) ?? (SiteName.isOfSite(id) ? url : nil) }
}

/// What is fetched for the library, and what becomes of it there.
extension DiscussionLibrary {
  /// What became of one fetched discussion.
  public struct FetchReport {
    /// What was saved, and is shown from now on: nobody has to read the file again.
    public var discussion: Discussion
    /// Its file; nil if it was removed again at once, or not written.
    public var file: FileStamp?
    /// Nil if the site said that nothing has changed.
    public var keeping: Keeping?
    /// The id of the comment that the link names; nil for none.
    public var comment: String?
    /// The article to which it links, if that was fetched.
    public var linked: LinkedArticle?
    /// What was repaired or passed over, or is missing, a line each.
    public var warnings: [SafeText] = []

    /// Its id in the library.
    public var id: String { discussion.id }

    public var hasNews: Bool { keeping?.hasNews ?? false }

    /// `hn:1: 5 new comments · A title`, with what came also how many replies are missing.
    public var line: SafeText {
      SafeText("\(id): \(keeping?.line(of: discussion) ?? "nothing new") · \(discussion.title)")
    }
  }

  /// What is to be asked for what a link leads to.
  ///
  /// - Parameters:
  ///   - link: the link.
  ///   - kept: what came of it before; nil for nothing.
  /// - Returns: the exchange with the site.
  /// - Throws: ``LibraryError`` if the link leads nowhere.
  public static func visit(
    _ link: String, kept: Discussion?
  ) throws(LibraryError) -> SiteVisit {
    do throws(SiteError) {
      let visit = try SiteVisit(url: link)
      // What has not changed has not the comment either.
      if let comment = visit.comment, kept?.comments.contains(where: { $0.id == comment }) == false
      {
        return visit
      }
      return try SiteVisit(
        url: link, validators: (kept?.validators ?? [:]).mapValues { SiteValidators($0) })
    } catch {
      throw LibraryError(SafeText("\(error.url): \(error.message)"))
    }
  }

  /// Keeps what was fetched.
  ///
  /// - Parameters:
  ///   - fetched: what came.
  ///   - link: from where.
  ///   - id: the id under which it is kept already; nil for its own.
  ///   - isVisit: whether somebody opens it from a front page or by a link in another discussion: if it is
  ///     new, it is then kept only for a while after the last visit, see ``removeVisited(after:now:)``.
  ///   - now: seconds since 1970.
  /// - Returns: what became of it.
  /// - Throws: ``LibraryError`` if it cannot be kept, or is kept no more.
  public func keep(
    _ fetched: Fetched, from link: String, as id: String?, isVisit: Bool = false, now: Int64
  ) throws(LibraryError) -> FetchReport {
    var discussion = fetched.discussion
    if let id { discussion.id = id }
    let saved = try change(discussion.id, isVisit: isVisit, now: now) {
      (kept) throws(LibraryError) in
      if let id, kept == nil { throw Self.removed(id) }
      if id == nil, let kept, fetched.namesItself { try Self.check(kept, isFrom: link) }
      var (merged, keeping) = Self.merged(discussion, into: kept)
      // What is missing of a part is not missing where it was kept before.
      if let kept, fetched.incomplete != nil { merged.notice = kept.notice }
      merged.origin = kept?.origin ?? Origin(link: SiteVisit.kept(link: link))
      merged.validators = fetched.validators.mapValues { Origin.Validator($0) }
      if merged != kept { merged.origin?.fetched = Moment(seconds: now, hasTime: true).iso }
      return (merged, keeping)
    }
    return report(fetched, saved)
  }

  /// Throws if what is kept is not from the host of a link, at which a file has the same id.
  private static func check(_ kept: Discussion, isFrom link: String) throws(LibraryError) {
    let place = kept.origin.map(\.link).flatMap { SiteVisit.host(of: $0) }
    guard place != SiteVisit.host(of: link) || place == nil else { return }
    throw LibraryError(
      SafeText(
        "\(kept.id): the library has another discussion with this id, "
          + (place.map { "from \($0)" } ?? "added from a file")
          + "; \(link) is not kept; to replace it, first run: understory remove \(kept.id)"))
  }

  /// Keeps what a site said of a discussion in which nothing has changed, if it said something else than before.
  ///
  /// - Parameters:
  ///   - validators: for the next visit.
  ///   - kept: the discussion as it was kept when its site was asked.
  ///   - now: seconds since 1970.
  /// - Returns: that nothing is new.
  /// - Throws: ``LibraryError`` if it cannot be kept.
  public func keep(
    _ validators: [String: SiteValidators], of kept: Discussion, now: Int64
  ) throws(LibraryError) -> FetchReport {
    let validators = validators.mapValues { Origin.Validator($0) }
    guard validators != kept.validators else { return FetchReport(discussion: kept) }
    let saved = try change(kept.id, now: now) { (current) throws(LibraryError) in
      guard var discussion = current else { throw Self.removed(kept.id) }
      // Those of a file that was edited meanwhile are about other texts.
      if discussion.validators == kept.validators { discussion.validators = validators }
      return (discussion, .merged(MergeNews()))
    }
    return FetchReport(discussion: saved.discussion, file: saved.file)
  }

  /// Keeps replies that were missing.
  ///
  /// - Parameters:
  ///   - fetched: what came.
  ///   - comment: the id of the comment below which they were missing; nil for the article.
  ///   - id: the discussion's.
  ///   - now: seconds since 1970.
  /// - Returns: what became of it.
  /// - Throws: ``LibraryError`` if it cannot be kept, or is kept no more.
  public func keep(
    replies fetched: Fetched, to comment: String?, of id: String, now: Int64
  ) throws(LibraryError) -> FetchReport {
    let saved = try change(id, now: now) { (kept) throws(LibraryError) in
      guard var discussion = kept else {
        throw Self.removed(id)
      }
      let validators = discussion.validators
      let news = discussion.take(replies: fetched.discussion, to: comment)
      if !validators.isEmpty { discussion.validators = validators }
      return (discussion, .merged(news))
    }
    return report(fetched, saved)
  }

  /// Keeps the article to which a discussion links.
  ///
  /// - Parameters:
  ///   - article: what came.
  ///   - id: the discussion's.
  ///   - now: seconds since 1970.
  /// - Returns: the discussion with it; there are no new comments.
  /// - Throws: ``LibraryError`` if it cannot be kept, or the discussion is not kept any more.
  public func keep(
    _ article: LinkedArticle, of id: String, now: Int64
  ) throws(LibraryError) -> FetchReport {
    var article = article
    article.fetched = Moment(seconds: now, hasTime: true).iso
    let saved = try change(id, now: now) { (kept) throws(LibraryError) in
      guard var discussion = kept else { throw Self.removed(id) }
      discussion.linked = article
      return (discussion, .merged(MergeNews()))
    }
    return FetchReport(discussion: saved.discussion, file: saved.file, linked: article)
  }

  private func report(_ fetched: Fetched, _ saved: Saved) -> FetchReport {
    let reason = fetched.incomplete.map { "incomplete: \($0)" }
    let missing = [reason, fetched.shortfall].compactMap { $0 }.joined(separator: "; ")
    return FetchReport(
      discussion: saved.discussion, file: saved.file, keeping: saved.keeping,
      comment: fetched.comment,
      warnings: (fetched.warnings + (missing.isEmpty ? [] : [missing])).map {
        SafeText("\(saved.discussion.id): \($0)")
      })
  }
}

extension SiteValidators {
  init(_ kept: Origin.Validator) {
    self.init(etag: kept.etag, lastModified: kept.lastModified)
  }
}

extension Origin.Validator {
  init(_ stated: SiteValidators) {
    self.init(etag: stated.etag, lastModified: stated.lastModified)
  }
}
