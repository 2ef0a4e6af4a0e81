import WebAddresses

extension Site {
  /// Forgejo and Gitea, on hosts of any name, such as Codeberg; what they respond with is nearly what GitHub does.
  static let forgejo = Site(
    formats: [.forgejo],
    members: "original_author",
    ids: [
      SiteIDForm(
        prefix: "forge", hasHost: true,
        older: ("github", { $0.count > 3 ? $0.suffix(3).joined(separator: "/") : nil }))
    ],
    anywhere: SiteAnywhere(words: "an issue of Forgejo (/OWNER/REPO/issues/N)") { ForgejoPlan($0) },
    fronts: .forgejo,
    id: { address in
      guard let place = GitHubPlace(address), place.isElsewhere else { return nil }
      return place.number.map { place.id(of: $0) }
    })
}

extension DiscussionFormat {
  public static let forgejo = DiscussionFormat(
    "forgejo", title: "an issue or pull request of Forgejo or Gitea",
    commands: [
      "curl https://HOST/api/v1/repos/OWNER/REPO/issues/NUMBER",
      "curl https://HOST/api/v1/repos/OWNER/REPO/issues/NUMBER/comments",
    ],
    signs: FormatSigns(
      alternatives: [[["original_author"], ["body"]]], alsoTakes: { _ in true }),
    reader: .objects(GitHubImport.draft))
}

/// An issue or a pull request of Forgejo or Gitea by `api/v1`, and then its comments, which all come at once.
struct ForgejoPlan: FetchPlan {
  let format: DiscussionFormat? = .forgejo
  let comment: String?
  let discussion: String?
  let hasLinks = true
  private let item: String

  /// Reads a link; nil if it does not lead to an issue or a pull request.
  init?(_ address: WebURL) {
    let path = address.path
    guard path.count >= 4, ["issues", "pulls"].contains(path[path.count - 2]),
      let number = path.last, SiteID.isNumber(number), let place = GitHubPlace(address.page),
      place.isElsewhere, place.number == number,
      path[path.count - 3] != "-",
      path[..<(path.count - 4)].allSatisfy({ SiteID.isName($0) }),
      SiteID.isName(path[path.count - 4]), SiteID.isName(path[path.count - 3])
    else { return nil }
    let folder = path[..<(path.count - 4)].map { "/\($0)" }.joined()
    let names = path[(path.count - 4)...].prefix(2).joined(separator: "/")
    item = "\(address.origin)\(folder)/api/v1/repos/\(names)/issues/\(number)"
    discussion = place.id(of: number)
    let fragment = address.fragment ?? ""
    let name = fragment.dropFirst("issuecomment-".count)
    comment =
      fragment.hasPrefix("issuecomment-") && SiteID.isNumber(String(name)) ? fragment : nil
  }

  var firstRequests: [PageRequest] { [PageRequest(url: item)] }

  mutating func take(_ response: PageResponse) -> Reaction {
    var next = response.next.map { [PageRequest(url: $0)] } ?? []
    if response.request.url == item { next.append(PageRequest(url: item + "/comments")) }
    return Reaction(next: next)
  }
}
