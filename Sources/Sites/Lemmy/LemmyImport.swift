import DiscussionModel

/// Lemmy's and PieFed's `comment/list`, with the answer of `post` or without it, of one post or several.
///
/// A comment's `path` leads from `0` over the comments above it to itself.
///
/// | field | it is |
/// | --- | --- |
/// | `body` of a post, `content` (PieFed: `body`) of a comment | Markdown |
/// | `name` of a post, `embed_title`, `embed_description`, `alt_text`, `display_name`, `name` of a user | plain text |
enum LemmyImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let all = LemmyViews(items, &findings)
    let views = try all.of(post: options.only, &findings)
    let posts = views.posts
    let host = options.host?.lowercased() ?? views.host(&findings) ?? "unknown"
    var draft = Draft(
      id: "lemmy:\(host)/\(name(of: posts.map(\.id)))",
      title: posts.count == 1
        ? "Lemmy \(posts[0].id)" : "Comments on \(posts.count) posts at \(host)",
      markup: .markdown)
    if posts.count == 1 { describe(posts[0], views, host: host, in: &draft, &findings) }
    var expected: [String: Int] = [:]
    for view in views.comments {
      add(view, posts, in: &draft, &expected, &findings)
    }
    countMissing(expected, in: &draft)
    return draft
  }

  /// What several posts are called in an id.
  private static func name(of posts: [String]) -> String {
    let ids = posts.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.joined(separator: "+")
    return ids.utf8.count <= 60 ? ids : "posts-" + String(FNV1a.hash64(ids.utf8), radix: 16)
  }

  private static func describe(
    _ post: LemmyViews.Post, _ views: LemmyViews, host: String, in draft: inout Draft,
    _ findings: inout Findings
  ) {
    let value = post.value
    if let title = Self.title(of: value, &findings) { draft.discussion.title = title }
    draft.discussion.url =
      host == "unknown" ? findings.words(value?["ap_id"]) : "https://\(host)/post/\(post.id)"
    draft.discussion.author = LemmyViews.name(of: post.creator, &findings)
    draft.discussion.published =
      (findings.time(value?["published"]) ?? findings.time(value?["published_at"]))?.text.text
    let parts = attachments(value, &findings) + [findings.words(value?["body"])].compactMap { $0 }
    if !parts.isEmpty { draft.discussion.body = RawText(parts.joined(separator: "\n\n")) }
    var sentences: [String] = []
    if findings.flag(value?["deleted"]) || findings.flag(value?["removed"]) {
      sentences.append("The post was removed.")
    }
    let tags = Tags.names(in: value?["tags"] ?? post.tags, &findings)
    if let line = Tags.notice(tags) { sentences.append(line) }
    if !sentences.isEmpty { draft.discussion.notice = sentences.joined(separator: " ") }
    let others = views.crossPosts.compactMap { crossPost($0, &findings) }
    if !others.isEmpty {
      draft.discussion.links = [LinkList(heading: "Cross-posts", items: others)]
    }
    draft.sourceCount = findings.count(post.counts?["comments"])
  }

  /// A post's title, which PieFed calls so.
  private static func title(of post: JSONValue?, _ findings: inout Findings) -> String? {
    findings.words(post?["name"] ?? post?["title"])
  }

  /// What a post links to, with what is known of that: title, description, picture and film.
  private static func attachments(_ value: JSONValue?, _ findings: inout Findings) -> [String] {
    let link = findings.words(value?["url"])
    var parts = link.map { [MarkdownWords.address($0)] } ?? []
    let preview = [
      findings.words(value?["embed_title"]).map { "**\(MarkdownWords.escaped($0))**" },
      findings.words(value?["embed_description"]).map { MarkdownWords.escaped($0) },
    ].compactMap { $0 }
    if !preview.isEmpty { parts.append(MarkdownWords.quoted(preview.joined(separator: "\n\n"))) }
    if let film = findings.words(value?["embed_video_url"]), film != link {
      parts.append(MarkdownWords.link("video", to: film))
    }
    let words = findings.words(value?["alt_text"])
    let picture = findings.words(value?["thumbnail_url"])
    if let words {
      parts.append(MarkdownWords.link("picture: \(words)", to: picture ?? link))
    } else if let picture, picture != link {
      parts.append(MarkdownWords.link("picture", to: picture))
    }
    return parts
  }

  /// The same link as it was posted elsewhere.
  private static func crossPost(_ view: JSONValue, _ findings: inout Findings) -> LinkItem? {
    guard let post = view["post"], let title = title(of: post, &findings) else { return nil }
    var item = LinkItem(title: title)
    item.url = findings.words(post["ap_id"])
    item.published =
      (findings.time(post["published"]) ?? findings.time(post["published_at"]))?.text.text
    return item
  }

  private static func add(
    _ view: JSONValue, _ posts: [LemmyViews.Post], in draft: inout Draft,
    _ expected: inout [String: Int], _ findings: inout Findings
  ) {
    guard let value = findings.object(view["comment"]) else { return }
    let id = Identity.id(of: value["id"], of: value, at: draft.comments.count, &findings)
    let path = (findings.words(value["path"]) ?? "").split(separator: ".")
    let parent = path.count > 2 ? String(path[path.count - 2]) : nil
    var comment = Comment(id: id, parent: parent)
    comment.author = LemmyViews.name(of: view["creator"], &findings)
    comment.score =
      findings.integer(view[["counts", "score"]]) ?? findings.integer(value["score"])
    let isRemoved = findings.flag(value["removed"])
    let isDeleted = findings.flag(value["deleted"]) || isRemoved
    if isDeleted {
      comment.state = .deleted
    } else {
      comment.body = findings.rawText(value["content"] ?? value["body"])
    }
    expected[id] =
      findings.count(view[["counts", "child_count"]]) ?? findings.count(value["child_count"])
    var badges: [String] = []
    let creator = findings.id(view[["creator", "id"]])
    let poster = view[["post", "creator_id"]] ?? view[["post", "user_id"]]
    if creator != nil, creator == findings.id(poster) { badges.append("OP") }
    if findings.flag(value["distinguished"]) {
      badges.append(findings.flag(view["creator_is_admin"]) ? "admin" : "mod")
    }
    if isRemoved { badges.append("removed") }
    let edited = findings.time(value["updated"]) ?? findings.time(value["updated_at"])
    let url = findings.words(value["ap_id"])
    let post = posts.count > 1 && parent == nil ? title(of: view["post"], &findings) : nil
    comment.amend { details in
      details.badges = badges
      details.edited = edited?.text.text
      details.url = url
      details.parentLabel = post
    }
    let time = findings.time(value["published"]) ?? findings.time(value["published_at"])
    draft.add(comment, at: time, from: value, &findings)
  }

  /// Counts what is missing under each comment, given how many there are below it at any depth.
  private static func countMissing(_ expected: [String: Int], in draft: inout Draft) {
    let thread = Thread(of: draft.comments)
    let ids = (0..<thread.count).map { draft.comments[Int(thread.sources[$0])].id }
    // What is below a comment, there or missing; known for its replies before it is.
    var below = [Int](repeating: 0, count: thread.count)
    for position in (0..<thread.count).reversed() {
      let known = max(0, expected[ids[position]] ?? 0)
      draft.addMissing(known.sum(-below[position]), under: ids[position])
      below[position] = max(known, below[position])
      if let parent = thread.parent(of: position) {
        below[parent] = below[parent].sum(below[position]).sum(1)
      }
    }
  }
}
