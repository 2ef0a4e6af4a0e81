import WebAddresses

/// Who else discusses an article.
public struct Elsewhere: Equatable, Sendable {
  /// In the order of the sites, and of each in its own.
  public var rows: [Row] = []
  /// The sites that did not respond, or could not be asked.
  public var failures: [Failure] = []

  /// A discussion of the article.
  public struct Row: Equatable, Sendable {
    /// What the site is called: `Hacker News`, or its host.
    public var site: String
    public var row: FrontRow

    public init(site: String, row: FrontRow) {
      self.site = site
      self.row = row
    }
  }

  /// A site that could not be asked, or did not respond.
  public struct Failure: Equatable, Sendable {
    public var site: String
    /// In words; what it quotes is not safe to print.
    public var reason: String
    /// Whether it was not asked, since that needs a token and there is none.
    public var lacksToken = false

    public init(site: String, reason: String, lacksToken: Bool = false) {
      self.site = site
      self.reason = reason
      self.lacksToken = lacksToken
    }
  }

  public init(rows: [Row] = [], failures: [Failure] = []) {
    self.rows = rows
    self.failures = failures
  }
}

/// The exchange with several sites, one after the other, about who discusses an article there.
///
/// Like a ``SiteVisit`` it is all addresses and responses. A site that fails does not end it, and what sites name that is not
/// about the same article is left out (``ArticleKey``).
public struct ElsewhereVisit: SiteExchange {
  private let article: ArticleKey
  /// Those that are still to be asked; the first is being asked.
  private var searches: [(site: String, visit: FrontVisit)] = []
  private let total: Int
  private var found = Elsewhere()
  private var links: Set<String> = []

  /// At most this many hosts of software that runs on hosts of any name are asked.
  private static let mostHosts = 10

  /// Begins to ask.
  ///
  /// - Parameters:
  ///   - article: the address of the article.
  ///   - discussion: the id of the discussion from which somebody comes, whose host is asked too; nil for none.
  ///   - fronts: the addresses of front pages whose hosts are asked too, if their software can be.
  ///   - tokens: the names of the variables (``SiteService/tokenVariable``) for which there are tokens.
  /// - Throws: if the address is not a link.
  public init(
    article: String, discussion: String? = nil, fronts: [String] = [], tokens: Set<String> = []
  ) throws(SiteError) {
    let secured = try WebURL(link: article)
    // Some servers compare addresses with their schemes.
    let key = ArticleKey(article) ?? ArticleKey(secured)
    self.article = key
    let table = SiteTable.standard
    for site in table.sites {
      guard let elsewhere = site.elsewhere, !elsewhere.hasHosts else { continue }
      let name = site.about?.title ?? ""
      if elsewhere.needsToken, let service = site.service, !tokens.contains(service.tokenVariable) {
        found.failures.append(
          Elsewhere.Failure(
            site: name, reason: "searching it requires \(service.tokenVariable)", lacksToken: true))
        continue
      }
      let plans = elsewhere.plans(key, "")
      searches.append((name, FrontVisit(plans, isCertain: true, url: key.address, expected: [])))
    }
    let hosts = table.elsewhereHosts(discussion: discussion, fronts: fronts)
    for (site, elsewhere, host) in hosts.prefix(Self.mostHosts) {
      guard let address = WebURL(reference: "http://\(host)")?.secured else { continue }
      let words = site.anywhere.map { [$0.words] } ?? []
      let plans = elsewhere.plans(key, address.origin)
      searches.append(
        (host, FrontVisit(plans, isCertain: false, url: address.page, expected: words)))
    }
    total = searches.count
  }

  public mutating func next() throws(SiteError) -> ExchangeStep<Elsewhere> {
    while !searches.isEmpty {
      do throws(SiteError) {
        switch try searches[0].visit.next() {
        case .ask(let request): return .ask(request)
        case .done(let page): take(page)
        }
      } catch {
        fail(NoResponse(error.message))
      }
    }
    return .done(found)
  }

  private mutating func take(_ page: FrontPage) {
    let site = searches.removeFirst().site
    for row in page.rows {
      guard let target = row.target, ArticleKey(target) == article, links.insert(row.link).inserted
      else { continue }
      found.rows.append(Elsewhere.Row(site: site, row: row))
    }
  }

  private mutating func fail(_ why: NoResponse) {
    let site = searches.removeFirst().site
    let reason = why.site == site ? why.reason : why.line
    found.failures.append(Elsewhere.Failure(site: site, reason: reason))
  }

  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    guard !searches.isEmpty else { throw SiteError(.outOfTurn, url: response.url) }
    do throws(SiteError) { try searches[0].visit.take(response) } catch {
      fail(NoResponse(error.message))
    }
  }

  public mutating func miss(because why: NoResponse) -> Bool {
    guard !searches.isEmpty else { return false }
    if !searches[0].visit.miss(because: why) { fail(why) }
    return true
  }

  public mutating func stop(because why: NoResponse) -> Bool {
    while !searches.isEmpty { fail(why) }
    return true
  }

  public var progress: (done: Int, total: Int?, what: String) {
    let done = total - searches.count
    let site = searches.first.map { "\($0.site), " } ?? ""
    return (done, total, "\(site)\(min(done + 1, total)) of \(total)")
  }
}
