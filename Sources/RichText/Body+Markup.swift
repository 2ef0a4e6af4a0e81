extension Body {
  /// Reads a text without markup.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil where it hides none.
  /// - Complexity: O(length).
  public init(plain text: String, mask: Mask? = nil) {
    self = PlainBody.body(of: text, mask: mask)
  }

  /// Reads a text in GitHub's Markdown, with Reddit's `>!spoilers!<` and Lemmy's `::: spoiler`.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil where it hides none.
  /// - Complexity: O(length).
  public init(markdown text: String, mask: Mask? = nil) {
    self = PlainBody.body(of: text, mask: mask)
  }

  /// Reads a text in HTML, whole or in part, however broken.
  ///
  /// - Parameters:
  ///   - text: unsafe, as it came.
  ///   - mask: how the site hides words; nil where it hides none.
  /// - Complexity: O(length).
  public init(html text: String, mask: Mask? = nil) {
    self = PlainBody.body(of: text, mask: mask)
  }
}
