import HTMLTree
import WebAddresses

extension Site {
  /// Newsletters at Substack.
  static let substack = Site(pages: { [.substack] })
}

extension PageShape {
  /// An article of Substack, or the page of its comments.
  static let substack: PageShape = {
    var shape = PageShape(
      "a page of Substack", signs: [".comment .comment-anchor[id^='comment-']"],
      comment: ".comment",
      id: [".comment-anchor@id|comment-", "a[href*='/comment/']@href|/comment/"],
      author: [
        ".commenter-name .account-hover-wrapper", ".commenter-name a", ".commenter-name",
        ".comment-meta a[href*='/profile/']",
        ".comment-meta a[href*='@']", ".comment-meta a",
      ],
      text: [".comment-body"])
    shape.time = [
      "time@datetime", "a[href*='/comment/']@title", ".comment-timestamp@title", ".comment-meta",
    ]
    shape.url = ["a[href*='/comment/']@href"]
    shape.score = [".like-button-container .label", ".post-ufi-button .label"]
    shape.leftOut = ".comment-actions, .pencraft.more"
    shape.badges = [PageBadge(".commenter-publication-role", nil)]
    shape.deleted = ".comment-content .deleted, .comment-body.deleted"
    shape.article = .blog
    shape.article.title = ["h1.post-title", ".post-header h1"]
    shape.article.text = [".available-content .body", ".body.markup", ".body"]
    shape.count = [
      ".comments-heading", ".comments-page h2", ".post-ufi-comment-button .label",
      ".single-post .comment-count",
    ]
    shape.discussion = { page in
      page.addresses.first.map { address in
        let page = address.page
        return PageIdentity.id(of: page.hasSuffix("/comments") ? String(page.dropLast(9)) : page)
      }
    }
    return shape
  }()
}
