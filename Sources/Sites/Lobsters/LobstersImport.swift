import DiscussionModel
import WebAddresses

/// Lobsters' `/s/ID.json`, in every form it has had.
///
/// Users are objects or names. Who answers whom is in `parent_comment`, or else in the level: `depth` counts
/// from 0, `indent_level` from 1.
///
/// | field | it is |
/// | --- | --- |
/// | `comment`, `description` | HTML |
/// | `comment_plain`, `description_plain`, read if there is no HTML | Markdown |
/// | `title`, `username`, `tags` | plain text |
enum LobstersImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let versions = try Choice.parts(
      of: items.map { (findings.id($0["short_id"]), $0) }, only: options.only, of: .lobsters)
    guard let story = versions.first else {
      throw ImportError(.nothing(of: .lobsters), in: .inputs)
    }
    let id = findings.id(story["short_id"]) ?? "unknown"
    let page = findings.words(story["comments_url"]) ?? findings.words(story["short_id_url"])
    let host = options.host?.lowercased() ?? page.flatMap { WebURL(reference: $0)?.authority }
    let author = user(story["submitter_user"], &findings)
    var draft = Draft(
      id: Self.id(of: id, at: host), title: findings.words(story["title"]) ?? "Lobsters \(id)",
      markup: .html)
    draft.discussion.url = page
    draft.discussion.author = author
    draft.discussion.published = findings.time(story["created_at"])?.text.text
    let (body, markup) = body(of: story, &findings)
    draft.discussion.body = body
    draft.discussion.markup = markup
    draft.discussion.notice = Tags.notice(Tags.names(in: story["tags"], &findings))
    draft.sourceCount = findings.count(story["comment_count"])
    for version in versions {
      var levels = Levels()
      for comment in findings.objects(version["comments"]) {
        add(comment, author: author, levels: &levels, to: &draft, &findings)
      }
    }
    return draft
  }

  /// The id of a story: with the host, unless that is the first site of this software or nobody knows it.
  static func id(of story: String, at host: String?) -> String {
    guard let host, host != "lobste.rs", host != "www.lobste.rs" else { return "lobsters:\(story)" }
    return "lobsters:\(host)/\(story)"
  }

  /// The last comment at each level, while comments are read in the order of the page.
  struct Levels {
    private var open: [(level: Int, id: String)] = []

    /// What a comment at a level answers: the last one before it that is higher up.
    mutating func parent(of id: String, at level: Int) -> String? {
      while let last = open.last, last.level >= level { open.removeLast() }
      defer { open.append((level, id)) }
      return open.last?.id
    }
  }

  private static func add(
    _ value: JSONValue, author: String?, levels: inout Levels, to draft: inout Draft,
    _ findings: inout Findings
  ) {
    let id = Identity.id(of: value["short_id"], of: value, at: draft.comments.count, &findings)
    let level = level(of: value, &findings)
    let above = level.flatMap { levels.parent(of: id, at: $0) }
    var comment = Comment(id: id, parent: findings.id(value["parent_comment"]) ?? above)
    comment.author = user(value["commenting_user"], &findings)
    comment.score = findings.integer(value["score"])
    let isModerated = findings.flag(value["is_moderated"])
    let isDeleted = findings.flag(value["is_deleted"]) || isModerated
    let plain = findings.rawText(value["comment_plain"])
    let html = findings.rawText(value["comment"])
    if isDeleted { comment.state = .deleted } else { comment.body = html ?? plain }
    let time = findings.time(value["created_at"])
    let edited = findings.time(value["last_edited_at"]) ?? findings.time(value["updated_at"])
    let url = findings.words(value["url"]) ?? findings.words(value["short_id_url"])
    let isOP = author != nil && comment.author == author
    let markup = draft.discussion.markup
    comment.amend { details in
      details.url = url
      // The site itself counts a change in the first minute as none.
      if let edited, edited.seconds - (time?.seconds ?? 0) > 60 {
        details.edited = edited.text.text
      }
      let own: Markup = html == nil && plain != nil ? .markdown : .html
      if own != markup, !isDeleted { details.markup = own }
      if isOP { details.badges.append("OP") }
      if isModerated { details.badges.append("removed") }
    }
    draft.add(comment, at: time, from: value, &findings)
  }

  /// How many comments are above one, 0 at the top; nil if it does not say.
  private static func level(of value: JSONValue, _ findings: inout Findings) -> Int? {
    if let depth = findings.integer(value["depth"]) { return max(0, depth) }
    return findings.integer(value["indent_level"]).map { max(1, $0) - 1 }
  }

  /// A user's name, from a user or a name.
  private static func user(_ value: JSONValue?, _ findings: inout Findings) -> String? {
    guard let value, value.kind == .object else { return findings.words(value) }
    return findings.words(value["username"])
  }

  private static func body(
    of story: JSONValue, _ findings: inout Findings
  ) -> (text: RawText?, markup: Markup) {
    let link = findings.words(story["url"])
    let text = findings.rawText(story["description"]).flatMap { $0.isEmpty ? nil : $0 }
    if text == nil, let plain = findings.words(story["description_plain"]) {
      let parts = [link.map { MarkdownWords.address($0) }, plain].compactMap { $0 }
      return (RawText(parts.joined(separator: "\n\n")), .markdown)
    }
    guard let link else { return (text, .html) }
    return (RawText(HTMLText.link(to: link) + (text?.text ?? "")), .html)
  }
}
