import DiscussionModel
import TextGrid
import Testing

@testable import Reader

@Suite struct SearchTests {
  /// Six times a roof: in the article, in `a`, in `b`, twice in `c`, in the links.
  private static var roofs: Discussion {
    var result = Discussion.outline(
      """
      a: The roof leaks
      b: A new ROOF, then
        c: roof, roof
          d: nothing here
      e: the end
      """, body: "About a roof.")
    result.links = [
      LinkList(
        heading: "More", items: [LinkItem(title: "Tar", url: "https://example.org/roof")])
    ]
    return result
  }

  /// (what is typed, keys after that, focus, what the status line says of it).
  @Test(arguments: [
    ("roof", "Enter work", "article", "/roof 1/6"), ("roof", "work Enter", "article", "/roof 1/6"),
    ("roof", "Enter work n", "links/0", "/roof 2/6"), ("roof", "Enter work 2n", "a", "/roof 3/6"),
    ("roof", "Enter work 4n", "c", "/roof 5/6"), ("roof", "Enter work 5n", "c", "/roof 6/6"),
    ("roof", "Enter work 6n", "article", "/roof 1/6"), ("roof", "Enter work N", "c", "/roof 6/6"),
    ("roof", "Enter work N N", "c", "/roof 5/6"), ("roof", "Enter work N N N", "b", "/roof 4/6"),
    ("roof", "Enter work N n", "article", "/roof 1/6"),
    ("roof", "Enter n work", "article", "/roof 1/6"), ("roof", "Enter N work", "c", "/roof 6/6"),
    ("ROOF", "Enter work", "b", "/ROOF 1/1"),
    ("/ro+f|end/", "Enter work N", "e", "//ro+f|end/ 7/7"),
    ("nothing", "work Enter", "d", "/nothing 1/1"),
    // Moving away and on: the next match from there.
    ("roof", "Enter work G n", "article", "/roof 1/6"),
    ("roof", "Enter work G N", "c", "/roof 6/6"),
    ("roof", "Enter work 3G n", "c", "/roof 5/6"),
  ])
  func goesToMatches(line: String, keys: String, focus: String, words: String) {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.press("/", typing: line, then: keys)
    #expect(reading.focus == focus)
    #expect(reading.status().contains(words + " "), "\(reading.status())")
  }

  @Test func aNameThatNoTextHasIsFoundByAFilter() {
    let named = Discussion.outline(
      """
      a dora: The roof leaks
        b gus: It does
      """)
    var reading = Reading(named, columns: 100, rows: 14)
    reading.press("/", typing: "dora", then: "Enter work")
    #expect(reading.notice == "no match for dora · f/ author:dora shows the comments of dora")
    reading.press("f/", typing: "author:dora", then: "Enter work")
    reading.press("/", typing: "gus", then: "Enter work")
    #expect(reading.notice == "no match for gus in what is shown (Esc shows all)")
  }

  @Test(arguments: [
    ("nowhere", "Enter work", "no match for nowhere"),
    ("nowhere", "work Enter", "no match for nowhere"),
    (
      "Nothing", "work Enter",
      "no match for Nothing · a capital letter makes the search case-sensitive"
    ),
    ("/(/", "Enter", "not a regular expression: missing closing parenthesis at character 1"),
    ("", "Enter", "no search yet (/ searches)"),
    ("/(/", "", "not a regular expression yet"), ("roof", "Esc n work", nil),
  ])
  func says(line: String, keys: String, notice: String?) {
    var reading = Reading(Self.roofs, rows: 14)
    reading.press("/", typing: line, then: keys)
    #expect(reading.notice == (notice ?? "no search yet (/ searches)"))
    #expect(reading.focus == "article")
  }

  @Test func countsWhileItCounts() {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.work()
    reading.press("/", typing: "roof")
    #expect(reading.status().hasSuffix("searching…"))
    for words in ["1/1+", "1/2+", "1/3+", "1/4+", "1/6+", "1/6+", "1/6"] {
      #expect(reading.state.finding.search?.isDone == false)
      _ = reading.state.update(.work(units: 1), layout: &reading.layout)
      #expect(reading.status().hasPrefix("/roof   "))
      #expect(reading.status().hasSuffix("   " + words))
    }
    #expect(reading.state.finding.search?.isDone == true)
  }

  /// To get a long text takes a piece of work, and to look at it takes another.
  @Test(arguments: ["/", "f/"])
  func aLongTextIsLookedAtInItsOwnTime(keys: String) {
    let long = String(repeating: "filler ", count: 9000)
    var reading = Reading(.outline("a: \(long) roof\nb: roof"), columns: 100, rows: 14)
    reading.work()
    reading.press(keys, typing: "roof", then: "Enter")
    var pieces = 0
    while reading.state.hasPendingWork {
      _ = reading.state.update(.work(units: 16), layout: &reading.layout)
      pieces += 1
    }
    #expect(pieces == 3)
  }

  @Test func itBeginsWhereOneIsAndGoesAround() {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.press("5G /", typing: "roof", then: "work Enter")
    #expect(reading.focus == "article")
    reading.press("2G /", typing: "roof", then: "work Enter")
    #expect(reading.focus == "b")
    #expect(reading.status().contains("/roof 4/6"))
  }

  @Test func escapeRestoresPlaceAndFolds() {
    for keys in ["zM j j", "3G zz", "4G za 1G", "G zt", "5G Ctrl-E"] {
      var reading = Reading(Self.roofs, rows: 12)
      reading.press(keys)
      let before = (reading.focus, reading.top, reading.onShow)
      reading.press("/", typing: "nothing", then: "work")
      #expect(reading.focus == "d")
      reading.press("Backspace work Backspace work Esc")
      #expect((reading.focus, reading.top, reading.onShow) == before)
      reading.press("Backspace")
      #expect(reading.notice == "nothing to go back to" || keys != "zM j j")
    }
  }

  @Test func everyLetterBeginsAnew() {
    var reading = Reading(Self.roofs, rows: 12)
    reading.press("zM /", typing: "n", then: "work")
    #expect(reading.focus == "b")
    reading.type("othing")
    #expect(reading.focus == "b")
    reading.pause()
    #expect(reading.focus == "article")
    #expect(reading.onShow.contains("b+"))
    reading.press("work Enter")
    #expect(reading.onShow == ["article", "links/0+", "a+", "b", "c", "d", "e+"])
    reading.press("Backspace")
    #expect(reading.focus == "article")
  }

  @Test func aSecondSearchIsBrokenOffWithoutTheFirst() {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.press("/", typing: "roof", then: "work Enter G")
    reading.press("/", typing: "nothing", then: "work Esc")
    #expect(reading.focus == "e")
    #expect(reading.status().contains("/roof 1/6"))
    reading.press("Esc")
    #expect(!reading.status().contains("/roof"))
  }

  @Test func anEmptyLineRepeatsTheLast() {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.press("/", typing: "roof", then: "work Enter / Enter")
    #expect(reading.focus == "links/0")
    reading.press("Esc 4G / Enter work")
    #expect(reading.focus == "article")
    #expect(reading.status().contains("/roof 1/6"))
    reading.press("Esc n work")
    #expect(reading.focus == "links/0")
  }

  /// Past the last match the next one is the first of the page, which is not yet known.
  @Test func theNextOneAroundTheEndWaitsForTheStartOfThePage() {
    var reading = Reading(Self.roofs, columns: 100, rows: 14)
    reading.work()
    // From the third comment to the end: two matches in `c`.
    reading.press("3G /", typing: "roof", then: "Enter")
    _ = reading.state.update(.work(units: 3), layout: &reading.layout)
    #expect(reading.focus == "c")
    reading.press("n n")
    #expect(reading.focus == "c")
    #expect(reading.notice == "searching…")
    _ = reading.state.update(.work(units: 1), layout: &reading.layout)
    #expect(reading.focus == "article")
  }

  @Test func whoMovesOnIsNotTakenElsewhere() {
    var reading = Reading(Self.roofs, rows: 14)
    reading.press("/", typing: "nothing", then: "Enter j work")
    #expect(reading.focus == "links/0")
    #expect(reading.state.finding.search?.words == "1")
  }

  @Test func withAFilterOnOnlyThatIsSearched() {
    var discussion = Self.roofs
    for index in [0, 2] { discussion.comments[index].author = "ann" }
    var reading = Reading(discussion, columns: 100, rows: 14)
    reading.press("1G fa /", typing: "roof", then: "work Enter")
    #expect(reading.status().contains("/roof 1/3"))
    reading.press("n n n")
    #expect(reading.focus == "a")
    reading.press("/", typing: "end", then: "work Enter")
    #expect(reading.notice == "no match for end in what is shown (Esc shows all)")
    reading.press("/", typing: "roof", then: "work Enter ff work")
    #expect(reading.state.outline.narrowing == nil)
    let words = reading.state.finding.search?.words
    #expect(reading.status().contains("all comments") || words == "3/6")
  }

  @Test func aMatchFarDownATallCommentIsBroughtToTheScreen() {
    let words = (1...200).map { "word\($0)" }.joined(separator: " ")
    var reading = Reading(.outline("a: \(words)"))
    reading.press("/", typing: "word150", then: "work")
    #expect(reading.screen().contains("word150"))
    reading.press("Esc")
    #expect(reading.top == "article 0")
  }
}
