import JSONText

/// Values of members.
extension OutlineDecoder {
  /// A range of lines and where it stands.
  struct FoundLines {
    let lines: PageLines
    let offset: Int

    func section(_ part: ImportError.Part) -> PageOutline.Section {
      PageOutline.Section(part: part, lines: lines, offset: offset)
    }
  }

  /// A range of lines.
  mutating func lines() throws(JSONError) -> FoundLines {
    guard let found = try linesOrNull() else { throw reader.mismatch(Self.twoNumbers) }
    return found
  }

  /// A range of lines or null, for which it gives nil.
  mutating func linesOrNull() throws(JSONError) -> FoundLines? {
    switch try reader.next() {
    case .null: return nil
    case .beginArray: break
    default: throw reader.mismatch(Self.twoNumbers)
    }
    let offset = reader.eventOffset
    let first = try integer(Self.twoNumbers)
    let last = try integer(Self.twoNumbers)
    guard try reader.next() == .endArray else { throw reader.mismatch(Self.twoNumbers) }
    return FoundLines(lines: PageLines(first, last), offset: offset)
  }

  private static let twoNumbers = "two line numbers, the first and the last"

  mutating func text() throws(JSONError) -> String {
    let (text, count) = try reader.string().text(in: reader.bytes)
    repairs += count
    return text
  }

  mutating func integer(_ wanted: String) throws(JSONError) -> Int {
    guard case .number(let number) = try reader.next(),
      let value = number.integer(in: reader.bytes)
    else { throw reader.mismatch(wanted) }
    return value
  }

  /// The value of a member that must be there; the error is at the start of its object.
  func require<Value>(
    _ value: Value?, _ name: String, from start: Int
  ) throws(JSONError) -> Value {
    guard let value else {
      let wanted = "an object with the member \"\(name)\""
      throw JSONError(offset: start, expected: .type(wanted))
    }
    return value
  }

  /// Passes over the value of an unknown member.
  mutating func passOver(_ name: String) throws(JSONError) {
    unknownMembers.insert(name)
    _ = try reader.skipValue()
  }
}
