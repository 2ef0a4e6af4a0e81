import HTMLTree
import WebAddresses

extension Site {
  /// Comments that Disqus shows below articles of other sites, in a page of their own.
  static let disqus = Site(pages: { [.disqus] })
}

extension PageShape {
  /// What Disqus embeds.
  static let disqus: PageShape = {
    var shape = PageShape(
      "comments of Disqus",
      signs: ["#post-list, .post-list, [data-role=posts]", "[data-role=post-content]"],
      comment: "li.post[id^='post-']", id: ["@id|post-"],
      author: [".author a", ".post-byline .author", ".author"],
      text: ["[data-role=message]", ".post-message"])
    shape.parent = .id([".parent-link@href|#comment-"])
    shape.time = ["time@datetime", ".time-ago@title"]
    shape.url = [".time-ago@href"]
    shape.score = ["[data-role=likes]"]
    shape.additions = "[data-role=post-media-list] a"
    shape.deleted = ".post-message--deleted"
    shape.badges = [PageBadge(".post-byline .badge"), PageBadge(".post-meta .moderator", "mod")]
    shape.article.title = ["#thread-title"]
    shape.count = [".comment-count", "[data-role=post-count]"]
    shape.finish = { page, found in
      // It does not say what it is about, but its links lead there.
      let address = found.comments.lazy.compactMap(\.url).first { $0.contains("#comment-") }
      guard let url = address.flatMap({ WebURL(reference: $0) }) else { return }
      found.url = url.page
      found.id = PageIdentity.id(of: url.page)
      found.title = "Comments on \(url.authority)\(url.target)"
    }
    return shape
  }()
}
