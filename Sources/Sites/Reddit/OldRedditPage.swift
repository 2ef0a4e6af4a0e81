import HTMLTree
import WebAddresses

extension PageShape {
  /// `old.reddit.com`, and Reddit before 2018: things in things.
  static let oldReddit: PageShape = {
    var shape = PageShape(
      "a page of Reddit (old design)", signs: [".thing.link", ".commentarea"],
      comment: ".thing.comment", id: ["@data-fullname|t1_", "@id|thing_t1_", "@class|id-t1_"],
      author: ["@data-author", ".tagline .author"], text: [".usertext-body .md"])
    shape.site = RedditPlan.site
    shape.time = [".tagline time@datetime"]
    shape.edited = [".tagline time.edited-timestamp@datetime"]
    shape.score = [
      ".entry.likes .score.likes", ".entry.dislikes .score.dislikes", ".score.unvoted@title",
      ".score.unvoted",
    ]
    shape.url = ["@data-permalink", "a.bylink@href"]
    shape.badges = [
      PageBadge(".tagline .author.submitter", "OP"), PageBadge(".tagline .flair"),
      PageBadge(".tagline .author.moderator", "mod"), PageBadge(".tagline .author.admin", "admin"),
      PageBadge(".tagline .stickied-tagline", "pinned"),
    ]
    shape.deleted = ".thing.comment.deleted"
    shape.deletedTexts = ["[deleted]", "[removed]"]
    shape.missing = [
      PageMissing(".thing.morechildren", number: ".morechildren .morecomments .gray"),
      PageMissing(".deepthread"),
    ]
    shape.article.title = ["#siteTable .thing.link a.title", ".thing.link:not(.promoted) a.title"]
    shape.article.author = [
      "#siteTable .thing.link@data-author", "#siteTable .link .author",
      ".thing.link:not(.promoted)@data-author",
    ]
    shape.article.time = [
      "#siteTable .link time@datetime", "#siteTable .link@data-timestamp",
      ".thing.link:not(.promoted) time@datetime",
    ]
    shape.article.text = [
      "#siteTable .link .usertext-body .md", ".thing.link:not(.promoted) .usertext-body .md",
    ]
    shape.article.link = [
      "#siteTable .thing.link:not(.self)@data-url",
      "#siteTable .thing.link:not(.self) a.title@href",
    ]
    shape.count = [
      "#siteTable .thing.link@data-comments-count", "#siteTable .link a.comments",
      ".commentarea .panestack-title .title",
    ]
    shape.discussion = { page in
      page.first([
        "#siteTable .thing.link@data-fullname|t3_", "#siteTable .thing.link@id|thing_t3_",
        "#siteTable .thing.link@class|id-t3_",
        ".thing.link:not(.promoted)@data-permalink|/comments/",
      ]).map { "reddit:\($0)" }
    }
    shape.finish = { page, found in
      let link = page.first([
        "#siteTable .thing.link@data-permalink", ".thing.link:not(.promoted)@data-permalink",
        "#siteTable .link a.comments@href",
      ])
      found.url = link.map { RedditPost.absolute($0) } ?? found.url
      found.url = found.url.map { RedditPage.onMainHost($0) }
      for index in found.comments.indices {
        found.comments[index].url = found.comments[index].url.map { RedditPage.onMainHost($0) }
      }
    }
    return shape
  }()
}

/// What all designs of Reddit's pages have in common.
enum RedditPage {
  /// An address of any of Reddit's hosts on the main one, as fetched copies have it.
  static func onMainHost(_ address: String) -> String {
    for host in ["old", "np", "new", "sh", "m", "i", "amp"] {
      let start = "https://\(host).reddit.com/"
      if address.hasPrefix(start) { return RedditPlan.site + "/" + address.dropFirst(start.count) }
    }
    return address
  }
}
