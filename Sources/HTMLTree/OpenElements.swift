/// The elements that are open, outermost first (WHATWG HTML, section 13.2.4.2).
struct OpenElements {
  private var stack: [Entry] = []
  /// How often each name of HTML is among them.
  private var counts = [UInt16](repeating: 0, count: Int(HTMLName.other.rawValue) + 1)

  struct Entry {
    /// The node in the tree.
    var node: Int32
    /// The number of its name.
    var number: Int32
    /// ``HTMLName/other`` for elements of SVG and MathML.
    var name: HTMLName
    var kind: GrowingTree.Kind
  }

  /// Where a search for an open element ends.
  enum Scope { case general, list, button, table }

  var count: Int { stack.count }
  var last: Entry? { stack.last }

  subscript(index: Int) -> Entry { stack[index] }

  mutating func push(_ entry: Entry) {
    stack.append(entry)
    counts[Int(entry.name.rawValue)] += 1
  }

  @discardableResult mutating func pop() -> Entry? {
    guard let last = stack.popLast() else { return nil }
    counts[Int(last.name.rawValue)] -= 1
    return last
  }

  mutating func remove(at index: Int) {
    counts[Int(stack[index].name.rawValue)] -= 1
    stack.remove(at: index)
  }

  mutating func insert(_ entry: Entry, at index: Int) {
    counts[Int(entry.name.rawValue)] += 1
    stack.insert(entry, at: index)
  }

  mutating func replace(at index: Int, with entry: Entry) {
    counts[Int(stack[index].name.rawValue)] -= 1
    counts[Int(entry.name.rawValue)] += 1
    stack[index] = entry
  }

  func contains(_ name: HTMLName) -> Bool { counts[Int(name.rawValue)] > 0 }

  func lastIndex(of name: HTMLName) -> Int? {
    contains(name) ? stack.lastIndex { $0.name == name } : nil
  }

  func index(ofNode node: Int32) -> Int? { stack.lastIndex { $0.node == node } }

  /// Whether an element is open with none around it that hides it.
  func has(_ name: HTMLName, in scope: Scope = .general) -> Bool {
    contains(name) && find(in: scope) { $0.name == name }
  }

  func has(anyOf names: NameSet, in scope: Scope = .general) -> Bool {
    find(in: scope) { names.contains($0.name) }
  }

  func has(node: Int32) -> Bool { find(in: .general) { $0.node == node } }

  private func find(in scope: Scope, _ isWanted: (Entry) -> Bool) -> Bool {
    for entry in stack.reversed() {
      if isWanted(entry) { return true }
      if entry.ends(scope) { return false }
    }
    return false
  }
}

extension OpenElements.Entry {
  /// Whether a search goes no further.
  fileprivate func ends(_ scope: OpenElements.Scope) -> Bool {
    if kind != .element { return scope != .table && isSpecialForeign }
    switch name {
    case .html, .table, .template: return true
    case .applet, .caption, .td, .th, .marquee, .object, .select: return scope != .table
    case .ol, .ul: return scope == .list
    case .button: return scope == .button
    default: return false
    }
  }

  var isSpecial: Bool {
    kind == .element ? NameSet.special.contains(name) : isSpecialForeign
  }

  private var isSpecialForeign: Bool {
    switch (kind, HTMLName(number: number)) {
    case (.mathML, .mi), (.mathML, .mo), (.mathML, .mn), (.mathML, .ms), (.mathML, .mtext),
      (.mathML, .annotationXML), (.svg, .foreignobject), (.svg, .desc), (.svg, .title):
      true
    default: false
    }
  }
}
