import Testing

@testable import Sites

@Suite struct BylineTests {
  @Test(
    arguments: [
      ("By Ann Moss, Published on Mar 8, 2019", "Ann Moss", "2019-03-08"),
      ("By Ann Moss, published March 8, 2019", "Ann Moss", "2019-03-08"),
      ("by Ann Moss, Posted on Dec. 3, 2020", "Ann Moss", "2020-12-03"),
      ("BY 中 Inés on Sept 30, 1999", "中 Inés", "1999-09-30"),
      ("By  👩‍💻 , Feb 29, 2020", "👩‍💻", "2020-02-29"),
      ("By Ann Moss, PhD, Published on May 1, 2020", "Ann Moss, PhD", "2020-05-01"),
      ("By Ann Moss May 1, 2020", "Ann Moss", "2020-05-01"),
      ("By Ann Moss", "Ann Moss", nil),
      ("By What We Go On", "What We Go On", nil),
      ("By Ann Moss, Published on Feb 30, 2020", "By Ann Moss, Published on Feb 30, 2020", nil),
      ("By Ann Moss, Published on 2019-03-08", "By Ann Moss, Published on 2019-03-08", nil),
      ("By Mar 8, 2019", "By Mar 8, 2019", nil),
      ("By, Published on Mar 8, 2019", "By, Published on Mar 8, 2019", nil),
      ("By Published on Mar 8, 2019", "By Published on Mar 8, 2019", nil),
      ("Ann Moss, Published on Mar 8, 2019", "Ann Moss, Published on Mar 8, 2019", nil),
      ("From our newsroom", "From our newsroom", nil),
      ("By", "By", nil),
      ("\u{1B}]0;\u{202E}By Ann", "\u{1B}]0;\u{202E}By Ann", nil),
    ] as [(String, String, String?)])
  func itNamesWhoAndWhen(text: String, author: String, published: String?) {
    let byline = Byline(text)
    #expect(byline.author == author)
    #expect(byline.published == published)
  }
}

@Suite struct TrailingDateTests {
  @Test(arguments: [
    ("January", "01"), ("February", "02"), ("March", "03"), ("April", "04"), ("May", "05"),
    ("June", "06"), ("July", "07"), ("August", "08"), ("September", "09"), ("October", "10"),
    ("November", "11"), ("December", "12"), ("jan", "01"), ("Sept.", "09"), ("SEP", "09"),
    ("Oct.", "10"), ("may.", "05"),
  ])
  func aMonthIsWholeOrCutShort(name: String, number: String) {
    #expect(TrailingDate("é on \(name) 7, 2020")?.iso == "2020-\(number)-07")
  }

  @Test func whatStandsBeforeItIsKept() {
    #expect(TrailingDate("  中 text on \u{A0} Jul 02, 2020 ")?.rest == "  中 text on")
    #expect(TrailingDate("Jul 02, 2020")?.rest == "")
  }

  @Test(arguments: [
    "", "2020", "02, 2020", "Jul 2020", "Jul 02 2020", "Jul 02, 20", "Jul 02, 20200",
    "Jul 002, 2020",
    "Jul 0, 2020", "Jul 123 2020", "Jul 02T10:00, 2020", "Jul 02, 2020-07-02", "Jul 32, 2020",
    "Feb 29, 2019", "Jul +2, 2020", "Jul ٢, 2020", "Jul 02, 2020.",
    "Ju 02, 2020", "Janu. 02, 2020 x", "Mars 02, 2020", " . 02, 2020", "Jul , 2020", "02 Jul, 2020",
    "👩‍💻 02, 2020",
  ])
  func otherLinesHaveNone(line: String) {
    #expect(TrailingDate(line)?.iso == nil)
  }
}
