import Glibc
import Testing

@testable import TextGrid

/// All of Unicode's own test of UAX #14, from Debian's `unicode-data`.
@Suite struct LineBreakRulesTests {
  private static let path = "/usr/share/unicode/auxiliary/LineBreakTest.txt"
  static let isInstalled = access(path, R_OK) == 0 || getenv("CI") != nil

  @Test(.enabled(if: isInstalled, "skipped: Debian's unicode-data is not installed"))
  func breaksWhereUnicodeSays() throws {
    let lines = try #require(Self.lines(), "\(Self.path) cannot be read")
    var count = 0
    var failures: [String] = []
    for line in lines {
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if fields.isEmpty { continue }
      count += 1
      let scalars = fields.compactMap { UInt32($0, radix: 16) }.compactMap { Unicode.Scalar($0) }
      let expected = fields.filter { $0 == "÷" || $0 == "×" }.dropLast().map { $0 == "÷" }
      if LineBreakRules.breaks(in: scalars) != expected { failures.append(line) }
    }
    print("LineBreakTest.txt: \(count - failures.count) of \(count) lines")
    #expect(failures == [])
    #expect(count > 7000)
  }

  private static func lines() -> [String]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Rules that the file does not reach, each with its number.
  @Test(arguments: [
    ("LB25", "$(12)", "$(12)"), ("LB25", "€(x)", "€|(x)"), ("LB25", "(3.5)%", "(3.5)%"),
    ("LB25", "-1,234.50-", "-1,234.50-"), ("LB21a", "א-ב", "א-ב"), ("LB30a", "🇫🇷🇩🇪🇮", "🇫🇷|🇩🇪|🇮"),
    ("LB30b", "\u{1F02C}🏽", "\u{1F02C}🏽"), ("LB8a", "👩\u{200D}💻", "👩\u{200D}💻"),
    ("LB15", "“ (a", "“ (a"), ("LB16", ") ー", ") ー"),
  ])
  func follows(_ rule: String, text: String, parts: String) {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (scalar, mayBreak) in zip(scalars, LineBreakRules.breaks(in: scalars)) {
      if mayBreak { result.append("|") }
      result.append(scalar)
    }
    #expect(String(result) == parts, "\(rule)")
  }
}
