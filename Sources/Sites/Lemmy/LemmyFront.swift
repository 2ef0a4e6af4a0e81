import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let lemmy = SiteFronts(
    words: "a Lemmy or PieFed server (/, /c/COMMUNITY)",
    members: """
      comment comments counts creator display_name featured_community featured_local id items
      locked name newest_comment_time newest_comment_time_at next_page post posts published
      published_at results score search sticky title url user_name
      """,
    plans: { address in
      LemmyInterface.allCases.compactMap {
        LemmyFront.plan(address, by: $0) ?? LemmySearch.plan(address, by: $0)
      }
    },
    search: { LemmySearch.address(of: $0, at: $1) })
}

/// A list of posts, `post/list`: those of a community, or all.
enum LemmyFront {
  /// As many as a server gives at once.
  private static let size = 50

  static func plan(_ address: WebURL, by interface: LemmyInterface) -> (any FrontPlan)? {
    let path = address.path
    let community: String?
    switch path.count {
    case 0: community = nil
    case 2 where path[0] == "c" && SiteID.isNameAtHost(path[1]): community = path[1]
    default: return nil
    }
    let place = address.origin + (community.map { "/c/\($0)" } ?? "/")
    let page = WebURL.pageNumber(address.value(of: "page"))
    let cursor = address.value(of: "page_cursor").flatMap { isCursor($0) ? $0 : nil }
    var query = "limit=\(size)&sort=\(interface == .v4 ? "active" : "Active")"
    if interface == .alpha { query += "&page=\(page)" }
    if let cursor { query += "&page_cursor=\(cursor)" }
    if let community {
      query += "&community_name=\(community)"
    } else {
      query += "&type_=\(interface == .v4 ? "all" : "All")"
    }
    let list = interface == .v4 ? "items" : "posts" as Member
    return SingleFrontPlan(
      title: address.authority + (community.map { ": \($0)" } ?? ""),
      url: "\(address.origin)/\(interface.rawValue)/post/list?\(query)"
    ) { (response, front) throws(SiteError) in
      var findings = Findings()
      for view in try response.objects([list], &findings) {
        guard let row = row(view, address.origin, &findings) else { continue }
        front.rows.append(row)
      }
      guard !front.rows.isEmpty else { return }
      if let next = findings.words(try response.json()["next_page"]), isCursor(next) {
        front.next =
          interface == .alpha ? "\(place)?page=\(page + 1)" : "\(place)?page_cursor=\(next)"
      }
    }
  }

  private static func isCursor(_ text: String) -> Bool { SiteID.isName(text) }

  /// A post in a list; nil if it has no id.
  static func row(
    _ view: JSONValue, _ origin: String, _ findings: inout Findings
  ) -> FrontRow? {
    guard let post = view["post"], let id = findings.id(post["id"]), SiteID.isNumber(id) else {
      return nil
    }
    let title = findings.line(post["name"]) ?? findings.line(post["title"])
    var row = FrontRow(link: "\(origin)/post/\(id)", title: title ?? "Post \(id)")
    row.target = findings.address(post["url"])
    let creator = view["creator"]
    row.author =
      findings.words(creator?["display_name"]) ?? findings.words(creator?["name"])
      ?? findings.words(creator?["title"]) ?? findings.words(creator?["user_name"])
    row.published = findings.moment(post["published"]) ?? findings.moment(post["published_at"])
    let counts = view["counts"] ?? post
    row.lastActivity =
      findings.moment(counts["newest_comment_time"])
      ?? findings.moment(post["newest_comment_time_at"])
    row.score = findings.integer(counts["score"])
    row.comments = findings.count(counts["comments"])
    if findings.flag(post["featured_community"]) || findings.flag(post["featured_local"])
      || findings.flag(post["sticky"])
    {
      row.labels.append("pinned")
    }
    if findings.flag(post["locked"]) { row.labels.append("locked") }
    return row
  }
}
