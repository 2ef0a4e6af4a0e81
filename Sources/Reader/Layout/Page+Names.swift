import DiscussionModel
import RichText
import TextGrid

extension Page {
  /// What a comment is called where it is spoken of: its author, or else its number.
  func caller(at position: Int) -> SafeText {
    let comment = comment(at: position)
    if let author = comment.author, !author.isEmpty { return SafeText(author) }
    if comment.state == .deleted { return "[deleted]" }
    return SafeText("#\(number(at: position))")
  }

  /// How an entry begins, in one line: as much of its text as could fit.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - cells: how much at most is needed.
  /// - Returns: a text that may be wider than that.
  /// - Complexity: O(length of the body).
  func beginning(of entry: Int, cells: Int) -> SafeText {
    switch kind(of: entry) {
    case .article: return SafeText(discussion.title)
    case .notice: return beginning(of: PlainBody.blocks(of: discussion.notice ?? ""), cells: cells)
    case .links(let index): return SafeText(discussion.links[index].heading)
    case .comment(let position):
      let comment = comment(at: position)
      if comment.state == .deleted { return "" }
      if let warning = comment.details?.warning { return SafeText("▒ \(warning)") }
      return beginning(of: blocks(of: comment), cells: cells)
    }
  }

  private func beginning(of blocks: [Block], cells: Int) -> SafeText {
    var result: SafeText = ""
    for block in blocks {
      for paragraph in block.paragraphs {
        for line in paragraph.lines {
          if !result.isEmpty { result += " " }
          result += line.text
          if result.width > cells { return result }
        }
      }
    }
    return result
  }
}
