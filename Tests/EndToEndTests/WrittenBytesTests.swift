import HostileCorpus
import Testing

/// That the strict reader is strict: it lets through what the program writes, and nothing hostile.
@Suite struct WrittenBytesTests {
  /// `^` stands for ESC.
  @Test(arguments: [
    "é 中 👩💻 e\u{301} می\u{200C}خ", "^[?1049h^[22;0;0t^[1;24r^(B^[m",
    "^[38;5;81m^[1m^[39;49ma^[80b^[12;40H", "^[?12l^[?25h^M", "^]52;c;w6kK\u{7}",
  ])
  func whatCursesWritesIsLetThrough(text: String) {
    #expect(violations(in: text) == [])
  }

  @Test func controlsThatMoveAreLetThroughWhereTheyMayBe() {
    let bytes = Array("a\r\n\u{8}".utf8)
    #expect(WrittenBytes(bytes, to: .screen).violations.count == 3)
    #expect(WrittenBytes(bytes, to: .screenMovedByControls).violations == [])
    #expect(WrittenBytes(bytes, to: .file).violations.count == 2)
  }

  @Test func textIsWhatIsLeft() {
    let bytes = Array("\u{1B}[1;1Ha\u{1B}[1m中\u{1B}(B\n".utf8)
    #expect(WrittenBytes(bytes, to: .screenMovedByControls).text == "a中\n")
  }

  @Test(arguments: HostileCorpus.controls + HostileCorpus.sequences)
  func whatIsHostileIsNot(hostile: HostileText) {
    for place in [WrittenBytes.Place.file, .screen] {
      #expect(WrittenBytes(Array(hostile.text.utf8), to: place).violations != [])
    }
  }

  @Test(arguments: HostileCorpus.invisible.dropLast())
  func whatHidesIsNot(hostile: HostileText) {
    #expect(WrittenBytes(Array(hostile.text.utf8), to: .screen).violations != [])
  }

  @Test(arguments: HostileBytes.all.prefix(9))
  func whatIsNotUTF8IsNot(hostile: HostileBytes) {
    #expect(WrittenBytes(hostile.bytes, to: .screen).violations != [])
  }

  @Test(arguments: [
    "^", "^[", "^[31;7331m", "^[5m", "^[38;2;1;2;3m", "^[3J", "^[n", "^[6n", "^[ q", "^[?1000h",
    "^c",
    "^]0;x\u{7}", "^]52;c;w6kK", "^]52;c;G1s3bQ==\u{7}", "^]52;c;?\u{7}", "^[;;H", "^[401C",
    "^[1;2", "^P", "^^[m", "^[1:2m",
  ])
  func otherFunctionsAreNot(text: String) {
    #expect(violations(in: text) != [])
  }

  private func violations(in text: String) -> [String] {
    WrittenBytes(Array(text.utf8).map { $0 == UInt8(ascii: "^") ? 0x1B : $0 }, to: .screen)
      .violations
  }
}
