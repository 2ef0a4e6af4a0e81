import DiscussionModel

/// Reddit's `/comments/ID.json` listings, and `morechildren` answers that belong to them; also the trees of comments that
/// Arctic Shift, an archive, has in the same form.
enum RedditImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let things = RedditThings(items, &findings)
    let ids = things.posts.map(\.id) + things.comments.compactMap(\.post)
    let chosen = try Choice.parts(
      of: ids.map { (Optional($0), $0) }, only: options.only, of: .reddit)
    guard let id = chosen.first else { throw ImportError(.nothing(of: .reddit), in: .inputs) }
    let post = things.posts.first { $0.id == id }?.value
    let texts = RedditTexts(things.comments.map(\.value) + things.posts.map(\.value))
    let link = RedditPost(
      id: id, value: post, first: things.comments.first?.value, texts: texts, &findings)
    var draft = link.draft(&findings)
    for found in things.comments where found.post == id || found.post == nil {
      let comment = RedditComment(value: found.value, parent: found.parent, post: link)
      comment.add(to: &draft, at: draft.comments.count, &findings)
    }
    let isOnly = Set(ids).count < 2
    let mores = things.mores.filter { more in
      isOnly || more.post == id || more.parent.map { draft.contains($0) } ?? false
    }
    RedditMore.count(mores, in: &draft)
    return draft
  }
}

/// What is in listings, flat and in order.
struct RedditThings {
  /// Posts with their ids.
  var posts: [(id: String, value: JSONValue)] = []
  /// Comments with what they reply to (nil for the post) and their post's id, where it is reported.
  var comments: [(value: JSONValue, parent: String?, post: String?)] = []
  var mores: [RedditMore] = []

  /// Reads listings, each comment before its replies; the stack is on the heap.
  init(_ items: [JSONValue], _ findings: inout Findings) {
    var open: [(things: JSONValue.Elements, parent: String?)] = []
    for item in items {
      let things = item[["data", "children"]] ?? item[["json", "data", "things"]] ?? item["data"]
      if let things, things.kind == .array {
        open.append((things.elements, nil))
      } else {
        take(item, parent: nil, &open, &findings)
      }
      while !open.isEmpty {
        let parent = open[open.count - 1].parent
        guard let thing = open[open.count - 1].things.next() else {
          open.removeLast()
          continue
        }
        take(thing, parent: parent, &open, &findings)
      }
    }
  }

  private mutating func take(
    _ thing: JSONValue, parent: String?,
    _ open: inout [(things: JSONValue.Elements, parent: String?)],
    _ findings: inout Findings
  ) {
    guard thing.kind == .object, let data = thing["data"], data.kind == .object else {
      findings.add(.noObject, at: thing)
      return
    }
    let kind = findings.text(thing["kind"]) ?? ""
    let answered = findings.words(data["parent_id"]).map { Self.bare($0) }
    switch kind {
    case "t3":
      guard let id = findings.id(data["id"]) else {
        return findings.add(.commentWithoutID, at: thing)
      }
      posts.append((id, data))
    case "t1":
      let isPost = findings.words(data["parent_id"])?.hasPrefix("t3_") ?? (parent == nil)
      let post = findings.words(data["link_id"]).map { Self.bare($0) }
      comments.append((data, isPost ? nil : answered ?? parent, post))
      if let replies = data[["replies", "data", "children"]] {
        open.append((replies.elements, findings.id(data["id"])))
      } else if let replies = data["replies"], replies.kind != .null, !replies.says("") {
        findings.add(.otherType, at: replies)
      }
    case "more":
      let isPost = findings.words(data["parent_id"])?.hasPrefix("t3_") ?? (parent == nil)
      let listed = data["children"].map { Array($0.elements) } ?? []
      mores.append(
        RedditMore(
          parent: isPost ? nil : answered ?? parent, post: isPost ? answered : nil,
          count: max(0, findings.integer(data["count"]) ?? listed.count),
          listed: listed.compactMap { findings.id($0) }))
    default: findings.add(.unknownKind, at: thing)
    }
  }

  /// An id without its kind: `c1` for `t1_c1`.
  static func bare(_ name: String) -> String {
    guard name.hasPrefix("t"), let mark = name.firstIndex(of: "_") else { return name }
    return String(name[name.index(after: mark)...])
  }
}
