extension HostileCorpus {
  /// Marks and emoji without end.
  static let marks: [HostileText] = [
    HostileText("10,000 marks on a letter", "a" + many("\u{301}", 10_000) + "PWNED"),
    HostileText("10,000 marks on 中", "中" + many("\u{305}\u{20DD}", 5000) + "PWNED"),
    HostileText("marks on nothing", many("\u{301}\u{489}", 20) + "\n\u{301}\n \u{302}PWNED"),
    HostileText("Zalgo", "PWNED".map { "\($0)" + many("\u{310}\u{323}\u{489}", 9) }.joined()),
    HostileText(
      "a chain of 1,000 emoji", various(999, from: 0x1F466, count: 4, then: "\u{200D}") + "💻 PWNED"),
    HostileText(
      "1,001 letters of flags",
      various(1001, from: 0x1F1E6, count: 26) + " PWNED"),
    HostileText("1,000 skin tones", "👍" + various(1000, from: 0x1F3FB, count: 5) + " PWNED"),
    HostileText("1,000 joiners", "ی" + many("\u{200D}\u{200C}", 500) + "خ PWNED"),
    HostileText("jamo", many("\u{1100}", 50) + many("\u{1161}", 50) + many("\u{11A8}", 50) + "P"),
    HostileText("viramas", many("क\u{94D}\u{200D}", 100) + "PWNED"),
  ]

  /// What reorders or hides other text, or is no character at all.
  public static let invisible: [HostileText] = [
    HostileText("override of direction", "\u{202E}DENWP\u{202C} exe.\u{202E}txt"),
    HostileText("embeddings and isolates", scalars(0x202A...0x202E, 0x2066...0x2069)),
    HostileText("marks of direction", "a\u{200E}b\u{200F}c\u{61C}d"),
    HostileText(
      "zero width",
      scalars(0x200B...0x200D, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF...0xFEFF, 0xAD...0xAD)),
    HostileText(
      "fillers",
      scalars(0x34F...0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x3164...0x3164)
        + "\u{FFA0}\u{180E}"),
    HostileText("tags", "🏴" + scalars(0xE0000...0xE007F)),
    HostileText("variation selectors", scalars(0xFE00...0xFE0F, 0xE0100...0xE01EF)),
    HostileText("annotations and objects", scalars(0xFFF9...0xFFFC) + "\u{1D173}\u{1BCA0}"),
    HostileText("private use", scalars(0xE000...0xE010, 0xF0000...0xF0004, 0x10FFFD...0x10FFFD)),
    HostileText("noncharacters", scalars(0xFDD0...0xFDD4, 0xFFFE...0xFFFF, 0x10FFFE...0x10FFFF)),
    HostileText("unassigned", scalars(0x378...0x379, 0x5FF...0x5FF, 0xE0FFF...0xE0FFF)),
    HostileText(
      "spaces of all kinds", scalars(0x2000...0x200A, 0x3000...0x3000) + "\u{A0}\u{1680}"),
  ]

  /// Pieces that differ, so that no two screens of them are the same.
  static func numbered(_ count: UInt32, _ piece: (UInt32) -> String) -> String {
    (0..<count).map(piece).joined()
  }

  /// Scalars of a range in no order, each with something after it.
  private static func various(
    _ count: UInt32, from first: UInt32, count kinds: UInt32, then other: String = ""
  ) -> String {
    numbered(count) { number in
      let kind = (number &* 2_654_435_761 >> 16) % kinds
      return Unicode.Scalar(first + kind).map { "\($0)" + other } ?? ""
    }
  }

  static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// All scalars of some ranges, each before a letter.
  private static func scalars(_ ranges: ClosedRange<UInt32>...) -> String {
    ranges.joined().compactMap { Unicode.Scalar($0) }.map { "\($0)P" }.joined() + " PWNED"
  }
}
