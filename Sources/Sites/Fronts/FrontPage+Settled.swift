import DiscussionModel

extension FrontPage {
  /// At most this many rows of a page are taken, as feeds may have any number.
  private static let mostRows = 1_000

  /// As it is shown: each discussion once, and nothing that cannot be.
  ///
  /// - Complexity: O(length).
  var settled: FrontPage {
    var page = self
    page.title = HTMLText.shortened(title, limit: 200)
    var links: Set<String> = []
    page.rows = []
    for row in rows where page.rows.count < Self.mostRows {
      let id = SiteVisit.opens(row.link) ? SiteTable.standard.id(at: row.link) : nil
      guard links.insert(id ?? row.link).inserted else { continue }
      page.rows.append(row.settled)
    }
    return page
  }
}

extension FrontRow {
  /// Numbers that a site can have, and the times of the web, from 1990 to 2100, in seconds since 1970.
  private static let counts = 0...100_000_000
  private static let scores = -100_000_000...100_000_000
  private static let times: Range<Int64> = 631_152_000..<4_102_444_800

  fileprivate var settled: FrontRow {
    func time(_ moment: Moment?) -> Moment? {
      moment.flatMap { Self.times.contains($0.seconds) ? $0 : nil }
    }
    var row = self
    row.author = author.map { HTMLText.shortened($0, limit: 100) }.flatMap { $0.isEmpty ? nil : $0 }
    row.published = time(published)
    row.lastActivity = time(lastActivity)
    row.score = score.flatMap { Self.scores.contains($0) ? $0 : nil }
    row.comments = comments.flatMap { Self.counts.contains($0) ? $0 : nil }
    row.labels = labels.prefix(20).map { HTMLText.shortened($0, limit: 50) }
    return row
  }
}
