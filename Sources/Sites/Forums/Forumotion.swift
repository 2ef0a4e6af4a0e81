import HTMLTree
import WebAddresses

extension Site {
  /// Forums at Forumotion.
  static let forumotion = Site(
    pages: { [.forumotion] }, ids: [SiteIDForm(prefix: "forumotion", hasHost: true)])
}

extension PageShape {
  /// A topic of a forum at Forumotion, in any of its versions.
  static let forumotion: PageShape = {
    var shape = PageShape(
      "a page of Forumotion",
      signs: [
        "link[href*='illiweb.com'], script[src*='illiweb.com'], [src*='2img.net'], [href*='forumotion']",
        ".post[class*='post--']",
      ],
      comment: ".post[class*='post--']", id: ["@class|post--", "@id|p"],
      author: [
        ".postprofile-name", ".postprofile dt a strong", ".postprofile dt a",
        ".postprofile dt strong", ".name strong",
        ".name", ".post-author", ".username", "a[href^='/u']",
      ],
      text: [
        ".postbody .content > div", ".postbody .content", ".post-entry", ".entry-content",
        ".post-content", ".content",
        ".postbody",
      ])
    shape.parent = .quote(["blockquote a[href*='#']@href|#"])
    shape.time = ["time@datetime", ".topic-date", ".author", ".postdetails", ".post-date"]
    shape.leftOut = ".signature_div, .clear, .fa_like_div, .edited-message"
    shape.quotes = ".quote_content"
    shape.article.title = [".topic-title h1", ".topic-title", ".page-title", "h1"]
    shape.firstIsArticle = true
    shape.pageNumber = [".pagination strong", ".page-bottom strong", ".paging strong"]
    shape.discussion = { page in
      ForumTopic.id("forumotion", page, ["input[name=t]@value"]) { address in
        guard let name = address.path.last, name.hasPrefix("t") else { return nil }
        return ForumTopic.leadingNumber(name.dropFirst())
      }
    }
    return shape
  }()
}
