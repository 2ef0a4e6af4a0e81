import TextGrid

extension HTMLReader {
  /// Does what the start of an element asks for; it is the innermost open one.
  mutating func begin(_ meaning: Meaning) {
    if meaning.breaksFlow { breakFlow() }
    switch meaning {
    case .none, .block: break
    case .hidden: hide()
    case .paragraph: if case .item = outer { builder.loosenItem() }
    case .heading(let level): builder.begin(.heading(level: level))
    case .rule: builder.begin(.rule)
    case .preformatted: stiffen(.code)
    case .diff: builder.markDiff()
    case .quote, .quoteOf: builder.openQuote()
    case .quoted(let name): if let name { say(title: name + ":") }
    case .list(let numbers): builder.openList(numbers, isTight: true)
    case .item(let value, let style): builder.openItem(value: value, style: style)
    case .notes: if builder.hasText { builder.begin(.rule) }
    case .noteList: builder.openList(nil, isTight: true)
    case .note:
      notes += 1
      builder.openItem(marker: "[^\(String(notes))] ")
    case .noteMark: capture = Capture(.noteMark)
    case .term: builder.open(.strong)
    case .explanation: builder.openExplanation()
    case .spoiler: builder.openSpoiler(title: "")
    case .summary: capture = Capture(.summary)
    case .title:
      if case .quoteOf = outer { outer = .quoteOf(nil) }
      builder.open(.strong)
    case .preview(let target): capture = Capture(.preview, target: target)
    case .table: stiffen(.table)
    case .innerTable: innerTables += 1
    case .caption: builder.openCaption()
    case .row:
      builder.openRow()
      isHeadingRow = true
    case .cell(_, let isHeading, _, _): isHeadingRow = isHeadingRow && isHeading
    case .trait(let traits): builder.open(traits)
    case .link(let target): builder.openLink(to: target)
    case .raised: builder.sign("^")
    case .cited: builder.text("“")
    case .lineBreak: builder.lineBreak()
    case .sign(let text): builder.text(text)
    case .picture(let text, let target):
      say(text, linkedTo: target)
      hide()
    }
  }

  /// Undoes at the end of an element what its start did; it is open no longer.
  mutating func end(_ meaning: Meaning) {
    if meaning.breaksFlow { breakFlow() }
    switch meaning {
    case .none, .block, .paragraph, .heading, .rule, .diff, .quoted, .notes: break
    case .hidden, .picture: show()
    case .preformatted, .table:
      builder.end()
      rigid = nil
    case .quote, .quoteOf, .list, .item, .explanation, .noteList, .note: builder.close()
    case .noteMark:
      let label = capture?.title.filter { !"[^]".contains($0) } ?? ""
      capture = nil
      if !label.isEmpty { builder.text("[^\(label)]") }
    case .term: builder.close(.strong)
    case .spoiler: builder.closeSpoiler()
    case .summary:
      if let capture { builder.nameSpoiler(capture.title) }
      capture = nil
    case .title:
      builder.close(.strong)
      builder.joinNext()
    case .preview: endPreview()
    case .innerTable: innerTables -= 1
    case .caption: builder.closeCell()
    case .row: if isHeadingRow { builder.markHeading() }
    case .cell(let alignment, _, let columns, let rows):
      builder.closeCell(alignment, columns: columns, rows: rows)
    case .trait(let traits): builder.close(traits)
    case .link: builder.closeLink()
    case .cited: builder.text("”")
    case .raised, .lineBreak, .sign: break
    }
  }

  private mutating func endPreview() {
    let preview = capture
    capture = nil
    if let preview { say(preview.title, linkedTo: preview.target) }
    breakFlow()
  }

  /// Says a captured text as text, since it was none that stands for another.
  mutating func releaseCapture() {
    let text = capture?.title ?? ""
    capture = nil
    builder.text(text)
  }

  private mutating func say(_ text: String, linkedTo target: String?) {
    if let target { builder.openLink(to: target) }
    builder.text(text)
    if target != nil { builder.closeLink() }
  }

  private mutating func say(title: String) {
    builder.open(.strong)
    builder.text(title)
    builder.close(.strong)
    builder.joinNext()
  }
}

extension Meaning {
  /// Whether what is before it, and its own text, stand by themselves.
  fileprivate var breaksFlow: Bool {
    switch self {
    case .block, .paragraph, .heading, .rule, .quote, .quoteOf, .quoted, .list, .item, .notes,
      .noteList, .note, .term, .explanation, .spoiler, .summary, .title, .preview, .innerTable:
      true
    case .none, .hidden, .preformatted, .diff, .table, .caption, .row, .cell, .trait, .link,
      .noteMark,
      .raised, .cited, .lineBreak, .sign, .picture:
      false
    }
  }
}
