import HTMLTree

/// Letters and digits in UTF-8, by which two texts are compared: without white space and punctuation, those of ASCII in lower
/// case.
enum TextLetters {
  static func of(_ text: String, most: Int = 1000) -> [UInt8] {
    var result: [UInt8] = []
    add(Array(text.utf8)[...], to: &result, most: most)
    return result
  }

  /// Adds them until there are this many bytes.
  ///
  /// - Complexity: O(length).
  static func add(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8], most: Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex, result.count < most {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: result.append(byte)
      case 0..<0x80: break
      // Latin-1's signs.
      case 0xC2: index += 1
      // U+2000 to U+20FF, U+3000 to U+303F: spaces and punctuation.
      case 0xE2, 0xE3:
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
        if next == 0x80 || byte == 0xE2 && next < 0x84 { index += 2 } else { result.append(byte) }
      default: result.append(byte)
      }
      index += 1
    }
  }
}

extension HTMLTree {
  /// The text of an element in one line, up to a limit; of a large element, of its beginning.
  func line(of index: Int, limit: Int) -> String {
    var text = ""
    for at in index..<min(nodes[index].end, index + 1000) where nodes[at].isText {
      text += String(decoding: bytes(of: at).prefix(limit * 8), as: UTF8.self)
      if text.utf8.count > limit * 8 { break }
    }
    return HTMLText.shortened(text, limit: limit)
  }

  /// The first letters and digits of an element, those of ASCII in lower case.
  func letters(of index: Int, most: Int) -> [UInt8] {
    var result: [UInt8] = []
    for at in index..<min(nodes[index].end, index + 1000) where nodes[at].isText {
      TextLetters.add(bytes(of: at), to: &result, most: most)
      if result.count >= most { break }
    }
    return result
  }
}

extension HTMLTree.Node {
  /// Whether it is an element of HTML.
  var isHTML: Bool { if case .element = kind { true } else { false } }
}
