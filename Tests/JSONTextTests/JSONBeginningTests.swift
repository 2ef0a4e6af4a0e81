import JSONText
import SeededNumbers
import Testing

@Suite struct JSONBeginningTests {
  static let cuts: [(whole: String, closed: String?)] = [
    // Comments one after the other, and replies within replies.
    (#"{"a": 1, "c": [{"i": 1}, {"i": 2}, {"i"#, #"{"a": 1, "c": [{"i": 1}, {"i": 2}]}"#),
    (#"{"c": [{"i": 1, "c": [{"i": 2"#, nil),
    (#"{"c": [{"i": 1, "c": [{"i": 2}, {"#, #"{"c": [{"i": 1, "c": [{"i": 2}]}]}"#),
    (#"{"c": [{"i": 1, "c": [{"i": 2}], "x": 3"#, #"{"c": [{"i": 1, "c": [{"i": 2}]}]}"#),
    (#"{"c": [{"i": 1, "c": [{"i": 2}], "o": [{"i": 7"#, #"{"c": [{"i": 1, "c": [{"i": 2}]}]}"#),
    // A list of something else is not cut, nor what is in it.
    (#"{"c": [{"i": 1}, {"b": [{"x": 1}, {"x": 2}], "i"#, #"{"c": [{"i": 1}]}"#),
    (#"{"c": [{"b": [{"c": [{"x": 1}, "#, nil),
    (#"[{"i": 1}, {"i": 2}"#, nil),
    (#"{"c": [[{"i": 1}, {"i"#, nil),
    (#"{"c": ["one", "two", "#, nil),
    // Strings and escapes are passed over as they are.
    (#"{"c": [{"t": "]}, {\"\\"}, {"t": "x"#, #"{"c": [{"t": "]}, {\"\\"}]}"#),
    // Whole texts, and none.
    (#"{"c": [{"i": 1}]}"#, nil),
    (#"{"c": [{"i": 1}, nonsense"#, #"{"c": [{"i": 1}]}"#),
    ("", nil), ("{", nil), ("no JSON", nil),
  ]

  @Test(arguments: cuts) func isCutBehindTheLastObject(_ row: (whole: String, closed: String?)) {
    let closed = JSONBeginning.closed(Array(row.whole.utf8))
    #expect(closed.map { String(decoding: $0, as: UTF8.self) } == row.closed)
  }

  /// However a text is cut, what is made of its beginning is JSON, and has no more objects the shorter it is.
  @Test func everyBeginningIsJSON() throws {
    let whole = Array(Self.tree(depth: 4).utf8)
    var last = 0
    for length in whole.indices {
      guard let closed = JSONBeginning.closed(Array(whole[..<length])) else {
        #expect(last == 0)
        continue
      }
      var reader = JSONReader(closed)
      var count = 0
      loop: while true {
        switch try reader.next() {
        case .endObject: count += 1
        case .end: break loop
        default: break
        }
      }
      // What is open counts as long as it is open, and stays when it is closed.
      #expect(count >= last, "\(length)")
      last = count
    }
    #expect(last > 20)
  }

  private static func tree(depth: Int) -> String {
    let replies = depth == 0 ? [] : [0, 1].map { _ in tree(depth: depth - 1) }
    return #"{"id": 7, "tags": [{"x": "]"}, {"y": "}"}], "replies": ["#
      + replies.joined(separator: ", ") + #"], "n": null}"#
  }

  /// A chain of 20,000 replies takes no stack, and is as linear as a flat list.
  @Test func deepTextsAreClosed() {
    let open = String(repeating: #"{"c": ["#, count: 20_000)
    let closed = JSONBeginning.closed(Array((open + #"{"i": 1}, {"#).utf8))
    #expect(closed?.count == open.utf8.count + 8 + 40_000)
  }
}
