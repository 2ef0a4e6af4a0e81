import DiscussionModel
import HTMLTree

/// Reddit's Atom feed of a post (`comments/ID/.rss`): the post, and some comments without what they reply to.
///
/// Elements are found by name at any depth (RFC 4287 section 4.1.2). As MathML the HTML parser takes CDATA sections and
/// elements that close themselves as XML has them.
enum RedditFeed {
  /// - Throws: if no entry is a post or a comment.
  static func draft(of files: [ImportFile]) throws(ImportError) -> ImportedDiscussion {
    let entries = files.flatMap { Self.entries(in: $0.bytes) }
    let post = entries.first { $0.id?.hasPrefix("t3_") == true }
    guard let id = post?.id ?? entries.lazy.compactMap(\.post).first else {
      throw ImportError(.nothing(of: .redditFeed), in: .inputs)
    }
    var findings = Findings()
    let name = RedditThings.bare(id)
    var draft = Draft(
      id: "reddit:\(name)", title: post?.title ?? "Comments on Reddit \(name)", markup: .html)
    draft.discussion.url = post?.link ?? "\(RedditPlan.site)/comments/\(name)/"
    draft.discussion.author = post?.author
    draft.discussion.published = post?.written?.text.text
    draft.discussion.body = post.flatMap { RawText($0.body(isPost: true)) }
    draft.discussion.treeIsInferred = true
    draft.discussion.notice = """
      From Reddit's feed, which has only some comments, without scores, and does not say what they reply to.
      """
    for entry in entries {
      guard let id = entry.id, id.hasPrefix("t1_") else { continue }
      var comment = Comment(id: RedditThings.bare(id))
      comment.author = entry.author
      comment.body = RawText(entry.body(isPost: false))
      let isOP = post?.author != nil && post?.author == entry.author
      comment.amend { details in
        details.url = entry.link
        if isOP { details.badges = ["OP"] }
      }
      draft.add(comment, at: entry.written, from: nil, &findings)
    }
    return draft.finish(findings)
  }

  /// Whether a file is one, by what it begins with.
  static func isFile(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.has("www.w3.org/2005/Atom") && start.has("reddit.com/") && start.has("/comments/")
  }

  /// What an entry says of a post or a comment.
  private struct Entry {
    var id: String?
    var title: String?
    var author: String?
    var link: String?
    var time: String?
    /// HTML, in which comments of HTML mark what was written.
    var content = ""

    var written: SourceTime? {
      time.flatMap { Moment($0) }.map { SourceTime(text: RawText($0.iso), seconds: $0.seconds) }
    }

    /// The post's id in the address of a comment.
    var post: String? {
      let parts = link?.split(separator: "/") ?? []
      guard let mark = parts.firstIndex(of: "comments"), mark + 1 < parts.count else { return nil }
      return String(parts[mark + 1])
    }

    /// What was written, without what Reddit puts around it; for a post first the link that it is about.
    func body(isPost: Bool) -> String {
      var text = ""
      if let start = content.firstRange(of: "<!-- SC_OFF -->")?.upperBound {
        let rest = content[start...]
        text = String(rest[..<(rest.firstRange(of: "<!-- SC_ON -->")?.lowerBound ?? rest.endIndex)])
      }
      guard isPost else { return text.isEmpty ? content : text }
      let tree = HTMLTree(content, in: .element(.div))
      let link = tree.nodes.indices.last { index in
        tree.nodes[index].name == .a && index + 1 < tree.nodes[index].end
          && tree.text(of: index + 1) == "[link]"
      }
      let target = link.flatMap { tree.attribute(.href, of: $0) }
      return (target.flatMap { $0 == self.link ? nil : HTMLText.link(to: $0) } ?? "") + text
    }
  }

  private static func entries(in bytes: [UInt8]) -> [Entry] {
    let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: .foreign(.mathML, "math")) }
    var entries: [Entry] = []
    for (index, node) in tree.nodes.enumerated() {
      guard case .foreign = node.kind else { continue }
      let name = tree.spelling(of: index)
      if name == "entry" { entries.append(Entry()) }
      guard !entries.isEmpty else { continue }
      var words: String {
        (index..<node.end).reduce(into: "") {
          if case .text = tree.nodes[$1].kind { $0 += tree.text(of: $1) }
        }
      }
      let last = entries.count - 1
      switch name {
      case "id": entries[last].id = words
      case "title": entries[last].title = words
      case "name":
        entries[last].author = words.hasPrefix("/u/") ? String(words.dropFirst(3)) : words
      case "link": entries[last].link = tree.attribute(.href, of: index)
      case "published": entries[last].time = words
      case "updated": entries[last].time = entries[last].time ?? words
      case "content": entries[last].content = words
      default: break
      }
    }
    return entries
  }
}

extension DiscussionFormat {
  static let redditFeed = DiscussionFormat(
    "reddit-feed", title: "Reddit's feed of a post",
    commands: ["curl -A NAME https://www.reddit.com/comments/ID/.rss"],
    isFile: { RedditFeed.isFile($0) }, holdsOne: true,
    reader: .files { (files, _) throws(ImportError) in try RedditFeed.draft(of: files) })
}
