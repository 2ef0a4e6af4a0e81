import WebAddresses

/// All sites and formats, and what follows from them.
struct SiteTable: Sendable {
  let sites: [Site]
  let formats: [DiscussionFormat]
  let idForms: [SiteIDForm]
  /// Which members of files are kept.
  let names: NameTable

  /// Every site in the order in which formats are listed; a new one is a line here.
  static let standard = SiteTable([
    .native,
    .hackerNews,
    .reddit,
    .lobsters,
    .discourse,
    .lemmy,
    .mastodon,
    .gitHub,
    .forgejo,
    .gitLab,
    .bluesky,
    .stackExchange,
    .forumotion,
    .phpBB,
    .xenForo,
    .vBulletin,
    .invision,
    .disqus,
    .substack,
    .ghost,
    .blogger,
    .wordPress,
    .commentFeed,
    .webPage,
    .savedPage,
  ])

  init(_ sites: [Site]) {
    self.sites = sites
    formats = sites.flatMap(\.formats)
    idForms = sites.flatMap(\.ids)
    names = NameTable(sites)
  }

  /// How pages are built, in the order in which they are tried.
  var pages: [PageShape] { sites.flatMap { $0.pages() } }

  // MARK: Formats

  /// The format of a file that is known before it is read as JSON; nil for any other.
  func format(of bytes: [UInt8]) -> DiscussionFormat? { formats.first { $0.isFile(bytes) } }

  /// The format that most of some objects are in; of two the one whose signs are rarer.
  ///
  /// - Throws: if they are in none, with the one that comes nearest to the first of them.
  func format(of objects: ArraySlice<JSONValue>) throws(ImportError) -> DiscussionFormat {
    let signs = formats.compactMap { format in format.signs.map { (format: format, signs: $0) } }
    let inOrder = signs.filter { !$0.signs.areCommon } + signs.filter(\.signs.areCommon)
    var best: (format: DiscussionFormat, count: Int)?
    for (format, signs) in inOrder {
      let count = objects.count { signs.know($0) }
      if count > best?.count ?? 0 { best = (format, count) }
    }
    if let best { return best.format }
    var nearest: (format: DiscussionFormat, lacks: [String], share: Double)?
    for (format, signs) in inOrder {
      guard let (lacks, share) = objects.first.flatMap({ signs.lack($0) }) else { continue }
      if share > nearest?.share ?? 0 { nearest = (format, lacks, share) }
    }
    throw ImportError(
      .unknownFormat(nearest: nearest?.format, lacks: nearest?.lacks ?? []), in: .input(0))
  }

  // MARK: Links

  /// What may be at the other end of a link, in the order in which it is tried.
  ///
  /// - Returns: also whether the first is known to be there.
  /// - Throws: for a page of a known site on which no discussion is.
  func plans(for address: WebURL) throws(SiteError) -> (list: [any FetchPlan], isCertain: Bool) {
    for case let hosts? in sites.map(\.hosts) where hosts.contains(address.host) {
      guard let plan = hosts.plan(address) else {
        throw SiteError(.noDiscussion(expected: hosts.example), url: address.page)
      }
      return ([plan], true)
    }
    return (anywhere.flatMap { $0.plans(address) } + [FilePlan(address)], false)
  }

  /// What can be at an address whose host is not known, in words.
  var expectations: [String] {
    anywhere.map(\.words) + ["a discussion in JSON, in any format that can be imported"]
  }

  /// What runs on hosts of any name; first what has no host of its own.
  private var anywhere: [SiteAnywhere] {
    (sites.filter { $0.hosts == nil } + sites.filter { $0.hosts != nil }).compactMap(\.anywhere)
  }

  /// The interface to which an address belongs that a token opens further; nil as a rule.
  func service(of url: String) -> SiteService? {
    sites.lazy.compactMap(\.service).first { url.hasPrefix("\($0.origin)/") }
  }

  /// What helps if the site of an address shows its discussions only to people who are signed in; nil for the others.
  func refusal(at url: String) -> String? {
    do throws(SiteError) {
      let host = try WebURL(link: url).host
      return sites.lazy.compactMap(\.hosts).first { $0.contains(host) }?.signInHelp
    } catch {
      return nil
    }
  }

  // MARK: Ids

  /// The form that an id has, by its beginning; nil if it is of none of the sites.
  func idForm(of id: String) -> SiteIDForm? {
    guard let colon = id.firstIndex(of: ":") else { return nil }
    return idForms.first { $0.prefix == id[..<colon] }
  }

  /// The id that an address gives to the discussion there, without a request; nil if it does not tell.
  func id(at address: String) -> String? {
    if let id = sites.lazy.compactMap({ $0.id(address) }).first { return id }
    do throws(SiteError) {
      return try plans(for: try WebURL(link: address)).list.first?.discussion
    } catch {
      return nil
    }
  }
}
