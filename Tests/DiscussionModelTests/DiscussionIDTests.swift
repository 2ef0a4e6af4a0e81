import DiscussionModel
import Testing

@Suite struct DiscussionIDTests {
  @Test(arguments: [
    ("hn:1", "hn:1", true), ("hn:1", "hn:2", false), ("x:a", "x:A", false),
    ("github:Owner/Repo/1", "github:owner/repo/1", true),
    ("github:owner/repo/1", "github:owner/repo/2", false),
    ("forge:a.test/Ann/Shed/4", "forge:a.test/ann/shed/4", true),
    ("lemmy:a.test/1", "lemmy:A.test/1", false), ("reddit:abc", "reddit:ABC", false),
    ("x:\u{E9}", "x:e\u{301}", true), ("x:\u{AC00}", "x:\u{1100}\u{1161}", true),
    ("x:\u{212B}", "x:\u{C5}", true), ("x:é", "x:e", false), ("", "", true),
  ])
  func idsAreCompared(one: String, other: String, isSame: Bool) {
    #expect(DiscussionID.areSame(one, other) == isSame)
    if isSame, !one.utf8.elementsEqual(other.utf8) {
      #expect(DiscussionID.hasOtherSpellings(one))
      #expect(DiscussionID.hasOtherSpellings(other))
    }
  }

  @Test(arguments: [
    ("x:e\u{301}", "x:\u{E9}"), ("x:\u{E9}", "x:\u{E9}"), ("x:\u{1100}\u{1161}", "x:\u{AC00}"),
    ("hn:1", "hn:1"), ("👩‍💻", "👩‍💻"), ("", ""),
  ])
  func idsAreKeptComposed(id: String, composed: String) {
    #expect(DiscussionID.composed(id).utf8.elementsEqual(composed.utf8))
  }

  /// In a file, the discussion's id and those of comments with what they answer.
  @Test func idsAreComposedWhenAFileIsRead() throws {
    let json = """
      {"understory": 1, "id": "x:e\u{301}", "title": "e\u{301}", "comments": [
        {"id": "a\u{308}"}, {"id": "b", "parent": "\u{E4}"}, {"id": "c", "parent": "a\u{308}"}]}
      """
    let discussion = try DiscussionFile.decode(Array(json.utf8)).discussion
    #expect(discussion.id.utf8.elementsEqual("x:\u{E9}".utf8))
    #expect(discussion.comments[0].id.utf8.elementsEqual("\u{E4}".utf8))
    #expect(discussion.comments[2].parent?.utf8.elementsEqual("\u{E4}".utf8) == true)
    #expect(Thread(of: discussion.comments).depths == [0, 1, 1])
    // Nothing else is changed.
    #expect(discussion.title.unicodeScalars.count == 2)
  }
}
