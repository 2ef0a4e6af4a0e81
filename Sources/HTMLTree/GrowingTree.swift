/// A tree while it is built: its nodes can be moved.
struct GrowingTree {
  private var nodes: [Node] = []

  enum Kind: UInt8 { case document, element, svg, mathML, text, comment, doctype }

  struct Node {
    var kind: Kind
    /// The number of an element's name.
    var number: Int32
    /// Bytes or attributes in the ``Store``.
    var lower: UInt32
    var upper: UInt32
    var parent: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1

    var range: Range<Int> { Int(lower)..<Int(upper) }
  }

  /// Where a node can be put: as the last one in another, or before one of its children.
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  subscript(index: Int32) -> Node { nodes[Int(index)] }

  var count: Int { nodes.count }

  func name(_ index: Int32) -> HTMLName {
    let node = nodes[Int(index)]
    return node.kind == .element ? HTMLName(number: node.number) : .other
  }

  mutating func make(_ kind: Kind, number: Int32 = -1, _ range: Range<Int> = 0..<0) -> Int32 {
    nodes.append(
      Node(
        kind: kind, number: number, lower: UInt32(range.lowerBound),
        upper: UInt32(range.upperBound)))
    return Int32(nodes.count - 1)
  }

  mutating func setRange(_ range: Range<Int>, of index: Int32) {
    nodes[Int(index)].lower = UInt32(range.lowerBound)
    nodes[Int(index)].upper = UInt32(range.upperBound)
  }

  /// Puts a node that is in no other somewhere.
  mutating func insert(_ index: Int32, at place: Place) {
    let parent = Int(place.parent)
    let previous = place.before < 0 ? nodes[parent].last : nodes[Int(place.before)].previous
    nodes[Int(index)].parent = place.parent
    nodes[Int(index)].previous = previous
    nodes[Int(index)].next = place.before
    if previous < 0 { nodes[parent].first = index } else { nodes[Int(previous)].next = index }
    if place.before < 0 {
      nodes[parent].last = index
    } else {
      nodes[Int(place.before)].previous = index
    }
  }

  /// Takes a node, and all that is in it, out of the one that it is in.
  mutating func remove(_ index: Int32) {
    let node = nodes[Int(index)]
    guard node.parent >= 0 else { return }
    if node.previous < 0 {
      nodes[Int(node.parent)].first = node.next
    } else {
      nodes[Int(node.previous)].next = node.next
    }
    if node.next < 0 {
      nodes[Int(node.parent)].last = node.previous
    } else {
      nodes[Int(node.next)].previous = node.previous
    }
    nodes[Int(index)].parent = -1
    nodes[Int(index)].next = -1
    nodes[Int(index)].previous = -1
  }

  /// Moves all children of a node into one that has none.
  ///
  /// - Complexity: O(children).
  mutating func moveChildren(of old: Int32, to new: Int32) {
    nodes[Int(new)].first = nodes[Int(old)].first
    nodes[Int(new)].last = nodes[Int(old)].last
    nodes[Int(old)].first = -1
    nodes[Int(old)].last = -1
    var child = nodes[Int(new)].first
    while child >= 0 {
      nodes[Int(child)].parent = new
      child = nodes[Int(child)].next
    }
  }

  /// Adds text, to the text before it if that came right before.
  mutating func addText(_ range: Range<Int>, at place: Place) {
    let previous =
      place.before < 0 ? nodes[Int(place.parent)].last : nodes[Int(place.before)].previous
    if previous >= 0, nodes[Int(previous)].kind == .text,
      nodes[Int(previous)].upper == UInt32(range.lowerBound)
    {
      nodes[Int(previous)].upper = UInt32(range.upperBound)
    } else {
      insert(make(.text, range), at: place)
    }
  }

  /// The tree below a node, in preorder; texts that came in pieces are put together in the store.
  ///
  /// - Complexity: O(nodes + length of those texts).
  consuming func flattened(below root: Int32, _ store: inout Store) -> [HTMLTree.Node] {
    var result: [HTMLTree.Node] = []
    result.reserveCapacity(nodes.count)
    var parent: Int32 = -1
    // The text right before, if it is in the same node.
    var text: Int?
    var at = nodes[Int(root)].first
    while at >= 0 {
      let node = nodes[Int(at)]
      if node.kind == .text, let text {
        result[text].append(node.range, &store)
      } else {
        result.append(node.flat(parent: parent, index: result.count))
        text = node.kind == .text ? result.count - 1 : nil
      }
      if node.first >= 0 {
        // What it is in, for when it ends.
        nodes[Int(at)].previous = parent
        parent = Int32(result.count - 1)
        at = node.first
        continue
      }
      while nodes[Int(at)].next < 0 {
        at = nodes[Int(at)].parent
        if at == root { return result }
        result[Int(parent)].close(before: result.count)
        parent = nodes[Int(at)].previous
        text = nil
      }
      at = nodes[Int(at)].next
    }
    return result
  }
}

extension GrowingTree.Node {
  fileprivate func flat(parent: Int32, index: Int) -> HTMLTree.Node {
    let kind: HTMLTree.Kind =
      switch self.kind {
      case .document, .element: .element
      case .svg: .foreign(.svg)
      case .mathML: .foreign(.mathML)
      case .text: .text
      case .comment: .comment
      case .doctype: .doctype
      }
    return HTMLTree.Node(kind, number: number, range: range, parent: parent, index: index)
  }
}
