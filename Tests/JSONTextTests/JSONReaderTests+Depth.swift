import Glibc
import JSONText
import Testing

/// A million levels: nothing recurses, and a level costs a bit.
extension JSONReaderTests {
  static let million = 1_000_000

  private static func repeated(_ text: String) -> [UInt8] {
    Array(String(repeating: text, count: million).utf8)
  }

  @Test func closesMillionArrays() throws {
    var reader = JSONReader(Self.repeated("[") + Self.repeated("]"))
    var opened = 0
    while try reader.next() == .beginArray { opened += 1 }
    #expect(opened == Self.million)
    #expect(reader.depth == Self.million - 1)
    var closed = 1
    while try reader.next() == .endArray { closed += 1 }
    #expect(closed == Self.million)
    #expect(reader.depth == 0)
    try reader.end()
  }

  @Test func closesMillionObjects() throws {
    var reader = JSONReader(Self.repeated("{\"\":") + Array("1".utf8) + Self.repeated("}"))
    var opened = 0
    while try reader.next() == .beginObject {
      opened += 1
      guard case .key = try reader.next() else { break }
    }
    #expect(opened == Self.million)
    #expect(reader.depth == Self.million)
    var closed = 0
    while try reader.next() == .endObject { closed += 1 }
    #expect(closed == Self.million)
    #expect(reader.depth == 0)
    try reader.end()
  }

  @Test(
    arguments: [("[", .valueOrEndOfArray), ("{\"a\":", .value)] as [(String, JSONError.Expectation)]
  )
  func refusesMillionOpen(open: String, expecting expected: JSONError.Expectation) {
    let bytes = Self.repeated(open)
    var reader = JSONReader(bytes)
    #expect(throws: JSONError(offset: bytes.count, expected: expected)) {
      while try reader.next() != .end {}
    }
  }

  /// In a process of its own, where no other test allocates, and the least of three times: what is met
  /// for the first time is read from the program's file or made by the runtime.
  @Test func keepsBitPerLevel() async {
    await #expect(processExitsWith: .success) {
      let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
      var growth: [Int] = []
      var readers: [JSONReader] = []
      for _ in 0..<3 {
        var reader = JSONReader(bytes)
        let before = try #require(anonymousBytes())
        while reader.depth < bytes.count { _ = try reader.next() }
        growth.append(try #require(anonymousBytes()) - before)
        readers.append(reader)
      }
      #expect(try #require(growth.min()) < 700_000)
      #expect(readers.count == 3)
    }
  }

  /// Every mix of objects and arrays within each other closes as it was opened.
  @Test func mixesObjectsAndArrays() throws {
    for mix in 0..<1 << 8 {
      let kinds = (0..<8).map { mix >> $0 & 1 == 1 }
      let start = kinds.map { $0 ? "{\"a\":" : "[" }.joined()
      let ends = kinds.reversed().map { $0 ? "}" : "]" }
      #expect(try events(start + "0" + ends.joined()) == spaced(kinds))
      for wrong in ends.indices {
        var broken = ends
        broken[wrong] = ends[wrong] == "}" ? "]" : "}"
        let expected: JSONError.Expectation =
          ends[wrong] == "}" ? .commaOrEndOfObject : .commaOrEndOfArray
        #expect(throws: JSONError(offset: start.utf8.count + 1 + wrong, expected: expected)) {
          try events(start + "0" + broken.joined())
        }
      }
    }
  }

  private func spaced(_ kinds: [Bool]) -> String {
    let start = kinds.map { $0 ? "{ \"a\": " : "[ " }.joined()
    return start + "0" + kinds.reversed().map { $0 ? " }" : " ]" }.joined()
  }
}

/// The memory that this process holds and that is not of a file; nil when the system does not say.
///
/// Not `ru_maxrss`, which a process inherits from the one that starts it, nor all that is resident:
/// pages of the program's own file come and go with what else the machine does.
private func anonymousBytes() -> Int? {
  let file = open("/proc/self/status", O_RDONLY)
  defer { close(file) }
  var text = [UInt8](repeating: 0, count: 1 << 13)
  let count = read(file, &text, text.count)
  guard count > 0 else { return nil }
  for line in String(decoding: text[..<count], as: UTF8.self).split(separator: "\n")
  where line.hasPrefix("RssAnon:") {
    return Int(line.filter(\.isNumber)).map { $0 * 1024 }
  }
  return nil
}
