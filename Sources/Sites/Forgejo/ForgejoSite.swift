import WebAddresses

extension Site {
  /// Forgejo and Gitea, on hosts of any name, such as Codeberg; what they respond with is nearly what GitHub does.
  static let forgejo = Site(
    about: SiteAbout(
      title: "Forgejo, Gitea",
      opens: "issues and pull requests on any server, such as `codeberg.org`",
      lacks: "line comments of at most 100 reviews",
      links: """
        `/OWNER/REPO/issues/N`, `/OWNER/REPO/pulls/N` on any host, with or without the \
        fragment of a comment
        """,
      requests: """
        `/api/v1/repos/OWNER/REPO/issues/N` and its `comments`; for a pull request also \
        `pulls/N/reviews`, and for each review its `comments`
        """,
      limits: "the comments on lines of 100 reviews"),
    formats: [.forgejo],
    members: "comments_count original_author pull_request",
    ids: [
      SiteIDForm(
        prefix: "forge", hasHost: true,
        older: ("github", { $0.count > 3 ? $0.suffix(3).joined(separator: "/") : nil }))
    ],
    anywhere: SiteAnywhere(
      words: "a Forgejo issue (/OWNER/REPO/issues/N)",
      hostNames: ["codeberg", "forgejo", "gitea"],
      // GitHub and its kin call them `pull`.
      isUnmistakable: { $0.path.count == 4 && $0.path[2] == "pulls" }, plan: { ForgejoPlan($0) }),
    fronts: .forgejo,
    id: { address in
      guard let place = GitHubPlace(address), place.isElsewhere else { return nil }
      return place.number.map { place.id(of: $0) }
    })
}

extension DiscussionFormat {
  public static let forgejo = DiscussionFormat(
    "forgejo", title: "a Forgejo or Gitea issue or pull request",
    commands: [
      "curl https://HOST/api/v1/repos/OWNER/REPO/issues/NUMBER",
      "curl https://HOST/api/v1/repos/OWNER/REPO/issues/NUMBER/comments",
      "curl https://HOST/api/v1/repos/OWNER/REPO/pulls/NUMBER/reviews",
      "curl https://HOST/api/v1/repos/OWNER/REPO/pulls/NUMBER/reviews/REVIEW/comments",
    ],
    signs: FormatSigns(
      alternatives: [[["original_author"], ["body"]]], alsoTakes: { _ in true }),
    reader: .objects(GitHubImport.draft))
}

/// An issue or a pull request of Forgejo or Gitea by `api/v1`, and then its comments, which all come at once; of a pull
/// request also the reviews, and the comments on lines that each has.
struct ForgejoPlan: FetchPlan {
  let format: DiscussionFormat? = .forgejo
  let comment: String?
  let discussion: String?
  let hasLinks = true
  private let item: String
  /// The address of the reviews, if this is a pull request.
  private let reviews: String
  /// How many reviews were asked for their comments.
  private var count = 0

  /// The comments of at most this many reviews are requested.
  private static let mostReviews = 100

  /// Reads a link; nil if it does not lead to an issue or a pull request.
  init?(_ address: WebURL) {
    var path = address.path
    if let last = path.last, ["files", "commits"].contains(last), path.dropLast(2).last == "pulls" {
      path.removeLast()
    }
    guard path.count >= 4, ["issues", "pulls"].contains(path[path.count - 2]),
      let number = path.last, SiteID.isNumber(number), let place = GitHubPlace(address.page),
      place.isElsewhere, place.number == number,
      path[path.count - 3] != "-",
      path[..<(path.count - 4)].allSatisfy({ SiteID.isName($0) }),
      SiteID.isName(path[path.count - 4]), SiteID.isName(path[path.count - 3])
    else { return nil }
    let folder = path[..<(path.count - 4)].map { "/\($0)" }.joined()
    let names = path[(path.count - 4)...].prefix(2).joined(separator: "/")
    let repository = "\(address.origin)\(folder)/api/v1/repos/\(names)"
    item = "\(repository)/issues/\(number)"
    reviews = "\(repository)/pulls/\(number)/reviews"
    discussion = place.id(of: number)
    let fragment = address.fragment ?? ""
    let name = fragment.dropFirst("issuecomment-".count)
    comment =
      fragment.hasPrefix("issuecomment-") && SiteID.isNumber(String(name)) ? fragment : nil
  }

  var firstRequests: [PageRequest] { [PageRequest(url: item)] }

  mutating func take(_ response: PageResponse) -> Reaction {
    var next = response.next.map { [PageRequest(url: $0)] } ?? []
    if response.request.url == item {
      next.append(PageRequest(url: item + "/comments"))
      if response.items.first?["pull_request"]?.kind == .object {
        next.append(PageRequest(url: "\(reviews)?limit=50"))
      }
    } else if response.request.url.hasPrefix("\(reviews)?") {
      next = comments(of: response.items) + next
    }
    return Reaction(next: next)
  }

  /// The requests for the comments that reviews have on lines.
  private mutating func comments(of items: [JSONValue]) -> [PageRequest] {
    var findings = Findings()
    var requests: [PageRequest] = []
    for review in items {
      guard count < Self.mostReviews, findings.count(review["comments_count"]) ?? 0 > 0,
        let id = findings.id(review["id"]), SiteID.isNumber(id)
      else { continue }
      count += 1
      requests.append(PageRequest(url: "\(reviews)/\(id)/comments"))
    }
    return requests
  }
}
