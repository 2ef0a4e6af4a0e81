import Testing
import TextGrid

@testable import Reader

/// What is said of keys that do nothing.
@Suite struct KeyAdviceTests {
  private static func notice(_ keys: String, in context: Command.Context) -> String {
    var shell = Shell(size: GridSize(columns: 80, rows: 24), now: 0)
    var notice = ""
    for key in Key.series(keys) ?? [] {
      if shell.press(key, in: context, takesCount: context == .reading) != nil {
        return "does something"
      }
      notice = shell.notice?.string ?? ""
    }
    return notice
  }

  @Test(arguments: [
    // Habits.
    ("ZZ", Command.Context.reading, "Z does nothing here · q quit"),
    ("Z", .library, "Z does nothing here · q quit"),
    ("Z", .text, "Z does nothing here · Esc close"),
    ("Z", .front, "Z does nothing here · q back"), ("Z", .results, "Z does nothing here · q back"),
    ("F10", .peek, "F10 does nothing here · Esc close"),
    ("'", .reading, "' does nothing here · Backspace back"),
    ("Ctrl-V", .reading, "Ctrl-V does nothing here · PgDn page down"),
    ("Ctrl-V", .text, "Ctrl-V does nothing here · Space page down"),
    ("Ctrl-N", .library, "Ctrl-N does nothing here · j next"),
    ("Alt-v", .results, "Alt-v does nothing here · b page up"),
    ("F5", .reading, "F5 does nothing here · U load new"),
    ("r", .library, "r does nothing here · U fetch"),
    ("r", .front, "r does nothing here · U fetch"),
    (";", .reading, "; does nothing here · : palette"),
    ("zo", .reading, "zo does nothing here · Enter fold"),
    ("_", .reading, "_ does nothing here · Enter fold"),
    ("gp", .reading, "gp does nothing here · h parent"),
    ("gl", .reading, "gl does nothing here · x links"),
    ("]", .reading, "] does nothing here · > next thread"),
    ("0", .reading, "0 does nothing here · gg top"),
    ("&", .reading, "& does nothing here · f/ filter"),
    ("x", .library, "x does nothing here · D remove"),
    ("Enter", .text, "Enter does nothing here · j down"),
    // The same letters, small or capital.
    ("T", .reading, "T does nothing here · t outline"),
    ("P", .library, "P does nothing here · p peek"),
    ("gN", .reading, "gN does nothing here · gn what is new"),
    ("fU", .library, "fU does nothing here · fu only unread"),
    ("zV", .reading, "zV does nothing here · zv show hidden"),
    // Another screen.
    ("gf", .reading, "gf does nothing here · it works in the library"),
    ("g/", .reading, "g/ does nothing here · it works in the library"),
    ("zz", .library, "z does nothing here"),
    ("c", .library, "c does nothing here · it works in a discussion"),
    // Nothing is near.
    ("F7", .reading, "F7 does nothing here"), ("gz", .reading, "gz does nothing here"),
    ("中", .reading, "中 does nothing here"), ("é", .library, "é does nothing here"),
  ])
  func whatMayBeMeant(keys: String, context: Command.Context, notice: String) {
    #expect(Self.notice(keys, in: context) == notice)
  }

  /// Of a key that the user has given to something else, that is said.
  @Test func theUsersKeysAreNamed() {
    var commands = Command.all
    for index in commands.indices where commands[index].id == "quit" {
      commands[index].keys = [[.control("q")]]
    }
    var shell = Shell(size: GridSize(columns: 80, rows: 24), now: 0, commands: commands)
    _ = shell.press("Z", in: .reading, takesCount: true)
    #expect(shell.notice == "Z does nothing here · Ctrl-Q quit")
    for index in commands.indices where commands[index].id == "quit" { commands[index].keys = [] }
    shell = Shell(size: GridSize(columns: 80, rows: 24), now: 0, commands: commands)
    _ = shell.press("Z", in: .reading, takesCount: true)
    #expect(shell.notice == "Z does nothing here · Esc close")
  }

  /// Every single key that does nothing is answered in a line, and never with itself.
  @Test(arguments: Command.Context.allCases)
  func noAdviceIsTheKeyItself(context: Command.Context) {
    let keys = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { Key.character(Character($0)) } }
    for key in keys where context != .prompt {
      let notice = Self.notice(key.name.string, in: context)
      #expect(!notice.contains("· \(key.name) "), "\(notice)")
      #expect(notice.count <= 60, "\(notice)")
    }
  }
}
