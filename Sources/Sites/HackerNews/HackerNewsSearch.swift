import DiscussionModel
import WebAddresses

/// Stories as Algolia finds them, whose page is `hn.algolia.com/?q=WORDS`.
enum HackerNewsSearch {
  static let service = "https://hn.algolia.com/api/v1"
  private static let page = "https://hn.algolia.com"
  /// This many rows make a page, as on the site.
  private static let size = 30
  /// As many discussions of one article as are listed.
  private static let most = 100

  /// The kinds of stories that can be searched by themselves.
  private static let kinds: Set = ["story", "ask_hn", "show_hn", "job", "poll"]

  /// The address of a search: among what a front page lists, and in its order if that is by time.
  static func address(of words: String, at front: WebURL) -> String? {
    if front.host == "hn.algolia.com" {
      let (kind, isByDate) = manner(of: front)
      return address(of: words, kind, isByDate)
    }
    switch HackerNewsFront.list(of: front) {
    case .ask: return address(of: words, "ask_hn", false)
    case .show: return address(of: words, "show_hn", false)
    case .jobs: return address(of: words, "job", false)
    case .newest: return address(of: words, "story", true)
    case .news, .best: return address(of: words, "story", false)
    case nil: return nil
    }
  }

  private static func address(of words: String, _ kind: String, _ isByDate: Bool) -> String {
    "\(page)/?q=\(PercentCoding.encode(words))&type=\(kind)&sort=\(isByDate ? "byDate" : "byPopularity")"
  }

  private static func manner(of address: WebURL) -> (kind: String, isByDate: Bool) {
    let kind = address.value(of: "type").flatMap { kinds.contains($0) ? $0 : nil } ?? "story"
    return (kind, address.value(of: "sort") == "byDate")
  }

  /// How the page of a search is fetched; nil for any other.
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    guard address.host == "hn.algolia.com", address.path.isEmpty,
      let words = address.value(of: "q"), !words.isEmpty
    else { return nil }
    let (kind, isByDate) = manner(of: address)
    // The site counts its pages from 0.
    let number = WebURL.pageNumber(
      address.value(of: "page").flatMap { Int($0) }.map { "\($0.sum(1))" })
    let query = "query=\(PercentCoding.encode(words))&tags=\(kind)"
    return SingleFrontPlan(
      title: "Hacker News: “\(HTMLText.shortened(words, limit: 60))”",
      url: "\(service)/\(isByDate ? "search_by_date" : "search")?\(query)"
        + "&hitsPerPage=\(size)&page=\(number - 1)"
    ) { (response, page) throws(SiteError) in
      page.rows = try rows(of: response)
      var findings = Findings()
      if number < findings.count(try response.json()["nbPages"]) ?? 0 {
        page.next = "\(Self.address(of: words, kind, isByDate))&page=\(number)"
      }
    }
  }

  /// What is requested for the discussions of an article.
  static func plan(for article: ArticleKey) -> any FrontPlan {
    let query = "query=\(PercentCoding.encode(article.words))&restrictSearchableAttributes=url"
    return SingleFrontPlan(
      title: "Hacker News", url: "\(service)/search?\(query)&tags=story&hitsPerPage=\(most)"
    ) { (response, page) throws(SiteError) in page.rows = try rows(of: response) }
  }

  private static func rows(of response: FrontResponse) throws(SiteError) -> [FrontRow] {
    var findings = Findings()
    return try response.objects(["hits"], &findings).compactMap { row($0, &findings)?.row }
  }

  /// A story that was found, with its id; nil if it has none.
  static func row(_ hit: JSONValue, _ findings: inout Findings) -> (id: String, row: FrontRow)? {
    guard let id = findings.id(hit["objectID"]), SiteID.isNumber(id) else { return nil }
    var row = HackerNewsFront.row(id, title: findings.line(hit["title"]))
    row.target = findings.address(hit["url"])
    row.author = findings.words(hit["author"])
    row.published = findings.moment(hit["created_at"])
    row.score = findings.integer(hit["points"])
    row.comments = findings.count(hit["num_comments"])
    return (id, row)
  }
}
