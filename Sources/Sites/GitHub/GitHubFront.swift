import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let gitHub = SiteFronts(
    name: "github", examples: ["OWNER/REPO/issues", "OWNER/REPO/pulls", "OWNER/REPO/discussions"],
    words: "issues, pull requests or discussions of a repository on GitHub",
    members: """
      comments created_at draft login number pull_request state title updated_at user
      """,
    address: { rest in
      let address = "https://github.com/\(rest)"
      return WebURL(reference: address).flatMap { GitHubFront.plan($0, isElsewhere: false) } == nil
        ? nil : address
    },
    plans: { GitHubFront.plan($0, isElsewhere: false).map { [$0] } ?? [] })

  static let forgejo = SiteFronts(
    words: "issues or pull requests of a repository on Forgejo or Gitea (/OWNER/REPO/issues)",
    plans: { GitHubFront.plan($0, isElsewhere: true).map { [$0] } ?? [] })
}

/// The issues, pull requests or discussions of a repository, those first in which something was done last.
enum GitHubFront {
  private static let size = 50

  /// How an address is fetched; nil if it is not one of such a list.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - isElsewhere: whether it is one of Forgejo or Gitea, whose interface is at the same host.
  /// - Returns: the plan.
  static func plan(_ address: WebURL, isElsewhere: Bool) -> (any FrontPlan)? {
    let path = address.path
    guard path.count == 3, SiteID.isName(path[0]), SiteID.isName(path[1]),
      ["issues", "pulls"].contains(path[2]) || path[2] == "discussions" && !isElsewhere
    else { return nil }
    let kind = path[2]
    let repository = "\(path[0])/\(path[1])"
    let number = WebURL.pageNumber(address.value(of: "page"))
    let service = isElsewhere ? "\(address.origin)/api/v1" : GitHubPlan.service
    var query = "page=\(number)"
    if isElsewhere {
      query += "&limit=\(size)&state=all&sort=recentupdate&type=\(kind)"
    } else {
      query += "&per_page=\(size)&sort=updated&direction=desc"
      if kind != "discussions" { query += "&state=all" }
    }
    let list = kind == "discussions" ? "discussions" : "issues"
    let place = "\(address.origin)/\(repository)"
    return SingleFrontPlan(
      title: "\(repository): \(kind == "pulls" ? "pull requests" : kind)",
      url: "\(service)/repos/\(repository)/\(list)?\(query)"
    ) { (response, page) throws(SiteError) in
      var findings = Findings()
      let items = try response.objects([], &findings)
      for item in items {
        let isPull = item["pull_request"]?.kind == .object
        guard kind == "discussions" || isPull == (kind == "pulls"),
          let row = row(item, at: place, isPull: isPull, kind: kind, &findings)
        else { continue }
        page.rows.append(row)
      }
      if response.next != nil || items.count >= size {
        page.next = "\(place)/\(kind)?page=\(number + 1)"
      }
    }
  }

  private static func row(
    _ item: JSONValue, at place: String, isPull: Bool, kind: String, _ findings: inout Findings
  ) -> FrontRow? {
    guard let number = findings.id(item["number"]), SiteID.isNumber(number) else { return nil }
    let folder = kind == "discussions" ? kind : isPull ? "pull" : "issues"
    var row = FrontRow(
      link: "\(place)/\(folder)/\(number)", title: findings.line(item["title"]) ?? "#\(number)")
    row.author = findings.words(item[["user", "login"]])
    row.published = findings.moment(item["created_at"])
    row.lastActivity = findings.moment(item["updated_at"])
    row.comments = findings.count(item["comments"])
    if let state = findings.words(item["state"]), state != "open" { row.labels.append(state) }
    if findings.flag(item["draft"]) { row.labels.append("draft") }
    return row
  }
}
