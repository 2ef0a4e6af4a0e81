import HTMLTree
import WebAddresses

extension PageShape {
  /// A topic of Discourse, as its app shows it and as it is served to programs that run no scripts.
  static let discourse: PageShape = {
    var shape = PageShape(
      "a page of Discourse",
      signs: [
        "meta[name=generator][content^='Discourse']", ".crawler-post, article[data-post-id]",
      ],
      comment: ".crawler-post, article[data-post-id]", id: ["@id|post_", "@data-post-number"],
      author: [
        "[itemprop=author] [itemprop=name]", ".names .username a",
        ".names [data-user-card]@data-user-card",
        "[data-user-card]@data-user-card", "[itemprop=author]",
      ],
      text: [".post[itemprop=text]", ".post[itemprop=articleBody]", ".cooked", ".post"])
    shape.ignored =
      ".embedded-posts, .crawler-linkback-list, .more-topics__container, #related-topics"
    shape.parent = .quote(["aside.quote@data-post"])
    shape.number = ["@id|post_", "[itemprop=position]"]
    shape.time = [
      ".post-time@datetime", "time[itemprop=datePublished]@datetime", "time@datetime",
      ".post-date .relative-date@data-time", ".relative-date@data-time",
    ]
    shape.score = [".post-likes", ".like-count"]
    shape.leftOut =
      ".quote-controls, .embedded-posts, .cooked-selection-barrier, .topic-map, .lightbox .meta"
    shape.badges = [
      PageBadge(
        "[itemprop=acceptedAnswer], .accepted-answer, .topic-post.accepted-answer", "answer")
    ]
    shape.article.title = ["#topic-title h1", "h1[data-topic-id]", "h1"]
    shape.firstIsArticle = true
    shape.treeIsInferred = true
    shape.discussion = { page in
      for address in page.addresses {
        guard let plan = DiscoursePlan(address), let id = plan.discussion else { continue }
        return id
      }
      return nil
    }
    shape.finish = { page, found in
      guard let topic = found.url else { return }
      for index in found.comments.indices {
        found.comments[index].url = found.comments[index].id.map { "\(topic)/\($0)" }
      }
    }
    return shape
  }()
}
