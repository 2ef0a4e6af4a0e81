import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let gitHub = SiteFronts(
    name: "github", examples: ["OWNER/REPO/issues", "OWNER/REPO/pulls", "OWNER/REPO/discussions"],
    words: "issues, pull requests or discussions of a repository on GitHub",
    members: """
      comments created_at draft items login number pull_request repository_url state title
      updated_at user
      """,
    address: { rest in
      let address = "https://github.com/\(rest)"
      return WebURL(reference: address).flatMap { GitHubFront($0, isElsewhere: false) } == nil
        ? nil : address
    },
    plans: { GitHubFront($0, isElsewhere: false).map { [$0] } ?? [] },
    search: { GitHubFront.address(of: $0, at: $1, isElsewhere: false) })

  static let forgejo = SiteFronts(
    words: "issues or pull requests of a repository on Forgejo or Gitea (/OWNER/REPO/issues)",
    plans: { GitHubFront($0, isElsewhere: true).map { [$0] } ?? [] },
    search: { GitHubFront.address(of: $0, at: $1, isElsewhere: true) })
}

/// The issues, pull requests or discussions of a repository, those first in which something was done last; or those that it
/// finds for some words, `issues?q=WORDS`.
///
/// A page of the list that has only the other kind is followed by the next.
struct GitHubFront: FrontPlan {
  private(set) var page: FrontPage
  let firstRequests: [PageRequest]
  private let kind: String
  /// The address of the repository.
  private let place: String
  /// Where the list is requested, and how, besides the number of a page.
  private let list: String
  private let rest: String
  /// The address of the page of the list, without the number.
  private let address: String
  private let isSearch: Bool
  private var number: Int
  /// How many pages were requested.
  private var count = 1

  private static let size = 50
  /// At most this many pages are requested to find one that is not empty.
  private static let most = 5
  /// This many results of a search GitHub gives at most.
  private static let mostFound = 1000

  /// Nil if an address is not one of such a list.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - isElsewhere: whether it is one of Forgejo or Gitea, whose interface is at the same host.
  init?(_ address: WebURL, isElsewhere: Bool) {
    let path = address.path
    guard path.count == 3, SiteID.isName(path[0]), SiteID.isName(path[1]),
      ["issues", "pulls"].contains(path[2]) || path[2] == "discussions" && !isElsewhere
    else { return nil }
    let words = address.value(of: "q").flatMap { $0.isEmpty ? nil : $0 }
    kind = path[2]
    guard words == nil || kind != "discussions" else { return nil }
    let repository = "\(path[0])/\(path[1])"
    number = WebURL.pageNumber(address.value(of: "page"))
    place = "\(address.origin)/\(repository)"
    let title = "\(repository): \(kind == "pulls" ? "pull requests" : kind)"
    page = FrontPage(
      title: title + (words.map { " “\(HTMLText.shortened($0, limit: 60))”" } ?? ""))
    let query = words.map { "q=\(PercentCoding.encode($0))" }
    self.address = "\(place)/\(kind)?" + (query.map { "\($0)&" } ?? "")
    isSearch = words != nil && !isElsewhere
    if isElsewhere {
      list = "\(address.origin)/api/v1/repos/\(repository)/issues"
      rest =
        "limit=\(Self.size)&state=all&sort=recentupdate&type=\(kind)"
        + (query.map { "&\($0)" } ?? "")
    } else if let words {
      list = "\(GitHubPlan.service)/search/issues"
      let all = "\(words) repo:\(repository) is:\(kind == "pulls" ? "pr" : "issue")"
      rest = "per_page=\(Self.size)&q=\(PercentCoding.encode(all))"
    } else {
      list =
        "\(GitHubPlan.service)/repos/\(repository)/"
        + (kind == "discussions" ? "discussions" : "issues")
      rest =
        "per_page=\(Self.size)&sort=updated&direction=desc"
        + (kind == "discussions" ? "" : "&state=all")
    }
    firstRequests = [PageRequest(url: "\(list)?page=\(number)&\(rest)")]
  }

  /// The address of a search; nil for what cannot be searched.
  static func address(of words: String, at front: WebURL, isElsewhere: Bool) -> String? {
    let path = front.path
    guard GitHubFront(front, isElsewhere: isElsewhere) != nil, path[2] != "discussions" else {
      return nil
    }
    return "\(front.origin)/\(path.joined(separator: "/"))?q=\(PercentCoding.encode(words))"
  }

  mutating func take(_ response: FrontResponse) throws(SiteError) -> [PageRequest] {
    var findings = Findings()
    let items = try response.objects(isSearch ? ["items"] : [], &findings)
    for item in items {
      let isPull = item["pull_request"]?.kind == .object
      guard kind == "discussions" || isPull == (kind == "pulls"),
        let row = row(item, isPull: isPull, &findings)
      else { continue }
      page.rows.append(row)
    }
    let isFull = items.count >= Self.size
    let isLast = isSearch ? number * Self.size >= Self.mostFound : number >= 10_000
    guard !isLast, response.next != nil || isFull, !items.isEmpty else {
      page.next = nil
      return []
    }
    number += 1
    page.next = "\(address)page=\(number)"
    guard page.rows.isEmpty, count < Self.most else { return [] }
    count += 1
    return [PageRequest(url: "\(list)?page=\(number)&\(rest)")]
  }

  /// A later page that does not come leaves the list as it is.
  mutating func missed(_ request: PageRequest) -> [PageRequest]? {
    request == firstRequests[0] ? nil : []
  }

  private func row(
    _ item: JSONValue, isPull: Bool, _ findings: inout Findings
  ) -> FrontRow? {
    guard let number = findings.id(item["number"]), SiteID.isNumber(number) else { return nil }
    // Somebody's words may name other repositories.
    if isSearch, let other = findings.words(item["repository_url"]),
      WebURL.path(of: other).suffix(2).joined(separator: "/").lowercased()
        != WebURL.path(of: place).joined(separator: "/").lowercased()
    {
      return nil
    }
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
