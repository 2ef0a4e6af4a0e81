import HTMLTree

/// Walks the tree of a text in HTML.
enum HTMLParser {
  /// Reads a text to its end.
  ///
  /// - Parameters:
  ///   - raw: HTML in UTF-8, whole or in part, however broken.
  ///   - reader: gets each element with its end, and each text.
  /// - Complexity: O(length).
  static func read(_ raw: UnsafeBufferPointer<UInt8>, into reader: inout HTMLReader) {
    // U+0000 is shown as every control is; the standard would drop it.
    guard raw.contains(0) else { return readClean(raw, into: &reader) }
    var bytes: [UInt8] = []
    for byte in raw { bytes += byte == 0 ? [0xE2, 0x90, 0x80] : [byte] }
    bytes.withUnsafeBufferPointer { readClean($0, into: &reader) }
  }

  private static func readClean(
    _ raw: UnsafeBufferPointer<UInt8>, into reader: inout HTMLReader
  ) {
    // In a template even the rows of a table may be alone.
    let tree = HTMLTree(utf8: raw, in: .element(.template))
    var ends: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let end = ends.last, end <= index {
        ends.removeLast()
        reader.end()
      }
      switch node.kind {
      case .text: reader.text(tree.text(of: index))
      case .comment, .doctype: break
      case .element, .foreign:
        reader.start(HTMLElement(tree, index))
        ends.append(node.end)
      }
    }
  }
}
