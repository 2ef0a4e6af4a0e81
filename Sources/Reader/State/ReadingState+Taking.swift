import DiscussionModel
import RichText
import TextGrid

/// Taking texts and addresses elsewhere.
extension ReadingState {
  /// Copies the focused entry's text, as its author wrote it.
  mutating func copyText() -> [Effect] {
    let lines = page.lines(of: focus)
    guard !lines.isEmpty else {
      shell.say("no text here")
      return []
    }
    shell.say(SafeText("copied \(counted(lines.count, "line")) of \(nameOfFocus)"))
    return [.copy(lines)]
  }

  /// Copies the address of the focused comment, or else of the article.
  mutating func copyLink() -> [Effect] {
    guard let address = pageAddress ?? page.discussion.url else {
      shell.say("no known address")
      return []
    }
    let safe = SafeText(address: address)
    shell.say("copied " + safe)
    return [.copy([safe])]
  }

  /// Opens the focused comment's own page.
  mutating func openPage() -> [Effect] {
    guard let address = pageAddress else {
      shell.say(
        page.discussion.url == nil
          ? "no known address" : "this comment has no page (O opens the article)")
      return []
    }
    return open(SafeText(address: address))
  }

  /// Opens the article's page.
  mutating func openArticle() -> [Effect] {
    guard let address = page.discussion.url else {
      shell.say("no known address")
      return []
    }
    return open(SafeText(address: address))
  }

  /// Opens a link of the focused entry by its number, 1-based.
  mutating func openLink(number: Int) -> [Effect] {
    let links = page.links(of: focus)
    guard links.indices.contains(number - 1) else {
      shell.say(
        links.isEmpty
          ? "no links here" : SafeText("no link \(number): expected 1 to \(links.count)"))
      return []
    }
    return open(links[number - 1])
  }

  private mutating func open(_ address: SafeText) -> [Effect] {
    guard address.canBeOpened else {
      shell.say("not opened (only http, https, mailto and gemini): " + address)
      return []
    }
    shell.say("opening " + address)
    return [.browse(address)]
  }

  /// The address of the focused entry's own page; nil where none is known.
  private var pageAddress: String? {
    guard let position = page.position(of: focus) else { return page.discussion.url }
    return page.comment(at: position).details?.url
  }

  private var nameOfFocus: String {
    page.position(of: focus).map { "#\(page.number(at: $0))" } ?? "the article"
  }
}

extension SafeText {
  /// Whether it is an address that other programs may be given.
  var canBeOpened: Bool {
    let scheme = string.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto", "gemini"].contains(scheme) && scheme.count < count
  }
}

extension Page {
  /// An entry's text as its author wrote it; HTML without its tags.
  ///
  /// - Complexity: O(length).
  func lines(of entry: Int) -> [SafeText] {
    switch kind(of: entry) {
    case .article: [SafeText(discussion.title)] + lines(of: discussion.body, in: discussion.markup)
    case .notice: Self.lines(discussion.notice ?? "")
    case .links(let index):
      discussion.links[index].items.map { item in
        SafeText(item.title + (item.url.map { "  " + $0 } ?? ""))
      }
    case .comment(let position):
      lines(
        of: comment(at: position).body,
        in: comment(at: position).details?.markup ?? discussion.markup)
    }
  }

  private func lines(of text: RawText?, in markup: Markup) -> [SafeText] {
    guard let text else { return [] }
    if markup != .html { return Self.lines(text.text) }
    let blocks = body(of: text, in: markup).blocks.map { $0.lines.map(\.text) }
    return Array(blocks.joined(separator: [""]))
  }

  private static func lines(_ text: String) -> [SafeText] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { SafeText(String($0)) }
  }
}
