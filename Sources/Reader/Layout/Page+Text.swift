public import DiscussionModel
public import RichText
public import TextGrid

extension Page {
  /// Sets an entry's text in rows.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - width: cells in a row, at least 2.
  ///   - opened: what the reader opened in it.
  ///   - labels: what is said beside blocks of a comment, by their indices.
  /// - Returns: rows whose offsets begin at 1 where the entry has a header, and else at 0.
  /// - Complexity: O(length).
  public func textRows(
    of entry: Int, width: Int, opened: Opened, labels: [Int: SafeText] = [:]
  ) -> [TextRow] {
    Array(text(of: entry, width: width, opened: opened, labels: labels))
  }

  /// The same, but those of a very long text are not made yet, and a rule may be between the
  /// article and its head.
  ///
  /// - Complexity: O(length), for a very long text some hundred megabytes in a second.
  func text(
    of entry: Int, width: Int, opened: Opened, labels: [Int: SafeText] = [:],
    hasRule: Bool = false
  ) -> TextRowList {
    switch kind(of: entry) {
    case .article:
      return articleRows(width: width, opened: opened, hasRule: hasRule)
    case .notice:
      var rows = TextRows(width: width, from: 1)
      rows.append(noticeBody.blocks, opened: opened)
      return TextRowList(rows.rows)
    case .links(let index):
      return TextRowList(linkRows(discussion.links[index], width: width))
    case .comment(let position):
      return commentRows(comment(at: position), width: width, opened: opened, labels: labels)
    }
  }

  /// The article's body, with that of the linked one if that is shown; an empty one where it has no text.
  var articleBody: Body {
    let own = body(of: discussion.body, in: discussion.markup)
    return shownLinked.map { adding($0, to: own) } ?? own
  }

  /// A comment's body; an empty one where it has no text.
  func body(of comment: Comment) -> Body {
    body(of: comment.body, in: markup(of: comment))
  }

  var noticeBody: Body {
    let offer = canFetchComments ? fetchOffer.map { $0 + "more" } : nil
    return Body(plain: (discussion.notice ?? "") + (offer ?? ""))
  }

  /// What the links in an entry's text lead to; `[1]` in the text is the first.
  ///
  /// - Complexity: O(length).
  public func links(of entry: Int) -> [SafeText] {
    if case .links(let index) = kind(of: entry) {
      return discussion.links[index].items.compactMap { $0.url }.map { SafeText(address: $0) }
    }
    return isLong(entry) ? [] : body(ofEntry: entry).links
  }

  /// What an entry's text means; an empty body for a list of links.
  ///
  /// - Complexity: O(length).
  public func body(ofEntry entry: Int) -> Body {
    switch kind(of: entry) {
    case .article: articleBody
    case .notice: noticeBody
    case .links: Body()
    case .comment(let position): body(of: comment(at: position))
    }
  }

  /// Whether an entry's text is so long that it is shown as it was written.
  func isLong(_ entry: Int) -> Bool {
    switch kind(of: entry) {
    case .article: isTextLong && shownLinked == nil
    case .notice, .links: false
    case .comment(let position): isLong(comment(at: position))
    }
  }

  func isLong(_ comment: Comment) -> Bool {
    LongText.isLong(comment.body, in: markup(of: comment))
  }

  func markup(of comment: Comment) -> Markup { comment.details?.markup ?? discussion.markup }

  func body(of raw: RawText?, in markup: Markup) -> Body {
    guard let raw else { return Body() }
    if LongText.isLong(raw, in: markup) {
      var body = Body(plain: raw.text)
      body.remark(LongText.remark(on: raw, in: markup))
      return body
    }
    let mask = discussion.maskCharacter.map { character in
      Mask(character: character) { Discussion.isMasked($0, by: character, in: markup) }
    }
    switch markup {
    case .plain: return Body(plain: raw.text, mask: mask)
    case .markdown: return Body(markdown: raw.text, mask: mask)
    case .html: return Body(html: raw.text, mask: mask)
    }
  }

  private func articleRows(width: Int, opened: Opened, hasRule: Bool) -> TextRowList {
    var rows = TextRows(width: width, from: 0)
    rows.line(SafeText(discussion.title), .title)
    if let byline { rows.line(byline, .byline) }
    if hasRule, discussion.body != nil || shownLinked != nil { rows.rule() }
    if let raw = discussion.body, isLong(0) {
      rows.blank()
      rows.remark(LongText.remark(on: raw, in: discussion.markup))
      let long = LongText(raw, width: width, from: rows.offset)
      var below = TextRows(width: width, from: long.end)
      below.blank()
      below.line(summary, .detail)
      return TextRowList(head: rows.rows, long: long, tail: below.rows)
    }
    let blocks = articleBody.blocks
    if !blocks.isEmpty {
      rows.blank()
      rows.append(blocks, opened: opened)
    }
    rows.blank()
    rows.line(summary, .detail)
    return TextRowList(rows.rows)
  }

  /// Who wrote the article and when; nil if neither is known.
  public var byline: SafeText? {
    let parts = [discussion.author.map { "by \($0)" }, discussion.published.map(Calendar.date)]
    let known = parts.compactMap { $0 }
    return known.isEmpty ? nil : SafeText(known.joined(separator: " · "))
  }

  /// What is below the article, in words.
  public var summary: SafeText {
    if isBeginning { return "reading more comments…" }
    if thread.count == 0 { return "no comments" }
    let counted = SafeText(counted(thread.count, "comment") + discussion.unreadable.note)
    return discussion.treeIsInferred ? counted + " · who replies to whom is inferred" : counted
  }

  private func commentRows(
    _ comment: Comment, width: Int, opened: Opened, labels: [Int: SafeText]
  ) -> TextRowList {
    var rows = TextRows(width: width, from: 1)
    if comment.state == .deleted {
      rows.appendMissing(comment, offer: canFetchReplies ? fetchOffer : nil)
      return TextRowList(rows.rows)
    }
    if let warning = comment.details?.warning, !opened.contains(.hidden) {
      let length =
        isLong(comment)
        ? comment.body.map { $0.withBytes { bytes, _ in bytes.count } } ?? 1
        : body(of: comment).blocks.reduce(1) { $0 + $1.length }
      rows.row(SafeText("▒ \(warning)"), .masked, standingFor: length)
    } else if let raw = comment.body, isLong(comment) {
      rows.remark(LongText.remark(on: raw, in: markup(of: comment)))
      let long = LongText(raw, width: width, from: rows.offset)
      var below = TextRows(width: width, from: long.end)
      below.appendMissing(comment, offer: canFetchReplies ? fetchOffer : nil)
      return TextRowList(head: rows.rows, long: long, tail: below.rows)
    } else {
      rows.append(body(of: comment).blocks, opened: opened, labels: labels)
    }
    if rows.rows.isEmpty { rows.line("no text", .detail) }
    rows.appendMissing(comment, offer: canFetchReplies ? fetchOffer : nil)
    return TextRowList(rows.rows)
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
  fileprivate mutating func appendMissing(_ comment: Comment, offer: String?) {
    guard let missing = comment.details?.missingReplies, missing > 0 else { return }
    let what = counted(missing, "more reply", "more replies")
    let how = offer.map { $0 + (missing == 1 ? "it" : "them") } ?? " not in this file"
    line(SafeText(what + how), .detail)
  }
}
