import DiscussionModel
import Testing

@testable import Reader

extension Discussion {
  /// What is quoted in it, found in slices: `b.0 a` where block 0 of comment b quotes comment a.
  func quotations(units: Int = .max) -> [String] {
    let page = Page(self)
    var index = QuoteIndex(page: page)
    while !index.isDone { _ = index.work(units: units, page: page) }
    return (0..<page.count).flatMap { entry in
      index.quotations(in: entry).map { quotation in
        "\(page.id(entry)).\(quotation.block) \(page.id(quotation.target))"
      }
    }
  }
}

extension Page {
  /// A comment's id, or `article`.
  func id(_ entry: Int) -> String { position(of: entry).map { comment(at: $0).id } ?? "article" }
}

/// What quotes what: in all tables, comment z is the last.
@Suite struct QuotesTests {
  /// However often the tables of words have grown since they were read.
  @Test func isFoundAmongThousandsOfWords() {
    let count = 1500
    func words(_ number: Int) -> String {
      (0..<24).map { "w\(number * 24 + $0)" }.joined(separator: " ")
    }
    var discussion = Discussion(id: "test:many", title: "Many", comments: [])
    discussion.comments = (0..<count).map { number in
      Comment(id: "\(number)", body: RawText(words(number)))
    }
    discussion.comments += (0..<count).map { number in
      Comment(id: "q\(number)", body: RawText("> " + words(number)))
    }
    #expect(discussion.quotations() == (0..<count).map { "q\($0).0 \($0)" })
  }

  private static let sentence = "The old ferry leaves at six and never waits for anybody."

  @Test(arguments: [
    "The old ferry leaves at six and never waits for anybody.",
    "the OLD ferry  leaves at six, and never waits for “anybody”!",
    "As you said: the old ferry leaves at six and never. True?",
    "> The old ferry leaves at six and never waits for anybody",
    "> > ferry leaves at six and never waits for",
    "> the old\n> ferry leaves at six and never waits for anybody",
    "The old ferry leaves at six and never waits for anybody 👩‍💻",
    "The *old* ferry leaves at six — and never — waits for anybody.",
  ])
  func foldsWhatIsNoWord(passage: String) {
    var discussion = Discussion.outline("a: \(Self.sentence)\n  z: x")
    discussion.comments[1].body = RawText(passage)
    #expect(discussion.quotations() == ["z.0 a"])
  }

  @Test(arguments: [
    // Seven and eight words, at each place of the earlier text.
    ("zero one two three four five six seven nine", true),
    ("zero one two three four five six nine", false),
    ("one two three four five six seven eight", true),
    ("two three four five six seven eight nine", true),
    ("three four five six seven eight nine ten", true),
    ("four five six seven eight nine ten eleven", true),
    ("four five six seven eight nine ten", false),
    ("five six seven eight nine ten eleven twelve", true),
    // In another order, or with something between them.
    ("eight seven six five four three two one", false),
    ("one two three four and five six seven eight", false),
  ])
  func takesEightWords(passage: String, isQuotation: Bool) {
    let numbers = "zero one two three four five six seven eight nine ten eleven twelve"
    let discussion = Discussion.outline("a: \(numbers)\n  z: \(passage) indeed")
    #expect(discussion.quotations() == (isQuotation ? ["z.0 a"] : []))
    let stranger = Discussion.outline("a: \(numbers)\nz: \(passage) indeed")
    #expect(stranger.quotations() == (isQuotation ? ["z.0 a"] : []))
  }

  @Test(arguments: [
    // A short quote: all of it, in the nearest text above.
    ("a: It earns a lot from the sales.\n  z: > from the sales", ["z.0 a"]),
    ("a: It earns a lot from the sales.\n  z: > from those sales", []),
    ("a: From the sales.\n  b: From the sales.\n    z: > from the sales", ["z.0 b"]),
    // One or two words: only in what is answered.
    ("a: Never, I say.\n  z: > Never", ["z.0 a"]),
    ("a: Never, I say.\n  b: Why\n    z: > Never", []),
    // Elsewhere: five words that one earlier comment has.
    ("a: It earns a lot from the sales.\nz: > a lot from the sales", ["z.0 a"]),
    ("a: It earns a lot from the sales.\nz: > lot from the sales", []),
    ("a: So a lot from the sales.\nb: Not a lot from the sales.\nz: > a lot from the sales", []),
    ("z: > a lot from the sales\na: It earns a lot from the sales.", []),
    (
      "a: A lot from the sales.\nb: > a lot from the sales\nz: > a lot from the sales",
      ["b.0 a", "z.0 a"]
    ),
    // A short paragraph: it equals one above, of five words at least.
    ("a: Hm.|Paint it on a Sunday.\n  z: paint it on a sunday", ["z.0 a"]),
    ("a: Hm, paint it on a Sunday.\n  z: Paint it on a Sunday.", []),
    ("a: Paint it on Sunday.\n  z: Paint it on Sunday.", []),
    ("a: Paint it on a Sunday.\nz: Paint it on a Sunday.", []),
  ])
  func linksShortPassagesWithCare(outline: String, expected: [String]) {
    #expect(Discussion.outline(outline).quotations() == expected)
  }

  @Test(arguments: [
    // The nearest above wins, else the earliest.
    ("a: S\n  b: x|S x\n    z: S", ["b.1 a", "z.0 a"]),
    ("a: S\nb: y S\n  z: S", ["b.0 a", "z.0 b"]),
    ("a: S\nb: y S\nz: S", ["b.0 a", "z.0 a"]),
    ("a: S\n  b: x\n    c: y\n      z: > S|S", ["z.0 a", "z.1 a"]),
    // Quotes of quotes are of the first, and of nobody when it is nowhere else.
    ("a: S\n  b: > S|Hm\n    z: > > S", ["b.0 a", "z.0 a"]),
    ("b: > S|Hm\n  z: > S", ["z.0 b"]),
    // Nobody quotes a later one, nor itself.
    ("z: S\n  a: S", ["a.0 z"]),
    ("z: S|S", []),
    ("a: S\n  z: S|x|S", ["z.0 a", "z.2 a"]),
    // What one says again elsewhere is a signature, what one quotes of oneself a quotation.
    ("a ann: S\nz ann: S", []),
    ("a ann: S\nz ann: > S", ["z.0 a"]),
    ("a ann: S\n  z ann: S", ["z.0 a"]),
    ("a: deleted\n  z: S", []),
    ("a: S\n  b: deleted\n    z: S", ["z.0 a"]),
  ])
  func choosesTheTarget(outline: String, expected: [String]) {
    let outline = outline.replacing("S", with: Self.sentence)
    #expect(Discussion.outline(outline).quotations() == expected)
  }

  @Test func aDeletedCommentHasNoWords() {
    var discussion = Discussion.outline("a: \(Self.sentence)\n  z: \(Self.sentence)")
    discussion.comments[0].state = .deleted
    #expect(discussion.quotations() == [])
  }

  @Test func theArticleAndItsTitleAreQuoted() {
    var discussion = Discussion.outline("z: > \(Self.sentence)|Hm.", body: "x\n\n\(Self.sentence)")
    #expect(discussion.quotations() == ["z.0 article"])
    discussion.body = nil
    #expect(discussion.quotations() == [])
    discussion.title = Self.sentence
    #expect(discussion.quotations() == ["z.0 article"])
  }

  /// Somebody waits for a key meanwhile.
  @Test func longCommentsAreReadOneByOne() {
    let long = Self.sentence + "|" + String(repeating: "filler ", count: 6000)
    let page = Page(
      .outline((0..<9).map { "c\($0): > \(long)" }.joined(separator: "\n"), body: Self.sentence))
    var index = QuoteIndex(page: page)
    #expect(index.work(units: 16, page: page) == [1])
    #expect(index.work(units: 16, page: page) == [2])
  }

  @Test(arguments: [60_000, 70_000])
  func whatIsVeryLongQuotesNothing(bytes: Int) {
    let long = Self.sentence + "|" + String(repeating: "filler ", count: bytes / 7)
    let found = Discussion.outline(
      "a: > \(long)\nz: > old ferry leaves at six", body: Self.sentence
    )
    .quotations()
    #expect(found == (bytes > 64 << 10 ? ["z.0 article"] : ["a.0 article", "z.0 article"]))
  }

  /// Who makes a comment of nothing but quotes cannot have others wait.
  @Test func ofManyShortQuotesTheFirstAreFound() {
    let quotes = (0..<500).map { "> w\($0 * 30) v\($0 * 30) x\($0 * 30)" }.joined(
      separator: "|Hm.|")
    let words = (0..<5000).map { "w\($0) v\($0) x\($0)" }.joined(separator: " ")
    let found = Discussion.outline("z: \(quotes)", body: words).quotations()
    #expect(found.count < 100 && found.first == "z.0 article")
  }

  @Test func whoQuotesIsKnown() {
    let page = Page(
      .outline("a: \(Self.sentence)\n  b: \(Self.sentence)|> old ferry leaves\nc: \(Self.sentence)")
    )
    var index = QuoteIndex(page: page)
    #expect(index.work(units: .max, page: page) == [2, 3])
    #expect(index.quoting(1) == [2, 3])
    #expect(index.quoting(2) == [])
    #expect(index.quotations(in: 2).map(\.target) == [1, 1])
    #expect(index.work(units: 1, page: page) == [])
  }

  @Test func numbersSayWhatIsEarlierButParentsComeFirst() {
    var discussion = Discussion.outline("a: \(Self.sentence)\nb: \(Self.sentence)")
    discussion.comments[0].number = 9
    discussion.comments[1].number = 3
    #expect(discussion.quotations() == ["a.0 b"])
    discussion.comments[1].parent = "a"
    #expect(discussion.quotations() == ["b.0 a"])
    discussion.comments[0].parent = "b"
    #expect(discussion.quotations().count == 1)
  }
}
