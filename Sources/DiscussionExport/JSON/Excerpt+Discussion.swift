public import DiscussionModel
import Reader

extension Excerpt {
  /// What is written, as a discussion of its own, with the id and all that is known of the whole.
  ///
  /// Comments keep their ids, and their numbers, so that marks and `#17` hold. One whose parent is
  /// not written is at the top level, and `parentLabel` says what it replies to, as `#31 (lee)`. Where
  /// the article is not a part, its text, the linked article, the notice and the links are left out. `missingReplies`
  /// counts the replies that are too deep as well.
  ///
  /// - Complexity: O(*n*).
  public var discussion: Discussion {
    if note == nil { return page.discussion }
    var result = page.discussion
    if !hasArticle {
      result.body = nil
      result.linked = nil
      result.notice = nil
      result.links = []
    }
    // In source order.
    let sorted = items.sorted {
      page.thread.sources[$0.position] < page.thread.sources[$1.position]
    }
    result.comments = sorted.map(comment)
    return result
  }

  private func comment(_ item: Item) -> Comment {
    var comment = page.comment(at: item.position)
    comment.number = page.number(at: item.position)
    if item.hasParent, item.cut == 0 { return comment }
    var details = comment.details ?? CommentDetails()
    if let parent = page.thread.parent(of: item.position), !item.hasParent {
      comment.parent = nil
      details.parentLabel = page.answered(parent)
    }
    if item.cut > 0 { details.missingReplies = (details.missingReplies ?? 0).sum(item.cut) }
    comment.details = details
    return comment
  }
}
