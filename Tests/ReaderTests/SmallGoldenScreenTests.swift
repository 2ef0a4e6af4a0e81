import Testing

@testable import Reader

/// Screens of 40 columns and 10 rows, and of 20.
@Suite struct SmallGoldenScreenTests {
  @Test func theArticle() {
    var reading = Reading.well(columns: 40, rows: 10, keys: "gg")
    #expect(
      reading.screen() == """

        ▌  Reopen the well?                    +
        ▌  by Zoë · 1 May 2024                 +
        ▌                                      •
        ▌  The well on the square was closed   •
        ▌  in 1961. Its water was never the    •
        ▌  trouble: the old report\u{A0}[1] says so •
        ▌  on its last page.                   •

         Article · 22 unread, 2 new      ? help
        """)
  }

  @Test func theMiddleOfAThread() {
    var reading = Reading.well(columns: 40, rows: 10, keys: "3G")
    #expect(
      reading.screen() == """
         ↑ jon: nobody who did has ever been…
           │                                   ┃
        ▌+ │ │ ida  3 d  -1 points          #3 ┃
        ▌  │ │ Fair. See how the county does   •
        ▌  │ │ it [1] and                      •
        ▌  │ │ https://well.example/map [2].   •
           │ │                                 •
         + │ │ 中村  3 d  level 4           #4 •

         1 of 3 · 12 % · 22 unread, 2 new
        """)
  }

  @Test func foldedThreads() {
    var reading = Reading.well(columns: 40, rows: 10, keys: "7G r zM 1G")
    #expect(
      reading.screen() == """

                                               ┃
           ▸ Notice  Only villagers vote.      ┃
           ▸ Minutes                   2 links ┃
                                               •
        ▌  ▸ ★ ida  I drank from…   2 of 5 new •
         ○ ▸ max  Who holds the key?  1 unread •
         ● ▸ ora  words of 9         15 unread •

         1 of 3 · 4 % · 21 unread, 2 new
        """)
  }

  @Test func beyondAThirdOfTheWidthTheLevelIsTold() {
    var reading = Reading.well(columns: 40, rows: 10, keys: "24G")
    #expect(
      reading.screen() == """
         ↑ pim: words of 22
           │ │ words of 23                     +
           │ │                                 +
        ▌● │ │ pim  12 h  level 16         #24 •
        ▌  │ │ words of 24                     •
                                               •
                                               •
                                               ┃

         3 of 3 · 100 % · 22 unread, 2 new
        """)
  }

  @Test func aQuotation() {
    var reading = Reading.well(columns: 40, rows: 10, keys: "2G")
    #expect(
      reading.screen() == """
         ↑ ida: I drank from it as a child,…
        ▌~ │ jon  3 d                       #2 ┃
        ▌  │ ▏ nobody who did has ever been    +
        ▌  │ ▏ ill because of it        ida #1 •
        ▌  │                                   •
        ▌  │ Nobody wrote it down, either.     •
        ▌  │ Measure first:                    •
        ▌  │                                   •

         1 of 3 · 8 % · 22 unread, 2 new
        """)
  }

  @Test func aCommentIn20Columns() {
    var reading = Reading.well(columns: 20, rows: 12, keys: "3G")
    #expect(
      reading.screen() == """
         ↑ jon: nobody w…
                           ┃
        ▌+ ida  3 d     #3 ┃
        ▌  Fair. See how   •
        ▌  the county does •
        ▌  it [1] and      •
        ▌  https://        •
        ▌  well.example/   •
        ▌  map [2].        •
                           •

         1 of 3 · 12 % · 22…
        """)
  }

  @Test func anAnswerIn20Columns() {
    var reading = Reading.well(columns: 20, rows: 12, keys: "2G")
    #expect(
      reading.screen() == """
         ↑ ida: I drank…
        ▌~ jon  3 d     #2 ┃
        ▌  ▏ nobody who    +
        ▌  ▏ did has ever  •
        ▌  ▏ been ill      •
        ▌  ▏ because of it •
        ▌                  •
        ▌  Nobody wrote it •
        ▌  down, either.   •
        ▌  Measure first:  •

         1 of 3 · 8 % · 22…
        """)
  }
}
