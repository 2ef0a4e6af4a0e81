import DiscussionModel

/// Hacker News as `hn.algolia.com/api/v1/items/ID` gives it: an item with its replies in it.
///
/// A text that is null was deleted; it keeps its replies. Items of Firebase may come with it: they say in which order the
/// site has the replies, and are comments or choices that Algolia lacks.
enum AlgoliaImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let others = items.filter { isOfFirebase($0) }
    let versions = try Choice.parts(
      of: items.filter { !isOfFirebase($0) }.map { (findings.id($0["id"]), $0) },
      only: options.only, of: .hackerNews)
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
      choices: choices(of: item, others, &findings))
    draft.reserveCapacity(item.tree.nodes.count / 8)
    let own = FirebaseReplies(others, of: id, &findings)
    draft.sourceCount = own.count
    for version in versions {
      addReplies(to: version, id, author: author, own, in: &draft, &findings)
    }
    own.countMissing(in: &draft)
    return draft
  }

  /// Adds all that is below an item, each comment before its replies; the stack is on the heap.
  private static func addReplies(
    to item: JSONValue, _ id: String, author: String?, _ own: FirebaseReplies,
    in draft: inout Draft, _ findings: inout Findings
  ) {
    var open: [(replies: OrderedReplies, parent: String?)] = []
    // An item that is in itself, or in several places, has its replies once.
    var opened: Set<String> = [id]
    func replies(to id: String, _ item: JSONValue) -> OrderedReplies {
      let elements = isOfFirebase(item) ? nil : children(of: item, &findings)
      return own.order(elements, below: id, &findings)
    }
    open.append((replies(to: id, item), nil))
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
      if opened.insert(id).inserted {
        open.append((replies(to: id, reply), id))
      } else if !isOfFirebase(reply) {
        open.append((OrderedReplies(elements: children(of: reply, &findings)), id))
      }
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
    if isOfFirebase(item) {
      let comment = FirebaseImport.comment(item, id, parent: parent, author: author, &findings)
      draft.add(comment, at: findings.time(item["time"]), from: item, &findings)
      return id
    }
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

  /// Whether this is an item as Firebase has it.
  static func isOfFirebase(_ item: JSONValue) -> Bool {
    item["children"] == nil && item["created_at"] == nil && item["type"] != nil
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

/// What items of Firebase say of replies: their order, and those that Algolia lacks.
private struct FirebaseReplies {
  /// How many comments the site counts; nil if it does not say.
  let count: Int?
  private let story: String
  /// For each item the places of its replies in the site's order.
  private var places: [String: [String: Int]] = [:]
  private var items: [(id: String, value: JSONValue)] = []
  /// Comments by what they reply to.
  private var comments: [String: [JSONValue]] = [:]

  init(_ items: [JSONValue], of story: String, _ findings: inout Findings) {
    self.story = story
    var count: Int?
    for item in items {
      guard let id = findings.id(item["id"]), item["type"]?.says("pollopt") != true else {
        continue
      }
      self.items.append((id, item))
      if id == story { count = findings.count(item["descendants"]) ?? count }
      let kids = FirebaseImport.kids(of: item)
      places[id] = Dictionary(zip(kids, 0...)) { first, _ in first }
      if let parent = findings.id(item["parent"]), item["type"]?.says("comment") == true {
        comments[parent, default: []].append(item)
      }
    }
    self.count = count
  }

  /// The replies to a comment or the article: Algolia's, and those that only Firebase has, in the site's order.
  ///
  /// Those that the site does not list come last.
  func order(
    _ elements: JSONValue.Elements?, below id: String, _ findings: inout Findings
  ) -> OrderedReplies {
    let places = places[id] ?? [:]
    let others = comments[id] ?? []
    guard !places.isEmpty || !others.isEmpty else { return OrderedReplies(elements: elements) }
    var all = elements.map { Array($0) } ?? []
    var silent = Findings()
    let known = Set(all.compactMap { silent.id($0["id"]) })
    all += others.filter { item in findings.id(item["id"]).map { !known.contains($0) } ?? true }
    let inOrder = all.enumerated().map { (offset, value) in
      (place: silent.id(value["id"]).flatMap { places[$0] } ?? .max, offset: offset, value: value)
    }.sorted { ($0.place, $0.offset) < ($1.place, $1.offset) }
    return OrderedReplies(rest: inOrder.reversed().map(\.value))
  }

  /// Counts the replies that the site lists and that are not there.
  func countMissing(in draft: inout Draft) {
    for (id, item) in items where id == story || draft.contains(id) {
      let missing = FirebaseImport.kids(of: item).filter { !draft.contains($0) }
      draft.leaveOut(missing, under: id == story ? nil : id)
    }
  }
}

/// Replies in their order: as they are in an array, or those that were put into another one.
private struct OrderedReplies {
  var elements: JSONValue.Elements?
  /// The last one first.
  var rest: [JSONValue] = []

  mutating func next() -> JSONValue? { elements?.next() ?? rest.popLast() }
}
