/// Breaks a text into lines, ragged right.
///
/// A line may end at a space, after a hyphen or dash between letters, and between ideographs, but
/// never before closing punctuation. A word wider than the line is broken between clusters.
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
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    /// The last place at which the line may end: its end without spaces, and the next line's start.
    var chance: (end: Int, next: Int, usedSince: Int)?
    var contentEnd = 0
    var last: CellCluster?
    for cluster in CellClusters(text) {
      if cluster.isSpace {
        if last?.isSpace == true, let pending = chance {
          chance = (pending.end, cluster.range.upperBound, 0)
        } else {
          chance = (cluster.range.lowerBound, cluster.range.upperBound, 0)
        }
        used += 1
        last = cluster
        continue
      }
      if let last, !last.isSpace, last.mayEndLine(before: cluster) {
        chance = (cluster.range.lowerBound, cluster.range.lowerBound, 0)
      }
      if used + cluster.width > width, cluster.range.lowerBound > start {
        if let taken = chance, taken.end > start || taken.next > start {
          lines.append(start..<max(start, taken.end))
          start = taken.next
          used = taken.usedSince
        } else {
          lines.append(start..<cluster.range.lowerBound)
          start = cluster.range.lowerBound
          used = 0
        }
        chance = nil
      }
      used += cluster.width
      if let taken = chance {
        chance = (taken.end, taken.next, taken.usedSince + cluster.width)
      }
      contentEnd = cluster.range.upperBound
      last = cluster
    }
    lines.append(start..<max(start, contentEnd))
    return lines
  }
}

extension CellCluster {
  fileprivate var isSpace: Bool { text == " " }

  /// Whether a line may end between this cluster and the next, neither being a space.
  fileprivate func mayEndLine(before next: CellCluster) -> Bool {
    if text == "—" { return next.text != "—" }
    if text == "-" || text == "–" { return next.text.first?.isLetter == true }
    guard width == 2 || next.width == 2 else { return false }
    return !Self.opening.contains(text) && !Self.closing.contains(next.text)
  }

  private static let opening: Set<String> = [
    "(", "[", "{", "“", "‘", "「", "『", "（", "【", "〈", "《", "〔", "［", "｛",
  ]
  private static let closing: Set<String> = [
    ")", "]", "}", "”", "’", ".", ",", "!", "?", ":", ";", "…", "、", "。", "」", "』", "）", "】", "〉",
    "》", "〕", "］", "｝", "！", "？", "，", "．", "：", "；", "・", "ー", "ゝ", "々", "ぁ", "ぃ", "ぅ", "ぇ",
    "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ",
  ]
}
