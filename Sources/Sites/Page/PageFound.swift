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
  var links: [LinkList] = []
  /// What stands for each character of the article that the site hides.
  var maskCharacter: Character?
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
  /// Which page of several it is; nil if it does not say.
  var pageNumber: Int?
  /// What was taken for what, a line each.
  var explanation: [String] = []

  /// Bytes of HTML below which a main text may be something else.
  private static let enough = 600

  /// What pages are sorted by: the number of the first post, or of the page.
  var place: Int { comments.first?.number ?? pageNumber ?? 0 }

  /// Takes the article from the main text of a page.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - comments: the nodes of the comments, which are not part of the text.
  mutating func takeArticle(of page: WebPage, without comments: [Int] = []) {
    let article = ArticleText(page.tree(without: comments), address: page.base)
    // What a site calls its text is better than what may have been found in little.
    if article.body.utf8.count > Self.enough || body == nil, !article.body.isEmpty {
      body = article.body
    }
    author = author ?? article.byline
    if time == nil { time = article.published.flatMap(PageTime.read) }
    let notices = [notice, article.notice].compactMap { $0 }
    notice = notices.isEmpty ? nil : notices.joined(separator: "\n\n")
    links = article.links
    maskCharacter = article.maskCharacter
    explanation.append(
      "article: the main text of the page, \(counted(article.body.utf8.count, "byte")) of HTML")
  }

  /// Takes from the page around a frame what the frame does not say.
  mutating func complete(from page: WebPage) {
    title = page.title ?? title
    author = author ?? page.first(PageArticleShape.blog.author)
    // What the frame shows are its comments, so that the page has the article alone.
    takeArticle(of: page)
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
