import DiscussionModel
import HTMLTree
import WebAddresses

/// What was found in a page, before it becomes a discussion.
struct PageFound {
  /// What kind of page it is, in words.
  var kind: String
  /// The discussion's id; nil if the page does not state it.
  var id: String?
  var title: String?
  var author: String?
  var time: SourceTime?
  var url: String?
  /// In HTML.
  var body: String?
  var notice: String?
  var comments: [PageComment] = []
  /// How many comments the site says there are; nil if it does not say.
  var count: Int?
  /// Whether the article counts as one of those.
  var countsArticle = false
  /// Replies that the page says are missing, by the comment's place; nil for the article.
  var missing: [(place: Int?, count: Int)] = []
  var treeIsInferred = false
  /// Whether the first comment is the article.
  var firstIsArticle = false
  /// What was taken for what, a line each.
  var explanation: [String] = []

  /// Takes from the page around a frame what the frame does not say.
  mutating func complete(from page: WebPage) {
    title = page.title ?? title
    author = author ?? page.first(PageArticleShape.blog.author)
    url = page.addresses.first?.page ?? url
    id = url.map { PageIdentity.id(of: $0) } ?? id
  }
}

/// A comment of a page.
struct PageComment {
  /// Its node in the page's tree.
  var node: Int
  /// Nil if the page gives it none.
  var id: String?
  /// The place of what it replies to among the comments; nil for the article.
  var parent: Int?
  /// The id of what it replies to, if that is what the page says.
  var parentID: String?
  var author: String?
  var time: SourceTime?
  var edited: SourceTime?
  /// In HTML; nil if it has none.
  var body: String?
  var score: Int?
  var number: Int?
  var url: String?
  var badges: [String] = []
  var state = CommentState.visible
}
