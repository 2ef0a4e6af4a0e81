import RunningPrograms
import Testing

@testable import GenerateUnicode

/// What the generator makes of the Unicode Character Database, here a small one.
@Suite struct CharacterDatabaseTests {
  private static let files = [
    "EastAsianWidth.txt": "# EastAsianWidth-15.0.0.txt\n1100..115F;W\nAC00..D7A3;W\n",
    "LineBreak.txt": "1100..115F;JL\n1160..11A7;JV\n11A8..11FF;JT\nAC00;H2\nD7B0..D7C6;JV\n",
    "extracted/DerivedGeneralCategory.txt":
      "0041;Lu\n0301;Mn\n1100..11FF;Lo\nAC00..D7A3;Lo\nD7B0..D7C6;Lo\nD7CB..D7FB;Lo\n",
    "DerivedCoreProperties.txt": "", "PropList.txt": "", "emoji/emoji-data.txt": "",
    "auxiliary/GraphemeBreakProperty.txt": "",
  ]

  /// For each scalar the cells that it takes: vowels and final consonants of Hangul none.
  @Test(arguments: [
    (0x41, 1), (0x301, 0), (0x1100, 2), (0x115F, 2), (0x1160, 0), (0x11FF, 0), (0xAC00, 2),
    (0xD7A3, 2), (0xD7B0, 0), (0xD7C6, 0), (0xD7C7, -1), (0xD7CB, 0), (0xD7FB, 0), (0xD7FC, -1),
  ])
  func cellsAreCounted(scalar: Int, cells: Int) throws {
    let folder = try Folder()
    for name in ["extracted", "emoji", "auxiliary"] {
      _ = try Program.run("/bin/mkdir", [folder.path + "/" + name])
    }
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let database = try CharacterDatabase(folder: folder.path)
    #expect(Int(try database.record(of: scalar) >> 6 & 3) - 1 == cells)
  }
}
