import DiscussionModel
public import Reader
import RichText
public import TextGrid

/// A discussion as one page of HTML that needs no script and loads nothing.
///
/// Each comment is a `details` element that holds its replies. They are one in the other down to
/// ``deepest``, since browsers bear no more than some hundred levels; deeper ones are there too,
/// and each says its level and what it replies to. Nothing that a stranger wrote is markup.
public enum HTMLExport {
  /// Comments that are one in the other at most.
  static let deepest = 24

  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - excerpt: what is to be read.
  ///   - theme: its colours.
  ///   - dark: its colours where the reader's system is dark; nil for the same.
  ///   - line: called with each line, in order.
  /// - Throws: what `line` throws, which ends the work.
  /// - Complexity: O(length).
  public static func write<Failure: Error>(
    _ excerpt: Excerpt, theme: Theme, dark: Theme? = nil,
    line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    for text in head(of: excerpt, theme, dark: dark) { try line(SafeText(text)) }
    for text in HTMLArticle.lines(of: excerpt) { try line(SafeText(text)) }
    var open = 0
    for item in excerpt.items {
      let level = min(item.level, deepest - 1)
      if open > level {
        try line(SafeText(String(repeating: "</details>", count: open - level)))
      }
      let name = excerpt.page.author(at: item.position).map { SafeText($0) }
      let classes = name.map { HTMLStyle.classes(of: $0, theme, dark: dark) } ?? "a"
      let comment = HTMLComment(item, in: excerpt, nameClasses: classes)
      for text in comment.lines { try line(SafeText(text)) }
      open = level + 1
    }
    if open > 0 { try line(SafeText(String(repeating: "</details>", count: open))) }
    try line("</body>")
    try line("</html>")
  }

  private static func head(of excerpt: Excerpt, _ theme: Theme, dark: Theme?) -> [String] {
    [
      "<!DOCTYPE html>", "<html>", "<head>", "<meta charset=\"utf-8\">",
      // So that understory recognises its own export.
      "<meta name=\"generator\" content=\"understory\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">",
      "<meta name=\"referrer\" content=\"no-referrer\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(SafeText(excerpt.page.discussion.title).inHTML)</title>", "<style>",
    ] + HTMLStyle.lines(theme, dark: dark) + ["</style>", "</head>", "<body>"]
  }
}
