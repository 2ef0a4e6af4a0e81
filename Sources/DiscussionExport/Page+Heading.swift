import DiscussionModel
import Reader
import TextGrid

extension Page {
  /// How a comment is called where it is answered: `#1 (bob)`.
  ///
  /// - Parameters:
  ///   - position: the comment's.
  ///   - sign: what stands before its number.
  /// - Returns: `#31 (lee)`.
  func answered(_ position: Int, sign: String = "#") -> String {
    let author = comment(at: position).author.flatMap { $0.isEmpty ? nil : " (\($0))" } ?? ""
    return "\(sign)\(number(at: position))\(author)"
  }

  /// A comment's author; nil if the source names none.
  func author(at position: Int) -> String? {
    comment(at: position).author.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What became of a comment; nil if nothing did.
  func stateInWords(at position: Int) -> String? {
    switch comment(at: position).state {
    case .visible: nil
    case .deleted: "deleted"
    case .flagged: "flagged"
    }
  }

  /// When a comment was written, and when it was changed.
  func times(at position: Int) -> [String] {
    let comment = comment(at: position)
    let published = comment.published.map { Calendar.exact($0.text) }
    let edited = comment.details?.edited.map { "edited " + Calendar.exact($0) }
    return [published, edited].compactMap { $0 }
  }

  /// What a comment got; nil if that is not known.
  func score(at position: Int) -> String? {
    comment(at: position).score.map { counted($0, "point") }
  }
}

extension Excerpt {
  /// What is above a comment's text, in words: `#3 ann, level 2, replies to #1 (bob), 27 Jan 2017`.
  ///
  /// What it replies to is left out where ``context(of:cells:)`` tells it.
  func heading(of item: Item) -> SafeText {
    let position = item.position
    let details = page.comment(at: position).details
    var name = "#\(page.number(at: position))"
    if let author = page.author(at: position) { name += " " + author }
    for badge in details?.badges ?? [] { name += " " + badge }
    var parts = [name]
    if let state = page.stateInWords(at: position) { parts.append(state) }
    if let parent = page.thread.parent(of: position) {
      parts.append("level \(page.thread.depths[position] + 1)")
      if item.hasParent { parts.append("replies to \(page.answered(parent))") }
    }
    if let label = details?.parentLabel { parts.append("replies to \(label)") }
    parts += page.times(at: position)
    if let score = page.score(at: position) { parts.append(score) }
    if let warning = details?.warning { parts.append("warning: \(warning)") }
    return SafeText(parts.joined(separator: ", "))
  }

  /// What is above the text of an entry before the comments; nil for the article.
  func heading(ofEntry entry: Int) -> SafeText? {
    switch page.kind(of: entry) {
    case .article, .comment: nil
    case .notice: "Notice"
    case .links(let index): SafeText(page.discussion.links[index].heading)
    }
  }

  /// What is said below a comment of replies that are left out; nil if none are.
  func cutInWords(_ item: Item) -> SafeText? {
    item.cut == 0 ? nil : SafeText("\(counted(item.cut, "reply", "replies")) below not shown")
  }
}
