extension HTMLTree {
  /// The elements that a selector matches, in the order of the tree.
  ///
  /// - Parameters:
  ///   - selector: what is looked for; it is about the whole tree.
  ///   - root: the element in whose subtree it is looked for, itself included; nil for the whole tree.
  /// - Returns: their indices, ascending.
  /// - Complexity: O(size of the subtree × parts of the selector), and O(depth) for what it is in.
  public func indices(matching selector: Selector, in root: Int? = nil) -> [Int] {
    var result: [Int] = []
    let range = root.map { $0..<nodes[$0].end } ?? nodes.indices
    SelectorMatcher.run(selector.compounds, self, [], range) { index in
      result.append(index)
      return true
    }
    return result
  }

  /// The first element that a selector matches.
  public func firstIndex(matching selector: Selector, in root: Int? = nil) -> Int? {
    var result: Int?
    let range = root.map { $0..<nodes[$0].end } ?? nodes.indices
    SelectorMatcher.run(selector.compounds, self, [], range) { index in
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
    SelectorMatcher.run(selector.compounds, self, [], index..<index + 1) { _ in
      result = true
      return false
    }
    return result
  }
}
