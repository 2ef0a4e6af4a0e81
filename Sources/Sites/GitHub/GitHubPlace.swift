import WebAddresses

/// Where an issue is: its repository, its number, and the host unless that is GitHub.
struct GitHubPlace: Equatable {
  /// `OWNER/REPO`, after the host and its folder unless that is GitHub.
  let repository: String
  /// Whether the repository is not on GitHub: on Forgejo, Gitea, or a GitHub of somebody's own.
  let isElsewhere: Bool
  /// Nil if the address is not one of an issue.
  let number: String?

  private static let kinds: Set = ["issues", "pulls", "pull", "discussions"]

  /// Reads the address of an issue, a pull request, a discussion, or of something in it, on the pages or in the REST
  /// interface; nil for any other.
  init?(_ address: String) {
    guard let host = WebURL(reference: address)?.authority else { return nil }
    let parts = WebURL.path(of: address)
    guard let mark = parts.indices.last(where: { $0 > 1 && Self.kinds.contains(parts[$0]) }) else {
      return nil
    }
    var folder = parts[..<(mark - 2)]
    if folder.last == "repos" {
      folder.removeLast()
      if folder.count > 1, folder[folder.endIndex - 2] == "api" { folder.removeLast(2) }
    }
    let number = parts.count > mark + 1 ? parts[mark + 1] : ""
    self.number = !number.isEmpty && number.allSatisfy(\.isNumber) ? number : nil
    isElsewhere = !["github.com", "www.github.com", "api.github.com"].contains(host)
    let names = parts[(mark - 2)..<mark]
    let all = isElsewhere ? [host] + folder + names : Array(names)
    repository = all.joined(separator: "/")
  }

  /// The same in a repository that is not named by the address: that of an organisation's discussion.
  init(_ place: GitHubPlace, in repository: String) {
    self.repository = repository
    isElsewhere = place.isElsewhere
    number = place.number
  }

  /// Whether the address is one of an organisation's discussion, which does not name the repository.
  var isOfOrganisation: Bool { !isElsewhere && repository.hasPrefix("orgs/") }

  /// The id of a discussion there.
  func id(of number: String) -> String { "\(Self.prefix(isElsewhere)):\(repository)/\(number)" }

  static func prefix(_ isElsewhere: Bool) -> String { isElsewhere ? "forge" : "github" }
}
