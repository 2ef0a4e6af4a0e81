import DiscussionModel
import ReadMarks
import TextGrid

/// What is said in words above the text of an entry, for those who hear or feel the screen: who speaks
/// and to whom, then its state, then its place.
///
/// It is a state of the marks and of the time, so that rows that were counted are those that are drawn.
struct HeaderWords: Sendable {
  private let marks: Marks
  /// Whether all is unread, which need not be said of each comment.
  private let isFirstVisit: Bool
  private let shell: Shell

  init(_ record: ReadingRecord, _ shell: Shell) {
    marks = record.marks
    isFirstVisit = record.isFirstVisit
    self.shell = shell
  }

  /// The rows above an entry's text, as wide as the text; none above the article.
  ///
  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - page: what has the entry.
  ///   - outline: what is folded.
  ///   - isShort: whether only they stand for it, so that they say how it begins.
  ///   - layout: that of the screen.
  /// - Returns: rows that are never cut, but for how an entry begins.
  func rows(
    of entry: Int, in page: Page, _ outline: Outline, isShort: Bool, _ layout: inout Layout
  ) -> [SafeText] {
    let width = layout.geometry.textWidth(depth: 0)
    let words: SafeText
    switch page.kind(of: entry) {
    case .article where !isShort: return []
    case .article, .links:
      words = layout.beginning(of: entry, in: page) + (outline.isFolded(entry) ? ", folded" : "")
    case .notice: words = outline.isFolded(entry) ? "notice, folded" : "notice"
    case .comment(let position): words = SafeText(self.words(at: position, in: page, outline))
    }
    let rows = LineBreaker(width: width).lines(of: words).map { words[$0] }
    guard isShort, !page.isHeading(entry) else { return rows }
    let beginning = layout.beginning(of: entry, in: page)
    return beginning.isEmpty ? rows : rows + [beginning.truncated(to: width)]
  }

  /// Who speaks to whom, state, place: `bob replies to ann, new, comment 17 of 42, thread 12 of 98,
  /// level 3, 2 replies, 2 h`.
  private func words(at position: Int, in page: Page, _ outline: Outline) -> String {
    let comment = page.comment(at: position)
    let details = comment.details
    let badges =
      (page.isByOP(at: position) ? ["OP"] : []) + (details?.badges ?? []).filter { $0 != "OP" }
    let speaker =
      name(at: position, in: page)
      + (badges.isEmpty ? "" : " (" + badges.joined(separator: ", ") + ")")
    var words = [speaker + " replies to " + whom(position, in: page)]
    words += state(at: position, in: page, outline)
    let thread = page.thread
    words.append("comment \(page.number(at: position)) of \(thread.count)")
    words.append("thread \(thread.rootIndex(of: position) + 1) of \(thread.roots.count)")
    words.append("level \(Int(thread.depths[position]) + 1)")
    let replies = thread.descendants(of: position).count
    if replies > 0 {
      words.append(counted(replies, "reply", "replies"))
      // What a fold hides is said with the fold.
      if !outline.isFolded(position + page.firstComment) {
        words += left(below: position, in: page)
      }
    }
    if let age = page.age(at: position, shell) { words.append(age) }
    if let score = comment.score { words.append(counted(score, "point")) }
    return words.joined(separator: ", ")
  }

  /// What a comment's author is called, or else the comment.
  private func name(at position: Int, in page: Page) -> String {
    let author = page.comment(at: position).author ?? ""
    return author.isEmpty ? "comment \(page.number(at: position))" : author
  }

  /// Whom a comment replies to.
  private func whom(_ position: Int, in page: Page) -> String {
    if let parent = page.thread.parent(of: position) {
      let isDeleted = page.comment(at: parent).state == .deleted && !page.hasAuthor(at: parent)
      return (isDeleted ? "deleted " : "") + name(at: parent, in: page)
    }
    if let label = page.comment(at: position).details?.parentLabel { return label }
    let author = page.discussion.author ?? ""
    return "the article" + (author.isEmpty ? "" : " by " + author)
  }

  private func state(at position: Int, in page: Page, _ outline: Outline) -> [String] {
    let comment = page.comment(at: position)
    let mark = marks[position]
    var words = comment.state == .visible ? [] : [comment.state.rawValue]
    if comment.state != .deleted {
      if mark.contains(.read) {
        words.append("read")
      } else if mark.contains(.edited) {
        words.append("edited")
      } else if mark.contains(.new) {
        words.append("new")
      } else if !isFirstVisit || mark.contains(.keptUnread) {
        words.append("unread")
      }
    }
    if mark.contains(.starred) { words.append("starred") }
    if mark.contains(.muted) { words.append("muted") }
    let entry = position + page.firstComment
    if outline.isAncestor(entry) { words.append("shown for context") }
    guard outline.isFolded(entry) else { return words }
    words.append("folded")
    if page.thread.descendants(of: position).isEmpty { return words }
    let left = left(below: position, in: page)
    return words + (left.isEmpty && !isFirstVisit ? ["0 unread below"] : left)
  }

  /// What is unread and new among the replies below a comment; empty if nothing is, and all is on a first
  /// visit.
  private func left(below position: Int, in page: Page) -> [String] {
    let below = page.thread.descendants(of: position)
    let (unread, new) = (marks.unreadCount(in: below), marks.newCount(in: below))
    var words: [String] = []
    if unread > 0, !isFirstVisit { words.append("\(unread) unread below") }
    if new > 0 { words.append("\(new) new below") }
    return words
  }

  /// What a fold hides, in words: `6 replies, 4 unread`.
  func folded(at position: Int, in page: Page) -> SafeText {
    let below = page.thread.descendants(of: position)
    if below.isEmpty { return "no replies" }
    let unread = marks.unreadCount(in: below)
    let rest = unread > 0 && !isFirstVisit ? ", \(unread) unread" : ""
    return SafeText(counted(below.count, "reply", "replies") + rest)
  }
}
