import HTMLTree
import WebAddresses

extension Site {
  /// Forums that run vBulletin.
  static let vBulletin = Site(
    pages: { [.vBulletin, .vBulletin5] },
    ids: [SiteIDForm(prefix: "vbulletin", hasHost: true, countsArticle: true)])
}

extension PageShape {
  /// A thread of vBulletin 3 and 4.
  static let vBulletin: PageShape = {
    var shape = PageShape(
      "a page of vBulletin", signs: ["[id^='post_message_']"],
      comment: """
        li.postcontainer[id^='post_'], li.postbit[id^='post_'], li.postbitlegacy[id^='post_'], table.tborder[id^='post']
        """,
      id: ["@id|post_", "@id|post"],
      author: [
        ".username strong", ".username", ".bigusername", ".username_container",
        "[id^='postmenu_'] a[href*='member']", "[id^='postmenu_']",
      ],
      text: ["[id^='post_message_'] .postcontent", ".postcontent", "[id^='post_message_']"])
    shape.parent = .quote([
      ".bbcode_postedby a[href*='#post']@href|#post", ".quote a[href*='#post']@href|#post",
      "[id^='post_message_'] a[href*='#post'][rel=nofollow]@href|#post",
    ])
    shape.number = [".postcounter", "a[id^='postcount']", "[id^='postcount'] strong"]
    shape.time = [".postdate .date", ".postdate", ".userstats", "td.thead"]
    shape.url = ["a.postcounter@href", "a[id^='postcount']@href"]
    shape.leftOut = """
      .viewpost, .quotelink, .onlinestatus, .bbcode_quote_container, .after_content, .bbcode_postedby img, \
      img[src*='buttons/viewpost']
      """
    shape.quotes = ".bbcode_quote"
    shape.article.title = [
      ".threadtitle a", ".threadtitle", ".lastnavbit span", ".rel_thread_head h1",
      "td.navbar strong",
    ]
    shape.count = [
      "#postpagestats_above", ".postpagestats", ".pagenav td a@title",
      ".pagination .selected a@title",
    ]
    shape.countIsLargest = true
    shape.countsArticle = true
    shape.firstIsArticle = true
    shape.pageNumber = [".pagination .selected", ".pagenav .alt2 strong"]
    shape.discussion = { page in
      ForumTopic.id(
        "vbulletin", page, ["form input[name=t]@value", "a[href*='showthread.php?t=']@href|t="]
      ) { address in
        if let number = address.value(of: "t") { return number }
        let query = address.rest.split(separator: "?").dropFirst().first
        if address.path.last?.hasPrefix("showthread.php") == true {
          return query.flatMap { ForumTopic.leadingNumber($0) }
        }
        return address.path.last.flatMap { ForumTopic.leadingNumber($0) }
      }
    }
    return shape
  }()

  /// A topic of vBulletin 5 and 6.
  static let vBulletin5: PageShape = {
    var shape = PageShape(
      "a page of vBulletin", signs: [".b-post[data-node-id], .b-post__content, li.b-post"],
      comment: ".b-post[data-node-id]", id: ["@data-node-id"],
      author: [
        ".b-userinfo .author a", ".author a", ".author", "[itemprop=author] [itemprop=name]",
      ],
      text: [".js-post__content-text", ".b-post__content [itemprop=text]", ".b-post__content"])
    shape.parent = .quote([".bbcode_quote a[href*='#post']@href|#post"])
    shape.number = [".b-post__count"]
    shape.time = ["time@datetime", ".b-post__timestamp"]
    shape.quotes = ".bbcode_quote"
    shape.leftOut = ".b-post__footer, .post-signature, .b-icon, .bbcode_postedby img"
    shape.article.title = ["h1.main-title", ".b-content-entry__title", "h1"]
    shape.firstIsArticle = true
    shape.pageNumber = [".js-pagenav-current-button", ".pagenav-controls input@value"]
    shape.discussion = { page in
      ForumTopic.id("vbulletin", page, ["[data-topic-id]@data-topic-id"]) { address in
        address.path.last.flatMap { ForumTopic.leadingNumber($0) }
      }
    }
    return shape
  }()
}
