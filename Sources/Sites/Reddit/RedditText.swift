import DiscussionModel

/// Texts of Reddit: in all of them `&`, `<` and `>` are references of HTML, unless `raw_json=1` was requested.
///
/// | field | once decoded it is |
/// | --- | --- |
/// | `body`, `selftext` | Markdown |
/// | `title`, `caption`, `text` of choices, `link_flair_text`, `author_flair_text`, `title` of `oembed` | plain text |
/// | `author`, `subreddit`, `permalink`, `url`, `u`, `outbound_url` | plain text |
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

  /// The same for a text that is in a file, which is kept as it stands if nothing is in it.
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
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let found = references.first(where: { rest.starts(with: $0.name) })
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

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")),
  ]

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
}

/// For each file of Reddit's whether its texts are escaped: one request may have asked for `raw_json=1` and the next not.
struct RedditTexts {
  private var files: [ObjectIdentifier: RedditText] = [:]

  /// Looks into posts and comments.
  ///
  /// - Complexity: O(length of the files).
  init(_ things: [JSONValue]) {
    var groups: [ObjectIdentifier: [JSONValue]] = [:]
    for thing in things { groups[ObjectIdentifier(thing.tree), default: []].append(thing) }
    for (file, things) in groups { files[file] = RedditText(isEscaped: Self.isEscaped(things)) }
  }

  /// How the texts of a value are written.
  subscript(value: JSONValue?) -> RedditText {
    value.flatMap { files[ObjectIdentifier($0.tree)] } ?? RedditText(isEscaped: true)
  }

  /// Whether texts are escaped, by what Reddit makes of one in HTML, which begins with a tag; or by the texts
  /// themselves: an escaped one has no `<`, no `>`, and no `&` that begins none of its references.
  private static func isEscaped(_ things: [JSONValue]) -> Bool {
    var silent = Findings()
    for thing in things {
      for member in ["body_html", "selftext_html"] as [Member] {
        guard let html = silent.text(thing[member])?.drop(while: \.isWhitespace), !html.isEmpty
        else { continue }
        return !html.hasPrefix("<")
      }
    }
    return !things.contains { thing in
      (["body", "selftext", "title"] as [Member]).contains { member in
        silent.text(thing[member]).map { showsRaw(Array($0.utf8)) } ?? false
      }
    }
  }

  private static func showsRaw(_ text: [UInt8]) -> Bool {
    for (place, byte) in text.enumerated() {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { return true }
      guard byte == UInt8(ascii: "&") else { continue }
      let rest = text[place...]
      if !["&amp;", "&lt;", "&gt;"].contains(where: { rest.starts(with: $0.utf8) }) { return true }
    }
    return false
  }
}
