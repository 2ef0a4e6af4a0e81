import TextGrid

extension HTMLReader {
  /// Does what the start of an element asks for; it is the innermost open one.
  mutating func begin(_ meaning: Meaning) {
    switch meaning {
    case .none: break
    case .hidden: hide()
    case .block, .paragraph, .term, .quoted, .heading, .rule: beginBlock(meaning)
    case .quote, .quoteOf, .list, .item, .explanation: beginContainer(meaning)
    case .spoiler, .summary, .title, .preview: beginBox(meaning)
    case .preformatted: stiffen(.code)
    case .table: stiffen(.table)
    case .innerTable:
      innerTables += 1
      breakFlow()
    case .caption: builder.openRow()
    case .row:
      builder.openRow()
      isHeadingRow = true
    case .cell(_, let isHeading, _): isHeadingRow = isHeadingRow && isHeading
    case .trait(let traits): builder.open(traits)
    case .link(let target): builder.openLink(to: target)
    case .raised: builder.sign("^")
    case .cited: builder.text("“")
    case .lineBreak: builder.lineBreak()
    case .sign(let text): builder.text(text)
    case .picture(let text, let target):
      if let target { builder.openLink(to: target) }
      builder.text(text)
      if target != nil { builder.closeLink() }
      hide()
    }
  }

  /// Undoes at the end of an element what its start did; it is open no longer.
  mutating func end(_ meaning: Meaning) {
    switch meaning {
    case .none, .rule, .raised, .lineBreak, .sign: break
    case .hidden, .picture: show()
    case .block, .paragraph, .quoted, .heading: breakFlow()
    case .term:
      builder.close(.strong)
      breakFlow()
    case .quote, .quoteOf, .list, .item, .explanation:
      breakFlow()
      builder.close()
    case .spoiler, .summary, .title, .preview: endBox(meaning)
    case .preformatted, .table:
      builder.end()
      rigid = nil
    case .innerTable:
      innerTables -= 1
      breakFlow()
    case .caption: builder.closeCell()
    case .row: if isHeadingRow { builder.markHeading() }
    case .cell(let alignment, _, let columns):
      builder.closeCell(alignment)
      for _ in 1..<max(1, min(columns, Self.mostColumns)) { builder.closeCell() }
    case .trait(let traits): builder.close(traits)
    case .link: builder.closeLink()
    case .cited: builder.text("”")
    }
  }

  /// Columns that a cell may take.
  private static let mostColumns = 20

  private mutating func beginBlock(_ meaning: Meaning) {
    breakFlow()
    switch meaning {
    case .paragraph: if outer == .item { builder.loosenItem() }
    case .quoted(of: let name?): say(title: name + ":")
    case .heading(let level): builder.begin(.heading(level: level))
    case .rule: builder.begin(.rule)
    case .term: builder.open(.strong)
    default: break
    }
  }

  private mutating func beginContainer(_ meaning: Meaning) {
    breakFlow()
    switch meaning {
    case .quote, .quoteOf: builder.openQuote()
    case .list(let start): builder.openList(start: start, isTight: true)
    case .item: builder.openItem()
    case .explanation:
      // libxml2 does not end one where the next begins.
      if outer == .explanation {
        builder.close()
        outer = .block
      }
      builder.openExplanation()
    default: break
    }
  }

  private mutating func beginBox(_ meaning: Meaning) {
    breakFlow()
    switch meaning {
    case .spoiler: builder.openSpoiler(title: "")
    case .summary: capture = Capture(.summary)
    case .title:
      if case .quoteOf = outer { outer = .quoteOf(nil) }
      builder.open(.strong)
    case .preview(let target): capture = Capture(.preview, target: target)
    default: break
    }
  }

  private mutating func endBox(_ meaning: Meaning) {
    switch meaning {
    case .spoiler:
      breakFlow()
      builder.closeSpoiler()
    case .summary:
      if let capture { builder.nameSpoiler(capture.title) }
      capture = nil
    case .title:
      builder.close(.strong)
      breakFlow()
      builder.joinNext()
    case .preview:
      if let capture, let target = capture.target {
        builder.openLink(to: target)
        builder.text(capture.title)
        builder.closeLink()
      } else if let capture {
        builder.text(capture.title)
      }
      capture = nil
      breakFlow()
    default: break
    }
  }

  private mutating func say(title: String) {
    builder.open(.strong)
    builder.text(title)
    builder.close(.strong)
    builder.joinNext()
  }

  /// Says a captured text as text, since it was none that stands for another.
  mutating func releaseCapture() {
    let text = capture?.title ?? ""
    capture = nil
    builder.text(text)
  }
}
