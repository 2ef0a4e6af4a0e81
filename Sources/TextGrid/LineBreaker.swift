/// Breaks a text into lines, ragged right.
///
/// A line may end where UAX #14 lets it, but not within an address or another word without spaces
/// that fits in a line, save at a hyphen between letters. A word wider than the line is broken
/// where UAX #14 lets it, and else between graphemes, before closing punctuation only if there is
/// nothing else.
public struct LineBreaker: Sendable {
  /// Cells in a line; at least 2, so that every cluster fits.
  let width: Int

  public init(width: Int) { self.width = max(2, width) }

  /// The lines of a text as ranges of its bytes, 0-based offsets in UTF-8.
  ///
  /// The spaces at which a line ends belong to no line; nothing else is left out. There is always
  /// one line, empty for an empty text.
  ///
  /// - Complexity: O(length).
  public func lines(of text: SafeText) -> [Range<Int>] {
    if text.isASCII, text.count <= width { return [0..<text.trimmedEnd.count] }
    let places = BreakPlaces(in: text, width: width).places
    var filling = LineFilling(width: width)
    if text.isASCII {
      var string = text.string
      string.withUTF8 { bytes in
        for (offset, byte) in bytes.enumerated() {
          filling.add(byte, at: offset, mayBreakBefore: places[offset])
        }
      }
    } else {
      for cluster in CellClusters(text) {
        filling.add(cluster, mayBreakBefore: places[cluster.range.lowerBound])
      }
    }
    return filling.finished()
  }
}
