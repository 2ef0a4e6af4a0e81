/// The end of elements such as `<b>`, which need not be nested (WHATWG HTML, section 13.2.6.4.7, the
/// "adoption agency algorithm").
extension TreeBuilder {
  /// Ends the last formatting element of a tag's name; blocks in it get one of their own.
  ///
  /// - Complexity: O(open elements), and each child is moved at most once.
  mutating func adopt(_ tag: Tag) {
    if let last = open.last, last.kind == .element, last.number == tag.number,
      formatting.index(of: last.node) == nil
    {
      open.pop()
      return
    }
    for _ in 0..<8 {
      let found = formatting.sinceMark.last { tree[formatting[$0]].number == tag.number }
      guard let place = found else { return endOther(tag) }
      let node = formatting[place]
      guard let index = open.index(ofNode: node) else {
        formatting.remove(at: place)
        return
      }
      guard open.has(node: node) else { return }
      guard let block = (index + 1..<open.count).first(where: { open[$0].isSpecial }) else {
        while open.count > index { open.pop() }
        formatting.remove(at: place)
        return
      }
      adopt(node, at: index, listedAt: place, block: block)
    }
  }

  /// Ends a formatting element that has a block in it.
  ///
  /// - Parameters:
  ///   - node: the formatting element.
  ///   - index: where it is among the open elements.
  ///   - place: where it is among the formatting elements.
  ///   - block: where the outermost block in it is among the open elements.
  private mutating func adopt(
    _ node: Int32, at index: Int, listedAt place: Int, block: Int
  ) {
    let ancestor = open[index - 1].node
    let blockNode = open[block].node
    var bookmark = place
    var last = blockNode
    var inner = 0
    // From the block outwards; what is removed below does not move what is above.
    var at = block - 1
    while at > index {
      inner += 1
      let between = open[at].node
      var listed = formatting.index(of: between)
      if inner > 3, let old = listed {
        formatting.remove(at: old)
        if old < bookmark { bookmark -= 1 }
        listed = nil
      }
      guard let listed else {
        open.remove(at: at)
        at -= 1
        continue
      }
      let copy = copy(of: between)
      formatting.replace(at: listed, with: copy)
      open.replace(at: at, with: entry(copy))
      if last == blockNode { bookmark = listed + 1 }
      tree.remove(last)
      tree.insert(last, at: .init(parent: copy))
      last = copy
      at -= 1
    }
    tree.remove(last)
    tree.insert(last, at: self.place(in: ancestor))
    let copy = copy(of: node)
    tree.moveChildren(of: blockNode, to: copy)
    tree.insert(copy, at: .init(parent: blockNode))
    if let old = formatting.index(of: node) {
      formatting.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    formatting.insert(copy, at: bookmark)
    if let old = open.index(ofNode: node) { open.remove(at: old) }
    if let block = open.index(ofNode: blockNode) { open.insert(entry(copy), at: block + 1) }
  }

  /// A new element like another, which has nothing in it.
  private mutating func copy(of node: Int32) -> Int32 {
    let old = tree[node]
    return tree.make(.element, number: old.number, old.range)
  }
}
