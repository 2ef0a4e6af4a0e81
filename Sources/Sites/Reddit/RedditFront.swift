import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let reddit = SiteFronts(
    name: "reddit", examples: ["r/NAME", "r/NAME/top", "r/NAME/new"],
    words: "a subreddit",
    address: { rest in
      let address = "\(RedditPlan.site)/\(rest)"
      return WebURL(reference: address).flatMap { RedditFront.plan($0) } == nil ? nil : address
    },
    plans: { RedditFront.plan($0).map { [$0] } ?? [] })
}

/// A subreddit by its Atom feed, which has neither scores nor counts.
enum RedditFront {
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    var path = address.path
    if path.last == ".rss" { path.removeLast() }
    let order: String
    switch path.count {
    case 2: order = ""
    case 3 where ["hot", "new", "top", "rising"].contains(path[2]): order = "\(path[2])/"
    default: return nil
    }
    guard path[0] == "r", SiteID.isName(path[1].filter { $0 != "+" }) else { return nil }
    let last = address.value(of: "after").flatMap { SiteID.isName($0) ? $0 : nil }
    let place = "\(RedditPlan.site)/r/\(path[1])/\(order)"
    return SingleFrontPlan(
      title: "r/\(path[1])" + (order.isEmpty ? "" : ": \(path[2])"),
      url: "\(place).rss" + (last.map { "?after=\($0)" } ?? "")
    ) { (response, page) throws(SiteError) in
      guard case .feed(let feed) = response.content else {
        throw SiteError(.notUnderstood(expected: ["a feed of a subreddit"]), url: place)
      }
      for entry in feed.entries {
        guard let row = row(entry) else { continue }
        page.rows.append(row)
      }
      if feed.entries.count >= 25, let last = feed.entries.last?.id, SiteID.isName(last) {
        page.next = "\(place)?after=\(last)"
      }
    }
  }

  private static func row(_ entry: Feed.Entry) -> FrontRow? {
    guard let id = entry.id, id.hasPrefix("t3_"), let link = entry.link else { return nil }
    var row = FrontRow(
      link: link, title: HTMLText.shortened(entry.title ?? "Reddit \(id)", limit: 500))
    row.author = RedditFeed.author(of: entry)
    row.published = entry.time.map { Moment(seconds: $0.seconds, hasTime: true) }
    row.target = RedditFeed.target(of: entry)
    return row
  }
}
