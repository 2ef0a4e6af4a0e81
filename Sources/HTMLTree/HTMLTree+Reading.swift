extension HTMLTree.Node {
  /// Whether it is an element, of HTML or not.
  public var isElement: Bool {
    switch kind {
    case .element, .foreign: true
    case .text, .comment, .doctype: false
    }
  }

  public var isText: Bool { if case .text = kind { true } else { false } }
}

extension HTMLTree {
  /// The nodes right below a node, or at the top if there is none.
  public func children(of index: Int?) -> some Sequence<Int> {
    let end = index.map { nodes[$0].end } ?? nodes.count
    return sequence(state: index.map { $0 + 1 } ?? 0) { (at: inout Int) -> Int? in
      guard at < end else { return nil }
      defer { at = self.nodes[at].end }
      return at
    }
  }

  /// The nodes that a node is in, from the inside out.
  public func ancestors(of index: Int) -> some Sequence<Int> {
    sequence(state: index) { (at: inout Int) -> Int? in
      guard let parent = self.nodes[at].parent else { return nil }
      at = parent
      return parent
    }
  }

  /// The words of an element's class attribute.
  public func classes(of index: Int) -> [Substring] {
    attribute(.class, of: index)?.split { $0.utf8.first?.isSpace ?? false } ?? []
  }

  public func hasClass(_ name: String, of index: Int) -> Bool {
    classes(of: index).contains { $0 == name }
  }

  /// The text of a node and of all that is in it, for one to read it without its markup.
  ///
  /// White space is one space each, also in preformatted text. What stands on lines of its own begins a
  /// line, and so does what follows it; there are no empty lines. Scripts, styles and templates are
  /// left out.
  ///
  /// - Parameters:
  ///   - index: the node.
  ///   - isLeftOut: whether a node is left out, with what is in it.
  /// - Returns: the lines, without white space at either end.
  /// - Complexity: O(size of the subtree).
  public func text(below index: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false }) -> String
  {
    var text = LineText()
    // Blocks that are open, by their ends.
    var blocks: [Int] = []
    var at = index
    while at < nodes[index].end {
      while let end = blocks.last, end <= at {
        blocks.removeLast()
        text.breakLine()
      }
      let node = nodes[at]
      if NameSet.unread.contains(node.name) || isLeftOut(at) {
        at = node.end
        continue
      }
      if node.isText {
        text.add(bytes(of: at))
      } else if node.name == .br {
        text.breakLine()
      } else if NameSet.blocks.contains(node.name) {
        text.breakLine()
        blocks.append(node.end)
      }
      at += 1
    }
    return text.string
  }

  /// Adds the text of a node and of all that is in it to a line, with single spaces between its words and none at its ends.
  ///
  /// - Parameters:
  ///   - index: the node; a text is added whatever it is in.
  ///   - line: what it is added to, which is empty.
  /// - Complexity: O(size of the subtree).
  public func appendLine(of index: Int, to line: inout [UInt8]) {
    var isAfterSpace = true
    func add(_ range: Range<Int>) {
      for place in range {
        let byte = store.bytes[place]
        let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
        if !isSpace { line.append(byte) } else if !isAfterSpace { line.append(0x20) }
        isAfterSpace = isSpace
      }
    }
    func breakLine() {
      if !isAfterSpace { line.append(0x20) }
      isAfterSpace = true
    }
    var at = index
    // Blocks that are open, by their ends.
    var ends: [Int] = []
    while at < nodes[index].end {
      while let end = ends.last, end <= at {
        ends.removeLast()
        breakLine()
      }
      let node = nodes[at]
      if NameSet.unread.contains(node.name) {
        at = node.end
        continue
      }
      if node.isText {
        add(node.range)
      } else if node.name == .br {
        breakLine()
      } else if NameSet.blocks.contains(node.name) {
        breakLine()
        ends.append(node.end)
      }
      at += 1
    }
    if isAfterSpace, !line.isEmpty { line.removeLast() }
  }
}

/// Text in lines, with one space for all white space.
private struct LineText {
  private var bytes: [UInt8] = []
  /// What is to stand before the next word.
  private var gap: UInt8?

  mutating func add(_ text: ArraySlice<UInt8>) {
    for byte in text {
      if byte.isSpace {
        if gap == nil { gap = 0x20 }
        continue
      }
      if let gap, !bytes.isEmpty { bytes.append(gap) }
      gap = nil
      bytes.append(byte)
    }
  }

  mutating func breakLine() { gap = 0x0A }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
