/// A line of Markdown: the signs of quotes and the spaces at its start, and the rest.
struct MarkdownLine {
  let whole: Substring
  let prefix: Substring
  let rest: Substring
  /// Whether it is code because of the spaces at its start.
  let isSetIn: Bool

  init(_ text: Substring) {
    whole = text
    var rest = text
    var spaces = 0
    while let first = rest.first {
      if first == " " {
        spaces += 1
      } else if first == ">", !rest.hasPrefix(">!") {
        // The first space after it belongs to it.
        spaces = -1
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    self.rest = rest
    prefix = text[..<rest.startIndex]
    isSetIn = spaces > 3
  }

  var belongsToParagraph: Bool {
    !rest.allSatisfy(\.isWhitespace) && fence == nil && !rest.hasPrefix(":::") && !isSetIn
  }

  var fence: (sign: Character, count: Int)? {
    guard let sign = rest.first, sign == "`" || sign == "~", !isSetIn else { return nil }
    let count = rest.prefix { $0 == sign }.count
    let isCode = sign == "`" && rest.dropFirst(count).contains("`")
    return count >= 3 && !isCode ? (sign, count) : nil
  }

  func closes(_ fence: (sign: Character, count: Int)) -> Bool {
    let count = rest.prefix { $0 == fence.sign }.count
    return count >= fence.count && rest.dropFirst(count).allSatisfy(\.isWhitespace)
  }

  /// The title in `::: spoiler Title`.
  var spoilerTitle: Substring? {
    guard rest.hasPrefix(":::"), !isSetIn else { return nil }
    let words = rest.drop { $0 == ":" }.drop { $0 == " " }
    guard words.prefix(7).lowercased() == "spoiler" else { return nil }
    let title = words.dropFirst(7)
    guard title.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
    return title.drop(while: \.isWhitespace)
  }

  var isColons: Bool {
    rest.hasPrefix(":::") && rest.allSatisfy { $0 == ":" || $0.isWhitespace } && !isSetIn
  }
}
