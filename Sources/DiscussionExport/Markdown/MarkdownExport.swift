import DiscussionModel
import Reader
import RichText
public import TextGrid

/// A discussion as Markdown that GitHub shows well.
///
/// A top-level comment begins with a heading; replies are in quotes, one in the other down to
/// ``deepest``; deeper ones are there too, and each says its level and what it replies to. Nothing
/// that a stranger wrote is markup, HTML or a call to somebody.
public enum MarkdownExport {
  /// Quotes that are one in the other at most: more would leave no room for the text.
  static let deepest = 6

  /// The lines, top to bottom, without their line ends.
  ///
  /// - Parameters:
  ///   - excerpt: what is to be read.
  ///   - line: called with each line, in order.
  /// - Throws: what `line` throws, which ends the work.
  /// - Complexity: O(length).
  public static func write<Failure: Error>(
    _ excerpt: Excerpt, line: (SafeText) throws(Failure) -> Void
  ) throws(Failure) {
    for text in beginning(of: excerpt) { try line(SafeText(text)) }
    var last = 0
    for item in excerpt.items {
      let quotes = min(item.level, deepest)
      // The quotes that both are in go on.
      try line(SafeText(prefix(min(last, quotes)).trimmedEnd))
      for text in lines(of: item, in: excerpt) {
        try line(SafeText((prefix(quotes) + text).trimmedEnd))
      }
      last = quotes
    }
  }

  private static func prefix(_ quotes: Int) -> String { String(repeating: "> ", count: quotes) }

  /// What is before the comments.
  private static func beginning(of excerpt: Excerpt) -> [String] {
    let page = excerpt.page
    let discussion = page.discussion
    var title = text(discussion.title)
    if let url = discussion.url.map({ SafeText($0) }), url.isFollowed {
      title = "[\(text(discussion.title, isInLink: true))](\(MarkdownLine.destination(url)))"
    }
    var lines = ["# " + title]
    for entry in excerpt.entriesBefore {
      lines.append("")
      switch page.kind(of: entry) {
      case .article:
        if let byline = page.byline { lines += [MarkdownText(byline, isAtStart: true).string, ""] }
        lines += MarkdownBlocks(page.body(ofEntry: entry), headings: 2).lines
        if lines.last != "" { lines.append("") }
        lines.append(MarkdownText(page.summary, isAtStart: true).string)
      case .notice: lines += ["## Notice", ""] + MarkdownBlocks(page.body(ofEntry: entry)).lines
      case .links(let index): lines += linkLines(discussion.links[index])
      case .comment: break
      }
    }
    if let note = excerpt.note { lines += ["", MarkdownText(note, isAtStart: true).string] }
    return lines
  }

  private static func linkLines(_ list: LinkList) -> [String] {
    var lines = ["## " + text(list.heading), ""]
    for item in list.items {
      let url = item.url.map { SafeText($0) }
      var line = text(item.title, isAtStart: true)
      if let url, url.isFollowed {
        line = "[\(text(item.title, isInLink: true))](\(MarkdownLine.destination(url)))"
      }
      if let published = item.published { line += " · " + text(Calendar.date(published)) }
      if let summary = item.summary { line += " · " + text(summary) }
      if let url, !url.isFollowed { line += " · " + MarkdownText(url).string }
      lines.append("- " + line)
    }
    return lines
  }

  /// A comment, without the quotes that it is in.
  private static func lines(of item: Excerpt.Item, in excerpt: Excerpt) -> [String] {
    let page = excerpt.page
    let comment = page.comment(at: item.position)
    let names =
      [page.author(at: item.position).map { text($0) } ?? ""]
      + (comment.details?.badges ?? []).map { text($0) }
    let caller = names.filter { !$0.isEmpty }.joined(separator: " ")
    let name = (caller.isEmpty ? "" : caller + ", ") + number(of: item, in: excerpt)
    let about = words(of: item, in: excerpt).enumerated().map { index, words in
      text(words, isAtStart: item.level == 0 && index == 0)
    }.joined(separator: " · ")
    var lines: [String]
    if item.level == 0 {
      lines = ["### " + name] + (about.isEmpty ? [] : ["", about])
    } else {
      lines = ["**\(name)**" + (about.isEmpty ? "" : " · " + about)]
    }
    if let context = excerpt.context(of: item, cells: 200, sign: sign) {
      lines += ["", "replies to " + MarkdownText(context).string]
    }
    if comment.state != .deleted {
      var blocks = MarkdownBlocks(page.body(ofEntry: item.position + page.firstComment)).lines
      if blocks.isEmpty { blocks = ["no text"] }
      if let warning = comment.details?.warning {
        let title = MarkdownBlocks.summary("warning: " + SafeText(warning))
        blocks = [title, ""] + blocks + ["", "</details>"]
      }
      lines += [""] + blocks
    }
    for note in [page.missingInWords(at: item.position), excerpt.cutInWords(item)] {
      if let note { lines += ["", MarkdownText(note, isAtStart: true).string] }
    }
    return lines
  }

  /// What stands before a comment's number: GitHub takes `#17` for one of its issues.
  private static let sign = "comment "

  /// A comment's number, as a link to its page if that is known.
  private static func number(of item: Excerpt.Item, in excerpt: Excerpt) -> String {
    let number = "\(sign)\(excerpt.page.number(at: item.position))"
    let url = excerpt.page.comment(at: item.position).details?.url.map { SafeText($0) }
    guard let url, url.isFollowed else { return number }
    return "[\(number)](\(MarkdownLine.destination(url)))"
  }

  private static func words(of item: Excerpt.Item, in excerpt: Excerpt) -> [String] {
    let page = excerpt.page
    var words = [page.stateInWords(at: item.position)].compactMap { $0 }
    let depth = Int(page.thread.depths[item.position])
    if depth > 0, item.level != depth || depth > deepest { words.append("level \(depth + 1)") }
    if item.hasParent, let parent = page.thread.parent(of: item.position) {
      words.append("replies to \(page.answered(parent, sign: sign))")
    }
    if let label = page.comment(at: item.position).details?.parentLabel {
      words.append("replies to \(label)")
    }
    return words + page.times(at: item.position)
      + [page.score(at: item.position)].compactMap { $0 }
  }

  /// A name or a title, without the white space around it: marks must touch letters.
  private static func text(
    _ raw: String, isAtStart: Bool = false, isInLink: Bool = false
  ) -> String {
    let safe = SafeText(raw)
    return MarkdownText(safe[safe.core], isAtStart: isAtStart, isInLink: isInLink).string
  }
}

extension Page {
  /// What is said of replies that the source has and the file has not; nil if none are missing.
  func missingInWords(at position: Int) -> SafeText? {
    guard let missing = comment(at: position).details?.missingReplies, missing > 0 else {
      return nil
    }
    return SafeText("\(counted(missing, "more reply", "more replies")) not in this file")
  }
}
