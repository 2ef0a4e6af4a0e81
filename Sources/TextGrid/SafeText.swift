/// Text that can go to any sink: it contains nothing that a terminal would obey, reorder or hide.
///
/// It is one line. This is the only place in which text becomes safe (properties are those of the
/// table's Unicode version):
/// - LF, CR LF and TAB become a space (layout breaks lines before it makes them safe);
/// - other C0 controls (U+0000 to U+001F) become their pictures (U+2400 to U+241F), DEL (U+007F)
///   becomes U+2421;
/// - C1 controls (U+0080 to U+009F), U+2028, U+2029, private use (Co), noncharacters and unassigned
///   scalars (Cn), and surrogates, which come as U+FFFD, become U+FFFD;
/// - what has Default_Ignorable_Code_Point is dropped: bidi controls (Bidi_Control), zero-width
///   characters, tags (U+E0000 to U+E007F); so are all other format characters (Cf) but those that
///   are before digits (Prepended_Concatenation_Mark). ZWJ and ZWNJ stay after a letter or mark of
///   a script that needs them;
/// - ZWJ between two emoji, a variation selector after what can have one, and the tags of three
///   flags stay, for exports, the clipboard and searching; no cell has them, and lines of plain text
///   go to a terminal ``forTerminal``;
/// - of the combining marks (Mn, Me) on one base the fifth and all later ones are dropped.
///
/// What is taken from a text tells ``removals(from:)``.
public struct SafeText: Sendable {
  /// The text; its scalars are all safe.
  public private(set) var string: String
  /// Whether every scalar is ASCII, so that bytes, scalars and cells are the same in number.
  private(set) var isASCII: Bool

  /// Makes a text safe.
  ///
  /// - Complexity: O(length).
  public init(_ raw: String) {
    var raw = raw
    let isPlain = raw.withUTF8 { $0.allSatisfy { 0x20..<0x7F ~= $0 } }
    if isPlain {
      string = raw
      isASCII = true
    } else {
      string = Sanitizer.isPlain(raw) ? raw : Sanitizer.safe(raw)
      isASCII = string.utf8.allSatisfy { $0 < 0x80 }
    }
  }

  /// A part of it, by offsets in UTF-8 that are at scalar boundaries.
  public subscript(range: Range<Int>) -> SafeText {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return SafeText(unchecked: String(string[start..<end]), isASCII: isASCII)
  }

  /// A part of its start with `…` after it, as ``truncated(to:)`` has it.
  ///
  /// - Parameter length: fewer bytes than it has; all of them are ASCII.
  /// - Returns: those bytes without spaces at their end, and the sign.
  /// - Complexity: O(length).
  func start(of length: Int) -> SafeText {
    var string = string
    let cut = string.withUTF8 { bytes in
      let kept = bytes[..<length].lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
      return String(unsafeUninitializedCapacity: kept + 3) { buffer in
        var end = buffer.update(fromContentsOf: UnsafeBufferPointer(rebasing: bytes[..<kept]))
        for byte in "…".utf8 {
          buffer[end] = byte
          end += 1
        }
        return end
      }
    }
    return SafeText(unchecked: cut, isASCII: false)
  }

  /// How many bytes it has in UTF-8.
  public var count: Int { string.utf8.count }

  public var isEmpty: Bool { string.isEmpty }

  private init(unchecked string: String, isASCII: Bool) {
    self.string = string
    self.isASCII = isASCII
  }

  public static func + (one: SafeText, other: SafeText) -> SafeText {
    var result = one
    result += other
    return result
  }

  /// Appends a text.
  ///
  /// Marks at its start join the base before them, and count with the marks there.
  public static func += (one: inout SafeText, other: SafeText) {
    if !other.isASCII, let first = other.string.unicodeScalars.first, first.cellWidth == 0 {
      let base = one.lastBase
      let joined = SafeText(base.string + other.string)
      one.string.unicodeScalars.removeLast(base.string.unicodeScalars.count)
      one.string += joined.string
    } else {
      one.string += other.string
    }
    one.isASCII = one.isASCII && other.isASCII
  }

  /// Its last base with all marks on it; empty for an empty text.
  private var lastBase: SafeText {
    let scalars = string.unicodeScalars
    var start = scalars.endIndex
    while start > scalars.startIndex {
      start = scalars.index(before: start)
      if scalars[start].cellWidth != 0 { break }
    }
    return SafeText(unchecked: String(string[start...]), isASCII: isASCII)
  }
}

extension SafeText: Equatable {
  public static func == (one: SafeText, other: SafeText) -> Bool { one.string == other.string }
}

extension SafeText: ExpressibleByStringInterpolation {
  /// A literal; its interpolated values are made safe too.
  public init(stringLiteral literal: String) { self.init(literal) }
}

extension SafeText: CustomStringConvertible {
  public var description: String { string }
}
