import DiscussionModel

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

  /// The text with its entities decoded, each once; unknown ones stay.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(12).prefix { $0 != ";" }
      let end = rest.index(start, offsetBy: name.count + 1, limitedBy: rest.endIndex) ?? start
      if end < rest.endIndex, rest[end] == ";", let character = character(name) {
        result.unicodeScalars.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// The character of an entity without `&` and `;`.
  private static func character(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(scalar)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(scalar) }
    return named[String(name)]
  }

  /// The character of a number, which below A0 means one of windows-1252 (HTML, section 13.2.5.80).
  private static func scalar(_ number: UInt32) -> Unicode.Scalar? {
    guard 0x80..<0xA0 ~= number else { return Unicode.Scalar(number) }
    let windows: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return Unicode.Scalar(windows[Int(number - 0x80)])
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "times": "×", "euro": "€",
    "copy": "©", "reg": "®", "trade": "™",
  ]
}
