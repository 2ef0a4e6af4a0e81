/// What is drawn as one: a base with its marks, in one cell or two.
///
/// Clusters are simpler than the graphemes of UAX #29, so that every terminal agrees on them: a
/// flag is drawn as its letters, an emoji without its skin tone, a keycap as its character, and a
/// family as its members side by side.
struct CellCluster: Equatable, Sendable {
  /// What to draw; empty for a mark without a base.
  var text: String
  /// 1 or 2 cells.
  var width: Int
  /// The bytes of the text it stands for, as offsets in UTF-8.
  var range: Range<Int>
}

/// The clusters of a text, one after the other.
struct CellClusters: Sequence, IteratorProtocol {
  private var scalars: Substring.UnicodeScalarView
  private var offset: Int

  /// - Parameters:
  ///   - text: what is drawn.
  ///   - offset: where to start, in bytes of UTF-8, at a scalar boundary.
  init(_ text: SafeText, from offset: Int = 0) {
    let string = text.string
    scalars = string[string.utf8.index(string.startIndex, offsetBy: offset)...].unicodeScalars
    self.offset = offset
  }

  mutating func next() -> CellCluster? {
    guard let base = scalars.popFirst() else { return nil }
    let start = offset
    offset += UTF8.width(base)
    if base.isASCII, scalars.first?.isASCII != false {
      return CellCluster(text: String(base), width: 1, range: start..<offset)
    }
    var text = String(Character(Self.drawn(base)))
    if base.cellWidth == 0 { text = "\u{25CC}" + text }
    let width = Self.isFlagLetter(base) ? 1 : Swift.max(1, base.cellWidth)
    while let mark = scalars.first, Self.joins(mark, baseWidth: width) {
      scalars.removeFirst()
      offset += UTF8.width(mark)
      if mark.cellWidth == 0, mark != "\u{20E3}" { text.unicodeScalars.append(mark) }
    }
    return CellCluster(text: text, width: width, range: start..<offset)
  }

  /// Whether a scalar belongs to the base before it: a mark, or a skin tone after an emoji.
  private static func joins(_ scalar: Unicode.Scalar, baseWidth: Int) -> Bool {
    if scalar.isASCII { return false }
    return scalar.cellWidth == 0 || (baseWidth == 2 && 0x1F3FB...0x1F3FF ~= scalar.value)
  }

  /// Regional indicators (U+1F1E6 to U+1F1FF), which make flags in pairs.
  private static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool {
    0x1F1E6...0x1F1FF ~= scalar.value
  }

  private static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard isFlagLetter(scalar) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A"))
  }
}

extension SafeText {
  /// How many cells it takes in a row.
  ///
  /// - Complexity: O(length); O(1) for ASCII.
  public var width: Int {
    if isASCII { return count }
    return CellClusters(self).reduce(0) { $0 + $1.width }
  }

  /// As much of its start as fits, with `…` in the last cell when something is cut.
  ///
  /// - Parameter cells: how many cells there are.
  /// - Returns: a text of at most that width.
  /// - Complexity: O(cells) when it is cut.
  public func truncated(to cells: Int) -> SafeText {
    if cells <= 0 { return "" }
    if isASCII, count <= cells { return self }
    var used = 0
    var kept = 0
    for cluster in CellClusters(self) {
      used += cluster.width
      if used <= cells - 1 { kept = cluster.range.upperBound }
      if used > cells { return self[0..<kept].trimmedEnd + "…" }
    }
    return self
  }

  /// Without the spaces at its end.
  var trimmedEnd: SafeText {
    var end = count
    for byte in string.utf8.reversed() {
      guard byte == UInt8(ascii: " ") else { break }
      end -= 1
    }
    return self[0..<end]
  }

  /// Followed by spaces up to a width.
  public func padded(to cells: Int) -> SafeText {
    self + SafeText(String(repeating: " ", count: max(0, cells - width)))
  }
}
