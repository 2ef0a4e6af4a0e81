import DiscussionModel
import Testing
import TextGrid

@testable import Reader

@Suite struct ScreenTests {
  /// Four people on whether to paint a shed; one masked passage, a notice, a list of links.
  static var shed: Discussion {
    var result = Discussion.outline(
      """
      1 ann: Paint it. Bare wood lasts three winters here, and then you are building a shed again.
        2 bob: Which paint? The last one came off in sheets, and I spent a spring scraping.
          3 ann: Oil, two coats, thinned the first time.|Then leave it alone for ten years.
            4 cem: 十年 is optimistic, but yes: oil.
          5 dora: deleted
            6 bob: I saw it before it went, and she was right.
        7 cem: Larch needs no paint at all.
      8 eve: Take it down and plant a pear tree.
        9 ann: Where would the ladder go?
      """,
      body: """
        The shed behind the school has stood unpainted for two years.

        **** ******* **** ***** ** paint, *** ***

        What should be done?
        """)
    result.title = "A shed, and what to do about it"
    result.author = "The caretaker"
    result.published = "2019-04-01"
    result.maskCharacter = "*"
    result.notice = "The minutes are for members."
    result.links = [LinkList(heading: "Earlier", items: [LinkItem(title: "The old roof")])]
    result.treeIsInferred = true
    for index in result.comments.indices { result.comments[index].published = "2019-04-02T10:00Z" }
    result.comments[0].score = 12
    var details = CommentDetails()
    details.badges = ["OP"]
    result.comments[2].details = details
    return result
  }

  /// A day after the comments.
  private static let now: Int64 = 1_554_290_000

  @Test func theBeginningAt80x24() {
    var reading = Reading(Self.shed, columns: 80, rows: 24, now: Self.now)
    #expect(
      reading.screen() == """

        ▌  A shed, and what to do about it                                             ┃
        ▌  by The caretaker · 1 Apr 2019                                               ┃
        ▌  ─────────────────────────────────────────────────────────────────────────── ┃
        ▌                                                                              ┃
        ▌  The shed behind the school has stood unpainted for two years.               ┃
        ▌                                                                              •
        ▌  ▒ 7 words hidden by the site                                                •
        ▌                                                                              •
        ▌  What should be done?                                                        •
        ▌                                                                              •
        ▌  9 comments (1 deleted) · who replies to whom is inferred                    │
                                                                                       │
           ▸ Notice  The minutes are for members.                                      •
           ▸ Earlier                                                            1 link •
                                                                                       •
                                                                                       •
         ● ann  1 d  12 points                                                      #1 •
           Paint it. Bare wood lasts three winters here, and then you are building a   •
           shed again.                                                                 •
                                                                                       •
         ● │ bob  1 d                                                               #2 •

         Article · 8 unread   zv show hidden   Space read on   Tab next unread   ? help
        """)
  }

  @Test func theMiddleAt80x24() {
    var reading = Reading(Self.shed, columns: 80, rows: 24, now: Self.now)
    reading.press("j j j j j stood j G K K Enter j")
    #expect(
      reading.screen() == """
         ↑ A shed, and what to do about it
                                                                                       ┃
                                                                                       ┃
         ○ ▸ ann  Paint it. Bare wood lasts three winters here,…   6 replies, 4 unread ┃
                                                                                       ┃
                                                                                       ┃
        ▌● eve  1 d                                                                 #8 ┃
        ▌  Take it down and plant a pear tree.                                         ┃
                                                                                       ┃
         ● │ ann  1 d                                                               #9 ┃
           │ Where would the ladder go?                                                ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃
                                                                                       ┃

         thread 2 of 2 · 88 % · 6 unread       Space read on   Tab next unread   ? help
        """)
  }

  @Test func foldedAt80x24() {
    var reading = Reading(Self.shed, columns: 80, rows: 24, now: Self.now)
    reading.press("> r > r zM <")
    #expect(
      reading.screen() == """

           A shed, and what to do about it                                             ┃
           by The caretaker · 1 Apr 2019                                               ┃
           ─────────────────────────────────────────────────────────────────────────── ┃
                                                                                       ┃
           The shed behind the school has stood unpainted for two years.               ┃
                                                                                       ┃
           ▒ 7 words hidden by the site                                                ┃
                                                                                       ┃
           What should be done?                                                        ┃
                                                                                       ┃
           9 comments (1 deleted) · who replies to whom is inferred                    ┃
                                                                                       ┃
           ▸ Notice  The minutes are for members.                                      ┃
           ▸ Earlier                                                            1 link ┃
                                                                                       ┃
                                                                                       ┃
        ▌○ ▸ ann  Paint it. Bare wood lasts three winters here,…   6 replies, 5 unread ┃
         ○ ▸ eve  Take it down and plant a pear tree.                1 reply, 1 unread ┃
                                                                                       ┃
                                                                                       •
                                                                                       •

         thread 1 of 2 · 11 % · 6 unread            Enter open   Space read on   ? help
        """)
  }

  @Test func theMiddleAt40x10() {
    var reading = Reading(Self.shed, columns: 40, rows: 10, now: Self.now)
    reading.press("> l l")
    #expect(
      reading.screen() == """
         ↑ bob: Which paint? The last one ca…
           │                                   •
        ▌● │ │ ann  OP  1 d                 #3 ┃
        ▌  │ │ Oil, two coats, thinned the     ┃
        ▌  │ │ first time.                     •
        ▌  │ │                                 •
        ▌  │ │ Then leave it alone for ten     •
        ▌  │ │ years.                          •

         1 of 2 · 33 % · 8 unread        ? help
        """)
  }

  @Test func deepAt40x10() {
    var reading = Reading(Self.shed, columns: 40, rows: 10, now: Self.now)
    reading.press("> l l l Enter")
    #expect(
      reading.screen() == """
         ↑ bob: Which paint? The last one ca…
           │ │ years.                          •
           │ │                                 •
        ▌● │ │ ▸ cem  十年 is optimistic, but… ┃
           │ │                                 ┃
           │ │ dora  deleted  1 d           #5 ┃
           │ │                                 •
         ● │ │ bob  1 d  level 4            #6 •

         1 of 2 · 44 % · 8 unread        ? help
        """)
  }

  @Test func helpAt40x10() {
    var reading = Reading(Self.shed, columns: 40, rows: 10, now: Self.now)
    reading.press("?")
    #expect(
      reading.screen() == """
         The basics
           Space        show what comes next;
                        marks what you passed
           Tab          next unread comment;
                        opens folds, wraps
                        around
           j ↓          next comment; scrolls
                        through a long one

         Keys · more below            Esc close
        """)
  }

  @Test func keysThatAreWideStandAboveWhatTheyDo() {
    let lines = OverlayView.wrapped("Space PgDn Ctrl-F", "a screen down, 中 é", columns: 100)
    #expect(lines.map(\.name) == ["Space PgDn Ctrl-F", ""])
    #expect(lines.map(\.text) == ["", "a screen down, 中 é"])
    let narrow = OverlayView.wrapped("PgDn Ctrl-F", "a screen down", columns: 100)
    #expect(narrow.map(\.name) == ["PgDn Ctrl-F"])
  }
}
