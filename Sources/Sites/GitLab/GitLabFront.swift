import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let gitLab = SiteFronts(
    words: "issues or merge requests of a project on GitLab (/GROUP/PROJECT/-/issues)",
    members: """
      author created_at draft iid state title updated_at upvotes user_notes_count username
      """,
    plans: { GitLabFront.plan($0).map { [$0] } ?? [] },
    search: { GitLabFront.address(of: $0, at: $1) })
}

/// The issues or merge requests of a project, those first in which something was done last; or those that it finds for some
/// words, `issues?search=WORDS`.
enum GitLabFront {
  private static let size = 50

  /// The address of a search.
  static func address(of words: String, at front: WebURL) -> String? {
    names(in: front).map {
      "\(place($0.project, $0.kind, front))?search=\(PercentCoding.encode(words))"
    }
  }

  /// How an address is fetched; nil if it is not one of such a list.
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    guard let (project, kind) = names(in: address) else { return nil }
    let number = WebURL.pageNumber(address.value(of: "page"))
    let words = address.value(of: "search").flatMap { $0.isEmpty ? nil : $0 }
    let search = words.map { "search=\(PercentCoding.encode($0))&" } ?? ""
    let place = place(project, kind, address)
    let title = "\(project.joined(separator: "/")): \(kind == "issues" ? kind : "merge requests")"
    return SingleFrontPlan(
      title: title + (words.map { " “\(HTMLText.shortened($0, limit: 60))”" } ?? ""),
      url: "\(address.origin)/api/v4/projects/\(project.joined(separator: "%2F"))/\(kind)"
        + "?\(search)order_by=updated_at&per_page=\(size)&page=\(number)"
    ) { (response, page) throws(SiteError) in
      var findings = Findings()
      let items = try response.objects([], &findings)
      page.rows = items.compactMap { row($0, at: place, &findings) }
      if response.next != nil || items.count >= size {
        page.next = "\(place)?\(search)page=\(number + 1)"
      }
    }
  }

  private static func names(in address: WebURL) -> (project: [String], kind: String)? {
    let path = address.path
    guard path.count >= 4, path[path.count - 2] == "-",
      ["issues", "merge_requests"].contains(path[path.count - 1]),
      path.dropLast(2).allSatisfy({ $0 != "-" && SiteID.isName($0) })
    else { return nil }
    return (Array(path.dropLast(2)), path[path.count - 1])
  }

  private static func place(_ project: [String], _ kind: String, _ address: WebURL) -> String {
    "\(address.origin)/\(project.joined(separator: "/"))/-/\(kind)"
  }

  private static func row(
    _ item: JSONValue, at place: String, _ findings: inout Findings
  ) -> FrontRow? {
    guard let number = findings.id(item["iid"]), SiteID.isNumber(number) else { return nil }
    var row = FrontRow(
      link: "\(place)/\(number)", title: findings.line(item["title"]) ?? "#\(number)")
    row.author = findings.words(item[["author", "username"]])
    row.published = findings.moment(item["created_at"])
    row.lastActivity = findings.moment(item["updated_at"])
    row.score = findings.integer(item["upvotes"])
    row.comments = findings.count(item["user_notes_count"])
    if let state = findings.words(item["state"]), state != "opened" { row.labels.append(state) }
    if findings.flag(item["draft"]) { row.labels.append("draft") }
    return row
  }
}
