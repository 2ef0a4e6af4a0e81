/// Reading a text whose shape is known: each call says what must come next.
///
///     try reader.beginObject()
///     while let name = try reader.memberName() {
///       switch name {
///       case "title": title = try reader.text()
///       default: _ = try reader.skipValue()
///       }
///     }
extension JSONReader {
  /// Takes the start of an object.
  public mutating func beginObject() throws(JSONError) {
    guard try next() == .beginObject else { throw mismatch("an object") }
  }

  /// Takes the start of an array.
  public mutating func beginArray() throws(JSONError) {
    guard try next() == .beginArray else { throw mismatch("an array") }
  }

  /// Takes the next member's name, or the end of the object, for which it gives nil.
  public mutating func memberName() throws(JSONError) -> String? {
    switch try next() {
    case .key(let name): return name.text(in: bytes).text
    case .endObject: return nil
    default: throw mismatch("a member name or }")
    }
  }

  /// Whether the open array has another element; takes the array's end when it has none.
  public mutating func hasElement() throws(JSONError) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "]") else { return true }
    _ = try next()
    return false
  }

  /// Takes a string.
  public mutating func string() throws(JSONError) -> JSONString {
    guard case .string(let string) = try next() else { throw mismatch("a string") }
    return string
  }

  /// Takes a string or null, for which it gives nil.
  public mutating func stringOrNull() throws(JSONError) -> JSONString? {
    switch try next() {
    case .string(let string): return string
    case .null: return nil
    default: throw mismatch("a string or null")
    }
  }

  /// Takes an integer or null, for which it gives nil.
  public mutating func integerOrNull() throws(JSONError) -> Int? {
    switch try next() {
    case .number(let number):
      guard let value = number.integer(in: bytes) else { throw mismatch("an integer or null") }
      return value
    case .null: return nil
    default: throw mismatch("an integer or null")
    }
  }

  /// Takes true or false.
  public mutating func bool() throws(JSONError) -> Bool {
    guard case .bool(let value) = try next() else { throw mismatch("true or false") }
    return value
  }

  /// Passes over a value of any kind and gives the offsets of its bytes.
  ///
  /// - Complexity: O(length of the value).
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    let outside = depth
    let first = try next()
    let start = eventOffset
    switch first {
    case .beginObject, .beginArray: while depth > outside { _ = try next() }
    case .string, .number, .bool, .null: break
    case .key, .endObject, .endArray, .end: throw mismatch("a value")
    }
    return start..<offset
  }

  /// Takes the end of the text.
  public mutating func end() throws(JSONError) {
    guard try next() == .end else { throw mismatch("the end of the text") }
  }

  /// The error that the last event is not what was wanted.
  public func mismatch(_ wanted: String) -> JSONError {
    JSONError(offset: eventOffset, expected: .type(wanted))
  }
}
