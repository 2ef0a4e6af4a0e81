import JSONText
import Testing

/// Where events lie, at what depth, and that the end stays the end.
extension JSONReaderTests {
  @Test func tellsOffsetsAndDepth() throws {
    var reader = JSONReader(Array(#" {"é" : [ "a\n" ,-1.5, 2 ], "b":true} "#.utf8))
    var lines: [String] = []
    while true {
      let event = try reader.next()
      lines.append("\(reader.eventOffset)..<\(reader.offset) \(reader.depth) \(name(of: event))")
      if event == .end { break }
    }
    #expect(
      lines == [
        "1..<2 1 beginObject",
        "2..<8 1 key 3..<5",
        "9..<10 2 beginArray",
        "11..<16 2 string 12..<15 escaped",
        "18..<22 2 number 18..<22",
        "24..<25 2 integer 24..<25",
        "26..<27 1 endArray",
        "29..<33 1 key 30..<31",
        "33..<37 1 bool",
        "37..<38 0 endObject",
        "39..<39 0 end",
      ])
  }

  private func name(of event: JSONEvent) -> String {
    switch event {
    case .key(let string): "key \(string.range)" + (string.hasEscapes ? " escaped" : "")
    case .string(let string): "string \(string.range)" + (string.hasEscapes ? " escaped" : "")
    case .number(let number): (number.isInteger ? "integer" : "number") + " \(number.range)"
    case .bool: "bool"
    default: "\(event)"
    }
  }

  @Test func staysAtEnd() throws {
    var reader = JSONReader(Array("1 ".utf8))
    _ = try reader.next()
    for _ in 0..<3 { #expect(try reader.next() == .end) }
  }

  /// Each strict prefix of an object is an error, told within the prefix or at its end.
  @Test func refusesEveryPrefix() throws {
    let text = #"""
      {"é\u00e9\n": "a\ud83d\udc69 中 👩‍💻 \\", "numbers": [0, -1.5e+10, 12.25, 3E-7],
       "literals": [true, false, null], "deep": {"a": [[], {}, [{"b": ""}]]}}
      """#
    let bytes = Array(text.utf8)
    _ = try events(bytes)
    for length in 0..<bytes.count {
      let error = #expect(throws: JSONError.self) { try events(Array(bytes[..<length])) }
      let offset = try #require(error).offset
      #expect((0...length).contains(offset), "prefix of \(length) bytes")
    }
  }
}
