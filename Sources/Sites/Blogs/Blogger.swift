import HTMLTree
import WebAddresses

extension Site {
  /// Blogs at Blogger.
  static let blogger = Site(pages: { [.blogger] })
}

extension PageShape {
  /// An article of Blogger with its comments.
  static let blogger: PageShape = {
    var shape = PageShape(
      "a page of Blogger",
      signs: [
        "meta[name=generator][content='blogger' i], link[href*='blogger.com'], link[href*='blogspot.']",
        "#comments li.comment[id^='c'], .comment-thread li.comment",
      ],
      comment: "li.comment", id: ["@id|c", ".datetime a@href|showComment="],
      author: [".comment-header .user", "cite.user", ".user"],
      text: [".comment-content", ".comment-body"])
    shape.time = ["time@datetime", ".datetime"]
    shape.url = [".datetime a@href"]
    shape.deleted = ".deleted-comment"
    shape.badges = [PageBadge(".comment-header .blog-author", "OP")]
    shape.article = .blog
    shape.article.title = ["h1.post-title", "h3.post-title", "h2.post-title", ".post-title"]
    shape.count = ["#comments h4", "#comments h3", "#comments .title"]
    return shape
  }()
}
