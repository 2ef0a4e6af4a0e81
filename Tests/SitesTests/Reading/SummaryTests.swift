import DiscussionModel
import Testing

@testable import Sites

@Suite struct SummaryTests {
  @Test(arguments: [
    (0, 0, "", "0 comments"),
    (1, 0, "", "1 comment, 1 at top level, 1 level"),
    (2, 1, "a *** b", "2 comments, 1 at top level, 2 levels; 1 link; 1 masked word"),
    (
      3, 2, "****\n'***' **a **ab *",
      "3 comments, 1 at top level, 3 levels; 2 links; 4 masked words"
    ),
    (0, 0, "**\u{A0}**中", "0 comments; 2 masked words"),
  ])
  func aLineCountsWhatIsThere(chain: Int, links: Int, body: String, line: String) {
    var discussion = Discussion(id: "d", title: "t")
    discussion.comments = (0..<chain).map {
      Comment(id: "\($0)", parent: $0 == 0 ? nil : "\($0 - 1)")
    }
    let link = LinkItem(title: "l")
    discussion.links = (0..<links).map { LinkList(heading: "\($0)", items: [link]) }
    discussion.body = RawText(body)
    #expect(Summary(of: discussion).line == line)
  }
}

@Suite struct FNV1aTests {
  /// The authors' test vectors.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func aTextHasItsHash(text: String, hash: UInt64) {
    #expect(FNV1a.hash64(text.utf8) == hash)
  }
}
