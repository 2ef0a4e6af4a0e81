/// What a terminal shows that obeys the codes of a DEC VT52, the fewest that curses can do with.
///
/// Every character takes one cell: texts for it have no wide ones.
struct VT52Screen {
  private(set) var cells: [[Character]]
  private var row = 0
  private var column = 0
  /// Bytes of a code or a character that is not whole yet.
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows, without blanks at their ends.
  var text: String {
    cells.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n")
  }

  /// The last row.
  var status: String { String(cells.last ?? []) }

  mutating func receive(_ bytes: [UInt8]) {
    pending += bytes
    var start = 0
    while start < pending.count, let length = length(at: start) {
      obey(Array(pending[start..<start + length]))
      start += length
    }
    pending.removeFirst(start)
  }

  /// How many bytes the code or character at an offset has; nil where not all of them have come.
  private func length(at start: Int) -> Int? {
    let rest = pending[start...]
    guard let first = rest.first else { return nil }
    if first == 0x1B {
      guard let second = rest.dropFirst().first else { return nil }
      switch second {
      case UInt8(ascii: "Y"): return rest.count < 4 ? nil : 4
      case UInt8(ascii: "["):
        // Codes of later terminals end with the first letter.
        return rest.dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }.map { $0 - start + 1 }
      case UInt8(ascii: "]"): return rest.firstIndex(of: 0x07).map { $0 - start + 1 }
      default: return 2
      }
    }
    let count = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return rest.count < count ? nil : count
  }

  private mutating func obey(_ code: [UInt8]) {
    switch code[0] {
    case 0x1B: obeyEscape(code)
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(cells[row].count - 1, (column / 8 + 1) * 8)
    case 0x0A: moveDown()
    case 0x0D: column = 0
    case 0x00..<0x20, 0x7F: break
    default:
      guard let character = String(decoding: code, as: UTF8.self).first else { return }
      cells[row][column] = character
      column = min(column + 1, cells[row].count - 1)
    }
  }

  private mutating func obeyEscape(_ code: [UInt8]) {
    switch code[1] {
    case UInt8(ascii: "A"): row = max(0, row - 1)
    case UInt8(ascii: "B"): row = min(cells.count - 1, row + 1)
    case UInt8(ascii: "C"): column = min(cells[row].count - 1, column + 1)
    case UInt8(ascii: "D"): column = max(0, column - 1)
    case UInt8(ascii: "H"): (row, column) = (0, 0)
    case UInt8(ascii: "I"):
      if row > 0 {
        row -= 1
      } else {
        cells.removeLast()
        cells.insert(blankRow, at: 0)
      }
    case UInt8(ascii: "J"):
      eraseToEndOfRow()
      for below in row + 1..<max(row + 1, cells.count) { cells[below] = blankRow }
    case UInt8(ascii: "K"): eraseToEndOfRow()
    case UInt8(ascii: "Y"):
      row = min(cells.count - 1, max(0, Int(code[2]) - 32))
      column = min(cells[row].count - 1, max(0, Int(code[3]) - 32))
    default: break
    }
  }

  private mutating func moveDown() {
    if row < cells.count - 1 {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(blankRow)
    }
  }

  private var blankRow: [Character] { Array(repeating: " ", count: cells[0].count) }

  private mutating func eraseToEndOfRow() {
    for index in column..<cells[row].count { cells[row][index] = " " }
  }
}
