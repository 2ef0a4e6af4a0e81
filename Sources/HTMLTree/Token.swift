/// What the tokenizer finds next.
enum Token {
  /// Characters, in the bytes of the ``Store``; without U+0000 where that means something.
  case text(Range<Int>)
  /// U+0000 in ordinary text.
  case null
  case startTag(Tag)
  case endTag(Tag)
  case comment(Range<Int>)
  case doctype(Doctype)
  case end
}

struct Tag {
  /// The number of its name, as the ``NameTable`` has it.
  var number: Int32
  /// Its attributes in the ``Store``; none for an end tag.
  var attributes: Range<Int>
  var isSelfClosing: Bool

  var name: HTMLName { HTMLName(number: number) }
}

/// The parts of `<!DOCTYPE …>`, in the bytes of the ``Store``; nil for those that are missing.
struct Doctype {
  var name: Range<Int>?
  var publicID: Range<Int>?
  var systemID: Range<Int>?
  var isQuirky = false
}

extension HTMLName {
  /// The name of a number; ``other`` for one that HTML does not know.
  init(number: Int32) {
    self = HTMLName(rawValue: UInt8(truncatingIfNeeded: min(number, Self.last))) ?? .other
  }

  private static let last = Int32(HTMLName.other.rawValue)

  var number: Int32 { Int32(rawValue) }
}

/// An attribute: its name's number, and its value in the bytes of the ``Store``.
struct Attribute {
  var name: Int32
  var lower: UInt32
  var upper: UInt32
}

/// What the texts and tags of a document consist of.
struct Store {
  /// Texts, comments and values of attributes, one after the other.
  var bytes: [UInt8] = []
  var attributes: [Attribute] = []
  var names = NameTable()

  /// Drops the attributes from one on, with their values, which came last.
  mutating func dropAttributes(from first: Int, bytes count: Int) {
    attributes.removeSubrange(first...)
    bytes.removeSubrange(count...)
  }

  mutating func replacement() { bytes += [0xEF, 0xBF, 0xBD] }
}
