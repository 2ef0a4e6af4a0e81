import Sites
import DiscussionModel
import Testing

/// Numbers go by time, replies after what they answer, whatever the order of the file.
@Suite struct NumberingTests {
  static func comment(_ id: String, to parent: String, at time: Int?) -> String {
    let time = time.map { ", \"time\": \($0)" } ?? ", \"time\": null"
    return #"{"id": "\#(id)", "type": "comment", "parent": "\#(parent)", "text": "\#(id)"\#(time)}"#
  }

  static func numbers(_ comments: [String]) throws -> [String: Int] {
    let story = #"{"id": "s", "type": "story", "title": "T", "time": 1}"#
    let discussion = try read(story + comments.joined()).discussion
    let numbers = discussion.comments.indices.map {
      (discussion.comments[$0].id, discussion.number(of: $0))
    }
    return Dictionary(numbers) { one, _ in one }
  }

  @Test(
    arguments: [
      ([("a", "s", 10), ("b", "s", 5), ("c", "a", 20)], ["b": 1, "a": 2, "c": 3]),
      // A reply that seems older than its parent counts as no older.
      ([("a", "s", 10), ("b", "a", 5), ("c", "s", 7)], ["c": 1, "a": 2, "b": 3]),
      // At the same time the higher up comes first, then the shorter and smaller id.
      (
        [("b", "a", 5), ("a", "s", 5), ("z", "s", 5), ("aa", "s", 5)],
        ["a": 1, "z": 2, "aa": 3, "b": 4]
      ),
      // A reply of unknown time comes with its parent, a comment of unknown time first.
      (
        [("a", "s", 10), ("b", "a", nil), ("c", "s", 11), ("d", "s", nil)],
        ["d": 1, "a": 2, "b": 3, "c": 4]
      ),
    ] as [([(String, String, Int?)], [String: Int])])
  func theyAreGivenByTime(comments: [(String, String, Int?)], numbers: [String: Int]) throws {
    let texts = comments.map { Self.comment($0.0, to: $0.1, at: $0.2) }
    #expect(try Self.numbers(texts) == numbers)
    #expect(try Self.numbers(texts.reversed()) == numbers)
  }

  @Test func laterCommentsGetLaterNumbers() throws {
    let first = (1...20).map {
      Self.comment("c\($0)", to: $0 % 3 == 0 ? "c\($0 - 1)" : "s", at: $0 * 10)
    }
    let before = try Self.numbers(first)
    let after = try Self.numbers([Self.comment("new", to: "c2", at: 999)] + first)
    #expect(after["new"] == 21)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
  }
}
