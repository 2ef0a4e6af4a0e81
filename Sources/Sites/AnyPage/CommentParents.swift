import HTMLTree

/// Who replies to whom, by the first of these that a page has: the parent's id in an attribute; comments within
/// comments or beside what is below them; numbers and margins; links to what is replied to; quotes.
struct CommentParents {
  /// For each comment the one that it replies to.
  private(set) var parents: [Int?]
  /// Whether that was found out by what was said, and is not what the page says.
  private(set) var isInferred = false
  /// What showed it, for people; nil if nothing did.
  private(set) var sign: String?

  private let fields: CommentFields
  private let parts: CommentParts
  private let survey: CommentSurvey
  private let tree: HTMLTree
  private let ids: CommentIDs

  init(_ fields: CommentFields, _ ids: CommentIDs) {
    self.fields = fields
    self.ids = ids
    parts = fields.parts
    survey = parts.survey
    tree = survey.tree
    parents = [Int?](repeating: nil, count: parts.spans.count)
    find()
  }

  private mutating func find() {
    guard parts.spans.count > 1 else { return }
    if setByAttribute() { return }
    let isNested = setByContainment() || setByStructure() || setByMarks()
    if setByLinks(overNested: isNested) || isNested { return }
    setByQuotes()
  }

  // MARK: Attributes

  private static let attributes = [
    "data-parent-id", "data-parentid", "data-parent", "data-parent-comment-id", "parentid",
    "parent-id", "data-comment-parent", "data-reply-to", "data-replyto", "data-in-reply-to",
    "data-in-reply-to-id", "data-reply-to-id", "data-parent-comment", "data-parent-post",
    "data-parent-post-id", "parent", "data-pid", "data-inreplyto",
  ]

  private mutating func setByAttribute() -> Bool {
    let keys = tree.attributeKeys(Self.attributes)
    for (place, name) in Self.attributes.enumerated() where keys.has(place) {
      let values = parts.spans.map { tree.attribute(named: name, of: $0.start) }
      var found = [Int?](repeating: nil, count: values.count)
      var (known, others) = (0, Set<String>())
      for (place, value) in values.enumerated() {
        guard let value, !value.isEmpty else { continue }
        let mark = value.lastIndex(of: "#").map { value.index(after: $0) } ?? value.startIndex
        if let parent = ids.place(of: String(value[mark...])), parent != place {
          found[place] = parent
          known += 1
        } else {
          others.insert(value)
        }
      }
      // Those that reply to the article name it, or nothing.
      guard known > 0, others.count <= 1 + known / 10 else { continue }
      parents = withoutCircles(found)
      sign = "[\(name)]"
      return true
    }
    return false
  }

  /// Makes comments that reply to one another in a circle reply to nothing.
  private func withoutCircles(_ found: [Int?]) -> [Int?] {
    var result = found
    // 0 for what was not looked at, 1 for what is on the way, 2 for what ends.
    var states = [UInt8](repeating: 0, count: found.count)
    for start in found.indices where states[start] == 0 {
      var way: [Int] = []
      var at: Int? = start
      while let place = at, states[place] == 0 {
        states[place] = 1
        way.append(place)
        at = result[place]
      }
      if let place = at, states[place] == 1 { result[place] = nil }
      for place in way { states[place] = 2 }
    }
    return result
  }

  // MARK: What is in what

  private mutating func setByContainment() -> Bool {
    guard parts.around.contains(where: { $0 >= 0 }) else { return false }
    for (place, outer) in parts.around.enumerated() where outer >= 0 { parents[place] = Int(outer) }
    // Replies that are beside what they reply to, in it.
    _ = setByStructure()
    sign = "nested comments"
    return true
  }

  /// A comment that stands deeper than one before it, in something that is beside that one.
  private mutating func setByStructure() -> Bool {
    var open: [(place: Int, depth: Int32)] = []
    var found: [(place: Int, parent: Int)] = []
    var isNamed = false
    var byParent: Set<Int> = []
    for (place, span) in parts.spans.enumerated() {
      let depth = survey.depths[span.start]
      while let last = open.last, last.depth >= depth { open.removeLast() }
      if let last = open.last, parts.around[place] == parts.around[last.place],
        let container = container(of: span, beside: parts.spans[last.place])
      {
        found.append((place, last.place))
        byParent.insert(last.place)
        let hints = survey.hints[container]
        let name = tree.nodes[container].name
        if !hints.isDisjoint(with: .children) || [.ul, .ol, .blockquote, .dl, .dd].contains(name) {
          isNamed = true
        }
      }
      open.append((place, depth))
    }
    guard !found.isEmpty, isNamed || byParent.count > 1 else { return false }
    for (place, parent) in found { parents[place] = parent }
    sign = sign ?? "what is below each comment"
    return true
  }

  /// What a comment is in that is beside another comment, or beside elements that have only that one; nil if they
  /// are not like that.
  private func container(of span: CommentSpan, beside other: CommentSpan) -> Int? {
    var common = tree.nodes[other.start].parent
    var wrappers: [Int32] = []
    while let node = common, tree.nodes[node].end <= span.start {
      wrappers.append(survey.shapes[node])
      common = tree.nodes[node].parent
      if wrappers.count > 4 { return nil }
    }
    guard let common else { return nil }
    var at = tree.nodes[span.start].parent
    for wrapper in wrappers {
      guard let node = at, node != common, survey.shapes[node] == wrapper else { return nil }
      at = tree.nodes[node].parent
    }
    var container: Int?
    while let node = at, node != common {
      container = node
      at = tree.nodes[node].parent
    }
    return container
  }

  // MARK: Numbers and margins

  private mutating func setByMarks() -> Bool {
    guard let marks = NestingMarks.find(parts) else { return false }
    parents = Self.parents(of: marks.depths)
    sign = marks.sign
    return true
  }

  /// Each comment replies to the last one before it that is less deep.
  static func parents(of depths: [Int]) -> [Int?] {
    var open: [Int] = []
    return depths.indices.map { place in
      while let last = open.last, depths[last] >= depths[place] { open.removeLast() }
      defer { open.append(place) }
      return open.last
    }
  }

  // MARK: Links

  private static let replyWords: [String] = [
    "reply", "repl", "parent", "antwort", "répon", "repon", "respuesta", "respond", "rispo",
    "odpow",
    "ответ", "відпов", "svar", "vastau", "↑", "⤴", "in-reply", "inreply", "yanıt", "cevap", "返信",
    "回复",
  ]

  private mutating func setByLinks(overNested isNested: Bool) -> Bool {
    var found = [Int?](repeating: nil, count: parts.spans.count)
    var isFromText = false
    for (index, signs) in survey.links where signs.contains(.hash) && parts.owners[index] >= 0 {
      let place = Int(parts.owners[index])
      guard found[place] == nil, let href = tree.shortAttribute(.href, of: index),
        let mark = href.utf8.lastIndex(of: UInt8(ascii: "#"))
      else { continue }
      let name = String(href[href.utf8.index(after: mark)...])
      guard !name.isEmpty, name.utf8.count <= 120, let parent = ids.place(of: name),
        parent < place || ids.ids[parent] != nil && parent != place
      else { continue }
      let line = survey.line(of: index) ?? ""
      let lower = line.lowercased()
      var isReply = lower.hasPrefix(">>") || lower.hasPrefix("@")
      if let author = fields.comments[parent].author, !author.isEmpty, line.has(author) {
        isReply = true
      }
      let around =
        [
          tree.shortAttribute(.class, of: index), tree.shortAttribute(.title, of: index),
          tree.shortAttribute(.rel, of: index),
        ]
        .compactMap { $0?.lowercased() } + [lower, nearText(index)]
      if around.contains(where: { text in Self.replyWords.contains { text.has($0) } }) {
        isReply = true
      }
      guard isReply, parent < place else { continue }
      found[place] = parent
      if lower.hasPrefix(">>") { isFromText = true }
    }
    let count = found.count { $0 != nil }
    guard count > 0 else { return false }
    if isNested {
      // A link that names the parent knows better than a layout that goes only so deep.
      guard !isFromText else { return false }
      for (place, parent) in found.enumerated() { if let parent { parents[place] = parent } }
      return true
    }
    parents = found
    isInferred = isFromText
    sign = "links to the comments replied to"
    return true
  }

  /// The words right before a link, in lower case.
  private func nearText(_ index: Int) -> String {
    var before = index - 1
    while before >= 0, !tree.nodes[before].isText, index - before < 4 { before -= 1 }
    guard before >= 0, tree.nodes[before].isText, survey.letters(in: before) <= 40 else {
      return ""
    }
    return tree.text(of: before).lowercased()
  }

  // MARK: Quotes

  private mutating func setByQuotes() {
    let found = CommentQuotes.parents(fields, ids)
    guard found.contains(where: { $0 != nil }) else { return }
    parents = found
    isInferred = true
    sign = "quotes"
  }
}
