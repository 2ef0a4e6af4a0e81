import TextGrid

/// Rows in the making, top to bottom.
struct TextRows {
  private(set) var rows: [TextRow] = []
  /// Cells in a row.
  let width: Int
  /// The offset at which the next row begins.
  private(set) var offset: Int

  /// - Parameters:
  ///   - width: cells in a row.
  ///   - offset: the first row's offset.
  init(width: Int, from offset: Int) {
    self.width = width
    self.offset = offset
  }

  mutating func blank(margin: [TextRow.Part] = []) {
    rows.append(TextRow([], margin: margin, offsets: offset..<offset))
  }

  /// Adds a line, wrapped.
  ///
  /// - Parameters:
  ///   - text: the line.
  ///   - margin: what stands to its left, in its first row and in the others; equally wide.
  ///   - sign: what says at the left of all rows but the first that they go on with a line; it is
  ///     left out if there is little room.
  ///   - parts: the parts of a range of its bytes.
  mutating func line(
    _ text: SafeText, margin: Margin = Margin(), sign: TextRow.Part? = nil,
    parts: (Range<Int>) -> [TextRow.Part]
  ) {
    let room = width - margin.width
    var lines = LineBreaker(width: room).lines(of: text)
    var rest = margin.rest
    if let sign, lines.count > 1, room >= 4 * sign.text.width {
      let start = lines[1].lowerBound
      let others = LineBreaker(width: room - sign.text.width).lines(of: text[start..<text.count])
      lines = [lines[0]] + others.map { $0.lowerBound + start..<$0.upperBound + start }
      rest.append(sign)
    }
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].lowerBound : text.count + 1
      rows.append(
        TextRow(
          parts(line), margin: index == 0 ? margin.first : rest,
          offsets: offset + line.lowerBound..<offset + next))
    }
    offset += text.count + 1
  }

  /// Adds words of our own, wrapped, which are not part of the text.
  mutating func remark(_ text: SafeText) {
    for line in LineBreaker(width: width).lines(of: text) {
      rows.append(
        TextRow([TextRow.Part(text: text[line], role: .detail)], offsets: offset..<offset))
    }
  }

  /// Adds a rule, which is not part of the text.
  mutating func rule() {
    let bar = SafeText(String(repeating: "─", count: width))
    rows.append(TextRow([TextRow.Part(text: bar, role: .rule)], offsets: offset..<offset))
  }

  /// Adds a line in one role, wrapped.
  mutating func line(_ text: SafeText, _ role: Role) {
    line(text) { [TextRow.Part(text: text[$0], role: role)] }
  }

  /// Adds a line that is not wrapped; `length` offsets are its own.
  mutating func unwrapped(_ parts: [TextRow.Part], margin: [TextRow.Part], length: Int) {
    var row = TextRow(parts, margin: margin, offsets: offset..<offset + length)
    row.unwrappedWidth = parts.reduce(0) { $0 + $1.text.width }
    rows.append(row)
    offset += length
  }

  /// Adds one row that stands for a longer text.
  mutating func row(
    _ text: SafeText, _ role: Role, margin: [TextRow.Part] = [], standingFor length: Int
  ) {
    let part = TextRow.Part(text: text, role: role)
    var row = TextRow([part], margin: margin, offsets: offset..<offset + length)
    row.standsIn = true
    rows.append(row)
    offset += length
  }

  /// Writes something beside a block: in the first row from an index on that has room for it.
  mutating func label(rowsFrom index: Int, _ text: SafeText) {
    let row = (index..<rows.count).first { row in
      let used = (rows[row].margin + rows[row].parts).reduce(0) { $0 + $1.text.width }
      return used + 2 + text.width <= width
    }
    if let row { rows[row].label = TextRow.Part(text: text, role: .quoteMark) }
  }

  /// Puts a ground below the rows from an index on.
  mutating func stand(rowsFrom index: Int, on ground: Role) {
    for row in index..<rows.count { rows[row].ground = ground }
  }

  /// Lets the rows from an index on, which are one block's, be scrolled together.
  mutating func joinWidths(rowsFrom index: Int) {
    let widest = rows[index...].compactMap(\.unwrappedWidth).max() ?? 0
    for row in index..<rows.count { rows[row].blockWidth = widest }
  }

  /// Says that the rows from an index on, which show a text, stand for what it hides.
  mutating func markStandingIn(from index: Int) {
    for row in index..<rows.count { rows[row].standsIn = true }
  }
}
