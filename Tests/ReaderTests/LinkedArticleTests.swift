import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// The article to which a discussion links, shown above the comments and put away again.
@Suite struct LinkedArticleTests {
  private static func discussion(_ linked: LinkedArticle?) -> Discussion {
    var result = Discussion.outline(
      "a: first\n  b: second\nc: third", body: "See https://paper.example/ferry.")
    result.url = "https://forum.example/1"
    result.linked = linked
    return result
  }

  private static var article: LinkedArticle {
    var article = LinkedArticle(
      url: "https://paper.example/ferry",
      body: """
        <p>It costs <a href="https://paper.example/crowns">eleven crowns</a>.</p><h2>The bridge</h2>\
        <ul><li>dearer</ul><p>*** ****</p>
        """)
    article.title = "Ninety years"
    article.author = "Ann"
    article.published = "2020-05-12"
    article.maskCharacter = "*"
    article.notice = "For members."
    return article
  }

  @Test func itIsShownAboveTheCommentsAndPutAway() {
    var reading = Reading(Self.discussion(Self.article), columns: 60, rows: 24)
    let before = reading.screen()
    #expect(!before.contains("eleven"))
    reading.press("a")
    #expect(
      reading.screen() == """

        ▌  A title                                                 •
        ▌  ─────────────────────────────────────────────────────── •
        ▌                                                          •
        ▌  See https://paper.example/ferry\u{A0}[1].                    •
        ▌                                                          •
        ▌  ─────────────────────────────────────────────────────── •
        ▌                                                          •
        ▌  Ninety years                                            •
        ▌  by Ann · 12 May 2020 · paper.example                    •
        ▌                                                          •
        ▌  It costs eleven crowns\u{A0}[2].                             •
        ▌                                                          •
        ▌  The bridge                                              •
        ▌  • dearer                                                •
        ▌                                                          •
        ▌  ▒ 2 words hidden by the site                            •
        ▌                                                          •
        ▌  For members.                                            •
        ▌                                                          •
        ▌  3 comments                                              •
                                                                   •

         the linked article · a hides it    zv show hidden   ? help
        """)
    reading.press("a")
    #expect(reading.screen() == before)
  }

  /// What was not fetched yet is asked for, at the first address that leads elsewhere.
  @Test func itIsAskedForOnceItIsWanted() {
    var reading = Reading(Self.discussion(nil), columns: 60, rows: 24)
    #expect(reading.effects == [])
    reading.press("j a")
    #expect(reading.effects == [.fetchArticle("https://paper.example/ferry")])
    _ = reading.state.update(.linkedArticle(Self.article), layout: &reading.layout)
    #expect(reading.focus == "article")
    #expect(reading.screen().contains("eleven crowns"))
    reading.press("a a")
    #expect(reading.effects.count == 1)
    // Back to where it was asked for.
    reading.press("Backspace")
    #expect(reading.focus == "a")
  }

  @Test func oneThatCannotBeReadIsAskedForAgain() {
    var reading = Reading(Self.discussion(LinkedArticle(url: "https://paper.example/ferry")))
    reading.press("a")
    #expect(reading.effects == [.fetchArticle("https://paper.example/ferry")])
    #expect(!reading.state.page.showsLinked)
  }

  @Test(
    arguments: [
      ("https://forum.example/1", "Ask: why?", nil),
      ("https://forum.example/1", "See https://www.forum.example/2", nil),
      ("https://forum.example/1", "mailto:ann@example.org", nil),
      (
        "https://forum.example/1", "See https://forum.example/2 or https://b.example",
        "https://b.example"
      ),
      ("https://paper.example/ferry", nil, "https://paper.example/ferry"),
      ("https://paper.example/ferry", "It costs eleven crowns.", nil),
      (nil, "See http://b.example", "http://b.example"), (nil, nil, nil),
      ("javascript:x", nil, nil),
    ] as [(String?, String?, String?)])
  func theFirstLinkThatLeadsElsewhereIsTheArticle(
    _ url: String?, _ body: String?, _ address: String?
  ) {
    var discussion = Discussion(id: "x", title: "t")
    discussion.url = url
    discussion.body = body.map { RawText($0) }
    #expect(Page(discussion).linkedAddress == address)
    if address == nil {
      var reading = Reading(discussion, columns: 60)
      reading.press("a")
      #expect(reading.effects == [])
      #expect(reading.notice == "no linked article")
    }
  }

  @Test func theBrowserOpensTheSameArticle() {
    var reading = Reading(Self.discussion(nil))
    reading.press("j O")
    #expect(reading.effects == [.browse("https://paper.example/ferry")])
  }

  @Test func nothingIsMarkedByIt() {
    var reading = Reading(Self.discussion(Self.article), columns: 60, rows: 30)
    let unread = reading.unread
    reading.press("j stood a stood a stood a stood")
    #expect(reading.unread == unread)
    #expect(reading.effects == [])
  }

  @Test func itIsSearchedAndCopiedWhileItIsShown() {
    var reading = Reading(Self.discussion(Self.article), columns: 60, rows: 30)
    reading.press("/")
    for character in "crowns" { reading.press(String(character)) }
    reading.press("Enter work")
    #expect(reading.notice == "no match for crowns")
    reading.press("a j n work")
    #expect(reading.focus == "article")
    reading.press("y")
    #expect(
      reading.effects.last
        == .copy([
          "A title", "See https://paper.example/ferry.", "", "Ninety years",
          "It costs eleven crowns\u{A0}[1].", "", "The bridge", "", "dearer", "", "*** ****",
        ]))
  }

  @Test func linksGoOnAfterThoseOfTheText() {
    var page = Page(Self.discussion(Self.article))
    page.showLinked(true)
    #expect(
      page.links(of: 0).map(\.string) == [
        "https://paper.example/ferry", "https://paper.example/crowns",
      ])
  }

  /// It stays on the screen when new comments come, and is offered to nobody as news.
  @Test func aNewerPageGoesOnShowingIt() {
    var reading = Reading(Self.discussion(Self.article), columns: 60, rows: 30)
    reading.press("a")
    var newer = Self.discussion(Self.article)
    newer.comments.append(Comment(id: "d", body: "fourth"))
    _ = reading.state.update(.offer(Page(newer)), layout: &reading.layout)
    reading.press("U")
    #expect(reading.screen().contains("eleven crowns"))

    var other = Reading(Self.discussion(nil))
    _ = other.state.update(
      .offer(Page(Self.discussion(Self.article))), layout: &other.layout)
    #expect(!other.state.hasOffer)
    other.press("a")
    #expect(other.effects == [])
    #expect(other.state.page.showsLinked)
  }

  /// Whatever the text, each size of the screen, shown and not.
  @Test func everySizeHoldsIt() {
    var linked = Self.article
    linked.title = "中 é 👩‍💻 \u{1B}[2J"
    linked.body = RawText(String(repeating: "<p>中文 \u{202E}é 👩‍💻</p>", count: 40))
    var reading = Reading(Self.discussion(linked))
    for size in [1, 2, 5, 20, 80] {
      reading.resize(columns: size, rows: size)
      for keys in ["a", "PgDn", "G", "a", "gg", "a", "Space", "a", "G"] {
        reading.press(keys)
        #expect(!reading.screen().contains("\u{1B}"))
      }
      if reading.state.page.showsLinked { reading.press("a") }
    }
  }
}
