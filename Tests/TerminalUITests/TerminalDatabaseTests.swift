import CNcurses
import Testing

@testable import TerminalUI

/// Descriptions of terminals on systems that have none.
///
/// One after the other: the environment and what ncurses has read last are the whole process'.
@Suite(.serialized) struct TerminalDatabaseTests {
  static let names = [
    "xterm", "xterm-256color", "xterm-direct", "xterm-kitty", "xterm-ghostty", "screen",
    "screen-256color", "tmux", "tmux-256color", "linux", "vt100", "vt220", "alacritty", "foot",
    "wezterm", "rxvt-unicode", "rxvt-unicode-256color", "st-256color", "konsole-256color",
    "vte-256color", "putty-256color",
  ]

  @Test func theUsualTerminalsAreBuiltIn() {
    #expect(TerminalDatabase.builtInNames.sorted() == Self.names.sorted())
    #expect(TerminalDatabase.builtIn("xterm-kitt") == nil)
    #expect(TerminalDatabase.builtIn("") == nil)
  }

  /// What a session cannot do without, read by ncurses from the description that is built in.
  @Test(arguments: names) func aBuiltInDescriptionIsWhole(name: String) throws {
    var looks = 0
    let search = try #require(
      TerminalDatabase.find(name) {
        looks += 1
        return looks < 3 ? nil : read(name)
      })
    #expect(search.isBuiltIn)
    let terminal = search.found
    #expect(terminal.texts["cup"]?.hasPrefix("\u{1B}[") == true)
    for capability in ["clear", "el", "ed", "sgr0", "rev", "kcuu1", "kcud1", "kf1"] {
      #expect(terminal.texts[capability]?.hasPrefix("\u{1B}") == true, "\(capability)")
    }
    let colors = [
      "xterm": 8, "screen": 8, "tmux": 8, "linux": 8, "vt100": -1, "vt220": -1,
      "rxvt-unicode": 88, "xterm-direct": 0x1000000,
    ]
    #expect(terminal.colors == colors[name, default: 256])
    #expect((terminal.texts["kmous"] != nil) == !["vt100", "vt220"].contains(name))
  }

  @Test func theEnvironmentIsPutBack() {
    var seen: [[String?]] = []
    let found: (found: Int, isBuiltIn: Bool)? = TerminalDatabase.find("linux") {
      seen.append([variable("TERMINFO"), variable("TERMINFO_DIRS")])
      return nil
    }
    #expect(found == nil)
    let before = [variable("TERMINFO"), variable("TERMINFO_DIRS")]
    #expect(seen.count == 3)
    #expect(seen.first == before)
    #expect(seen[1][1]?.contains("/etc/terminfo:/lib/terminfo:") == true)
    #expect(seen[2][0]?.hasPrefix("b64:") == true)
  }

  /// What the system has comes first: it may know better.
  @Test func aDescriptionOfTheSystemComesFirst() throws {
    let search = try #require(TerminalDatabase.find("xterm") { 1 })
    #expect(!search.isBuiltIn)
    #expect(TerminalDatabase.find("no-such-terminal") { read("no-such-terminal")?.colors } == nil)
  }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private func read(_ name: String) -> (colors: Int, texts: [String: String])? {
    var problem: Int32 = 0
    guard setupterm(name, STDOUT_FILENO, &problem) == OK else { return nil }
    let names = [
      "cup", "clear", "el", "ed", "sgr0", "rev", "kcuu1", "kcud1", "kf1", "kmous",
    ]
    let texts = names.compactMap { name in Terminfo.text(name).map { (name, $0) } }
    return (Int(tigetnum("colors")), Dictionary(uniqueKeysWithValues: texts))
  }
}
