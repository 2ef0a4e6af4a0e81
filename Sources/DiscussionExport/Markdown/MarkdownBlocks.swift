import RichText
import TextGrid

/// A text's blocks as lines of Markdown.
struct MarkdownBlocks {
  private(set) var lines: [String] = []
  private let links: [SafeText]
  /// What the block before is in; empty before the first, and after a line of our own.
  private var open: [Block.Container] = []
  private var last: Block?

  /// - Parameters:
  ///   - body: the text.
  ///   - headings: the level of the text's highest headings; nil if they are bold lines.
  init(_ body: Body, headings: Int? = nil) {
    links = body.links
    for run in CoveredBlocks.runs(of: body.blocks) {
      switch run.cover {
      case nil: for block in run.blocks { add(block, headings: headings) }
      case .masked: addLine(MarkdownText(run.wordsHidden, isAtStart: true).string)
      case .spoiler(let title, _):
        addLine(Self.summary(title.isEmpty ? "spoiler" : title))
        for block in run.blocks { add(block, headings: headings) }
        addLine("</details>")
      }
    }
  }

  /// What begins a part that is folded at first, and ends with `</details>`: HTML of our own.
  static func summary(_ title: SafeText) -> String {
    "<details><summary>▒ \(title.inMarkdownHTML)</summary>"
  }

  /// Adds a line that is in nothing.
  private mutating func addLine(_ line: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(line)
    open = []
    last = nil
  }

  private mutating func add(_ block: Block, headings: Int?) {
    var prefix = ContainerPrefix(of: block.containers, after: open)
    if !lines.isEmpty, !isTight(block) { lines.append(prefix.between) }
    open = block.containers
    last = block
    switch block.kind {
    case .rule: lines.append(prefix.next() + "---")
    case .table where block.grid != nil:
      if let grid = block.grid { add(grid, &prefix) }
    case .code, .table:
      let text = block.lines.map(\.text.string)
      let run = text.map { $0.longestRun(of: "`") }.max() ?? 0
      let fence = String(repeating: "`", count: max(3, run + 1))
      for line in [fence] + text + [fence] { lines.append((prefix.next() + line).trimmedEnd) }
      addTargets(of: block, &prefix)
    case .heading(let level):
      let marks = headings.map { String(repeating: "#", count: min(6, $0 + level - 1)) + " " }
      // A heading is one line.
      let text = block.lines.map { MarkdownLine($0, links: links, isBold: marks == nil).string }
      let isClosed = marks != nil
      for (index, line) in (isClosed ? [text.joined(separator: " ")] : text).enumerated() {
        let isLast = isClosed || index == text.count - 1
        lines.append(prefix.next() + (marks ?? "") + line + (isLast ? "" : "\\"))
      }
    case .paragraph:
      for (index, line) in block.lines.enumerated() {
        let text = MarkdownLine(line, links: links).string
        let isLast = index == block.lines.count - 1
        lines.append(prefix.next() + (text.isEmpty ? "&nbsp;" : text) + (isLast ? "" : "\\"))
      }
    }
  }

  /// Adds a table (GitHub's "Tables (extension)"), which needs a first row that names the columns, be it an empty one.
  private mutating func add(_ grid: TableGrid, _ prefix: inout ContainerPrefix) {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rows = grid.rows.map { cells in
      row(cells.map { MarkdownLine($0, links: links, isInTable: true).string })
    }
    let rule = row(
      grid.alignments.map { alignment in
        switch alignment {
        case .left: "---"
        case .center: ":-:"
        case .right: "--:"
        }
      })
    let heading = grid.hasHeading ? rows[0] : row(grid.alignments.map { _ in "" })
    for line in [heading, rule] + rows.dropFirst(grid.hasHeading ? 1 : 0) {
      lines.append(prefix.next() + line)
    }
  }

  /// Whether a block may follow the one before without a blank line: an item below an item.
  private func isTight(_ block: Block) -> Bool {
    guard block.isTight, block.kind != .table, let last, last.kind == .paragraph,
      case .item = last.containers.last,
      case .item(let marker, true) = block.containers.last
    else { return false }
    return block.containers.count <= last.containers.count || ItemMarker(marker) == .bullet
  }

  /// Says what the links in code or in a table lead to: only their numbers are in it.
  private mutating func addTargets(of block: Block, _ prefix: inout ContainerPrefix) {
    let numbers = Set(block.lines.flatMap { $0.spans.compactMap(\.link) }).sorted()
    let targets = numbers.filter { $0 <= links.count }
    if targets.isEmpty { return }
    lines.append(prefix.between)
    for number in targets {
      let text = StyledText(
        links[number - 1],
        spans: [Span(range: 0..<links[number - 1].count, traits: .link, link: number)])
      let isLast = number == targets.last
      lines.append(
        prefix.next() + "\\[\(number)\\] " + MarkdownLine(text, links: links).string
          + (isLast ? "" : "\\"))
    }
  }
}

/// What is before the lines of a block: signs of quotes and lists.
private struct ContainerPrefix {
  private let first: String
  private let rest: String
  /// A blank line between the block before and this one: the quotes that both are in.
  let between: String
  private var isBegun = false

  /// - Parameters:
  ///   - containers: what the block is in, outermost first.
  ///   - open: what the block before is in.
  init(of containers: [Block.Container], after open: [Block.Container]) {
    let shared = zip(containers, open).prefix { $0.continues($1) }.count
    var first = ""
    var rest = ""
    var between = ""
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote:
        first += "> "
        rest += "> "
      case .item(let marker, _):
        let sign = Self.sign(marker)
        let blank = String(repeating: " ", count: sign.utf8.count)
        first += index < shared ? blank : sign
        rest += blank
      }
      if index + 1 == shared { between = rest.trimmedEnd }
    }
    self.first = first
    self.rest = rest
    self.between = between
  }

  private static func sign(_ marker: SafeText) -> String {
    switch ItemMarker(marker) {
    case .number(let number) where 0..<1_000_000_000 ~= number: "\(number). "
    case .number, .bullet, .none: "- "
    }
  }

  /// What is before the next line.
  mutating func next() -> String {
    defer { isBegun = true }
    return isBegun ? rest : first
  }
}

extension String {
  /// Without the spaces at its end.
  var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
