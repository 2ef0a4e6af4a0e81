import TextGrid
import Testing

@testable import Reader

@Suite struct CommandTests {
  @Test(arguments: Command.Context.allCases)
  func noSeriesOfKeysCallsTwoCommands(context: Command.Context) {
    let all = Command.all.filter { $0.context == context }.flatMap(\.keys)
    #expect(Set(all).count == all.count)
    for series in all {
      for length in 1..<series.count {
        #expect(!all.contains(Array(series.prefix(length))), "\(series) can never be finished")
      }
    }
  }

  @Test func idsAreUniqueAndLookAlike() {
    let ids = Command.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D })
    }
  }

  @Test func everyCommandHasKeysAndHelp() {
    for command in Command.all {
      #expect(!command.keys.isEmpty && !command.keys.contains { $0.isEmpty })
      #expect(!command.title.isEmpty && !command.help.isEmpty)
    }
  }

  @Test func aPrefixListsWhatItMayBecome() {
    var reading = Reading(.outline("a"), columns: 80, rows: 10)
    reading.press("z")
    #expect(
      reading.screen().hasSuffix(
        """
         ──────────────────────────────────────────────────────────────────────────────
         z to the middle   M fold all        p fold thread     l right
         t to the top      R open all        u fold the read   h left
         b to the bottom   m fold a level    n fold to new     w wrap code
         a fold            r open a level    v show hidden
         z …                                                                 Esc cancel
        """))
    reading.press("Esc")
    #expect(reading.status().hasPrefix("Article"))
  }

  @Test func helpScrollsToItsEndAndCloses() {
    var reading = Reading(.outline("a"), columns: 60, rows: 12)
    reading.press("?")
    #expect(reading.screen().hasPrefix(" The basics\n   Space"))
    reading.press("k")
    #expect(reading.state.shell.text?.top == 0)
    reading.press("j j")
    #expect(reading.state.shell.text?.top == 2)
    for _ in 0..<30 { reading.press("Space") }
    #expect(reading.screen().contains("leave at once"))
    reading.press("q")
    #expect(reading.state.isReading)
    reading.press("? Esc")
    #expect(reading.state.isReading)
  }

  /// The keys of the first day and the badges, on the smallest usual terminal.
  @Test func helpBeginsWithAScreenOfWhatMatters() {
    var reading = Reading(.outline("a"), columns: 80, rows: 24)
    reading.press("?")
    for text in [
      "Tab             next unread", "R               mark", "Symbols", "●  ", "+  ", "○  ",
    ] {
      #expect(reading.screen().contains(text), "\(text)")
    }
    #expect(!reading.screen().contains("Read on"))
  }

  @Test func helpStaysOnAScreenThatGrows() {
    var reading = Reading(.outline("a"), columns: 40, rows: 10)
    reading.press("? Space Space Space Space Space Space Space Space Space")
    reading.resize(columns: 119, rows: 180)
    #expect(reading.screen().hasPrefix(" The basics"))
  }

  @Test func helpNamesEveryCommand() {
    var reading = Reading(.outline("a"), columns: 119, rows: 180)
    reading.press("?")
    let screen = reading.screen()
    for command in Command.all where command.context == .reading {
      #expect(screen.contains(command.help.string))
    }
  }
}
