import HTMLTree
import WebAddresses

extension PageShape {
  /// A question of Stack Overflow or another site of Stack Exchange: comments on it, answers, and comments on those.
  static let stackExchange: PageShape = {
    var shape = PageShape(
      "a page of Stack Exchange",
      signs: ["#question", "#question .js-post-body, #question .post-text"],
      comment: ".answer[id^='answer-'], .comment[id^='comment-']", id: ["@id"],
      author: [
        ".comment-user", ".user-details[itemprop=author] a", ".user-details[itemprop=author]",
        ".post-signature:last-child .user-details a", ".post-signature:last-child .user-details",
      ],
      text: [".comment-copy", ".js-post-body", ".post-text"])
    shape.time = [
      ".comment-date [title]@title", "time[itemprop=dateCreated]@datetime",
      ".post-signature:last-child .relativetime@title", ".relativetime@title",
    ]
    shape.edited = ["a[href*='/revisions'] .relativetime@title"]
    shape.score = [
      "@data-score", "@data-comment-score", ".js-vote-count@data-value", ".vote-count-post",
      ".comment-score span",
    ]
    shape.badges = [PageBadge(".answer.accepted-answer", "accepted")]
    shape.url = [".js-share-link@href"]
    shape.missing = [
      PageMissing(
        "[data-remaining-comments-count]", number: "@data-remaining-comments-count")
    ]
    shape.article.title = ["#question-header h1 a", "#question-header h1", "a.question-hyperlink"]
    shape.article.author = [
      "#question .owner .user-details a", "#question .user-details[itemprop=author] a",
      "#question .owner .user-details", "#question .post-signature:last-child .user-details a",
    ]
    shape.article.time = [
      "time[itemprop=dateCreated]@datetime", "#question .owner .relativetime@title",
    ]
    shape.article.text = ["#question .js-post-body", "#question .post-text"]
    shape.article.tags = "#question .post-tag"
    shape.discussion = { page in
      guard let id = page.first(["#question@data-questionid"]),
        let host = page.addresses.first?.host
      else { return nil }
      return "stackexchange:\(host)/\(id)"
    }
    shape.finish = { page, found in
      let answers = found.comments.count { $0.id?.hasPrefix("answer-") == true }
      let counted = page.first([
        "#answers-header [data-answercount]@data-answercount", "[itemprop=answerCount]",
      ])
      let count = counted.flatMap(PageNumber.first) ?? 0
      if count > answers { found.missing.append((nil, count - answers)) }
      for index in found.comments.indices where found.comments[index].url == nil {
        guard let id = found.comments[index].id, id.hasPrefix("comment-") else { continue }
        found.comments[index].url = found.url.map { "\($0)#comment\(id.dropFirst(8))" }
      }
    }
    return shape
  }()
}
