import TextGrid

/// Tells a ``BodyBuilder`` what the tags and the text of HTML mean.
///
/// Elements that are not known show their text.
struct HTMLReader {
  var builder: BodyBuilder
  let dialect: Dialect
  private var open: [Meaning] = []
  /// How many open elements show nothing.
  private var hidden = 0
  /// Whether a block is open that no other can be in: code or a table.
  var rigid: Rigid?
  /// Whether all cells so far of the row that is open are headings.
  var isHeadingRow = false
  /// Tables that are open within the one that is shown as a table.
  var innerTables = 0
  /// Footnotes so far.
  var notes = 0
  /// A text that is not said at once.
  var capture: Capture?
  /// Inline spoilers of Markdown that are open; they end with their block.
  private var markedSpoilers = 0

  enum Rigid { case code, table }

  enum Dialect {
    /// As sites send it; a line that begins with `>` is a quote.
    case html
    /// As it comes from Markdown: see ``MarkdownSource``.
    case markdown
  }

  init(_ dialect: Dialect, mask: Mask?, after links: [SafeText] = []) {
    self.dialect = dialect
    builder = BodyBuilder(mask: mask, readsQuoteSigns: dialect == .html, after: links)
  }

  // MARK: Events

  mutating func start(_ element: HTMLElement) {
    var meaning = Meaning.hidden
    if hidden == 0, !isHidden(element) {
      meaning = capture == nil ? self.meaning(of: element) : .none
      capture?.note(element, depth: open.count)
    }
    open.append(meaning)
    begin(meaning)
  }

  /// Ends the element that was opened last.
  mutating func end() {
    guard let last = open.popLast() else { return }
    end(last)
    capture?.noteEnd(depth: open.count)
  }

  mutating func text(_ text: String) {
    if hidden > 0 { return }
    if capture != nil {
      capture?.add(text, depth: open.count)
      if capture?.isTooLong == true { releaseCapture() }
    } else if dialect == .markdown {
      addMarked(text)
    } else {
      builder.text(text)
    }
  }

  consuming func finish() -> Body {
    while !open.isEmpty { end() }
    return builder.finish()
  }

  /// What the innermost open element means.
  var parent: Meaning? { open.last }

  /// What the element means in which the innermost open one is; to begin with, nothing.
  var outer: Meaning {
    get { open.count > 1 ? open[open.count - 2] : .none }
    set { if open.count > 1 { open[open.count - 2] = newValue } }
  }

  // MARK: What is said in more than one place

  mutating func hide() { hidden += 1 }

  mutating func show() { hidden -= 1 }

  /// Ends what flows into each other: the paragraph, or in code the line.
  mutating func breakFlow() {
    endMarkedSpoilers()
    if rigid == nil { builder.end() } else { builder.freshLine() }
  }

  /// Begins code or a table.
  mutating func stiffen(_ kind: Rigid) {
    endMarkedSpoilers()
    builder.begin(kind == .code ? .code : .table)
    rigid = kind
  }

  // MARK: Spoilers of Markdown

  private mutating func addMarked(_ text: String) {
    guard text.utf8.contains(SpoilerSign.firstByte) else {
      builder.text(text)
      return
    }
    let isCode = rigid == .code || open.contains(.trait(.code))
    var piece = ""
    for scalar in text.unicodeScalars {
      guard let sign = SpoilerSign(rawValue: scalar.value) else {
        piece.unicodeScalars.append(scalar)
        continue
      }
      if isCode {
        piece += sign.text
        continue
      }
      builder.text(piece)
      piece = ""
      switch sign {
      case .opening:
        builder.open(.spoiler)
        markedSpoilers += 1
      case .closing where markedSpoilers > 0:
        builder.close(.spoiler)
        markedSpoilers -= 1
      case .closing: piece += sign.text
      }
    }
    builder.text(piece)
  }

  private mutating func endMarkedSpoilers() {
    for _ in 0..<markedSpoilers { builder.close(.spoiler) }
    markedSpoilers = 0
  }
}
