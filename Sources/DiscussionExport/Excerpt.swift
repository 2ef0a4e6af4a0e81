public import DiscussionModel
import Reader
import TextGrid

/// What of a page is written: all of it, or some comments.
///
/// The article that a discussion links to is a part of its article, if it was fetched.
public struct Excerpt: Equatable, Sendable {
  public let page: Page
  /// Whether the article is a part, with the notice and the links; else its title stands for it.
  public let hasArticle: Bool
  /// The comments, in the page's order.
  let items: [Item]

  /// A comment that is written.
  struct Item: Equatable, Sendable {
    let position: Int
    /// How many of the comments above it are written.
    let level: Int
    /// Whether what it replies to is written, be it the article.
    let hasParent: Bool
    /// Replies, and theirs, that are left out because they are too deep.
    let cut: Int
    /// How many of the comments below it are written.
    var replies = 0
  }

  /// - Parameters:
  ///   - page: what there is.
  ///   - selection: what of it is wanted; all, where it says nothing.
  /// - Complexity: O(*n*).
  public init(_ page: Page, _ selection: Selection = Selection()) {
    var shown = page
    shown.showLinked(selection.isOfAll)
    self.page = shown
    hasArticle = selection.isOfAll
    let thread = page.thread
    let root = selection.comment
    let base = root.map { Int(thread.depths[$0]) } ?? 0
    let bottom = selection.levels.map { base.sum($0).sum(-1) } ?? Int.max
    var range = 0..<thread.count
    if let root {
      range = root..<(selection.hasReplies ? thread.descendants(of: root).upperBound : root + 1)
    }
    var items: [Item] = []
    /// The written comments above the next one, as indices of `items`.
    var above: [Int] = []
    func close(before position: Int) {
      while let last = above.last, Int(thread.subtreeEnds[items[last].position]) <= position {
        items[last].replies = items.count - 1 - last
        above.removeLast()
      }
    }
    for position in range where Int(thread.depths[position]) <= bottom {
      guard selection.wants(position, of: page) else { continue }
      close(before: position)
      let parent = thread.parent(of: position)
      let isAtBottom = Int(thread.depths[position]) == bottom
      items.append(
        Item(
          position: position, level: above.count,
          hasParent: parent.map { $0 == above.last.map { items[$0].position } } ?? true,
          cut: isAtBottom ? thread.descendants(of: position).count : 0))
      above.append(items.count - 1)
    }
    close(before: thread.count)
    self.items = items
  }

  /// How many comments are written.
  public var count: Int { items.count }

  /// The entries before the comments: the article, the notice and the lists of links.
  var entriesBefore: Range<Int> { hasArticle ? 0..<page.firstComment : 0..<0 }

  /// How much of all comments this is, in words; nil for all of them.
  var note: SafeText? {
    if hasArticle, count == page.thread.count { return nil }
    return SafeText("\(count) of \(counted(page.thread.count, "comment"))")
  }

  /// How what a comment replies to begins, if that is not written; nil if it is.
  ///
  /// - Parameters:
  ///   - item: a comment that is written.
  ///   - cells: how much of it is wanted.
  ///   - sign: what stands before a comment's number.
  /// - Returns: `#31 (lee): Which is it…`, as one line.
  func context(of item: Item, cells: Int, sign: String = "#") -> SafeText? {
    guard !item.hasParent, let parent = page.thread.parent(of: item.position) else { return nil }
    let entry = parent + page.firstComment
    let text = page.beginning(of: entry, cells: cells)
    let name = SafeText(page.answered(parent, sign: sign))
    return text.isEmpty ? name : (name + ": " + text).truncated(to: cells)
  }
}
