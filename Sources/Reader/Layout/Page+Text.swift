import DiscussionModel
import RichText
import TextGrid

extension Page {
  /// Sets an entry's text in rows.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - width: cells in a row, at least 2.
  ///   - showsHidden: whether masked paragraphs and texts behind a warning are shown.
  /// - Returns: rows whose offsets begin at 1 where the entry has a header, and else at 0.
  /// - Complexity: O(length).
  public func textRows(of entry: Int, width: Int, showsHidden: Bool) -> [TextRow] {
    switch kind(of: entry) {
    case .article:
      return articleRows(width: width, showsHidden: showsHidden)
    case .notice:
      var rows = TextRows(width: width, from: 1)
      rows.append(PlainBody.blocks(of: discussion.notice ?? ""), showsHidden: showsHidden)
      return rows.rows
    case .links(let index):
      return linkRows(discussion.links[index], width: width)
    case .comment(let position):
      return commentRows(comment(at: position), width: width, showsHidden: showsHidden)
    }
  }

  /// The blocks of the article's body; none where it has no text.
  var articleBlocks: [Block] { discussion.body.map(blocks) ?? [] }

  /// The blocks of a comment's body; none where it has no text.
  func blocks(of comment: Comment) -> [Block] { comment.body.map(blocks) ?? [] }

  /// The blocks of a body of this discussion.
  private func blocks(of body: RawText) -> [Block] {
    let mask = discussion.maskCharacter
    return PlainBody.blocks(of: body.text, mask: mask) { Discussion.isMasked($0, by: mask) }
  }

  private func articleRows(width: Int, showsHidden: Bool) -> [TextRow] {
    var rows = TextRows(width: width, from: 0)
    rows.line(SafeText(discussion.title), .title)
    if let byline { rows.line(byline, .byline) }
    let blocks = articleBlocks
    if !blocks.isEmpty {
      rows.blank()
      rows.append(blocks, showsHidden: showsHidden)
    }
    rows.blank()
    rows.line(summary, .detail)
    return rows.rows
  }

  /// Who wrote the article and when; nil where neither is known.
  var byline: SafeText? {
    let parts = [discussion.author.map { "by \($0)" }, discussion.published.map(Calendar.date)]
    let known = parts.compactMap { $0 }
    return known.isEmpty ? nil : SafeText(known.joined(separator: " · "))
  }

  /// What is below the article, in words.
  var summary: SafeText {
    if thread.count == 0 { return "no comments" }
    let counted = SafeText(counted(thread.count, "comment"))
    return discussion.treeIsInferred ? counted + " · who answers whom is inferred" : counted
  }

  private func commentRows(_ comment: Comment, width: Int, showsHidden: Bool) -> [TextRow] {
    var rows = TextRows(width: width, from: 1)
    if comment.state == .deleted {
      rows.appendMissing(comment)
      return rows.rows
    }
    if let warning = comment.details?.warning, !showsHidden {
      let length = blocks(of: comment).reduce(1) { $0 + $1.length }
      rows.row(SafeText("▒ \(warning)"), .masked, standingFor: length)
    } else {
      rows.append(blocks(of: comment), showsHidden: showsHidden)
    }
    if rows.rows.isEmpty { rows.line("no text", .detail) }
    rows.appendMissing(comment)
    return rows.rows
  }

  private func linkRows(_ list: LinkList, width: Int) -> [TextRow] {
    var rows = TextRows(width: width, from: 1)
    for item in list.items {
      if !rows.rows.isEmpty { rows.blank() }
      let date = item.published.map { "  " + Calendar.date($0) } ?? ""
      rows.line(SafeText(item.title + date), .text)
      if let summary = item.summary { rows.line(SafeText(summary), .detail) }
      if let url = item.url { rows.line(SafeText(url), .detail) }
    }
    return rows.rows
  }
}

extension TextRows {
  /// Adds a line on the replies that the source has and the file has not.
  fileprivate mutating func appendMissing(_ comment: Comment) {
    guard let missing = comment.details?.missingReplies, missing > 0 else { return }
    line(SafeText("\(counted(missing, "more reply", "more replies")) not in this file"), .detail)
  }

  /// Adds blocks with a blank row between them.
  mutating func append(_ blocks: [Block], showsHidden: Bool) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { blank() }
      if case .hidden(_, let words) = block, !showsHidden {
        let text = SafeText("▒ \(counted(words, "word")) hidden by the site")
        row(text, .masked, standingFor: block.length)
        continue
      }
      for (index, paragraph) in block.paragraphs.enumerated() {
        if index > 0 { blank() }
        for styled in paragraph.lines {
          line(styled.text, .text) { range in
            styled.parts(of: range).map { part in
              TextRow.Part(text: part.text, role: part.kind == .masked ? .masked : .text)
            }
          }
        }
      }
    }
  }
}

extension Block {
  /// How many offsets its text has.
  var length: Int {
    paragraphs.reduce(0) { sum, paragraph in
      paragraph.lines.reduce(sum) { $0 + $1.text.count + 1 }
    }
  }
}
