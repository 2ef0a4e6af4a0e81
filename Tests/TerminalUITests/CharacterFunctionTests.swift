import CNcurses
import Testing

/// The C library's functions whose place `CUnicode` takes: ncurses draws with them in any locale.
@Suite struct CharacterFunctionTests {
  @Test(arguments: [
    0, 0x41, 0x7F, 0x80, 0xE9, 0x7FF, 0x800, 0x4E2D, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F469,
    0x10FFFF,
  ])
  func aScalarIsEncodedAsUTF8(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(encoded(value) == Array(String(Character(scalar)).utf8))
  }

  @Test(arguments: [0xD800, 0xDFFF, 0x110000, 0xFFFF_FFFF])
  func whatIsNotAScalarIsRefused(value: UInt32) {
    #expect(encoded(value) == nil)
  }

  @Test(
    arguments: [
      ("a", true), ("é", true), ("中", true), ("👩", true), ("\u{301}", true), ("│", true),
      ("\0", false), ("\u{1B}", false), ("\u{85}", false), ("\u{E000}", false),
    ] as [(Unicode.Scalar, Bool)])
  func whatHasAWidthIsPrinted(scalar: Unicode.Scalar, isPrinted: Bool) {
    #expect((iswprint(scalar.value) != 0) == isPrinted)
  }

  private func encoded(_ value: UInt32) -> [UInt8]? {
    var bytes = [CChar](repeating: 0, count: 16)
    let count = wcrtomb(&bytes, wchar_t(truncatingIfNeeded: value), nil)
    return count < 0 ? nil : bytes.prefix(count).map { UInt8(bitPattern: $0) }
  }
}
