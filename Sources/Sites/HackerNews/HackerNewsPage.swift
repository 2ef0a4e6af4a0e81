import DiscussionModel
import HTMLTree
import WebAddresses

extension PageShape {
  /// `news.ycombinator.com/item?id=`: a table of rows, each with how far its comment is set in.
  static let hackerNews: PageShape = {
    var shape = PageShape(
      "a page of Hacker News", signs: ["#hnmain .fatitem"], comment: "tr.comtr",
      id: ["@id"], author: [".comhead .hnuser"], text: [".commtext", ".comment"])
    shape.parent = .depth(["td.ind@indent", "td.ind img@width"])
    shape.time = [".age@title"]
    shape.leftOut = ".reply"
    shape.score = [".comhead .score"]
    shape.deletedTexts = ["[deleted]"]
    shape.flaggedTexts = ["[flagged]", "[dead]"]
    shape.article.title = [".fatitem .titleline > a", ".fatitem .storylink", ".fatitem .title > a"]
    shape.article.author = [".fatitem .hnuser"]
    shape.article.time = [".fatitem .age@title"]
    shape.article.link = [
      ".fatitem .titleline > a@href", ".fatitem .storylink@href", ".fatitem .title > a@href",
    ]
    shape.article.text = [".fatitem .toptext", ".fatitem .commtext"]
    shape.count = [
      ".fatitem .subline > a[href^='item?id=']:last-child",
      ".fatitem .subtext > a[href^='item?id=']:last-child",
    ]
    shape.discussion = { page in page.first([".fatitem .athing@id"]).map { "hn:\($0)" } }
    shape.finish = { page, found in
      guard let id = found.id?.dropFirst(3) else { return }
      found.url = HackerNews.url(of: String(id))
      for index in found.comments.indices {
        found.comments[index].url = found.comments[index].id.map { HackerNews.url(of: $0) }
      }
    }
    return shape
  }()
}
