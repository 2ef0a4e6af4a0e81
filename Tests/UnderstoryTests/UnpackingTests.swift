import Foundation
import RunningPrograms
import Testing

@testable import understory

/// What gzip has packed, and how much of anything is read.
@Suite struct UnpackingTests {
  private static func packed(_ text: String) throws -> [UInt8] {
    try Program.run("/bin/gzip", ["-c"], input: text).outputBytes
  }

  private static func unpacked(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> String {
    String(decoding: try Unpacking.bytes(of: bytes) { _ in limit }, as: UTF8.self)
  }

  @Test func membersAreJoinedAndWhatFollowsThemIsPassedOver() throws {
    let (one, other) = (try Self.packed("{\"a\":"), try Self.packed("1}"))
    let empty = try Self.packed("")
    let cases: [(bytes: [UInt8], text: String)] = [
      (one, "{\"a\":"), (empty, ""), (one + other, "{\"a\":1}"),
      (empty + one + empty + other, "{\"a\":1}"), (one + other + [0, 0, 0], "{\"a\":1}"),
      (one + Array("garbage".utf8), "{\"a\":"), (one + [0x1F], "{\"a\":"),
      (one + [0x1F, 0x8A] + other, "{\"a\":"),
    ]
    for (bytes, text) in cases { #expect(try Self.unpacked(bytes) == text) }
  }

  @Test func aFileThatEndsTooEarlyIsCut() throws {
    let whole = try Self.packed("some words, and some more of them")
    for count in 2..<whole.count {
      #expect(throws: Unpacking.Problem.cut) { try Self.unpacked(Array(whole.prefix(count))) }
    }
    // Within a second member too, its head included.
    for count in 2..<whole.count {
      #expect(throws: Unpacking.Problem.cut) { try Self.unpacked(whole + whole.prefix(count)) }
    }
  }

  /// Every byte but those of the head, whose name and time may be any: the sums do not agree.
  @Test func aChangedByteIsNoticed() throws {
    let whole = try Self.packed("some words, and some more of them")
    for index in 10..<whole.count {
      var bytes = whole
      bytes[index] ^= 0x10
      #expect(throws: Unpacking.Problem.self) { try Self.unpacked(bytes) }
    }
  }

  @Test func theLimitIsThatOfWhatIsUnpacked() throws {
    let packed = try Self.packed(String(repeating: "0", count: 300_000))
    #expect(try Self.unpacked(packed, limit: 300_000).utf8.count == 300_000)
    #expect(throws: Unpacking.Problem.tooLong(limit: 299_999)) {
      try Self.unpacked(packed, limit: 299_999)
    }
    #expect(throws: Unpacking.Problem.tooLong(limit: 300_000)) {
      try Self.unpacked(packed + packed, limit: 300_000)
    }
  }

  @Test(arguments: [
    ("1", 1), ("500", 500), ("1K", 1 << 10), ("64M", 64 << 20), ("2g", 2 << 30), ("3GiB", 3 << 30),
    ("5KB", 5 << 10), ("7B", 7), ("4G", (1 << 32) - 1), ("5G", nil), ("0", nil), ("", nil),
    ("G", nil), ("-1", nil), ("1.5G", nil), ("1T", nil), ("x", nil), ("1 G", nil), ("٣", nil),
    ("99999999999999999999", nil), ("9223372036854775807G", nil),
  ])
  func sizesAreRead(text: String, bytes: Int?) {
    #expect(ByteSize(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [(1 << 30, "1 GiB"), (64 << 20, "64 MiB"), (1536, "1536 bytes"), (1, "1 bytes")])
  func sizesAreWritten(bytes: Int, text: String) {
    #expect(ByteSize(bytes: bytes).text == text)
  }
}
