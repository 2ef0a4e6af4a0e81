import HTMLTree
import WebAddresses

extension PageShape {
  /// Reddit since 2023: an element of its own for each comment, with what is known of it in attributes.
  static let shreddit: PageShape = {
    var shape = PageShape(
      "a page of Reddit", signs: ["shreddit-post", "shreddit-comment-tree, shreddit-comment"],
      comment: "shreddit-comment", id: ["@thingid|t1_", "@id|t1_"],
      author: ["@author", "[slot=commentMeta] a[href*='/user/']"],
      text: ["[slot=comment]", ".md"])
    shape.site = RedditPlan.site
    shape.parent = .id(["@parentid|t1_"])
    shape.time = ["@created", "faceplate-timeago@ts", "time@datetime"]
    shape.score = ["@score", "shreddit-comment-action-row@score"]
    shape.url = ["@permalink"]
    shape.leftOut = """
      shreddit-comment-action-row, [slot=actionRow], [slot=commentMeta], [slot=commentAvatar], faceplate-partial, \
      shreddit-async-loader, faceplate-tracker
      """
    shape.badges = [
      PageBadge("author-flair-event-handler .flair-content, [slot=author-flair]"),
      PageBadge(
        "shreddit-comment[distinguished-as='moderator' i], shreddit-comment[is-moderator]", "mod"),
      PageBadge("shreddit-comment[distinguished-as='admin' i]", "admin"),
      PageBadge("shreddit-comment[is-stickied]", "pinned"),
    ]
    shape.deleted = "shreddit-comment[is-comment-deleted], shreddit-comment[deleted]"
    shape.deletedTexts = [
      "[deleted]", "[removed]", "Comment deleted by user", "Comment removed by moderator",
    ]
    shape.missing = [
      PageMissing(
        "faceplate-partial[src*='more-comments'], faceplate-partial[slot^='children-']")
    ]
    shape.article.title = ["shreddit-post@post-title", "shreddit-post [slot=title]"]
    shape.article.author = ["shreddit-post@author"]
    shape.article.time = ["shreddit-post@created-timestamp", "shreddit-post time@datetime"]
    shape.article.text = [
      "shreddit-post [slot='text-body']", "shreddit-post [slot='post-media-container']",
    ]
    shape.article.link = ["shreddit-post[post-type=link]@content-href"]
    shape.count = ["shreddit-post@comment-count", "shreddit-comment-tree@totalcomments"]
    shape.discussion = { page in
      page.first([
        "shreddit-comment-tree@thingid|t3_", "shreddit-comment-tree@post-id|t3_",
        "shreddit-comment@postid|t3_", "shreddit-post@id|t3_",
      ]).map { "reddit:\($0)" }
    }
    shape.finish = { page, found in
      let link = page.first(["shreddit-post@permalink"]).map { RedditPost.absolute($0) }
      found.url = (link ?? found.url).map { RedditPage.onMainHost($0) }
      for index in found.comments.indices where found.comments[index].author == "[deleted]" {
        found.comments[index].author = nil
      }
    }
    return shape
  }()
}
