import JSONText

extension DiscussionDecoder {
  /// Reads the array of comments and gives a repeated id a suffix: `ID~2`.
  mutating func comments() throws -> [Comment] {
    try reader.beginArray()
    var result: [Comment] = []
    var ids: Set<String> = []
    while try reader.hasElement() {
      var comment = try comment()
      if !ids.insert(comment.id).inserted {
        repairs.repeatedIDs += 1
        let id = comment.id
        var suffix = 2
        while !ids.insert("\(id)~\(suffix)").inserted { suffix += 1 }
        comment.id = "\(id)~\(suffix)"
      }
      result.append(comment)
    }
    return result
  }

  private mutating func comment() throws -> Comment {
    try reader.beginObject()
    let start = reader.eventOffset
    var id: String?
    var result = Comment(id: "")
    var details = CommentDetails()
    while let name = try reader.memberName() {
      switch name {
      case "id": id = try text()
      case "parent": result.parent = try optionalText()
      case "author": result.author = try optionalText()
      case "published": result.published = try rawText()
      case "score": result.score = try reader.integerOrNull()
      case "state": result.state = try choice() ?? .visible
      case "body": result.body = try rawText()
      case "number": result.number = try reader.integerOrNull()
      case "edited": details.edited = try optionalText()
      case "url": details.url = try optionalText()
      case "markup": details.markup = try choice()
      case "badges": details.badges = try array { decoder throws in try decoder.text() }
      case "warning": details.warning = try optionalText()
      case "missingReplies": details.missingReplies = try reader.integerOrNull()
      case "parentLabel": details.parentLabel = try optionalText()
      default: details.unknownMembers.append(try unknown(name))
      }
    }
    guard let id else { throw DiscussionFileError.missingMember("id", offset: start) }
    result.id = id
    if details != CommentDetails() { result.details = details }
    if result.body == nil, result.state != .deleted { repairs.missingBodies += 1 }
    return result
  }
}

/// Values of members.
extension DiscussionDecoder {
  mutating func text() throws -> String { text(of: try reader.string()) }

  mutating func optionalText() throws -> String? { try reader.stringOrNull().map { text(of: $0) } }

  private mutating func text(of string: JSONString) -> String {
    let (text, count) = string.text(in: reader.bytes)
    repairs.characters += count
    return text
  }

  mutating func rawText() throws -> RawText? {
    guard let string = try reader.stringOrNull() else { return nil }
    if string.mayNeedRepair { repairs.characters += string.text(in: reader.bytes).repairs }
    return RawText(string, in: reader.bytes)
  }

  /// A string that is one character, or null.
  mutating func character() throws -> Character? {
    guard let text = try optionalText() else { return nil }
    guard text.count == 1, let character = text.first else {
      throw reader.mismatch("a string of one character")
    }
    return character
  }

  /// A string that names a case, or null.
  mutating func choice<Choice: RawRepresentable & CaseIterable>() throws -> Choice?
  where Choice.RawValue == String {
    guard let text = try optionalText() else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.mismatch("one of \(names)")
    }
    return choice
  }

  mutating func array<Element>(
    of element: (inout DiscussionDecoder) throws -> Element
  ) throws -> [Element] {
    try reader.beginArray()
    var result: [Element] = []
    while try reader.hasElement() { result.append(try element(&self)) }
    return result
  }

  mutating func unknown(_ name: String) throws -> UnknownMember {
    UnknownMember(name: name, value: Array(reader.bytes[try reader.skipValue()]))
  }
}
