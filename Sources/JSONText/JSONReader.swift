/// Reads a JSON text as a series of events, strictly by RFC 8259, at any depth.
///
/// Nothing is copied: strings and numbers are ranges of the bytes. It keeps one bit for each open
/// object or array and never recurses. A byte order mark at the start is skipped (section 8.1).
/// Bytes that are not UTF-8 within strings are left to ``JSONString/text(in:)`` to repair.
public struct JSONReader: Sendable {
  /// The whole text.
  public let bytes: JSONBytes
  /// The next byte to be read.
  public private(set) var offset = 0
  /// The first byte of the last event.
  public private(set) var eventOffset = 0

  private var state = State.value
  private var containers = BitStack()

  /// What may come next.
  private enum State {
    /// A value, at the top or after a colon or a comma in an array.
    case value
    case firstElement, firstMember
    case nextElement, nextMember
    case done
  }

  public init(_ bytes: JSONBytes) {
    self.bytes = bytes
    if bytes.beginWithMark { offset = 3 }
  }

  public init(_ bytes: [UInt8]) { self.init(JSONBytes(bytes)) }

  /// Goes on to the next text of a series, such as one a line; call it at the end of a text.
  ///
  /// - Returns: whether anything but white space is left.
  public mutating func beginNext() -> Bool {
    skipSpace()
    guard case .done = state, offset < bytes.count else { return false }
    state = .value
    return true
  }

  /// How many objects and arrays are open.
  public var depth: Int { containers.count }

  /// The next event.
  ///
  /// - Throws: the first place at which the bytes break the grammar. Asking again after that is
  ///   undefined but safe.
  /// - Complexity: O(length of the event).
  public mutating func next() throws(JSONError) -> JSONEvent {
    skipSpace()
    eventOffset = offset
    switch state {
    case .value: return try value(expected: .value)
    case .firstElement:
      if take("]") { return close(.endArray) }
      return try value(expected: .valueOrEndOfArray)
    case .nextElement:
      if take("]") { return close(.endArray) }
      guard take(",") else { throw error(.commaOrEndOfArray) }
      skipSpace()
      eventOffset = offset
      return try value(expected: .value)
    case .firstMember:
      if take("}") { return close(.endObject) }
      return try name(expected: .nameOrEndOfObject)
    case .nextMember:
      if take("}") { return close(.endObject) }
      guard take(",") else { throw error(.commaOrEndOfObject) }
      skipSpace()
      eventOffset = offset
      return try name(expected: .name)
    case .done:
      guard offset == bytes.count else { throw error(.endOfText) }
      return .end
    }
  }

  func error(_ expected: JSONError.Expectation) -> JSONError {
    JSONError(offset: offset, expected: expected)
  }

  private mutating func value(expected: JSONError.Expectation) throws(JSONError) -> JSONEvent {
    guard offset < bytes.count else { throw error(expected) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return open(.beginObject, isObject: true)
    case UInt8(ascii: "["): return open(.beginArray, isObject: false)
    case UInt8(ascii: "\""):
      let string = try scanString()
      state = afterValue
      return .string(string)
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = try scanNumber()
      state = afterValue
      return .number(number)
    default: throw error(expected)
    }
  }

  private mutating func name(expected: JSONError.Expectation) throws(JSONError) -> JSONEvent {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw error(expected) }
    let name = try scanString()
    skipSpace()
    guard take(":") else { throw error(.colon) }
    state = .value
    return .key(name)
  }

  private mutating func open(_ event: JSONEvent, isObject: Bool) -> JSONEvent {
    offset += 1
    containers.push(isObject)
    state = isObject ? .firstMember : .firstElement
    return event
  }

  private mutating func close(_ event: JSONEvent) -> JSONEvent {
    containers.pop()
    state = afterValue
    return event
  }

  private var afterValue: State {
    guard let isObject = containers.top else { return .done }
    return isObject ? .nextMember : .nextElement
  }

  private mutating func literal(
    _ word: StaticString, _ event: JSONEvent
  ) throws(JSONError) -> JSONEvent {
    let end = offset + word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { letters in
      end <= bytes.count && bytes.withBytes(offset..<end) { $0.elementsEqual(letters) }
    }
    guard matches else { throw error(.literal("\(word)")) }
    offset = end
    state = afterValue
    return event
  }

  /// Section 2: space, tab, LF, CR.
  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// Moves on to a later byte, once what lies between has been checked.
  mutating func advance(to end: Int) { offset = end }
}
