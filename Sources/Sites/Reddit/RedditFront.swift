import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let reddit = SiteFronts(
    name: "reddit", examples: ["r/NAME", "r/NAME/top", "r/NAME/new"],
    words: "a subreddit",
    members: """
      author children created_utc data id num_comments permalink score subreddit title url
      """,
    address: { rest in
      let address = "\(RedditPlan.site)/\(rest)"
      return WebURL(reference: address).flatMap { RedditFront.plan($0) } == nil ? nil : address
    },
    plans: { RedditFront.plan($0).map { [$0] } ?? [] },
    search: { RedditFront.address(of: $0, at: $1) })
}

/// A subreddit by its Atom feed, which has neither scores nor counts.
enum RedditFront {
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    var path = address.path
    if path.last == ".rss" { path.removeLast() }
    let order: String
    switch path.count {
    case 2: order = ""
    case 3 where ["hot", "new", "top", "rising", "search"].contains(path[2]):
      order = "\(path[2])/"
    default: return nil
    }
    guard path[0] == "r", SiteID.isName(path[1].filter { $0 != "+" }) else { return nil }
    let words = order == "search/" ? address.value(of: "q") ?? "" : nil
    guard words?.isEmpty != true else { return nil }
    let last = address.value(of: "after").flatMap { SiteID.isName($0) ? $0 : nil }
    let place = "\(RedditPlan.site)/r/\(path[1])/\(order)"
    let query = words.map { "q=\(PercentCoding.encode($0))&restrict_sr=on" }
    let queries = [query, last.map { "after=\($0)" }].compactMap { $0 }
    let kind = words.map { ": “\(HTMLText.shortened($0, limit: 60))”" }
    return SingleFrontPlan(
      title: "r/\(path[1])" + (kind ?? (order.isEmpty ? "" : ": \(path[2])")),
      url: "\(place).rss" + (queries.isEmpty ? "" : "?" + queries.joined(separator: "&"))
    ) { (response, page) throws(SiteError) in
      guard case .feed(let feed) = response.content else {
        throw SiteError(.notUnderstood(expected: ["a feed of a subreddit"]), url: place)
      }
      for entry in feed.entries {
        guard let row = row(entry) else { continue }
        page.rows.append(row)
      }
      if feed.entries.count >= 25, let last = feed.entries.last?.id, SiteID.isName(last) {
        page.next = "\(place)?" + [query, "after=\(last)"].compactMap { $0 }.joined(separator: "&")
      }
    }
  }

  /// The address of a search in a subreddit; nil for any other page.
  static func address(of words: String, at front: WebURL) -> String? {
    guard plan(front) != nil else { return nil }
    return "\(RedditPlan.site)/r/\(front.path[1])/search/?q=\(PercentCoding.encode(words))"
      + "&restrict_sr=on"
  }

  /// What is requested for the posts about an article, with a token.
  static func plan(for article: ArticleKey) -> any FrontPlan {
    let query = "raw_json=1&limit=100&url=\(PercentCoding.encode(article.address))"
    return SingleFrontPlan(title: "Reddit", url: "\(RedditPlan.service)/api/info?\(query)") {
      (response, page) throws(SiteError) in
      var findings = Findings()
      page.rows = try response.objects(["data", "children"], &findings).compactMap { child in
        child["data"].flatMap { row($0, &findings) }
      }
    }
  }

  private static func row(_ post: JSONValue, _ findings: inout Findings) -> FrontRow? {
    guard let id = findings.id(post["id"]), SiteID.isWord(id) else { return nil }
    let place = findings.words(post["permalink"]).flatMap { path in
      path.hasPrefix("/") ? WebURL(reference: RedditPlan.site + path)?.page : nil
    }
    var row = FrontRow(
      link: place ?? "\(RedditPlan.site)/comments/\(id)/",
      title: findings.line(post["title"]) ?? "Reddit \(id)")
    row.target = findings.address(post["url"])
    row.author = findings.words(post["author"])
    row.published = findings.moment(post["created_utc"])
    row.score = findings.integer(post["score"])
    row.comments = findings.count(post["num_comments"])
    if let name = findings.words(post["subreddit"]), SiteID.isName(name) {
      row.labels = ["r/\(name)"]
    }
    return row
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
