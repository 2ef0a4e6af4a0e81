import DiscussionModel
import Testing

@testable import Sites

/// Copies of one discussion that are written in different ways.
@Suite struct SameWordsTests {
  static let texts:
    [(kept: String, keptMarkup: Markup, new: String, markup: Markup, isSame: Bool)] = [
      (
        "One *two* [three](https://a.example/x_(y)).", .markdown,
        "<p>One <em>two</em> <a href=\"b\">three</a>.</p>", .html, true
      ),
      (
        "> quote\n\n1. a\n2. b &gt; c", .markdown,
        "<blockquote>quote</blockquote><ol><li>a<li>b &gt; c</ol>", .html, true
      ),
      ("One two.", .markdown, "<p>One three.</p>", .html, false),
      ("<p>One</p><p>two", .html, "<p>One</p>\n<p>two</p>", .html, true),
      ("<p>One, two", .html, "<p>One two", .html, false),
      ("<p>One", .html, "One", .markdown, true),
      ("One", .plain, "<p>One</p>", .html, true),
      // What is written in the same way says something else if it is another text.
      ("One *two*", .markdown, "One _two_", .markdown, false),
    ]

  @Test(arguments: texts) func aTextThatSaysTheSameStays(
    kept: String, keptMarkup: Markup, new: String, markup: Markup, isSame: Bool
  ) {
    var old = Discussion(id: "x:1", title: "T", comments: [Comment(id: "1", body: RawText(kept))])
    old.markup = keptMarkup
    var newer = Discussion(id: "x:1", title: "T", comments: [Comment(id: "1", body: RawText(new))])
    newer.markup = markup
    newer.reconcile(with: &old, isPage: true)
    let news = old.take(newer)
    #expect(news.changed == (isSame ? 0 : 1))
    #expect(old.comments[0].body?.text == (isSame ? kept : new))
    #expect(old.comments[0].details?.markup ?? old.markup == (isSame ? keptMarkup : markup))
  }

  @Test func eachTextSaysHowItIsWritten() {
    var old = Discussion(
      id: "x:1", title: "T",
      comments: [Comment(id: "1", body: "*a*"), Comment(id: "2", body: "*b*")])
    old.markup = .markdown
    var newer = Discussion(
      id: "x:1", title: "T",
      comments: [Comment(id: "1", body: "<i>c</i>"), Comment(id: "3", body: "<i>d</i>")])
    newer.markup = .html
    newer.body = "<p>Article"
    newer.reconcile(with: &old, isPage: true)
    old.take(newer)
    #expect(old.markup == .html)
    #expect(old.body == "<p>Article")
    #expect(old.comments.map { $0.details?.markup ?? old.markup } == [.html, .markdown, .html])
    var other = Discussion(id: "x:1", title: "T", comments: [Comment(id: "4", body: "*e*")])
    other.markup = .markdown
    other.reconcile(with: &old, isPage: false)
    old.take(other)
    #expect(old.markup == .html)
    #expect(old.body == "<p>Article")
    #expect(
      old.comments.map { $0.details?.markup ?? old.markup } == [.html, .markdown, .html, .markdown])
  }

  @Test func aPageTakesNothingAway() throws {
    var old = Discussion(
      id: "x:1", title: "T", comments: [Comment(id: "1", author: "ann", body: "a")])
    old.author = "bob"
    old.published = "2020-01-01T10:00:00Z"
    old.comments[0].published = "2020-01-02T10:00:00Z"
    old.comments[0].score = 3
    old.comments[0].details = CommentDetails()
    old.comments[0].details?.edited = "2020-01-03"
    var page = Discussion(
      id: "x:1", title: "T", comments: [Comment(id: "1", author: "ann", body: "a")])
    page.comments[0].published = "2020-01-02"
    let before = old
    page.reconcile(with: &old, isPage: true)
    old.take(page)
    #expect(old == before)
  }
}
