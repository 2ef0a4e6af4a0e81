/// Lines in the making: clusters are added one after the other.
struct LineFilling {
  private let width: Int
  private var lines: [Range<Int>] = []
  /// Where the line begins, in bytes, and the cells that it takes so far.
  private var start = 0
  private var used = 0
  /// The end of the last cluster that is not a space, in bytes.
  private var end = 0
  /// The last place at which the line may end, and the last between graphemes.
  private var chance: Chance?
  private var lastResort: Chance?

  /// A place at which a line could end.
  private struct Chance {
    /// Where the line ends, without spaces, and the next one begins, in bytes.
    var end: Int
    var next: Int
    /// The cells that the line takes up to there, spaces too.
    var used: Int
  }

  init(width: Int) { self.width = width }

  /// Adds a cluster.
  mutating func add(_ cluster: CellCluster, mayBreakBefore mayBreak: Bool) {
    if cluster.isSpace {
      used += 1
      return
    }
    let isWhole = cluster.continuesGrapheme || ScalarRecord(cluster.base).lineBreak.isClosing
    add(cluster.range, width: cluster.width, mayBreak: mayBreak, staysWithLast: isWhole)
  }

  /// Adds a byte of ASCII.
  mutating func add(_ byte: UInt8, at offset: Int, mayBreakBefore mayBreak: Bool) {
    if byte == UInt8(ascii: " ") {
      used += 1
      return
    }
    let isClosing = used + 1 >= width && LineBreakClass.ascii[Int(byte & 0x7F)].isClosing
    add(offset..<offset + 1, width: 1, mayBreak: mayBreak, staysWithLast: isClosing)
  }

  private mutating func add(
    _ range: Range<Int>, width cells: Int, mayBreak: Bool, staysWithLast: Bool
  ) {
    if range.lowerBound > start {
      let here = Chance(end: end, next: range.lowerBound, used: used)
      if mayBreak { chance = here }
      if !staysWithLast { lastResort = here }
    }
    while used + cells > width, range.lowerBound > start { endLine(before: range.lowerBound) }
    used += cells
    end = range.upperBound
  }

  /// The lines, once everything is added.
  consuming func finished() -> [Range<Int>] {
    lines.append(start..<max(start, end))
    return lines
  }

  /// Ends the line where it may end, or else where it can.
  private mutating func endLine(before next: Int) {
    let place = chance ?? lastResort ?? Chance(end: end, next: next, used: used)
    lines.append(start..<max(start, place.end))
    start = place.next
    used -= place.used
    chance = nil
    lastResort?.used -= place.used
    if let other = lastResort, other.next <= start { lastResort = nil }
  }
}
