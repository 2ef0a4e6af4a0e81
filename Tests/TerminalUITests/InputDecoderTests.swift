import Testing
import TextGrid

@testable import TerminalUI

extension InputDecoder {
  /// Takes bytes that come at once, and waits for nothing.
  mutating func take(_ bytes: [UInt8], at time: Int) -> [Input] {
    bytes.flatMap { take($0, at: time) }
  }
}

extension InputDecoder.Input {
  /// A key's name, a click's place, or pasted text.
  var name: String {
    switch self {
    case .key(let key): key.name.string
    case .click(let row, let column): "click \(row),\(column)"
    case .wheel(let key, let row, let column): "\(key.name.string) \(row),\(column)"
    case .paste(let text): "paste(\(text ?? "too long"))"
    }
  }
}

/// What bytes of a terminal come to, by tables.
@Suite struct InputDecoderTests {
  /// What is typed, `<` for Esc and `‹` for `<`, with the milliseconds before it; and what it comes to once all is
  /// settled.
  typealias Row = (typed: [(after: Int, text: String)], inputs: String)

  static let keys: [Row] = [
    ([(0, "aé中👩")], "a é 中 👩"),
    (
      [(0, "\u{3}\u{1A}\u{9}\u{A}\u{D}\u{8}\u{7F}")],
      "Ctrl-C Ctrl-Z Tab Enter Enter Backspace Backspace"
    ),
    ([(0, "\u{0}\u{1C}\u{1F}")], "Ctrl-\\"),
    ([(0, "<[A<[B<[C<[D<[H<[F<[Z")], "↑ ↓ → ← Home End Shift-Tab"),
    ([(0, "<OA<OB<OC<OD<OH<OF<OM")], "↑ ↓ → ← Home End Enter"),
    ([(0, "<[1~<[4~<[7~<[8~<[5~<[6~")], "Home End Home End PgUp PgDn"),
    ([(0, "<OP<OS<[11~<[15~<[24~<[[A<[[E")], "F1 F4 F1 F5 F12 F1 F5"),
    // With Shift, Alt or Ctrl none of them is a key of ours.
    ([(0, "<[1;5A<[5;2~<O2P<<[A<[1;3D")], ""),
    ([(0, "<[1;1A<[1A<[1;1R<[1R<OR")], "↑ ↑ F3"),
    ([(0, "<[2~<[3~<[I<[O<[200A")], ""),
    ([(0, "<j<J<é<.< ")], "Alt-j Alt-J Alt-é Alt-. Alt-Space"),
    ([(0, "<\r<\t<\u{7F}<\u{3}")], ""),
    ([(0, "<")], "Esc"),
    ([(0, "<<")], "Esc Esc"),
    ([(0, "<<j")], "Esc Alt-j"),
    ([(0, "<["), (0, "")], "Alt-["),
    ([(0, "<]"), (301, "j")], "Alt-] j"),
    ([(0, "<P"), (301, "j")], "Alt-P j"),
  ]

  static let mouse: [Row] = [
    ([(0, "<[‹0;5;7M<[‹0;5;7m")], "click 6,4"),
    ([(0, "<[‹64;1;1M<[‹65;1;1M<[‹66;1;1M")], "Wheel-Up 0,0 Wheel-Down 0,0"),
    ([(0, "<[‹2;5;7M<[‹32;5;7M<[‹35;1;1M")], ""),
    ([(0, "<[‹16;5;7M<[‹0;0;0M")], "click 6,4 click 0,0"),
    ([(0, "<[‹0;99999999999999999999;7M")], "click 6,99998"),
    ([(0, "<[‹0;5M<[‹;;M<[0;5;7M")], ""),
    ([(0, "<[M !!<[M`!!j")], "click 0,0 Wheel-Up 0,0 j"),
  ]

  static let late: [Row] = [
    ([(0, "<"), (50, "["), (10, "A")], "Esc"),
    ([(0, "<"), (50, "["), (10, "A"), (10, "j")], "Esc j"),
    ([(0, "<"), (300, "[A")], "Esc"),
    ([(0, "<"), (301, "[A")], "Esc [ A"),
    ([(0, "<"), (300, "["), (300, "1"), (5000, ";5A"), (0, "j")], "Esc j"),
    ([(0, "<"), (30, "OP"), (0, "j")], "Esc j"),
    ([(0, "<"), (400, "OP")], "Esc O P"),
    ([(0, "<"), (30, "[15~"), (0, "j")], "Esc j"),
    ([(0, "<"), (30, "[ $q"), (0, "j")], "Esc j"),
    ([(0, "<"), (30, "[‹0;10;5M"), (0, "j")], "Esc j"),
    ([(0, "<"), (30, "j"), (0, "[")], "Esc j ["),
    ([(0, "[A")], "[ A"),
    ([(0, "<"), (290, "<"), (290, "[A"), (0, "j")], "Esc Esc j"),
    ([(0, "<"), (30, "[A"), (9, "<"), (30, "[B"), (0, "j")], "Esc Esc j"),
    ([(0, "<[1"), (9, "<"), (900, "j")], "Esc j"),
    ([(0, "<["), (9, "\u{4}"), (9, "j")], "Ctrl-D j"),
    ([(0, "<[1"), (9, "中j")], "中 j"),
    ([(0, "<O"), (9, "éj")], "é j"),
    ([(0, "<["), (299, "A")], "↑"),
    ([(0, "<["), (301, "A")], "Alt-[ A"),
    ([(0, "<[1"), (9999, ";5A")], ""),
    ([(0, "<[1"), (10_001, "j")], "j"),
  ]

  static let responses: [Row] =
    [
      ([(0, "<]11;rgb:1111/2222/3333<\\q")], "q"),
      ([(0, "<]11;rgb:1111/2222/3333\u{7}q")], "q"),
      ([(0, "<P1+r544e=787465726d<\\q")], "q"),
      ([(0, "<P>|xterm(390)\u{7}q")], "q"),
      ([(0, "<_Gi=31;OK<\\<^All, quit<\\<XAll\tquit\r\n<\\q")], "q"),
      ([(0, "<[?62;22c<[0n<[24;80R<[?2026;2$y<[>41;390;0c<[?1u<[8;24;80tq")], "q"),
      // Cut, and late.
      ([(0, "<]11"), (1500, ";rgb:"), (1500, "Aq<"), (1500, "\\q")], "q"),
      ([(0, "<P"), (299, "QQQ<"), (40, "\\q")], "q"),
      // Never ended: Esc and the next key, or a long silence, end it.
      ([(0, "<]0;"), (500, "AAqq"), (500, "QQ")], ""),
      ([(0, "<]0;"), (500, "AAqq"), (500, "<"), (500, "j")], "j"),
      ([(0, "<]0;"), (500, "A<j")], "Alt-j"),
      ([(0, "<]0;A<[A")], "↑"),
      ([(0, "<]0;"), (10_001, "j")], "j"),
      ([(0, "<]0;A\u{18}j<]0;A\u{1A}j")], "j j"),
      // Controls of one byte, as UTF-8 and raw; a title may hold that byte within a character.
      ([(0, "\u{9B}?62c\u{9D}11;A\u{9C}q")], "q"),
      ([(0, "<]l中ÜA\u{1F9C}Q<\\q")], "q"),
      ([(0, "\u{90}All<\\\u{9F}All\u{7}\u{98}All\u{9C}\u{9C}\u{85}q")], "q"),
    ]

  static let pastes: [Row] = [
    ([(0, "<[200~Don't quote me<[201~q")], "paste(Don't quote me) q"),
    ([(0, "<[200~<[201~")], "paste()"),
    ([(0, "<[200~a\r\nb\tc<[201~")], "paste(a\r\nb\tc)"),
    ([(0, "<[200~a"), (5000, "b"), (9000, "<[20"), (9000, "1~q")], "paste(ab) q"),
    ([(0, "<[2"), (200, "00"), (9000, "~Q<[201~q")], "paste(Q) q"),
    ([(0, "<"), (30, "[200~Q<[201~q")], "Esc paste(Q) q"),
    // What only looks like the end.
    ([(0, "<[200~<[201<[20<[200~<[201;1~<<[201~q")], "paste(<[201<[20<[200~<[201;1~<) q"),
    ([(0, "<[200~\u{3}\u{4}\u{1A}<]0;Q\u{7}<[A<[201~q")], "paste(\u{3}\u{4}\u{1A}<]0;Q\u{7}<[A) q"),
    // Without an end.
    ([(0, "<[200~All, quit"), (9999, "Q")], "paste(All, quitQ)"),
    ([(0, "<[200~All"), (10_001, "j")], "paste(All) j"),
    ([(0, "<[201~j")], "j"),
  ]

  @Test(arguments: Array([keys, mouse, late, responses, pastes].joined()))
  func comesTo(typed: [(after: Int, text: String)], inputs: String) {
    var decoder = InputDecoder()
    var time = 1000
    var names: [String] = []
    for (after, text) in typed {
      time += after
      let bytes = text.replacing("<", with: "\u{1B}").replacing("‹", with: "<").utf8
      names += decoder.take(Array(bytes), at: time).map(\.name)
    }
    names += decoder.settle(at: time + InputDecoder.lateness).map(\.name)
    names += decoder.settle(at: time + InputDecoder.silence).map(\.name)
    #expect(names.joined(separator: " ").replacing("\u{1B}", with: "<") == inputs)
  }

  static let rawBytes: [(bytes: [UInt8], inputs: String)] = [
    // Not UTF-8.
    ([0xFF, 0xC0, 0xF5, 0xA0, 0x71], "q"),
    ([0xC3, 0x71], "q"),
    ([0xE4, 0xB8, 0x71], "q"),
    ([0xED, 0xA0, 0x80, 0x71], "q"),
    ([0xC3, 0x1B, 0x5B, 0x41], "↑"),
    // CSI and OSC of one byte.
    ([0x9B, 0x3F, 0x36, 0x32, 0x63, 0x9D, 0x41, 0x9C, 0x71], "q"),
    // A paste that is not UTF-8.
    (
      [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E, 0xFF, 0x41, 0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E],
      "paste(\u{FFFD}A)"
    ),
    // X10's mouse, to the right of column 95.
    ([0x1B, 0x5B, 0x4D, 0x20, 0xC8, 0x21, 0x71], "click 0,167 q"),
  ]

  @Test(arguments: rawBytes)
  func rawBytesComeTo(bytes: [UInt8], inputs: String) {
    var decoder = InputDecoder()
    let names = decoder.take(bytes, at: 0).map(\.name)
    #expect(names.joined(separator: " ") == inputs)
  }

  @Test func aPasteIsTakenUpToItsCapacity() {
    let start = Array("\u{1B}[200~".utf8)
    let end = Array("\u{1B}[201~".utf8)
    for (count, isTaken) in [
      (InputDecoder.pasteCapacity, true), (InputDecoder.pasteCapacity + 1, false),
    ] {
      var decoder = InputDecoder()
      let text = [UInt8](repeating: UInt8(ascii: "A"), count: count)
      let inputs = decoder.take(start + text + end + [UInt8(ascii: "q")], at: 0)
      #expect(inputs == [.paste(isTaken ? String(repeating: "A", count: count) : nil), .key("q")])
    }
  }

  /// Terminals of old have keys that look like other things.
  @Test func terminfoKnowsMoreKeys() {
    let sequences = KeySequences([
      (Array("\u{1B}A".utf8), .up), (Array("\u{1B}P".utf8), .function(1)),
      (Array("\u{1B}?p".utf8), .pageUp), (Array("\u{1B}[Y".utf8), .home),
      (Array("\u{1B}[Y".utf8), .end), ([0x01], .down),
    ])
    let rows: [(String, String)] = [
      ("\u{1B}A", "↑"), ("\u{1B}P", "F1"), ("\u{1B}?p", "PgUp"), ("\u{1B}?j", "Alt-? j"),
      ("\u{1B}[Y", "End"), ("\u{1}", "Ctrl-A"), ("\u{1B}?", "Alt-?"), ("\u{1B}B", "Alt-B"),
    ]
    for (typed, inputs) in rows {
      var decoder = InputDecoder(sequences: sequences)
      var names = decoder.take(Array(typed.utf8), at: 0).map(\.name)
      names += decoder.settle(at: 25).map(\.name)
      #expect(names.joined(separator: " ") == inputs, "\(typed.debugDescription)")
    }
  }

  /// A key whose beginning is another key, with one byte between that is neither.
  @Test func aKeyMayGoOnAfterAnother() {
    let sequences = KeySequences([(Array("\u{1B}[Axy".utf8), .function(9))])
    for (typed, inputs) in [("[Axy", "F9"), ("[A", "↑"), ("[Ax", "↑"), ("[Aj", "↑ j")] {
      var decoder = InputDecoder(sequences: sequences)
      var names = decoder.take(Array("\u{1B}\(typed)".utf8), at: 0).map(\.name)
      names += decoder.settle(at: 25).map(\.name)
      #expect(names.joined(separator: " ") == inputs, "\(typed)")
    }
  }

  /// The rest of a sequence counts until 300 ms after its Esc, also if that was taken for a key meanwhile.
  @Test(arguments: [(299, ""), (300, ""), (301, "[ A")])
  func anEscIsLateForSoLong(time: Int, inputs: String) {
    var decoder = InputDecoder()
    _ = decoder.take([0x1B], at: 0)
    #expect(decoder.settle(at: 25) == [.key(.escape)])
    let names = decoder.take(Array("[A".utf8), at: time).map(\.name)
    #expect(names.joined(separator: " ") == inputs)
  }

  /// Every `CSI number ~` that is a key, and every one between that is not.
  @Test func numberedKeys() {
    let names = [
      1: "Home", 4: "End", 5: "PgUp", 6: "PgDn", 7: "Home", 8: "End", 11: "F1", 12: "F2",
      13: "F3", 14: "F4", 15: "F5", 17: "F6", 18: "F7", 19: "F8", 20: "F9", 21: "F10", 23: "F11",
      24: "F12",
    ]
    for number in 0..<40 {
      var decoder = InputDecoder()
      let found = decoder.take(Array("\u{1B}[\(number)~".utf8), at: 0).map(\.name)
      #expect(found == [names[number]].compactMap { $0 }, "\(number)")
    }
  }

  /// Every letter after CSI and SS3.
  @Test func letteredKeys() {
    let names: [UInt8: String] = [
      0x41: "↑", 0x42: "↓", 0x43: "→", 0x44: "←", 0x46: "End", 0x48: "Home", 0x50: "F1",
      0x51: "F2", 0x52: "F3", 0x53: "F4",
    ]
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Y") where letter != UInt8(ascii: "M") {
      for introducer in ["[", "O"] {
        var decoder = InputDecoder()
        let found = decoder.take(Array("\u{1B}\(introducer)".utf8) + [letter], at: 0).map(\.name)
        #expect(found == [names[letter]].compactMap { $0 }, "\(introducer) \(letter)")
      }
    }
  }

  @Test func itSaysWhenItKnowsMore() {
    var decoder = InputDecoder(escapeDelay: 40)
    #expect(decoder.deadline == nil)
    _ = decoder.take([0x1B], at: 100)
    #expect(decoder.deadline == 140)
    #expect(decoder.settle(at: 139) == [])
    #expect(decoder.settle(at: 140) == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }
}
