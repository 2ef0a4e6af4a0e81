import HTMLTree
import WebAddresses

extension Site {
  /// Forums that run XenForo.
  static let xenForo = Site(
    pages: { [.xenForo] }, ids: [SiteIDForm(prefix: "xenforo", hasHost: true)])
}

extension PageShape {
  /// A thread of XenForo 1 and 2.
  static let xenForo: PageShape = {
    var shape = PageShape(
      "a page of XenForo",
      signs: ["#XF, #XenForo", ".message[data-content^='post-'], .message[id^='post-']"],
      comment: ".message[data-content^='post-'], .message[id^='post-']",
      id: ["@data-content|post-", "@id|post-"],
      author: ["@data-author", ".message-name", ".username"],
      text: [".message-body .bbWrapper", ".bbWrapper", ".messageText", ".message-body"])
    shape.parent = .quote([
      "blockquote[data-source^='post:']@data-source|post: ",
      ".bbCodeQuote a[href*='#post-']@href|#post-",
      "blockquote a[href*='#post-']@href|#post-", "blockquote a[href*='goto/post?id=']@href|id=",
    ])
    shape.number = [
      ".message-attribution-opposite li:last-child", ".message-attribution-opposite a:last-child",
      ".postNumber",
    ]
    shape.time = [
      "time.u-dt@datetime", "time[data-time]@data-time", "time@datetime", "abbr.DateTime@data-time",
      ".DateTime@title",
    ]
    shape.url = [".message-attribution-main a[href*='post-']@href", "a.datePermalink@href"]
    shape.leftOut = """
      .bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink, .quoteExpand, .js-unfurl-favicon, .message-lastEdit, \
      .messageTextEndMarker, .bbCodeBlock-sourceJump
      """
    shape.badges = [PageBadge(".message-userTitle.is-staff, .userBanner--staff")]
    shape.deleted = ".message--deleted, .message.deleted"
    shape.article.title = [".p-title-value", ".titleBar h1", "h1"]
    shape.firstIsArticle = true
    shape.pageNumber = [".pageNav-page--current", ".PageNav .currentPage"]
    shape.discussion = { page in
      ForumTopic.id("xenforo", page, ["html@data-content-key|thread-"]) { address in
        let path = address.path
        guard let mark = path.lastIndex(where: { ["threads", "t", "topic"].contains($0) }),
          mark + 1 < path.count
        else { return nil }
        return path[mark + 1].split(separator: ".").last.flatMap { ForumTopic.leadingNumber($0) }
      }
    }
    return shape
  }()
}
