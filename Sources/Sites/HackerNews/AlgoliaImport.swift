import DiscussionModel

/// Hacker News as `hn.algolia.com/api/v1/items/ID` gives it: an item with its replies in it.
///
/// A text that is null was deleted; it keeps its replies.
enum AlgoliaImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let choices = items.filter { isOfPoll($0) }
    let versions = try Choice.parts(
      of: items.filter { !isOfPoll($0) }.map { (findings.id($0["id"]), $0) }, only: options.only,
      of: .hackerNews)
    guard let item = versions.first else {
      throw ImportError(.nothing(of: .hackerNews), in: .inputs)
    }
    let id = findings.id(item["id"]) ?? "unknown"
    let author = findings.words(item["author"])
    let text = findings.rawText(item["text"])
    let title =
      findings.words(item["title"]).map { HTMLText.decoded($0) }
      ?? HackerNews.title(author: author, text: text)
    var draft = Draft(id: "hn:\(id)", title: title, markup: .html)
    draft.discussion.url = HackerNews.url(of: id)
    draft.discussion.author = author
    draft.discussion.published = time(of: item, &findings)?.text.text
    draft.discussion.body = HackerNews.body(
      link: findings.words(item["url"]), text: text,
      choices: self.choices(of: item, choices, &findings))
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
    guard let children = item["children"], children.kind != .null else { return nil }
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
    let id = Identity.id(of: item["id"], of: item, at: draft.comments.count, &findings)
    var comment = Comment(id: id, parent: parent)
    comment.author = findings.words(item["author"])
    comment.body = findings.rawText(item["text"])
    comment.score = findings.integer(item["points"])
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
    findings.time(item["created_at"], known: item["created_at_i"])
  }

  /// Whether this is a poll or a choice as Firebase has them, which say what Algolia leaves out.
  static func isOfPoll(_ item: JSONValue) -> Bool {
    guard item["children"] == nil, let type = item["type"] else { return false }
    return type.says("poll") || type.says("pollopt")
  }

  /// The choices of a poll: as its `options` have them, or else by Firebase's items.
  private static func choices(
    of item: JSONValue, _ others: [JSONValue], _ findings: inout Findings
  ) -> [String] {
    let options = item["options"].map { Array($0.elements) } ?? []
    if let first = options.first, first.kind == .object {
      return findings.objects(item["options"]).flatMap { HackerNews.choice($0, &findings) }
    }
    var known: [String: JSONValue] = [:]
    for other in others { if let id = findings.id(other["id"]) { known[id] = other } }
    if let poll = findings.id(item["id"]).flatMap({ known[$0] }) {
      return HackerNews.choices(of: poll, among: known, &findings)
    }
    for option in options { findings.add(.missingChoice, at: option) }
    if options.isEmpty, item["type"]?.says("poll") == true {
      findings.add(.missingChoices, at: item)
    }
    return []
  }
}
