extension Site {
  static let gitHub = Site(
    about: SiteAbout(
      title: "GitHub",
      opens: "issues, pull requests with their reviews, discussions",
      lacks: "60 requests an hour, or 5,000 with your own token (`GITHUB_TOKEN`)",
      links: """
        `github.com/OWNER/REPO/issues/N`, `pull/N`, `discussions/N`, with or without the \
        fragment of a comment
        """,
      requests: """
        `api.github.com/repos/OWNER/REPO/…`, 100 comments a page; for a pull request also the \
        comments on lines and the reviews
        """,
      limits: "60 requests an hour, or 5,000 with `GITHUB_TOKEN`"),
    formats: [.github],
    members: """
      answer answer_html_url author author_association authorAssociation body
      child_comment_count comments comments_count created_at createdAt data databaseId
      diff_hunk diffHunk discussion discussions edges event fullDatabaseId html_url id
      in_reply_to_id isAnswer isMinimized issue issue_url issues labels lastEditedAt line
      login milestone minimizedReason name node nodes number organization original_position
      parent_id path position pull_request_review_id pull_request_url pullRequest pullRequests
      reactionGroups reactions replies replyTo repository repository_url resource reviews
      reviewThreads state state_reason stateReason submitted_at title total_count totalCount
      updated_at url user users viewer
      """,
    unreadTexts: "active_lock_reason activeLockReason",
    pages: { [.gitHub] },
    ids: [
      SiteIDForm(
        prefix: "github", title: "GitHub",
        link: { rest in
          let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
          guard parts.count == 3, SiteID.isNumber(String(parts[2])) else { return nil }
          return "https://github.com/\(parts[0])/\(parts[1])/issues/\(parts[2])"
        })
    ],
    hosts: SiteHosts(
      names: ["github.com", "www.github.com", "api.github.com"],
      example: "https://github.com/OWNER/REPO/issues/1", interfaces: ["api.github.com"],
      plan: { GitHubPlan($0) }),
    fronts: .gitHub, service: .gitHub)
}

extension DiscussionFormat {
  public static let github = DiscussionFormat(
    "github", title: "a GitHub issue, pull request or discussion",
    commands: [
      "gh issue view NUMBER --json number,title,url,author,body,createdAt,comments",
      "gh api --paginate repos/OWNER/REPO/issues/NUMBER/comments",
      "gh api --paginate repos/OWNER/REPO/pulls/NUMBER/comments",
    ],
    signs: FormatSigns(
      alternatives: [
        [["issue_url"], ["body"]], [["pull_request_url"], ["body"]],
        [["number"], ["title"], ["user"]],
        [["child_comment_count"], ["body"]], [["number"], ["title"], ["author"]],
        [["comments", "createdAt"]], [["title"], ["comments"], ["author"]],
        [["data", "repository"]], [["data", "node"]], [["data", "resource"]],
        [["event"], ["created_at"]], [["author", "login"], ["body"], ["createdAt"]],
      ],
      areCommon: true, alsoTakes: { _ in true }),
    reader: .objects(GitHubImport.draft))
}

extension SiteService {
  /// GitHub's REST interface, which responds to more requests an hour with a token.
  public static let gitHub = SiteService(
    origin: GitHubPlan.service, tokenVariable: "GITHUB_TOKEN", limitWords: "rate limit")
}
