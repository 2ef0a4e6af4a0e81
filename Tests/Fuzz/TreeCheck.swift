import HTMLTree

/// What holds for every text that is read as HTML: it is a tree, and what is in a node lies within it.
enum TreeCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let contexts: [HTMLTree.Context] = [
      .document, .element(.body), .element(.template), .element(.td), .element(.title),
      .foreign(.svg, "desc"),
    ]
    for context in contexts {
      let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: context) }
      hold(tree.nodes.count <= 64 + bytes.count * 16, "too many nodes")
      for (index, node) in tree.nodes.enumerated() {
        hold(node.end > index && node.end <= tree.nodes.count, "an end outside")
        if let parent = node.parent {
          hold(parent < index && tree.nodes[parent].end >= node.end, "outside its parent")
        }
        hold(String(validating: tree.bytes(of: index), as: UTF8.self) != nil, "a cut character")
        _ = tree.attributes(of: index)
      }
    }
  }
}
