/// A page of the manual as it is written: a small part of Markdown, so that it can be read in the
/// sources too.
///
/// A paragraph, an item of a list and a row of a table may be of several lines, but for rows. There is
/// no other markup than that of ``Block``, `code` and `[links](to)`.
struct TopicText: Equatable {
  private(set) var blocks: [Block] = []

  enum Block: Equatable {
    /// From 1, of which there is one, the title, to 3.
    case heading(level: Int, String)
    case paragraph(String)
    case item(String)
    /// Lines to be typed or read as they stand.
    case literal([String])
    case table(TopicTable)
    /// The name of a table that the program makes, from a line such as `<!-- keys -->`.
    case made(String)
  }

  /// - Complexity: O(length).
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first {
      if line.isEmpty {
        lines.removeFirst()
      } else if line.hasPrefix("```") {
        lines.removeFirst()
        let code = lines.prefix { !$0.hasPrefix("```") }
        blocks.append(.literal(code.map(String.init)))
        lines = lines.dropFirst(code.count + 1)
      } else if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }.count
        blocks.append(.heading(level: level, String(line.dropFirst(level + 1))))
        lines.removeFirst()
      } else if line.hasPrefix("<!-- ") {
        blocks.append(.made(String(line.dropFirst(5).prefix { $0 != " " })))
        lines.removeFirst()
      } else if line.hasPrefix("|") {
        let rows = lines.prefix { $0.hasPrefix("|") }
        blocks.append(.table(TopicTable(rows: rows.map { Self.cells($0) })))
        lines = lines.dropFirst(rows.count)
      } else {
        let isItem = line.hasPrefix("- ")
        let more = lines.dropFirst().prefix { Self.continues($0) }
        let begin = isItem ? line.dropFirst(2) : line
        let words = ([begin] + more.map { $0.drop { $0 == " " } }).joined(separator: " ")
        blocks.append(isItem ? .item(words) : .paragraph(words))
        lines = lines.dropFirst(1 + more.count)
      }
    }
  }

  /// Whether a line goes on with the paragraph or item before it.
  private static func continues(_ line: Substring) -> Bool {
    !line.isEmpty && !["- ", "#", "|", "```", "<!-- "].contains { line.hasPrefix($0) }
  }

  /// The cells of a row such as `| a | b |`, in which `\|` stands for a bar.
  private static func cells(_ row: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character != "\\" || isEscaped {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast().map { cell in
      cell.split(separator: " ").joined(separator: " ")
    }
  }

  /// A text in parts, code or not, without the marks around code and without where links lead.
  static func parts(of text: String) -> [(text: String, isCode: Bool)] {
    let parts = withoutTargets(text).split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { index, part in
      part.isEmpty ? nil : (String(part), index % 2 == 1)
    }
  }

  /// A text as its reader sees it without any style.
  static func plain(_ text: String) -> String { parts(of: text).map(\.text).joined() }

  /// With `[text](target)` as `text`, but for code.
  private static func withoutTargets(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var isCode = false
    while let character = rest.popFirst() {
      if character == "`" { isCode.toggle() }
      if character == "[", !isCode, let close = rest.firstIndex(of: "]"),
        rest[close...].hasPrefix("]("), let end = rest[close...].firstIndex(of: ")")
      {
        result += rest[..<close]
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// A table of a page: terms, each with a text, or under each term several of them with names.
struct TopicTable: Equatable {
  /// Parts of which each has a heading, which is empty if there is only one.
  private(set) var parts: [Part]

  struct Part: Equatable {
    var heading = ""
    var entries: [Entry]
  }

  /// A term with what it means; both on one line each.
  struct Entry: Equatable {
    var term: String
    var text: String
    /// Lines to be typed or read as they stand.
    var examples: [String] = []
  }

  init(_ parts: [Part]) { self.parts = parts }

  /// - Parameter rows: the names of the columns, a row of dashes, and what is below. Two columns are
  ///   a term and its text. Of more, the first is a heading, and the others go by their names.
  init(rows: [[String]]) {
    let names = (rows.first ?? []).map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let rows = rows.dropFirst(2).filter { !$0.isEmpty }
    if names.count <= 2 {
      parts = [Part(entries: rows.map { Entry(term: $0[0], text: $0.count > 1 ? $0[1] : "") })]
    } else {
      parts = rows.map { row in
        let named = zip(names, row).dropFirst().filter { !$0.1.isEmpty }
        return Part(heading: row[0], entries: named.map { Entry(term: $0, text: $1) })
      }
    }
  }
}
