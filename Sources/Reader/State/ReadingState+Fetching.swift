import DiscussionModel
import TextGrid

/// What a site has and the file has not.
extension ReadingState {
  /// Folds or opens, but where replies are missing it asks for them first.
  mutating func toggleFoldOrFetch(_ layout: inout Layout) -> [Effect] {
    if let gap, gap.canFetch, !askedReplies.contains(gap.comment), asksAtOnce {
      return fetchReplies()
    }
    toggleFold(&layout)
    return []
  }

  /// Asks for the replies that are missing below the focused comment, or the article.
  mutating func fetchReplies() -> [Effect] {
    guard let gap else {
      shell.say("no replies are missing here")
      return []
    }
    guard gap.canFetch else {
      shell.say("the file does not say where to fetch them")
      return []
    }
    askedReplies.insert(gap.comment)
    return [.fetchReplies(to: gap.comment)]
  }

  /// Lets those be asked for again of which another number is missing by now.
  ///
  /// - Parameter old: the page before the one that there is now.
  /// - Complexity: O(*n*) where any were asked for.
  mutating func forgetAskedReplies(of old: Page) {
    guard !askedReplies.isEmpty else { return }
    let asked = askedReplies
    func missing(_ page: Page) -> [String: Int] {
      let some = page.discussion.comments.filter { asked.contains($0.id) }
      return Dictionary(some.map { ($0.id, $0.details?.missingReplies ?? 0) }) { first, _ in first }
    }
    let (before, now) = (missing(old), missing(page))
    let isNoticeSame = old.discussion.notice == page.discussion.notice
    askedReplies = asked.filter { id in id.map { before[$0] == now[$0] } ?? isNoticeSame }
  }

  /// The replies that are missing at the focus: to a comment, by its id, or, where that is nil, to
  /// the article; nil where none are.
  private var gap: (comment: String?, canFetch: Bool)? {
    switch page.kind(of: focus) {
    case .comment(let position):
      let comment = page.comment(at: position)
      guard comment.details?.missingReplies ?? 0 > 0 else { return nil }
      return (comment.id, page.canFetchReplies)
    case .article, .notice: return page.canFetchComments ? (nil, true) : nil
    case .links: return nil
    }
  }

  /// Whether the focused row says that Enter fetches: an open comment's does, and the notice's.
  private var asksAtOnce: Bool {
    switch page.kind(of: focus) {
    case .comment: !folds.isFolded(focus)
    case .notice: true
    case .article, .links: false
    }
  }
}
