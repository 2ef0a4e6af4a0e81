import JSONText

extension DiscussionDecoder {
  /// Reads the array of comments and gives a repeated id a suffix that no id in it has: `ID~2`.
  mutating func comments() throws -> [Comment] {
    try reader.beginArray()
    let start = reader.offset
    var result: [Comment] = []
    var places = CommentPlaces()
    var repeated: [Int] = []
    while try reader.hasElement() {
      let comment = try comment()
      if !places.insert(result.count, called: comment.id, in: result) {
        repeated.append(result.count)
      }
      if result.count == Self.sample { reserve(&result, since: start) }
      result.append(comment)
    }
    repairs.repeatedIDs += repeated.count
    if repeated.isEmpty { return result }
    var ids = Set(result.map(\.id))
    var suffixes: [String: Int] = [:]
    for index in repeated {
      let id = result[index].id
      var suffix = suffixes[id, default: 2]
      while !ids.insert("\(id)~\(suffix)").inserted { suffix += 1 }
      suffixes[id] = suffix + 1
      result[index].id = "\(id)~\(suffix)"
    }
    return result
  }

  /// After how many comments it is known how long one is.
  private static let sample = 1024
  /// How long a comment is at least for which room is made at once, in bytes; most have several hundred.
  private static let fewestBytes = 160

  /// Makes room for as many comments as there will be if the rest are as long as those that were read: growing step by
  /// step would at last take up twice as much.
  private func reserve(_ comments: inout [Comment], since start: Int) {
    let read = reader.offset - start
    let rest = reader.bytes.count - reader.offset
    // Somebody's first comments may be much shorter than the rest.
    let most = rest / Self.fewestBytes
    comments.reserveCapacity(
      comments.count + min(most, comments.count * rest / max(1, read)) + Self.sample)
  }

  private mutating func comment() throws -> Comment {
    try reader.beginObject()
    let start = reader.eventOffset
    var id: String?
    var result = Comment(id: "")
    var details = CommentDetails()
    while let name = try reader.memberName() {
      switch name {
      case "id": id = DiscussionID.composed(try text())
      case "parent": result.parent = try optionalText().map { DiscussionID.composed($0) }
      case "author": result.author = try optionalText()
      case "published": result.published = try rawText()
      case "score": result.score = try integer(in: NumberBounds.score)
      case "state": result.state = try choice() ?? .visible
      case "body": result.body = try rawText()
      case "number": result.number = try integer(in: NumberBounds.number)
      case "edited": details.edited = try optionalText()
      case "url": details.url = try optionalText()
      case "markup": details.markup = try choice()
      case "badges": details.badges = try array { decoder throws in try decoder.text() }
      case "warning": details.warning = try optionalText()
      case "missingReplies": details.missingReplies = try integer(in: NumberBounds.count)
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

  /// An integer or null; one out of bounds counts as null, and is counted.
  private mutating func integer(in bounds: ClosedRange<Int>) throws -> Int? {
    switch try reader.next() {
    case .null: return nil
    case .number(let number) where number.isInteger:
      if let value = number.integer(in: reader.bytes), bounds.contains(value) { return value }
      repairs.numbers += 1
      return nil
    default: throw reader.mismatch("an integer or null")
    }
  }

  /// True or false, or null, which is as good as false.
  mutating func flag() throws -> Bool {
    switch try reader.next() {
    case .bool(let value): return value
    case .null: return false
    default: throw reader.mismatch("true, false or null")
    }
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

  /// An array, or null, which is as good as an empty one.
  mutating func array<Element>(
    of element: (inout DiscussionDecoder) throws -> Element
  ) throws -> [Element] {
    switch try reader.next() {
    case .beginArray: break
    case .null: return []
    default: throw reader.mismatch("an array or null")
    }
    var result: [Element] = []
    while try reader.hasElement() { result.append(try element(&self)) }
    return result
  }

  mutating func unknown(_ name: String) throws -> UnknownMember {
    UnknownMember(name: name, value: reader.bytes[try reader.skipValue()])
  }
}
