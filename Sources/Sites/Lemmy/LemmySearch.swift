import DiscussionModel
import WebAddresses

/// Posts that a server finds, `search`; its page is `/search?q=WORDS&type=Posts`.
enum LemmySearch {
  /// As many as a server gives at once.
  private static let size = 50

  /// The address of a search in a community, or in all of them; nil for any other page.
  static func address(of words: String, at front: WebURL) -> String? {
    let path = front.path
    let community =
      path.first == "search" ? front.value(of: "community_name") : path.count == 2 ? path[1] : nil
    return address(of: words, in: community, at: front.origin)
  }

  private static func address(
    of words: String, in community: String?, at origin: String
  ) -> String {
    "\(origin)/search?q=\(PercentCoding.encode(words))&type=Posts"
      + (community.map { "&community_name=\($0)" } ?? "")
  }

  /// How the page of a search is fetched; nil for any other.
  static func plan(_ address: WebURL, by interface: LemmyInterface) -> (any FrontPlan)? {
    let community = address.value(of: "community_name")
    guard address.path == ["search"], let words = address.value(of: "q"), !words.isEmpty,
      community.map({ SiteID.isNameAtHost($0) }) ?? true
    else { return nil }
    let number = WebURL.pageNumber(address.value(of: "page"))
    let cursor = address.value(of: "page_cursor").flatMap { SiteID.isName($0) ? $0 : nil }
    var query = "q=\(PercentCoding.encode(words))&limit=\(size)"
    switch interface {
    case .v4:
      query += "&type_=posts&sort=top" + (cursor.map { "&page_cursor=\($0)" } ?? "")
    case .v3, .alpha: query += "&type_=Posts&sort=TopAll&page=\(number)"
    }
    if let community { query += "&community_name=\(community)" }
    let place = Self.address(of: words, in: community, at: address.origin)
    return SingleFrontPlan(
      title: "\(address.authority): “\(HTMLText.shortened(words, limit: 60))”",
      url: "\(address.origin)/\(interface.rawValue)/search?\(query)"
    ) { (response, page) throws(SiteError) in
      page.rows = try rows(of: response, address.origin)
      guard !page.rows.isEmpty else { return }
      if interface == .v4 {
        var findings = Findings()
        let next = findings.words(try response.json()["next_page"])
        if let next, SiteID.isName(next) { page.next = "\(place)&page_cursor=\(next)" }
      } else if page.rows.count >= size {
        page.next = "\(place)&page=\(number + 1)"
      }
    }
  }

  /// What is requested for the posts about an article: those with exactly its address, since servers compare nothing else.
  static func plans(for article: ArticleKey, at origin: String) -> [any FrontPlan] {
    LemmyInterface.allCases.map { interface in
      let kind = interface == .v4 ? "type_=posts&post_url_only=true" : "type_=Url"
      let query = "q=\(PercentCoding.encode(article.address))&\(kind)&limit=\(size)"
      return SingleFrontPlan(title: "", url: "\(origin)/\(interface.rawValue)/search?\(query)") {
        (response, page) throws(SiteError) in page.rows = try rows(of: response, origin)
      }
    }
  }

  /// The posts in a response, in which there may be other things too.
  private static func rows(
    of response: FrontResponse, _ origin: String
  ) throws(SiteError) -> [FrontRow] {
    var findings = Findings()
    let lists = ["posts", "items", "results", "search"] as [Member]
    let value = try response.json()
    let list = lists.first { value[$0]?.kind == .array } ?? "posts"
    return try response.objects([list], &findings).compactMap { view in
      view["comment"] == nil ? LemmyFront.row(view, origin, &findings) : nil
    }
  }
}
