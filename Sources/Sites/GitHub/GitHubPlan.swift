import WebAddresses

/// GitHub's issues, pull requests and discussions, by its REST interface and its pages of 100.
///
/// Of a pull request the comments on its lines and the reviews are asked for as well. The interface for discussions is
/// there for everybody, though GitHub documents only the one of GraphQL, which needs a token.
struct GitHubPlan: FetchPlan {
  let format: DiscussionFormat? = .github
  let comment: String?
  let discussion: String?
  private(set) var total: Int?
  let hasLinks = true
  /// The number of what is discussed, as it says itself; a moved one has another than the link.
  private var found: String?
  /// The address of the repository.
  private let repository: String
  private let number: String
  private let isDiscussion: Bool
  private var isOfOrganisation = false

  static let service = "https://api.github.com"

  /// Reads a link; nil if it leads to nothing that is discussed.
  init?(_ address: WebURL) {
    var path = address.path[...]
    if address.host == "api.github.com" {
      guard path.popFirst() == "repos" else { return nil }
    }
    var names = Array(path.prefix(4))
    if names.count == 4, names[0] == "orgs", names[2] == "discussions" {
      // The link names no repository: as a rule it is called as the organisation is.
      names[0] = names[1]
    }
    guard names.count == 4, SiteID.isName(names[0]), SiteID.isName(names[1]), names[0] != "orgs",
      ["issues", "pull", "pulls", "discussions"].contains(names[2]), SiteID.isNumber(names[3])
    else { return nil }
    repository = "\(Self.service)/repos/\(names[0])/\(names[1])"
    discussion = "github:\(names[0])/\(names[1])/\(names[3])"
    isDiscussion = names[2] == "discussions"
    number = names[3]
    comment = address.fragment.flatMap { Self.comment($0) }
  }

  var firstRequests: [PageRequest] { [PageRequest(url: item)] }
  /// The address of an organisation's discussion does not name the repository, by which it is called.
  var options: ImportOptions {
    ImportOptions(format: format, id: isOfOrganisation ? discussion : nil, only: found)
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    var next = response.next.map { [PageRequest(url: $0)] } ?? []
    guard response.request == firstRequests[0] else { return Reaction(next: next) }
    var findings = Findings()
    let issue = response.items.first
    found = findings.id(issue?["number"])
    let count = findings.integer(issue?["comments"])
    isOfOrganisation = findings.words(issue?["html_url"])?.has("://github.com/orgs/") ?? false
    let isPull = findings.words(issue?["html_url"])?.has("/pull/") ?? false
    if count != 0 { next.append(pages(of: "\(item)/comments")) }
    if isPull {
      next.append(pages(of: "\(repository)/pulls/\(number)/comments"))
      next.append(pages(of: "\(repository)/pulls/\(number)/reviews"))
    } else if let count, !isDiscussion, 0...1_000_000 ~= count {
      total = 1 + (count + 99) / 100
    }
    return Reaction(next: next)
  }

  private var item: String {
    "\(repository)/\(isDiscussion ? "discussions" : "issues")/\(number)"
  }

  private func pages(of address: String) -> PageRequest {
    PageRequest(url: "\(address)?per_page=100")
  }

  /// The id of the comment that a fragment names.
  private static func comment(_ fragment: String) -> String? {
    for name in ["issuecomment-", "discussion_r", "pullrequestreview-", "discussioncomment-", "r"]
    where fragment.hasPrefix(name) {
      let number = String(fragment.dropFirst(name.utf8.count))
      guard SiteID.isNumber(number) else { return nil }
      return name == "r" ? "discussion_r\(number)" : fragment
    }
    return nil
  }
}
