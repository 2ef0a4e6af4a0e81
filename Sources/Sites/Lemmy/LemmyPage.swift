import HTMLTree
import WebAddresses

extension PageShape {
  /// A post of Lemmy, as its own interface shows it.
  static let lemmy: PageShape = {
    var shape = PageShape(
      "a page of Lemmy", signs: ["article.comment-node, .comment-node"],
      comment: ".comment-node[id^='comment-']", id: ["@id|comment-"],
      author: [".person-listing"], text: [".comment-content .md-div", ".md-div"])
    shape.branch = "li.comment"
    shape.time = [
      ".moment-time@data-tippy-content", "time@datetime", ".moment-time@title",
    ]
    shape.score = ["[data-score]@data-score"]
    shape.deletedTexts = [
      "deleted by creator", "removed by mod", "*deleted by creator*", "Permanently Deleted",
    ]
    shape.leftOut = ".comment-bottom-btns"
    shape.missing = [PageMissing("li.comment > div.comment-node:not([id]) button")]
    shape.article.title = [".post-title h1", ".post-title", ".post-listing h1", "h1"]
    shape.article.author = [".post-listing .person-listing", ".person-listing"]
    shape.article.time = [".post-listing .moment-time@data-tippy-content"]
    shape.article.text = ["#postContent", ".post-listing .md-div"]
    shape.article.link = [".post-title a[href^='http']@href"]
    shape.count = [
      "a[href*='scrollToComments=true']", ".post-listing a[title][href*='/post/'] span",
    ]
    shape.discussion = { page in
      for address in page.addresses {
        let path = address.path
        if path.count > 1, path[0] == "post", SiteID.isNumber(path[1]) {
          return "lemmy:\(address.authority)/\(path[1])"
        }
      }
      return nil
    }
    return shape
  }()
}
