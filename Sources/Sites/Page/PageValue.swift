import HTMLTree
import WebAddresses

/// Where in a page something stands: a selector, and what of the element it is.
///
/// | it is written | it is |
/// | --- | --- |
/// | `.author` | the text of the first element that the selector matches |
/// | `time@datetime` | an attribute of it |
/// | `@id` | an attribute of the comment's own element |
/// | `a@href|#comment-` | the word after `#comment-` in it, or nothing if that is not there |
struct PageValue: Hashable, Sendable {
  /// As it was written.
  let source: String
  /// Nil for the comment's own element.
  let selector: Selector?
  /// Nil for the text.
  let attribute: String?
  /// What is before the word that is meant; nil if all is meant.
  let marker: String?

  /// Reads a value.
  ///
  /// - Throws: what is wrong with its selector.
  init(_ source: String) throws(SelectorError) {
    self.source = source
    let parts = Self.parts(of: source)
    attribute = parts.attribute
    marker = parts.marker
    selector = parts.selector.isEmpty && attribute != nil ? nil : try Selector(parts.selector)
  }

  /// Cuts a value at its `@` and its `|`, unless those are in brackets or in a string.
  private static func parts(
    of source: String
  ) -> (selector: String, attribute: String?, marker: String?) {
    var depth = 0
    var quote: Character?
    for index in source.indices {
      let character = source[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "[(".contains(character) {
        depth += 1
      } else if "])".contains(character) {
        depth -= 1
      } else if depth <= 0, character == "@" || character == "|" {
        let rest = source[source.index(after: index)...]
        let selector = trimmed(source[..<index])
        guard character == "@" else { return (selector, nil, String(rest)) }
        let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return (selector, trimmed(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
      }
    }
    return (source, nil, nil)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }

  /// What it is at an element; nil if that has no such thing, or nothing in it.
  func text(at index: Int, _ tree: HTMLTree) -> String? {
    let whole =
      if let attribute {
        tree.attribute(named: attribute, of: index)
      } else {
        Optional(tree.text(below: index))
      }
    guard var text = whole else { return nil }
    if let marker {
      guard let word = Self.word(after: marker, in: text, inWords: attribute == "class") else {
        return nil
      }
      text = word
    }
    text = Self.inOneLine(text)
    return text.isEmpty ? nil : text
  }

  /// Bytes of a value that are read.
  private static let longest = 2000

  /// The words of a text with single spaces between them.
  private static func inOneLine(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(min(bytes.count, longest))
      for byte in bytes where byte > 0x20 || result.last.map({ $0 != 0x20 }) ?? false {
        if result.count >= longest, byte <= 0x20 || byte & 0xC0 != 0x80 { break }
        result.append(byte > 0x20 ? byte : 0x20)
      }
      if result.last == 0x20 { result.removeLast() }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The letters, digits, `-` and `_` after the last place at which a marker stands.
  ///
  /// - Parameters:
  ///   - marker: what is before them; "" for the first word.
  ///   - text: where it is looked for.
  ///   - inWords: whether it has to begin a word.
  /// - Returns: nil if there are none.
  static func word(after marker: String, in text: String, inWords: Bool = false) -> String? {
    let bytes = Array(text.utf8)
    let marker = Array(marker.utf8)
    guard bytes.count >= marker.count else { return nil }
    for start in (0...bytes.count - marker.count).reversed() {
      guard bytes[start..<start + marker.count].elementsEqual(marker) else { continue }
      if inWords, start > 0, bytes[start - 1] > 0x20 { continue }
      let word = bytes[(start + marker.count)...].prefix {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
      }
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }
}

extension PageValue: ExpressibleByStringLiteral {
  /// A value in the program's own text; one that cannot be read matches nothing.
  init(stringLiteral source: String) {
    self.source = source
    let parts = Self.parts(of: source)
    attribute = parts.attribute
    marker = parts.marker
    selector =
      parts.selector.isEmpty && attribute != nil ? nil : Selector(stringLiteral: parts.selector)
  }

  /// Whether it is one that cannot be read.
  var isFaulty: Bool { selector?.isEmpty == true }
}
