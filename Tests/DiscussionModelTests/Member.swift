import Testing

/// A member of one of the four kinds of object, alone on the second line of a file.
struct Member: Sendable, CustomTestStringConvertible {
  let holder: Holder
  let name: String
  let right: String
  let wrong: String
  let expected: String

  enum Holder: String {
    case discussion = "@}"
    case comment = #""comments": [{"id": "c",@}]}"#
    case list = #""links": [{"heading": "h",@}]}"#
    case item = #""links": [{"heading": "h", "items": [{"title": "t",@}]}]}"#
  }

  /// How an error calls it.
  var place: String {
    switch holder {
    case .discussion: name
    case .comment: "comments[0].\(name)"
    case .list: "links[0].\(name)"
    case .item: "links[0].items[0].\(name)"
    }
  }

  var testDescription: String { "\(name) of \(holder): \(wrong)" }

  /// A file in which the member has this value.
  func file(_ value: String) -> String { Self.file(holder, "\"\(name)\": \(value)") }

  /// A file without the member: another one stands there again.
  var fileWithout: String {
    switch holder {
    case .discussion: Self.file(holder, #""id": "d""#)
    case .comment: Self.file(holder, #""id": "c""#)
    case .list: Self.file(holder, #""heading": "h""#)
    case .item: Self.file(holder, #""title": "t""#)
    }
  }

  private static func file(_ holder: Holder, _ line: String) -> String {
    #"{"understory": 1, "id": "d", "title": "t", "comments": [],"#
      + holder.rawValue.replacing("@", with: "\n\(line)")
  }

  static let text = "a string"
  static let optionalText = "a string or null"
  static let optionalInteger = "an integer or null"
  static let optionalArray = "an array or null"

  static let required = [
    Member(.discussion, "understory", "1", #""1""#, "the version of the format, a number"),
    Member(.discussion, "understory", "1", "1.0", "the version of the format, a number"),
    Member(.discussion, "id", #""x""#, "5", text),
    Member(.discussion, "title", #""é""#, "[]", text),
    Member(.discussion, "comments", "[]", "{}", "an array"),
    Member(.comment, "id", #""x""#, "5", text),
    Member(.list, "heading", #""中""#, "{}", text),
    Member(.item, "title", #""👩\u200d🌾""#, "true", text),
  ]

  static let optional = [
    Member(.discussion, "url", #""u""#, "5", optionalText),
    Member(.discussion, "author", #""u""#, "5", optionalText),
    Member(.discussion, "published", #""u""#, "5", optionalText),
    Member(.discussion, "markup", #""html""#, #""rtf""#, "one of plain, markdown, html"),
    Member(.discussion, "body", #""u""#, "[]", optionalText),
    Member(.discussion, "maskCharacter", #""中""#, #""**""#, "a string of one character"),
    Member(.discussion, "maskCharacter", #""*""#, #""""#, "a string of one character"),
    Member(.discussion, "notice", #""u""#, "5", optionalText),
    Member(.discussion, "links", "[\n", "{}", optionalArray),
    Member(.discussion, "treeIsInferred", "true", "1", "true, false or null"),
    Member(.comment, "parent", #""u""#, "5", optionalText),
    Member(.comment, "author", #""u""#, "5", optionalText),
    Member(.comment, "published", #""u""#, "5", optionalText),
    Member(.comment, "score", "-7", #""7""#, optionalInteger),
    Member(.comment, "score", "7", "7.5", optionalInteger),
    Member(.comment, "state", #""deleted""#, #""gone""#, "one of visible, deleted, flagged"),
    Member(.comment, "body", #""u""#, "5", optionalText),
    Member(.comment, "number", "17", "1e3", optionalInteger),
    Member(.comment, "edited", #""u""#, "5", optionalText),
    Member(.comment, "url", #""u""#, "5", optionalText),
    Member(.comment, "markup", #""markdown""#, #""Markdown""#, "one of plain, markdown, html"),
    Member(.comment, "badges", "[\n", #""OP""#, optionalArray),
    Member(.comment, "warning", #""u""#, "5", optionalText),
    Member(.comment, "missingReplies", "3", "true", optionalInteger),
    Member(.comment, "parentLabel", #""u""#, "5", optionalText),
    Member(.list, "items", "[]", "{}", optionalArray),
    Member(.item, "url", #""u""#, "5", optionalText),
    Member(.item, "published", #""u""#, "5", optionalText),
    Member(.item, "summary", #""u""#, "5", optionalText),
  ]

  init(
    _ holder: Holder, _ name: String, _ right: String, _ wrong: String, _ expected: String
  ) {
    self.holder = holder
    self.name = name
    self.right = right
    self.wrong = wrong
    self.expected = expected
  }
}
