import HTMLTree
import WebAddresses

extension Site {
  /// Blogs that run WordPress, and themes that keep the classes that it gives to comments.
  static let wordPress = Site(pages: { [.wordPress] })
}

extension PageShape {
  /// An article of WordPress with its comments: lists in lists, whose items say how deep they are.
  static let wordPress: PageShape = {
    var shape = PageShape(
      "a page of WordPress", signs: [".comment[class*='depth-'], .pingback[class*='depth-']"],
      comment: ".comment[class*='depth-'], .pingback[class*='depth-'], .trackback[class*='depth-']",
      id: [
        "@id|comment-", "a.comment-reply-link@data-commentid", "[id^='comment-']@id|comment-",
        "[id^='div-comment-']@id|comment-", "a[href*='#comment-']@href|#comment-",
      ],
      author: [
        ".comment-author .fn", ".fn", ".comment-author cite", "cite.author", ".comment-author-name",
        ".comment_author", ".comment-author strong", ".comment-author b", "cite",
        ".comment-author a",
        ".comment-author", ".author-name", ".author",
      ],
      text: [
        ".comment-content", ".comment-text", ".comment_text", ".comment-entry", ".comment_content",
        ".commenttext", ".comment-body-text", ".comment-inner-content", ".comment-body",
        ".comment-inner",
        ".comment, .pingback, .trackback",
      ])
    shape.time = [
      ".comment-metadata time@datetime", ".comment-meta time@datetime", "time@datetime",
      ".comment-metadata", ".comment-meta", ".commentmetadata", ".comment-date", ".comment_date",
      ".comment-time", ".comment-author",
    ]
    shape.url = ["a[href*='#comment-']@href"]
    shape.leftOut = """
      .comment-author, .comment-meta, .comment-metadata, .commentmetadata, .reply, .comment-reply-link, .says, \
      .comment-awaiting-moderation, .comment-edit-link, .sharedaddy, .jp-relatedposts, .comment-likes, .comment-actions, \
      .comment-date, .comment-time, ol.children, ul.children
      """
    shape.badges = [
      PageBadge(".bypostauthor[class*='depth-']", "OP"),
      PageBadge(".pingback[class*='depth-']", "pingback"),
      PageBadge(".trackback[class*='depth-']", "trackback"),
    ]
    shape.article = .blog
    shape.count = [
      "meta[itemprop=commentCount]@content", "meta[itemprop=interactionCount]@content",
      ".comments-title",
      ".comments__headline", "#comments-title", ".comments-heading", "#comments h2", "#comments h3",
      ".comment-count", ".comments-count", "#comments > :first-child",
    ]
    shape.discussion = { page in
      page.addresses.first.map { address in
        let path = address.page.split(separator: "/", omittingEmptySubsequences: false)
        let kept = path.filter { !$0.hasPrefix("comment-page-") }.joined(separator: "/")
        return PageIdentity.id(of: kept)
      }
    }
    return shape
  }()
}

extension PageArticleShape {
  /// How blogs and magazines name the parts of an article.
  static let blog = PageArticleShape(
    author: [
      "meta[name=author]@content", "meta[itemprop=author]@content",
      "[itemprop=author] [itemprop=name]",
      ".entry-meta .author .fn", ".post-author .fn", ".byline .fn", ".vcard .fn",
      ".entry-meta .author",
      ".byline .author", "a[rel~=author]", ".post-author",
    ],
    time: [
      "meta[property='article:published_time']@content", "meta[itemprop=datePublished]@content",
      "time[itemprop=datePublished]@datetime", "time.entry-date.published@datetime",
      "time.published@datetime",
      "time.entry-date@datetime", "abbr.published@title", "time[pubdate]@datetime",
    ],
    text: [
      "[itemprop=articleBody]", ".entry-content", ".post-content", ".post-body", ".article-content",
      ".post-entry", ".article__content", ".article-body",
    ], isMainText: true)
}
