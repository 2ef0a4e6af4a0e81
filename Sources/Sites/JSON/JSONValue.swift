import JSONText

/// One value of a ``JSONTree``.
struct JSONValue {
  let tree: JSONTree
  /// Its place among the tree's nodes.
  let index: Int

  private var node: JSONTree.Node { tree.nodes[index] }

  var kind: JSONTree.Kind { node.kind }

  /// Its first byte in the file.
  var offset: Int { Int(node.start) }

  /// The value of a member, the first of several; nil when there is none, or when this is not an object.
  ///
  /// - Complexity: O(members of this object).
  subscript(member: Member) -> JSONValue? {
    let nodes = tree.nodes
    guard nodes[index].kind == .object else { return nil }
    let end = index + Int(nodes[index].extent)
    var at = index + 1
    while at < end {
      if nodes[at].member == member.hash { return JSONValue(tree: tree, index: at) }
      at += nodes[at].size
    }
    return nil
  }

  /// What is at the end of a path of members.
  subscript(path: [Member]) -> JSONValue? {
    var value: JSONValue? = self
    for member in path { value = value?[member] }
    return value
  }

  /// What is in this array, in order; nothing for any other value.
  var elements: Elements {
    guard node.kind == .array else { return Elements(tree: tree, at: index, end: index) }
    return Elements(tree: tree, at: index + 1, end: index + Int(node.extent))
  }

  /// The elements of an array.
  struct Elements: Sequence, IteratorProtocol {
    let tree: JSONTree
    fileprivate var at: Int
    fileprivate let end: Int

    fileprivate init(tree: JSONTree, at: Int, end: Int) {
      self.tree = tree
      self.at = at
      self.end = end
    }

    mutating func next() -> JSONValue? {
      guard at < end else { return nil }
      defer { at += tree.nodes[at].size }
      return JSONValue(tree: tree, index: at)
    }
  }

  /// The string that this is; nil for any other value.
  var string: JSONString? {
    let node = node
    let hasEscapes = node.kind == .escaped || node.kind == .escapedRepairable
    let mayNeedRepair = node.kind == .repairable || node.kind == .escapedRepairable
    guard node.kind == .string || hasEscapes || mayNeedRepair else { return nil }
    return JSONString(
      range: offset..<offset + Int(node.extent), hasEscapes: hasEscapes,
      mayNeedRepair: mayNeedRepair)
  }

  /// A number or a word as it is written; nil for a string and a container.
  var literal: String? {
    switch node.kind {
    case .integer, .decimal, .yes, .no, .null:
      String(decoding: tree.bytes[offset..<offset + Int(node.extent)], as: UTF8.self)
    case .object, .array, .string, .escaped, .repairable, .escapedRepairable: nil
    }
  }

  /// Whether this is the string that `word` is; escapes count as what they stand for.
  func says(_ word: String) -> Bool {
    guard let string else { return false }
    if string.hasEscapes { return string.text(in: tree.bytes).text == word }
    return tree.bytes[string.range].elementsEqual(word.utf8)
  }
}

extension JSONTree.Node {
  /// How many nodes it takes with all that is in it.
  fileprivate var size: Int { kind == .object || kind == .array ? Int(extent) : 1 }
}
