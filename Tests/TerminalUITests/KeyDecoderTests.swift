import Testing
import TextGrid

@testable import TerminalUI

@Suite struct KeyDecoderTests {
  static let characters: [(code: UInt32, key: Key?)] = [
    (0x00, nil),
    (0x01, .control("a")),
    (0x03, .control("c")),
    (0x08, .backspace),
    (0x09, .tab),
    (0x0A, .enter),
    (0x0C, .control("l")),
    (0x0D, .enter),
    (0x1A, .control("z")),
    (0x1B, .escape),
    (0x1C, nil),
    (0x1F, nil),
    (0x20, " "),
    (0x2E, "."),
    (0x5B, "["),
    (0x4F, "O"),
    (0x6A, "j"),
    (0x7E, "~"),
    (0x7F, .backspace),
    (0x80, nil),
    (0x85, nil),
    (0x9B, nil),
    (0x9F, nil),
    (0xA0, "\u{A0}"),
    (0xE9, "é"),
    (0x301, "\u{301}"),
    (0x4E2D, "中"),
    (0xD800, nil),
    (0x1F469, "👩"),
    (0x110000, nil),
    (UInt32.max, nil),
  ]

  @Test(arguments: characters)
  func knowsCharacters(code: UInt32, key: Key?) {
    var decoder = KeyDecoder()
    #expect(decoder.key(code: code, isFunction: false, at: 0) == key)
  }

  /// The numbers are those of ncurses.h, which never change.
  static let functions: [(code: UInt32, key: Key?)] = [
    (0o402, .down),
    (0o403, .up),
    (0o404, .left),
    (0o405, .right),
    (0o406, .home),
    (0o407, .backspace),
    (0o411, .function(1)),
    (0o425, nil),
    (0o522, .pageDown),
    (0o523, .pageUp),
    (0o527, .enter),
    (0o541, .backTab),
    (0o550, .end),
    (0o632, nil),
  ]

  @Test(arguments: functions)
  func knowsFunctionKeys(code: UInt32, key: Key?) {
    var decoder = KeyDecoder()
    #expect(decoder.key(code: code, isFunction: true, at: 0) == key)
  }

  @Test func aFunctionKeyIsNoCharacter() {
    var decoder = KeyDecoder()
    #expect(decoder.key(code: 0o403, isFunction: false, at: 0) == "ă")
  }
}
