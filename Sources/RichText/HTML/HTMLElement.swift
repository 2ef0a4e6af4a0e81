/// A start tag.
struct HTMLElement: Equatable {
  /// In lower case.
  var name: String
  /// Those that matter here; one without a value has an empty one.
  var attributes: [String: String] = [:]

  /// The attributes that are read.
  static let attributeNames: Set = [
    "align", "alt", "checked", "class", "colspan", "data-onebox-src", "data-username", "hidden",
    "href", "open", "src", "start", "style", "title", "type",
  ]

  /// Elements without content.
  static let void: Set = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
    "link", "meta", "param", "source", "track", "wbr",
  ]

  subscript(name: String) -> String? { attributes[name] }

  func hasClass(_ name: String) -> Bool {
    attributes["class"]?.split(whereSeparator: \.isWhitespace).contains { $0 == name } == true
  }

  /// An attribute's value without white space around it; nil where nothing is left.
  func text(_ name: String) -> String? {
    guard let value = attributes[name] else { return nil }
    let start = value.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) }
  }
}
