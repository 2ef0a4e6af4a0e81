import HTMLTree
import WebAddresses

extension Site {
  /// Forums that run phpBB.
  static let phpBB = Site(
    pages: { [.phpBB] }, ids: [SiteIDForm(prefix: "phpbb", hasHost: true, countsArticle: true)])
}

extension PageShape {
  /// A topic of phpBB 3, in prosilver and styles made of it.
  static let phpBB: PageShape = {
    var shape = PageShape(
      "a page of phpBB", signs: ["#phpbb, body.section-viewtopic", ".post[id^='p'] .postbody"],
      comment: ".post[id^='p']", id: ["@id|p"],
      author: [
        ".postprofile .username-coloured", ".postprofile .username", ".author .username-coloured",
        ".author .username", ".postprofile a[href*='viewprofile']",
        ".author a[href*='viewprofile']",
        ".postprofile dt strong", ".author strong",
      ],
      text: [".postbody .content", ".content", ".postbody"])
    shape.parent = .quote([
      "blockquote cite a[data-post-id]@data-post-id", "blockquote cite a[href*='#p']@href|#p",
    ])
    shape.time = [".author time@datetime", "time@datetime", ".author", ".postdate"]
    shape.url = [".author a[href*='#p']@href", "h3 a[href*='#p']@href"]
    shape.leftOut = ".notice, .attachbox > dt, .postlink-arrow, .reportmark, .responsive-hide"
    shape.article.title = [
      ".topic-title a", ".topic-title", "h2 a[href*='viewtopic']", "#page-body h2",
    ]
    shape.count = [".topic-actions .pagination", ".action-bar .pagination", ".pagination"]
    shape.countIsLargest = true
    shape.countsArticle = true
    shape.firstIsArticle = true
    shape.pageNumber = [
      ".pagination .active", ".pagination > strong:first-child", ".pagination strong",
    ]
    shape.discussion = { page in
      ForumTopic.id(
        "phpbb", page,
        [
          ".topic-title a@href|t=", "h2 a[href*='viewtopic']@href|t=", "input[name=t]@value",
          "a[href*='viewtopic'][href*='t=']@href|t=",
        ]
      ) { $0.value(of: "t") }
    }
    return shape
  }()
}
