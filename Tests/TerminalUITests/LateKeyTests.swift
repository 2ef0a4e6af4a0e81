import Testing
import TextGrid

@testable import TerminalUI

/// Escape sequences whose bytes come one after the other.
@Suite struct LateKeyTests {
  /// What is typed, `<` for Esc, each with the milliseconds before it; and the keys' names.
  static let sequences: [(what: String, typed: [(after: Int, text: String)], keys: String)] = [
    ("Esc", [(0, "<")], "Esc"),
    ("arrow", [(0, "<"), (50, "["), (10, "A")], "Esc"),
    ("arrow, then a key", [(0, "<"), (50, "["), (10, "A"), (10, "j")], "Esc j"),
    ("just in time", [(0, "<"), (300, "[A")], "Esc"),
    ("too late", [(0, "<"), (301, "[A")], "Esc [ A"),
    ("only the start is timed", [(0, "<"), (300, "["), (5000, "A"), (0, "j")], "Esc j"),
    ("F1", [(0, "<"), (20, "OP"), (0, "j")], "Esc j"),
    ("F1 too late", [(0, "<"), (400, "OP")], "Esc O P"),
    ("F5", [(0, "<"), (20, "[15~"), (0, "j")], "Esc j"),
    ("modifier", [(0, "<"), (20, "[1;5C"), (0, "j")], "Esc j"),
    ("intermediate", [(0, "<"), (20, "[ $q"), (0, "j")], "Esc j"),
    ("mouse", [(0, "<"), (20, "[?0;10;5M"), (0, "j")], "Esc j"),
    ("key after Esc", [(0, "<"), (20, "j"), (0, "[")], "Esc j ["),
    ("bracket without Esc", [(0, "[A")], "[ A"),
    ("Esc twice", [(0, "<"), (10, "<"), (10, "[A"), (0, "j")], "Esc Esc j"),
    ("Esc twice, timed anew", [(0, "<"), (290, "<"), (290, "[A"), (0, "j")], "Esc Esc j"),
    ("one after the other", [(0, "<"), (9, "[A"), (9, "<"), (9, "[B"), (0, "j")], "Esc Esc j"),
    ("Esc within a sequence", [(0, "<"), (9, "[1"), (9, "<"), (900, "j")], "Esc Esc j"),
    ("Esc within ESC O", [(0, "<"), (9, "O"), (9, "<"), (900, "j")], "Esc Esc j"),
    ("new sequence within one", [(0, "<"), (9, "[1"), (9, "<"), (9, "[A"), (0, "j")], "Esc Esc j"),
    ("control within a sequence", [(0, "<"), (9, "["), (9, "\u{4}"), (9, "j")], "Esc Ctrl-D j"),
    ("中 within a sequence", [(0, "<"), (9, "[1"), (9, "中j")], "Esc 中 j"),
    ("é within ESC O", [(0, "<"), (9, "O"), (9, "éj")], "Esc é j"),
  ]

  @Test(arguments: sequences)
  func lateBytesAreNoCommands(_ what: String, typed: [(after: Int, text: String)], keys: String) {
    var decoder = KeyDecoder()
    var time = 1000
    var names: [String] = []
    for (after, text) in typed {
      time += after
      for scalar in text.unicodeScalars {
        let code = scalar == "<" ? 0x1B : scalar.value
        let key = decoder.key(code: code, isFunction: false, at: time)
        if let key { names.append(key.name.string) }
      }
    }
    #expect(names.joined(separator: " ") == keys)
  }

  @Test func aFunctionKeyEndsALateOne() {
    var decoder = KeyDecoder()
    _ = decoder.key(code: 0x1B, isFunction: false, at: 0)
    _ = decoder.key(code: 0x5B, isFunction: false, at: 1)
    #expect(decoder.key(code: 0o403, isFunction: true, at: 2) == .up)
    #expect(decoder.key(code: 0x6A, isFunction: false, at: 3) == "j")
  }

  @Test func aFunctionKeyIsNoEsc() {
    var decoder = KeyDecoder()
    _ = decoder.key(code: 0x1B, isFunction: false, at: 0)
    _ = decoder.key(code: 0o403, isFunction: true, at: 1)
    #expect(decoder.key(code: 0x5B, isFunction: false, at: 2) == "[")
  }
}
