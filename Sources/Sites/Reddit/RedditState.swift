import DiscussionModel
import HTMLTree
import JSONText

/// What the scripts of a page of Reddit (design of 2018) start with: `window.___r = {…}`, which has more comments than the
/// page shows, and the texts as trees.
enum RedditState {
  /// Replaces what was read in a page's elements by what is in its state, if there is one.
  static func complete(_ found: inout PageFound, from page: WebPage) {
    guard let (script, start) = script(in: page),
      let whole = JSONCut.value(in: script, at: start),
      let root = tree(Array(script[whole]))
    else { return }
    var findings = Findings()
    var models: [String: JSONValue] = [:]
    var names: [String] = []
    for (name, value) in pairs(root[["comments", "models"]]) where value.kind == .object {
      if models.updateValue(value, forKey: name) == nil { names.append(name) }
    }
    guard !names.isEmpty else { return }
    let turns = pairs(root[["continueThreads", "models"]])
    var next = self.next(in: script[whole])
    for (name, value) in turns { next[name] = findings.words(value[["next", "id"]]) }
    let order = ordered(names, shown: found, next)
    let places = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first
    }
    let oldNodes = found.comments.first?.node ?? 0
    found.comments = order.compactMap { models[$0] }.map { value in
      comment(value, node: oldNodes, places, &findings)
    }
    found.missing = turns.map { _, value in
      let parent = findings.words(value["parentId"])
      return (parent.flatMap { places[$0] }, 1)
    }
    for (_, value) in pairs(root[["moreComments", "models"]]) {
      let parent = findings.words(value["parentId"]).flatMap { places[$0] }
      found.missing.append((parent, findings.count(value["numComments"]) ?? 1))
    }
    describe(&found, pairs(root[["posts", "models"]]).map(\.value), &findings)
  }

  private static func describe(
    _ found: inout PageFound, _ posts: [JSONValue], _ findings: inout Findings
  ) {
    let name = found.id.map { "t3_" + $0.dropFirst("reddit:".count) }
    guard let post = posts.first(where: { findings.words($0["id"]) == name }) ?? posts.first else {
      return
    }
    found.title = findings.words(post["title"]) ?? found.title
    found.author = findings.words(post["author"]) ?? found.author
    found.time = findings.integer(post["created"], in: .min ... .max).flatMap {
      SourceTime(seconds: $0 / 1000)
    }
    found.count = findings.count(post["numComments"])
    if let body = RedditRichText.html(post[["media", "richtextContent", "document"]]) {
      found.body = body
    }
  }

  private static func comment(
    _ value: JSONValue, node: Int, _ places: [String: Int], _ findings: inout Findings
  ) -> PageComment {
    var comment = PageComment(node: node)
    comment.id = findings.words(value["id"]).map { RedditThings.bare($0) }
    comment.parent = findings.words(value["parentId"]).flatMap { places[$0] }
    comment.author = findings.words(value["author"])
    comment.time = findings.integer(value["created"]).flatMap { SourceTime(seconds: $0) }
    comment.edited = findings.integer(value["editedAt"]).flatMap { SourceTime(seconds: $0) }
    comment.score = findings.flag(value["isScoreHidden"]) ? nil : findings.integer(value["score"])
    comment.url = findings.words(value["permalink"]).map { RedditPost.absolute($0) }
    comment.body = RedditRichText.html(value[["media", "richtextContent", "document"]])
    if findings.flag(value["isOp"]) { comment.badges.append("OP") }
    if value["distinguishType"]?.says("moderator") == true { comment.badges.append("mod") }
    if findings.flag(value["isStickied"]) { comment.badges.append("pinned") }
    let words = HTMLText.line(comment.body ?? "", limit: 12)
    if findings.flag(value["isDeleted"]) || words == "[deleted]" || words == "[removed]" {
      comment.state = .deleted
      comment.body = nil
    }
    if comment.author == "[deleted]" { comment.author = nil }
    return comment
  }

  // MARK: Finding it

  private static func script(in page: WebPage) -> (bytes: ArraySlice<UInt8>, start: Int)? {
    let mark = Array("window.___r = ".utf8)
    for index in page.search.indices(matching: "script")
    where page.tree.nodes[index].end > index + 1 {
      let bytes = page.tree.bytes(of: index + 1)
      guard let start = JSONCut.end(of: mark, in: bytes.prefix(4096)) else { continue }
      return (bytes, start)
    }
    return nil
  }

  private static func tree(_ bytes: [UInt8]) -> JSONValue? {
    guard let tree = try? JSONTree(bytes, names: names), let root = tree.roots.first else {
      return nil
    }
    return JSONValue(tree: tree, index: root)
  }

  /// The names that are read, and nowhere else.
  static let members = """
    author c comments continueThreads created distinguishType document e editedAt f id isDeleted isOp \
    isScoreHidden isStickied l media models moreComments next numComments o parentId permalink posts richtextContent \
    score t title u
    """

  private static let names = NameTable([Site(members: members, maps: "models")])

  /// The names and values of a map.
  private static func pairs(_ map: JSONValue?) -> [(name: String, value: JSONValue)] {
    guard let map else { return [] }
    var result: [(name: String, value: JSONValue)] = []
    var name: String?
    for element in map.elements {
      if let known = name {
        result.append((known, element))
        name = nil
      } else {
        name = element.string.map { $0.text(in: map.tree.bytes).text } ?? ""
      }
    }
    return result
  }

  // MARK: The order

  /// For each comment what comes after it on the page: a comment, or a place at which a thread goes on elsewhere.
  private static func next(in script: ArraySlice<UInt8>) -> [String: String] {
    let mark = Array("\"keyToCommentThreadLinkSets\":{".utf8)
    guard let outer = JSONCut.end(of: mark, in: script),
      let brace = script[outer...].prefix(300).firstIndex(of: UInt8(ascii: "{")),
      let range = JSONCut.value(in: script, at: brace),
      let root = tree(Array("{\"models\":".utf8) + script[range] + [UInt8(ascii: "}")])
    else { return [:] }
    var findings = Findings()
    var result: [String: String] = [:]
    for (name, value) in pairs(root["models"]) {
      result[name] = findings.words(value[["next", "id"]])
    }
    return result
  }

  /// The comments in the order of the page, from the first that it shows; those that nothing leads to come last.
  private static func ordered(
    _ names: [String], shown: PageFound, _ next: [String: String]
  ) -> [String] {
    let known = Set(names)
    let followers = Set(next.values)
    let first = shown.comments.first?.id.map { "t1_\($0)" }
    var result: [String] = []
    var seen: Set<String> = []
    for start in [first].compactMap({ $0 }) + names.filter({ !followers.contains($0) }) + names {
      var at: String? = start
      while let name = at, seen.insert(name).inserted {
        if known.contains(name) { result.append(name) }
        at = next[name]
      }
    }
    return result
  }
}

/// Values of JSON that are in scripts.
enum JSONCut {
  /// The bytes of an object or an array, by its brackets; nil if it does not end.
  ///
  /// - Complexity: O(length).
  static func value(in bytes: ArraySlice<UInt8>, at start: Int) -> Range<Int>? {
    var depth = 0
    var isString = false
    var at = start
    while at < bytes.endIndex {
      let byte = bytes[at]
      if isString {
        if byte == UInt8(ascii: "\\") { at += 1 }
        if byte == UInt8(ascii: "\"") { isString = false }
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return start..<at + 1 }
      } else if depth == 0, byte > 0x20 {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// After the first place at which some bytes stand; nil if they do not.
  static func end(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = mark.first else { return nil }
    var at = bytes.startIndex
    while at + mark.count <= bytes.endIndex {
      if bytes[at] == first, bytes[at..<at + mark.count].elementsEqual(mark) {
        return at + mark.count
      }
      at += 1
    }
    return nil
  }
}

/// Texts of Reddit as trees (`rtjson`), as HTML.
enum RedditRichText {
  /// A document; nil if there is none.
  ///
  /// - Complexity: O(length); the stack is on the heap.
  static func html(_ document: JSONValue?) -> String? {
    guard let document, document.kind == .array else { return nil }
    var result = ""
    var open: [(elements: JSONValue.Elements, end: String)] = [(document.elements, "")]
    var findings = Findings()
    while !open.isEmpty {
      guard let value = open[open.count - 1].elements.next() else {
        result += open.removeLast().end
        continue
      }
      guard value.kind == .object else { continue }
      let kind = findings.words(value["e"]) ?? ""
      if kind == "hr" || kind == "br" {
        result += "<\(kind)>"
        continue
      }
      let (start, end) = tags(kind, value, &findings)
      result += start
      if let text = findings.text(value["t"]) { result += formatted(text, value["f"], &findings) }
      if let content = value["c"], content.kind == .array {
        open.append((content.elements, end))
      } else {
        result += end
      }
    }
    return result.isEmpty ? nil : result
  }

  private static func tags(
    _ kind: String, _ value: JSONValue, _ findings: inout Findings
  ) -> (String, String) {
    switch kind {
    case "par": return ("<p>", "</p>")
    case "list": return value["o"]?.kind == .yes ? ("<ol>", "</ol>") : ("<ul>", "</ul>")
    case "li": return ("<li>", "</li>")
    case "blockquote": return ("<blockquote>", "</blockquote>")
    case "code": return ("<pre><code>", "</code></pre>")
    case "raw": return ("", "\n")
    case "h":
      let level = min(max(findings.integer(value["l"]) ?? 1, 1), 6)
      return ("<h\(level)>", "</h\(level)>")
    case "link":
      let address = HTMLText.escaped(findings.words(value["u"]) ?? "")
      return ("<a href=\"\(address)\">", "</a>")
    case "r/", "u/":
      let name = HTMLText.escaped(findings.words(value["t"]) ?? "")
      return ("<a href=\"\(RedditPlan.site)/\(kind)\(name)\">\(kind)", "</a>")
    case "spoilertext": return ("<span class=\"spoiler\">", "</span>")
    default: return ("", "")
    }
  }

  /// A text with its ranges of format: of each the kinds, as bits, its start and its length in characters of UTF-16.
  private static func formatted(
    _ text: String, _ ranges: JSONValue?, _ findings: inout Findings
  ) -> String {
    guard let ranges, ranges.kind == .array else { return HTMLText.escaped(text) }
    let units = Array(text.utf16)
    var result = ""
    var at = 0
    for range in ranges.elements {
      let numbers = range.elements.map { findings.integer($0) ?? 0 }
      guard numbers.count == 3, numbers[1] >= at, numbers[1] <= units.count, numbers[2] > 0 else {
        continue
      }
      let end = numbers[1].sum(numbers[2]) < units.count ? numbers[1] + numbers[2] : units.count
      result += escaped(units[at..<numbers[1]])
      let names = formats.filter { numbers[0] & $0.bit != 0 }.map(\.name)
      result += names.map { "<\($0)>" }.joined() + escaped(units[numbers[1]..<end])
      result += names.reversed().map { "</\($0)>" }.joined()
      at = end
    }
    return result + escaped(units[at...])
  }

  private static let formats = [
    (bit: 1, name: "strong"), (bit: 2, name: "em"), (bit: 8, name: "s"), (bit: 32, name: "sup"),
    (bit: 64, name: "code"),
  ]

  private static func escaped(_ units: ArraySlice<UInt16>) -> String {
    HTMLText.escaped(String(decoding: units, as: UTF16.self))
  }
}
