public import JSONText

/// A text as it is in the file it was read from, unescaped on demand.
///
/// All texts of one file share its bytes, so that a long discussion costs little more than its file.
public struct RawText: Sendable {
  private let source: [UInt8]
  private let start: Int
  private let count: UInt32
  private let hasEscapes: Bool

  /// A string of a JSON text.
  ///
  /// - Parameters:
  ///   - string: where it is; at most 4 GiB.
  ///   - bytes: the JSON text, which is kept.
  public init(_ string: JSONString, in bytes: [UInt8]) {
    source = bytes
    start = string.range.lowerBound
    count = UInt32(string.range.count)
    hasEscapes = string.hasEscapes
  }

  public init(_ text: String) {
    source = Array(text.utf8)
    start = 0
    count = UInt32(source.count)
    hasEscapes = false
  }

  /// The text itself, with U+FFFD for what could not be read.
  ///
  /// - Complexity: O(length), each time.
  public var text: String {
    JSONString(range: start..<start + Int(count), hasEscapes: hasEscapes).text(in: source).text
  }

  /// Its bytes as they are in the file, without making a text of them.
  ///
  /// - Parameter body: what is done with them, and with whether they have JSON's escapes.
  /// - Returns: what `body` returns.
  public func withBytes<Result>(
    _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ hasEscapes: Bool) -> Result
  ) -> Result {
    source.withUnsafeBufferPointer { source in
      body(UnsafeBufferPointer(rebasing: source[start..<start + Int(count)]), hasEscapes)
    }
  }

  /// Whether there is no text at all.
  public var isEmpty: Bool { count == 0 }
}

extension RawText: Equatable {
  public static func == (one: RawText, other: RawText) -> Bool {
    one.text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
  }
}

extension RawText: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

/// A member that this version does not know: kept as it was, written back after the known ones.
public struct UnknownMember: Equatable, Sendable {
  public var name: String
  /// The value's JSON text.
  public var value: [UInt8]

  public init(name: String, value: [UInt8]) {
    self.name = name
    self.value = value
  }
}
