import DiscussionModel
import Reader
import Storage
import TextGrid

/// The documents of one discussion for the index, made as they are asked for: the article, then the
/// comments by their time.
///
/// Deleted comments have none. A comment whose time is not known comes after the one before it.
struct DiscussionDocuments {
  private let page: Page
  /// The comments that follow, as indices in the discussion, the next one last.
  private var waiting: [Int]
  private var hasArticle = true

  /// - Complexity: O(*n* log *n*).
  init(_ discussion: Discussion) {
    page = Page(discussion)
    var last = Int64.min
    let times = discussion.comments.map { comment in
      last = Self.time(of: comment) ?? last
      return last
    }
    waiting = discussion.comments.indices.filter { discussion.comments[$0].state != .deleted }
      .sorted { (times[$0], $0) > (times[$1], $1) }
  }

  /// The next documents; none at the end.
  ///
  /// - Parameter count: how many at most.
  /// - Returns: them.
  /// - Complexity: O(length of their texts).
  mutating func next(_ count: Int) -> [SearchDocument] {
    var documents: [SearchDocument] = []
    if hasArticle, count > 0 {
      documents.append(article)
      hasArticle = false
    }
    while documents.count < count, let index = waiting.popLast() {
      documents.append(document(of: index))
    }
    return documents
  }

  private var article: SearchDocument {
    SearchDocument(
      comment: nil, author: page.discussion.author.map { SafeText($0).string },
      time: page.discussion.published.flatMap { Moment($0)?.seconds },
      text: page.indexedText(of: 0))
  }

  private func document(of index: Int) -> SearchDocument {
    let comment = page.discussion.comments[index]
    return SearchDocument(
      comment: comment.id, number: page.discussion.number(of: index),
      author: comment.author.map { SafeText($0).string }, time: Self.time(of: comment),
      text: page.indexedText(of: page.firstComment + Int(page.thread.positions[index])))
  }

  private static func time(of comment: Comment) -> Int64? {
    comment.published.flatMap { Moment($0.text)?.seconds }
  }
}
