import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// What is printed of a discussion for typed lines.
@Suite struct PrintedTests {
  /// A discussion of a shed, read an hour later.
  private static var shed: Printed {
    var shed = Discussion.outline(
      """
      1 ann: Paint it.|Green would do.
        2 bob: > Paint it.|And who pays?
          3 cem: We all do.
        4: deleted
          5 dora: Who said what?
      6 \u{1B}[2Jeve: A shed \u{202E}needs a door; see https://shed.example/door
      """, body: "It leans.")
    shed.title = "A shed"
    shed.markup = .markdown
    shed.author = "zoë"
    for index in shed.comments.indices { shed.comments[index].published = "2024-05-01T10:00Z" }
    return Printed(shed, now: 1_714_561_200)
  }

  private static let ann = [
    "ann replies to the article by zoë, unread, comment 1 of 6, thread 1 of 2, level 1, 4 replies, 3 unread below, 1 h",
    "Paint it.", "", "Green would do.",
  ]
  private static let bob = [
    "bob replies to ann, unread, comment 2 of 6, thread 1 of 2, level 2, 1 reply, 1 unread below, 1 h",
    "> Paint it. (quotes ann 1)", "", "And who pays?",
  ]

  /// (lines typed, what the last one has printed).
  @Test(arguments: [
    ([""], ann + ["1 of 6, 5 unread> "]),
    (["next"], ann + ["1 of 6, 5 unread> "]),
    (["", ""], bob + ["2 of 6, 4 unread> "]),
    (
      ["1", "reply", "reply"],
      [
        "cem replies to bob, unread, comment 3 of 6, thread 1 of 2, level 3, 1 h", "We all do.",
        "3 of 6, 5 unread> ",
      ]
    ),
    (["2", "parent"], ann + ["1 of 6, 5 unread> "]),
    (["1", "again"], ann + ["1 of 6, 5 unread> "]),
    (
      ["4"],
      [
        "comment 4 replies to ann, deleted, comment 4 of 6, thread 1 of 2, level 2, 1 reply, 1 unread below, 1 h",
        "4 of 6, 5 unread> ",
      ]
    ),
    (
      ["5"],
      [
        "dora replies to deleted comment 4, unread, comment 5 of 6, thread 1 of 2, level 3, 1 h",
        "Who said what?", "5 of 6, 5 unread> ",
      ]
    ),
    (
      ["6"],
      [
        "␛[2Jeve replies to the article by zoë, unread, comment 6 of 6, thread 2 of 2, level 1, 1 h",
        "A shed needs a door; see https://shed.example/door [1]", "6 of 6, 5 unread> ",
      ]
    ),
    (["99"], ["no comment #99 (#1 to #6)", "article, 5 unread> "]),
    (["1", "r"], ["marked read", "1 of 6, 4 unread> "]),
    (["1", "r", "mark read"], ["marked unread", "1 of 6, 5 unread> "]),
    (["1", "star"], ["#1 starred, \"stars\" lists the stars", "1 of 6, 5 unread> "]),
    (["1", "fold"], ["folded: 4 replies, 3 unread", "1 of 6, 5 unread> "]),
    (["1", "fold", "za"], ann + ["1 of 6, 5 unread> "]),
    (
      ["3", "zM"],
      [
        "6 comments folded (\"open all\" opens all)",
        "ann replies to the article by zoë, unread, folded, 3 unread below, comment 1 of 6, thread 1 of 2, level 1, 4 replies, 1 h",
        "Paint it. Green would do.", "1 of 6, 5 unread> ",
      ]
    ),
    (
      ["2", "finish"],
      [
        "2 comments marked read, 3 unread left",
        "dora replies to deleted comment 4, unread, comment 5 of 6, thread 1 of 2, level 3, 1 h",
        "Who said what?", "5 of 6, 3 unread> ",
      ]
    ),
    (
      ["1", "X"],
      [
        "#1 muted: new replies count as read, \"mute\" unmutes", "marked read",
        "folded: 4 replies", "1 of 6, 1 unread> ",
      ]
    ),
    (
      ["search door"],
      [
        "match 1 of 2 for door",
        "␛[2Jeve replies to the article by zoë, unread, comment 6 of 6, thread 2 of 2, level 1, 1 h",
        "A shed needs a door; see https://shed.example/door [1]", "6 of 6, 5 unread> ",
      ]
    ),
    (["search"], ["search for words or /expression/: "]),
    (["search", "pays"], ["match 1 of 1 for pays"] + bob + ["2 of 6, 5 unread> "]),
    (["search", ""], ["article, 5 unread> "]),
    (["6", "search door"], ["a match is here", "6 of 6, 5 unread> "]),
    (["6", "search door", "next match"], ["match 2 of 2 is here", "6 of 6, 5 unread> "]),
    (["6", "search needs", "next match"], ["the only match is here", "6 of 6, 5 unread> "]),
    (["search roof"], ["no match for roof", "article, 5 unread> "]),
    (
      ["search Cem"],
      [
        "no match for Cem, a capital letter makes the search case-sensitive, \"filter author:Cem\" shows the comments of Cem",
        "article, 5 unread> ",
      ]
    ),
    (
      ["n"],
      [
        "no search yet (\"search\" searches; \"next\" goes to the next comment)",
        "article, 5 unread> ",
      ]
    ),
    (
      ["filter >x"],
      [
        "Error: > expected a score, a whole number; found x",
        "show only, such as unread, author:NAME or words: ",
      ]
    ),
    (
      ["filter author:cem"],
      [
        "1 comment of 6, \"show all\" ends the filter",
        "cem replies to bob, unread, comment 3 of 6, thread 1 of 2, level 3, 1 h", "We all do.",
        "3 of 6, 5 unread, 1 match of author:cem> ",
      ]
    ),
    (
      ["6", "links"],
      [
        "links of this comment:", "1. https://shed.example/door", "links of this comment 1 of 1> ",
      ]
    ),
    (
      ["6", "links", "2"],
      [
        "Error: no line 2: expected 1 to 1", "links of this comment 1 of 1> ",
      ]
    ),
    (["6", "links", ""], ["6 of 6, 5 unread> "]),
    (
      ["6", "links", "parent"],
      [
        "A shed", "by zoë", "", "It leans.", "", "6 comments (1 deleted)", "article, 5 unread> ",
      ]
    ),
    (["3", "peek"], bob + ["peek at comment 2> "]),
    (["3", "peek", "p"], ann + ["peek at comment 1> "]),
    (["3", "peek", "go there"], bob + ["2 of 6, 5 unread> "]),
    (["3", "peek", ""], ["3 of 6, 5 unread> "]),
    (
      ["3", "peek", "4"],
      [
        "comment 4 replies to ann, deleted, comment 4 of 6, thread 1 of 2, level 2, 1 reply, 1 unread below, 1 h",
        "4 of 6, 5 unread> ",
      ]
    ),
    (
      ["2", "where"],
      [
        "A shed",
        "bob replies to ann, unread, comment 2 of 6, thread 1 of 2, level 2, 1 reply, 1 unread below, 1 h",
        "thread 1 of 2, 33 %, 5 unread", "2 of 6, 5 unread> ",
      ]
    ),
    (
      ["5", "list unread"],
      [
        "5 unread:", "5, dora: Who said what?",
        "6, ␛[2Jeve: A shed needs a door; see https://shed.example/door",
        "1, ann: Paint it. Green would do.", "2, bob: Paint it. And who pays?",
        "3, cem: We all do.", "5 of 6, 5 unread> ",
      ]
    ),
    (["list new"], ["nothing is new", "article, 5 unread> "]),
    (
      ["2", "outline"],
      [
        "outline, 3 to 7 of 7:", "2, bob, level 2, unread: Paint it. And who pays?",
        "3, cem, level 3, unread: We all do.", "4, [deleted], level 2: ",
        "5, dora, level 3, unread: Who said what?",
        "6, ␛[2Jeve, level 1, unread: A shed needs a door; see https://shed.example/door",
        "outline 3 of 7> ",
      ]
    ),
    (
      ["2", "outline", "5"],
      [
        "dora replies to deleted comment 4, unread, comment 5 of 6, thread 1 of 2, level 3, 1 h",
        "Who said what?", "5 of 6, 5 unread> ",
      ]
    ),
    (["3", "s", "S"], ["stars:", "3, cem: We all do.", "stars 1 of 1> "]),
    ([":"], ["command: "]),
    (
      ["palette finish"],
      [
        "commands:",
        "1. finish branch: mark this comment and all below it read, fold it, go to the next unread",
        "2. finish thread: mark the whole thread read, fold it, go to the next unread", "command: ",
      ]
    ),
    (
      ["3", "palette finish", "2"],
      [
        "4 comments marked read, 1 unread left",
        "␛[2Jeve replies to the article by zoë, unread, comment 6 of 6, thread 2 of 2, level 1, 1 h",
        "A shed needs a door; see https://shed.example/door [1]", "6 of 6, 1 unread> ",
      ]
    ),
    (["palette roof"], ["Error: no matching command", "article, 5 unread> "]),
    (["zz"], ["nothing to scroll: everything is printed whole", "article, 5 unread> "]),
    (["mouse"], ["the mouse is not used in append mode", "article, 5 unread> "]),
    (
      ["next n"],
      ["Error: next n is ambiguous; it may be: next new, next new thread", "article, 5 unread> "]
    ),
    (["https://shed.example/2"], ["link: https://shed.example/2"]),
    (["?"], ["help: "]), (["help fold"], ["help: fold"]), (["flod"], ["unknown: flod"]),
    (
      ["6", "next"],
      ["End, 4 unread above (\"next unread\")", "marked read", "6 of 6, 4 unread> "]
    ),
  ])
  func aLine(typed: [String], printed: [String]) {
    var shed = Self.shed
    #expect(shed.type(typed) == printed, "\(typed)")
  }

  /// Going on to the end prints every comment once, and marks all as the screen would.
  @Test(arguments: ["next", "", "reply", "J"])
  func goingOn(line: String) {
    var shed = Self.shed
    var printed: [String] = []
    for _ in 0..<6 { printed += shed.type(line).filter { $0.contains(", comment ") } }
    let numbers = printed.compactMap { $0.split(separator: ", comment ").last?.first }
    let (all, unread): (String, [String]) =
      switch line {
      case "next": ("123456", ["6"])
      // What has nothing unread is skipped, and the last comment is marked at the end.
      case "": ("12356", [])
      case "reply": ("123", ["1", "2", "3", "5", "6"])
      default: ("16", ["2", "3", "5", "6"])
      }
    #expect(String(numbers) == all)
    #expect(shed.reading.unread == unread)
  }

  /// What is skipped, jumped over or printed in a list is not marked.
  @Test(arguments: [
    (["1", "3", "6"], "123567"), (["outline", "t"], "12356"), (["1", "next", "parent"], "2356"),
    (["next", "next thread"], "2356"), (["list unread"], "12356"), (["peek"], "12356"),
  ])
  func marksAreHonest(typed: [String], unread: String) {
    var shed = Self.shed
    _ = shed.type(typed)
    #expect(shed.reading.unread.joined() == unread.filter { $0 != "7" })
  }

  /// A comment of any length is printed whole, and counts as shown.
  @Test(arguments: [1, 50, 3000])
  func aLongComment(paragraphs: Int) {
    let body = (1...paragraphs).map { "Row \($0) of the long text." }.joined(separator: "|")
    var printed = Printed(.outline("1 ann: \(body)\n2 bob: Short."))
    let lines = printed.type("")
    #expect(lines.filter { $0.hasPrefix("Row ") }.count == paragraphs)
    #expect(printed.type("").dropFirst() == ["Short.", "2 of 2, 1 unread> "])
    #expect(printed.reading.unread == ["2"])
  }

  /// A paragraph is one line, however long.
  @Test func aLongParagraph() {
    let words = String(repeating: "word ", count: 3000) + "end"
    var printed = Printed(.outline("1 ann: \(words)"))
    #expect(printed.type("")[1] == words)
  }

  @Test func wrappedIfTheReaderWants() {
    var printed = Printed(.outline("1 ann: \(String(repeating: "word ", count: 30))end"))
    #expect(printed.type("text width").first == "text at most 60 cells wide")
    #expect(printed.type("1").dropLast().allSatisfy { $0.count <= 60 })
  }

  /// Each command of the page, by its name and by its first key, does something or says why it does not.
  @Test(arguments: Command.all.filter { $0.context == .reading })
  func everyCommandHasAnEffect(command: Command) throws {
    for line in [command.title.string, command.id]
      + command.keys.prefix(1).map({ Key.name(of: $0).string })
    {
      var shed = Self.shed
      _ = shed.type(["", "", "1"])
      let effects = shed.reading.effects.count
      let before = "1 of 6, 4 unread> "
      let printed = shed.type(line)
      #expect(
        printed.count > 1 || printed.last != before || shed.reading.effects.count > effects
          // There is nothing to close, which the display says.
          || command.action == .close,
        "\(line)")
      #expect(!printed[0].hasPrefix("unknown"))
    }
  }
}
