/// What of a text takes cmark-gfm 0.29 a time that grows with the square of its length.
struct MarkdownCost {
  private var length = 0
  /// Signs at which it looks for an address without brackets.
  private var addressSigns = 0
  private var pictures = 0
  private var links = 0
  private var lines = 1
  /// The most `|` in a line.
  private var columns = 0

  /// - Complexity: O(length).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    length = bytes.count
    var bars = 0
    var last: UInt8 = 0
    for byte in bytes {
      switch (last, byte) {
      case (_, UInt8(ascii: "@")), (UInt8(ascii: "w"), UInt8(ascii: ".")): addressSigns += 1
      case (UInt8(ascii: "!"), UInt8(ascii: "[")): pictures += 1
      case (UInt8(ascii: "]"), UInt8(ascii: "(")), (UInt8(ascii: "]"), UInt8(ascii: "[")):
        links += 1
      case (_, UInt8(ascii: "|")):
        bars += 1
        columns = max(columns, bars)
      case (_, UInt8(ascii: "\n")), (_, UInt8(ascii: "\r")):
        lines += 1
        bars = 0
      default: break
      }
      last = byte
    }
  }

  /// Whether addresses may be looked for: each look may go to the end of the text.
  var allowsAddresses: Bool { addressSigns * length <= 100_000_000 }

  /// Whether tables may be read: each row is filled up to as many cells as the first one has.
  var allowsTables: Bool { columns * lines <= 500_000 }

  /// Whether the text may be read at all: each link is compared with all pictures before it.
  var allowsMarkup: Bool { pictures * links <= 100_000_000 }
}
