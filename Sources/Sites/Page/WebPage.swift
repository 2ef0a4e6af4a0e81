import HTMLTree
import WebAddresses

/// A page of the web: its tree, and where it is from.
struct WebPage: Sendable {
  let search: TreeSearch
  /// Where it says it is, the most certain first: its canonical address, and the one from which it was saved.
  let addresses: [WebURL]
  /// What addresses in it are relative to; nil if nobody knows.
  private(set) var base: WebURL?

  var tree: HTMLTree { search.tree }

  /// Nodes at the start in which programs note what they saved.
  private static let noted = 64

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - tree: its tree.
  ///   - source: the address from which it was saved, if whoever saved it noted that outside of it.
  init(_ tree: HTMLTree, from source: String? = nil) {
    let search = TreeSearch(tree)
    self.search = search
    var saved = source
    for (index, node) in tree.nodes.prefix(Self.noted).enumerated() where saved == nil {
      if case .comment = node.kind { saved = Self.source(in: tree.text(of: index)) }
    }
    let canonical = search.firstIndex(matching: "link[rel~=canonical][href]").flatMap {
      tree.attribute(.href, of: $0)
    }
    let stated = search.firstIndex(matching: "meta[property='og:url'][content]").flatMap {
      tree.attribute(.content, of: $0)
    }
    let outer = saved.flatMap { WebURL(reference: $0) }
    var addresses: [WebURL] = []
    let reverse = search.firstIndex(matching: "link[rev~=canonical][href]").flatMap {
      tree.attribute(.href, of: $0)
    }
    for case let text? in [canonical, reverse, stated] {
      let address = WebURL(reference: text) ?? Self.address(text, on: outer)
      if let address, !addresses.contains(address) { addresses.append(address) }
    }
    if let outer, !addresses.contains(outer) { addresses.append(outer) }
    self.addresses = addresses
    let page = outer ?? addresses.first
    let href = search.firstIndex(matching: "base[href]").flatMap { tree.attribute(.href, of: $0) }
    base = href.flatMap { WebURL(reference: $0) ?? Self.address($0, on: page) } ?? page
  }

  /// The address to which a reference on a page leads; nil if it leads nowhere.
  private static func address(_ reference: String, on page: WebURL?) -> WebURL? {
    page?.absolute(reference).flatMap { WebURL(reference: $0) }
  }

  /// The same page, with a base if it had none.
  func on(_ site: String?) -> WebPage {
    var page = self
    page.base = base ?? site.flatMap { WebURL(reference: $0) }
    return page
  }

  /// What browsers and programs write into a page that they save: `saved from url=(0022)https://example.org/`, or a line
  /// that begins with `url:`.
  private static func source(in comment: String) -> String? {
    if let mark = comment.range(of: "saved from url=") {
      let rest = comment[mark.upperBound...].drop { $0 == "(" || $0 == ")" || $0.isNumber }
      return String(rest.prefix { !$0.isWhitespace })
    }
    for line in comment.split(whereSeparator: \.isNewline).prefix(20) {
      let words = line.drop { $0.isWhitespace }
      guard words.hasPrefix("url:") else { continue }
      return String(words.dropFirst(4).drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The page without some nodes, and without what is only around them.
  ///
  /// - Parameter nodes: ascending.
  /// - Returns: the page itself if there are none.
  /// - Complexity: O(size).
  func tree(without nodes: [Int]) -> HTMLTree {
    guard let first = nodes.first, let last = nodes.last else { return tree }
    var isLeftOut = [Bool](repeating: false, count: tree.nodes.count)
    for node in nodes { isLeftOut[node] = true }
    // The innermost element around all of them, unless the article may be in it.
    let around = tree.ancestors(of: first).first { tree.nodes[$0].end > last }
    if let around, ![.body, .html].contains(tree.nodes[around].name),
      letters(in: around, without: isLeftOut) < Self.mostAround
    {
      isLeftOut[around] = true
    }
    for node in search.indices(matching: Self.discussions) { isLeftOut[node] = true }
    return tree.without { isLeftOut[$0] }
  }

  /// Bytes of text that may be around comments without being an article.
  private static let mostAround = 1000

  /// Bytes of text in a node that are not white space, without those in some others.
  private func letters(in root: Int, without isLeftOut: [Bool]) -> Int {
    var count = 0
    var at = root
    while at < tree.nodes[root].end {
      let node = tree.nodes[at]
      if isLeftOut[at] || [.script, .style, .form].contains(node.name) {
        at = node.end
        continue
      }
      if node.isText { count += tree.bytes(of: at).count { $0 > 0x20 } }
      at += 1
    }
    return count
  }

  private static let discussions: Selector =
    "#comments, #respond, .comments-area, .comment-respond, .comment-list, .commentlist"

  /// An address in the page as one that leads there from anywhere; nil for one that leads nowhere, such as a script.
  func absolute(_ reference: String) -> String? {
    if Self.isWhole(reference) { return reference }
    if let base { return base.absolute(reference) }
    return WebURL(reference: reference) == nil ? nil : reference
  }

  /// Whether an address has a scheme and a host, as far as its first bytes show.
  private static func isWhole(_ reference: String) -> Bool {
    let bytes = reference.utf8
    guard bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) else {
      return false
    }
    return bytes.count > 8 && bytes.allSatisfy { 0x21...0x7E ~= $0 }
  }

  /// What a `<meta>` with a name or a property says; nil if none does.
  func meta(_ name: String) -> String? {
    for selector in ["meta[property='\(name)' i][content]", "meta[name='\(name)' i][content]"] {
      guard let index = search.firstIndex(matching: Selector(stringLiteral: selector)),
        let content = tree.attribute(.content, of: index)
      else { continue }
      let text = HTMLText.shortened(content, limit: 1000)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The first text that one of some values has, anywhere in the page.
  func first(_ values: [PageValue]) -> String? {
    for value in values {
      guard let selector = value.selector else { continue }
      for index in search.indices(matching: selector).prefix(20) {
        if let text = value.text(at: index, tree) { return text }
      }
    }
    return nil
  }

  /// Whether something is in it.
  func has(_ selector: Selector) -> Bool { search.firstIndex(matching: selector) != nil }

  /// What the page's title says without the site's name, which follows the last of ` | `, ` - `, ` – `, ` · `, ` : `.
  var title: String? {
    if let title = meta("og:title") { return title }
    guard
      let index = search.firstIndex(matching: "head > title")
        ?? search.firstIndex(matching: "title")
    else { return nil }
    let whole = HTMLText.shortened(tree.text(below: index), limit: 1000)
    guard !whole.isEmpty else { return nil }
    var end = whole.endIndex
    for mark in [" | ", " - ", " – ", " — ", " · ", " :: ", " : "] {
      if let range = whole.lastRange(of: mark) {
        end = range.lowerBound
        break
      }
    }
    return end > whole.startIndex ? String(whole[..<end]) : whole
  }
}

extension StringProtocol {
  /// Where a text is first.
  func range(of text: String) -> Range<Index>? {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in 0...bytes.count - wanted.count
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }

  /// Where a text is last.
  func lastRange(of text: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[...] as SubSequence
    while let range = rest.range(of: text) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }
}
