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

  private var focusedComment: Comment? {
    page.position(of: focus).map { page.comment(at: $0) }
  }

  private var missingReplies: Int { focusedComment?.details?.missingReplies ?? 0 }
}
