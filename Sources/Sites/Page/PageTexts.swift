import HTMLTree
import WebAddresses

/// Writes the texts of a page as HTML that stands for itself: links lead there from anywhere, and what is for
/// clicking, styling or counting is left out.
struct PageTexts {
  private let page: WebPage
  private var writer: HTMLWriter
  /// For each node whether it is not a part of any text.
  private(set) var isLeftOut: [Bool]
  private var quotes: Set<Int> = []
  /// Elements that are not a part of any text, by selectors.
  private(set) var leftOutCount = 0

  /// What is not a part of any text.
  static let neverText: Selector = """
    script, style, noscript, template, button, input, textarea, select, form > fieldset, link, meta, iframe[hidden], \
    [hidden]:not(.spoiler), .sr-only, .screen-reader-text, .visually-hidden, .signature, .postsignature, \
    .signaturecontainer, .message-signature, .ipsSignature, .avatar, .katex-html, .MathJax_Preview, clipboard-copy
    """

  init(_ page: WebPage, leavingOut others: [Selector]) {
    self.page = page
    writer = HTMLWriter(page.tree) { [page] name, value in Self.attribute(name, value, page) }
    isLeftOut = [Bool](repeating: false, count: page.tree.nodes.count)
    for selector in [Self.neverText] + others {
      let found = page.search.indices(matching: selector)
      leftOutCount += found.count
      for index in found { isLeftOut[index] = true }
    }
    for (index, node) in page.tree.nodes.enumerated() {
      if case .comment = node.kind { isLeftOut[index] = true }
      if node.name == .img, isIconOfQuote(index) { isLeftOut[index] = true }
    }
  }

  /// Whether a picture in a quote says what the words after it say, such as an icon before `Quote from Ann`.
  private func isIconOfQuote(_ index: Int) -> Bool {
    let tree = page.tree
    let after = index + 1
    guard after < tree.nodes.count, tree.nodes[after].isText,
      let alt = tree.shortBytes(of: .alt, in: index, longest: 64), alt.count > 1
    else { return false }
    let words = tree.bytes(of: after).drop { Self.isSpace($0) }.prefix(alt.count)
    guard words.count == alt.count,
      zip(words, alt).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 | 0x20 && $0 >= 0x41 && $1 >= 0x41 })
    else { return false }
    return tree.ancestors(of: index).prefix(4).contains { around in
      switch tree.nodes[around].name {
      case .blockquote, .q, .cite: true
      default:
        tree.shortBytes(of: .class, in: around).map {
          String(decoding: $0, as: UTF8.self).lowercased().has("quote")
        } ?? false
      }
    }
  }

  /// Leaves out elements that are texts of their own.
  mutating func leaveOut(_ nodes: [Int]) { for node in nodes { isLeftOut[node] = true } }

  /// Takes elements for quotes.
  mutating func quote(_ nodes: [Int]) { quotes = Set(nodes) }

  /// An element with what is in it, as HTML; nil if nobody could see any of it.
  mutating func whole(_ index: Int) -> String? {
    guard shows(index) || page.tree.nodes[index].name == .img else { return nil }
    return writer.html(of: index, leavingOut: { isLeftOut[$0] }, as: name)
  }

  private func name(_ index: Int) -> HTMLName? { quotes.contains(index) ? .blockquote : nil }

  /// What is in an element, as HTML without white space at its ends; nil if nobody could see any of it.
  mutating func html(in index: Int) -> String? {
    guard shows(index) else { return nil }
    let text = writer.inner(of: innermost(index), leavingOut: { isLeftOut[$0] }, as: name)
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    bytes = bytes.drop { Self.isSpace($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The element, or the only `div` in it, and so on: wrappers say nothing.
  private func innermost(_ index: Int) -> Int {
    var index = index
    while true {
      var only: Int?
      for child in page.tree.children(of: index) where !isLeftOut[child] {
        let node = page.tree.nodes[child]
        if node.isText, page.tree.bytes(of: child).allSatisfy({ Self.isSpace($0) }) { continue }
        guard only == nil, node.name == .div, !quotes.contains(child) else { return index }
        only = child
      }
      guard let only, page.tree.attribute(.dataOneboxSrc, of: only) == nil else { return index }
      index = only
    }
  }

  /// The words of an element, in lines.
  func words(in index: Int) -> String { page.tree.text(below: index) { isLeftOut[$0] } }

  /// Whether there is a text or a picture in an element.
  private func shows(_ index: Int) -> Bool {
    var at = index + 1
    while at < page.tree.nodes[index].end {
      let node = page.tree.nodes[at]
      if isLeftOut[at] {
        at = node.end
        continue
      }
      if node.isText, page.tree.bytes(of: at).contains(where: { !Self.isSpace($0) }) { return true }
      if [.img, .video, .audio, .iframe, .embed, .object].contains(node.name) { return true }
      at += 1
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// What an attribute is in a text that stands for itself; nil for one that a reader does not need.
  private static func attribute(_ name: HTMLName, _ value: String, _ page: WebPage) -> String? {
    switch name {
    case .href, .src: page.absolute(value)
    case .alt, .title, .class, .lang, .start, .reversed, .type, .value, .checked, .open, .colspan,
      .rowspan, .align, .datetime, .dataUsername, .dataOneboxSrc, .cite, .encoding:
      value
    default: nil
    }
  }
}
