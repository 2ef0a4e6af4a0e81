/// Goes over a part of a tree once, from the left to the right, and knows for each open element which
/// parts of the selector it and those around it match.
struct SelectorMatcher {
  private let tree: HTMLTree
  /// For each node the classes that it may have, as bits; empty if nobody knows.
  private let classBits: [UInt64]
  private let compounds: [Bound]
  private let countsChildren: Bool
  /// Whether an element matches by itself, whatever it is in.
  private let isFlat: Bool
  /// Parts that begin an alternative, that follow by descent, and by parentage; a bit each.
  private var first: UInt64 = 0
  private var descendant: UInt64 = 0
  private var child: UInt64 = 0
  private var last: UInt64 = 0
  /// Parts that need no attribute, and those that need no name.
  private var bare: UInt64 = 0
  private var nameless: UInt64 = 0
  /// Parts that need a name that HTML knows, by its number.
  private var named: [UInt64]
  private var open: [Open] = []
  /// Elements so far that are in nothing.
  private var topCount = 0

  private struct Open {
    var end: Int
    /// Parts that it matches.
    var here: UInt64
    /// Parts that it or something around it matches.
    var above: UInt64
    var childCount: Int
  }

  /// What is read of a tree while it is gone over.
  private struct Input {
    let nodes: UnsafeBufferPointer<HTMLTree.Node>
    let attributes: UnsafeBufferPointer<Attribute>
    let bytes: UnsafeBufferPointer<UInt8>
    let classBits: UnsafeBufferPointer<UInt64>
  }

  static func run(
    _ compounds: [Selector.Compound], _ tree: HTMLTree, _ classBits: [UInt64], _ range: Range<Int>,
    _ found: (Int) -> Bool
  ) {
    guard !range.isEmpty, !compounds.isEmpty else { return }
    var matcher = SelectorMatcher(compounds, tree, classBits)
    tree.nodes.withUnsafeBufferPointer { nodes in
      tree.store.attributes.withUnsafeBufferPointer { attributes in
        tree.store.bytes.withUnsafeBufferPointer { bytes in
          classBits.withUnsafeBufferPointer { classBits in
            let input = Input(
              nodes: nodes, attributes: attributes, bytes: bytes, classBits: classBits)
            matcher.run(range, input, found)
          }
        }
      }
    }
  }

  private init(_ compounds: [Selector.Compound], _ tree: HTMLTree, _ classBits: [UInt64]) {
    self.tree = tree
    self.classBits = classBits
    self.compounds = compounds.map { Bound($0, tree.store.names) }
    countsChildren = self.compounds.contains { $0.countsChildren }
    named = [UInt64](repeating: 0, count: Int(HTMLName.other.rawValue))
    for (index, compound) in compounds.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      switch compound.relation {
      case .first: first |= bit
      case .descendant: descendant |= bit
      case .child: child |= bit
      }
      if compound.isLast { last |= bit }
      let bound = self.compounds[index]
      if !bound.needsAttribute { bare |= bit }
      if named.indices.contains(Int(bound.type)) {
        named[Int(bound.type)] |= bit
      } else {
        nameless |= bit
      }
    }
    isFlat = descendant == 0 && child == 0 && !countsChildren
  }

  private mutating func run(_ range: Range<Int>, _ input: Input, _ found: (Int) -> Bool) {
    if isFlat {
      for index in range where input.nodes[index].isElement {
        if matched(candidates(first, input.nodes[index]), index, 0, input) != 0, !found(index) {
          return
        }
      }
      return
    }
    for index in tree.ancestors(of: range.lowerBound).reversed() {
      if countsChildren { countChildren(before: index) }
      enter(index, input)
    }
    if countsChildren { countChildren(before: range.lowerBound) }
    for index in range where input.nodes[index].isElement {
      if enter(index, input) & last != 0, !found(index) { return }
    }
  }

  /// Opens an element, and returns the parts that it matches.
  @discardableResult private mutating func enter(_ index: Int, _ input: Input) -> UInt64 {
    while let last = open.last, last.end <= index { open.removeLast() }
    let node = input.nodes[index]
    var place = 0
    var above: UInt64 = 0
    var around: UInt64 = 0
    if let top = open.indices.last {
      above = open[top].above
      around = open[top].here
      open[top].childCount += 1
      place = open[top].childCount
    } else {
      topCount += 1
      place = topCount
    }
    let possible = first | (above << 1 & descendant) | (around << 1 & child)
    let here = matched(candidates(possible, node), index, place, input)
    if node.end > index + 1 {
      open.append(Open(end: node.end, here: here, above: here | above, childCount: 0))
    }
    return here
  }

  /// Those of some parts that a node may match by its name, and by whether it has attributes.
  private func candidates(_ parts: UInt64, _ node: HTMLTree.Node) -> UInt64 {
    let number = Int(node.number)
    var parts = parts & (number < named.count ? nameless | named[number] : nameless)
    if node.range.isEmpty { parts &= bare }
    return parts
  }

  private func matched(_ parts: UInt64, _ index: Int, _ place: Int, _ input: Input) -> UInt64 {
    var candidates = parts
    var here: UInt64 = 0
    while candidates != 0 {
      let number = candidates.trailingZeroBitCount
      candidates &= candidates - 1
      if matches(compounds[number], index, place, input) { here |= 1 << UInt64(number) }
    }
    return here
  }

  /// Counts the elements that are before one in its parent.
  private mutating func countChildren(before index: Int) {
    let parent = tree.nodes[index].parent
    var count = 0
    var at = parent.map { $0 + 1 } ?? 0
    while at < index {
      if tree.nodes[at].isElement { count += 1 }
      at = tree.nodes[at].end
    }
    if parent == nil { topCount = count } else { open[open.count - 1].childCount = count }
  }

  private func matches(_ compound: Bound, _ index: Int, _ place: Int, _ input: Input) -> Bool {
    let node = input.nodes[index]
    if compound.type != Bound.any, compound.type != node.number { return false }
    if !input.classBits.isEmpty, input.classBits[index] & compound.classBits != compound.classBits {
      return false
    }
    for test in compound.tests {
      switch test {
      case .attribute(let name, let comparison, let wanted, let ignoresCase):
        var value: UnsafeBufferPointer<UInt8>?
        for at in node.range where input.attributes[at].name == name {
          let lower = Int(input.attributes[at].lower)
          let upper = min(Int(input.attributes[at].upper), lower + TreeSearch.longestValue)
          value = UnsafeBufferPointer(rebasing: input.bytes[lower..<upper])
          break
        }
        guard let value, comparison.holds(value, wanted, ignoresCase: ignoresCase) else {
          return false
        }
      case .nthChild(let step, let offset):
        let difference = place - offset
        if step == 0 ? difference != 0 : difference % step != 0 || difference / step < 0 {
          return false
        }
      case .lastChild: if hasElement(after: node) { return false }
      case .not(let others):
        if others.contains(where: { matches($0, index, place, input) }) { return false }
      }
    }
    return true
  }

  private func hasElement(after node: HTMLTree.Node) -> Bool {
    let end = node.parent.map { tree.nodes[$0].end } ?? tree.nodes.count
    var at = node.end
    while at < end {
      if tree.nodes[at].isElement { return true }
      at = tree.nodes[at].end
    }
    return false
  }

  /// A compound with the numbers that names have in the tree.
  private struct Bound {
    /// The number of a name, ``any``, or ``none``.
    var type: Int32
    var tests: [Test]
    /// The classes that it asks for, as bits by their hashes.
    var classBits: UInt64 = 0

    static let any: Int32 = -1
    /// The number of a name that is not in the tree.
    static let none: Int32 = -2

    enum Test {
      case attribute(Int32, Selector.Comparison, [UInt8], ignoresCase: Bool)
      case nthChild(step: Int, offset: Int)
      case lastChild
      case not([Bound])
    }

    init(_ compound: Selector.Compound, _ names: NameTable) {
      func number(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { names.knownNumber(of: $0) } ?? Self.none
      }
      type = compound.type.map(number) ?? Self.any
      tests = compound.tests.map { test in
        switch test {
        case .hasClass(let name):
          .attribute(HTMLName.class.number, .word, name, ignoresCase: false)
        case .attribute(let name, let comparison, let value, let ignoresCase):
          .attribute(
            number(name), comparison,
            // No word has a space in it.
            comparison == .word && value.contains { $0.isSpace } ? [] : value,
            ignoresCase: ignoresCase)
        case .nthChild(let step, let offset): .nthChild(step: step, offset: offset)
        case .lastChild: .lastChild
        case .not(let others): .not(others.map { Bound($0, names) })
        }
      }
      for case .hasClass(let word) in compound.tests {
        classBits |= 1 << (SelectorKey.hasClass(word) >> 20 & 63)
      }
    }

    /// Whether only an element with an attribute can match.
    var needsAttribute: Bool { tests.contains { if case .attribute = $0 { true } else { false } } }

    var countsChildren: Bool {
      tests.contains { test in
        switch test {
        case .nthChild: true
        case .not(let others): others.contains { $0.countsChildren }
        case .attribute, .lastChild: false
        }
      }
    }
  }
}

extension Selector.Comparison {
  /// Whether a value of an attribute is as wanted (Selectors Level 4, section 6).
  func holds(
    _ value: UnsafeBufferPointer<UInt8>, _ wanted: [UInt8], ignoresCase: Bool
  ) -> Bool {
    func isEqual(at start: Int) -> Bool {
      if start + wanted.count > value.count { return false }
      for index in 0..<wanted.count {
        let (one, other) = (value[start + index], wanted[index])
        if one != other, !ignoresCase || one.lowercased != other.lowercased { return false }
      }
      return true
    }
    switch self {
    case .exists: return true
    case .equal: return value.count == wanted.count && isEqual(at: 0)
    case .prefix: return !wanted.isEmpty && isEqual(at: 0)
    case .suffix:
      let start = value.count - wanted.count
      return !wanted.isEmpty && start >= 0 && isEqual(at: start)
    case .part:
      if wanted.isEmpty || wanted.count > value.count { return false }
      return (0...value.count - wanted.count).contains { isEqual(at: $0) }
    case .language:
      let isLonger = value.count > wanted.count && value[wanted.count] == UInt8(ascii: "-")
      return isEqual(at: 0) && (value.count == wanted.count || isLonger)
    case .word:
      if wanted.isEmpty { return false }
      var at = 0
      while at + wanted.count <= value.count {
        if isEqual(at: at), at + wanted.count == value.count || value[at + wanted.count].isSpace {
          return true
        }
        while at < value.count, !value[at].isSpace { at += 1 }
        while at < value.count, value[at].isSpace { at += 1 }
      }
      return false
    }
  }
}
