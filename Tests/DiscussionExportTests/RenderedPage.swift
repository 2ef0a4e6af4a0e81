/// A page of HTML as a browser takes it: its tags, and the text between them.
struct RenderedPage {
  /// What is between `<` and `>`, in order.
  private(set) var tags: [String] = []
  /// The text between two tags, without entities, outside of links and of code.
  private(set) var loose: [String] = []
  /// All text, without white space and without what holds signs apart.
  private(set) var text = ""

  init(_ html: String) {
    var rest = Substring(html).unicodeScalars
    var sheltered = 0
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != "<" }
      rest = rest.dropFirst(plain.count)
      let said = Self.decoded(String(plain))
      text += Self.letters(said)
      if sheltered == 0, !said.isEmpty { loose.append(said) }
      guard !rest.isEmpty else { break }
      let tag = String(rest.prefix { $0 != ">" }.dropFirst())
      rest = rest.dropFirst(tag.unicodeScalars.count + 2)
      tags.append(tag)
      let name = tag.prefix { $0 != " " }
      if ["a", "code", "pre"].contains(name) { sheltered += 1 }
      if ["/a", "/code", "/pre"].contains(name) { sheltered -= 1 }
    }
  }

  /// The letters of a text: without white space and without what holds signs apart.
  static func letters(_ text: String) -> String {
    var scalars = text.unicodeScalars
    scalars.removeAll { $0.properties.isWhitespace || $0 == "\u{200B}" }
    return String(scalars)
  }

  private static func decoded(_ text: String) -> String {
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
      ("&#8203;", "\u{200B}"), ("&amp;", "&"),
    ]
    // By scalars: a mark would join the sign before it.
    var rest = Substring(text).unicodeScalars
    var result = ""
    while let first = rest.first {
      let entity = entities.first { rest.starts(with: $0.0.unicodeScalars) }
      result.unicodeScalars += entity?.1.unicodeScalars ?? String(first).unicodeScalars
      rest = rest.dropFirst(entity?.0.unicodeScalars.count ?? 1)
    }
    return result
  }

  /// What GitHub would make links to people, issues and commits of, in the texts between tags.
  var references: [String] {
    loose.flatMap { text in
      text.matches(of: /@[0-9A-Za-z]|#[0-9]|(?i:GH-[0-9])/).map { String($0.output) }
        + text.matches(of: /[0-9A-Za-z_]+/).map { String($0.output) }.filter { word in
          7...40 ~= word.count && word.allSatisfy { $0.isHexDigit }
        }
    }
  }
}
