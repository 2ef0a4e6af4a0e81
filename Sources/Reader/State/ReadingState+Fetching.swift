import DiscussionModel
import TextGrid

/// What a site has and the file has not.
extension ReadingState {
  /// Folds or opens, but on a comment whose replies are missing it asks for them first.
  mutating func toggleFoldOrFetch(_ layout: inout Layout) -> [Effect] {
    if page.canFetchReplies, !folds.isFolded(focus), missingReplies > 0,
      let id = focusedComment?.id, !askedReplies.contains(id)
    {
      return fetchReplies()
    }
    toggleFold(&layout)
    return []
  }

  /// Asks for the replies that are missing below the focused comment.
  mutating func fetchReplies() -> [Effect] {
    guard let id = focusedComment?.id, missingReplies > 0 else {
      notice = "no replies are missing here"
      return []
    }
    guard page.canFetchReplies else {
      notice = "the file does not say from where they could be fetched"
      return []
    }
    askedReplies.insert(id)
    return [.fetchReplies(to: id)]
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
    askedReplies = asked.filter { before[$0] == now[$0] }
  }

  private var focusedComment: Comment? {
    page.position(of: focus).map { page.comment(at: $0) }
  }

  private var missingReplies: Int { focusedComment?.details?.missingReplies ?? 0 }
}
