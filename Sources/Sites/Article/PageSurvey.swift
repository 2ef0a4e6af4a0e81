import DiscussionModel
import HTMLTree

/// What is known about each node of a page before the text is looked for.
struct PageSurvey {
  let tree: HTMLTree
  private(set) var nodes: [Node]

  struct Node {
    var part = ElementPart.inline
    /// By class and id together.
    var hints: ElementHints = []
    /// By class and id apart, -50 to 50.
    var weight: Int8 = 0
    /// It is not shown, or not text, nor is anything in it.
    var isDropped = false
    /// The same, by its name or its class alone: that may be wrong.
    var isUnlikely = false
    /// The block that its text is a part of.
    var block: Int32 = -1
    /// A link to another page, or another place of this one.
    var link = Link.none
    /// What stands for its class; 0 if it has none.
    var name: UInt32 = 0
    var isInLink = false
    /// In a heading or in what is below a picture.
    var isCaption = false
    /// In a table or in code, where a class says little.
    var isExempt = false

    /// Says that it is hardly the text, by its name or its role.
    fileprivate mutating func setUnlikely() {
      isUnlikely = true
      hints.insert(.unlikely)
    }

    /// Adds what its class or its id says.
    fileprivate mutating func take(_ more: ElementHints) {
      hints.formUnion(more)
      weight &+= Int8(clamping: more.weight)
    }
  }

  enum Link { case none, page, fragment }

  /// - Complexity: O(nodes + length of their classes).
  init(_ tree: HTMLTree) {
    self.tree = tree
    nodes = Array(repeating: Node(), count: tree.nodes.count)
    var names = NameHints()
    for (index, node) in tree.nodes.enumerated() {
      let above = node.parent.map { nodes[$0] }
      var found = Node()
      found.block = above?.block ?? -1
      found.isInLink = above?.isInLink ?? false
      found.isCaption = above?.isCaption ?? false
      found.isExempt = above?.isExempt ?? false
      if above?.isDropped == true {
        found.isDropped = true
        nodes[index] = found
        continue
      }
      switch node.kind {
      case .text: found.part = .inline
      case .comment, .doctype, .foreign(.svg):
        found.isDropped = true
      case .foreign(.mathML):
        found.isDropped = tree.spelling(of: index).hasPrefix("annotation")
      case .element:
        take(index, node, &names, &found)
      }
      nodes[index] = found
    }
  }

  private func take(
    _ index: Int, _ node: HTMLTree.Node, _ names: inout NameHints, _ found: inout Node
  ) {
    found.part = ElementPart(node.name)
    if found.part == .block { found.block = Int32(index) }
    found.isDropped = found.part == .dropped
    if node.name == .figcaption || node.name.isHeading { found.isCaption = true }
    let isLink = node.name == .a
    tree.forEachAttribute(of: index) { name, value in
      switch name {
      case .class:
        let hash = FNV1a.hash64(value.prefix(400))
        found.name = UInt32(truncatingIfNeeded: hash)
        found.take(names.hints(hash, value))
      case .id: found.take(names.hints(FNV1a.hash64(value.prefix(400)), value))
      case .href where isLink: found.link = value.first == UInt8(ascii: "#") ? .fragment : .page
      case .hidden: found.isDropped = true
      case .ariaHidden: if value.elementsEqual("true".utf8) { found.isDropped = true }
      case .style: if Self.hides(value) { found.isDropped = true }
      case .role: if Self.roles.contains(where: value.elementsEqual) { found.setUnlikely() }
      case .rel: if value.elementsEqual("author".utf8) { found.hints.insert(.byline) }
      case .itemprop:
        if value.starts(with: "author".utf8) { found.hints.insert(.byline) }
        if value.starts(with: "datePublished".utf8) { found.hints.insert(.published) }
      default: break
      }
    }
    if found.link != .none { found.isInLink = true }
    switch node.name {
    case .html, .body:
      // A script shows it when it has loaded.
      found.isDropped = false
      found.isUnlikely = false
      return
    case .main, .article:
      found.isUnlikely = false
      return
    case .aside: found.setUnlikely()
    case .footer:
      if node.parent.map({ tree.nodes[$0].name }) != .blockquote { found.setUnlikely() }
    default: break
    }
    if found.hints.contains(.unlikely), !found.hints.contains(.maybe), !isLink, !found.isExempt {
      found.isUnlikely = true
    }
    switch node.name {
    case .table, .pre, .code: found.isExempt = true
    default: break
    }
  }

  private static let roles: [String.UTF8View] = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "search",
    "contentinfo", "banner", "toolbar", "tablist",
  ].map(\.utf8)

  /// Whether a style makes an element invisible.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let rules = style.prefix(1000).filter { $0 > 0x20 }.map {
      0x41...0x5A ~= $0 ? $0 | 0x20 : $0
    }
    let text = String(decoding: rules, as: UTF8.self)
    return text.has("display:none") || text.has("visibility:hidden")
  }
}

/// The hints of classes and ids, each read once.
private struct NameHints {
  private var known: [UInt64: ElementHints] = [:]
  /// Names that are kept: a page may have a name of its own for each element.
  private static let most = 20_000

  mutating func hints(_ hash: UInt64, _ name: ArraySlice<UInt8>) -> ElementHints {
    if name.isEmpty { return [] }
    if let hints = known[hash] { return hints }
    let hints = ElementHints(names: name)
    if known.count < Self.most { known[hash] = hints }
    return hints
  }
}
