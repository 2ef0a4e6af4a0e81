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
    var text = ""
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      let next = rest[start...].dropFirst().first
      guard let next, next.isASCII, next.isLetter || "/!?".contains(next) else {
        text += "&lt;"
        rest = rest[start...].dropFirst()
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else {
        rest = rest[start...]
        break
      }
      if !isInline(rest[start..<end]) { text += " " }
      rest = rest[rest.index(after: end)...]
    }
    return shortened(decoded(text + rest), limit: limit)
  }

  /// Words with single spaces between them, up to a limit.
  static func shortened(_ text: String, limit: Int) -> String {
    var result = ""
    var count = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
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

  /// Whether a tag stands within a word or a line.
  private static func isInline(_ tag: Substring) -> Bool {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    return ["a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup", "u"].contains(name)
  }

  /// The text with its character references decoded, each once.
  static func decoded(_ text: String) -> String { CharacterReference.decoded(text) }
}
