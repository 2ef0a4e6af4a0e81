import DiscussionModel
import HTMLTree

/// Reddit's Atom feed of a post (`comments/ID/.rss`): the post, and some comments without what they reply to.
enum RedditFeed {
  /// - Throws: if no entry is a post or a comment.
  static func draft(of files: [ImportFile]) throws(ImportError) -> ImportedDiscussion {
    let entries = files.flatMap { Feed($0.bytes).entries }
    let post = entries.first { $0.id?.hasPrefix("t3_") == true }
    guard let id = post?.id ?? entries.lazy.compactMap({ Self.post(in: $0.link) }).first else {
      throw ImportError(.nothing(of: .redditFeed), in: .inputs)
    }
    var findings = Findings()
    let name = RedditThings.bare(id)
    var draft = Draft(
      id: "reddit:\(name)", title: post?.title ?? "Comments on Reddit \(name)", markup: .html)
    draft.discussion.url = post?.link ?? "\(RedditPlan.site)/comments/\(name)/"
    draft.discussion.author = post.flatMap { author(of: $0) }
    draft.discussion.published = post?.time?.text.text
    draft.discussion.body = post.map { post in
      RawText((target(of: post).map { HTMLText.link(to: $0) } ?? "") + (text(of: post) ?? ""))
    }
    draft.discussion.treeIsInferred = true
    draft.discussion.notice = """
      From Reddit's feed, which has only some comments, without scores, and does not say what they reply to.
      """
    for entry in entries {
      guard let id = entry.id, id.hasPrefix("t1_") else { continue }
      var comment = Comment(id: RedditThings.bare(id))
      comment.author = author(of: entry)
      comment.body = RawText(text(of: entry) ?? entry.content ?? "")
      let isOP = comment.author != nil && draft.discussion.author == comment.author
      comment.amend { details in
        details.url = entry.link
        if isOP { details.badges = ["OP"] }
      }
      draft.add(comment, at: entry.time, from: nil, &findings)
    }
    return draft.finish(findings)
  }

  /// Whether a file is one, by what it begins with.
  static func isFile(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.has("www.w3.org/2005/Atom") && start.has("reddit.com/") && start.has("/comments/")
  }

  static func author(of entry: Feed.Entry) -> String? {
    entry.author.map { $0.hasPrefix("/u/") ? String($0.dropFirst(3)) : $0 }
  }

  /// The post's id in the address of a comment.
  private static func post(in link: String?) -> String? {
    let parts = link?.split(separator: "/") ?? []
    guard let mark = parts.firstIndex(of: "comments"), mark + 1 < parts.count else { return nil }
    return String(parts[mark + 1])
  }

  /// What was written, without what Reddit puts around it; nil if nothing is marked as that.
  private static func text(of entry: Feed.Entry) -> String? {
    guard let content = entry.content,
      let start = content.firstRange(of: "<!-- SC_OFF -->")?.upperBound
    else { return nil }
    let rest = content[start...]
    return String(rest[..<(rest.firstRange(of: "<!-- SC_ON -->")?.lowerBound ?? rest.endIndex)])
  }

  /// The address that a post is about; nil if it is about its own text.
  static func target(of entry: Feed.Entry) -> String? {
    let tree = HTMLTree(entry.content ?? "", in: .element(.div))
    let link = tree.nodes.indices.last { index in
      tree.nodes[index].name == .a && index + 1 < tree.nodes[index].end
        && tree.text(of: index + 1) == "[link]"
    }
    let target = link.flatMap { tree.attribute(.href, of: $0) }
    return target == entry.link ? nil : target
  }
}

extension DiscussionFormat {
  static let redditFeed = DiscussionFormat(
    "reddit-feed", title: "Reddit's feed of a post",
    commands: ["curl -A NAME https://www.reddit.com/comments/ID/.rss"],
    isFile: { RedditFeed.isFile($0) }, holdsOne: true,
    reader: .files { (files, _) throws(ImportError) in try RedditFeed.draft(of: files) })
}
