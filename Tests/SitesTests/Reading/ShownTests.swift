import DiscussionModel
import Testing

@testable import Sites

/// What sites show outside the text: pictures, films, polls, previews, quotations and solutions.
@Suite struct ShownTests {
  @Test func aPollOfHackerNewsListsItsParts() throws {
    let poll =
      #"{"id": 1, "type": "poll", "time": 1, "title": "Tea?", "parts": [3, 2, 4], "kids": [5]}"#
    let items = [
      #"{"id": 2, "type": "pollopt", "poll": 1, "time": 1, "text": "Tea", "score": 1}"#,
      #"{"id": 3, "type": "pollopt", "poll": 1, "time": 1, "text": "中", "score": 2}"#,
      #"{"id": 5, "type": "comment", "parent": 1, "time": 2, "text": "x"}"#,
    ].joined(separator: "\n")
    let found = try read(poll + items)
    #expect(found.discussion.body == "<ul><li>中 (2 points)<li>Tea (1 point)</ul>")
    #expect(found.discussion.comments.map(\.id) == ["5"])
    #expect(
      found.warnings == ["1 choice of a poll that is not in the file, such as [0].parts[2]"]
        || found.warnings == [
          "1 choice of a poll that is not in the file, such as text 1: parts[2]"
        ])
  }

  static let algoliaPoll =
    #"{"id": 1, "type": "poll", "created_at": "2020-01-01T00:00:00Z", "title": "Tea?", "story_id": 1, "options": [], "children": []}"#

  @Test func aPollWithoutItsChoicesSaysSo() throws {
    let found = try read(Self.algoliaPoll)
    #expect(found.warnings == ["1 poll whose choices are not in the file"])
  }

  @Test func theChoicesOfAPollAreAskedFor() throws {
    let items = "https://hacker-news.firebaseio.com/v0/item"
    let site = FakeSite([
      "\(HackerNewsSiteTests.service)/1": Self.algoliaPoll,
      "\(items)/1.json": #"{"id": 1, "type": "poll", "time": 1, "title": "Tea?", "parts": [2, 3]}"#,
      "\(items)/2.json":
        #"{"id": 2, "type": "pollopt", "poll": 1, "time": 1, "text": "Tea", "score": 5}"#,
      "\(items)/3.json":
        #"{"id": 3, "type": "pollopt", "poll": 1, "time": 1, "text": "No", "score": 1}"#,
    ])
    let (fetched, asked) = try site.open("https://news.ycombinator.com/item?id=1")
    #expect(
      asked == [
        "\(HackerNewsSiteTests.service)/1", "\(items)/1.json", "\(items)/2.json",
        "\(items)/3.json",
      ])
    #expect(fetched.discussion.body == "<ul><li>Tea (5 points)<li>No (1 point)</ul>")
    #expect(fetched.warnings == [])
    #expect(fetched.incomplete == nil)
  }

  /// The importer's text for a comment of Reddit with these members.
  static func reddit(_ members: String) throws -> String? {
    try read(
      RedditTests.page(
        #""id": "p", "title": "t""#, RedditTests.comment("a", #""body_html": "<p>", \#(members)"#))
    ).comment("a").body?.text
  }

  @Test(arguments: [
    ("![gif](giphy|abC1|downsized)", "[gif](<https://giphy.com/gifs/abC1>)"),
    ("![gif](giphy|abC1)", "[gif](<https://giphy.com/gifs/abC1>)"),
    ("a ![img](k9) b", "a [picture](<https://e.org/k.png?w=9&amp;s=1>) b"),
    (#"![img](k9 \"A *cap* 中\")"#, #"[A \*cap\* 中](<https://e.org/k.png?w=9&amp;s=1>)"#),
    ("![gif](g1)", "[gif](<https://e.org/g.gif>)"),
    ("![video](v1)", "[video](<https://e.org/v.m3u8>)"),
    ("![img](emote|t5|7)", "[picture](<https://e.org/e.png>)"),
    ("![img](unknown) ![x](k9) ![img](k9", "![img](unknown) ![x](k9) ![img](k9"),
    ("`![img](k9)`", "`![img](k9)`"),
    ("![gif](giphy|)", "![gif](giphy|)"),
  ])
  func mediaOfRedditAreLinks(body: String, text: String) throws {
    let media = """
      "k9": {"status": "valid", "e": "Image", "m": "image/png", "s": {"x": 1, "y": 2, "u": "https://e.org/k.png?w=9&s=1"}},
      "g1": {"e": "AnimatedImage", "s": {"gif": "https://e.org/g.gif", "mp4": "https://e.org/g.mp4"}},
      "v1": {"e": "RedditVideo", "hlsUrl": "https://e.org/v.m3u8", "dashUrl": "x"},
      "emote|t5|7": {"s": {"u": "https://e.org/e.png"}}, "u1": {"status": "unprocessed"}
      """
    #expect(try Self.reddit(#""body": "\#(body)", "media_metadata": {\#(media)}"#) == text)
  }

  @Test func aGalleryListsItsPictures() throws {
    let found = try read(
      RedditTests.page(
        """
        "id": "p", "title": "t", "selftext": "words", "url": "https://www.reddit.com/gallery/p", "is_gallery": true,
        "gallery_data": {"items": [{"media_id": "a", "id": 1, "caption": "One [1]", "outbound_url": "https://e.org/x"},
          {"media_id": "b", "id": 2}, {"media_id": "c", "id": 3, "caption": "gone"}]},
        "media_metadata": {"a": {"s": {"u": "https://e.org/a.png"}}, "b": {"s": {"gif": "https://e.org/b.gif"}},
          "c": {"status": "unprocessed"}}
        """))
    #expect(
      found.discussion.body?.text == """
        <https://www.reddit.com/gallery/p>

        words

        1. [One \\[1\\]](<https://e.org/a.png>), with a link to <https://e.org/x>
        2. [picture 2](<https://e.org/b.gif>)
        3. gone
        """)
    #expect(found.warnings == [])
  }

  @Test func aPollOfRedditCountsItsVotes() throws {
    let found = try read(
      RedditTests.page(
        """
        "id": "p", "title": "t", "poll_data": {"options": [{"id": "1", "text": "Yes", "vote_count": 1},
          {"id": "2", "text": "No"}], "total_vote_count": 3, "voting_end_timestamp": 1588656115460}
        """))
    #expect(found.discussion.body?.text == "- Yes (1 vote)\n- No\n\n3 votes in all")
    #expect(found.warnings == [])
  }

  @Test func aCrosspostShowsWhatTheFirstOneShowed() throws {
    let found = try read(
      RedditTests.page(
        """
        "id": "p", "title": "t", "crosspost_parent_list": [{"title": "A_b", "subreddit": "bees", "author": "ann",
          "selftext": "x\\n![img](k)", "media_metadata": {"k": {"s": {"u": "https://e.org/k"}}},
          "poll_data": {"options": [{"text": "Yes", "vote_count": 2}]}}]
        """))
    #expect(
      found.discussion.body?.text == """
        Crossposted from r/bees, by u/ann: A\\_b

        > x
        > [picture](<https://e.org/k>)
        > 
        > - Yes (2 votes)
        """)
  }

  static let film =
    #"{"reddit_video": {"fallback_url": "https://v.redd.it/f1/DASH_720.mp4?a=1&amp;b=2", "height": 720}}"#

  /// The members of a post and of the one that it shows again, and the link to the film.
  static let films: [(post: String, origin: String?, link: String?)] = [
    (#""url": "https://v.redd.it/f1", "media": \#(film)"#, nil, "https://v.redd.it/f1"),
    (
      #""url": "https://www.reddit.com/r/a/comments/p/t/", "media": \#(film)"#, nil,
      "https://v.redd.it/f1"
    ),
    (#""secure_media": \#(film)"#, nil, "https://v.redd.it/f1"),
    (
      #""media": {"reddit_video": {"fallback_url": "https://e.org/x.mp4"}}"#, nil,
      "https://e.org/x.mp4"
    ),
    (#""media": {"reddit_video": {"fallback_url": ""}}"#, nil, nil), (#""media": null"#, nil, nil),
    (
      #""url": "https://v.redd.it/f1", "media": null"#,
      #""url": "https://v.redd.it/f1", "media": \#(film)"#, "https://v.redd.it/f1"
    ),
    (
      #""url": "/r/bees/comments/q/x/", "media": null"#, #""media": \#(film)"#,
      "https://v.redd.it/f1"
    ),
    (
      #""media": null"#, #""url": "/r/bees/comments/q/x/", "secure_media": \#(film)"#,
      "https://v.redd.it/f1"
    ),
    (#""url": "https://v.redd.it/f2""#, #""media": null"#, "https://v.redd.it/f2"),
    (
      #""url": "https://v.redd.it/f2""#, #""url": "https://v.redd.it/f1", "media": \#(film)"#,
      "https://v.redd.it/f1"
    ),
    (#""url": "/r/bees/comments/q/x/""#, #""media": null"#, nil),
  ]

  @Test(arguments: films)
  func aFilmIsLinkedOnce(post: String, origin: String?, link: String?) throws {
    let parents = origin.map { #", "crosspost_parent_list": [{"title": "A", \#($0)}]"# } ?? ""
    let found = try read(RedditTests.page(#""id": "p", "title": "t", \#(post)\#(parents)"#))
    let shown = [origin == nil ? nil : "Crossposted: A", link.map { "<\($0)>" }].compactMap { $0 }
    let body = shown.joined(separator: "\n\n")
    #expect(found.discussion.body?.text == (body.isEmpty ? nil : body))
    #expect(found.warnings == [])
  }

  @Test func aFileOfEachFormIsReadAsItIs() throws {
    let listing = RedditTests.page(
      #""id": "p", "title": "a &amp; b""#,
      RedditTests.comment("a", #""body": "1 &amp; 2", "body_html": "&lt;p&gt;""#))
    let answer = RedditMoreTests.answer(
      #"{"kind": "t1", "data": {"id": "b", "parent_id": "t1_a", "link_id": "t3_p", "body": "3 &amp; 4", "body_html": "<p>"}}"#
    )
    let found = try read(listing, answer)
    #expect(found.discussion.title == "a & b")
    #expect(try found.comment("a").body == "1 & 2")
    #expect(try found.comment("b").body == "3 &amp; 4")
  }

  /// Without any text in HTML, the texts themselves show whether they are escaped.
  @Test(arguments: [
    ("A &amp; B", "c", "A & B"), ("A &amp; B", "c < d", "A &amp; B"),
    ("A &amp; B", "R&D", "A &amp; B"), ("A &amp; B > C", "c", "A &amp; B > C"),
    ("A &amp; B", "&gt; c", "A & B"), ("&amp;lt;", "&amp;#x27;", "&lt;"),
  ])
  func aTitleIsDecodedIfItsFileIsEscaped(title: String, body: String, shown: String) throws {
    let found = try read(
      RedditTests.page(
        #""id": "p", "title": "\#(title)""#, RedditTests.comment("a", #""body": "\#(body)""#)))
    #expect(found.discussion.title == shown)
  }

  static let polls = [
    "poll": DiscoursePoll(votes: ["k": 3, "l": 9], voters: 12, isClosed: false),
    "other": DiscoursePoll(votes: ["k": 1], voters: 1, isClosed: true),
  ]

  @Test(arguments: [
    (
      #"<div class="poll" data-poll-name="poll"><ul><li data-poll-option-id="k">T</li></ul><span class="info-number">0</span> <span class="info-label">voters</span></div>"#,
      #"<div class="poll" data-poll-name="poll"><ul><li data-poll-option-id="k">(3 votes) T</li></ul><span class="info-number">12</span> <span class="info-label">voters</span></div>"#
    ),
    (
      #"<div class="poll" data-poll-name="other"><li data-poll-option-id="k">T</li><span class="info-number">0</span><span class="info-label">voters</span><span class="info-number"></span><span class="info-label">total votes</span></div>"#,
      #"<div class="poll" data-poll-name="other"><p>This poll is closed.</p><li data-poll-option-id="k">(1 vote) T</li><span class="info-number">1</span> <span class="info-label">voter</span><span class="info-number">1</span> <span class="info-label">total vote</span></div>"#
    ),
    (
      #"<div class="poll" data-poll-name="unknown"><span class="info-number">0</span></div>"#,
      #"<div class="poll" data-poll-name="unknown"><span class="info-number">0</span></div>"#
    ),
    (
      #"<div class="video-placeholder-container" data-video-src="/u/v.mp4"></div>"#,
      #"<div class="video-placeholder-container" data-video-src="/u/v.mp4"><p><a href="https://e.org/u/v.mp4">[video]</a></p></div>"#
    ),
    (
      #"<div data-video-src="//cdn.e.org/v.mp4" data-video-title="A &amp; b"></div>"#,
      #"<div data-video-src="//cdn.e.org/v.mp4" data-video-title="A &amp; b"><p><a href="https://cdn.e.org/v.mp4">A &amp; b</a></p></div>"#
    ),
    (
      #"<div class="lazy-video-container" data-video-title="My clip"><a href="https://y.org/1"><img src="i"></a></div><img alt="x">"#,
      #"<div class="lazy-video-container" data-video-title="My clip"><a href="https://y.org/1">My clip</a></div><img alt="x">"#
    ),
    (
      #"<div class="lazyYT" data-youtube-id="X1" data-youtube-title="My clip"></div>"#,
      #"<div class="lazyYT" data-youtube-id="X1" data-youtube-title="My clip"><p><a href="https://www.youtube.com/watch?v=X1">My clip</a></p></div>"#
    ),
    (
      #"<video controls=""><source src="/u/v.mp4"></video>"#,
      #"<video controls=""><source src="https://e.org/u/v.mp4"></video>"#
    ),
  ])
  func filmsAndPollsOfDiscourse(cooked: String, text: String) {
    #expect(
      CookedText.text(RawText(cooked), site: "https://e.org", polls: Self.polls).text == text)
  }

  @Test func aSolutionOfDiscourseHasABadge() throws {
    let posts = (1...3).map { number in
      #"{"id": \#(number), "post_number": \#(number), "cooked": "c"\#(number == 3 ? #", "accepted_answer": true"# : "")}"#
    }.joined(separator: ", ")
    let found = try read(
      #"{"id": 1, "title": "t", "accepted_answer": {"post_number": 2, "username": "a"}, "post_stream": {"posts": [\#(posts)]}}"#
    )
    #expect(found.discussion.comments.map { $0.details?.badges } == [["answer"], ["answer"]])
  }

  @Test func anAnswerOnGitHubHasABadge() throws {
    let found = try read(
      """
      {"number": 1, "title": "t", "user": {"login": "ann"}, "html_url": "https://github.com/a/b/discussions/1",
       "answer_html_url": "https://github.com/a/b/discussions/1#discussioncomment-7"}
      """,
      """
      [{"id": 6, "child_comment_count": 0, "body": "x", "html_url": "https://github.com/a/b/discussions/1#discussioncomment-6"},
       {"id": 7, "child_comment_count": 0, "body": "y", "html_url": "https://github.com/a/b/discussions/1#discussioncomment-7"}]
      """)
    #expect(found.discussion.comments.map { $0.details?.badges ?? [] } == [[], ["answer"]])
  }

  @Test func aClosedIssueSaysWhy() throws {
    let found = try read(
      #"{"number": 1, "title": "t", "user": {"login": "ann"}, "state_reason": "not_planned"}"#)
    #expect(found.discussion.notice == "Closed as not planned.")
  }

  static func status(_ members: String) throws -> String? {
    try read(
      #"{"id": "1", "created_at": "2024-01-01T00:00:00Z", "account": {"acct": "ann", "username": "ann"}, \#(members)}"#
    ).discussion.body?.text
  }

  static let quote = #"<p class=\"quote-inline\">RE: <a href=\"x\">y</a></p><p>z</p>"#

  @Test(arguments: [
    (
      #""content": "c", "poll": {"options": [{"title": "Yes", "votes_count": 2}], "voters_count": 1, "votes_count": 2, "expired": true}"#,
      "c<ul><li>Yes (2 votes)</li></ul><p>1 voter, closed</p>"
    ),
    (
      #""content": "c", "poll": {"options": [{"title": "Yes", "votes_count": 2}], "voters_count": null, "votes_count": 2, "expired": false}"#,
      "c<ul><li>Yes (2 votes)</li></ul><p>2 votes in all</p>"
    ),
    (
      #""content": "c", "card": {"url": "https://e.org/", "title": "T", "description": "D", "author_name": "", "provider_name": "P", "image_description": "I"}"#,
      #"c<blockquote><p><a href="https://e.org/">T</a>, P</p><p>D</p><p>image: I</p></blockquote>"#
    ),
    (
      #""content": "c", "media_attachments": [{"type": "gifv", "url": null, "preview_url": "https://e.org/p", "description": "D"}]"#,
      #"c<p><a href="https://e.org/p">gifv: D</a></p>"#
    ),
    (
      #""content": "\#(quote)", "quote": {"state": "accepted", "quoted_status": {"content": "<p>q</p>", "url": "https://e.org/q", "spoiler_text": "w", "account": {"acct": "bo", "display_name": "Bo"}}}"#,
      #"<p>z</p><blockquote><p><a href="https://e.org/q">Bo</a>:</p><p>w</p><p>q</p></blockquote>"#
    ),
    (
      #""content": "\#(quote)", "quote": {"state": "blocked_account", "quoted_status": null}"#,
      "<p>z</p><blockquote><p><em>quoted post not shown: blocked account</em></p></blockquote>"
    ),
    (
      #""content": "\#(quote)", "quote": {"state": "accepted", "quoted_status_id": "9"}"#,
      #"<p class="quote-inline">RE: <a href="x">y</a></p><p>z</p>"#
    ),
    (
      #""content": "c", "quote": {"content": "q", "account": {"acct": "bo"}}"#,
      "c<blockquote><p>bo:</p>q</blockquote>"
    ),
    (
      #""content": "", "reblog": {"content": "q", "account": {"acct": "bo"}}"#,
      "<blockquote><p>bo:</p>q</blockquote>"
    ),
  ])
  func whatMastodonShowsBesidesTheText(members: String, text: String) throws {
    #expect(try Self.status(members) == text)
  }

  @Test func whatLemmyShowsBesidesTheText() throws {
    let found = try read(
      """
      {"post_view": {"post": {"id": 1, "name": "t", "url": "https://e.org/a", "body": "b", "embed_title": "T*",
        "embed_description": "D", "embed_video_url": "https://e.org/v", "thumbnail_url": "https://e.org/p", "alt_text": "A"}},
       "cross_posts": [{"post": {"id": 2, "name": "u", "ap_id": "https://f.org/post/2"}}]}
      """)
    #expect(
      found.discussion.body?.text == """
        <https://e.org/a>

        > **T\\***
        > 
        > D

        [video](<https://e.org/v>)

        [picture: A](<https://e.org/p>)

        b
        """)
    #expect(found.discussion.links.map(\.heading) == ["Cross-posts"])
    #expect(found.discussion.links.first?.items.map(\.url) == ["https://f.org/post/2"])
  }

  /// Members with words for people that nothing reads are named, unless they are empty.
  @Test(arguments: [
    (
      #""edit_reason": "typo""#,
      ["1 text that is not shown, such as post_stream.posts[0].edit_reason"]
    ),
    (#""edit_reason": """#, []), (#""edit_reason": null"#, []), (#""removal_reason": []"#, []),
    (#""trust_level": 3"#, []),
  ])
  func wordsThatAreNotReadAreNamed(member: String, warnings: [String]) throws {
    let found = try read(
      #"{"id": 1, "title": "t", "post_stream": {"posts": [{"id": 1, "post_number": 1, "cooked": "c", \#(member)}]}}"#
    )
    #expect(found.warnings == warnings)
  }

  @Test func anAnswerIsKnownByItsNode() throws {
    let found = try read(
      """
      {"data": {"repository": {"discussion": {"number": 1, "title": "t", "author": {"login": "ann"}, "answer": {"id": "DC_b"},
        "comments": {"nodes": [
         {"id": "DC_a", "databaseId": 6, "body": "x", "createdAt": "2026-01-01T00:00:00Z", "author": {"login": "bo"}},
         {"id": "DC_b", "databaseId": 7, "body": "y", "createdAt": "2026-01-01T00:00:01Z", "author": {"login": "cy"}}]}}}}}
      """)
    #expect(found.discussion.comments.map { $0.details?.badges ?? [] } == [[], ["answer"]])
  }
}
