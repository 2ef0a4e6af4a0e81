import Foundation
import RunningPrograms
import Testing

/// Whether the Unicode Character Database is installed here.
private let hasUnicodeData = FileManager.default.fileExists(
  atPath: "/usr/share/unicode/EastAsianWidth.txt")

@Suite struct UnicodeTableTests {
  private static let generator =
    URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + "/GenerateUnicode"

  @Test func withoutTheDatabaseItSaysSo() throws {
    let outcome = try Program.run(Self.generator, ["/nowhere"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        GenerateUnicode: /nowhere/EastAsianWidth.txt: expected the Unicode Character Database \
        (Debian's unicode-data)

        """)
  }

  @Test(.enabled(if: hasUnicodeData, "skipped: Debian's unicode-data is not installed"))
  func theTableIsWhatTheGeneratorWrites() throws {
    let outcome = try Program.run(Self.generator, [])
    #expect(outcome.status == 0)
    let table = Program.root.appendingPathComponent("Sources/CUnicode/table.c")
    #expect(outcome.output == String(decoding: try Data(contentsOf: table), as: UTF8.self))
  }
}
