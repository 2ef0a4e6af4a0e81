import DiscussionModel
import RichText
import TextGrid

extension TextRows {
  /// Adds blocks, with a blank row between those that are not tight; a heading stands close to what
  /// it heads.
  ///
  /// - Parameters:
  ///   - blocks: top to bottom.
  ///   - opened: what the reader opened in them.
  ///   - labels: what is said beside blocks, by their indices.
  mutating func append(_ blocks: [Block], opened: Opened, labels: [Int: SafeText] = [:]) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let margin = Margin(of: block.shownContainers(opened), columns: width)
      if index > 0, !block.isTight, !blocks[index - 1].isHeading {
        blank(margin: between(blocks[index - 1], block, opened: opened))
      }
      if block.cover != nil, !opened.contains(.hidden) {
        let end = blocks[index...].firstIndex { !$0.isHidden(with: block) } ?? blocks.count
        let hidden = blocks[index..<end]
        row(
          hidden.coverText, .masked, margin: margin.first,
          standingFor: hidden.reduce(0) { $0 + $1.length })
        index = end
      } else {
        let start = rows.count
        append(block, margin, opened: opened)
        if let label = labels[index] { self.label(rowsFrom: start, label) }
        index += 1
      }
    }
  }

  /// What is in the blank row between two blocks: the signs of the quotes that both are in.
  private func between(_ one: Block, _ other: Block, opened: Opened) -> [TextRow.Part] {
    let shared = zip(one.shownContainers(opened), other.shownContainers(opened))
      .prefix { $0 == .quote && $1 == .quote }
    return Margin(of: shared.map { $0.0 }, columns: width).rest
  }

  private mutating func append(_ block: Block, _ margin: Margin, opened: Opened) {
    var margin = margin
    switch block.kind {
    case .rule:
      let bar = SafeText(String(repeating: "─", count: max(1, width - margin.width)))
      let part = TextRow.Part(text: bar, role: .rule)
      unwrapped([part], margin: margin.first, length: block.length)
    case .code, .table:
      let start = rows.count
      let isDiff = block.isShownAsDiff
      defer {
        if block.kind == .code { stand(rowsFrom: start, on: .code) }
        joinWidths(rowsFrom: start)
      }
      for line in block.lines {
        let role = isDiff ? line.diffRole : block.role
        if opened.contains(.wide) {
          append(line, of: block, as: role, margin, sign: Self.wrapped, opened: opened)
        } else {
          let parts = line.rowParts(of: 0..<line.text.count, in: block, as: role, opened: opened)
          unwrapped(parts, margin: margin.first, length: line.text.count + 1)
        }
        margin.first = margin.rest
      }
    case .paragraph, .heading:
      for line in block.lines {
        append(line, of: block, as: block.role, margin, opened: opened)
        margin.first = margin.rest
      }
    }
  }

  /// Stands before what goes on with a line of code or of a table.
  private static let wrapped = TextRow.Part(text: "↳ ", role: .detail)

  private mutating func append(
    _ styled: StyledText, of block: Block, as role: Role, _ margin: Margin,
    sign: TextRow.Part? = nil, opened: Opened
  ) {
    let start = rows.count
    line(styled.text, margin: margin, sign: sign) {
      styled.rowParts(of: $0, in: block, as: role, opened: opened)
    }
    if !opened.contains(.hidden), styled.spans.contains(where: { $0.traits.contains(.spoiler) }) {
      markStandingIn(from: start)
    }
  }
}

extension Block {
  /// How many offsets its text has.
  var length: Int { max(1, lines.reduce(0) { $0 + $1.text.count + 1 }) }

  /// What the rows that show it, or that stand for it, are in.
  fileprivate func shownContainers(_ opened: Opened) -> [Container] {
    cover == nil || opened.contains(.hidden) ? containers : Array(containers.prefix(coverDepth))
  }

  /// Whether it is hidden together with another block, which has a cover.
  fileprivate func isHidden(with other: Block) -> Bool {
    switch (cover, other.cover) {
    case (.masked, .masked): true
    case (.spoiler(_, let number), .spoiler(_, let otherNumber)): number == otherNumber
    case (.masked, _), (.spoiler, _), (nil, _): false
    }
  }
}

extension Collection<Block> {
  /// What stands for blocks that are hidden together.
  fileprivate var coverText: SafeText {
    let words = reduce(0) { sum, block in
      if case .masked(let words) = block.cover { sum + words } else { sum }
    }
    if case .spoiler(let title, _) = first?.cover {
      return "▒ " + (title.isEmpty ? "spoiler" : title)
    }
    return SafeText("▒ \(counted(words, "word")) hidden by the site")
  }
}

extension StyledText {
  /// A piece of it as parts of a row.
  fileprivate func rowParts(
    of range: Range<Int>, in block: Block, as role: Role, opened: Opened
  ) -> [TextRow.Part] {
    parts(of: range).flatMap { part in
      if part.traits.contains(.spoiler), !opened.contains(.hidden) {
        let blocks = SafeText(String(repeating: "▒", count: part.text.width))
        return [TextRow.Part(text: blocks, role: .masked)]
      }
      if block.kind == .table, part.traits == [] { return part.text.tableParts(as: role) }
      return [
        TextRow.Part(
          text: part.text, role: part.traits.role ?? role, attributes: part.traits.attributes,
          link: part.link)
      ]
    }
  }

  /// How a line of a diff looks: what is added and what is removed have signs.
  fileprivate var diffRole: Role {
    let line = text.string
    if line.hasPrefix("+++ ") || line.hasPrefix("--- ") { return .code }
    return line.hasPrefix("+") ? .added : line.hasPrefix("-") ? .removed : .code
  }
}

extension SafeText {
  /// A piece of a table without markup, its rules apart from its text.
  ///
  /// - Complexity: O(length).
  fileprivate func tableParts(as role: Role) -> [TextRow.Part] {
    var result: [TextRow.Part] = []
    var (start, at) = (0, 0)
    var wasRule: Bool?
    for scalar in string.unicodeScalars {
      let isRule = "│─┼".unicodeScalars.contains(scalar)
      if let wasRule, wasRule != isRule {
        result.append(TextRow.Part(text: self[start..<at], role: wasRule ? .rule : role))
        start = at
      }
      wasRule = isRule
      at += UTF8.width(scalar)
    }
    if let wasRule {
      result.append(TextRow.Part(text: self[start..<at], role: wasRule ? .rule : role))
    }
    return result
  }
}

extension Block {
  fileprivate var isHeading: Bool { if case .heading = kind { true } else { false } }

  /// In how many quotes it stands.
  private var quoteLevel: Int { containers.count { $0 == .quote } }

  /// Whether its author says that it is a diff, or it has a hunk of one.
  fileprivate var isShownAsDiff: Bool {
    kind == .code && (isDiff || lines.contains { $0.text.string.hasPrefix("@@ -") })
  }

  /// How its ordinary text looks.
  fileprivate var role: Role {
    switch kind {
    case .heading: .heading
    case .code: .code
    case .rule: .rule
    case .table, .paragraph: quoteLevel > 0 ? .quote(quoteLevel) : .text
    }
  }
}

extension Span.Traits {
  /// How text with these traits looks; nil for ordinary text.
  fileprivate var role: Role? {
    let roles: [(Span.Traits, Role)] = [
      (.masked, .masked), (.linkNumber, .linkNumber), (.link, .link),
      (.mention, .mention), (.code, .code), (.strike, .detail),
    ]
    return roles.first { contains($0.0) }?.1
  }

  fileprivate var attributes: Style.Attributes {
    var result: Style.Attributes = []
    if contains(.strong) { result.insert(.bold) }
    if contains(.emphasis) { result.insert(.italic) }
    return result
  }
}
