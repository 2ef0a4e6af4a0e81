public import TextGrid

extension Body {
  /// Reads a text without markup.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil if it hides none.
  ///   - links: those of a body that this one follows: its own are numbered after them, and are added to them.
  /// - Complexity: O(length).
  public init(plain text: String, mask: Mask? = nil, after links: [SafeText] = []) {
    self = PlainBody.body(of: text, mask: mask, after: links)
  }

  /// Reads a text in GitHub's Markdown.
  ///
  /// With the HTML in it, `>!spoilers!<` and `::: spoiler`. A line ends where its
  /// author ended it. What would take too long is shown as it is written, and said to be.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil if it hides none.
  /// - Complexity: O(length).
  public init(markdown text: String, mask: Mask? = nil) {
    let source = MarkdownSource.prepared(text)
    let cost = MarkdownCost(source)
    var reader = HTMLReader(.markdown, mask: mask)
    let isRead = MarkdownParser.html(of: source, cost) { HTMLParser.read($0, into: &reader) }
    self = isRead ? reader.finish() : Body(plain: text, mask: mask)
    if !isRead {
      remark(Self.unformatted)
    } else if !cost.allowsTables {
      remark(Self.withoutTables)
    }
  }

  /// Reads a text in HTML, whole or in part, however broken.
  ///
  /// A line that begins with `>` is a quote. What would take too long is shown as it is written, and
  /// said to be.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil if it hides none.
  ///   - links: those of a body that this one follows: its own are numbered after them, and are added to them.
  /// - Complexity: O(length).
  public init(html text: String, mask: Mask? = nil, after links: [SafeText] = []) {
    var reader = HTMLReader(.html, mask: mask, after: links)
    var text = text
    let isRead = text.withUTF8 { bytes in
      guard HTMLCost(bytes).allowsMarkup else { return false }
      HTMLParser.read(bytes, into: &reader)
      return true
    }
    self = isRead ? reader.finish() : Body(plain: text, mask: mask, after: links)
    if !isRead { remark(Self.unformatted) }
  }
}
