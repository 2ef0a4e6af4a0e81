import HTMLTree
import WebAddresses

extension PageShape {
  /// Reddit's design of 2018 to 2023.
  static let reddit2018: PageShape = {
    var shape = PageShape(
      "a page of Reddit (design of 2018)", signs: ["[id^='t3_'].Post, .Post[class*='t3_']"],
      comment: "div[id^='t1_']", id: ["@id|t1_"],
      author: ["[data-testid='comment_author_link']", "a[href^='/user/']", "a[href*='/user/']"],
      text: ["[data-testid='comment']", "[data-test-id='comment']"])
    shape.site = RedditPlan.site
    shape.parent = .depth(["@style|padding-left:"])
    shape.url = [
      "a[id^='CommentTopMeta--Created']@href", "a[data-testid='comment_timestamp']@href",
    ]
    shape.deletedTexts = ["[deleted]", "[removed]"]
    shape.article.title = ["[data-test-id='post-content'] h1", ".Post h1"]
    shape.article.author = [
      "[data-test-id='post-content'] a[href^='/user/']", ".Post a[href^='/user/']",
    ]
    shape.article.text = [
      "[data-test-id='post-content'] .RichTextJSON-root", "[data-click-id='text']",
    ]
    shape.missing = [PageMissing("[id^='continueThread-']"), PageMissing("[id^='moreComments-']")]
    shape.discussion = { page in
      page.first([".Post[id^='t3_']@id|t3_", ".Post@class|t3_"])
        .map { "reddit:\($0)" }
    }
    shape.finish = { page, found in
      RedditState.complete(&found, from: page)
      found.url = found.url.map { RedditPage.onMainHost($0) }
    }
    return shape
  }()
}
