import Sites
import DiscussionModel
import Testing

/// For every field of every site with words in it: what they are once they have been read.
///
/// Each file has the same words in one field. Plain text stays; HTML in one line loses its tags; a body stays, whatever
/// it is; and plain text that becomes a part of a body is escaped as that body needs it.
@Suite struct FieldTests {
  static let words = "<b>x</b> &amp; *y* &#x27; 中"
  static let line = "x & *y* ' 中"
  static let inHTML = "&lt;b&gt;x&lt;/b&gt; &amp;amp; *y* &amp;#x27; 中"
  static let inMarkdown = #"\<b\>x\</b\> \&amp; \*y\* \&#x27; 中"#

  /// Where the words come out.
  enum Place: Sendable {
    case title, body, author, notice, link
    case commentAuthor, commentBody, badge, warning
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var place: Place
    var expected: String
    /// With `§` for the words.
    var file: String
    var markup: Markup?
    var testDescription: String { name }

    init(_ name: String, _ place: Place, _ expected: String, _ markup: Markup, _ file: String) {
      self.init(name, place, expected, file)
      self.markup = markup
    }

    init(_ name: String, _ place: Place, _ expected: String, _ file: String) {
      self.name = name
      self.place = place
      self.expected = expected
      self.file = file
    }
  }

  @Test(arguments: hackerNews + reddit + discourse + mastodon + others)
  func everyFieldIsReadAsWhatItIs(row: Row) throws {
    let found = try read(
      row.file.split(separator: "§", omittingEmptySubsequences: false).joined(
        separator: Self.words))
    let discussion = found.discussion
    let comment = discussion.comments.first
    let value =
      switch row.place {
      case .title: discussion.title
      case .body: discussion.body?.text
      case .author: discussion.author
      case .notice: discussion.notice
      case .link: discussion.links.first?.items.first?.title
      case .commentAuthor: comment?.author
      case .commentBody: comment?.body?.text
      case .badge: comment?.details?.badges.last
      case .warning: comment?.details?.warning
      }
    #expect(value == row.expected)
    if let markup = row.markup {
      let isComment = if case .commentBody = row.place { true } else { false }
      #expect((isComment ? comment?.details?.markup : nil) ?? discussion.markup == markup)
    }
  }

  static let hackerNews = [
    Row("Firebase title", .title, line, #"{"id": 1, "type": "story", "time": 1, "title": "§"}"#),
    Row(
      "Firebase text", .body, words, .html,
      #"{"id": 1, "type": "story", "time": 1, "title": "t", "text": "§"}"#),
    Row(
      "Firebase by", .author, words,
      #"{"id": 1, "type": "story", "time": 1, "title": "t", "by": "§"}"#),
    Row(
      "Firebase choice", .body, "<ul><li>\(words) (1 point)</ul>", .html,
      #"{"id": 1, "type": "poll", "time": 1, "title": "t", "parts": [2]} {"id": 2, "type": "pollopt", "time": 1, "poll": 1, "score": 1, "text": "§"}"#
    ),
    Row(
      "Firebase comment", .commentBody, words, .html,
      #"{"id": 1, "type": "story", "time": 1, "title": "t"} {"id": 2, "type": "comment", "parent": 1, "time": 1, "text": "§"}"#
    ),
    Row("Algolia title", .title, "<b>x</b> & *y* ' 中", algolia(#""title": "§""#)),
    Row("Algolia text", .body, words, .html, algolia(#""title": "t", "text": "§""#)),
    Row("Algolia author", .author, words, algolia(#""title": "t", "author": "§""#)),
    Row(
      "Algolia choice", .body, "<ul><li>\(words) (1 point)</ul>", .html,
      algolia(#""title": "t", "options": [{"id": 2, "points": 1, "text": "§"}]"#)),
    Row("title of a comment", .title, "b: \(line)", algolia(#""author": "b", "text": "§""#)),
  ]

  private static func algolia(_ members: String) -> String {
    #"{"id": 1, "created_at": "2020-01-01T00:00:00Z", "children": [], \#(members)}"#
  }

  /// Words as Reddit gives them without `raw_json=1`, and with it; a second field shows which it is.
  static let reddit = ["raw", "escaped"].flatMap { form in
    let isRaw = form == "raw"
    let html = isRaw ? "<div>" : "&lt;div&gt;"
    let given = isRaw ? "§" : "&lt;b&gt;x&lt;/b&gt; &amp;amp; *y* &amp;#x27; 中"
    func post(_ members: String) -> String {
      RedditTests.page(#""id": "p", "selftext_html": "\#(html)", \#(members)"#)
    }
    func comment(_ members: String) -> String {
      RedditTests.page(
        #""id": "p", "title": "t""#,
        RedditTests.comment("a", #""body_html": "\#(html)", \#(members)"#))
    }
    return [
      Row("\(form) title", .title, words, post(#""title": "\#(given)""#)),
      Row(
        "\(form) selftext", .body, words, .markdown, post(#""title": "t", "selftext": "\#(given)""#)
      ),
      Row(
        "\(form) link flair", .notice, "Flair: \(words).", post(#""link_flair_text": "\#(given)""#)),
      Row("\(form) body", .commentBody, words, .markdown, comment(#""body": "\#(given)""#)),
      Row(
        "\(form) flair", .badge, words, comment(#""body": "b", "author_flair_text": "\#(given)""#)),
      Row(
        "\(form) choice", .body, "- \(inMarkdown) (2 votes)", .markdown,
        post(#""poll_data": {"options": [{"text": "\#(given)", "vote_count": 2}]}"#)),
      Row(
        "\(form) caption", .body, "1. [\(inMarkdown)](<https://e.org/i.png>)", .markdown,
        post(
          #""gallery_data": {"items": [{"media_id": "i", "caption": "\#(given)"}]}, "media_metadata": {"i": {"s": {"u": "https://e.org/i.png"}}}"#
        )),
      Row(
        "\(form) title of a film", .body, "<https://e.org/f>\n\n\(inMarkdown)", .markdown,
        post(#""url": "https://e.org/f", "media": {"oembed": {"title": "\#(given)"}}"#)),
      Row(
        "\(form) crosspost", .body, "Crossposted: \(inMarkdown)", .markdown,
        post(#""crosspost_parent_list": [{"title": "\#(given)"}]"#)),
    ]
  }

  static let discourse = [
    Row("title", .title, words, topic(#""title": "§""#)),
    Row("fancy_title", .title, line, topic(#""fancy_title": "§""#)),
    Row(
      "tags", .notice, "Tags: \(words), c.",
      topic(#""title": "t", "tags": ["§", {"id": 1, "name": "c", "slug": "c"}]"#)),
    Row("username", .author, words, topic(#""title": "t""#, #""username": "§""#)),
    Row("cooked", .body, words, .html, topic(#""title": "t""#, #""cooked": "§""#)),
    Row(
      "post notice", .body, "<p><em>\(inHTML)</em></p>c", .html,
      topic(#""title": "t""#, #""cooked": "c", "notice": {"raw": "§"}"#)),
    Row(
      "user_title", .badge, words, topic(#""title": "t""#, #""cooked": "c""#, #""user_title": "§""#)
    ),
    Row(
      "action_code_who", .commentBody, "<p><em>invited \(inHTML)</em></p>", .html,
      topic(
        #""title": "t""#, #""cooked": "c""#,
        #""action_code": "invited_user", "action_code_who": "§""#)),
  ]

  private static func topic(
    _ members: String, _ first: String = #""cooked": "c""#, _ second: String? = nil
  ) -> String {
    let reply = second.map { #", {"id": 12, "post_number": 2, \#($0)}"# } ?? ""
    return
      #"{"id": 7, \#(members), "post_stream": {"posts": [{"id": 11, "post_number": 1, \#(first)}\#(reply)]}}"#
  }

  static let mastodon = [
    Row("content", .body, words, .html, status(#""content": "§""#)),
    Row("display_name", .author, words, status(#""content": "c""#, #""display_name": "§""#)),
    Row(
      "spoiler_text", .notice, "Content warning: \(words)",
      status(#""content": "c", "spoiler_text": "§""#)),
    Row("title by content", .title, line, status(#""content": "§""#)),
    Row(
      "media", .body, "<p>image: \(inHTML)</p>", .html,
      status(#""content": "", "media_attachments": [{"type": "image", "description": "§"}]"#)),
    Row(
      "choice", .body, "<ul><li>\(inHTML) (1 vote)</li></ul>", .html,
      status(#""content": "", "poll": {"options": [{"title": "§", "votes_count": 1}]}"#)),
    Row(
      "card", .body,
      "<blockquote><p>\(inHTML), \(inHTML), \(inHTML)</p><p>\(inHTML)</p></blockquote>", .html,
      status(
        #""content": "", "card": {"title": "§", "author_name": "§", "provider_name": "§", "description": "§"}"#
      )),
    Row(
      "quoted name", .body, "<blockquote><p>\(inHTML):</p>q</blockquote>", .html,
      status(
        #""content": "", "quote": {"state": "accepted", "quoted_status": {"content": "q", "account": {"display_name": "§"}}}"#
      )),
    Row(
      "quoted content", .body, "<blockquote><p>a:</p>\(words)</blockquote>", .html,
      status(
        #""content": "", "quote": {"state": "accepted", "quoted_status": {"content": "§", "account": {"username": "a"}}}"#
      )),
  ]

  private static func status(_ members: String, _ account: String = #""username": "ann""#) -> String
  {
    #"{"id": "1", "created_at": "2024-01-01T00:00:00Z", "account": {"acct": "ann", \#(account)}, \#(members)}"#
  }

  static let others = [
    Row("Lemmy name", .title, words, lemmy(#""name": "§""#)),
    Row("Lemmy body", .body, words, .markdown, lemmy(#""name": "t", "body": "§""#)),
    Row("Lemmy display_name", .author, words, lemmy(#""name": "t""#, #""display_name": "§""#)),
    Row(
      "Lemmy embed", .body, "> **\(inMarkdown)**\n> \n> \(inMarkdown)", .markdown,
      lemmy(#""name": "t", "embed_title": "§", "embed_description": "§""#)),
    Row(
      "Lemmy alt text", .body, "<https://e.org/i>\n\n[picture: \(inMarkdown)](<https://e.org/i>)",
      .markdown, lemmy(#""name": "t", "url": "https://e.org/i", "alt_text": "§""#)),
    Row(
      "Lemmy cross-post", .link, words,
      #"{"post_view": {"post": {"id": 1, "name": "t"}}, "cross_posts": [{"post": {"id": 2, "name": "§"}}]}"#
    ),
    Row(
      "Lemmy content", .commentBody, words, .markdown,
      #"{"comments": [{"comment": {"id": 5, "path": "0.5", "content": "§"}}]}"#),
    Row("Lobsters title", .title, words, lobsters(#""title": "§""#)),
    Row("Lobsters tags", .notice, "Tags: \(words).", lobsters(#""title": "t", "tags": ["§"]"#)),
    Row(
      "Lobsters description", .body, words, .html, lobsters(#""title": "t", "description": "§""#)),
    Row(
      "Lobsters description_plain", .body, words, .markdown,
      lobsters(#""title": "t", "description_plain": "§""#)),
    Row(
      "Lobsters user", .author, words,
      lobsters(#""title": "t", "submitter_user": {"username": "§"}"#)),
    Row(
      "Lobsters comment", .commentBody, words, .html, lobsters(#""title": "t""#, #""comment": "§""#)
    ),
    Row(
      "Lobsters comment_plain", .commentBody, words, .markdown,
      lobsters(#""title": "t""#, #""comment_plain": "§""#)),
    Row(
      "Lobsters comment below Markdown", .commentBody, words, .html,
      lobsters(#""title": "t", "description_plain": "d""#, #""comment": "§""#)),
    Row("GitHub title", .title, words, issue(#""title": "§", "body": "b""#)),
    Row("GitHub body", .body, words, .markdown, issue(#""title": "t", "body": "§""#)),
    Row(
      "GitHub labels", .notice, "Labels: \(words), c.",
      issue(#""title": "t", "labels": [{"name": "§"}, {"name": "c"}]"#)),
    Row(
      "GitHub milestone", .notice, "Milestone: \(words).",
      issue(#""title": "t", "milestone": {"title": "§"}"#)),
    Row("GitHub login", .author, words, #"{"number": 1, "title": "t", "user": {"login": "§"}}"#),
    Row(
      "GitHub title among several", .commentBody, "**\(inMarkdown)** #1", .markdown,
      #"[{"number": 1, "title": "§", "user": {"login": "a"}}, {"number": 2, "title": "u", "user": {"login": "a"}}]"#
    ),
  ]

  private static func lemmy(_ post: String, _ creator: String = #""name": "ann""#) -> String {
    #"{"post_view": {"post": {"id": 1, \#(post)}, "creator": {"id": 3, \#(creator)}}}"#
  }

  private static func lobsters(_ members: String, _ comment: String? = nil) -> String {
    let comments = comment.map { #"{"short_id": "c", "depth": 0, \#($0)}"# } ?? ""
    return #"{"short_id": "s", \#(members), "comments": [\#(comments)]}"#
  }

  private static func issue(_ members: String) -> String {
    #"{"number": 1, "user": {"login": "ann"}, \#(members)}"#
  }
}
