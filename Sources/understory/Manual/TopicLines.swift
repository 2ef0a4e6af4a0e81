import TextGrid

/// A page of the manual as lines for a terminal, in the making.
struct TopicLines {
  private(set) var lines: [SafeText] = []
  /// How far paragraphs are indented: below a heading they are.
  private var indent = 0
  private var isAfterItem = false

  /// The cells of a line.
  private static let columns = 80
  /// Where the text stands that belongs to a term.
  private static let textColumn = 24

  /// The lines of a table alone.
  static func lines(of table: TopicTable) -> [SafeText] {
    var lines = TopicLines()
    lines.add(table)
    return lines.lines
  }

  mutating func add(_ block: TopicText.Block) {
    if case .item = block {} else { isAfterItem = false }
    switch block {
    case .heading(level: 1, let title): lines.append(SafeText(TopicText.plain(title)))
    case .heading(let level, let title):
      let title = TopicText.plain(title)
      separate()
      lines.append(SafeText(level == 2 ? title.uppercased() : "  " + title))
      indent = 2
    case .paragraph(let text):
      separate()
      lines += wrapped(text, indent: indent)
    case .item(let text):
      if !isAfterItem { separate() }
      isAfterItem = true
      let item = wrapped(text, indent: indent + 2)
      let blanks = SafeText(String(repeating: " ", count: indent) + "- ")
      lines.append(blanks + item[0][(indent + 2)..<item[0].count])
      lines += item.dropFirst()
    case .literal(let code):
      separate()
      lines += code.map { SafeText($0.isEmpty ? "" : "    " + $0) }
    case .table(let table): add(table)
    case .made(let name):
      if let table = TopicTable.made(name) { add(table) }
    }
  }

  /// Adds an empty line, unless there is one or nothing yet.
  private mutating func separate() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func add(_ table: TopicTable) {
    for part in table.parts {
      separate()
      if !part.heading.isEmpty { lines.append(SafeText(TopicText.plain(part.heading))) }
      for entry in part.entries { add(entry) }
    }
  }

  private mutating func add(_ entry: TopicTable.Entry) {
    let term = "  " + SafeText(TopicText.plain(entry.term))
    let column = Self.textColumn
    if term.width < column {
      let blanks = SafeText(String(repeating: " ", count: column - term.width))
      let text = wrapped(entry.text, indent: column)
      lines.append(term + blanks + text[0][min(column, text[0].count)..<text[0].count])
      lines += text.dropFirst()
    } else {
      lines += wrapped(entry.term, indent: 2) + wrapped(entry.text, indent: column)
    }
    for example in entry.examples { lines.append(SafeText("      \(example)")) }
  }

  /// A text in lines that begin with spaces; at least one.
  private func wrapped(_ text: String, indent: Int) -> [SafeText] {
    let text = SafeText(TopicText.plain(text))
    let blanks = SafeText(String(repeating: " ", count: indent))
    let lines = LineBreaker(width: Self.columns - indent).lines(of: text)
    return lines.isEmpty ? [blanks] : lines.map { (blanks + text[$0]).trimmedEnd }
  }
}
