import HTMLTree
import WebAddresses

extension Site {
  /// Forums that run Invision Community.
  static let invision = Site(
    pages: { [.invision] }, ids: [SiteIDForm(prefix: "invision", hasHost: true)])
}

extension PageShape {
  /// A topic of Invision Community 4 and 5.
  static let invision: PageShape = {
    var shape = PageShape(
      "a page of Invision Community",
      signs: ["article[id^='elComment_'], .ipsComment[data-commentid]"],
      comment: "article[id^='elComment_'], .ipsComment[data-commentid]",
      id: ["@id|elComment_", "@data-commentid"],
      author: [
        ".cAuthorPane_author", ".ipsComment_author .ipsType_break", ".ipsEntry__username",
        ".ipsEntry__author", ".ipsComment_author", "[itemprop=author] [itemprop=name]",
      ],
      text: [
        "[data-role='commentContent']", ".cPost_contentWrap .ipsType_richText", ".ipsType_richText",
        ".ipsRichText",
      ])
    shape.parent = .quote([
      "blockquote[data-ipsquote-contentcommentid]@data-ipsquote-contentcommentid"
    ])
    shape.time = ["time@datetime"]
    shape.leftOut = "[data-role='memberSignature'], .ipsQuote_expand, .ipsEntry__signature"
    shape.score = ["[data-role='reactCount']", ".ipsReact_reactCount span", ".ipsReact_reactCount"]
    shape.url = ["a[data-role='shareComment']@href", ".ipsComment_meta a[href*='comment=']@href"]
    shape.article.title = [".ipsType_pageTitle", ".ipsPageHeader__title", "h1"]
    shape.countsArticle = true
    shape.firstIsArticle = true
    shape.pageNumber = [".ipsPagination_active", ".ipsPagination__active"]
    shape.discussion = { page in
      ForumTopic.id("invision", page, ["[data-feedid^='topic-']@data-feedid|topic-"]) { address in
        let path = address.path
        guard let mark = path.lastIndex(of: "topic"), mark + 1 < path.count else { return nil }
        return ForumTopic.leadingNumber(path[mark + 1])
      }
    }
    return shape
  }()
}
