import HTMLTree
import WebAddresses

extension PageShape {
  /// `lobste.rs/s/ID`, and other sites that run the software.
  static let lobsters: PageShape = {
    var shape = PageShape(
      "a page of Lobsters", signs: ["li.story[id^='story_']", "ol.comments"],
      comment: "div.comment[id^='c_']", id: ["@data-shortid", "@id|c_"],
      author: [".byline a[href^='/~']", ".byline a[href^='/u/']"], text: [".comment_text"])
    shape.branch = "li.comments_subtree, ol.comments > li"
    // The times that it has without a zone are in the server's.
    shape.time = [".byline time@data-at-unix", ".byline span[title]@title"]
    shape.score = [".voters .score", ".voters .upvoter"]
    shape.url = [".byline a[href^='/c/']@href", ".byline a[href*='#c_']@href"]
    shape.badges = [PageBadge(".byline .hat")]
    shape.deleted = "div.comment.deleted, .comment_text .na"
    shape.article.title = ["li.story .u-url", "li.story .link a"]
    shape.article.author = ["li.story .byline a[href^='/~']", "li.story .byline a[href^='/u/']"]
    shape.article.time = [
      "li.story .byline time@data-at-unix", "li.story .byline span[title]@title",
    ]
    shape.article.text = [".story_content .story_text", ".story_text"]
    shape.article.link = ["li.story .u-url@href", "li.story .link a@href"]
    shape.article.tags = "li.story .tags .tag"
    shape.count = ["li.story .comments_label a", "li.story .comments_label"]
    shape.site = "https://lobste.rs"
    shape.discussion = { page in
      let story = page.first(["li.story@data-shortid", "li.story@id|story_"])
      return story.map { LobstersImport.id(of: $0, at: page.addresses.first?.authority) }
    }
    return shape
  }()
}
