import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let hackerNews = SiteFronts(
    name: "hn", examples: ["new", "best", "ask", "show", "jobs"],
    words: "a front page of Hacker News",
    members: """
      author by created_at dead deleted descendants hits id nbPages num_comments objectID
      points score time title url
      """,
    address: { rest in
      HackerNewsFront.List(rawValue: rest.isEmpty ? "news" : rest == "new" ? "newest" : rest).map {
        "\(HackerNewsFront.site)/\($0.rawValue)"
      }
    },
    plans: { address in
      if let search = HackerNewsSearch.plan(address) { return [search] }
      return HackerNewsFront(address).map { [$0] } ?? []
    },
    search: { HackerNewsSearch.address(of: $0, at: $1) })
}

/// A front page of Hacker News.
///
/// The ids come in the site's order from Firebase, what they are from Algolia in one request, and again from Firebase, one
/// by one, those that Algolia lacks. Without Firebase the order is Algolia's.
struct HackerNewsFront: FrontPlan {
  /// The lists, by their addresses.
  enum List: String, Sendable {
    case news, newest, best, ask, show, jobs

    /// What Firebase calls it.
    var file: String {
      switch self {
      case .news: "topstories"
      case .newest: "newstories"
      case .best: "beststories"
      case .ask: "askstories"
      case .show: "showstories"
      case .jobs: "jobstories"
      }
    }

    /// What is requested from Algolia without an order; nil for a list that it does not have.
    var search: String? {
      switch self {
      case .news: "search?tags=front_page"
      case .newest: "search_by_date?tags=story"
      case .best: nil
      case .ask: "search_by_date?tags=ask_hn"
      case .show: "search_by_date?tags=show_hn"
      case .jobs: "search_by_date?tags=job"
      }
    }

    var title: String {
      switch self {
      case .news: "Hacker News"
      case .newest: "Hacker News: new"
      default: "Hacker News: \(rawValue)"
      }
    }
  }

  static let site = "https://news.ycombinator.com"
  /// This many rows make a page, as on the site.
  private static let size = 30
  private static let search = HackerNewsSearch.service

  private let list: List
  /// The first page is 1.
  private let number: Int
  /// The ids of this page in the site's order; nil while they have not come.
  private var ids: [String]?
  private var rows: [String: FrontRow] = [:]
  /// The ids in the order in which Algolia names them.
  private var found: [String] = []
  private var hasMore = false
  /// Items that Algolia lacks.
  private var missing: [String] = []

  /// Reads an address; nil if it is not one of a front page.
  init?(_ address: WebURL) {
    guard let list = Self.list(of: address) else { return nil }
    self.list = list
    number = WebURL.pageNumber(address.value(of: "p"))
  }

  /// The list at an address; nil if it is not one of a front page.
  static func list(of address: WebURL) -> List? {
    address.path.count <= 1 ? List(rawValue: address.path.first ?? "news") : nil
  }

  var firstRequests: [PageRequest] {
    [PageRequest(url: "https://\(HackerNewsItems.host)/v0/\(list.file).json")]
  }

  var page: FrontPage {
    let order = ids ?? found
    return FrontPage(
      title: list.title, rows: order.compactMap { rows[$0] },
      next: hasMore ? "\(Self.site)/\(list.rawValue)?p=\(number + 1)" : nil)
  }

  mutating func take(_ response: FrontResponse) throws(SiteError) -> [PageRequest] {
    var findings = Findings()
    if ids == nil, response.request == firstRequests[0] {
      let list = try response.json()
      guard list.kind == .array else {
        throw SiteError(.notUnderstood(expected: ["a list of ids"]), url: response.request.url)
      }
      let all = list.elements.compactMap { findings.id($0) }.filter { SiteID.isNumber($0) }
      let wanted = Array(all.dropFirst((number - 1) * Self.size).prefix(Self.size))
      ids = wanted
      hasMore = all.count > number * Self.size
      guard !wanted.isEmpty else { return [] }
      let tags = wanted.map { "story_\($0)" }.joined(separator: ",")
      return [
        PageRequest(
          url: "\(Self.search)/search?tags=(story,poll,job),(\(tags))&hitsPerPage=\(Self.size)")
      ]
    }
    if response.request.url.hasPrefix(Self.search) {
      for hit in try response.objects(["hits"], &findings) { take(hit, &findings) }
      if ids == nil {
        let pages = findings.count(try response.json()["nbPages"]) ?? 0
        hasMore = number < pages
      }
      missing = ids?.filter { rows[$0] == nil } ?? []
    } else {
      take(item: try response.json(), &findings)
    }
    return nextMissing()
  }

  mutating func missed(_ request: PageRequest) -> [PageRequest]? {
    if request == firstRequests[0] {
      return list.search.map {
        [
          PageRequest(
            url: "\(Self.search)/\($0)&hitsPerPage=\(Self.size)&page=\(number - 1)")
        ]
      }
    }
    if request.url.hasPrefix(Self.search) {
      guard let ids else { return nil }
      missing = ids
    }
    return nextMissing()
  }

  private mutating func nextMissing() -> [PageRequest] {
    missing.isEmpty ? [] : [HackerNewsItems.request(missing.removeFirst())]
  }

  private mutating func take(_ hit: JSONValue, _ findings: inout Findings) {
    guard let (id, row) = HackerNewsSearch.row(hit, &findings) else { return }
    found.append(id)
    rows[id] = row
  }

  private mutating func take(item: JSONValue, _ findings: inout Findings) {
    guard let id = findings.id(item["id"]), SiteID.isNumber(id), !findings.flag(item["deleted"]),
      !findings.flag(item["dead"])
    else { return }
    var row = Self.row(id, title: findings.line(item["title"]))
    row.target = findings.address(item["url"])
    row.author = findings.words(item["by"])
    row.published = findings.moment(item["time"])
    row.score = findings.integer(item["score"])
    row.comments = findings.count(item["descendants"])
    rows[id] = row
  }

  static func row(_ id: String, title: String?) -> FrontRow {
    FrontRow(
      link: "\(site)/item?id=\(id)",
      title: title.map { HTMLText.decoded($0) } ?? "Hacker News \(id)")
  }
}
