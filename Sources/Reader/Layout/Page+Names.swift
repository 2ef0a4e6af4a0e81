public import DiscussionModel
public import RichText
public import TextGrid

extension Page {
  /// What a comment is called where it is spoken of: its author, or else its number.
  func caller(at position: Int) -> SafeText {
    if let author = sourceAuthor(at: position), !author.isEmpty { return SafeText(author) }
    if comment(at: position).state == .deleted { return "[deleted]" }
    return SafeText("#\(number(at: position))")
  }

  /// When a comment was written, in few words: how long ago, or how long after the article.
  ///
  /// - Parameters:
  ///   - position: the comment's.
  ///   - now: seconds since 1970.
  ///   - isFromArticle: whether ages count from the article, if it is known when that was written.
  /// - Returns: nil if the time is not known; what cannot be read stays as it is.
  func age(at position: Int, now: Int64, isFromArticle: Bool) -> String? {
    guard let published = comment(at: position).published?.text else { return nil }
    guard let moment = Moment(published) else { return published }
    if isFromArticle, let article = discussion.published.flatMap({ Moment($0) }) {
      return Calendar.age(of: moment, since: article)
    }
    return Calendar.age(of: moment, now: now)
  }

  /// The same as a screen shows it.
  func age(at position: Int, _ shell: Shell) -> String? {
    age(at: position, now: shell.now, isFromArticle: shell.countsAgesFromArticle)
  }

  /// Whether it is known who wrote a comment.
  func hasAuthor(at position: Int) -> Bool { sourceAuthor(at: position)?.isEmpty == false }

  /// Whether a comment is by who wrote the article, or its site says so.
  func isByOP(at position: Int) -> Bool {
    let comment = comment(at: position)
    return comment.details?.badges.contains("OP") == true
      || hasAuthor(at: position) && comment.author == discussion.author
  }

  /// How an entry begins, in one line: as much of its text as could fit.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - cells: how much at most is needed.
  /// - Returns: a text that may be wider than that.
  /// - Complexity: O(length of the body).
  public func beginning(of entry: Int, cells: Int) -> SafeText {
    switch kind(of: entry) {
    case .article: return SafeText(discussion.title)
    case .notice: return beginning(of: noticeBody.blocks, cells: cells)
    case .links(let index): return SafeText(discussion.links[index].heading)
    case .comment(let position):
      let comment = comment(at: position)
      if comment.state == .deleted { return "" }
      if let warning = comment.details?.warning { return SafeText("▒ \(warning)") }
      if let raw = comment.body, isLong(comment) {
        // More than enough of it, since a character has at most a few bytes for a cell.
        let start = String(decoding: raw.text.utf8.prefix(cells * 16), as: UTF8.self)
        return beginning(of: Body(plain: start).blocks, cells: cells)
      }
      return beginning(of: body(of: comment).blocks, cells: cells)
    }
  }

  /// How a text begins, in one line: as much of it as could fit.
  ///
  /// - Parameters:
  ///   - blocks: the text.
  ///   - cells: how much at most is needed.
  /// - Returns: a text that may be wider than that; what is hidden stays so.
  /// - Complexity: O(what is returned).
  public func beginning(of blocks: [Block], cells: Int) -> SafeText {
    var result: SafeText = ""
    for text in blocks.lazy.flatMap(\.visibleLines) {
      if !result.isEmpty { result += " " }
      result += text
      if result.width > cells { return result }
    }
    return result
  }
}

extension Block {
  /// Its lines as they are before anything is opened, without the numbers of links, which nothing
  /// can be done with where a text only begins.
  fileprivate var visibleLines: [SafeText] {
    if case .spoiler(let title, _) = cover { return ["▒ " + title] }
    return lines.map { line in
      line.parts(of: 0..<line.text.count).reduce("") { text, part in
        if part.traits.contains(.linkNumber) { return text.withoutLastSpace }
        let isHidden = part.traits.contains(.spoiler)
        return text
          + (isHidden ? SafeText(String(repeating: "▒", count: part.text.width)) : part.text)
      }
    }
  }
}

extension SafeText {
  /// Without the space, U+00A0, that ties a link's number to it.
  fileprivate var withoutLastSpace: SafeText {
    let space: SafeText = "\u{A0}"
    let start = count - space.count
    return start >= 0 && self[start..<count] == space ? self[0..<start] : self
  }
}
