/// Breaks a text into lines, ragged right.
///
/// A line may end at a space, after a hyphen or dash within a word, and beside an ideograph, but
/// the next one begins with closing punctuation only after a space. A word wider than the line is
/// broken between clusters.
public struct LineBreaker: Sendable {
  /// Cells in a line; at least 2, so that every cluster fits.
  let width: Int

  public init(width: Int) { self.width = max(2, width) }

  /// The lines of a text as ranges of its bytes, 0-based offsets in UTF-8.
  ///
  /// The spaces at which a line ends belong to no line. There is always one line, empty for an
  /// empty text.
  ///
  /// - Complexity: O(length).
  public func lines(of text: SafeText) -> [Range<Int>] {
    var filling = LineFilling(width: width)
    if text.isASCII {
      var offset = 0
      for byte in text.string.utf8 {
        let range = offset..<offset + 1
        filling.add(CellCluster(base: Unicode.Scalar(byte), width: 1, range: range))
        offset += 1
      }
    } else {
      for cluster in CellClusters(text) { filling.add(cluster) }
    }
    return filling.finished()
  }
}
