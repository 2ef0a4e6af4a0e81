import DiscussionModel
import HTMLTree
import JSONText
import WebAddresses

/// Comments that a page states in JSON-LD (schema.org): of a `DiscussionForumPosting`, an article or a question.
enum LinkedComments {
  /// What the page states; nil if it states no comments.
  ///
  /// - Complexity: O(length); the stack is on the heap.
  static func read(_ page: WebPage) -> PageFound? {
    var best: PageFound?
    for thing in things(in: page) {
      let found = read(thing)
      if found.comments.count > best?.comments.count ?? 0 { best = found }
    }
    guard var found = best else { return nil }
    found.title = found.title ?? page.title
    found.url = page.addresses.first?.page ?? found.url
    found.explanation = [
      "page: \(found.kind)", "comments: \(found.comments.count), by JSON-LD of the page",
    ]
    if found.body == nil { found.takeArticle(of: page) }
    return found
  }

  /// How many comments the page states to have; nil if it does not.
  static func statedCount(in page: WebPage) -> Int? {
    var findings = Findings()
    return things(in: page).lazy.compactMap { count(of: $0, &findings) }.first
  }

  /// What may be an article, in all scripts of a page.
  private static func things(in page: WebPage) -> [JSONValue] {
    var result: [JSONValue] = []
    var budget = longest
    for index in page.search.indices(matching: "script[type*='ld+json' i]") {
      guard index + 1 < page.tree.nodes[index].end else { continue }
      let bytes = page.tree.bytes(of: index + 1).map { $0 < 0x20 ? 0x20 : $0 }
      budget -= bytes.count
      guard budget >= 0, let tree = try? JSONTree(bytes, names: names) else { continue }
      for root in tree.roots { result += things(JSONValue(tree: tree, index: root)) }
    }
    return result
  }

  /// Bytes of JSON-LD that are read in a page.
  private static let longest = 16 << 20

  private static let names = NameTable([
    Site(
      members: """
        @graph @id acceptedAnswer answerCount author comment commentCount dateCreated dateModified datePublished headline \
        identifier interactionStatistic interactionType mainEntity name suggestedAnswer text articleBody upvoteCount url \
        userInteractionCount
        """)
  ])

  /// What may be an article: a value, what is in an array or a graph, and the thing that a page is about.
  private static func things(_ root: JSONValue) -> [JSONValue] {
    var result: [JSONValue] = []
    var open = [root]
    while let value = open.popLast(), result.count < 1000 {
      if value.kind == .array {
        open += Array(value.elements).reversed()
      } else if value.kind == .object {
        result.append(value)
        open += [value["@graph"], value["mainEntity"]].compactMap { $0 }
      }
    }
    return result
  }

  private static func read(_ thing: JSONValue) -> PageFound {
    var findings = Findings()
    var found = PageFound(kind: "a page with comments in JSON-LD")
    found.title = findings.words(thing["headline"]) ?? findings.words(thing["name"])
    found.author = name(thing["author"], &findings)
    found.time = time(thing["datePublished"] ?? thing["dateCreated"], &findings)
    found.url = findings.words(thing["url"])
    let text = findings.words(thing["articleBody"]) ?? findings.words(thing["text"])
    found.body = text.map { html($0) }
    found.count = count(of: thing, &findings)
    var open: [(elements: [JSONValue], next: Int, parent: Int?)] = [(replies(to: thing), 0, nil)]
    while let level = open.last {
      guard level.next < level.elements.count else {
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      let value = level.elements[level.next]
      guard value.kind == .object else { continue }
      var comment = PageComment(node: 0)
      comment.id = id(of: value, &findings)
      comment.parent = level.parent
      comment.author = name(value["author"], &findings)
      comment.time = time(value["datePublished"] ?? value["dateCreated"], &findings)
      comment.edited = time(value["dateModified"], &findings)
      if comment.edited?.seconds == comment.time?.seconds { comment.edited = nil }
      comment.score = findings.integer(value["upvoteCount"])
      comment.url = findings.words(value["url"])
      comment.body = findings.words(value["text"]).map { html($0) }
      found.comments.append(comment)
      let replies = replies(to: value)
      if !replies.isEmpty { open.append((replies, 0, found.comments.count - 1)) }
    }
    return found
  }

  /// Comments and answers, one or many.
  private static func replies(to value: JSONValue) -> [JSONValue] {
    [value["comment"], value["acceptedAnswer"], value["suggestedAnswer"]].flatMap { list in
      list.map { $0.kind == .array ? Array($0.elements) : [$0] } ?? []
    }
  }

  private static func name(_ value: JSONValue?, _ findings: inout Findings) -> String? {
    let first = value?.kind == .array ? value?.elements.first { _ in true } : value
    return first?.kind == .object ? findings.words(first?["name"]) : findings.words(first)
  }

  private static func time(_ value: JSONValue?, _ findings: inout Findings) -> SourceTime? {
    findings.words(value).flatMap(PageTime.read)
  }

  /// The word after the `#` of its address, or what it is called there.
  private static func id(of value: JSONValue, _ findings: inout Findings) -> String? {
    for member in [value["identifier"], value["@id"], value["url"]] {
      guard let text = member?.kind == .object ? nil : findings.words(member) else { continue }
      if SiteID.isName(text) { return text }
      if let word = PageValue.word(after: "#comment-", in: text)
        ?? PageValue.word(after: "#", in: text)
      {
        return word
      }
    }
    return nil
  }

  /// The number of comments, or of those among the interactions that are counted.
  private static func count(of value: JSONValue, _ findings: inout Findings) -> Int? {
    if let count = findings.count(value["commentCount"]) { return count }
    let list = value["interactionStatistic"].map { $0.kind == .array ? Array($0.elements) : [$0] }
    for item in list ?? [] {
      let kind = item["interactionType"]
      let words = kind?.kind == .object ? nil : findings.words(kind)
      if words?.hasSuffix("CommentAction") == true {
        return findings.count(item["userInteractionCount"])
      }
    }
    return nil
  }

  /// A text, which may be HTML or plain, as HTML.
  private static func html(_ text: String) -> String {
    if text.has("</") || text.has("<p>") || text.has("<br") { return text }
    let decoded = HTMLText.decoded(text)
    return decoded.split(separator: "\n").map { "<p>\(HTMLText.escaped(String($0)))</p>" }.joined()
  }
}
