import TextGrid

/// Makes a body of what a reader of markup finds, one event after the other.
///
/// Text outside any block begins a paragraph. Nothing is kept of what shows nothing.
struct BodyBuilder {
  private var body = Body()
  private var containers = ContainerStack()
  private var block: Block?
  private var line: LineBuilder
  private var table: TableBuilder?
  /// Titles of the open spoilers, and how many there were so far.
  private var spoilers: [SafeText] = []
  private var spoilerCount = 0
  private let mask: Mask?

  init(mask: Mask? = nil) {
    self.mask = mask
    line = LineBuilder(mask: mask)
  }

  // MARK: Blocks

  /// Begins a block, ending the one before.
  mutating func begin(_ kind: Block.Kind) {
    end()
    let place = containers.begin()
    block = Block(kind, in: place.containers, isTight: place.isTight)
    line.mode = kind == .code ? .code : .flowing
    if kind == .table { table = TableBuilder() }
    if kind == .rule { end() }
  }

  /// Ends the block, if there is one.
  mutating func end() {
    guard var ended = block else { return }
    block = nil
    if let table { ended.lines = table.lines }
    table = nil
    if !line.isEmpty { ended.lines.append(line.finish()) }
    ended.lines.dropBlankEnds()
    ended.cover = cover()
    line.forgetWords()
    if !ended.lines.isEmpty || ended.kind == .rule { body.blocks.append(ended) }
  }

  private func cover() -> Block.Cover? {
    if let title = spoilers.first { return .spoiler(title: title, number: spoilerCount) }
    return line.masked * 2 > line.words ? .masked(words: line.masked) : nil
  }

  // MARK: What blocks stand in

  mutating func openQuote() {
    end()
    containers.openQuote()
  }

  /// Opens a list; `start` is its first number, nil for bullets.
  mutating func openList(start: Int?, isTight: Bool) {
    end()
    containers.openList(start: start, isTight: isTight)
  }

  mutating func openItem() {
    end()
    containers.openItem()
  }

  /// Closes the quote, list or item that was opened last.
  mutating func close() {
    end()
    containers.close()
  }

  /// Opens what is hidden under a title; spoilers in it are a part of it.
  mutating func openSpoiler(title: String) {
    end()
    if spoilers.isEmpty { spoilerCount += 1 }
    spoilers.append(SafeText(title))
  }

  mutating func closeSpoiler() {
    end()
    _ = spoilers.popLast()
  }

  // MARK: Text

  /// Adds text, with white space of any length as one space but in code.
  mutating func text(_ text: String) {
    if block == nil {
      if text.allSatisfy(\.isWhitespace) { return }
      begin(.paragraph)
    }
    guard block?.kind == .code else {
      line.add(text)
      return
    }
    for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if index > 0 { endLine() }
      line.add(String(part))
    }
  }

  /// Adds a line with its spaces as they are.
  mutating func verbatimLine(_ text: String) {
    if block == nil { begin(.paragraph) }
    let mode = line.mode
    if mode == .flowing { line.mode = .verbatim }
    line.add(text)
    endLine()
    line.mode = mode
  }

  /// Ends the line; nothing outside a block.
  mutating func lineBreak() {
    if table == nil { endLine() } else { line.add(" ") }
  }

  private mutating func endLine() { block?.lines.append(line.finish()) }

  mutating func open(_ traits: Span.Traits) { line.open(traits) }

  mutating func close(_ traits: Span.Traits) { line.close(traits) }

  /// Begins the text of a link.
  mutating func openLink(to target: String) { line.openLink(to: target) }

  /// Ends the text of a link; its number follows.
  mutating func closeLink() { line.closeLink() }

  // MARK: Tables

  mutating func openRow(isHeading: Bool) { table?.openRow(isHeading: isHeading) }

  mutating func closeCell(_ alignment: TableBuilder.Alignment = .left) {
    let cell = line.finish()
    table?.add(cell, alignment)
  }

  /// The body, once everything is added.
  consuming func finish() -> Body {
    end()
    body.links = line.links.targets
    return body
  }
}
