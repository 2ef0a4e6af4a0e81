import Testing

@testable import TextGrid

@Suite struct KeyTests {
  static let names: [(key: Key, name: String)] = [
    ("j", "j"),
    ("G", "G"),
    (" ", "Space"),
    ("?", "?"),
    ("é", "é"),
    ("中", "中"),
    ("👩\u{200D}💻", "👩\u{200D}💻"),
    ("\u{1B}", "␛"),
    ("\u{202E}", ""),
    (.control("d"), "Ctrl-D"),
    (.alt("x"), "Alt-x"),
    (.alt("X"), "Alt-X"),
    (.alt(" "), "Alt-Space"),
    (.alt("é"), "Alt-é"),
    (.enter, "Enter"),
    (.tab, "Tab"),
    (.backTab, "Shift-Tab"),
    (.escape, "Esc"),
    (.backspace, "Backspace"),
    (.up, "↑"),
    (.down, "↓"),
    (.left, "←"),
    (.right, "→"),
    (.home, "Home"),
    (.end, "End"),
    (.pageUp, "PgUp"),
    (.pageDown, "PgDn"),
  ]

  @Test(arguments: names)
  func hasAName(key: Key, name: String) {
    #expect(key.name.string == name)
  }

  @Test func aLiteralTypesACharacter() {
    #expect(Key("x") == .character("x"))
    #expect(Key("x") != .control("x"))
  }
}
