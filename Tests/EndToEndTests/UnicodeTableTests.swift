import Foundation
import Testing

/// Whether the Unicode Character Database is installed here.
private let hasUnicodeData = FileManager.default.fileExists(
  atPath: "/usr/share/unicode/EastAsianWidth.txt")

@Suite struct UnicodeTableTests {
  @Test(.enabled(if: hasUnicodeData, "skipped: Debian's unicode-data is not installed"))
  func theTableIsWhatTheGeneratorWrites() throws {
    let generator =
      URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
      + "/GenerateUnicode"
    let outcome = try Program.run(generator, [])
    #expect(outcome.status == 0)
    let table = Program.root.appendingPathComponent("Sources/CUnicode/table.c")
    #expect(outcome.output == String(decoding: try Data(contentsOf: table), as: UTF8.self))
  }
}
