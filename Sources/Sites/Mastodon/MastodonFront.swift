import DiscussionModel
import WebAddresses

extension SiteFronts {
  static let mastodon = SiteFronts(
    words: "a Mastodon server (/explore, /tags/TAG)",
    members: """
      account acct card content created_at display_name edited_at favourites_count id
      in_reply_to_id quote reblog replies_count spoiler_text uri url username
      """,
    plans: { MastodonFront.plan($0).map { [$0] } ?? [] })
}

/// What many people on a server share, or the statuses with a tag.
enum MastodonFront {
  /// As many as a server gives at once.
  private static let size = 40

  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    let path = address.path
    let origin = address.origin
    switch path.count {
    case 0, 1:
      guard path.isEmpty || path == ["explore"] else { return nil }
      let offset = (WebURL.pageNumber(address.value(of: "page")) - 1) * size
      let number = offset / size + 1
      return SingleFrontPlan(
        title: "\(address.authority): trending",
        url: "\(origin)/api/v1/trends/statuses?limit=\(size)&offset=\(offset)"
      ) { (response, page) throws(SiteError) in
        try read(response, origin, into: &page)
        if page.rows.count >= size { page.next = "\(origin)/explore?page=\(number + 1)" }
      }
    case 2 where path[0] == "tags" && isTag(path[1]):
      let tag = path[1]
      let last = address.value(of: "max_id").flatMap { SiteID.isNumber($0) ? $0 : nil }
      return SingleFrontPlan(
        title: "\(address.authority): #\(tag)",
        url: "\(origin)/api/v1/timelines/tag/\(tag)?limit=\(size)"
          + (last.map { "&max_id=\($0)" } ?? "")
      ) { (response, page) throws(SiteError) in
        let last = try read(response, origin, into: &page)
        if page.rows.count >= size, let last { page.next = "\(origin)/tags/\(tag)?max_id=\(last)" }
      }
    default: return nil
    }
  }

  /// Whether a text is a tag that can be in an address as it is.
  private static func isTag(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 > 0x7F || $0 == 0x5F || $0 == 0x25 || isLetterOrDigit($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// - Returns: the id of the last status.
  @discardableResult
  private static func read(
    _ response: FrontResponse, _ origin: String, into page: inout FrontPage
  ) throws(SiteError) -> String? {
    var findings = Findings()
    var last: String?
    for value in try response.objects([], &findings) {
      let status = MastodonStatus(value, &findings)
      guard let id = status.id, SiteID.isNumber(id) || SiteID.isWord(id),
        let account = status.account, SiteID.isNameAtHost(account)
      else { continue }
      last = id
      var row = FrontRow(
        link: "\(origin)/@\(account)/\(id)", title: MastodonImport.title(of: status))
      row.target = findings.address(value[["card", "url"]])
      row.author = status.author
      row.published = status.time.map { Moment(seconds: $0.seconds, hasTime: true) }
      row.score = status.favourites
      row.comments = status.replies
      page.rows.append(row)
    }
    return last
  }
}
