import TextGrid
import Testing

@testable import Reader

/// What typed lines mean.
@Suite struct TypedLineTests {
  /// A line as this test writes what it means.
  private static func meaning(_ line: String, in contexts: [Command.Context] = [.reading]) -> String
  {
    let commands = contexts.flatMap { context in Command.all.filter { $0.context == context } }
    switch TypedLine(line, of: commands) {
    case .empty: return "empty"
    case .number(let number): return "number \(number)"
    case .link(let address): return "link \(address)"
    case .word(let word): return "word \(word.rawValue)"
    case .help(let name): return "help <\(name)>"
    case .command(let command, let count, let rest):
      return ([command.id, count.map { "x\($0)" }, rest.map { "<\($0)>" }].compactMap { $0 })
        .joined(separator: " ")
    case .several(let titles): return titles.map(\.string).joined(separator: "|")
    case .nothing: return "nothing"
    }
  }

  /// Whatever is typed of a name, only names are offered that begin with it.
  @Test(arguments: [Command.Context.reading, .library, .front, .results])
  func whatIsOfferedBeginsWithWhatWasTyped(context: Command.Context) {
    let commands = Command.all.filter { $0.context == context }
    for name in commands.flatMap(\.names) {
      for length in 1...name.count where !name.prefix(length).hasSuffix(" ") {
        let typed = String(name.prefix(length))
        guard case .several(let offered) = TypedLine(typed, of: commands) else { continue }
        #expect(offered.count > 1 && offered.allSatisfy { $0.string.hasPrefix(typed) }, "\(typed)")
      }
    }
  }

  @Test(arguments: [
    ("", "empty"), ("  \t ", "empty"), ("17", "number 17"), (" 17 ", "number 17"),
    ("#17", "number 17"), ("12345678", "nothing"), ("17th", "nothing"),
    ("next", "next"), ("NEXT", "next"), ("Next  Unread", "next-unread"),
    ("next-unread", "next-unread"), ("reply", "first-reply"), ("finish", "finish-branch"),
    ("article", "first"), ("list new", "list-new"), ("list unread", "word list unread"),
    ("list u", "word list unread"),
    ("again", "word again"), ("ag", "word again"), ("where", "word where"), ("help", "help <>"),
    ("Help zM", "help <zM>"), ("help all", "help <all>"),
    ("Tab", "next-unread"), ("tab", "next-unread"), ("zM", "fold-all"), ("R", "finish-branch"),
    ("r", "toggle-read"), ("gn", "list-new"), ("↓", "next"), ("Ctrl-R", "redo"), ("G", "last"),
    ("17G", "last x17"), ("3x", "links x3"), ("3 next", "next x3"), ("next 3", "next x3"),
    ("links 2", "links x2"), ("search shed", "search <shed>"),
    ("Search  The Shed", "search <The Shed>"),
    ("/shed", "search <shed>"),
    ("/ shed", "search <shed>"), ("/a/b/", "search <a/b/>"), ("f/ >3", "filter <>3>"),
    ("filter author:ann", "filter <author:ann>"), ("new since 3d", "list-since <3d>"),
    (": mute", "palette <mute>"), ("sear", "search"), ("quit", "quit"), ("q", "quit"),
    ("mut", "toggle-mute"), ("finish th", "finish-thread"),
    ("https://example.org/1", "link https://example.org/1"), ("flod", "nothing"),
    ("é", "nothing"), ("中 👩‍💻", "nothing"), ("\u{1B}[2J", "nothing"),
    ("fold t", "fold thread|fold the read|fold to new"), ("star", "toggle-star"),
  ])
  func aLineOnThePage(line: String, meaning: String) {
    #expect(Self.meaning(line) == meaning)
  }

  @Test(arguments: [
    ("search everything old shed", "library-search-everything <old shed>"),
    ("search shed", "library-search <shed>"), ("gf hn", "library-front <hn>"),
    ("front hn", "library-front <hn>"),
    ("front page lobsters/newest", "library-front <lobsters/newest>"),
    ("list unread", "library-filter-unread"), ("list new", "library-filter-new"),
    ("list u", "library-filter-unread"), ("list", "word again"), ("List", "word again"),
    ("lis", "list unread|list new|list all"),
    ("open", "library-open"), ("catch up", "library-catch-up"), ("D", "library-remove"),
  ])
  func aLineInTheLibrary(line: String, meaning: String) {
    #expect(Self.meaning(line, in: [.library]) == meaning)
  }

  /// Over the page the commands of what is there come first.
  @Test(arguments: [
    ("close", "list-close"), ("down", "list-down"), ("q", "list-close"), ("next", "next"),
    ("search shed", "list-search <shed>"), ("parent", "parent"), ("searc", "list-search"),
  ])
  func aLineOverThePage(line: String, meaning: String) {
    #expect(Self.meaning(line, in: [.list, .reading]) == meaning)
  }

  @Test func theSameInAPeek() {
    #expect(Self.meaning("peek", in: [.peek, .reading]) == "peek-on")
  }

  @Test func longLinesAreNoCommands() {
    #expect(Self.meaning(String(repeating: "next ", count: 1000)) == "nothing")
  }

  /// Every command of the table, by each of its names and keys, calls itself, or one that does the same.
  @Test(arguments: Command.Context.allCases.filter { $0 != .prompt })
  func everyCommandIsCalled(context: Command.Context) {
    let commands = Command.all.filter { $0.context == context }
    #expect(!commands.isEmpty)
    for command in commands {
      let keys = command.keys.map { Key.name(of: $0).string }
      for line in command.names + [command.id, command.title.string] + keys where line != "help" {
        guard case .command(let called, nil, nil) = TypedLine(line, of: commands) else {
          Issue.record("\(command.id) is not called by \(line)")
          continue
        }
        let reason = command.action.reasonNotPrinted
        #expect(
          called.action == command.action
            || reason != nil && called.action.reasonNotPrinted == reason,
          "\(line) calls \(called.id)")
      }
    }
  }
}
