public import DiscussionModel
import RichText
import TextGrid

/// The article that a discussion links to, shown above its comments as if it were its own.
extension Page {
  /// The address of the article to which the discussion links: the first link of its text that leads elsewhere; nil if it
  /// does not link to one.
  ///
  /// - Complexity: O(length of the text).
  public var linkedAddress: String? {
    let own = discussion.url.map(Self.host) ?? discussion.origin.map { Self.host(of: $0.link) }
    let links = isTextLong ? [] : body(of: discussion.body, in: discussion.markup).links
    let found = links.map(\.string).first { Self.isOfTheWeb($0) && Self.host(of: $0) != own }
    if let found { return found }
    // Without a text, the address is that of the article itself.
    guard discussion.body == nil, let url = discussion.url, Self.isOfTheWeb(url),
      discussion.origin.map({ Self.host(of: $0.link) }) != own
    else { return nil }
    return url
  }

  /// Whether the discussion's own text is so long that it is shown as it was written.
  var isTextLong: Bool { LongText.isLong(discussion.body, in: discussion.markup) }

  /// The linked article, if it is shown.
  var shownLinked: LinkedArticle? { showsLinked ? discussion.linked : nil }

  /// The text of the discussion, and that of the linked article if that is shown.
  func adding(_ linked: LinkedArticle, to own: Body) -> Body {
    var result = own
    if !own.blocks.isEmpty { result.blocks.append(Block(.rule)) }
    if let title = linked.title, !title.isEmpty, title != discussion.title {
      result.blocks.append(
        Block(.heading(level: 2), lines: [StyledText(SafeText(title))]))
    }
    result.blocks.append(Block(lines: [StyledText(SafeText(Self.byline(of: linked)))]))
    let mask = linked.maskCharacter.map { character in
      Mask(character: character) { Discussion.isMasked($0, by: character, in: .html) }
    }
    if let raw = linked.body {
      let isLong = LongText.isLong(raw, in: .html)
      var text =
        isLong
        ? Body(plain: raw.text, mask: mask, after: own.links)
        : Body(html: raw.text, mask: mask, after: own.links)
      if isLong { text.remark(LongText.remark(on: raw, in: .html)) }
      result.blocks += text.blocks
      result.links = text.links
    }
    if let notice = linked.notice {
      let line = SafeText(notice)
      let span = Span(range: 0..<line.count, traits: .emphasis)
      result.blocks.append(Block(lines: [StyledText(line, spans: [span])]))
    }
    return result
  }

  /// `by Ann · 27 Jan 2017 · example.org`.
  private static func byline(of linked: LinkedArticle) -> String {
    let parts = [
      linked.author.map { "by \($0)" }, linked.published.map(Calendar.date), host(of: linked.url),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private static func isOfTheWeb(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }

  /// The host of an address, as it is written, without `www.`.
  private static func host(of address: String) -> String {
    let rest = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
