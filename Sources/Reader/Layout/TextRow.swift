public import TextGrid

/// A row of an entry's text, ready to be drawn.
public struct TextRow: Equatable, Sendable {
  public var parts: [Part]
  /// What of the entry's text it shows, as offsets that do not depend on the width.
  ///
  /// The rows of an entry follow each other without a gap: together they show all of it.
  public var offsets: Range<Int>
  /// Whether it stands for a longer text, which is hidden.
  public var standsIn = false

  public struct Part: Equatable, Sendable {
    public var text: SafeText
    public var role: Role
  }

  init(_ parts: [Part], offsets: Range<Int>) {
    self.parts = parts
    self.offsets = offsets
  }
}

/// Rows in the making, top to bottom.
struct TextRows {
  private(set) var rows: [TextRow] = []
  /// The offset at which the next row begins.
  private var offset: Int
  private let breaker: LineBreaker

  /// - Parameters:
  ///   - width: cells in a row.
  ///   - offset: the first row's offset.
  init(width: Int, from offset: Int) {
    breaker = LineBreaker(width: width)
    self.offset = offset
  }

  mutating func blank() {
    rows.append(TextRow([], offsets: offset..<offset))
  }

  /// Adds a line, wrapped.
  mutating func line(
    _ text: SafeText, _ role: Role, parts: (Range<Int>) -> [TextRow.Part]
  ) {
    let lines = breaker.lines(of: text)
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].lowerBound : text.count + 1
      rows.append(
        TextRow(parts(line), offsets: offset + line.lowerBound..<offset + next))
    }
    offset += text.count + 1
  }

  /// Adds a line in one role, wrapped.
  mutating func line(_ text: SafeText, _ role: Role) {
    line(text, role) { [TextRow.Part(text: text[$0], role: role)] }
  }

  /// Adds one row that stands for a longer text.
  mutating func row(_ text: SafeText, _ role: Role, standingFor length: Int) {
    var row = TextRow([TextRow.Part(text: text, role: role)], offsets: offset..<offset + length)
    row.standsIn = true
    rows.append(row)
    offset += length
  }
}
