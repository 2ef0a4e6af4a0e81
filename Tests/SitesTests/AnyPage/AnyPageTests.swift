import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// Reads a page of no known shape.
func unknownPage(_ html: String) -> PageFound? { UnknownPage.read(WebPage(HTMLTree(html))) }

@Suite struct AnyPageTests {
  /// Random trees of comments come back from each markup as they were.
  @Test(arguments: CommentMarkup.allCases) func roundTrip(_ markup: CommentMarkup) throws {
    for seed in 0..<6 as Range<UInt64> {
      let written = WrittenComment.some(4 + Int(seed) * 7, seed: seed)
      let found = try #require(unknownPage(markup.page(written)), "seed \(seed)")
      #expect(found.comments.count == written.count, "seed \(seed)")
      #expect(found.count == written.count)
      for (comment, written) in zip(found.comments, written) {
        #expect(comment.author == written.author, "seed \(seed)")
        #expect(comment.time?.text.text == written.iso, "seed \(seed)")
        let text = HTMLTree(comment.body ?? "", in: .element(.body))
        let words = text.nodes.indices.filter { text.nodes[$0].isText }.map { text.text(of: $0) }
          .joined(separator: " ")
        let said = written.paragraphs.joined(separator: " ")
        if markup == .quotes {
          #expect(words.hasSuffix(said), "seed \(seed)")
        } else {
          #expect(HTMLText.shortened(words, limit: 10_000) == said, "seed \(seed)")
        }
      }
      if markup.hasTree {
        #expect(found.comments.map(\.parent) == written.map(\.parent), "seed \(seed)")
        #expect(
          found.treeIsInferred == (markup == .quotes && written.contains { $0.parent != nil }))
      } else {
        #expect(found.comments.allSatisfy { $0.parent == nil })
      }
    }
  }
}
