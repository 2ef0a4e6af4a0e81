/// Lines in the making: clusters are added one after the other.
struct LineFilling {
  private let width: Int
  private var lines: [Range<Int>] = []
  /// Where the line begins, in bytes, and the cells that it takes so far.
  private var start = 0
  private var used = 0
  /// The end of the last cluster that is no space, in bytes.
  private var end = 0
  private var chance: Chance?
  /// The bases of the last two clusters, and the cells of the last; before the text are spaces.
  private var last: Unicode.Scalar = " "
  private var lastButOne: Unicode.Scalar = " "
  private var lastWidth = 1

  /// The last place at which the line may end.
  private struct Chance {
    /// Where the line ends, without spaces, and the next one begins, in bytes.
    var end: Int
    var next: Int
    /// The cells that the line takes up to there, spaces too.
    var used: Int
  }

  init(width: Int) { self.width = width }

  mutating func add(_ cluster: CellCluster) {
    if cluster.isSpace {
      used += 1
      chance = Chance(end: end, next: cluster.range.upperBound, used: used)
    } else {
      if mayEnd(before: cluster) {
        chance = Chance(end: end, next: end, used: used)
      }
      while used + cluster.width > width, cluster.range.lowerBound > start { endLine() }
      used += cluster.width
      end = cluster.range.upperBound
    }
    lastButOne = last
    last = cluster.base
    lastWidth = cluster.width
  }

  /// The lines, once everything is added.
  consuming func finished() -> [Range<Int>] {
    lines.append(start..<max(start, end))
    return lines
  }

  /// Ends the line where it may end, or else here.
  private mutating func endLine() {
    let place = chance ?? Chance(end: end, next: end, used: used)
    lines.append(start..<max(start, place.end))
    start = place.next
    used -= place.used
    chance = nil
  }

  /// Whether the line may end between the last cluster and the next, which is no space.
  private func mayEnd(before next: CellCluster) -> Bool {
    switch last {
    case " ": return false
    case "-", "–": return lastButOne.isLetterOrDigit && next.base.properties.isAlphabetic
    case "—": return lastButOne != " " && next.base != "—" && !next.base.isClosing
    default:
      guard lastWidth == 2 || next.width == 2 else { return false }
      return !last.isOpening && !next.base.isClosing
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.generalCategory == .decimalNumber
  }

  /// Whether no line ends after it.
  fileprivate var isOpening: Bool { Self.opening.contains(self) }

  /// Whether no line begins with it: closing punctuation, small kana, signs of repetition.
  fileprivate var isClosing: Bool { Self.closing.contains(self) }

  private static let opening = Set("([{“‘「『（【〈《〔［｛".unicodeScalars)

  private static let closing = Set(
    ")]}”’.,!?:;…、。」』）】〉》〕］｝！？，．：；・ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ".unicodeScalars)
}
