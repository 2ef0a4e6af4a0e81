import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let discourse = SiteFronts(
    words: "a Discourse forum (/latest, /top, /c/CATEGORY, /tag/TAG)",
    members: """
      archived closed created_at featured_link grouped_search_result has_accepted_answer id
      last_posted_at more_full_page_results more_topics_url pinned posters posts posts_count slug
      title topic_id topic_list topics user_id username users
      """,
    plans: { [DiscourseFront.plan($0) ?? DiscourseSearch.plan($0)].compactMap { $0 } },
    search: { DiscourseSearch.address(of: $0, at: $1) })
}

/// A list of topics, which is a page of Discourse with `.json` after its path.
enum DiscourseFront {
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    let path = address.path
    let isList: Bool
    switch path.first {
    case nil: isList = true
    case "latest", "top", "new", "hot", "categories": isList = path.count <= 2
    case "c": isList = 2...5 ~= path.count && path.contains { SiteID.isNumber($0) }
    case "tag": isList = path.count == 2
    default: isList = false
    }
    guard isList else { return nil }
    let place =
      path.isEmpty || path == ["categories"]
      ? "/latest" : address.target.split(separator: "?").first ?? ""
    let query = address.target.split(separator: "?", maxSplits: 1).dropFirst().first
    let name = path.first == "c" || path.first == "tag" ? path[1] : path.first
    return SingleFrontPlan(
      title: address.authority + (name.map { ": \($0)" } ?? ""),
      url: "\(address.origin)\(place).json" + (query.map { "?\($0)" } ?? "")
    ) { (response, page) throws(SiteError) in
      var findings = Findings()
      let topics = try response.objects(["topic_list", "topics"], &findings)
      let users = findings.objects(try response.json()["users"])
      let names = Dictionary(
        users.compactMap { user -> (String, String)? in
          guard let id = findings.id(user["id"]), let name = findings.words(user["username"]) else {
            return nil
          }
          return (id, name)
        }, uniquingKeysWith: { first, _ in first })
      for topic in topics {
        guard let row = row(topic, names, address.origin, &findings) else { continue }
        page.rows.append(row)
      }
      if let next = findings.words(try response.json()[["topic_list", "more_topics_url"]]),
        next.hasPrefix("/")
      {
        page.next = address.origin + next
      }
    }
  }

  /// A topic in a list; nil if it has no id.
  static func row(
    _ topic: JSONValue, _ names: [String: String], _ origin: String, _ findings: inout Findings
  ) -> FrontRow? {
    guard let id = findings.id(topic["id"]), SiteID.isNumber(id) else { return nil }
    let slug = findings.words(topic["slug"]).flatMap { SiteID.isName($0) ? $0 : nil } ?? "-"
    var row = FrontRow(
      link: "\(origin)/t/\(slug)/\(id)",
      title: findings.line(topic["title"]) ?? "Discourse \(id)")
    let first = findings.objects(topic["posters"]).first
    row.author = findings.id(first?["user_id"]).flatMap { names[$0] }
    row.target = findings.address(topic["featured_link"])
    row.published = findings.moment(topic["created_at"])
    row.lastActivity = findings.moment(topic["last_posted_at"])
    row.comments = findings.count(topic["posts_count"]).map { max(0, $0 - 1) }
    for (member, label) in [
      ("pinned", "pinned"), ("closed", "closed"), ("archived", "archived"),
      ("has_accepted_answer", "solved"),
    ] as [(Member, String)] where findings.flag(topic[member]) {
      row.labels.append(label)
    }
    return row
  }
}
