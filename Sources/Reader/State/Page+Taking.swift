import DiscussionModel
import RichText
import TextGrid

/// Taking texts and addresses elsewhere.
extension Page {
  /// Copies an entry's text, as its author wrote it.
  func copyingText(of entry: Int) -> Answer {
    let lines = lines(of: entry)
    if lines.isEmpty { return Answer("no text here") }
    let name = position(of: entry).map { "#\(number(at: $0))" } ?? "the article"
    return Answer(
      SafeText("copied \(counted(lines.count, "line")) of \(name)"), effects: [.copy(lines)])
  }

  /// Copies an entry's text as a quote, with who said it and where.
  func copyingQuote(of entry: Int) -> Answer {
    let lines = lines(of: entry)
    if lines.isEmpty { return Answer("no text here") }
    let who = author(of: entry) ?? (entry == 0 ? discussion.author : nil)
    let name = position(of: entry).map { "#\(number(at: $0))" } ?? "the article"
    let said = SafeText(who.map { $0 + " wrote" } ?? name)
    let place = address(of: entry).map { " (" + SafeText(address: $0) + ")" } ?? ""
    return Answer(
      SafeText("copied \(name) as a quote"),
      effects: [.copy([said + place + ":"] + lines.map { $0.isEmpty ? ">" : "> " + $0 })])
  }

  /// Copies the address of a comment, or else of the article.
  func copyingLink(of entry: Int) -> Answer {
    guard let address = address(of: entry) ?? discussion.url else {
      return Answer("this discussion has no link")
    }
    let safe = SafeText(address: address)
    return Answer("copied " + safe, effects: [.copy([safe])])
  }

  /// Opens a comment's own page.
  func openingPage(of entry: Int, _ calls: CommandCalls) -> Answer {
    if let address = address(of: entry) { return opening(SafeText(address: address)) }
    return Answer(
      discussion.url == nil
        ? "this discussion has no link"
        : "this comment has no page (" + calls["open-article"] + " opens the article)")
  }

  /// Opens the page of the article: of the one that the discussion links to, or else its own.
  var openingArticle: Answer {
    (linkedAddress ?? discussion.url).map { opening(SafeText(address: $0)) }
      ?? Answer("this discussion has no link")
  }

  /// That an entry has no link that can be opened.
  func noLinks(of entry: Int) -> SafeText {
    if case .links = kind(of: entry) { "this list has no addresses" } else { "no links here" }
  }

  /// Follows a link of an entry by its number, 1-based.
  func following(link number: Int, of entry: Int, _ opener: LinkOpener) -> Answer {
    let links = links(of: entry)
    if links.indices.contains(number - 1) { return following(links[number - 1], opener) }
    if links.isEmpty { return Answer(noLinks(of: entry)) }
    return Answer(SafeText("no link \(number): expected 1 to \(links.count)"))
  }

  /// Opens an address here if it leads to a discussion, or else in a browser.
  func following(_ address: SafeText, _ opener: LinkOpener) -> Answer {
    guard opener.opensHere(address) else { return opening(address) }
    return Answer("opening " + address + " here", effects: [.openLink(address.string)])
  }

  private func opening(_ address: SafeText) -> Answer {
    guard address.canBeOpened else {
      return Answer("not opened (only http, https, mailto and gemini): " + address)
    }
    return Answer("opening " + address, effects: [.browse(address)])
  }

  /// The address of an entry's own page; nil if none is known.
  private func address(of entry: Int) -> String? {
    guard let position = position(of: entry) else { return discussion.url }
    return comment(at: position).details?.url
  }

  /// An entry's text as its author wrote it; HTML without its tags.
  ///
  /// - Complexity: O(length).
  func lines(of entry: Int) -> [SafeText] {
    switch kind(of: entry) {
    case .article:
      [SafeText(discussion.title)] + lines(of: discussion.body, in: discussion.markup)
        + (shownLinked.map { linked in
          ["", SafeText(linked.title ?? linked.url)] + lines(of: linked.body, in: .html)
        } ?? [])
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

extension SafeText {
  /// Whether it is an address that other programs may be given.
  var canBeOpened: Bool {
    let scheme = string.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto", "gemini"].contains(scheme) && scheme.count < count
  }
}
