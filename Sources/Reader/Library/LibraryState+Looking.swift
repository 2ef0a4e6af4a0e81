import DiscussionModel
import TextGrid

/// Looking into discussions, help, and taking things elsewhere.
extension LibraryState {
  /// Shows how the focused discussion begins, or closes that.
  mutating func togglePeek() -> [Effect] {
    defer { showFocus() }
    if peek != nil {
      peek = nil
      return []
    }
    guard let entry = focused else {
      shell.say("nothing to look at")
      return []
    }
    peek = LibraryPeek(of: entry.id)
    return [.peek(entry.id)]
  }

  /// Asks for how the focused discussion begins, if that of another is on show.
  mutating func peekAtFocus() -> [Effect] {
    guard let id = peek?.id else { return [] }
    guard let entry = focused else {
      peek = nil
      return []
    }
    if id == entry.id { return [] }
    peek = LibraryPeek(of: entry.id)
    return [.peek(entry.id)]
  }

  /// Shows how a discussion begins; nothing where that came too late.
  mutating func show(_ page: Page?, of id: String) {
    guard peek?.id == id else { return }
    guard let page else {
      peek = nil
      showFocus()
      return
    }
    peek?.show(page, in: shell.size, now: shell.now)
  }

  /// Rows of text that is over the list.
  var textRows: Int {
    if peek != nil { return max(0, LibraryPeek.rows(in: geometry.body).count - 1) }
    return max(1, shell.size.rows - 2)
  }

  /// Scrolls text that is over the list.
  mutating func scrollText(by rows: Int) {
    if shell.helpTop != nil {
      shell.scrollHelp(by: rows, over: .library, columns: shell.size.columns)
    } else {
      let height = textRows
      peek?.scroll(by: rows, rows: height)
    }
  }

  mutating func fetch() -> [Effect] {
    guard let entry = focused else { return [] }
    shell.say("fetching " + entry.shownTitle)
    return [.fetch(entry.id)]
  }

  mutating func copyLink() -> [Effect] {
    guard let address = focused?.address, !address.isEmpty else {
      shell.say("no known address")
      return []
    }
    shell.say("copied " + address)
    return [.copy([address])]
  }

  mutating func openPage() -> [Effect] {
    guard let address = focused?.address, !address.isEmpty else {
      shell.say("no known address")
      return []
    }
    guard address.canBeOpened else {
      shell.say("not opened (only http, https, mailto and gemini): " + address)
      return []
    }
    shell.say("opening " + address)
    return [.browse(address)]
  }
}
