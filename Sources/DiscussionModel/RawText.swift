public import JSONText

/// A text as it is in the file it was read from, unescaped on demand.
///
/// All texts of one file share its bytes, so that a long discussion costs little more than its file.
public struct RawText: Sendable {
  private let source: JSONBytes
  private let start: UInt32
  /// How many bytes it has, and in the lowest bit whether those have JSON's escapes.
  private let extent: UInt32

  private var count: Int { Int(extent >> 1) }
  private var hasEscapes: Bool { extent & 1 == 1 }
  private var range: Range<Int> { Int(start)..<Int(start) + count }

  private static func extent(_ count: Int, hasEscapes: Bool) -> UInt32 {
    UInt32(min(count, 1 << 31 - 1)) << 1 | (hasEscapes ? 1 : 0)
  }

  /// A string of a JSON text.
  ///
  /// - Parameters:
  ///   - string: where it is, in the first 4 GiB; of one longer than 2 GiB the rest is left out.
  ///   - bytes: the JSON text, which is kept.
  public init(_ string: JSONString, in bytes: JSONBytes) {
    source = bytes
    start = UInt32(string.range.lowerBound)
    extent = Self.extent(string.range.count, hasEscapes: string.hasEscapes)
  }

  /// The same, of a JSON text in memory.
  public init(_ string: JSONString, in bytes: [UInt8]) { self.init(string, in: JSONBytes(bytes)) }

  public init(_ text: String) {
    source = JSONBytes(Array(text.utf8))
    start = 0
    extent = Self.extent(source.count, hasEscapes: false)
  }

  /// The text itself, with U+FFFD for what could not be read.
  ///
  /// - Complexity: O(length), each time.
  public var text: String {
    JSONString(range: range, hasEscapes: hasEscapes, mayNeedRepair: true).text(in: source).text
  }

  /// Its bytes as they are in the file, without making a text of them.
  ///
  /// - Parameter body: what is done with them, and with whether they have JSON's escapes.
  /// - Returns: what `body` returns.
  public func withBytes<Result>(
    _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ hasEscapes: Bool) -> Result
  ) -> Result {
    source.withBytes(range) { body($0, hasEscapes) }
  }

  /// Whether it is read from a file each time, to which another program may write.
  public var isInFile: Bool { source.areInFile }

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
