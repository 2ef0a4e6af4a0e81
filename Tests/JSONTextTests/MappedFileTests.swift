import Foundation
import JSONText
import SeededNumbers
import Testing

@Suite struct MappedFileTests {
  /// Some bytes in an open file without a name.
  private struct OpenFile: ~Copyable {
    let number: Int32

    init(_ bytes: [UInt8]) throws {
      var name = Array("/tmp/understory-mapped-XXXXXX".utf8CString)
      number = mkstemp(&name)
      try #require(number >= 0)
      unlink(name)
      try write(bytes)
    }

    deinit { close(number) }

    func write(_ bytes: [UInt8]) throws {
      try #require(pwrite(number, bytes, bytes.count, 0) == bytes.count)
    }

    func map(_ count: Int) throws -> JSONBytes {
      JSONBytes(try #require(MappedFile(number, count: count)))
    }
  }

  /// All strings of a text.
  private func strings(_ bytes: JSONBytes) throws -> [JSONString] {
    var reader = JSONReader(bytes)
    var strings: [JSONString] = []
    while true {
      switch try reader.next() {
      case .key(let string), .string(let string): strings.append(string)
      case .end: return strings
      default: break
      }
    }
  }

  /// Comments enough for the system to be asked for its memory back several times.
  private static let text = Array(
    ("["
      + (0..<8_000).map { number in
        #"{"id":"\#(number)","body":"caf\u00e9 \ud83d\udc69 中 \n \#(words)\#(number)"}"#
      }.joined(separator: ",") + "]").utf8)
  private static let words = String(repeating: "a long text ", count: 70)

  @Test func aMappedFileSaysWhatItsBytesSay() throws {
    let file = try OpenFile(Self.text)
    let mapped = try file.map(Self.text.count)
    let memory = JSONBytes(Self.text)
    #expect(mapped.count > 6 << 20)
    let found = try strings(mapped)
    #expect(try found == strings(memory))
    for string in found {
      if string.text(in: mapped) != string.text(in: memory) {
        Issue.record("another text at \(string.range)")
      }
    }
    #expect(
      TextPosition(offset: 5_000_000, in: mapped) == TextPosition(offset: 5_000_000, in: memory))
  }

  /// Somebody writes other bytes to the file after it was read: its texts are others then, and nothing else happens.
  @Test(arguments: 0..<20 as Range<UInt64>) func bytesThatChangeLaterAreSafe(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = Array(Self.text.prefix(40_000)) + Array(#"x"}]"#.utf8)
    let file = try OpenFile(text)
    let mapped = try file.map(text.count)
    let found = try strings(mapped)
    #expect(found.count > 100)
    let bytes: [UInt8] = [0, 0x22, 0x5C, 0x5C, 0x75, 0x30, 0x64, 0x38, 0xC3, 0xF0, 0x9F, 0xFF]
    try file.write(text.map { byte in bytes.randomElement(using: &random) ?? byte })
    for string in found {
      let (text, _) = string.text(in: mapped)
      #expect(text.utf8.count <= 3 * string.range.count)
    }
  }

  /// Escapes that end early, as only a file that has changed has them, stand for what cannot be read.
  @Test(arguments: [
    (#"a\"#, "a", 0), (#"\u12"#, "\u{FFFD}", 1), (#"\u12zzz"#, "\u{FFFD}z", 1),
    (#"\ud83d\u12"#, "\u{FFFD}\u{FFFD}", 2), (#"\q"#, "q", 0),
  ])
  func escapesThatEndEarlyAreReplaced(escape: String, text: String, repairs: Int) {
    let bytes = Array("\"\(escape)".utf8)
    let string = JSONString(range: 1..<bytes.count, hasEscapes: true)
    #expect(string.text(in: bytes) == (text, repairs))
  }

  @Test func whatIsNoFileIsNotMapped() {
    #expect(MappedFile(-1, count: 10) == nil)
  }
}
