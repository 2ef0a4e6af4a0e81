public import DiscussionModel
import Reader
public import TextGrid

/// A discussion as plain text, to be read from top to bottom: by a person, a pager, a voice.
///
/// How deep a comment is, is told by its indentation and in words. There is nothing in it that a
/// terminal would obey.
public enum PlainExport {
  /// Cells by which each level is set in.
  private static let indent = 2

  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - discussion: what is to be read.
  ///   - columns: how wide a line may be; deep comments keep at least 30 cells.
  ///   - line: called with each line, in order.
  /// - Throws: what `line` throws, which ends the work.
  /// - Complexity: O(length).
  public static func write<Failure: Error>(
    _ discussion: Discussion, columns: Int, line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    let page = Page(discussion)
    for entry in 0..<page.count {
      if entry > 0 { try line("") }
      let depth = page.depth(of: entry)
      let levels = max(0, min(depth, (columns - 30) / indent))
      let margin = SafeText(String(repeating: " ", count: indent * levels))
      if let heading = page.heading(of: entry) { try line(margin + heading) }
      let rows = page.textRows(
        of: entry, width: max(2, columns - indent * levels), showsHidden: page.hasWarning(entry))
      for row in rows {
        let text = row.parts.reduce("") { $0 + $1.text }
        try line(text.isEmpty ? "" : margin + text)
      }
    }
  }
}
