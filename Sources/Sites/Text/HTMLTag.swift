/// A tag of HTML, as software writes it: attributes in quotation marks.
struct HTMLTag {
  /// In lower case, with `/` before it at an end.
  let name: String
  private let text: Substring

  /// Reads what is between `<` and `>`.
  init(_ text: Substring) {
    self.text = text
    name = text.prefix { $0 == "/" || $0.isLetter || $0.isNumber }.lowercased()
  }

  /// An attribute's value as it is written, entities and all.
  subscript(attribute: String) -> Substring? {
    var rest = text.dropFirst(name.count)
    while let equals = rest.firstIndex(of: "=") {
      let found = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { continue }
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != quote }
      if found == attribute { return value }
      rest = rest[value.endIndex...].dropFirst()
    }
    return nil
  }

  /// Whether a word is among its classes.
  func hasClass(_ word: String) -> Bool {
    self["class"]?.split(whereSeparator: \.isWhitespace).contains { $0 == word } ?? false
  }
}
