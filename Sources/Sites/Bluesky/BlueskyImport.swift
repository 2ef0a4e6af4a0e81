import DiscussionModel

/// A post in its thread, or what is in the place of one that is blocked or gone.
struct BlueskyNode {
  let value: JSONValue
  let name: BlueskyPost?
  /// What it is below; nil at the top.
  let parent: BlueskyPost?
  /// Nil if it is blocked or gone.
  var post: JSONValue? { value["post"] }

  /// All nodes of a thread, each before its replies; the stack is on the heap.
  static func all(in thread: JSONValue?, _ findings: inout Findings) -> [BlueskyNode] {
    guard let thread else { return [] }
    var nodes: [BlueskyNode] = []
    var waiting: [(value: JSONValue, parent: BlueskyPost?)] = [(thread, nil)]
    while let (value, parent) = waiting.popLast() {
      let uri = findings.words(value[["post", "uri"]] ?? value["uri"])
      let name = BlueskyPost(uri: uri)
      nodes.append(BlueskyNode(value: value, name: name, parent: parent))
      waiting += findings.objects(value["replies"]).reversed().map { ($0, name) }
    }
    return nodes
  }
}

/// Bluesky's `getPostThread`, of a post and of posts further down in its thread.
///
/// | field | it is |
/// | --- | --- |
/// | `text`, `displayName`, `handle`, `title`, `description`, `alt` | plain text |
enum BlueskyImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let threads = items.map { BlueskyNode.all(in: $0["thread"], &findings) }
    guard let top = threads.first?.first, let post = top.post, let name = top.name else {
      throw ImportError(.nothing(of: .bluesky), in: .inputs)
    }
    let text = findings.text(post[["record", "text"]]) ?? ""
    let author = author(of: post, &findings)
    let words = HTMLText.shortened(text, limit: 80)
    var draft = Draft(
      id: "bluesky:\(name.id)", title: words.isEmpty ? "A post by \(author ?? "somebody")" : words,
      markup: .html)
    draft.discussion.url = name.page
    draft.discussion.author = author
    draft.discussion.published = findings.time(post[["record", "createdAt"]])?.text.text
    draft.discussion.body = body(of: post, &findings)
    if let labels = labels(of: post, &findings) { draft.discussion.notice = "Labels: \(labels)" }
    var expected: [String: Int] = [:]
    for node in threads.flatMap({ $0 }) where node.name != name {
      add(node, below: name, by: top, to: &draft, &expected, &findings)
    }
    draft.countMissing(expected)
    let direct = draft.comments.count { $0.parent == nil }
    draft.addMissing((findings.count(post["replyCount"]) ?? 0).sum(-direct), under: nil)
    return draft
  }

  private static func add(
    _ node: BlueskyNode, below top: BlueskyPost, by first: BlueskyNode, to draft: inout Draft,
    _ expected: inout [String: Int], _ findings: inout Findings
  ) {
    let place = draft.comments.count
    let id = node.name?.id ?? Identity.id(of: nil, of: node.value, at: place, &findings)
    let uri = findings.words(node.post?[["record", "reply", "parent", "uri"]])
    let parent = node.parent ?? BlueskyPost(uri: uri)
    var comment = Comment(id: id, parent: parent == top ? nil : parent?.id)
    guard let post = node.post else {
      comment.state = .deleted
      let isBlocked = findings.flag(node.value["blocked"])
      comment.amend { $0.badges = [isBlocked ? "blocked" : "gone"] }
      draft.add(comment, at: nil, from: node.value, &findings)
      return
    }
    comment.author = author(of: post, &findings)
    comment.score = findings.count(post["likeCount"])
    comment.body = body(of: post, &findings)
    let isOP = node.name?.author == first.name?.author
    let warning = labels(of: post, &findings)
    comment.amend { details in
      details.url = node.name?.page
      details.warning = warning
      if isOP { details.badges = ["OP"] }
    }
    expected[id] = findings.count(post["replyCount"])
    let time = findings.time(post[["record", "createdAt"]])
    // A post from which the thread was requested again is in two responses.
    if !draft.contains(id) { draft.add(comment, at: time, from: post, &findings) }
  }

  private static func author(of post: JSONValue, _ findings: inout Findings) -> String? {
    findings.words(post[["author", "displayName"]]) ?? findings.words(post[["author", "handle"]])
  }

  private static func labels(of post: JSONValue, _ findings: inout Findings) -> String? {
    let values = findings.objects(post["labels"]).compactMap { findings.words($0["val"]) }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  // MARK: Texts

  private static func body(of post: JSONValue, _ findings: inout Findings) -> RawText? {
    let text = html(of: post["record"], &findings)
    let others = post["embed"].map { embedded($0, &findings) } ?? ""
    return text.isEmpty && others.isEmpty ? nil : RawText("<p>\(text)</p>\(others)")
  }

  /// A text with its links, whose places are counted in bytes of UTF-8.
  private static func html(of record: JSONValue?, _ findings: inout Findings) -> String {
    let bytes = Array((findings.text(record?["text"]) ?? "").utf8)
    func words(_ range: Range<Int>) -> String {
      HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self)).replacing("\n", with: "<br>")
    }
    var links: [(range: Range<Int>, url: String)] = []
    for facet in findings.objects(record?["facets"]) {
      guard let start = findings.count(facet[["index", "byteStart"]]),
        let end = findings.count(facet[["index", "byteEnd"]]), start < end, end <= bytes.count
      else { continue }
      for feature in findings.objects(facet["features"]) {
        let person = findings.words(feature["did"]).map { "https://bsky.app/profile/\($0)" }
        if let url = findings.words(feature["uri"]) ?? person { links.append((start..<end, url)) }
      }
    }
    var result = ""
    var at = 0
    for (range, url) in links.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= at {
      let link = "<a href=\"\(HTMLText.escaped(url))\">\(words(range))</a>"
      result += words(at..<range.lowerBound) + link
      at = range.upperBound
    }
    return result + words(at..<bytes.count)
  }

  /// What a post shows below its text: a page, pictures, a film, or another post; each at most with one more in it.
  private static func embedded(_ embed: JSONValue, _ findings: inout Findings) -> String {
    var parts: [String] = []
    for part in [embed, embed["media"]].compactMap({ $0 }) {
      if let page = part["external"] {
        let url = findings.words(page["uri"]) ?? ""
        let title = findings.words(page["title"]) ?? url
        let about = findings.words(page["description"]).map { "<p>\(HTMLText.escaped($0))</p>" }
        parts.append("<blockquote>\(HTMLText.link(to: url, title))\(about ?? "")</blockquote>")
      }
      for image in findings.objects(part["images"]) {
        let words = findings.words(image["alt"]).map { "picture: \($0)" } ?? "picture"
        parts.append(HTMLText.link(to: findings.words(image["fullsize"]) ?? "", words))
      }
      if let film = findings.words(part["playlist"]) {
        let words = findings.words(part["alt"]).map { "video: \($0)" } ?? "video"
        parts.append(HTMLText.link(to: film, words))
      }
    }
    let record = embed[["record", "record"]] ?? embed["record"]
    if let record, let value = record["value"] {
      let page = BlueskyPost(uri: findings.words(record["uri"]))?.page
      let name = author(of: record, &findings) ?? "a post"
      let head = page.map { HTMLText.link(to: $0, name) } ?? "<p>\(HTMLText.escaped(name))</p>"
      parts.append("<blockquote>\(head)<p>\(html(of: value, &findings))</p></blockquote>")
    } else if let record, record["uri"] != nil {
      parts.append("<blockquote><p><em>quoted post not shown</em></p></blockquote>")
    }
    return parts.joined()
  }
}
