import TextGrid

/// Looking into discussions, help, and taking things elsewhere.
extension LibraryState {
  /// Shows how the focused discussion begins, or closes that.
  mutating func togglePeek() -> [Effect] {
    defer { showFocus() }
    if case .peek = over {
      over = .nothing
      return []
    }
    guard let entry = focused else {
      notice = "nothing to look at"
      return []
    }
    over = .peek(LibraryPeek(of: entry.id))
    return [.peek(entry.id)]
  }

  /// Asks for how the focused discussion begins, if that of another is on show.
  mutating func peekAtFocus() -> [Effect] {
    guard case .peek(let peek) = over else { return [] }
    guard let entry = focused else {
      over = .nothing
      return []
    }
    if peek.id == entry.id { return [] }
    over = .peek(LibraryPeek(of: entry.id))
    return [.peek(entry.id)]
  }

  /// Shows how a discussion begins; nothing where that came too late.
  mutating func show(_ page: Page?, of id: String) {
    guard case .peek(var peek) = over, peek.id == id else { return }
    guard let page else {
      over = .nothing
      showFocus()
      return
    }
    peek.show(page, in: size, now: now)
    over = .peek(peek)
  }

  /// Rows of text that is over the list.
  var textRows: Int {
    if case .peek = over { return max(0, LibraryPeek.rows(in: geometry.body).count - 1) }
    return max(1, size.rows - 2)
  }

  /// Scrolls text that is over the list.
  mutating func scrollText(by rows: Int) {
    switch over {
    case .help(let top):
      let last = OverlayView.lastTop(helpLines, size)
      over = .help(top: max(0, min(top + rows, last)))
    case .peek(var peek):
      peek.scroll(by: rows, rows: textRows)
      over = .peek(peek)
    case .nothing, .prompt: break
    }
  }

  /// The lines of help: of the list that it is over.
  var helpLines: [OverlayView.Line] {
    let context: Command.Context = if case .found = screen { .results } else { .library }
    return HelpLines.lines(of: commands, in: context, columns: size.columns)
  }

  mutating func fetch() -> [Effect] {
    guard let entry = focused else { return [] }
    notice = "fetching " + entry.shownTitle
    return [.fetch(entry.id)]
  }

  mutating func copyLink() -> [Effect] {
    guard let address = focused?.address, !address.isEmpty else {
      notice = "no known address"
      return []
    }
    notice = "copied " + address
    return [.copy([address])]
  }

  mutating func openPage() -> [Effect] {
    guard let address = focused?.address, !address.isEmpty else {
      notice = "no known address"
      return []
    }
    guard address.canBeOpened else {
      notice = "not opened (only http, https, mailto and gemini): " + address
      return []
    }
    notice = "opening " + address
    return [.browse(address)]
  }
}
