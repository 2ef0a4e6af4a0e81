/// What of a text takes cmark-gfm 0.29 more time than its length allows.
struct MarkdownCost {
  private var length = 0
  /// Signs at which it looks for an address without brackets.
  private var addressSigns = 0
  /// Signs of footnotes: each is a link back in the HTML that it makes.
  private var noteSigns = 0
  private var pictures = 0
  private var links = 0
  /// Cells of all tables, with those that fill rows up to as many as the widest has.
  private(set) var cells = 0
  /// What it takes to add each cell of a row to a list, at the end of which it looks from the start.
  private(set) var steps = 0

  /// Signs of quotes in lines that are in more than 32 of them: each is opened for each line.
  private(set) var quoteSigns = 0

  static let mostQuoteSigns = 20_000
  /// Cells of all tables together that are laid out.
  static let mostCells = 10_000
  static let mostSteps = 4_000_000

  /// - Complexity: O(length).
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { MarkdownCost($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    length = bytes.count
    var last: UInt8 = 0
    var line = Line()
    var rows = Rows()
    for byte in bytes {
      switch (last, byte) {
      case (_, UInt8(ascii: "@")), (UInt8(ascii: "w"), UInt8(ascii: ".")): addressSigns += 1
      case (UInt8(ascii: "["), UInt8(ascii: "^")): noteSigns += 1
      case (UInt8(ascii: "!"), UInt8(ascii: "[")): pictures += 1
      case (UInt8(ascii: "]"), UInt8(ascii: "(")), (UInt8(ascii: "]"), UInt8(ascii: "[")):
        links += 1
      default: break
      }
      switch byte {
      // The first of CR LF has ended the line.
      case UInt8(ascii: "\n") where last == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        end(line, &rows)
        line = Line()
      default: line.add(byte)
      }
      last = byte
    }
    end(line, &rows)
    end(Line(), &rows)
  }

  /// A line that may be a row of a table.
  private struct Line {
    /// Signs of quotes at its start.
    var signs = 0
    var bars = 0
    var dashes = 0
    var isBlank = true
    /// Whether it may divide the headings of a table from its rows.
    var isDivider = true

    mutating func add(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): return
      case UInt8(ascii: ">"):
        if isBlank { signs += 1 }
        return
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"): break
      default: isDivider = false
      }
      isBlank = false
    }
  }

  /// Lines without a blank one between them.
  private struct Rows {
    var count = 0
    var columns = 0
    var steps = 0
    var hasDivider = false
  }

  private mutating func end(_ line: Line, _ rows: inout Rows) {
    if line.signs > 32 { quoteSigns += line.signs }
    guard line.isBlank else {
      let columns = line.bars + 1
      rows.count += 1
      rows.columns = max(rows.columns, columns)
      rows.steps += columns * columns
      if line.isDivider, line.dashes > 0, line.bars > 0 { rows.hasDivider = true }
      return
    }
    if rows.hasDivider {
      cells += rows.count * rows.columns
      steps += rows.steps
    }
    rows = Rows()
  }

  /// Whether addresses may be looked for: each look may go to the end of the text.
  var allowsAddresses: Bool { addressSigns * length <= 100_000_000 }

  /// Whether footnotes may be read.
  var allowsNotes: Bool { noteSigns <= 5_000 }

  /// Whether tables may be read.
  var allowsTables: Bool { cells <= Self.mostCells && steps <= Self.mostSteps }

  /// Whether the text may be read at all: each link is compared with all pictures before it.
  var allowsMarkup: Bool {
    pictures * links <= 100_000_000 && quoteSigns <= Self.mostQuoteSigns
  }
}
