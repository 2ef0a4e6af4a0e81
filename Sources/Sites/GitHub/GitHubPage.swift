import HTMLTree
import WebAddresses

extension PageShape {
  /// An issue, a pull request or a discussion of GitHub, as it has been built since 2025 and before.
  static let gitHub: PageShape = {
    var shape = PageShape(
      "a page of GitHub",
      signs: [
        """
        meta[name$=hostname][content='github.com'], meta[property='og:site_name'][content=GitHub], \
        link[rel=canonical][href^='https://github.com/'], meta[property='og:url'][content^='https://github.com/']
        """,
        ".react-issue-comment, .timeline-comment, [data-testid='issue-viewer-container'], .js-discussion",
      ],
      comment: """
        .react-issue-comment, .timeline-comment-group[id^='issuecomment-'], \
        .timeline-comment-group[id^='discussioncomment-'], .timeline-comment-group[id^='pullrequestreview-'], \
        .timeline-comment[id^='issuecomment-'], .timeline-comment[id^='discussioncomment-'], \
        .review-comment[id^='discussion_r'], .js-timeline-item > .js-comment-container > .timeline-comment[id]
        """,
      id: [
        "@id|issuecomment-", "[id^='issuecomment-']@id|issuecomment-", "@id",
        "[id^='discussioncomment-']@id",
      ],
      author: ["[data-testid='avatar-link']", "a.author", ".author"],
      text: [".comment-body", ".markdown-body"])
    shape.site = "https://github.com"
    shape.branch = ".js-resolvable-timeline-thread-container, .js-nested-comments-container"
    shape.time = ["relative-time@datetime", "time-ago@datetime"]
    shape.leftOut = ".zeroclipboard-container, [role=toolbar], .js-suggested-changes-blob, .anchor"
    shape.badges = [PageBadge("[data-testid='comment-author-association']")]
    shape.missing = [
      PageMissing(
        "[data-testid^='issue-timeline-load-more-count'], .ajax-pagination-form, #js-progressive-timeline-item-container form"
      )
    ]
    shape.article.title = ["[data-testid='issue-title']", ".js-issue-title", ".markdown-title"]
    shape.article.author = [
      "[data-testid='issue-body-header-author']", "meta[property='og:author:username']@content",
      ".js-command-palette-pull-body a.author", ".timeline-comment a.author",
    ]
    shape.article.time = [
      "[data-testid='issue-body'] relative-time@datetime",
      ".timeline-comment relative-time@datetime",
    ]
    shape.article.text = [
      "[data-testid='issue-body'] .markdown-body",
      "[data-testid='issue-body-viewer'] .markdown-body",
      ".timeline-comment .comment-body",
    ]
    shape.discussion = { page in
      for address in page.addresses {
        guard let place = GitHubPlace(address.page), let number = place.number else { continue }
        return place.id(of: number)
      }
      return nil
    }
    shape.finish = { page, found in
      for index in found.comments.indices {
        guard let id = found.comments[index].id else { continue }
        if id.allSatisfy(\.isNumber) { found.comments[index].id = "issuecomment-\(id)" }
        found.comments[index].url = found.url.map { "\($0)#\(found.comments[index].id ?? id)" }
      }
      // The page's title goes on with the number and the repository.
      if let title = found.title, let mark = title.range(of: " · ") {
        found.title = String(title[..<mark.lowerBound])
      }
    }
    return shape
  }()
}
