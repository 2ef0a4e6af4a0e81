import TextGrid

/// Makes a body of what a reader of markup finds, one event after the other.
///
/// Text outside any block begins a paragraph. Nothing is kept of what shows nothing.
struct BodyBuilder {
  private var body = Body()
  private var containers = ContainerStack()
  /// As they were before the block; an empty one takes no bullet.
  private var containersBefore = ContainerStack()
  private var block: Block?
  private var line: LineBuilder
  private var table: TableBuilder?
  private var isNextTight = false
  private var spoilers: [Spoiler] = []
  /// How many spoilers there were so far; those within another are a part of it.
  private var spoilerCount = 0
  /// Whether lines of paragraphs that begin with `>` are quotes.
  private let readsQuoteSigns: Bool

  init(mask: Mask? = nil, readsQuoteSigns: Bool = false, after links: [SafeText] = []) {
    self.readsQuoteSigns = readsQuoteSigns
    line = LineBuilder(mask: mask, after: links)
  }

  private struct Spoiler {
    var title: SafeText
    /// How many blocks there were before it.
    var start: Int
    /// In how many containers it stands.
    var depth: Int
  }

  // MARK: Blocks

  /// Begins a block, ending the one before.
  mutating func begin(_ kind: Block.Kind) {
    end()
    containersBefore = containers
    let place = containers.begin()
    block = Block(kind, in: place.containers, isTight: place.isTight || isNextTight)
    isNextTight = false
    line.mode = kind == .code ? .code : .flowing
    if kind == .table { table = TableBuilder() }
    if kind == .rule { end() }
  }

  /// Says that the block that is open is a diff.
  mutating func markDiff() { block?.isDiff = true }

  /// Ends the block, if there is one.
  mutating func end() {
    guard var ended = block else { return }
    block = nil
    if let table { (ended.lines, ended.grid) = (table.lines, table.grid) }
    table = nil
    ended.cover = cover()
    if let spoiler = spoilers.first { ended.coverDepth = spoiler.depth }
    line.endBlock()
    if !line.isEmpty { ended.lines.append(line.finish()) }
    ended.lines.dropBlankEnds()
    if ended.lines.isEmpty && ended.kind != .rule {
      containers = containersBefore
      return
    }
    if readsQuoteSigns, ended.kind == .paragraph {
      body.blocks += ended.dividedByQuoteSigns()
    } else {
      body.blocks.append(ended)
    }
  }

  private mutating func cover() -> Block.Cover? {
    if let first = spoilers.first { return .spoiler(title: first.title, number: spoilerCount) }
    line.flush()
    return line.masked * 2 > line.words ? .masked(words: line.masked) : nil
  }

  /// Sets the next block right below the one before, if there is one.
  mutating func joinNext() {
    end()
    isNextTight = !body.blocks.isEmpty
  }

  // MARK: What blocks are in

  mutating func openQuote() {
    end()
    containers.openQuote()
  }

  /// Opens a list and says its numbers; nil for bullets.
  mutating func openList(_ numbers: ListNumbers?, isTight: Bool) {
    end()
    containers.openList(numbers, isTight: isTight)
  }

  /// Opens an item of the list.
  ///
  /// - Parameters:
  ///   - marker: what is beside it; nil for the list's own.
  ///   - value: its number; nil for the one that comes next.
  ///   - style: how its number is written; nil for as in the list.
  mutating func openItem(
    marker: SafeText? = nil, value: Int? = nil, style: ListNumbers.Style? = nil
  ) {
    end()
    containers.openItem(marker: marker, value: value, style: style)
  }

  /// Whether there is anything so far.
  var hasText: Bool { block != nil || !body.blocks.isEmpty }

  /// Sets the item that was opened last apart from the one before, if it is still empty.
  mutating func loosenItem() { containers.loosen() }

  /// Opens an explanation, set in below what it explains.
  mutating func openExplanation() {
    joinNext()
    containers.openExplanation()
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
    spoilers.append(
      Spoiler(title: SafeText(title), start: body.blocks.count, depth: containers.depth))
  }

  /// How many spoilers are open, one within the other.
  var openSpoilers: Int { spoilers.count }

  /// Gives the spoiler that was opened last its title.
  mutating func nameSpoiler(_ title: String) {
    end()
    if !spoilers.isEmpty { spoilers[spoilers.count - 1].title = SafeText(title) }
  }

  /// Closes the spoiler that was opened last; of an empty one its title stays.
  mutating func closeSpoiler() {
    end()
    guard let closed = spoilers.popLast(), closed.start == body.blocks.count else { return }
    text(closed.title.string)
    end()
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
    for (index, part) in text.splitLines.enumerated() {
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
  mutating func closeLink() {
    if block == nil, line.isInEmptyLink { begin(.paragraph) }
    line.closeLink()
  }

  /// Adds a sign to the word before it, if there is one.
  mutating func sign(_ sign: String) {
    if block != nil { line.addSign(sign) }
  }

  /// Ends the line if something is in it.
  mutating func freshLine() {
    if !line.isEmpty { lineBreak() }
  }

  // MARK: Tables

  mutating func openRow() { table?.openRow() }

  /// Opens a row for the caption of the table.
  mutating func openCaption() { table?.openCaption() }

  /// Says that the row is one of headings.
  mutating func markHeading() { table?.markHeading() }

  /// Ends a cell, and says where its text stands and how many columns and rows it takes.
  mutating func closeCell(
    _ alignment: TableBuilder.Alignment = .left, columns: Int = 1, rows: Int = 1
  ) {
    let cell = line.finish()
    table?.add(cell, alignment, columns: columns, rows: rows)
  }

  /// The body, once everything is added.
  consuming func finish() -> Body {
    end()
    body.links = line.links.targets
    return body
  }
}
