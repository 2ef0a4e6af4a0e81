extension Site {
  static let gitHub = Site(
    formats: [.github],
    members: """
      answer answer_html_url author authorAssociation author_association body
      child_comment_count comments createdAt created_at data databaseId diffHunk diff_hunk
      discussion discussions edges event fullDatabaseId html_url id in_reply_to_id isAnswer
      isMinimized issue issue_url issues labels lastEditedAt line login milestone
      minimizedReason name node nodes number organization parent_id path pullRequest
      pullRequests pull_request_url reactionGroups reactions replies replyTo repository
      repository_url resource reviewThreads reviews state stateReason state_reason submitted_at title
      totalCount total_count updated_at url user users viewer
      """,
    unreadTexts: "active_lock_reason activeLockReason",
    ids: [SiteIDForm(prefix: "github", title: "GitHub")],
    hosts: SiteHosts(
      names: ["github.com", "www.github.com", "api.github.com"],
      example: "https://github.com/OWNER/REPO/issues/1", plan: { GitHubPlan($0) }),
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
