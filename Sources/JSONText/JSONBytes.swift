/// The bytes of a JSON text: in memory, or in a file that is mapped.
public struct JSONBytes: Sendable {
  private let place: Place

  private enum Place {
    case memory([UInt8])
    case file(MappedFile)
  }

  public init(_ bytes: [UInt8]) { place = .memory(bytes) }

  public init(_ file: MappedFile) { place = .file(file) }

  /// Whether another program may change them.
  public var areInFile: Bool { if case .file = place { true } else { false } }

  /// How many there are.
  public var count: Int {
    switch place {
    case .memory(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  subscript(offset: Int) -> UInt8 {
    switch place {
    case .memory(let bytes): bytes[offset]
    case .file(let file): file[offset]
    }
  }

  /// A copy of some of them.
  ///
  /// - Complexity: O(length of the range).
  public subscript(range: Range<Int>) -> [UInt8] { withBytes(range) { Array($0) } }

  /// Lends some of them, which are together in memory meanwhile.
  ///
  /// - Parameters:
  ///   - range: offsets below ``count``.
  ///   - body: what is done with them.
  /// - Returns: what `body` returns.
  public func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    switch place {
    case .memory(let bytes):
      return try bytes.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[range]))
      }
    case .file(let file):
      defer { file.noteUse(at: range.lowerBound) }
      return try file.bytes.withMemoryRebound(to: UInt8.self) {
        try body(UnsafeBufferPointer(rebasing: $0[range]))
      }
    }
  }

  /// Whether they begin with a byte order mark.
  var beginWithMark: Bool { count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF }
}
