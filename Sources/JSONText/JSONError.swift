/// Where and why a text is not JSON, or not the JSON that was requested.
public struct JSONError: Error, Equatable, Sendable {
  /// The offending byte's offset from the start of the text, 0-based; the text's length at its end.
  public var offset: Int
  /// What should have been there.
  public var expected: Expectation

  /// What a reader was waiting for.
  public enum Expectation: Equatable, Sendable {
    case value
    case valueOrEndOfArray
    case nameOrEndOfObject
    case name
    case colon
    case commaOrEndOfArray
    case commaOrEndOfObject
    case endOfText
    case endOfString
    case escapedControl
    case escape
    case hexDigit
    case digit
    case literal(String)
    /// A value of another type, in words: "a string".
    case type(String)
  }

  public init(offset: Int, expected: Expectation) {
    self.offset = offset
    self.expected = expected
  }

  /// Whether the text is only cut short.
  ///
  /// - Parameter bytes: the whole text.
  /// - Returns: false for a text that no end could make right.
  public func isAtEnd(of bytes: JSONBytes) -> Bool {
    if offset >= bytes.count { return true }
    guard case .literal(let word) = expected else { return false }
    return bytes.withBytes(offset..<bytes.count) { word.utf8.starts(with: $0) }
  }

  /// What is wrong, in words, of a text in memory.
  public func message(in bytes: [UInt8]) -> String {
    bytes.allSatisfy { $0 <= 0x20 }
      ? "this is empty; save or download it again" : message(in: JSONBytes(bytes))
  }

  /// What is wrong, in words.
  ///
  /// - Parameter bytes: the whole text.
  /// - Returns: for a text that is cut, also what to do about it.
  public func message(in bytes: JSONBytes) -> String {
    isAtEnd(of: bytes) ? expected.messageAtEnd : "expected \(expected)"
  }
}

extension JSONError.Expectation {
  /// That a file ends before what was expected, and what to do about it.
  public var messageAtEnd: String {
    "the file ends too early; download or save it again (expected \(self))"
  }
}

extension JSONError.Expectation: CustomStringConvertible {
  /// The words that follow "expected".
  public var description: String {
    switch self {
    case .value: "a value"
    case .valueOrEndOfArray: "a value or ]"
    case .nameOrEndOfObject: "a member name in quotes or }"
    case .name: "a member name in quotes"
    case .colon: ": after the member name"
    case .commaOrEndOfArray: ", or ]"
    case .commaOrEndOfObject: ", or }"
    case .endOfText: "the end of the text"
    case .endOfString: "a closing quotation mark"
    case .escapedControl: "an escape such as \\n instead of a control character"
    case .escape: "one of \" \\ / b f n r t u after \\"
    case .hexDigit: "four hexadecimal digits after \\u"
    case .digit: "a digit"
    case .literal(let word): word
    case .type(let words): words
    }
  }
}
