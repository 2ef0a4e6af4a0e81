import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// Comments that are nested deeper than elements can be.
@Suite struct DeepPageTests {
  /// What opens a comment, in which `@` is its number, and what ends it.
  static let markups: [(start: String, end: String)] = [
    (
      """
      <ul class=children><li class="comment depth-@" id=comment-@><div class=body><b class=author>user@</b> \
      <time datetime="2020-01-01T00:00:00Z">x</time><div class=text><p>This is what comment @ says, in full.</p></div></div>
      """, "</li></ul>"
    ),
    (
      """
      <div class=comment id=c@><div class=head><a class=author href=/user/@>user@</a> \
      <time datetime="2020-01-01T00:00:00Z">x</time></div><div class=text><p>This is what comment @ says, in full.</p></div>\
      <div class=replies>
      """, "</div></div>"
    ),
    (
      """
      <my-comment class=c id=c@><span class=author>user@</span><time datetime="2020-01-01T00:00:00Z">x</time>\
      <p>This is what comment @ says, in full.</p>
      """, "</my-comment>"
    ),
    (
      """
      <div class="thing comment" id=thing_t1_a@ data-fullname=t1_a@ data-author=user@ data-type=comment><div class=entry>\
      <p class=tagline><a class=author>user@</a> <time datetime="2020-01-01T00:00:00Z">x</time></p>\
      <div class=usertext-body><div class=md><p>This is what comment @ says, in full.</p></div></div></div>\
      <div class=child><div class="sitetable listing">
      """, "</div></div></div>"
    ),
  ]

  @Test(arguments: markups, [100, 600, 1500])
  func eachCommentIsWhole(markup: (start: String, end: String), count: Int) throws {
    let comments = (0..<count).map { markup.start.replacing("@", with: "\($0)") }.joined()
    let html =
      "<html><body><h2>\(count) comments</h2><div class=all>" + comments
      + String(repeating: markup.end, count: count) + "</div><footer>END</footer></body></html>"
    let found = try #require(unknownPage(html))
    #expect(found.comments.count == count)
    var wrong: [Int] = []
    for (place, comment) in found.comments.enumerated() {
      let said = HTMLText.line(comment.body ?? "")
      if said != "This is what comment \(place) says, in full." || comment.author != "user\(place)"
      {
        wrong.append(place)
      }
    }
    #expect(wrong == [])
    // Each replies to the one before it as far as elements can be nested, and then to one above it.
    #expect(found.comments.indices.dropFirst().allSatisfy { found.comments[$0].parent ?? 0 < $0 })
    #expect(found.comments.prefix(50).map(\.parent) == [nil] + (0..<49).map { $0 })
    let tree = HTMLTree(html)
    let footer = try #require(tree.firstIndex(matching: "body > footer"))
    #expect(tree.text(below: footer) == "END")
  }
}
