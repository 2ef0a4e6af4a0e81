import Testing

@testable import Reader

/// Screens of 80 columns and 24 rows.
@Suite struct GoldenScreenTests {
  @Test func theArticle() {
    var reading = Reading.well(columns: 80, rows: 24, keys: "gg")
    #expect(
      reading.screen() == """

        ▌  Reopen the well?                                                            ┃
        ▌  by Zoë · 1 May 2024                                                         •
        ▌  ─────────────────────────────────────────────────────────────────────────── +
        ▌                                                                              +
        ▌  The well on the square was closed in 1961. Its water was never the trouble: │
        ▌  the old report\u{A0}[1] says so on its last page.                                •
        ▌                                                                              •
        ▌  What it would cost                                                          •
        ▌  • a new lid                                                                 •
        ▌  • a pump, and someone who knows pumps                                       •
        ▌                                                                              •
        ▌  ▏ A well is a promise to whoever comes next.                                •
        ▌                                                                              •
        ▌  24 comments (1 deleted)                                                     •
                                                                                       •
           ▸ Notice  Only villagers vote.                                              •
           ▸ Minutes                                                           2 links •
                                                                                       •
                                                                                       •
           ida  OP  ★ mayor  3 d  12 points                                         #1 •
           I drank from it as a child, and nobody who did has ever been ill because of •

         Article · 22 unread, 2 new            Space read on   Tab next unread   ? help
        """)
  }

  @Test func theMiddleOfAThread() {
    var reading = Reading.well(columns: 80, rows: 24, keys: "4G r 2G stood j")
    #expect(
      reading.screen() == """

           ▸ Minutes                                                           2 links ┃
                                                                                       ┃
                                                                                       ┃
           ida  OP  ★ mayor  3 d  12 points                                         #1 ┃
           I drank from it as a child, and nobody who did has ever been ill because of ┃
           it.                                                                         •
                                                                                       •
         ~ │ jon  3 d                                                               #2 •
           │ ▏ nobody who did has ever been ill because of it                   ida #1 •
           │                                                                           •
           │ Nobody wrote it down, either. Measure first:                              •
           │                                                                           •
           │ dip --depth 14m --bottle 3 | send --to laboratory@county.example --quick› •
           │                                                                           •
        ▌+ │ │ ida  3 d  -1 points                                                  #3 •
        ▌  │ │ Fair. See how the county does it [1] and https://well.example/map [2].  •
           │ │                                                                         •
         ○ │ │ │ 中村  3 d                                                          #4 •
           │ │ │ 十年前 there was sand in it 👩💻, café owners say.                    •
           │ │                                                                         •
           │ │ kit  deleted  3 d                                                    #5 •

         thread 1 of 3 · 12 % · 21 unread, 1 new                 Space read on   ? help
        """)
  }

  @Test func foldedThreads() {
    var reading = Reading.well(columns: 80, rows: 24, keys: "7G r 1G X zM 1G")
    #expect(
      reading.screen() == """

           by Zoë · 1 May 2024                                                         ┃
           ─────────────────────────────────────────────────────────────────────────── ┃
                                                                                       ┃
           The well on the square was closed in 1961. Its water was never the trouble: ┃
           the old report [1] says so on its last page.                                ┃
                                                                                       ┃
           What it would cost                                                          ┃
           • a new lid                                                                 ┃
           • a pump, and someone who knows pumps                                       •
                                                                                       •
           ▏ A well is a promise to whoever comes next.                                •
                                                                                       •
           24 comments (1 deleted)                                                     •
                                                                                       •
           ▸ Notice  Only villagers vote.                                              •
           ▸ Minutes                                                           2 links •
                                                                                       •
                                                                                       •
        ▌  ▸ ★ ida  I drank from it as a child, and nobody who did…   muted, 5 replies •
         ○ ▸ max  Who holds the key?                                 1 reply, 1 unread •
         ● ▸ ora  words of 9                                     15 replies, 15 unread •

         thread 1 of 3 · 4 % · 17 unread            Enter open   Space read on   ? help
        """)
  }

  @Test func beyondAThirdOfTheWidthTheLevelIsTold() {
    var reading = Reading.well(columns: 80, rows: 24, keys: "24G")
    #expect(
      reading.screen() == """
         ↑ pim: words of 22
           │ │ │ │ │ │ │ │ │ │ │ │ │ words of 23                                       │
           │ │ │ │ │ │ │ │ │ │ │ │ │                                                   •
        ▌● │ │ │ │ │ │ │ │ │ │ │ │ │ pim  12 h  level 16                           #24 +
        ▌  │ │ │ │ │ │ │ │ │ │ │ │ │ words of 24                                       +
                                                                                       │
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       •
                                                                                       ┃

         thread 3 of 3 · 100 % · 22 unread, 2 new                Space read on   ? help
        """)
  }

  @Test func aSearch() {
    var reading = Reading.well(columns: 80, rows: 24, keys: "/well Enter work n n")
    #expect(
      reading.screen() == """

        ▌  Reopen the well?                                                            ┃
        ▌  by Zoë · 1 May 2024                                                         •
        ▌  ─────────────────────────────────────────────────────────────────────────── ◆
        ▌                                                                              +
        ▌  The well on the square was closed in 1961. Its water was never the trouble: │
        ▌  the old report\u{A0}[1] says so on its last page.                                ◆
        ▌                                                                              •
        ▌  What it would cost                                                          •
        ▌  • a new lid                                                                 •
        ▌  • a pump, and someone who knows pumps                                       •
        ▌                                                                              •
        ▌  ▏ A well is a promise to whoever comes next.                                •
        ▌                                                                              •
        ▌  24 comments (1 deleted)                                                     •
                                                                                       •
           ▸ Notice  Only villagers vote.                                              •
           ▸ Minutes                                                           2 links •
                                                                                       •
                                                                                       •
           ida  OP  ★ mayor  3 d  12 points                                         #1 •
           I drank from it as a child, and nobody who did has ever been ill because of •

         Article · 22 unread, 2 new · /well 3/5                   n next match   ? help
        """)
  }
}
