import Testing
import TextGrid

@testable import TerminalUI

@Suite struct ColorNumbersTests {
  private static let direct = ColorNumbers(
    colors: 1 << 24, bits: DirectBits(.flag, colors: 1 << 24), palette: 8)

  /// What a terminal with true colour and eight colours of a palette is told.
  static let colors: [(color: Color, number: Int32?)] = [
    (.terminal, nil),
    (.rgb(red: 0x12, green: 0x34, blue: 0x56), 0x123456),
    (.rgb(red: 255, green: 255, blue: 255), 0xFFFFFF),
    (.indexed(0), 0),
    (.indexed(7), 7),
    // The second eight are no colours of its palette.
    (.indexed(8), 0x7F7F7F),
    (.indexed(16), 8),
    (.indexed(81), 0x5FD7FF),
    // Up to 7 would be the palette's.
    (.rgb(red: 0, green: 0, blue: 0), 8),
    (.rgb(red: 0, green: 0, blue: 7), 15),
    (.rgb(red: 0, green: 0, blue: 8), 8),
  ]

  @Test(arguments: colors)
  func trueColorIsPacked(color: Color, number: Int32?) {
    #expect(Self.direct.number(of: color) == number)
  }

  @Test func aPaletteOf256IsNotHit() {
    let bits = DirectBits(.flag, colors: 1 << 24)
    let numbers = ColorNumbers(colors: 1 << 24, bits: bits, palette: 256)
    #expect(numbers.number(of: .indexed(81)) == 81)
    #expect(numbers.number(of: .rgb(red: 0, green: 0, blue: 200)) == 0x0001C8)
  }

  @Test(arguments: [(0, nil), (8, 6), (16, 6), (88, 6), (256, 81), (1 << 24, 81)])
  func withoutBitsItIsTheNearest(colors: Int, number: Int32?) {
    let numbers = ColorNumbers(colors: colors, bits: nil, palette: 0)
    #expect(numbers.number(of: .rgb(red: 95, green: 215, blue: 255)) == number)
    #expect(numbers.number(of: .terminal) == nil)
  }

  /// The capability RGB in its three kinds, and bits of red, green and blue; none where it makes
  /// no sense.
  static let bits: [(capability: DirectBits.Capability, colors: Int, bits: [Int])] = [
    (.flag, 1 << 24, [8, 8, 8]),
    (.flag, 1 << 16, [6, 6, 4]),
    (.number(8), 1 << 24, [8, 8, 8]),
    (.number(5), 1 << 16, [5, 5, 6]),
    (.text("5/6/5"), 1 << 16, [5, 6, 5]),
    (.text("8/8/8"), 1 << 24, [8, 8, 8]),
    (.text("8/8"), 1 << 24, []),
    (.text("é/中/8"), 1 << 24, []),
    (.text("8/8/99999999999999999999"), 1 << 24, []),
    (.text(""), 1 << 24, []),
    (.number(1), 8, []),
    (.number(20), 1 << 24, []),
    (.number(-1), 1 << 24, []),
    (.flag, 256, []),
    (.flag, 8, []),
    (.flag, 0, []),
  ]

  @Test(arguments: bits)
  func bitsAreThoseOfTheCapability(capability: DirectBits.Capability, colors: Int, bits: [Int]) {
    let found = DirectBits(capability, colors: colors)
    #expect(found.map { [$0.red, $0.green, $0.blue] } ?? [] == bits)
  }

  @Test func fewerBitsKeepBlackAndWhite() throws {
    let bits = try #require(DirectBits(.text("5/6/5"), colors: 1 << 16))
    #expect(bits.number(of: SRGB(0x000000)) == 0)
    #expect(bits.number(of: SRGB(0xFFFFFF)) == 0xFFFF)
    #expect(bits.number(of: SRGB(0xFF0000)) == 0xF800)
    #expect(bits.number(of: SRGB(0x00FF00)) == 0x07E0)
  }
}
