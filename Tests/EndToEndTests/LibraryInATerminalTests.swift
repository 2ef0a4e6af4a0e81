import Foundation
import RunningPrograms
import Testing

extension TerminalTests {
  /// The library on the whole screen, and the way from it to discussions and back.
  @Suite struct LibraryInATerminalTests {
    private let folder: Folder
    private let terminal: Terminal

    init() throws {
      folder = try Folder()
      terminal = try Terminal(
        columns: 80, rows: 16, state: folder, environment: ["XDG_CACHE_HOME": folder.path])
    }

    /// Runs the program beside the one in the terminal.
    private func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        arguments,
        environment: ["XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data"])
    }

    /// Adds a discussion of some comments, which have one word each.
    private func add(_ id: String, _ title: String, _ words: [String]) throws {
      let comments = words.enumerated().map { index, word in
        "{\"id\": \"\(index)\", \"author\": \"ann\", \"body\": \"\(word)\"}"
      }
      try folder.write(
        """
        {"understory": 1, "id": "\(id)", "title": "\(title)",
         "comments": [\(comments.joined(separator: ", "))]}
        """, to: "in.json")
      #expect(try run("add", folder.path + "/in.json").status == 0)
    }

    /// In the row of what is typed, where the list of all names has no room.
    @Test func anUnknownFrontPageIsToldInFewWords() throws {
      try terminal.start()
      try terminal.wait(for: "Library")
      try terminal.send("g", "f", "kilns", "Enter")
      try terminal.wait(for: "no such front page; names are hn, lobsters…")
      try terminal.wait(for: "front page: kilns")
    }

    @Test func anEmptyLibraryOffersWhatToRead() throws {
      try terminal.start()
      var screen = try terminal.wait(for: "Open a link…")
      #expect(screen.contains("gf  Open a front page…") && screen.contains("go  Open a file…"))
      #expect(screen.contains("understory add FILE"))
      try terminal.send("Enter")
      screen = try terminal.wait(for: "Article · 42 unread")
      try terminal.send("q")
      try terminal.wait(for: "Open a link…")
      // A file, by the line that offers it: it is kept, and nothing is offered any more.
      try folder.write(
        #"{"understory":1,"id":"t:1","title":"Green tea","comments":[{"id":"1","body":"hot"}]}"#,
        to: "tea.json")
      try terminal.send("G", "Enter")
      try terminal.wait(for: "file:")
      try terminal.send("/none.json", "Enter")
      // It stays to be corrected.
      screen = try terminal.wait(for: "none.json: cannot be read")
      #expect(screen.contains("file: /none.json"))
      try terminal.send("C-u", folder.path + "/tea.json", "Enter")
      try terminal.wait(for: "Green tea")
      try terminal.wait(for: "1 comment")
      try terminal.send("q")
      screen = try terminal.wait(for: "Library")
      #expect(screen.contains("Green tea") && !screen.contains("Open a link…"))
      try terminal.send("g", "l")
      try terminal.wait(for: "link:")
      try terminal.send("nonsense", "Enter")
      try terminal.wait("for what is wrong") {
        $0.contains("link: nonsense") && $0.contains("expected")
      }
      try terminal.send("Escape")
      try terminal.wait("for the list") { !$0.contains("link:") }
      try terminal.send("q")
      try terminal.wait(for: "status 0")
    }

    @Test func whatDidNotComeByALinkIsNotFetched() throws {
      try add("tea:1", "Tea", ["green"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "U")
      try terminal.wait(for: "\n added from a file; open its link instead")
      // Without it, the sample is listed again.
      try terminal.send("D", "q")
      try terminal.wait(for: "status 0")
      try terminal.start()
      try terminal.wait(for: "sample")
      try terminal.send("U")
      try terminal.wait(for: "\n built in; there is nothing to fetch")
    }

    /// The link to open instead comes first, and whole.
    @Test func whatCameAsAFileIsOpenedByItsLink() throws {
      try add("lobsters:tealeaves", "Tea", ["green"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "U")
      try terminal.wait(for: "\n open https://lobste.rs/s/tealeaves · added from a file")
    }

    @Test func whatIsTypedAheadReachesTheNextScreen() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      // All at once: to the title, into it, to its first comment, which is read, and back.
      try terminal.send("/Tea\nlljrq")
      try terminal.wait("for the line") {
        $0.contains("▌     1  Tea") || $0.contains("▌    1  Tea")
      }
      try terminal.send("q")
      try terminal.wait(for: "status 0")
    }

    @Test func fromTheLibraryToADiscussionAndOn() throws {
      try add("tea:1", "Tea 中 é", ["green", "black"])
      try add("tea:2", "Coffee", ["roast"])
      try terminal.start()
      try terminal.wait(for: "Library")
      try terminal.send("/", "Tea", "Enter", "Enter")
      try terminal.wait(for: "2 comments")
      try terminal.send("j", "r", "q")
      // What was read is read there, and the line is the one that was left.
      try terminal.wait("for the line") {
        $0.contains("▌    1  Tea 中 é") || $0.contains("▌     1  Tea 中 é")
      }
      try terminal.send("Enter")
      try terminal.wait(for: "green")
      try terminal.send("C-n")
      try terminal.wait(for: "roast")
      try terminal.send("q", "q")
      try terminal.wait(for: "status 0")
    }

    /// `Ctrl-N`, `Ctrl-P` and `q` do the same without a library below, by whatever name it was opened.
    @Test(arguments: ["tea:1", "in.json"])
    func onFromADiscussionOfTheCommandLine(argument: String) throws {
      try add("tea:2", "Coffee", ["roast"])
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start(argument == "in.json" ? folder.path + "/in.json" : argument)
      try terminal.wait(for: "2 comments")
      try terminal.send("C-n")
      let next = try terminal.wait("for another discussion") { !$0.contains("green") }
      #expect(next.contains("roast") || next.contains("sentence dated"))
      try terminal.send("C-p")
      try terminal.wait("for another discussion") { $0 != next }
      try terminal.send("q")
      try terminal.wait(for: "status 0")
    }

    /// From what a search found, too; `q` then returns to that.
    @Test func onFromWhatASearchFound() throws {
      try add("tea:2", "Coffee", ["roast"])
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start()
      try terminal.wait(for: "Coffee")
      try terminal.send("g/black", "Enter")
      try terminal.wait(for: "1 hit")
      try terminal.send("Enter")
      try terminal.wait(for: "2 of 2")
      try terminal.send("C-n")
      try terminal.wait(for: "roast")
      try terminal.send("q")
      try terminal.wait(for: "1 hit")
      try terminal.send("q", "q")
      try terminal.wait(for: "status 0")
    }

    /// A hit is shown whole, though it was folded when the discussion was left.
    @Test func aHitInAFoldedCommentIsUnfolded() throws {
      try add("tea:1", "Tea", ["green", "black\\n\\nsecond words"])
      try terminal.start("tea:1")
      try terminal.wait(for: "2 comments")
      try terminal.send("zM", "q")
      try terminal.wait(for: "status 0")
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("g/second", "Enter")
      try terminal.wait(for: "1 hit")
      try terminal.send("Enter")
      let screen = try terminal.wait(for: "second words")
      #expect(!screen.contains("▸ ann  black"))
      try terminal.send("Q")
      try terminal.wait(for: "status 0")
    }

    @Test func whatIsRemovedComesBackUntilTheLibraryIsLeft() throws {
      try add("tea:1", "Tea", ["green"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "D")
      try terminal.wait(for: "removed Tea")
      #expect(try folder.names(in: "data/understory") == ["tea:1.json"])
      try terminal.send("u")
      try terminal.wait(for: "brought back: Tea")
      try terminal.send("D")
      try terminal.wait(for: "removed Tea")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
      #expect(try folder.names(in: "data/understory") == [])
    }

    @Test func catchingUpIsSavedAndTakenBack() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "A")
      let screen = try terminal.wait(for: "2 comments marked read")
      // The sample is not listed beside it.
      #expect(screen.contains("▌ done  Tea") && !screen.contains("Says Hikvision"))
      try terminal.send("u")
      try terminal.wait(for: "unread again: Tea")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
      try terminal.start("list")
      let list = try terminal.wait(for: "     2      2  tea:1  Tea")
      #expect(list.contains("UNREAD    ALL  ID     TITLE"))
    }

    /// However long an id and a title are, each discussion is one row.
    @Test func aListInATerminalHasARowForEach() throws {
      let (id, title) = (
        String(repeating: "tea", count: 40), String(repeating: "Leaves ", count: 40)
      )
      try add(id, title, ["green"])
      try add("tea:2", "Coffee", ["roast"])
      try terminal.start("list")
      let list = try terminal.wait(for: "Coffee")
      let rows = list.split(separator: "\n").filter { $0.contains("tea") && !$0.contains("list") }
      #expect(rows.count == 2)
      #expect(rows.contains { $0.contains("teateateateatea…") && $0.contains("Leaves Leaves") })
    }

    /// Stars of all discussions stand in one list, from which each opens.
    @Test func starsOfAllDiscussions() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try add("tea:2", "Coffee", ["roast"])
      for id in ["tea:1", "tea:2"] {
        try terminal.start(id)
        try terminal.wait(for: "unread")
        try terminal.send("j", "s", "q")
        try terminal.wait(for: "status 0")
      }
      try terminal.start()
      try terminal.wait(for: "Coffee")
      try terminal.send("S")
      let stars = try terminal.wait(for: "1 of 2 stars")
      #expect(stars.contains("green") && stars.contains("roast"))
      try terminal.send("Enter")
      try terminal.wait(for: "1 of 2")
      try terminal.send("Q")
      try terminal.wait(for: "status 0")
    }

    /// Stars of the sample stay once the library has other discussions, beside which it is not listed.
    @Test func starsOfTheSampleStay() throws {
      try terminal.start("understory:sample")
      try terminal.wait(for: "unread")
      try terminal.send("Tab", "s", "q")
      try terminal.wait(for: "status 0")
      try add("tea:1", "Tea", ["green"])
      try terminal.start()
      #expect(try !terminal.wait(for: "Tea").contains("Says Hikvision"))
      try terminal.send("S")
      #expect(try terminal.wait(for: "1 of 1 star").contains("Says Hikvision"))
    }

    @Test func eachCatchingUpIsTakenBack() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "A")
      try terminal.wait(for: "2 comments marked read")
      try folder.write(
        """
        {"understory": 1, "id": "tea:1", "title": "Tea",
         "comments": [{"id": "later", "body": "white"}]}
        """, to: "in.json")
      #expect(try run("add", folder.path + "/in.json").status == 0)
      try terminal.wait(for: "+1  Tea")
      try terminal.send("A")
      try terminal.wait(for: "1 comment marked read")
      try terminal.send("u", "u", "q")
      try terminal.wait(for: "status 0")
      let shown = try run("show", "tea:1", "--unread")
      for word in ["green", "black", "white"] { #expect(shown.output.contains(word)) }
    }

    @Test func whatAnotherProgramAddsIsListed() throws {
      try add("tea:1", "Tea", ["green"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try folder.write(
        "{\"understory\": 1, \"id\": \"x\", \"title\": \"Later\", \"comments\": [{\"id\": \"1\"}]}",
        to: "in.json")
      #expect(try run("add", folder.path + "/in.json").status == 0)
      try terminal.wait(for: "Later")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
    }

    @Test func whatIsMutedIsListedSoAndHasNothingUnread() throws {
      try add("tea:1", "Tea", ["green"])
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("/", "Tea", "Enter", "X")
      try terminal.wait(for: "muted Tea")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
      try terminal.start("list")
      try terminal.wait(for: " muted      1  tea:1  Tea")
      try terminal.start("list", "--unread")
      let screen = try terminal.wait(for: "status 0")
      #expect(!screen.contains("tea:1"))
    }

    @Test func whatWasNotTakenInIsUnread() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start("tea:1")
      try terminal.wait(for: "2 unread")
      try terminal.send("j", "r", "j", "r")
      try terminal.wait(for: "all read")
      try folder.write(
        """
        {"understory": 1, "id": "tea:1", "title": "Tea",
         "comments": [{"id": "later", "body": "white"}]}
        """, to: "in.json")
      #expect(try run("add", folder.path + "/in.json").status == 0)
      try terminal.wait(for: "1 new on disk")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
      try terminal.start("list")
      try terminal.wait(for: "    +1      3  tea:1  Tea")
    }

    @Test func whileAnotherProgramIndexesWhatIsThereIsFound() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try terminal.start("search", "green")
      try terminal.wait(for: "1 hit")
      let lock = open(folder.path + "/understory/search.lock", O_RDWR | O_CLOEXEC)
      defer { close(lock) }
      try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("g", "/", "green", "Enter")
      try terminal.wait(for: "1 hit · another understory")
      try terminal.send("Enter")
      try terminal.wait(for: "1 of 2")
      try terminal.send("q", "q", "q")
      try terminal.wait(for: "status 0")
    }

    @Test func aSearchThatCannotBeEnds() throws {
      try add("tea:1", "Tea", ["green"])
      try FileManager.default.createDirectory(
        atPath: folder.path + "/understory/search.sqlite", withIntermediateDirectories: true)
      try terminal.start()
      try terminal.wait(for: "Tea")
      try terminal.send("g", "/", "green", "Enter")
      // Of the path the end stays, and what is wrong with it.
      try terminal.wait(for: "/understory/search.sqlite: ")
      try terminal.send("j")
      try terminal.wait(for: "nothing found")
      try terminal.send("q", "q")
      try terminal.wait(for: "status 0")
    }

    @Test func aSearchOfEverythingOpensAtTheComment() throws {
      try add("tea:1", "Tea", ["green", "black"])
      try add("tea:2", "Coffee", ["roast", "blackest 👩‍💻"])
      try terminal.start()
      try terminal.wait(for: "Coffee")
      try terminal.send("g", "/", "black*", "Enter")
      try terminal.wait(for: "2 hits")
      try terminal.send("Enter")
      try terminal.wait(for: "2 of 2")
      try terminal.send("q")
      try terminal.wait(for: "Everywhere")
      try terminal.send("Escape")
      try terminal.wait(for: "Library")
      try terminal.send("q")
      try terminal.wait(for: "status 0")
    }
  }
}
