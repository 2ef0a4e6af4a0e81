import DiscussionModel

/// Texts of Reddit: Markdown in which `&`, `<` and `>` are entities, unless one asked for `raw_json=1`.
struct RedditText {
  /// Whether texts have to be decoded.
  let isEscaped: Bool

  /// A text with its entities decoded, and without the zero-width spaces that Reddit's editor puts
  /// into empty paragraphs.
  func text(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let plain = isEscaped ? Self.decoded(text) : text
    return Self.without("&#x200B;", in: plain)
  }

  /// The same for a text that stands in a file, which is kept as it stands if nothing is in it.
  func text(_ raw: RawText?) -> RawText? {
    guard let raw else { return nil }
    let old = raw.text
    let new = text(old)
    return new.utf8.count == old.utf8.count ? raw : RawText(new)
  }

  /// Decodes the three entities that Reddit makes, each once.
  private static func decoded(_ text: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    result.reserveCapacity(rest.count)
    let entities: [(name: [UInt8], byte: UInt8)] = [
      (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
      (Array("&gt;".utf8), UInt8(ascii: ">")),
    ]
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let found = entities.first(where: { rest.starts(with: $0.name) })
      {
        result.append(found.byte)
        rest = rest.dropFirst(found.name.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func without(_ word: String, in text: String) -> String {
    let word = Array(word.utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == word[0], bytes[at...].starts(with: word) {
        at += word.count
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether texts are escaped, by what Reddit makes of them in HTML, or by the texts themselves; the
  /// first post or comment that tells decides.
  static func isEscaped(_ things: [JSONValue]) -> Bool {
    var findings = Findings()
    for thing in things {
      if let html = findings.text(thing[.bodyHTML])?.drop(while: \.isWhitespace), !html.isEmpty {
        return !html.hasPrefix("<")
      }
    }
    for thing in things {
      guard let text = findings.text(thing[.body]) ?? findings.text(thing[.selftext]) else {
        continue
      }
      if text.contains("<") || text.contains(">") { return false }
      if text.contains("&amp;") || text.contains("&gt;") || text.contains("&lt;") { return true }
    }
    return true
  }
}
