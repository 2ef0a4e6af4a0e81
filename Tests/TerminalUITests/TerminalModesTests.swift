import CRescue
import Glibc
import Testing
import TextGrid

@testable import TerminalUI

/// The one table of modes, for terminals of several kinds.
@Suite struct TerminalModesTests {
  static let xterm = [
    "smcup": "\u{1B}[?1049h", "rmcup": "\u{1B}[?1049l", "cnorm": "\u{1B}[?25h",
    "op": "\u{1B}[39;49m",
    "sgr0": "\u{1B}[m", "smkx": "\u{1B}[?1h\u{1B}=", "rmkx": "\u{1B}[?1l\u{1B}>",
    "cup": "\u{1B}[%i%p1%d;%p2%dH", "kmous": "\u{1B}[<",
  ]
  static let vt52 = ["cup": "\u{1B}Y%p1%' '%+%c%p2%' '%+%c"]

  private func modes(_ capabilities: [String: String]) -> TerminalModes {
    TerminalModes(rows: 24, capability: { capabilities[$0] }, place: { "(\($0))" })
  }

  @Test func whatIsSwitchedOnIsSwitchedOff() {
    let modes = modes(Self.xterm)
    #expect(
      modes.entering(usesMouse: true)
        == "\u{1B}[?1049h\u{1B}[?1h\u{1B}=\u{1B}[?2004h\u{1B}[?1006;1000h")
    #expect(
      modes.leaving
        == "\u{1B}[?1006;1000l\u{1B}[?2004l\u{1B}[?1l\u{1B}>\u{1B}[m\u{1B}[39;49m\u{1B}[?25h\u{1B}[?1049l\r"
    )
    for mode in modes.modes where mode.on != "" { #expect(mode.off != "", "\(mode.name)") }
  }

  @Test func theMouseIsSwitchedOffEvenIfItWasNotWanted() {
    let modes = modes(Self.xterm)
    #expect(!modes.entering(usesMouse: false).contains("1000"))
    #expect(modes.leaving.contains("\u{1B}[?1006;1000l"))
  }

  /// It would print what it does not know.
  @Test func anOldTerminalIsSentNothingNew() {
    let modes = modes(Self.vt52)
    #expect(modes.entering(usesMouse: true) == "")
    #expect(modes.leaving == "(23)\r\n")
    #expect(!modes.hasMouse)
  }

  static let pauses: [(text: String, plain: String)] = [
    ("a$<5>b$<100/*>", "ab"), ("$<5", "$<5"), ("a$b", "a$b"), ("$", "$"), ("é$<1>", "é"),
  ]

  @Test(arguments: pauses)
  func pausesAreLeftOut(text: String, plain: String) {
    #expect(Terminfo.withoutPauses(text) == plain)
  }

  /// What a handler of faults writes is handed to it, byte for byte.
  @Test func theHandlerOfFaultsWritesTheSame() throws {
    var leaving = modes(Self.xterm).leaving
    var settings = termios()
    leaving.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        rescue_enter(-1, -1, &settings, $0.baseAddress, $0.count)
      }
    }
    var count = 0
    let written = try #require(rescue_leaving(&count))
    let bytes = UnsafeBufferPointer(start: written, count: count).map { UInt8(bitPattern: $0) }
    #expect(String(decoding: bytes, as: UTF8.self) == modes(Self.xterm).leaving)
    rescue_leave()
    #expect(rescue_leaving(&count) == nil)
  }

  static let sizes: [(columns: Int, rows: Int, drawn: (Int, Int))] = [
    (80, 24, (80, 24)), (1, 1, (1, 1)), (1000, 500, (1000, 500)), (65_535, 24, (32_767, 24)),
    (65_535, 65_535, (32_767, 64)), (1, 65_535, (1, 32_767)),
  ]

  @Test(arguments: sizes)
  func aScreenThatIsTooLargeIsDrawnInPart(columns: Int, rows: Int, drawn: (Int, Int)) {
    let size = TerminalSession.drawable(columns: columns, rows: rows)
    #expect((size.columns, size.rows) == drawn)
  }
}
