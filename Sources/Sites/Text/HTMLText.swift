import DiscussionModel
import HTMLTree

/// HTML as far as titles and small additions need it; bodies stay as they are.
enum HTMLText {
  /// The text with `&`, `<`, `>` and quotation marks as entities.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A paragraph that is a link.
  static func link(to url: String, _ text: String? = nil) -> String {
    "<p><a href=\"\(escaped(url))\">\(escaped(text ?? url))</a></p>"
  }

  /// What HTML says in one line: without tags, entities decoded, white space as single spaces.
  ///
  /// What begins like a tag is one (HTML, section 13.2.5.6). After `limit` characters it breaks off between words, with `…`.
  ///
  /// - Complexity: O(length).
  static func line(_ html: String, limit: Int = .max) -> String {
    var html = html
    var text: [UInt8] = []
    text.reserveCapacity(html.utf8.count)
    html.withUTF8 { bytes in
      var at = 0
      while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
        text += bytes[at..<start]
        at = start
        guard start + 1 < bytes.count, beginsTag(bytes[start + 1]) else {
          text += "&lt;".utf8
          at += 1
          continue
        }
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
        if !isInline(bytes[start..<end]) { text.append(0x20) }
        at = end + 1
      }
      text += bytes[at...]
    }
    let hasReferences = text.contains(UInt8(ascii: "&"))
    let string = String(decoding: text, as: UTF8.self)
    return shortened(hasReferences ? decoded(string) : string, limit: limit)
  }

  /// Whether a byte after a `<` makes a tag of it.
  private static func beginsTag(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Words with single spaces between them, up to a limit.
  static func shortened(_ text: String, limit: Int) -> String {
    let line = singleSpaced(text)
    // There are no more characters than bytes.
    if line.utf8.count <= limit { return line }
    var result = ""
    var count = 0
    for word in line.split(whereSeparator: \.isWhitespace) {
      let length = count == 0 ? word.count : word.count + 1
      if count.sum(length) > limit {
        return count == 0 ? word.prefix(max(0, limit - 1)) + "…" : result + "…"
      }
      if count > 0 { result += " " }
      result += word
      count += length
    }
    return result
  }

  /// A text with a space for all white space between words, and none at its ends.
  private static func singleSpaced(_ text: String) -> String {
    var text = text
    let result = text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var isAfterSpace = true
      var at = 0
      while at < bytes.count {
        let length = spaceLength(bytes[at...])
        if length > 0 {
          if !isAfterSpace { result.append(0x20) }
          isAfterSpace = true
          at += length
        } else {
          result.append(bytes[at])
          isAfterSpace = false
          at += 1
        }
      }
      if isAfterSpace, !result.isEmpty { result.removeLast() }
      return result
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Bytes of the white space with which a text begins, one of Unicode's; 0 if it begins otherwise.
  private static func spaceLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let start = bytes.startIndex
    let first = bytes[start]
    if first < 0x80 { return first == 0x20 || 0x09...0x0D ~= first ? 1 : 0 }
    guard first == 0xC2 || 0xE1...0xE3 ~= first, bytes.count > 1 else { return 0 }
    let second = bytes[start + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard bytes.count > 2 else { return 0 }
    switch (first, second, bytes[start + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// Whether a tag is within a word or a line; it begins with its `<`.
  private static func isInline(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }
    let name = rest.prefix { 0x61...0x7A ~= $0 | 0x20 || $0 >= 0x80 }
    guard 1...6 ~= name.count else { return false }
    switch String(decoding: name.map { $0 | 0x20 }, as: UTF8.self) {
    case "a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup", "u": return true
    default: return false
    }
  }

  /// The text with its character references decoded, each once.
  static func decoded(_ text: String) -> String { CharacterReference.decoded(text) }
}
