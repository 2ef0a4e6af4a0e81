import DiscussionModel
import Testing

@testable import Sites

/// What each site's pages are made of, in small pages of the same build.
@Suite struct PageShapeTests {
  @Test func everySelectorCanBeRead() {
    for shape in SiteTable.standard.pages { #expect(shape.faults == [], "\(shape.title)") }
  }

  @Test(arguments: PageSamples.all) func aPageIsRead(sample: PageSample) throws {
    let found = try read(sample.html)
    let discussion = found.discussion
    var head = [discussion.id, discussion.title]
    if let author = discussion.author { head.append("by \(author)") }
    if let time = discussion.published { head.append(time) }
    if let body = discussion.body { head.append(body.text) }
    if let notice = discussion.notice { head.append("!" + notice) }
    if discussion.treeIsInferred { head.append("inferred") }
    #expect(head.joined(separator: " | ") == sample.head)
    #expect(outline(found) == sample.outline)
    #expect(found.warnings == [])
  }

  /// A page without what it is known by is not taken for one of a site.
  @Test func anyOtherPageIsRefusedInOneLine() {
    let message =
      "0: no comments recognised in this page; \"understory import --select\" can state where they are"
    for html in ["<!doctype html><p>a", "<html><div class=comment>a</div>", "<p>"] {
      #expect(refusal(html) == message)
    }
  }

  @Test func timesAreThoseOfThePage() throws {
    let found = try read(PageSamples.hackerNews.html)
    #expect(
      found.discussion.comments.map { $0.published?.text } == ["2020-05-14T02:30:05Z", nil, nil])
  }

  @Test func linksLeadThereFromAnywhere() throws {
    let html = PageSamples.phpBB.html.replacing(
      "It rains.", with: "<a href='./b?x#y'>b</a><img src=/c.png onload=x>")
    let body = try read(html).discussion.comments[0].body?.text
    #expect(
      body == #"<a href="https://b.example/forum/b?x#y">b</a><img src="https://b.example/c.png">"#)
  }
}

struct PageSample: CustomTestStringConvertible, Sendable {
  var name: String
  /// Id, title, author, time, body, notice.
  var head: String
  var outline: String
  var html: String
  var testDescription: String { name }
}

enum PageSamples {
  static let all = [
    hackerNews, shreddit, oldReddit, lobsters, discourseApp, stackExchange, gitHubBefore2025, lemmy,
    mastodonBefore4, forumotion, phpBB,
    xenForo, vBulletin3, vBulletin5, invision, disqus, substack, ghost, blogger, wordPress,
    microdata,
  ]

  static let hackerNews = PageSample(
    name: "Hacker News",
    head:
      "hn:1 | A lamp | by ann | 2020-05-14T02:00:05Z | <p><a href=\"https://a.example/lamp\">https://a.example/lamp</a></p><p>Text.</p> | !7 more comments not in this file",
    outline: """
      #1 2 bob: It <i>shines</i>.
        #2 3 deleted
      #3 4 cy flagged: [flagged]
      """,
    html: """
      <html><head><title>A lamp | Hacker News</title></head><body><table id="hnmain"><tr><td><table class="fatitem">
      <tr class="athing submission" id="1"><td class="title"><span class="titleline"><a href="https://a.example/lamp">A lamp</a></span></td></tr>
      <tr><td class="subtext"><span class="subline"><span class="score">12 points</span> by <a class="hnuser">ann</a>
      <span class="age" title="2020-05-14T02:00:05 1589421605"><a href="item?id=1">2 hours ago</a></span> |
      <a href="item?id=1">10&nbsp;comments</a></span></td></tr><tr><td><div class="toptext"><p>Text.</p></div></td></tr></table>
      <table class="comment-tree">
      <tr class="athing comtr" id="2"><td><table><tr><td class="ind" indent="0"><img src="s.gif" width="0"></td>
      <td class="default"><span class="comhead"><a class="hnuser">bob</a> <span class="age" title="2020-05-14T02:30:05"><a href="item?id=2">1 hour ago</a></span></span>
      <div class="comment"><div class="commtext c00">It <i>shines</i>.</div><div class="reply"><a href="reply?id=2">reply</a></div></div></td></tr></table></td></tr>
      <tr class="athing comtr" id="3"><td><table><tr><td class="ind" indent="1"></td><td class="default"><span class="comhead"></span>
      <div class="comment">[deleted]<div class="reply"></div></div></td></tr></table></td></tr>
      <tr class="athing comtr" id="4"><td><table><tr><td class="ind" indent="0"></td><td class="default"><span class="comhead"><a class="hnuser">cy</a></span>
      <div class="comment">[flagged]<div class="reply"></div></div></td></tr></table></td></tr>
      </table></td></tr></table></body></html>
      """)

  static let shreddit = PageSample(
    name: "Reddit, embedded more",
    head:
      "reddit:p1 | A lamp | by ann | 2026-05-02T09:10:00Z | <p>Text.</p> | !1 more comment not in this file",
    outline: """
      #1 c1 bob [mod, pinned] (3): <p>One.</p>
        #2 c2 ann [OP] (-1) +4: <p>Two.</p>
      """,
    html: """
      <html><shreddit-post id="t3_p1" permalink="/r/a/comments/p1/a_lamp/" comment-count="7" author="ann" created-timestamp="2026-05-02T09:10:00.000000+0000" post-title="A lamp">
      <div slot="text-body"><div class="md"><p>Text.</p></div></div></shreddit-post>
      <shreddit-comment-tree thingid="t3_p1"><shreddit-comment thingid="t1_c1" author="bob" score="3" created="2026-05-02T09:30:00.000000+0000" distinguished-as="MODERATOR" is-stickied>
      <div slot="commentMeta">bob</div><div slot="comment"><div><p>One.</p><button>Award</button></div></div>
      </shreddit-comment>
      <shreddit-comment thingid="t1_c2" parentid="t1_c1" author="ann" score="-1" created="2026-05-02T09:31:00.000000+0000"><div slot="comment"><p>Two.</p></div>
      <faceplate-partial src="/svc/shreddit/more-comments/a/t3_p1"><span>4 weitere Antworten</span></faceplate-partial></shreddit-comment>
      </shreddit-comment-tree></html>
      """)

  static let oldReddit = PageSample(
    name: "Reddit, old design, without its frame",
    head: "reddit:p1 | A lamp | by ann | <p>Text.</p> | !1 more comment not in this file",
    outline: """
      #1 c1 bob (42): <p>One.</p>
        #2 c2 ann [OP]: <p>Two.</p>
      """,
    html: """
      <html><head><title>A lamp : a</title></head><body><div class="thing link promoted" data-author="x"><a class="title">Buy</a></div>
      <div class="thing link self" data-author="ann" data-permalink="/r/a/comments/p1/a_lamp/"><a class="title">A lamp</a><div class="entry"><div class="usertext-body"><div class="md"><p>Text.</p></div></div></div></div>
      <div class="commentarea"><div class="thing comment" data-author="bob" data-fullname="t1_c1"><div class="entry"><p class="tagline"><span class="score unvoted">42 points</span></p><div class="usertext-body"><div class="md"><p>One.</p></div></div></div>
      <div class="child"><div class="thing comment" data-author="ann" data-fullname="t1_c2"><div class="entry"><div class="usertext-body"><div class="md"><p>Two.</p></div></div></div></div></div></div>
      <div class="deepthread"><a>continue this thread</a></div></div></body></html>
      """)

  static let lobsters = PageSample(
    name: "Lobsters, before 2024",
    head:
      "lobsters:ab | A lamp | by ann | 2020-05-14T07:30:05Z | <p><a href=\"https://a.example/lamp\">https://a.example/lamp</a></p> | !Tags: web, law.",
    outline: """
      #1 x1 bob [author] (4): <p>One.</p>
        #2 x2 cy deleted
      #3 x3 ann [OP]: <p>Three.</p>
      """,
    html: """
      <html><body><ol class="stories list"><li id="story_ab" class="story"><div class="details"><span class="link"><a href="https://a.example/lamp">A lamp</a></span>
      <span class="tags"><a class="tag">web</a><a class="tag">law</a></span><div class="byline">via <a href="/u/ann"><img class="avatar"></a><a href="/u/ann">ann</a>
      <span title="2020-05-14 02:30:05 -0500">2 years ago</span><span class="comments_label"><a href="/s/ab">3 comments</a></span></div></div></li></ol>
      <ol class="comments comments1"><li class="comments_subtree"><div id="c_x1" class="comment"><div class="voters"><div class="score">4</div></div>
      <div class="byline"><a href="/u/bob">bob</a><span class="hat">author</span></div><div class="comment_text"><p>One.</p></div></div>
      <ol class="comments"><li class="comments_subtree"><div id="c_x2" class="comment"><div class="byline"><a href="/u/cy">cy</a></div>
      <div class="comment_text"><p><span class="na">[gone]</span></p></div></div></li></ol></li>
      <li class="comments_subtree"><div id="c_x3" class="comment"><div class="byline"><a href="/u/ann">ann</a></div><div class="comment_text"><p>Three.</p></div></div></li></ol></body></html>
      """)

  static let discourseApp = PageSample(
    name: "Discourse, the app",
    head:
      "discourse:b.example/57 | A lamp | by ann | 2022-08-08T23:06:40Z | <p>Text.</p> | inferred",
    outline: """
      #2 2 bob (5): <p>One.</p>
        #3 3 ann [OP]: <aside class="quote" data-username="bob"><blockquote>One.</blockquote></aside><p>Two.</p>
      """,
    html: """
      <html><head><meta name="generator" content="Discourse 3.3.0"><link rel="canonical" href="https://b.example/t/a-lamp/57"></head><body>
      <h1 data-topic-id="57"><a class="fancy-title">A lamp</a></h1><div class="post-stream">
      <div class="topic-post"><article id="post_1" data-post-id="91"><div class="names"><span class="first username"><a data-user-card="ann">ann</a></span></div>
      <div class="post-date"><span class="relative-date" data-time="1660000000000">1h</span></div><div class="cooked"><p>Text.</p></div></article></div>
      <div class="topic-post"><article id="post_2" data-post-id="92"><div class="names"><span class="first username"><a data-user-card="bob">bob</a></span></div>
      <span class="relative-date" data-time="1660000001000">1h</span><div class="cooked"><p>One.</p></div><button class="like-count">5</button>
      <section class="embedded-posts"><article data-post-id="93" id="post_3"><div class="cooked">Again.</div></article></section></article></div>
      <div class="topic-post"><article id="post_3" data-post-id="93"><div class="names"><span class="first username"><a data-user-card="ann">ann</a></span></div>
      <span class="relative-date" data-time="1660000002000">1h</span><div class="cooked"><aside class="quote" data-username="bob" data-post="2" data-topic="57"><div class="quote-controls">v</div><blockquote>One.</blockquote></aside><p>Two.</p></div></article></div>
      </div></body></html>
      """)

  static let stackExchange = PageSample(
    name: "Stack Exchange, before 2020",
    head:
      "stackexchange:c.example/7 | A lamp? | by ann | 2014-02-06T20:37:20Z | <p>Text?</p> | !Tags: lamps.\n\n2 more comments not in this file",
    outline: """
      #3 comment-1 bob (2): Why?
      #1 answer-8 cy [accepted] (-5) +3: <p>Thus.</p>
        #2 comment-2 ann [OP]: Thanks.
      """,
    html: """
      <html><head><link rel="canonical" href="https://c.example/questions/7/a-lamp"></head><body><div id="question-header"><h1><a class="question-hyperlink">A lamp?</a></h1></div>
      <div id="question" class="question" data-questionid="7"><div class="post-text"><p>Text?</p></div><a class="post-tag">lamps</a>
      <div class="post-signature owner"><div class="user-action-time">asked <span title="2014-02-06 20:37:20Z" class="relativetime">Feb 6</span></div><div class="user-details"><a>ann</a></div></div>
      <ul class="comments-list"><li id="comment-1" class="comment"><div class="comment-score"><span>2</span></div><span class="comment-copy">Why?</span> <a class="comment-user">bob</a>
      <span class="comment-date"><span title="2014-02-08 10:53:03Z" class="relativetime-clean">Feb 8</span></span></li></ul></div>
      <div id="answers-header"><h2 data-answercount="3">3 Answers</h2></div>
      <div id="answer-8" class="answer accepted-answer" data-answerid="8"><span class="vote-count-post">-5</span><div class="post-text"><p>Thus.</p></div>
      <div class="fw"><div class="post-signature"><div class="user-action-time"><a href="/posts/8/revisions">edited <span title="2014-02-09 01:00:00Z" class="relativetime">Feb 9</span></a></div><div class="user-details"><a>editor</a></div></div>
      <div class="post-signature"><div class="user-action-time">answered <span title="2014-02-06 21:00:00Z" class="relativetime">Feb 6</span></div><div class="user-details"><a>cy</a></div></div></div>
      <ul class="comments-list" data-remaining-comments-count="3"><li id="comment-2" class="comment"><span class="comment-copy">Thanks.</span><a class="comment-user">ann</a>
      <span class="comment-date"><span title="2014-02-07 10:53:03Z">Feb 7</span></span></li></ul></div></body></html>
      """)

  static let gitHubBefore2025 = PageSample(
    name: "GitHub, before 2025",
    head: "github:o/r/5 | Lamp fails | by ann | 2020-01-01T10:00:00Z | <p>Text.</p>",
    outline: """
      #1 issuecomment-1 bob: <p>One.</p>
      #2 discussion_r2 cy: <p>Line.</p>
        #3 discussion_r3 ann [OP]: <p>Done.</p>
      """,
    html: """
      <html><head><meta name="hostname" content="github.com"><link rel="canonical" href="https://github.com/o/r/pull/5"><meta property="og:author:username" content="ann"></head><body>
      <h1><bdi class="js-issue-title">Lamp fails</bdi></h1><div class="js-discussion"><div class="timeline-comment"><a class="author">ann</a><relative-time datetime="2020-01-01T10:00:00Z"></relative-time>
      <table><td class="comment-body markdown-body"><p>Text.</p></td></table></div>
      <div class="js-timeline-item"><div class="timeline-comment-group" id="issuecomment-1"><div class="timeline-comment"><a class="author">bob</a><relative-time datetime="2020-01-01T11:00:00Z"></relative-time><div class="comment-body"><p>One.</p></div></div></div></div>
      <div class="js-resolvable-timeline-thread-container"><div class="review-comment" id="discussion_r2"><a class="author">cy</a><relative-time datetime="2020-01-01T12:00:00Z"></relative-time><div class="comment-body"><p>Line.</p></div></div>
      <div class="review-comment" id="discussion_r3"><a class="author">ann</a><relative-time datetime="2020-01-01T13:00:00Z"></relative-time><div class="comment-body"><p>Done.</p></div></div></div></div></body></html>
      """)

  static let lemmy = PageSample(
    name: "Lemmy", head: "lemmy:d.example/9 | A lamp | by ann | <p>Text.</p>",
    outline: """
      #1 1 bob: <p>One.</p>
        #2 2 ann [OP]: <p>Two.</p>
      #3 3 cy deleted
      """,
    html: """
      <html><head><link rel="canonical" href="https://d.example/post/9"></head><body><div class="post-listing"><div class="post-title"><h1>A lamp</h1></div><a class="person-listing">ann</a>
      <article id="postContent"><div class="md-div"><p>Text.</p></div></article></div><ul class="comments">
      <li class="comment"><article id="comment-1" class="comment-node"><a class="person-listing">bob</a><div class="comment-content"><div class="md-div"><p>One.</p></div></div></article>
      <ul class="comments"><li class="comment"><article id="comment-2" class="comment-node"><a class="person-listing">ann</a><div class="comment-content"><div class="md-div"><p>Two.</p></div></div></article></li></ul></li>
      <li class="comment"><article id="comment-3" class="comment-node"><a class="person-listing">cy</a><div class="comment-content"><div class="md-div"><p><em>deleted by creator</em></p></div></div></article></li></ul></body></html>
      """)

  static let mastodonBefore4 = PageSample(
    name: "Mastodon, before version 4",
    head:
      "mastodon:e.example/3 | A lamp. | by ann | 2021-01-01T10:00:00Z | <p>A lamp.</p> | inferred",
    outline: """
      #1 4 bob: <p>One.</p>
      #2 5 ann [OP]: <p>Two.</p>
      """,
    html: """
      <html><head><link rel="canonical" href="https://e.example/@ann/3"></head><body><div class="activity-stream"><div class="entry"><div class="detailed-status"><a class="p-author"><span class="display-name"><strong>Ann</strong><span class="display-name__account">@ann@e.example</span></span></a>
      <div class="status__content"><div class="e-content"><p>A lamp.</p></div></div><data class="dt-published" value="2021-01-01T10:00:00Z"></data><a class="detailed-status__datetime u-url u-uid" href="https://e.example/@ann/3"><time datetime="2021-01-01T10:00:00Z">1. Jan</time></a></div></div>
      <div class="entry"><div class="status"><a class="status__relative-time u-url u-uid" href="https://f.example/@bob/4"><time datetime="2021-01-01T11:00:00Z">1h</time></a><span class="display-name__account">@bob@f.example</span><div class="e-content"><p>One.</p></div></div></div>
      <div class="entry"><div class="status"><a class="status__relative-time u-uid" href="https://e.example/@ann/5"><time datetime="2021-01-01T12:00:00Z">1h</time></a><span class="display-name__account">@ann</span><div class="e-content"><p>Two.</p></div></div></div></div></body></html>
      """)

  static let forumotion = PageSample(
    name: "Forumotion", head: "forumotion:g.example/12 | A lamp | by ann | 2017-01-27 | Text.",
    outline: """
      #1 31 bob: It rains.
      """,
    html: """
      <html><head><link rel="canonical" href="https://g.example/t12-a-lamp"><link rel="stylesheet" href="https://illiweb.com/rs3/a.css"></head><body id="phpbb"><h1 class="page-title">A lamp</h1>
      <div class="post row1 post--30" id="p30"><div class="postbody"><p class="author">par <a>ann</a> Ven 27 Jan 2017 - 10:00</p><div class="content clearfix"><div>Text.</div></div><div class="signature_div">Me</div></div>
      <div class="postprofile"><dl><dt><a href="/u1"><strong>ann</strong></a></dt></dl></div></div>
      <div class="post row2 post--31" id="p31"><div class="postbody"><p class="author">Sam 28 Jan 2017</p><div class="content clearfix"><div>It rains.</div></div></div><div class="postprofile"><dl><dt><a href="/u2"><strong>bob</strong></a></dt></dl></div></div></body></html>
      """)

  static let phpBB = PageSample(
    name: "phpBB",
    head: "phpbb:b.example/7 | A lamp | !25 more comments not in this file | inferred",
    outline: """
      #1 31 bob: It rains.
        #2 32 ann: <blockquote><div><cite>bob: <a href="https://b.example/forum/viewtopic.php?p=31#p31">↑</a></cite>It rains.</div></blockquote>No.
      """,
    html: """
      <!doctype html><html><head><link rel="canonical" href="https://b.example/forum/viewtopic.php?t=7&amp;start=25"></head><body id="phpbb" class="section-viewtopic">
      <h2 class="topic-title"><a href="./viewtopic.php?t=7">A lamp</a></h2><div class="action-bar"><div class="pagination">27 Beiträge <ul><li><a>1</a></li><li class="active"><span>2</span></li></ul></div></div>
      <div id="p31" class="post has-profile bg2"><dl class="postprofile"><dt><a class="username">bob</a></dt></dl><div class="postbody"><p class="author"><a href="./viewtopic.php?p=31#p31">Beitrag</a> von bob » <time datetime="2020-01-01T10:00:00+00:00">x</time></p>
      <div class="content">It rains.</div><div class="signature">Me</div></div></div>
      <div id="p32" class="post bg1"><dl class="postprofile"><dt><a class="username-coloured">ann</a></dt></dl><div class="postbody"><p class="author"><time datetime="2020-01-01T11:00:00+00:00">x</time></p>
      <div class="content"><blockquote><div><cite>bob: <a href="./viewtopic.php?p=31#p31" data-post-id="31">↑</a></cite>It rains.</div></blockquote>No.</div></div></div></body></html>
      """)

  static let xenForo = PageSample(
    name: "XenForo",
    head: "xenforo:h.example/5 | A lamp | by ann | 2020-01-01T10:00:00Z | Text. | inferred",
    outline: """
      #2 51 bob: It rains.
        #3 52 cy: <blockquote class="bbCodeBlock"><div>It rains.</div></blockquote>No.
      """,
    html: """
      <html id="XF" data-content-key="thread-5"><head><link rel="canonical" href="https://h.example/threads/a-lamp.5/"></head><body><h1 class="p-title-value">A lamp</h1>
      <article class="message message--post" data-author="ann" data-content="post-50"><header class="message-attribution"><time class="u-dt" datetime="2020-01-01T10:00:00+0000">x</time><ul class="message-attribution-opposite"><li><a>Share</a></li><li><a>#1</a></li></ul></header>
      <div class="message-body"><div class="bbWrapper">Text.</div></div><aside class="message-signature"><div class="bbWrapper">Me</div></aside></article>
      <article class="message message--post" data-author="bob" data-content="post-51"><time class="u-dt" datetime="2020-01-01T11:00:00+0000">x</time><ul class="message-attribution-opposite"><li><a>#2</a></li></ul><div class="message-body"><div class="bbWrapper">It rains.</div></div></article>
      <article class="message message--post" data-author="cy" data-content="post-52"><time class="u-dt" datetime="2020-01-01T12:00:00+0000">x</time><ul class="message-attribution-opposite"><li><a>#3</a></li></ul><div class="message-body"><div class="bbWrapper"><blockquote class="bbCodeBlock" data-quote="bob" data-source="post: 51"><div>It rains.</div><div class="bbCodeBlock-expandLink">more</div></blockquote>No.</div></div></article></body></html>
      """)

  static let vBulletin3 = PageSample(
    name: "vBulletin 3", head: "vbulletin:i.example/7 | A lamp | by ann | 2011-03-03 | Text.",
    outline: """
      #2 41 bob: It rains.
      """,
    html: """
      <html><head><title>A lamp - I Example</title><link rel="canonical" href="https://www.i.example/showthread.php?t=7"></head><body>
      <table class="tborder" id="post40"><tr><td class="thead"><a name="post40">03.03.2011, 14:17</a> <a id="postcount40" href="showpost.php?p=40"><strong>1</strong></a></td></tr><tr><td><div id="postmenu_40"><a class="bigusername" href="member.php?u=1">ann</a></div></td>
      <td id="td_post_40"><div id="post_message_40">Text.</div></td></tr></table>
      <table class="tborder" id="post41"><tr><td class="thead"><a name="post41">04.03.2011, 14:17</a> <a id="postcount41"><strong>2</strong></a></td></tr><tr><td><a class="bigusername">bob</a></td><td id="td_post_41"><div id="post_message_41">It rains.</div></td></tr></table></body></html>
      """)

  static let vBulletin5 = PageSample(
    name: "vBulletin 5",
    head: "vbulletin:j.example/7 | A lamp | by ann | 2020-01-01T10:00:00Z | Text.",
    outline: """
      #2 41 bob: It rains.
      """,
    html: """
      <html><head><link rel="canonical" href="https://j.example/forum/7-a-lamp"></head><body><h1 class="main-title">A lamp</h1><ul>
      <li class="b-post" data-node-id="40"><div class="author"><a>ann</a></div><time datetime="2020-01-01T10:00:00">x</time><a class="b-post__count">#1</a><div class="js-post__content-text">Text.</div></li>
      <li class="b-post" data-node-id="41"><div class="author"><a>bob</a></div><time datetime="2020-01-01T11:00:00">x</time><a class="b-post__count">#2</a><div class="js-post__content-text">It rains.</div></li></ul></body></html>
      """)

  static let invision = PageSample(
    name: "Invision",
    head:
      "invision:k.example/7 | A lamp | by ann | 2020-01-01T10:00:00Z | <p>Text.</p> | !3 more comments not in this file | inferred",
    outline: """
      #1 41 bob (3): <p>It rains.</p>
        #2 42 cy: <blockquote class="ipsQuote"><div>It rains.</div></blockquote><p>No.</p>
      """,
    html: """
      <html><head><link rel="canonical" href="https://k.example/topic/7-a-lamp/"><script type="application/ld+json">{"@type":"DiscussionForumPosting","interactionStatistic":[{"interactionType":"http://schema.org/CommentAction","userInteractionCount":5}]}</script></head><body><h1 class="ipsType_pageTitle">A lamp</h1>
      <article id="elComment_40" class="ipsComment"><h3 class="cAuthorPane_author"><a>ann</a></h3><time datetime="2020-01-01T10:00:00Z">x</time><div data-role="commentContent"><p>Text.</p></div><div data-role="memberSignature">Me</div></article>
      <article id="elComment_41" class="ipsComment"><h3 class="cAuthorPane_author">bob</h3><time datetime="2020-01-01T11:00:00Z">x</time><div data-role="commentContent"><p>It rains.</p></div><span class="ipsReact_reactCount">3</span></article>
      <article id="elComment_42" class="ipsComment"><h3 class="cAuthorPane_author">cy</h3><time datetime="2020-01-01T12:00:00Z">x</time><div data-role="commentContent"><blockquote class="ipsQuote" data-ipsquote-contentcommentid="41"><div>It rains.</div></blockquote><p>No.</p></div></article></body></html>
      """)

  static let disqus = PageSample(
    name: "Disqus",
    head: "page:l.example/a | Comments on l.example/a | !1 more comment not in this file",
    outline: """
      #1 1 ann (2): <p>One.</p>
        #2 2 bob: <p>Two.</p>
      """,
    html: """
      <html><body><span class="comment-count">3 Kommentare</span><ul id="post-list" class="post-list"><li class="post" id="post-1"><div data-role="post-content"><span class="author"><a>ann</a></span><a class="time-ago" href="http://l.example/a#comment-1" title="Tuesday, April 24, 2018 7:12 AM">x</a>
      <div data-role="message"><div><p>One.</p></div></div><span data-role="likes">2</span></div><ul data-role="children" class="children"></ul></li>
      <li class="post" id="post-2"><div data-role="post-content"><span class="author"><a>bob</a></span><a class="parent-link" href="http://l.example/a#comment-1">ann</a><div data-role="message"><p>Two.</p></div></div></li></ul></body></html>
      """)

  static let substack = PageSample(
    name: "Substack",
    head:
      "page:m.example/p/lamp | A lamp | by ann | <p>Text.</p> | !5 more comments not in this file",
    outline: """
      #1 1 bob (2): <p>One.</p>
        #2 2 ann [OP]: <p>Two.</p>
      """,
    html: """
      <html><head><link rel="canonical" href="https://m.example/p/lamp"><meta name="author" content="ann"></head><body><h1 class="post-title">A lamp</h1><div class="available-content"><div class="body markup"><p>Text.</p></div></div>
      <h2 class="comments-heading">7 Comments</h2><div class="comment-list"><div class="comment"><div id="comment-1" class="comment-anchor"></div><div class="comment-meta"><span class="commenter-name"><a>bob</a></span></div><div class="comment-body"><p>One.</p></div><div class="comment-actions"><a class="like-button-container"><span class="label">2</span></a></div>
      <div class="comment-list"><div class="comment"><div id="comment-2" class="comment-anchor"></div><div class="comment-meta"><span class="commenter-name"><a>ann</a></span></div><div class="comment-body"><p>Two.</p></div></div></div></div></div></body></html>
      """)

  static let ghost = PageSample(
    name: "Ghost, its frame within the page", head: "page:n.example/lamp | A lamp | by ann",
    outline: """
      #1 a1 bob: <p>One.</p>
      """,
    html: """
      <html><head><link rel="canonical" href="https://n.example/lamp/"><meta property="og:title" content="A lamp"><meta name="author" content="ann"></head><body>
      <iframe srcdoc='<html><body><div data-testid="comment-component" id="a1"><div data-testid="member-name">bob</div><div data-testid="comment-content"><p>One.</p></div></div></body></html>'></iframe></body></html>
      """)

  static let blogger = PageSample(
    name: "Blogger", head: "page:o.example/2017/01/lamp.html | A lamp | by ann | <p>Text.</p>",
    outline: """
      #1 71 bob: One.
        #2 72 ann [OP]: Two.
      #3 73 cy deleted
      """,
    html: """
      <html><head><meta name="generator" content="blogger"><link rel="canonical" href="https://o.example/2017/01/lamp.html"></head><body><h3 class="post-title">A lamp</h3><span class="post-author"><span class="fn">ann</span></span><div class="post-body"><p>Text.</p></div>
      <div id="comments"><h4>3 Kommentare:</h4><div class="comment-thread"><ol><li class="comment" id="c71"><div class="avatar-image-container"></div><div class="comment-block"><div class="comment-header"><cite class="user"><a>bob</a></cite><span class="datetime"><a href="x">27. Januar 2017 um 10:00</a></span></div><p class="comment-content">One.</p></div>
      <div class="comment-replies"><div class="comment-thread"><ol><li class="comment" id="c72"><div class="comment-block"><div class="comment-header"><cite class="user blog-author">ann</cite></div><p class="comment-content">Two.</p></div></li></ol></div></div></li>
      <li class="comment" id="c73"><div class="comment-block"><div class="comment-header"><cite class="user">cy</cite></div><p class="comment-content"><span class="deleted-comment">Gone.</span></p></div></li></ol></div></div></body></html>
      """)

  static let wordPress = PageSample(
    name: "WordPress, an old theme",
    head:
      "page:p.example/lamp | A lamp | by ann | 2017-01-27T10:00:00Z | <p>Text.</p> | !1 more comment not in this file",
    outline: """
      #1 5 bob: <p>One.</p>
        #2 6 ann [OP]: <p>Two.</p>
      #3 7 A blog [pingback]: <p>[…] lamp […]</p>
      """,
    html: """
      <html><head><link rel="canonical" href="https://p.example/lamp/comment-page-2/"><meta property="og:title" content="A lamp"><meta property="article:published_time" content="2017-01-27T10:00:00+00:00"></head><body><div class="entry-meta"><span class="author vcard"><a class="fn">ann</a></span></div><div class="entry-content"><p>Text.</p></div>
      <div id="comments"><h3>4 Gedanken zu „10 Lampen“</h3><ol class="commentlist"><li class="comment even depth-1" id="li-comment-5"><div id="comment-5" class="comment-body"><div class="comment-author vcard"><img class="avatar"><cite class="fn">bob</cite> <span class="says">sagt:</span></div>
      <div class="comment-meta commentmetadata"><a href="https://p.example/lamp/#comment-5">28. Januar 2017 um 10:00</a></div><p>One.</p><div class="reply"><a class="comment-reply-link">Antworten</a></div></div>
      <ul class="children"><li class="comment bypostauthor depth-2" id="li-comment-6"><div id="comment-6" class="comment-body"><div class="comment-author vcard"><cite class="fn">ann</cite></div><p>Two.</p></div></li></ul></li>
      <li class="pingback depth-1" id="li-comment-7"><div id="comment-7" class="comment-body"><div class="comment-author"><cite class="fn"><a href="https://q.example">A blog</a></cite></div><p>[…] lamp […]</p></div></li></ol></div></body></html>
      """)

  static let microdata = PageSample(
    name: "microdata",
    head:
      "page:q.example/x | A lamp | by ann | 2020-01-01T10:00:00Z | <p>Text.</p> | !2 more comments not in this file",
    outline: """
      #1 r1 bob (3): One.
        #2 r2 cy: Two.
      """,
    html: """
      <html><head><link rel="canonical" href="https://q.example/x"></head><body><article itemscope itemtype="https://schema.org/DiscussionForumPosting"><h1 itemprop="headline">A lamp</h1><span itemprop="author" itemscope><span itemprop="name">ann</span></span>
      <meta itemprop="datePublished" content="2020-01-01T10:00:00Z"><div itemprop="articleBody"><p>Text.</p></div><meta itemprop="commentCount" content="4">
      <div id="r1" itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope><span itemprop="name">bob</span></span><time itemprop="datePublished" datetime="2020-01-01T11:00:00Z">x</time><div itemprop="text">One.</div><span itemprop="upvoteCount">3</span>
      <div id="r2" itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">cy</span><time itemprop="datePublished" datetime="2020-01-01T12:00:00Z">x</time><div itemprop="text">Two.</div></div></div></article></body></html>
      """)
}
