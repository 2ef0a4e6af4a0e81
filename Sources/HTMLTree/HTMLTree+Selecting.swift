extension HTMLTree {
  /// The elements that a selector matches, in the order of the tree.
  ///
  /// - Parameters:
  ///   - selector: what is looked for; it is about the whole tree.
  ///   - root: the element in whose subtree it is looked for, itself included; nil for the whole tree.
  /// - Returns: their indices, ascending.
  /// - Complexity: O(size of the subtree × parts of the selector), and O(depth) for what it stands in.
  public func indices(matching selector: Selector, in root: Int? = nil) -> [Int] {
    var result: [Int] = []
    let range = root.map { $0..<nodes[$0].end } ?? nodes.indices
    SelectorMatcher.run(selector, self, range) { index in
      result.append(index)
      return true
    }
    return result
  }

  /// The first element that a selector matches.
  public func firstIndex(matching selector: Selector, in root: Int? = nil) -> Int? {
    var result: Int?
    let range = root.map { $0..<nodes[$0].end } ?? nodes.indices
    SelectorMatcher.run(selector, self, range) { index in
      result = index
      return false
    }
    return result
  }

  /// Whether a selector matches an element.
  ///
  /// - Complexity: O(depth × parts of the selector).
  public func matches(_ selector: Selector, _ index: Int) -> Bool {
    var result = false
    SelectorMatcher.run(selector, self, index..<index + 1) { _ in
      result = true
      return false
    }
    return result
  }
}

/// Goes over a part of a tree once, from the left to the right, and knows for each open element which
/// parts of the selector it and those around it match.
private struct SelectorMatcher {
  private let tree: HTMLTree
  private let compounds: [Bound]
  private let countsChildren: Bool
  /// Parts that begin an alternative, that follow by descent, and by parentage; a bit each.
  private var first: UInt64 = 0
  private var descendant: UInt64 = 0
  private var child: UInt64 = 0
  private var last: UInt64 = 0
  private var open: [Open] = []
  /// Elements so far that stand in nothing.
  private var topCount = 0

  private struct Open {
    var end: Int
    /// Parts that it matches.
    var here: UInt64
    /// Parts that it or something around it matches.
    var above: UInt64
    var childCount: Int
  }

  /// Bytes of an attribute that are looked at: an element can stand in many places with the same ones.
  private static let longestValue = 4096

  static func run(
    _ selector: Selector, _ tree: HTMLTree, _ range: Range<Int>, _ found: (Int) -> Bool
  ) {
    var matcher = SelectorMatcher(selector, tree)
    tree.store.bytes.withUnsafeBufferPointer { matcher.run(range, $0, found) }
  }

  private init(_ selector: Selector, _ tree: HTMLTree) {
    self.tree = tree
    compounds = selector.compounds.map { Bound($0, tree.store.names) }
    countsChildren = compounds.contains { $0.countsChildren }
    for (index, compound) in selector.compounds.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      switch compound.relation {
      case .first: first |= bit
      case .descendant: descendant |= bit
      case .child: child |= bit
      }
      if compound.isLast { last |= bit }
    }
  }

  private mutating func run(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ found: (Int) -> Bool
  ) {
    guard !range.isEmpty, !compounds.isEmpty else { return }
    for index in tree.ancestors(of: range.lowerBound).reversed() {
      if countsChildren { countChildren(before: index) }
      enter(index, bytes)
    }
    if countsChildren { countChildren(before: range.lowerBound) }
    for index in range {
      guard tree.nodes[index].isElement else { continue }
      if enter(index, bytes) & last != 0, !found(index) { return }
    }
  }

  /// Opens an element, and returns the parts that it matches.
  @discardableResult private mutating func enter(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    while let last = open.last, last.end <= index { open.removeLast() }
    let node = tree.nodes[index]
    var place = 0
    if open.isEmpty {
      topCount += 1
      place = topCount
    } else {
      open[open.count - 1].childCount += 1
      place = open[open.count - 1].childCount
    }
    let parent = open.last
    var candidates =
      first | ((parent?.above ?? 0) << 1 & descendant) | ((parent?.here ?? 0) << 1 & child)
    var here: UInt64 = 0
    while candidates != 0 {
      let number = candidates.trailingZeroBitCount
      candidates &= candidates - 1
      if matches(compounds[number], index, node, place, bytes) { here |= 1 << UInt64(number) }
    }
    if node.end > index + 1 {
      open.append(
        Open(end: node.end, here: here, above: here | (parent?.above ?? 0), childCount: 0))
    }
    return here
  }

  /// Counts the elements that stand before one in its parent.
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

  private func matches(
    _ compound: Bound, _ index: Int, _ node: HTMLTree.Node, _ place: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if compound.type != Bound.any, compound.type != node.number { return false }
    for test in compound.tests {
      switch test {
      case .attribute(let name, let comparison, let wanted, let ignoresCase):
        guard let attribute = tree.attributeList(of: index).first(where: { $0.name == name }) else {
          return false
        }
        let end = min(Int(attribute.upper), Int(attribute.lower) + Self.longestValue)
        let value = UnsafeBufferPointer(rebasing: bytes[Int(attribute.lower)..<end])
        guard comparison.holds(value, wanted, ignoresCase: ignoresCase) else { return false }
      case .nthChild(let step, let offset):
        let difference = place - offset
        if step == 0 ? difference != 0 : difference % step != 0 || difference / step < 0 {
          return false
        }
      case .lastChild: if hasElement(after: node) { return false }
      case .not(let others):
        if others.contains(where: { matches($0, index, node, place, bytes) }) { return false }
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
    }

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
  fileprivate func holds(
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
