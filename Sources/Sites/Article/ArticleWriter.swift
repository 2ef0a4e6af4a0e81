import HTMLTree
import WebAddresses

/// Writes the text of an article as HTML of a small kept subset: headings, paragraphs, lists, quotes, code, tables, figures,
/// links and emphasis.
///
/// White space is one space each but in preformatted text, elements without text are not written, and what is only there for
/// the layout is written as `div`, and only if text stands right in it.
struct ArticleWriter {
  private let pruned: ArticlePruning
  private let tree: HTMLTree
  private let base: WebURL?
  private(set) var html: [UInt8] = []
  private var open: [Open] = []
  /// How many of them are written: each is with the first text that is in it.
  private var written = 0
  /// Whether the last that was written is a part of a line.
  private var isInLine = false
  /// Whether white space comes before the next text.
  private var hasSpace = false
  private var breaks = 0
  /// Elements of preformatted text that are open.
  private var preformatted = 0
  /// Bytes of addresses that can still be written: one link can stand for many.
  private var addressBudget = 4 << 20

  private struct Open {
    var end: Int
    var tag: StaticString
    var attributes: [UInt8] = []
    var isBlock = true
    var isPreformatted = false
  }

  init(_ pruned: ArticlePruning, base: WebURL?) {
    self.pruned = pruned
    self.base = base
    tree = pruned.survey.tree
  }

  /// Writes an element with all that is in it and not left out.
  ///
  /// - Complexity: O(nodes + length).
  mutating func write(_ element: Int) {
    var index = element
    while index < tree.nodes[element].end {
      close(before: index)
      let node = tree.nodes[index]
      if pruned.isOut[index] {
        index = node.end
        continue
      }
      switch node.kind {
      case .text: text(tree.bytes(of: index))
      case .element: begin(index, node)
      case .foreign, .comment, .doctype: break
      }
      index += 1
    }
    close(before: .max)
  }

  // MARK: Elements

  private mutating func begin(_ index: Int, _ node: HTMLTree.Node) {
    switch node.name {
    case .br:
      if preformatted > 0 {
        flush()
        html.append(0x0A)
      } else if isInLine || breaks == 1 {
        append("<br>")
        breaks += 1
        isInLine = false
        hasSpace = false
      }
    case .hr:
      flush()
      block()
      append("<hr>")
    case .img: image(index)
    case .a:
      guard let address = address(.href, of: index) else { return }
      open(node.end, "a", Self.attribute("href", address), isBlock: false)
    case .td, .th:
      guard !pruned.isLayout(index) else { return division(index, node.end) }
      open(node.end, node.name == .td ? "td" : "th", numbers([.colspan, .rowspan], of: index))
      flush()
    case .table, .thead, .tbody, .tfoot, .tr, .caption:
      guard !pruned.isLayout(index) else { return division(index, node.end) }
      if let tag = Self.block(node.name) { open(node.end, tag) }
    case .ol: open(node.end, "ol", numbers([.start], of: index))
    case .pre, .listing, .plaintext:
      preformatted += 1
      open(node.end, "pre", language(of: index))
      open[open.count - 1].isPreformatted = true
    case .code, .samp, .tt: open(node.end, "code", language(of: index), isBlock: false)
    default:
      if let tag = Self.block(node.name) {
        open(node.end, tag)
      } else if let tag = Self.inline(node.name) {
        open(node.end, tag, isBlock: false)
      } else {
        division(index, node.end)
      }
    }
  }

  /// What is only there for the layout.
  private mutating func division(_ index: Int, _ end: Int) {
    guard pruned.survey.nodes[index].part == .block else { return }
    if pruned.hasText[index] {
      open(end, "div")
    } else {
      block()
    }
  }

  private mutating func open(
    _ end: Int, _ tag: StaticString, _ attributes: [UInt8] = [], isBlock: Bool = true
  ) {
    if isBlock { block() }
    open.append(Open(end: end, tag: tag, attributes: attributes, isBlock: isBlock))
  }

  /// Ends the line.
  private mutating func block() {
    isInLine = false
    hasSpace = false
    breaks = 0
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      if last.isBlock { block() }
      if open.count <= written {
        append("</")
        append(last.tag)
        append(">")
        written -= 1
      }
      if last.isPreformatted { preformatted -= 1 }
      open.removeLast()
    }
  }

  /// Writes the elements that are open, and the space before what comes.
  private mutating func flush() {
    if hasSpace, isInLine { html.append(0x20) }
    hasSpace = false
    while written < open.count {
      let element = open[written]
      append("<")
      append(element.tag)
      html += element.attributes
      append(">")
      written += 1
    }
  }

  // MARK: Texts

  private mutating func text(_ bytes: ArraySlice<UInt8>) {
    if preformatted > 0 {
      guard !bytes.isEmpty else { return }
      flush()
      for byte in bytes { Self.append(byte, to: &html) }
      return
    }
    for byte in bytes {
      if byte <= 0x20 {
        hasSpace = true
        continue
      }
      if hasSpace || !isInLine || written < open.count { flush() }
      isInLine = true
      breaks = 0
      Self.append(byte, to: &html)
    }
  }

  /// A picture, as what it shows.
  private mutating func image(_ index: Int) {
    guard let alt = tree.shortAttribute(.alt, of: index), alt.contains(where: { $0.isLetter })
    else {
      return
    }
    flush()
    isInLine = true
    append("<img")
    html += Self.attribute("alt", alt)
    if let address = address(.src, of: index) { html += Self.attribute("src", address) }
    append(">")
  }

  // MARK: Attributes

  /// An address that a reader can open, absolute; nil for any other.
  private mutating func address(_ name: HTMLName, of index: Int) -> String? {
    guard addressBudget > 0, let reference = tree.shortAttribute(name, of: index),
      !reference.hasPrefix("#")
    else { return nil }
    addressBudget -= reference.utf8.count
    return base?.absolute(reference) ?? WebURL(reference: reference)?.page
  }

  private func numbers(_ names: [HTMLName], of index: Int) -> [UInt8] {
    var result: [UInt8] = []
    for name in names {
      guard let value = tree.shortAttribute(name, of: index, longest: 6), Int(value) != nil else {
        continue
      }
      result += Self.attribute("\(name)", value)
    }
    return result
  }

  /// The language of code, as a class says it.
  private func language(of index: Int) -> [UInt8] {
    let names = tree.shortAttribute(.class, of: index, longest: 400)?.split(separator: " ") ?? []
    guard let name = names.first(where: { $0.hasPrefix("language-") }) else { return [] }
    return Self.attribute("class", String(name))
  }

  private static func attribute(_ name: String, _ value: String) -> [UInt8] {
    var result = Array(" \(name)=\"".utf8)
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") {
        result += Array("&quot;".utf8)
      } else {
        append(byte, to: &result)
      }
    }
    result.append(UInt8(ascii: "\""))
    return result
  }

  private static func append(_ byte: UInt8, to html: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): html += Array("&amp;".utf8)
    case UInt8(ascii: "<"): html += Array("&lt;".utf8)
    case UInt8(ascii: ">"): html += Array("&gt;".utf8)
    default: html.append(byte)
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { html.append(contentsOf: $0) }
  }

  // MARK: The subset

  private static func block(_ name: HTMLName) -> StaticString? {
    switch name {
    case .p: "p"
    case .h1: "h1"
    case .h2: "h2"
    case .h3: "h3"
    case .h4: "h4"
    case .h5: "h5"
    case .h6: "h6"
    case .ul, .dir: "ul"
    case .li: "li"
    case .dl: "dl"
    case .dt: "dt"
    case .dd: "dd"
    case .blockquote: "blockquote"
    case .table: "table"
    case .caption: "caption"
    case .thead: "thead"
    case .tbody: "tbody"
    case .tfoot: "tfoot"
    case .tr: "tr"
    case .figure: "figure"
    case .figcaption: "figcaption"
    default: nil
    }
  }

  private static func inline(_ name: HTMLName) -> StaticString? {
    switch name {
    case .em: "em"
    case .i: "i"
    case .strong: "strong"
    case .b: "b"
    case .s, .strike: "s"
    case .del: "del"
    case .ins: "ins"
    case .kbd: "kbd"
    case .sub: "sub"
    case .sup: "sup"
    case .q: "q"
    default: nil
    }
  }
}
