import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let lobsters = SiteFronts(
    name: "lobsters", examples: ["newest", "active", "t/TAG"],
    words: "a front page of Lobsters",
    members: """
      comment_count created_at name score short_id submitter_user tags title url username
      """,
    address: { rest in
      let address = "https://lobste.rs/\(rest)"
      return WebURL(reference: address).flatMap { LobstersFront.plan($0, isKnown: true) } == nil
        ? nil : address
    },
    plans: { address in
      let isKnown = ["lobste.rs", "www.lobste.rs"].contains(address.host)
      return LobstersFront.plan(address, isKnown: isKnown).map { [$0] } ?? []
    })
}

/// A list of stories, which is a page of Lobsters with `.json` after its path.
enum LobstersFront {
  /// How an address is fetched; nil if it is not one of a list.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - isKnown: whether the host is known to run Lobsters; of others only what nobody else has is one.
  /// - Returns: the plan.
  static func plan(_ address: WebURL, isKnown: Bool) -> (any FrontPlan)? {
    let isLater = address.path.count >= 2 && address.path.dropLast().last == "page"
    let path = isLater ? address.path.dropLast(2) : address.path
    let number = WebURL.pageNumber(isLater ? address.path.last : nil)
    let list: String
    switch path {
    case [], ["hottest"]: list = ""
    case ["newest"], ["active"], ["recent"]: list = path[0]
    default:
      guard path.count == 2, path[0] == "t",
        path[1].split(separator: ",").allSatisfy({ SiteID.isName(String($0)) })
      else { return nil }
      list = "t/\(path[1])"
    }
    guard isKnown || list.hasPrefix("t/") || list == "newest" || list == "recent" else {
      return nil
    }
    let origin = address.origin
    let place = list.isEmpty ? "" : "\(list)/"
    let file =
      number > 1 ? "\(place)page/\(number).json" : list.isEmpty ? "hottest.json" : "\(list).json"
    let name = isKnown ? "Lobsters" : address.authority
    return SingleFrontPlan(
      title: list.isEmpty ? name : "\(name): \(list.hasPrefix("t/") ? path[1] : list)",
      url: "\(origin)/\(file)"
    ) { (response, page) throws(SiteError) in
      page.rows = try rows(of: response, origin)
      if page.rows.count >= 25 { page.next = "\(origin)/\(place)page/\(number + 1)" }
    }
  }

  /// What is requested for the stories about an article.
  static func plan(for article: ArticleKey) -> any FrontPlan {
    let site = "https://lobste.rs"
    return SingleFrontPlan(
      title: "Lobsters",
      url: "\(site)/stories/url/all.json?url=\(PercentCoding.encode(article.address))"
    ) { (response, page) throws(SiteError) in page.rows = try rows(of: response, site) }
  }

  private static func rows(
    of response: FrontResponse, _ origin: String
  ) throws(SiteError) -> [FrontRow] {
    var findings = Findings()
    return try response.objects([], &findings).compactMap { row($0, origin, &findings) }
  }

  private static func row(
    _ story: JSONValue, _ origin: String, _ findings: inout Findings
  ) -> FrontRow? {
    guard let id = findings.id(story["short_id"]), SiteID.isWord(id) else { return nil }
    var row = FrontRow(
      link: "\(origin)/s/\(id)", title: findings.line(story["title"]) ?? "Lobsters \(id)")
    row.target = findings.address(story["url"])
    row.author =
      story["submitter_user"]?.kind == .object
      ? findings.words(story[["submitter_user", "username"]])
      : findings.words(story["submitter_user"])
    row.published = findings.moment(story["created_at"])
    row.score = findings.integer(story["score"])
    row.comments = findings.count(story["comment_count"])
    row.labels = Tags.names(in: story["tags"], &findings)
    return row
  }
}
