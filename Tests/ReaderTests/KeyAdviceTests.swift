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
    ("ZZ", Command.Context.reading, "Z does nothing · q quit"),
    ("Z", .library, "Z does nothing · q quit"),
    ("Z", .text, "Z does nothing · Esc close"),
    ("Z", .front, "Z does nothing · q back"), ("Z", .results, "Z does nothing · q back"),
    ("F10", .peek, "F10 does nothing · Esc close"),
    ("'", .reading, "' does nothing · Backspace back"),
    ("Ctrl-V", .reading, "Ctrl-V does nothing · PgDn page down"),
    ("Ctrl-V", .text, "Ctrl-V does nothing · Space page down"),
    ("Ctrl-N", .library, "Ctrl-N does nothing · j next"),
    ("Alt-v", .results, "Alt-v does nothing · b page up"),
    ("F5", .reading, "F5 does nothing · U load new"),
    ("r", .library, "r does nothing · U fetch"),
    ("r", .front, "r does nothing · U fetch"),
    (";", .reading, "; does nothing · : palette"),
    ("zo", .reading, "zo does nothing · Enter fold"),
    ("_", .reading, "_ does nothing · Enter fold"),
    ("gp", .reading, "gp does nothing · h parent"),
    ("gl", .reading, "gl does nothing · x links"),
    ("]", .reading, "] does nothing · > next thread"),
    ("0", .reading, "0 does nothing · gg top"),
    ("&", .reading, "& does nothing · f/ filter"),
    ("x", .library, "x does nothing · D remove"),
    ("Enter", .text, "Enter does nothing · j down"),
    // The same letters, small or capital.
    ("T", .reading, "T does nothing · t outline"),
    ("P", .library, "P does nothing · p peek"),
    ("gN", .reading, "gN does nothing · gn what is new"),
    ("fU", .library, "fU does nothing · fu only unread"),
    ("zV", .reading, "zV does nothing · zv show hidden"),
    // Another screen.
    ("gf", .reading, "gf works only in the library"),
    ("g/", .reading, "g/ works only in the library"),
    ("zz", .library, "z does nothing here"),
    ("c", .library, "c works only in a discussion"),
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
    #expect(shell.notice == "Z does nothing · Ctrl-Q quit")
    for index in commands.indices where commands[index].id == "quit" { commands[index].keys = [] }
    shell = Shell(size: GridSize(columns: 80, rows: 24), now: 0, commands: commands)
    _ = shell.press("Z", in: .reading, takesCount: true)
    #expect(shell.notice == "Z does nothing · Esc close")
  }

  /// Every single key that does nothing is answered in a line, and never with itself.
  @Test(arguments: Command.Context.allCases)
  func noAdviceIsTheKeyItself(context: Command.Context) {
    let keys = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { Key.character(Character($0)) } }
    for key in keys where context != .prompt {
      let notice = Self.notice(key.name.string, in: context)
      #expect(!notice.contains("· \(key.name) "), "\(notice)")
      #expect(notice.count <= 38, "\(notice)")
    }
  }
}
