import DiscussionModel
import TextGrid
import Testing

@testable import Reader

/// Lists of discussions as they are printed, and what typed lines mean there.
@Suite struct PrintedListTests {
  @Test func theLibrary() {
    let state = LibraryState(Shelf.entries, shell: Shelf().state.shell)
    #expect(
      state.spoken.lines == [
        "1. Why does my database use bytecode?, HN, 612 comments, 300 unread, 140 new, 2 h",
        "2. 中国茶 and the café next door 👩‍💻, tea.example, 7 comments, never opened",
        "3. The roof, again, village, 40 comments, 9 unread, 3 d",
        "4. Twelve ways to fold a thread, Lobsters, 88 comments, all read, 1 mo",
        "5. Noise␛[2J complaints, village, 1999 comments, muted, 1 min",
      ])
    #expect(state.spoken.heading == "library:")
    #expect(state.spoken.prompt == "library 1 of 5, 316 unread, 140 new> ")
    #expect(state.placeLines.first == "Library, new first")
  }

  @Test func aFrontPage() {
    let stand = Stand()
    #expect(
      stand.state.spoken.lines == [
        "1. The ferry is late again, ferry.example, 12 new, 254 comments, 312 points, 1 h",
        "2. A lamp that reads the tide, lamps.example, new, 14 comments, 90 points, 3 h",
        "3. Ask: who repairs nets?, 40 comments, 12 points, 1 d",
        "4. Knots, ranked, rope.example, all read, 7 comments, 41 points, 5 h",
        "5. 中国茶 in the fog, fog.example, fetched, 3 comments, 2 h",
        "6. Noise at the quay, muted, 90 comments, 5 points, 9 h",
      ])
    #expect(stand.state.spoken.prompt == "Harbour News 1 of 6> ")
    #expect(stand.state.links(printed: 2).count == 2)
  }

  @Test(arguments: [
    ("3", Heard.actions([.move(2), .open])), ("1", .actions([.open])),
    ("9", .refused("no line 9: expected 1 to 5")), ("", .said("end of the list")),
    ("next", .actions([.next])),
    ("search everything shed", .actions([.startSearchOfEverything, .paste("shed"), .accept])),
    ("gf hn", .actions([.startFront, .paste("hn"), .accept])), ("where", .place),
    ("list", .again), ("list unread", .actions([.list(.unread)])), ("A", .actions([.catchUp])),
    ("3 next", .actions([.move(3)])), ("Ctrl-L", .again), ("page down", .actions([.page(1)])),
    ("line down", .said("nothing to scroll: everything is printed whole")),
  ])
  func aLineInTheLibrary(line: String, heard: Heard) {
    #expect(Shelf().state.hear(line) == heard)
  }

  @Test func aLongListGoesOn() {
    var state = LibraryState(Shelf.many(50), shell: Shelf().state.shell)
    #expect(state.spoken.heading == "library, 1 to 20 of 50:")
    for (start, end) in [(21, 40), (41, 50)] {
      #expect(state.hear("") == .actions([.move(20)]))
      _ = state.update(.move(20))
      #expect(state.spoken.heading == SafeText("library, \(start) to \(end) of 50:"))
    }
    #expect(state.hear("") == .said("end of the list"))
  }

  /// At the end of a front page an empty line fetches more, if the site has more.
  @Test func aFrontPageGoesOn() {
    #expect(Stand().state.hear("") == .actions([.last, .fetchMore]))
    #expect(Stand(hasMore: false).state.hear("") == .said("end of the list"))
    #expect(Stand().state.hear("2") == .actions([.move(1), .open]))
  }

  @Test func whatASearchFound() {
    var state = ResultsState(query: "shed", shell: Shelf().state.shell)
    #expect(state.spoken.heading == "searching…")
    _ = state.update(
      .found(
        [
          SearchResult(
            title: "A shed", number: 3, author: "ann", snippet: "paint the \u{1B}shed",
            discussion: "x", comment: "3"),
          SearchResult(title: "The roof", snippet: "beside the shed", discussion: "y"),
        ], isAll: true))
    #expect(
      state.spoken.lines == [
        "1. A shed, comment 3 by ann: paint the ␛shed", "2. The roof, article: beside the shed",
      ])
    #expect(state.spoken.prompt == "found for shed 1 of 2> ")
    #expect(state.hear("2") == .actions([.moveInList(1), .choose]))
  }

  /// Every command of these screens is taken, by its name and by each of its keys.
  @Test(arguments: [Command.Context.library, .front, .results])
  func everyCommandIsTaken(context: Command.Context) {
    for command in Command.all where command.context == context {
      for line in [command.id] + command.keys.map({ Key.name(of: $0).string }) {
        let heard =
          switch context {
          case .library: Shelf().state.hear(line)
          case .front: Stand().state.hear(line)
          default: ResultsState(query: "shed", shell: Shelf().state.shell).hear(line)
          }
        switch heard {
        case .actions(let actions): #expect(actions == [command.action], "\(line)")
        case .said(let reason): #expect(reason == command.action.reasonNotPrinted, "\(line)")
        case .again: #expect(command.action == .redraw)
        case .help(let name): #expect(command.action == .help && name.isEmpty)
        case .link, .place, .unread, .refused, .unknown: Issue.record("\(line)")
        }
      }
    }
  }
}

/// How changes are announced.
@Suite struct AnnouncerTests {
  private final class Mark {}

  private static func rows(_ selected: Int, count: Int = 30) -> Spoken {
    .rows("pots", count: count, selected: selected) { SafeText("pot \($0)") }
  }

  /// A page of a list, then a step, which is one line, then a page again.
  @Test func aStepInAListIsALine() {
    var announcer = Announcer()
    let mark = Mark()
    let counts = [0, 1, 21, 20, 20].map { selected in
      announcer.announce(Self.rows(selected), on: ObjectIdentifier(mark)).rows
    }
    #expect(counts == [20, 1, 9, 1, 0])
  }

  /// Who comes back to a list hears its name and one line.
  @Test func aKnownListIsShort() {
    var announcer = Announcer()
    let (list, other) = (Mark(), Mark())
    _ = announcer.announce(Self.rows(0), on: ObjectIdentifier(list))
    var entry = Spoken(
      subject: .entry(3, text: ["text"]), lines: ["header", "text"], prompt: "3> ")
    entry.heading = "A title"
    #expect(
      announcer.announce(entry, on: ObjectIdentifier(other)).lines == ["A title", "header", "text"])
    #expect(
      announcer.announce(Self.rows(4), on: ObjectIdentifier(list)).lines == [
        "pots, 5 of 30:", "5. pot 4",
      ])
    announcer.forget()
    #expect(announcer.announce(Self.rows(4), on: ObjectIdentifier(list)).rows == 20)
  }

  /// A list that is short enough is whole again, from its first line on.
  @Test func aKnownListThatFitsIsWhole() {
    var announcer = Announcer()
    let (list, other) = (Mark(), Mark())
    let spoken = Spoken.rows("pots", count: 3, selected: 1, isWhole: true) { SafeText("pot \($0)") }
    let first = announcer.announce(spoken, on: ObjectIdentifier(list))
    #expect(first.lines == ["pots:", "1. pot 0", "2. pot 1", "3. pot 2"])
    #expect(first.rows == 2)
    _ = announcer.announce(
      Spoken(subject: .entry(3, text: []), lines: ["header"], prompt: "3> "),
      on: ObjectIdentifier(other))
    #expect(announcer.announce(spoken, on: ObjectIdentifier(list)).lines == first.lines)
    let next = Spoken.rows("pots", count: 3, selected: 2, isWhole: true) { SafeText("pot \($0)") }
    #expect(announcer.announce(next, on: ObjectIdentifier(list)).lines == ["3. pot 2"])
  }

  /// More lines than before are a list that is printed.
  @Test func aListThatCameIsPrinted() {
    var announcer = Announcer()
    let mark = Mark()
    let lines = [0, 2].map {
      announcer.announce(Self.rows(0, count: $0), on: ObjectIdentifier(mark)).lines
    }
    #expect(lines == [["pots: nothing is listed"], ["pots:", "1. pot 0", "2. pot 1"]])
  }

  /// Messages are printed once, errors are marked, progress is left out.
  @Test func messages() {
    var announcer = Announcer()
    var state = LibraryState([], shell: Shelf().state.shell)
    func say(_ action: Action) -> [String] {
      _ = state.update(action)
      return announcer.news(state.shell, offer: nil).map(\.string)
    }
    #expect(say(.say("two parts · one line")) == ["two parts, one line"])
    #expect(say(.close) == [])
    #expect(say(.say("searching…")) == [])
    #expect(say(.report("no \u{1B}pot")) == ["Error: no ␛pot"])
    #expect(say(.report("no \u{1B}pot")) == ["Error: no ␛pot"])
    #expect(
      say(.saved(problem: "marks not saved: disk full")) == ["Error: marks not saved: disk full"])
    #expect(say(.saved(problem: nil)) == ["marks are being saved again"])
    #expect(
      announcer.news(state.shell, offer: "3 new on disk · U loads them") == [
        "3 new on disk, U loads them"
      ])
    #expect(announcer.news(state.shell, offer: "3 new on disk · U loads them") == [])
  }

  /// Only what a command itself says is instead of the match that it found.
  @Test func aMatchIsPrinted() {
    var announcer = Announcer()
    var state = LibraryState([], shell: Shelf().state.shell)
    let mark = Mark()
    func find(_ number: Int) -> [SafeText] {
      var spoken = Spoken(subject: .entry(0, text: []), lines: [], prompt: "> ")
      spoken.match = SafeText("match \(number) of 17")
      return announcer.announce(spoken, on: ObjectIdentifier(mark)).lines
    }
    announcer.begin()
    _ = announcer.news(state.shell, offer: "3 new on disk")
    #expect(find(2) == ["match 2 of 17"])
    _ = state.update(.say("fetched: Bees"))
    _ = announcer.news(state.shell, offer: nil)
    announcer.begin()
    #expect(find(3) == ["match 3 of 17"])
    announcer.begin()
    _ = state.update(.say("match 4 of 17"))
    _ = announcer.news(state.shell, offer: nil)
    #expect(find(4) == [])
  }

  /// What is not text is said in words or left out.
  @Test(arguments: [
    ("a ▒▒▒ b", "a (1 word hidden) b"), ("▒▒ ▒▒▒. b", "(2 words hidden). b"),
    ("▒▒▒, ▒▒", "(1 word hidden), (1 word hidden)"),
    ("> said|and", "> said"), ("中é", "中é"),
  ])
  func aRow(text: String, printed: String) {
    var row = TextRow([TextRow.Part(text: SafeText(text), role: .text)], offsets: 0..<1)
    if text.hasPrefix("> ") {
      row = TextRow(
        [TextRow.Part(text: "said", role: .quote(1))],
        margin: [TextRow.Part(text: "▏ ", role: .quoteMark)], offsets: 0..<1)
    }
    #expect(row.printed.string == printed)
  }
}
