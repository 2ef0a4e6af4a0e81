import DiscussionModel
import Foundation
import TextGrid
import Testing

@testable import Reader

/// Where commands are typed, no message names a key: it names the command.
@Suite struct PrintedKeysTests {
  private static let discussion: Discussion = {
    var result = Discussion.outline(
      """
      1 ann: Paint it.
        2 bob: > Paint it with what we have in the shed.|With what?
          3 ann: Oil, see https://shed.example/oil
        4 cem: Paint it with what we have in the shed.
          5 bob: no
      6 eve: A tree.
        7 dan: deleted
      """)
    result.notice = "Members only."
    var details = CommentDetails()
    details.missingReplies = 3
    result.comments[3].details = details
    result.links = [LinkList(heading: "Earlier", items: [LinkItem(title: "A roof")])]
    return result
  }()

  /// What there is to begin with: nothing, all read, a filter, a conversation, folds, a search, the end.
  private static let beginnings: [[String]] = [
    [], ["mark all"], ["search paint"], ["filter author:ann"], ["2", "conversation"], ["fold all"],
    ["1", "mute"], ["end"], ["hide read"], ["star"], ["2", "quoted comment"],
  ]

  private static let commands = Command.all.filter { $0.context == .reading }

  /// Keys, and words that no sentence has but those of keys.
  private static let keys: Set<String> = {
    let names = Command.all.flatMap(\.keys).map { Key.name(of: $0).string }
    return Set(names.filter { $0.count > 1 || $0.allSatisfy { $0.isUppercase } })
      .subtracting(["A", "go", "End"]).union(["Space", "Tab", "Enter", "Esc", "Backspace"])
  }()

  /// Keys that are words or signs of sentences too: they are keys before what they do.
  private static let shortKeys: Set<String> = {
    let names = Command.all.flatMap(\.keys).map { Key.name(of: $0).string }
    return Set(names.filter { $0.count == 1 && !$0.allSatisfy(\.isUppercase) })
  }()

  private static let verbs: Set<String> = [
    "again", "asks", "cancels", "closes", "fetches", "folds", "goes", "hides", "lists", "loads",
    "marks", "mutes", "opens", "pages", "reads", "searches", "shows", "stars", "turns", "undoes",
    "unmutes",
  ]

  /// The first key that a line names; nil if there is none.
  private static func key(in line: String) -> String? {
    let words = line.split { $0.isWhitespace || "(),·;:".contains($0) }.map(String.init)
    let short = zip(words, words.dropFirst()).first {
      shortKeys.contains($0) && verbs.contains($1)
    }
    return words.first { keys.contains($0) } ?? short?.0
  }

  @Test(arguments: [
    ("marked read · u undoes", "u"), ("no stars yet (s stars a comment)", "s"),
    ("no search yet (/ searches)", "/"), ("muted · Tab undoes", "Tab"),
    ("marked read · \"undo\" undoes", nil), ("a shed / a roof", nil), ("s", nil),
  ])
  func keysAreFound(line: String, key: String?) { #expect(Self.key(in: line) == key) }

  /// A message that names a command names one that there is.
  @Test func commandsThatAreNamedExist() throws {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let ids = Set(Command.all.map(\.id))
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources")
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/Sources/" + path, encoding: .utf8)
      for match in text.matches(of: /calls\["([^"\\]+)"\]|callAndMeaning\("([^"\\]+)"/) {
        let id = String(match.1 ?? match.2 ?? "")
        count += 1
        #expect(ids.contains(id), "\(path): \(id)")
      }
    }
    #expect(count > 30)
  }

  @Test(arguments: beginnings) func noMessageNamesAKey(beginning: [String]) {
    for command in Self.commands where command.action != .help {
      var printed = Printed(Self.discussion)
      for line in beginning { _ = printed.type(line) }
      for line in [command.title.string, "", command.title.string] {
        for said in printed.type(line) {
          #expect(Self.key(in: said) == nil, "\(beginning) \(command.id): \(said)")
        }
      }
    }
  }

  /// The same in lists of discussions.
  @Test(arguments: [[], ["list unread"], ["filter roof"], ["mute"], ["2", "remove"]])
  func noMessageOfAListNamesAKey(beginning: [String]) {
    let shell = Shell(
      size: GridSize(columns: 30_000, rows: 24), now: Shelf.now, areCommandsTyped: true)
    for command in Command.all where [.library, .front].contains(command.context) {
      var library = LibraryState(Shelf.entries, shell: shell)
      var front = FrontState(
        FrontListing(title: "News", entries: Stand.entries, fetched: Shelf.now, hasMore: true),
        origin: .front, shell: shell)
      for line in beginning + [command.title.string, command.title.string] {
        if case .actions(let actions) = library.hear(line) {
          for action in actions { _ = library.update(action) }
        }
        if case .actions(let actions) = front.hear(line) {
          for action in actions { _ = front.update(action) }
        }
        for notice in [library.shell.notice, front.shell.notice] {
          let said = notice?.string ?? ""
          #expect(Self.key(in: said) == nil, "\(beginning) \(command.id): \(said)")
        }
      }
    }
    #expect(
      LibraryState([], shell: shell).spoken.lines.allSatisfy { Self.key(in: $0.string) == nil })
  }

  @Test func theyNameCommands() {
    var printed = Printed(Self.discussion)
    let said = printed.type("mark all").joined(separator: "\n")
    #expect(said.contains("\"undo\" undoes"))
    #expect(printed.type("").joined().contains("All read"))
  }

  @Test func callsFollowTheKeysOfTheUser() {
    var commands = Command.all
    let place = commands.firstIndex { $0.id == "undo" } ?? 0
    commands[place].keys = [Key.series("zx") ?? []]
    #expect(CommandCalls(commands, areTyped: false)["undo"].string == "zx")
    commands[place].keys = []
    #expect(CommandCalls(commands, areTyped: false)["undo"].string == ":undo")
    #expect(CommandCalls(commands, areTyped: true)["undo"].string == "\"undo\"")
    #expect(CommandCalls(commands, areTyped: true)["read-on"].string == "an empty line")
  }
}
