/// Footnotes of Markdown: lines that begin with `[^label]:`.
///
/// cmark-gfm drops a footnote that nothing refers to, and of two with one label the second; without
/// footnotes it takes one of one word for the address of a link, and drops it too. Such lines are
/// escaped, so that they stay text.
extension String {
  /// The lines, counted from 0, that begin footnotes; none of them is code.
  ///
  /// - Complexity: O(length).
  var noteLines: Set<Int> {
    guard utf8.mayHaveNotes else { return [] }
    var result: Set<Int> = []
    var fence: (sign: Character, count: Int)?
    for (index, line) in splitLines.lazy.map(MarkdownLine.init).enumerated() {
      if let open = fence {
        if line.closes(open) { fence = nil }
      } else if let opening = line.fence {
        fence = opening
      } else if line.beginsNote {
        result.insert(index)
      }
    }
    return result
  }

  /// With a backslash before the footnotes that begin in some lines, counted from 0.
  ///
  /// - Complexity: O(length).
  func escapingNotes(_ lines: Set<Int>) -> String {
    splitLines.enumerated().map { index, text in
      guard lines.contains(index) else { return String(text) }
      let line = MarkdownLine(text)
      // By itself, not in the note before.
      return line.prefix + "\n" + line.prefix + "\\" + line.rest
    }
    .joined(separator: "\n")
  }
}

extension MarkdownLine {
  fileprivate var beginsNote: Bool {
    guard !isSetIn, rest.hasPrefix("[^"), let end = rest.firstIndex(of: "]") else { return false }
    return rest[..<end].utf8.count > 2 && rest[end...].hasPrefix("]:")
  }
}

extension String.UTF8View {
  /// Whether `[^` stands anywhere.
  fileprivate var mayHaveNotes: Bool {
    var last: UInt8 = 0
    for byte in self {
      if last == UInt8(ascii: "["), byte == UInt8(ascii: "^") { return true }
      last = byte
    }
    return false
  }
}
