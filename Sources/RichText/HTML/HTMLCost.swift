/// What of a text in HTML takes more time than its length allows.
struct HTMLCost {
  /// Tags, and those that begin cells of tables.
  private(set) var tags = 0
  private(set) var cells = 0

  static let mostTags = 100_000
  static let mostCells = 20_000

  /// - Complexity: O(length).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
      tags += 1
      guard index + 2 < bytes.count, bytes[index + 1] | 0x20 == UInt8(ascii: "t") else { continue }
      let second = bytes[index + 2] | 0x20
      if second == UInt8(ascii: "d") || second == UInt8(ascii: "h") { cells += 1 }
    }
  }

  var allowsMarkup: Bool { tags <= Self.mostTags && cells <= Self.mostCells }
}
