import DiscussionModel
import Reader
public import TextGrid

/// What a discussion comes to in numbers, as a text.
public struct StatisticsText {
  /// Top to bottom.
  public private(set) var lines: [SafeText] = []
  private let columns: Int
  private let signs: BarSigns

  /// Participants that are named.
  private static let participantsKept = 10
  /// Levels that have a row of their own.
  private static let levelsKept = 10
  private static let plotRows = 5

  /// - Parameters:
  ///   - statistics: the numbers.
  ///   - columns: how wide a line may be, in cells, at least 20.
  ///   - isASCII: whether bars are drawn in ASCII.
  public init(_ statistics: Statistics, columns: Int, isASCII: Bool) {
    self.columns = max(20, columns)
    signs = isASCII ? .ascii : .blocks
    add(SafeText(statistics.title))
    addCounts(statistics)
    if statistics.comments == 0 { return }
    addParticipants(statistics)
    addTimes(statistics)
    addLevels(statistics)
    addBranches(statistics)
  }

  /// Adds a text, wrapped.
  private mutating func add(_ text: SafeText) {
    for part in LineBreaker(width: columns).lines(of: text) { lines.append(text[part]) }
  }

  private mutating func addCounts(_ statistics: Statistics) {
    var parts = [counted(statistics.comments, "comment")]
    if statistics.deleted > 0 { parts.append("\(statistics.deleted) of them deleted") }
    if statistics.comments > 0 {
      parts.append(counted(statistics.threads, "thread"))
      parts.append(
        "\(counted(statistics.words, "word")) (median \(statistics.medianWords) per comment)")
    }
    add(SafeText(parts.joined(separator: ", ")))
  }

  private mutating func addParticipants(_ statistics: Statistics) {
    lines.append("")
    let all = statistics.participants
    if all.isEmpty { return add("Participants: unknown") }
    add(SafeText(counted(all.count, "participant")))
    let named = all.prefix(Self.participantsKept)
    addBars(named.map { (SafeText($0.name), $0.comments) })
    let others = all.dropFirst(named.count).reduce(0) { $0 + $1.comments }
    if others > 0 {
      let count = counted(all.count - named.count, "other")
      add(SafeText("  and \(count) with \(counted(others, "comment"))"))
    }
    if statistics.withoutAuthor > 0 {
      add(SafeText("  and \(counted(statistics.withoutAuthor, "comment")) by unknown authors"))
    }
  }

  /// Adds a row for each value, with its name and a bar.
  private mutating func addBars(_ values: [(name: SafeText, value: Int)]) {
    let most = max(1, values.map(\.value).max() ?? 0)
    let digits = String(most).utf8.count
    let room = max(4, columns / 3)
    let names = values.map { $0.name.truncated(to: room) }
    let widest = names.map(\.width).max() ?? 0
    let cells = max(1, min(40, columns - widest - digits - 4))
    for (name, value) in zip(names, values.map(\.value)) {
      let number = String(value)
      let blanks = widest - name.width + digits - number.utf8.count + 1
      let start = "  " + name + SafeText(String(repeating: " ", count: blanks) + number + " ")
      lines.append(start + signs.bar(value, of: most, cells: cells))
    }
  }

  private mutating func addTimes(_ statistics: Statistics) {
    lines.append("")
    guard let times = statistics.times else { return add("Times: unknown") }
    let bars = times.bars(atMost: max(4, min(64, columns - 10, max(12, statistics.comments))))
    let most = bars.counts.max() ?? 0
    let label = String(most)
    let room = columns - label.utf8.count - 4
    let cells = max(1, min(6, room / bars.counts.count))
    add(SafeText("Over time, one bar for each \(TimeBars.words(bars.length))"))
    let rows = signs.plot(bars.counts, rows: Self.plotRows, columns: cells)
    let blank = SafeText(String(repeating: " ", count: label.utf8.count))
    for (index, row) in rows.enumerated() {
      lines.append("  " + (index == 0 ? SafeText(label) : blank) + " " + signs.side + row)
    }
    let ground = String(repeating: signs.ground, count: cells * bars.counts.count)
    lines.append("  " + blank + " " + signs.corner + SafeText(ground))
    let span = SafeText(Calendar.exact(times.first)) + " " + signs.dots + " "
    add("  " + span + SafeText(Calendar.exact(times.last)))
    if statistics.withoutTime > 0 {
      add(SafeText("  and \(counted(statistics.withoutTime, "comment")) at unknown times"))
    }
  }

  private mutating func addLevels(_ statistics: Statistics) {
    lines.append("")
    let levels = statistics.levels
    let deepest = statistics.deepest.map { levels.count > 1 ? ", #\($0) is the deepest" : "" } ?? ""
    add(
      SafeText(
        counted(levels.count, "level") + deepest
          + "; the median comment is at level \(statistics.medianLevel)"))
    var rows = levels.prefix(Self.levelsKept).enumerated().map { index, count in
      (name: SafeText("level \(index + 1)"), value: count)
    }
    let rest = levels.dropFirst(Self.levelsKept).reduce(0, +)
    if rest > 0 { rows.append(("deeper", rest)) }
    addBars(rows)
  }

  private mutating func addBranches(_ statistics: Statistics) {
    if statistics.branches.isEmpty { return }
    lines.append("")
    add("Longest threads")
    addBars(
      statistics.branches.map { branch in
        let author = branch.author.map { " " + $0 } ?? ""
        return (SafeText("#\(branch.number)\(author)"), branch.comments)
      })
  }
}
