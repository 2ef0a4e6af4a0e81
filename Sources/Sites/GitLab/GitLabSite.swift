import DiscussionModel
import WebAddresses

extension Site {
  /// GitLab, on hosts of any name.
  static let gitLab = Site(
    about: SiteAbout(
      title: "GitLab",
      opens: "issues and merge requests on any server",
      lacks: "only what the project shows to everybody; no notes about labels and the like",
      links: """
        `/GROUP/PROJECT/-/issues/N`, `…/-/merge_requests/N` on any host, with or without \
        `#note_ID`
        """,
      requests: "`/api/v4/projects/GROUP%2FPROJECT/issues/N` and its `discussions`, 100 a page",
      limits: """
        only what the project shows to everybody; GitLab's own notes, such as those about \
        labels, are left out
        """),
    formats: [.gitLab],
    members: """
      author body created_at description id iid last_edited_at noteable_iid noteable_type notes
      system title user_notes_count username web_url
      """,
    ids: [SiteIDForm(prefix: "gitlab", hasHost: true)],
    anywhere: SiteAnywhere(
      words: "a GitLab issue (/GROUP/PROJECT/-/issues/N)",
      isUnmistakable: { $0.path.contains("-") }, plan: { GitLabPlan($0) }),
    fronts: .gitLab)
}

extension DiscussionFormat {
  public static let gitLab = DiscussionFormat(
    "gitlab", title: "a GitLab issue or merge request with its discussions",
    commands: [
      "curl https://HOST/api/v4/projects/GROUP%2FPROJECT/issues/NUMBER",
      "curl 'https://HOST/api/v4/projects/GROUP%2FPROJECT/issues/NUMBER/discussions?per_page=100'",
    ],
    signs: FormatSigns(
      alternatives: [[["notes", "noteable_type"]], [["iid"], ["title"], ["web_url"]]]),
    reader: .objects(GitLabImport.draft))
}

/// An issue or a merge request by `api/v4`, then its discussions, 100 at a time.
struct GitLabPlan: FetchPlan {
  let format: DiscussionFormat? = .gitLab
  let comment: String?
  let discussion: String?
  let hasLinks = true
  private let item: String

  /// Reads a link; nil if it does not lead to an issue or a merge request.
  init?(_ address: WebURL) {
    let path = address.path
    guard let mark = path.firstIndex(of: "-"), mark > 1, path.count > mark + 2,
      SiteID.isNumber(path[mark + 2]), path[..<mark].allSatisfy({ SiteID.isName($0) }),
      let kind = ["issues": "issues", "work_items": "issues", "merge_requests": "merge_requests"][
        path[mark + 1]]
    else { return nil }
    let project = path[..<mark].joined(separator: "%2F")
    item = "\(address.origin)/api/v4/projects/\(project)/\(kind)/\(path[mark + 2])"
    let place = ([address.authority] + path[..<mark]).joined(separator: "/")
    discussion = "gitlab:\(place)/\(kind)/\(path[mark + 2])"
    let note = address.fragment.flatMap { $0.hasPrefix("note_") ? String($0.dropFirst(5)) : nil }
    comment = note.flatMap { SiteID.isNumber($0) ? $0 : nil }
  }

  var firstRequests: [PageRequest] { [PageRequest(url: item)] }
  var options: ImportOptions { ImportOptions(format: format, id: discussion) }

  mutating func take(_ response: PageResponse) -> Reaction {
    var next = response.next.map { [PageRequest(url: $0)] } ?? []
    if response.request.url == item {
      next.append(PageRequest(url: "\(item)/discussions?per_page=100"))
    }
    return Reaction(next: next)
  }
}

/// An issue or a merge request as the article, and its discussions: the first note of each is on the article, the others
/// reply to it.
///
/// | field | it is |
/// | --- | --- |
/// | `description`, `body` | Markdown |
/// | `title`, `username` | plain text |
enum GitLabImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let article = items.first { $0["title"] != nil }
    let first = items.lazy.compactMap { $0["notes"]?.elements.first { $0.kind == .object } }.first
    guard article != nil || first != nil else {
      throw ImportError(.nothing(of: .gitLab), in: .inputs)
    }
    let number = findings.id(article?["iid"]) ?? findings.id(first?["noteable_iid"]) ?? "unknown"
    let page = findings.words(article?["web_url"])
    let known = page.flatMap { WebURL(reference: $0) }.flatMap { GitLabPlan($0)?.discussion }
    var draft = Draft(
      id: known ?? "gitlab:unknown/\(number)",
      title: findings.words(article?["title"]) ?? "GitLab \(number)", markup: .markdown)
    let author = findings.words(article?[["author", "username"]])
    draft.discussion.url = page
    draft.discussion.author = author
    draft.discussion.published = findings.time(article?["created_at"])?.text.text
    draft.discussion.body = findings.rawText(article?["description"])
    draft.sourceCount = findings.count(article?["user_notes_count"])
    for item in items {
      var parent: String?
      for note in findings.objects(item["notes"]) where !findings.flag(note["system"]) {
        let place = draft.comments.count
        let id = Identity.id(of: note["id"], of: note, at: place, &findings)
        var comment = Comment(id: id, parent: parent)
        parent = parent ?? id
        comment.author = findings.words(note[["author", "username"]])
        comment.body = findings.rawText(note["body"])
        let isOP = author != nil && author == comment.author
        let edited = findings.time(note["last_edited_at"])?.text.text
        comment.amend { details in
          details.url = page.map { "\($0)#note_\(id)" }
          details.edited = edited
          if isOP { details.badges = ["OP"] }
        }
        draft.add(comment, at: findings.time(note["created_at"]), from: note, &findings)
      }
    }
    return draft
  }
}
