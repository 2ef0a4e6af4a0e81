/// Writes parts of a tree as HTML (WHATWG HTML, section 13.3).
///
/// What is text in the tree is text in what is written, whatever it contains; what is written reads as
/// the same tree, but for trees that no HTML stands for, such as a paragraph in a paragraph.
public struct HTMLWriter: Sendable {
  private let tree: HTMLTree
  /// Bytes of attributes that can still be written.
  ///
  /// One tag of formatting can stand for many elements, each with its attributes; this keeps what is written
  /// linear in the document. It is enough to write every attribute four times.
  private var budget: Int
  private let rewrite: (@Sendable (HTMLName, String) -> String?)?

  /// Begins to write.
  ///
  /// - Parameters:
  ///   - tree: what is written.
  ///   - rewrite: what an attribute becomes, given its name and its value; one that becomes nil is left out. Nil
  ///     keeps all as they are.
  public init(
    _ tree: HTMLTree, attributes rewrite: (@Sendable (HTMLName, String) -> String?)? = nil
  ) {
    self.tree = tree
    self.rewrite = rewrite
    budget = tree.store.bytes.count * 4 + tree.store.attributes.count * 64 + 65_536
  }

  /// A node with all that is in it.
  ///
  /// - Parameters:
  ///   - index: the node.
  ///   - isLeftOut: whether a node is left out, with what is in it.
  ///   - newName: what an element is called instead; nil for its own name.
  /// - Returns: the HTML.
  /// - Complexity: O(size of what is written), and a look at what is left out.
  public mutating func html(
    of index: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false },
    as newName: (Int) -> HTMLName? = { _ in nil }
  ) -> String {
    write(index..<tree.nodes[index].end, newName, isLeftOut)
  }

  /// What is in a node.
  public mutating func inner(
    of index: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false },
    as newName: (Int) -> HTMLName? = { _ in nil }
  ) -> String {
    write(index + 1..<tree.nodes[index].end, newName, isLeftOut)
  }

  private mutating func write(
    _ range: Range<Int>, _ newName: (Int) -> HTMLName?, _ isLeftOut: (Int) -> Bool
  ) -> String {
    var output: [UInt8] = []
    // Elements that are open: their ends, and the names for their end tags.
    var open: [(end: Int, name: [UInt8], content: Content)] = []
    func close(before index: Int) {
      while let last = open.last, last.end <= index {
        open.removeLast()
        output.append(UInt8(ascii: "<"))
        output.append(UInt8(ascii: "/"))
        output += last.name
        output.append(UInt8(ascii: ">"))
      }
    }
    var at = range.lowerBound
    while at < range.upperBound {
      close(before: at)
      let node = tree.nodes[at]
      if isLeftOut(at) {
        at = node.end
        continue
      }
      switch node.kind {
      case .text:
        let parent = open.last?.content ?? .marked
        Self.write(tree.bytes(of: at), parent, &output)
      case .comment:
        output += Array("<!--".utf8)
        output += tree.bytes(of: at)
        output += Array("-->".utf8)
      case .doctype:
        output += Array("<!DOCTYPE ".utf8)
        output += tree.bytes(of: at)
        output.append(UInt8(ascii: ">"))
      case .element, .foreign:
        // The rest of a document cannot be ended.
        let name =
          node.name == .plaintext
          ? Array("pre".utf8)
          : tree.store.names.spelling(of: newName(at)?.number ?? node.number)
        output.append(UInt8(ascii: "<"))
        output += name
        writeAttributes(of: at, &output)
        output.append(UInt8(ascii: ">"))
        let isHTML = if case .element = node.kind { true } else { false }
        if isHTML, NameSet.void.contains(node.name) { break }
        if isHTML, Self.losesLineFeed.contains(node.name), tree.startsWithLineFeed(at) {
          output.append(0x0A)
        }
        let isRaw = isHTML && Self.raw.contains(node.name)
        open.append((node.end, name, isRaw ? .raw : .marked))
      }
      at += 1
    }
    close(before: range.upperBound)
    return String(decoding: output, as: UTF8.self)
  }

  /// How text is written.
  private enum Content { case marked, raw }

  /// Elements that have their text as it is: it cannot contain their end, or it would have ended there.
  private static let raw: NameSet = [.iframe, .noembed, .noframes, .script, .style, .xmp]

  /// Elements that lose a line feed at their start.
  private static let losesLineFeed: NameSet = [.listing, .plaintext, .pre, .textarea]

  private static func write(_ text: ArraySlice<UInt8>, _ content: Content, _ output: inout [UInt8])
  {
    if content == .raw {
      output += text
      return
    }
    var text = text
    // A byte order mark would not be read at the start.
    if output.isEmpty, text.starts(with: [0xEF, 0xBB, 0xBF]) {
      output += Array("&#65279;".utf8)
      text = text.dropFirst(3)
    }
    escape(text, &output) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  /// Writes a text with a reference in place of some bytes.
  @inline(__always)
  private static func escape(
    _ text: ArraySlice<UInt8>, _ output: inout [UInt8], _ reference: (UInt8) -> StaticString?
  ) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for at in text.indices {
        guard text[at] <= 0x3E, let reference = reference(text[at]) else { continue }
        output.append(contentsOf: text[start..<at])
        reference.withUTF8Buffer { output.append(contentsOf: $0) }
        start = at + 1
      }
      output.append(contentsOf: text[start...])
    }
  }

  private mutating func writeAttributes(of index: Int, _ output: inout [UInt8]) {
    for attribute in tree.attributeList(of: index) {
      let name = tree.store.names.spelling(of: attribute.name)
      var value = tree.store.bytes[Int(attribute.lower)..<Int(attribute.upper)]
      if let rewrite {
        let name = HTMLName(number: attribute.name)
        guard let new = rewrite(name, String(decoding: value, as: UTF8.self)) else { continue }
        value = Array(new.utf8)[...]
      }
      budget -= name.count + value.count
      if budget < 0 {
        budget = 0
        continue
      }
      output.append(0x20)
      output += name
      output.append(UInt8(ascii: "="))
      output.append(UInt8(ascii: "\""))
      Self.escape(value, &output) { byte in
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case 0x0D: "&#13;"
        default: nil
        }
      }
      output.append(UInt8(ascii: "\""))
    }
  }
}

extension HTMLTree {
  fileprivate func startsWithLineFeed(_ index: Int) -> Bool {
    let first = index + 1
    return first < nodes[index].end && nodes[first].isText && bytes(of: first).first == 0x0A
  }
}
