import DiscussionModel
import Reader
public import TextGrid

/// A discussion as plain text, to be read from top to bottom: by a person, a pager, a voice.
///
/// Indentation and words show how deep a comment is. Code and tables are wrapped, with
/// a sign before what goes on with a line; only addresses that links lead to stay whole, however
/// long they are. There is nothing in it that a terminal would obey.
public enum PlainExport {
  /// Cells by which each level is set in.
  private static let indent = 2

  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - excerpt: what is to be read.
  ///   - columns: how wide a line may be, at least 2; deep comments keep at least 30 cells.
  ///   - line: called with each line, in order.
  /// - Throws: what `line` throws, which ends the work.
  /// - Complexity: O(length).
  public static func write<Failure: Error>(
    _ excerpt: Excerpt, columns: Int, line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    let page = excerpt.page
    if !excerpt.hasArticle {
      try write(SafeText(page.discussion.title), columns, line: line)
    }
    for entry in excerpt.entriesBefore {
      if entry > 0 { try line("") }
      if let heading = excerpt.heading(ofEntry: entry) { try write(heading, columns, line: line) }
      try writeText(of: entry, in: page, columns: columns, line: line)
    }
    if let note = excerpt.note {
      if excerpt.hasArticle { try line("") }
      try write(note, columns, line: line)
    }
    for item in excerpt.items {
      try line("")
      let levels = max(0, min(item.level, (columns - 30) / indent))
      let margin = SafeText(String(repeating: " ", count: indent * levels))
      let width = max(2, columns - indent * levels)
      try write(excerpt.heading(of: item), width, margin, line: line)
      if let context = excerpt.context(of: item, cells: max(2, 2 * width - 8)) {
        try write("replies to " + context, width, margin, line: line)
      }
      let entry = item.position + page.firstComment
      try writeText(of: entry, in: page, columns: width, margin: margin, line: line)
      if let cut = excerpt.cutInWords(item) { try write(cut, width, margin, line: line) }
    }
  }

  /// Writes an entry's text, and what its links lead to.
  private static func writeText<Failure: Error>(
    of entry: Int, in page: Page, columns: Int, margin: SafeText = "",
    line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    let width = max(2, columns)
    let opened: Opened = page.hasWarning(entry) ? [.hidden, .wide] : .wide
    for row in page.textRows(of: entry, width: width, opened: opened) {
      let text = (row.margin + row.parts).reduce("") { $0 + $1.text }
      // A rule is as wide as it should be; a line that stands for hidden text may be too long.
      if row.unwrappedWidth == nil {
        try write(text, width, margin, line: line)
      } else {
        let kept = text.trimmedEnd
        try line(kept.isEmpty ? "" : margin + kept)
      }
    }
    // A list of links shows their addresses itself.
    if case .links = page.kind(of: entry) { return }
    for (index, target) in page.links(of: entry).enumerated() {
      try line(margin + SafeText("[\(index + 1)] ") + target)
    }
  }

  /// Writes a text, wrapped.
  private static func write<Failure: Error>(
    _ text: SafeText, _ width: Int, _ margin: SafeText = "",
    line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    for part in LineBreaker(width: width).lines(of: text) {
      try line(part.isEmpty ? "" : margin + text[part])
    }
  }
}

extension Page {
  /// Whether a content warning is before an entry's text.
  func hasWarning(_ entry: Int) -> Bool {
    position(of: entry).flatMap { comment(at: $0).details?.warning } != nil
  }
}
