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

  /// In a process of its own, where no other test allocates.
  @Test func keepsBitPerLevel() async {
    await #expect(processExitsWith: .success) {
      let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
      var reader = JSONReader(bytes)
      let before = try #require(residentBytes())
      while reader.depth < bytes.count { _ = try reader.next() }
      #expect(try #require(residentBytes()) - before < 700_000)
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

/// The memory that this process holds; nil when the system does not tell.
///
/// Not `ru_maxrss`, which a process inherits from the one that starts it.
private func residentBytes() -> Int? {
  let file = open("/proc/self/statm", O_RDONLY)
  defer { close(file) }
  var text = [UInt8](repeating: 0, count: 200)
  guard read(file, &text, text.count) > 0 else { return nil }
  let words = text.split(separator: UInt8(ascii: " "))
  guard words.count > 1, let pages = Int(String(decoding: words[1], as: UTF8.self)) else {
    return nil
  }
  return pages * sysconf(Int32(_SC_PAGESIZE))
}
