public import Reader
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
  ///   - page: what is to be read.
  ///   - columns: how wide a line may be, at least 2; deep comments keep at least 30 cells.
  ///   - line: called with each line, in order.
  /// - Throws: what `line` throws, which ends the work.
  /// - Complexity: O(length).
  public static func write<Failure: Error>(
    _ page: Page, columns: Int, line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    for entry in 0..<page.count {
      if entry > 0 { try line("") }
      let levels = max(0, min(page.depth(of: entry), (columns - 30) / indent))
      let margin = SafeText(String(repeating: " ", count: indent * levels))
      let width = max(2, columns - indent * levels)
      if let heading = page.heading(of: entry) {
        for part in LineBreaker(width: width).lines(of: heading) {
          try line(margin + heading[part])
        }
      }
      let opened: Opened = page.hasWarning(entry) ? .hidden : []
      for row in page.textRows(of: entry, width: width, opened: opened) {
        let text = (row.margin + row.parts).reduce("") { $0 + $1.text }
        // Code stays whole; a line that stands for hidden text may be too long.
        let lines =
          row.unwrappedWidth == nil
          ? LineBreaker(width: width).lines(of: text) : [0..<text.trimmedEnd.count]
        for part in lines { try line(part.isEmpty ? "" : margin + text[part]) }
      }
      // A list of links shows their addresses itself.
      if case .links = page.kind(of: entry) { continue }
      for (index, target) in page.links(of: entry).enumerated() {
        try line(margin + SafeText("[\(index + 1)] ") + target)
      }
    }
  }
}
