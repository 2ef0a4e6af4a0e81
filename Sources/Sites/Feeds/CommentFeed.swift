import DiscussionModel
import HTMLTree
import WebAddresses

extension Site {
  /// Feeds of the comments on an article, as WordPress and Blogger have them.
  static let commentFeed = Site(
    about: SiteAbout(
      title: "a feed of comments",
      opens: "RSS or Atom at any address, such as those of WordPress and Blogger",
      lacks: "only the newest comments, usually 10 to 25",
      links: """
        RSS or Atom at any other address, such as `/…/feed/` below an article of WordPress, and \
        `/feeds/ID/comments/default` of Blogger
        """,
      requests: "that address",
      limits: "only the newest comments, usually 10 to 25"),
    formats: [.commentFeed], ids: [SiteIDForm(prefix: "feed", hasHost: true)])
}

extension DiscussionFormat {
  public static let commentFeed = DiscussionFormat(
    "feed", title: "a feed of comments (RSS, Atom)",
    commands: ["curl https://HOST/ARTICLE/feed/"],
    isFile: { CommentFeed.isFile($0) }, holdsOne: true,
    reader: .files { (files, _) throws(ImportError) in try CommentFeed.draft(of: files) })
}

/// A feed whose entries are comments: those of WordPress, of Blogger, and any with `thr:in-reply-to` (RFC 4685 section 3).
enum CommentFeed {
  /// Whether a file is one: a feed in which most entries are comments.
  static func isFile(_ bytes: [UInt8]) -> Bool {
    guard Feed.isFeed(bytes) else { return false }
    let feed = Feed(bytes)
    let count = feed.entries.count { isComment($0) }
    return count > 0 && count * 2 >= feed.entries.count
  }

  private static func isComment(_ entry: Feed.Entry) -> Bool {
    entry.inReplyTo != nil || name(in: entry.link) != nil || name(in: entry.id) != nil
  }

  /// - Throws: if no entry is a comment.
  static func draft(of files: [ImportFile]) throws(ImportError) -> ImportedDiscussion {
    let feeds = files.map { Feed($0.bytes) }
    let entries = feeds.flatMap(\.entries).filter { isComment($0) }
    guard let feed = feeds.first, !entries.isEmpty else {
      throw ImportError(.nothing(of: .commentFeed), in: .inputs)
    }
    var findings = Findings()
    let page = feed.link.flatMap { WebURL(reference: $0) }
    let title = HTMLText.line(feed.title ?? "", limit: 500)
    var draft = Draft(
      id: id(of: page, title), title: title.isEmpty ? "Comments" : title, markup: .html)
    draft.discussion.url = page?.page
    draft.discussion.notice = "From a feed, which has only the newest comments."
    let names = Dictionary(
      entries.enumerated().compactMap { place, entry in
        entry.id.map { ($0, id(of: entry, at: place)) }
      }, uniquingKeysWith: { first, _ in first })
    for (place, entry) in entries.enumerated() {
      let (text, parent) = text(of: entry)
      // What it names may be the article, and then is not among the entries.
      let named = entry.inReplyTo.flatMap { names[$0] }
      let id = id(of: entry, at: place)
      var comment = Comment(id: id, parent: (parent ?? named).flatMap { $0 == id ? nil : $0 })
      comment.author = entry.author.map { HTMLText.line($0, limit: 200) }
      comment.body = RawText(text)
      comment.amend { $0.url = entry.link }
      draft.add(comment, at: entry.time, from: nil, &findings)
    }
    var imported = draft.finish(findings)
    if files.contains(where: { Feed.endsEarly($0.bytes) }) {
      imported.warnings.append(
        "the feed ends too early, and comments may be missing; get it again")
    }
    return imported
  }

  private static func id(of page: WebURL?, _ title: String) -> String {
    guard let page else { return PageIdentity.id(title, nil) }
    var target = page.target
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    return "feed:\(page.authority)\(target)"
  }

  private static func id(of entry: Feed.Entry, at place: Int) -> String {
    name(in: entry.link) ?? name(in: entry.id) ?? entry.id ?? entry.link ?? "\(place + 1)"
  }

  /// The number of a comment that an address ends in: `#comment-7` of WordPress, `#c7` of Blogger; nil if there is none.
  private static func name(in address: String?) -> String? {
    guard let fragment = address.flatMap({ WebURL.fragment(of: $0) }) else { return nil }
    for prefix in ["comment-", "c"] where fragment.hasPrefix(prefix) {
      let number = String(fragment.dropFirst(prefix.count))
      if SiteID.isNumber(number) { return number }
    }
    return nil
  }

  private static func host(of address: String?) -> String? {
    address.flatMap { WebURL(reference: $0)?.authority }
  }

  /// What was written, and the comment to which WordPress says that it replies: it puts words with a link to that before the
  /// text, which are left out.
  private static func text(of entry: Feed.Entry) -> (text: String, parent: String?) {
    let text = entry.content ?? entry.summary ?? ""
    let start = text.drop { $0.isWhitespace }
    let rest = start.hasPrefix("<p>") ? start.dropFirst(3) : start
    guard let link = rest.firstRange(of: "<a href=\""), rest[..<link.lowerBound].utf8.count <= 80,
      !rest[..<link.lowerBound].contains("<"),
      let quote = rest[link.upperBound...].firstIndex(of: "\""),
      let parent = name(in: String(rest[link.upperBound..<quote])),
      host(of: String(rest[link.upperBound..<quote])) == host(of: entry.link),
      let end = rest[quote...].firstRange(of: "</a>.")?.upperBound
    else { return (text, nil) }
    var words = rest[end...].drop { $0.isWhitespace }
    let isParagraph = start.hasPrefix("<p>")
    if isParagraph, words.hasPrefix("</p>") {
      words = words.dropFirst(4).drop { $0.isWhitespace }
      return (String(words), parent)
    }
    return ((isParagraph ? "<p>" : "") + words, parent)
  }
}
