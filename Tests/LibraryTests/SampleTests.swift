import DiscussionModel
import Testing

@testable import Library

@Suite struct SampleTests {
  /// Somebody explains the keys to newcomers, in four lines.
  @Test func itsFirstCommentExplainsTheKeys() throws {
    let discussion = try Sample.discussion(at: 1_772_474_400)
    #expect(discussion.comments.count == 42)
    let first = try #require(discussion.comments.first)
    #expect(first.id == "1" && first.parent == nil)
    let paragraph = (first.body?.text ?? "").split(separator: "\n\n").first ?? ""
    let lines = paragraph.split(separator: "\n")
    #expect(lines.count == 4)
    // At 80 columns they are not wrapped.
    for line in lines { #expect(line.count <= 75) }
    for key in ["Space", "Tab", "Enter", "p", "R", "u", "?", "q"] {
      let words = paragraph.split { !($0.isLetter || $0 == "?") }
      #expect(words.contains(Substring(key)), "\(key)")
    }
  }
}
