import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let feed = SiteFronts(
    words: "a feed (RSS or Atom)", plans: { [FeedFront.plan($0)] })
}

/// A feed as a front page: each entry with a discussion of it that can be opened, else with the page of its comments, else
/// with its own.
enum FeedFront {
  static func plan(_ address: WebURL) -> any FrontPlan {
    SingleFrontPlan(title: address.authority, url: address.page) {
      (response, page) throws(SiteError) in
      guard case .feed(let feed) = response.content else {
        throw SiteError(.notUnderstood(expected: ["a feed"]), url: response.request.url)
      }
      if let title = feed.title.map({ HTMLText.line($0, limit: 100) }), !title.isEmpty {
        page.title = title
      }
      page.rows = feed.entries.compactMap { row($0, at: address) }
      page.next = feed.next.flatMap { address.absolute($0) }
    }
  }

  private static func row(_ entry: Feed.Entry, at address: WebURL) -> FrontRow? {
    let named: String? = (entry.link ?? entry.comments).flatMap { address.absolute($0) }
    guard let page = named else { return nil }
    let place: String? = entry.comments.flatMap { address.absolute($0) }
    let comments = place.flatMap { WebURL(reference: $0) }
    let feed = entry.commentFeed.flatMap { address.absolute($0) }
    let isKnown = comments.map { SiteVisit.opens($0.page) } ?? false
    let link = isKnown ? comments?.page ?? page : feed ?? comments?.page ?? page
    let title = HTMLText.line(entry.title ?? "", limit: 500)
    let beginning = HTMLText.line(entry.summary ?? entry.content ?? "", limit: 80)
    var row = FrontRow(
      link: link, title: !title.isEmpty ? title : !beginning.isEmpty ? beginning : page)
    if link != page { row.target = page }
    row.author = entry.author
    row.published = entry.time.map { Moment(seconds: $0.seconds, hasTime: true) }
    row.comments = entry.commentCount
    return row
  }
}
