extension HTMLTree {
  /// The tree without some nodes and what is in them.
  ///
  /// Texts that are then right beside each other are one text.
  ///
  /// - Parameter isLeftOut: whether a node is left out.
  /// - Returns: another tree, which reads as this one would if they had not been written.
  /// - Complexity: O(size).
  public func without(_ isLeftOut: (Int) -> Bool) -> HTMLTree {
    var result: [Node] = []
    result.reserveCapacity(nodes.count)
    var store = store
    // Elements that are open: where they end here, and where they are there.
    var open: [(end: Int, place: Int)] = []
    var at = 0
    while at < nodes.count {
      while let last = open.last, last.end <= at {
        open.removeLast()
        result[last.place].close(before: result.count)
      }
      let node = nodes[at]
      if isLeftOut(at) {
        at = node.end
        continue
      }
      let parent = open.last?.place ?? -1
      if node.isText, let last = result.last, last.isText, last.parent ?? -1 == parent {
        result[result.count - 1].append(node.range, &store)
      } else {
        if node.end > at + 1 { open.append((node.end, result.count)) }
        result.append(node.moved(to: result.count, parent: parent))
      }
      at += 1
    }
    for last in open.reversed() { result[last.place].close(before: result.count) }
    return HTMLTree(result, store)
  }
}
