/// HTML as libxml2 can read it without losing text.
///
/// libxml2 ends at U+0000, drops other controls and noncharacters without a trace, raw ones and
/// those written as references, takes `<!-->` for no comment, and compares each attribute of a tag with all others.
struct HTMLSource {
  private(set) var bytes: [UInt8] = []
  private var tag = Tag.none
  /// Where the tag's `<` stands in ``bytes``, and how many words and quotes came after it.
  private var tagStart = 0
  private var tagParts = 0

  private enum Tag {
    case none
    case inside
    /// After the `=` of an attribute.
    case afterEquals
    case quoted(by: UInt8)
  }

  /// Words and quotation marks in one tag; one with more is shown as text.
  private static let mostTagParts = 1000

  /// - Parameter raw: HTML in UTF-8.
  /// - Complexity: O(length).
  init(_ raw: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(raw.count + raw.count / 16)
    // Where no element is open, libxml2 begins a paragraph before a text.
    bytes += "<all>".utf8
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      switch byte {
      case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D:
        append(scalar: UInt32(byte))
      case UInt8(ascii: "&"):
        switch Self.reference(raw, at: at) {
        case .kept: bytes.append(byte)
        case .broken: bytes += "&amp;".utf8
        case .lost(let scalar, let end):
          append(scalar: scalar)
          at = end
          continue
        }
      case UInt8(ascii: "<"):
        if let end = Self.emptyComment(raw, at: at) {
          at = end
          continue
        }
        bytes.append(byte)
        follow(byte, next: at + 1 < raw.count ? raw[at + 1] : 0)
      case 0xEF where at + 2 < raw.count && raw[at + 1] == 0xBF && raw[at + 2] >= 0xBE:
        append(scalar: 0xFFFE)
        at += 3
        continue
      default:
        bytes.append(byte)
        follow(byte, next: at + 1 < raw.count ? raw[at + 1] : 0)
      }
      at += 1
    }
  }

  /// Adds what stands for a scalar that libxml2 would drop.
  private mutating func append(scalar: UInt32) {
    switch scalar {
    case 0x0C: bytes.append(UInt8(ascii: " "))
    case 0..<0x20: bytes += [0xE2, 0x90, 0x80 + UInt8(scalar)]
    default: bytes += "\u{FFFD}".utf8
    }
  }

  /// What libxml2 makes of a reference.
  private enum Reference {
    /// The scalar that it stands for, or its own text.
    case kept
    /// Nothing, though it is none.
    case broken
    /// Nothing; it ends here.
    case lost(UInt32, end: Int)
  }

  /// The reference that begins at an `&`.
  private static func reference(
    _ raw: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Reference {
    var at = start + 1
    guard at < raw.count, raw[at] == UInt8(ascii: "#") else { return .kept }
    at += 1
    var radix: UInt32 = 10
    if at < raw.count, raw[at] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      at += 1
    }
    let digits = at
    var value: UInt32 = 0
    while at < raw.count, let digit = Character(Unicode.Scalar(raw[at])).hexDigitValue,
      digit < radix
    {
      value = min(value * radix + UInt32(digit), 0x110000)
      at += 1
    }
    let isKept =
      value >= 0x20 && value < 0xD800 || value == 0x09 || value == 0x0A || value == 0x0D
      || value >= 0xE000 && value < 0xFFFE || value >= 0x10000 && value < 0x110000
    if at == digits { return .broken }
    if isKept { return .kept }
    if at < raw.count, raw[at] == UInt8(ascii: ";") { at += 1 }
    return .lost(value, end: at)
  }

  /// Where `<!-->` or `<!--->` ends, which libxml2 takes for the start of a comment.
  private static func emptyComment(_ raw: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let rest = raw[start...]
    if rest.starts(with: "<!-->".utf8) { return start + 5 }
    return rest.starts(with: "<!--->".utf8) ? start + 6 : nil
  }

  /// Follows tags, and makes text of one that has too many parts.
  private mutating func follow(_ byte: UInt8, next: UInt8) {
    switch (tag, byte) {
    case (.none, UInt8(ascii: "<")):
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= next | 0x20 else { return }
      tag = .inside
      tagStart = bytes.count - 1
      tagParts = 0
    case (.none, _): return
    case (.quoted(let quote), _):
      if byte == quote { tag = .inside }
    case (.inside, UInt8(ascii: ">")), (.afterEquals, UInt8(ascii: ">")): tag = .none
    case (.inside, UInt8(ascii: "=")): tag = .afterEquals
    case (.afterEquals, UInt8(ascii: "\"")), (.afterEquals, UInt8(ascii: "'")):
      tag = .quoted(by: byte)
      tagParts += 1
    case (.inside, 0...0x20), (.inside, UInt8(ascii: "/")), (.inside, UInt8(ascii: "\"")),
      (.inside, UInt8(ascii: "'")):
      tagParts += 1
    case (.inside, _), (.afterEquals, 0...0x20): return
    case (.afterEquals, _): tag = .inside
    }
    if tagParts > Self.mostTagParts {
      bytes.replaceSubrange(tagStart...tagStart, with: "&lt;".utf8)
      tag = .none
      tagParts = 0
    }
  }
}
