import DiscussionModel

/// Hacker News as `hn.algolia.com/api/v1/items/ID` gives it: an item with its replies in it.
///
/// A text that is null was deleted; it keeps its replies.
enum AlgoliaImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let versions = try Choice.parts(
      of: items.map { (findings.id($0[.id]), $0) }, only: options.only, of: .hackerNews)
    guard let item = versions.first else {
      throw ImportError(.nothing(of: .hackerNews), in: .inputs)
    }
    let id = findings.id(item[.id]) ?? "unknown"
    let author = findings.words(item[.author])
    let text = findings.rawText(item[.text])
    let title = findings.words(item[.title]) ?? HackerNews.title(author: author, text: text)
    var draft = Draft(id: "hn:\(id)", title: title, markup: .html)
    draft.discussion.url = HackerNews.url(of: id)
    draft.discussion.author = author
    draft.discussion.published = time(of: item, &findings)?.text.text
    draft.discussion.body = HackerNews.body(
      link: findings.words(item[.url]), text: text,
      choices: findings.objects(item[.options]).map { choice($0, &findings) })
    draft.reserveCapacity(item.tree.nodes.count / 8)
    for version in versions { addReplies(to: version, author: author, in: &draft, &findings) }
    return draft
  }

  /// Adds all that is below an item, each comment before its replies; the stack is on the heap.
  private static func addReplies(
    to item: JSONValue, author: String?, in draft: inout Draft, _ findings: inout Findings
  ) {
    var open: [(replies: JSONValue.Elements, parent: String?)] = []
    if let replies = children(of: item, &findings) { open.append((replies, nil)) }
    while !open.isEmpty {
      let parent = open[open.count - 1].parent
      guard let reply = open[open.count - 1].replies.next() else {
        open.removeLast()
        continue
      }
      guard reply.kind == .object else {
        findings.add(.noObject, at: reply)
        continue
      }
      let id = add(reply, parent: parent, author: author, to: &draft, &findings)
      if let replies = children(of: reply, &findings) { open.append((replies, id)) }
    }
  }

  private static func children(
    of item: JSONValue, _ findings: inout Findings
  ) -> JSONValue.Elements? {
    guard let children = item[.children], children.kind != .null else { return nil }
    guard children.kind == .array else {
      findings.add(.otherType, at: children)
      return nil
    }
    return children.elements
  }

  /// Adds one comment and gives the id that its replies have for a parent.
  private static func add(
    _ item: JSONValue, parent: String?, author: String?, to draft: inout Draft,
    _ findings: inout Findings
  ) -> String {
    let id = Identity.id(of: item[.id], of: item, at: draft.comments.count, &findings)
    var comment = Comment(id: id, parent: parent)
    comment.author = findings.words(item[.author])
    comment.body = findings.rawText(item[.text])
    comment.score = findings.integer(item[.points])
    if comment.body == nil { comment.state = .deleted }
    let isOP = author != nil && comment.author == author
    comment.amend { details in
      details.url = HackerNews.url(of: id)
      if isOP { details.badges = ["OP"] }
    }
    draft.add(comment, at: time(of: item, &findings), from: item, &findings)
    return id
  }

  private static func time(of item: JSONValue, _ findings: inout Findings) -> SourceTime? {
    findings.time(item[.createdAt], known: item[.createdAtSeconds])
  }

  private static func choice(_ item: JSONValue, _ findings: inout Findings) -> String {
    HackerNews.choice(
      findings.text(item[.text]) ?? "", points: findings.integer(item[.points]))
  }
}
