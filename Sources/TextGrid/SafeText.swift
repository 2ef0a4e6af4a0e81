/// Text that can go to any sink: it holds nothing that a terminal would obey, reorder or hide.
///
/// It is one line. This is the only place in which text becomes safe:
/// - LF, CR LF and TAB become a space (layout breaks lines before it makes them safe);
/// - other C0 controls become their pictures (U+2400 to U+241F), DEL becomes U+2421;
/// - C1 controls, U+2028, U+2029, private use (Co), surrogates and unassigned scalars (Cn, by the
///   width table's Unicode version) become U+FFFD;
/// - bidi controls, zero-width and tag characters, variation selectors and all else with
///   Default_Ignorable_Code_Point or of category Cf are dropped, save ZWJ and ZWNJ after a letter
///   or mark of a script that needs them;
/// - of the combining marks (width 0) on one base the fifth and all later ones are dropped.
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
      string = Sanitizer.safe(raw)
      isASCII = string.utf8.allSatisfy { $0 < 0x80 }
    }
  }

  /// A part of it, by offsets in UTF-8 that stand at scalar boundaries.
  public subscript(range: Range<Int>) -> SafeText {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return SafeText(unchecked: String(string[start..<end]), isASCII: isASCII)
  }

  /// How many bytes it has in UTF-8.
  public var count: Int { string.utf8.count }

  public var isEmpty: Bool { string.isEmpty }

  private init(unchecked string: String, isASCII: Bool) {
    self.string = string
    self.isASCII = isASCII
  }

  public static func + (one: SafeText, other: SafeText) -> SafeText {
    SafeText(unchecked: one.string + other.string, isASCII: one.isASCII && other.isASCII)
  }

  public static func += (one: inout SafeText, other: SafeText) {
    one.string += other.string
    one.isASCII = one.isASCII && other.isASCII
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
