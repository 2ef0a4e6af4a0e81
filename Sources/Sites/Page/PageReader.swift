import DiscussionModel
import HTMLTree
import WebAddresses

/// Reads a page by its shape.
///
/// Each selector is matched once over the whole page, and what it matches is handed to the comment that it is in, so
/// that the work grows with the page and not with the number or the depth of its comments.
struct PageReader {
  private let page: WebPage
  private let shape: PageShape
  private let tree: HTMLTree
  /// The nodes of the comments, ascending.
  private let nodes: [Int]
  /// For each node the innermost comment that it is in, or is; -1 for none.
  private let owners: [Int32]
  private var texts: PageTexts
  /// How many comments have each part by each value, in the order in which they were looked for.
  private var uses: [(part: String, value: String, count: Int)] = []

  /// What a page has, given its shape.
  ///
  /// - Complexity: O(size of the page × number of the shape's selectors).
  static func read(_ page: WebPage, as shape: PageShape) -> PageFound {
    var reader = PageReader(page.on(shape.site), shape)
    return reader.read()
  }

  private init(_ page: WebPage, _ shape: PageShape) {
    self.page = page
    self.shape = shape
    tree = page.tree
    var nodes = page.search.indices(matching: shape.comment)
    if let ignored = shape.ignored {
      let marks = Set(page.search.indices(matching: ignored))
      if !marks.isEmpty { nodes = Self.outside(marks, nodes, tree) }
    }
    self.nodes = nodes
    owners = Self.owners(nodes, tree)
    texts = PageTexts(page, leavingOut: [shape.leftOut].compactMap { $0 })
  }

  /// Nodes that are not in, nor are, any of some others.
  private static func outside(_ marks: Set<Int>, _ nodes: [Int], _ tree: HTMLTree) -> [Int] {
    let sorted = marks.sorted()
    var next = 0
    var end = 0
    return nodes.filter { node in
      while next < sorted.count, sorted[next] <= node {
        end = max(end, tree.nodes[sorted[next]].end)
        next += 1
      }
      return node >= end
    }
  }

  private static func owners(_ nodes: [Int], _ tree: HTMLTree) -> [Int32] {
    var owners = [Int32](repeating: -1, count: tree.nodes.count)
    var next = 0
    for index in tree.nodes.indices {
      if next < nodes.count, nodes[next] == index {
        owners[index] = Int32(next)
        next += 1
      } else if let parent = tree.nodes[index].parent {
        owners[index] = owners[parent]
      }
    }
    return owners
  }

  private mutating func read() -> PageFound {
    var found = PageFound(kind: shape.title)
    found.comments = nodes.map { PageComment(node: $0) }
    fill("id", shape.id) { found.comments[$0].id = $1 }
    setParents(&found)
    fill("author", shape.author) { found.comments[$0].author = $1 }
    fill("time", shape.time, PageTime.read) { found.comments[$0].time = $1 }
    fill("edited", shape.edited, PageTime.read) { found.comments[$0].edited = $1 }
    fill("score", shape.score, PageNumber.first) { found.comments[$0].score = $1 }
    fill("number", shape.number, PageNumber.first) { found.comments[$0].number = $1 }
    fill("url", shape.url, page.absolute) { found.comments[$0].url = $1 }
    for badge in shape.badges {
      for (comment, node) in firsts(of: badge.sign) {
        let word = badge.word ?? HTMLText.shortened(tree.text(below: node), limit: 40)
        if !word.isEmpty { found.comments[comment].badges.append(word) }
      }
    }
    setTexts(&found)
    countMissing(&found)
    describe(&found)
    shape.finish(page, &found)
    explain(&found)
    return found
  }

  // MARK: Values of comments

  /// For each comment that has one, the first node in it that a selector matches.
  private func firsts(of selector: Selector) -> [(comment: Int, node: Int)] {
    var seen = [Bool](repeating: false, count: nodes.count)
    var result: [(comment: Int, node: Int)] = []
    for node in page.search.indices(matching: selector) {
      let owner = Int(owners[node])
      guard owner >= 0, !seen[owner] else { continue }
      seen[owner] = true
      result.append((owner, node))
    }
    return result
  }

  /// Hands to each comment the first of some values that it has.
  private mutating func fill<Value>(
    _ part: String, _ values: [PageValue], _ convert: (String) -> Value?,
    _ set: (Int, Value) -> Void
  ) {
    var isSet = [Bool](repeating: false, count: nodes.count)
    for value in values {
      var count = 0
      let places: [(comment: Int, node: Int)] =
        value.selector.map { page.search.indices(matching: $0).map { (Int(owners[$0]), $0) } }
        ?? nodes.enumerated().map { ($0.offset, $0.element) }
      for (comment, node) in places where comment >= 0 && !isSet[comment] {
        guard let found = value.text(at: node, tree).flatMap(convert) else { continue }
        isSet[comment] = true
        count += 1
        set(comment, found)
      }
      if count > 0 { uses.append((part, value.source, count)) }
    }
  }

  private mutating func fill(
    _ part: String, _ values: [PageValue], _ set: (Int, String) -> Void
  ) {
    fill(part, values, { $0 }, set)
  }

  // MARK: Who replies to whom

  private mutating func setParents(_ found: inout PageFound) {
    switch shape.parent {
    case .around: setParentsAround(&found)
    case .id(let values):
      setParentsAround(&found)
      fill("parent", values) { found.comments[$0].parentID = $1 }
    case .depth(let values):
      var depths = [Int](repeating: 0, count: nodes.count)
      fill("depth", values, PageNumber.first) { depths[$0] = $1 }
      var open: [(depth: Int, comment: Int)] = []
      for comment in nodes.indices {
        while let last = open.last, last.depth >= depths[comment] { open.removeLast() }
        found.comments[comment].parent = open.last?.comment
        open.append((depths[comment], comment))
      }
    case .quote(let values): setQuotedParents(values, &found)
    case .none: break
    }
  }

  private mutating func setQuotedParents(_ values: [PageValue], _ found: inout PageFound) {
    var places: [String: Int] = [:]
    var quoted = [String?](repeating: nil, count: nodes.count)
    fill("quoted comment", values) { quoted[$0] = $1 }
    for comment in nodes.indices {
      if let place = quoted[comment].flatMap({ places[$0] }) {
        found.comments[comment].parent = place
        found.treeIsInferred = true
      }
      if let id = found.comments[comment].id { places[id] = comment }
    }
  }

  /// A comment replies to the innermost comment that it is in, or whose branch it is in.
  private func setParentsAround(_ found: inout PageFound) {
    guard let branch = shape.branch else {
      for (comment, node) in nodes.enumerated() {
        guard let parent = tree.nodes[node].parent, owners[parent] >= 0 else { continue }
        found.comments[comment].parent = Int(owners[parent])
      }
      return
    }
    // What is open: each with its end, its own comment, and the comment of the nearest one around it that has one.
    var open: [(end: Int, own: Int?, around: Int?)] = []
    var branches = page.search.indices(matching: branch)[...]
    for (comment, node) in nodes.enumerated() {
      while let first = branches.first, first <= node {
        branches.removeFirst()
        while let last = open.last, last.end <= first { open.removeLast() }
        open.append((tree.nodes[first].end, nil, open.last.flatMap { $0.own ?? $0.around }))
      }
      while let last = open.last, last.end <= node { open.removeLast() }
      let inner = open.count - 1
      if inner >= 0, open[inner].own == nil {
        open[inner].own = comment
        found.comments[comment].parent = open[inner].around
      } else if inner >= 0 {
        found.comments[comment].parent = open[inner].own
      }
    }
  }

  // MARK: Texts and states

  private mutating func setTexts(_ found: inout PageFound) {
    texts.leaveOut(nodes)
    if let quotes = shape.quotes { texts.quote(page.search.indices(matching: quotes)) }
    var isSet = [Bool](repeating: false, count: nodes.count)
    for selector in shape.text {
      var count = 0
      defer { if count > 0 { uses.append(("text", selector.source, count)) } }
      for (comment, node) in firsts(of: selector) where !isSet[comment] {
        isSet[comment] = true
        count += 1
        // The comment's own element is not left out of its own text.
        found.comments[comment].body = texts.html(in: node)
        guard !shape.deletedTexts.isEmpty, tree.nodes[node].end - node < 64 else { continue }
        let words = texts.words(in: node)
        if shape.deletedTexts.contains(words) {
          found.comments[comment].state = .deleted
        } else if shape.flaggedTexts.contains(words) {
          found.comments[comment].state = .flagged
        }
      }
    }
    if let additions = shape.additions {
      var added: [Int: [String]] = [:]
      for node in page.search.indices(matching: additions) where owners[node] >= 0 {
        guard let html = texts.whole(node) else { continue }
        added[Int(owners[node]), default: []].append(html)
      }
      for (comment, pieces) in added {
        found.comments[comment].body = (found.comments[comment].body ?? "") + pieces.joined()
      }
    }
    if let deleted = shape.deleted {
      for (comment, _) in firsts(of: deleted) { found.comments[comment].state = .deleted }
    }
    if let flagged = shape.flagged {
      for (comment, _) in firsts(of: flagged) where found.comments[comment].state == .visible {
        found.comments[comment].state = .flagged
      }
    }
    for comment in nodes.indices where found.comments[comment].state == .deleted {
      found.comments[comment].body = nil
    }
  }

  private func countMissing(_ found: inout PageFound) {
    for missing in shape.missing {
      let numbers = missing.number?.selector.map { page.search.indices(matching: $0) }
      // Both lists ascend.
      var next = 0
      for place in page.search.indices(matching: missing.place) {
        let owner = Int(owners[place])
        var count = 1
        if let value = missing.number {
          var node: Int? = place
          if let numbers {
            while next < numbers.count, numbers[next] < place { next += 1 }
            let isInside = next < numbers.count && numbers[next] < tree.nodes[place].end
            node = isInside ? numbers[next] : nil
          }
          count = node.flatMap { value.text(at: $0, tree) }.flatMap(PageNumber.first) ?? 1
        } else {
          count = PageNumber.first(in: tree.text(below: place)) ?? 1
        }
        found.missing.append((owner < 0 ? nil : owner, max(0, count)))
      }
    }
  }

  // MARK: The article

  private mutating func describe(_ found: inout PageFound) {
    found.id = shape.discussion(page)
    found.title = first(shape.article.title) ?? page.title
    found.author = first(shape.article.author)
    found.time = first(shape.article.time).flatMap(PageTime.read)
    found.url = page.addresses.first?.page
    found.count = first(shape.count).flatMap {
      shape.countIsLargest
        ? PageNumber.largest(in: $0) : PageNumber.first(in: PageNumber.unquoted($0))
    }
    found.countsArticle = shape.countsArticle
    if found.count == nil, let count = LinkedComments.statedCount(in: page) {
      found.count = count
      found.countsArticle = false
    }
    if shape.treeIsInferred { found.treeIsInferred = true }
    let number = found.comments.first?.number ?? 1
    let pageNumber = first(shape.pageNumber).flatMap(PageNumber.first) ?? 1
    found.firstIsArticle = shape.firstIsArticle && number <= 1 && pageNumber <= 1
    found.pageNumber = first(shape.pageNumber).flatMap(PageNumber.first)
    let link = first(shape.article.link).flatMap(page.absolute)
    let text = shape.article.text.lazy.compactMap { [page, owners] selector in
      page.search.indices(matching: selector).first { owners[$0] < 0 }
    }.first
    var parts: [String] = []
    if let link, link != found.url { parts.append(HTMLText.link(to: link)) }
    if let text, let html = texts.html(in: text) { parts.append(html) }
    if !parts.isEmpty { found.body = parts.joined() }
    if shape.article.isMainText { found.takeArticle(of: page, without: nodes) }
    if let tags = shape.article.tags {
      let names = page.search.indices(matching: tags).filter { owners[$0] < 0 }.map {
        HTMLText.shortened(tree.text(below: $0), limit: 60)
      }
      var seen: Set<String> = []
      let line = Tags.notice(names.filter { !$0.isEmpty && seen.insert($0).inserted })
      found.notice = [line, found.notice].compactMap { $0 }.reduce(nil) { all, next in
        all.map { $0 + "\n\n" + next } ?? next
      }
    }
  }

  /// The first text outside of comments.
  private func first(_ values: [PageValue]) -> String? {
    for value in values {
      guard let selector = value.selector else { continue }
      for node in page.search.indices(matching: selector) where owners[node] < 0 {
        if let text = value.text(at: node, tree) { return text }
      }
    }
    return nil
  }

  private func explain(_ found: inout PageFound) {
    var lines = ["page: \(shape.title)"]
    if !shape.signs.isEmpty {
      lines[0] += ", since it has \(shape.signs.map(\.source).joined(separator: " and "))"
    }
    lines.append("discussion: \(found.id ?? "its id is not stated in the page")")
    lines.append("comments: \(found.comments.count), by \(shape.comment.source)")
    switch shape.parent {
    case .around:
      lines.append(
        "parents: the comment around it" + (shape.branch.map { ", by \($0.source)" } ?? ""))
    case .depth: lines.append("parents: by depth")
    case .id: lines.append("parents: by id, or else the comment around it")
    case .quote: lines.append("parents: the first comment that it quotes")
    case .none: lines.append("parents: not stated in the page")
    }
    for use in uses {
      lines.append("\(use.part): \(use.count) of \(nodes.count), by \(use.value)")
    }
    let parts: [(String, Int)] = [
      ("without an author", found.comments.count { $0.author == nil }),
      ("without a time", found.comments.count { $0.time == nil }),
      ("without a text", found.comments.count { $0.body == nil }),
      ("deleted", found.comments.count { $0.state == .deleted }),
      ("flagged", found.comments.count { $0.state == .flagged }),
    ]
    for (what, count) in parts where count > 0 {
      lines.append("\(what): \(counted(count, "comment"))")
    }
    if let count = found.count { lines.append("counted by the page: \(count)") }
    if !found.missing.isEmpty {
      let sum = found.missing.reduce(0) { $0.sum($1.count) }
      lines.append(
        "missing by places in the page: \(sum), in \(counted(found.missing.count, "place"))")
    }
    if found.firstIsArticle, !found.comments.isEmpty { lines.append("article: the first post") }
    lines.append(
      "left out of texts: \(counted(texts.leftOutCount, "element")), by "
        + [PageTexts.neverText.source, shape.leftOut?.source].compactMap { $0 }.joined(
          separator: ", "))
    found.explanation = lines + found.explanation
  }
}
