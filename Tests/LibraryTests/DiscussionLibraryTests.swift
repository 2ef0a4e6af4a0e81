import DiscussionModel
import Glibc
import ReadMarks
import Sites
import Storage
import Testing
import TextGrid

@testable import Library

/// Keeping discussions in a folder, without a program around.
@Suite struct DiscussionLibraryTests {
  private static func discussion(
    _ id: String, _ comments: [String] = ["1"], url: String? = nil
  ) -> Discussion {
    var result = Discussion(
      id: id, title: "T", comments: comments.map { Comment(id: $0, body: RawText($0)) })
    result.url = url
    return result
  }

  @Test func whatIsAddedIsListedMergedAndRemoved() throws {
    let desk = try Desk()
    let library = desk.library
    #expect(try library.contents().discussions == [])
    let added = try library.keep(Self.discussion("hn:1", ["1", "2"]), now: 100)
    #expect(added.keeping.line == "added, 2 comments")
    #expect(added.file?.name == "hn:1.json")
    let again = try library.keep(Self.discussion("hn:1", ["2", "3"]), now: 200)
    #expect(again.keeping.line == "1 new comment")
    #expect(again.discussion.comments.map(\.id) == ["1", "2", "3"])
    let same = try library.keep(Self.discussion("hn:1", ["2", "3"]), now: 300)
    #expect(same.keeping.line == "nothing new")
    let listed = try #require(try library.contents().discussions.first)
    #expect(listed.comments == 3)
    #expect(listed.arrived == 200)
    #expect(listed.counts == KeptDiscussion.Counts(unread: 3, new: 0, unseen: 0))
    #expect(try library.remove("hn:") == "T")
    #expect(try library.contents().discussions == [])
  }

  /// Where an earlier version kept the catalogue, too: the file is read to count it.
  @Test func whatCannotBeReadIsCounted() throws {
    let desk = try Desk()
    var discussion = Self.discussion("hn:1", ["1", "2", "3"])
    discussion.comments[1].state = .deleted
    discussion.comments[2].details = CommentDetails()
    discussion.comments[2].details?.missingReplies = 12
    _ = try desk.library.keep(discussion, now: 100)
    let expected = Unreadable(deleted: 1, missing: 12)
    var listed = try #require(try desk.library.contents().discussions.first)
    #expect(listed.unreadable == expected)
    listed.unreadable = nil
    try desk.marks.use { (marks) throws(StorageError) in try marks.catalogue.enter([listed]) }
    #expect(try desk.library.contents().discussions.first?.unreadable == expected)
  }

  @Test func whatIsReadIsCounted() throws {
    let desk = try Desk()
    _ = try desk.library.keep(Self.discussion("hn:1", ["1", "2"]), now: 100)
    let page = Page(Self.discussion("hn:1", ["1", "2", "3"]))
    #expect(
      try desk.marks.mark([0], in: Page(Self.discussion("hn:1")), isRead: true, now: 110) == 1)
    let found = try desk.marks.marks(of: page, at: 200)
    #expect(found.marks.unreadCount == 2)
    #expect(found.marks.newCount == 2)
    #expect(found.saved?.firstVisit == 110)
    #expect(try desk.library.contents().discussions.first?.counts?.unread == 1)
  }

  @Test(arguments: [
    (
      "hn:2",
      "hn:2: not in the library; did you mean hn:12? If not: understory fetch 'https://news.ycombinator.com/item?id=2'"
    ),
    (
      "github:o/r/5",
      "github:o/r/5: not in the library; to fetch it by its link: understory fetch 'https://github.com/o/r/issues/5'"
    ),
    (
      "discourse:t.example/5",
      "discourse:t.example/5: not in the library; to fetch it by its link: understory fetch LINK"
    ),
    ("hn:", "hn:: several ids start with this: hn:12, hn:13"),
    ("wholly else", "wholly else: not in the library; \"understory list\" lists your discussions"),
  ])
  func whatIsNotKeptIsNotFound(id: String, line: SafeText) throws {
    let desk = try Desk(nearest: { id, ids in id == "hn:2" ? ids.first : nil })
    for id in ["hn:12", "hn:13"] { _ = try desk.library.keep(Self.discussion(id), now: 1) }
    #expect(throws: LibraryError(line)) { try desk.library.name(of: id) }
    #expect(try desk.library.name(of: "hn:13") == "hn:13.json")
  }

  /// To fetch a discussion helps nobody who wants to remove it.
  @Test func whatIsNotKeptIsNotRemoved() throws {
    let desk = try Desk(nearest: { id, ids in id == "hn:2" ? "hn:12" : nil })
    for (id, words) in [
      ("github:o/r/5", "\"understory list\" lists your discussions"),
      ("hn:2", "did you mean hn:12?"),
    ] {
      let error = LibraryError(SafeText("\(id): not in the library; \(words)"))
      #expect(throws: error) { try desk.library.remove(id) }
    }
  }

  @Test func twoDiscussionsWithOneIdStayTwo() throws {
    let desk = try Desk()
    _ = try desk.library.keep(Self.discussion("x:1", url: "https://a.test/1"), now: 1)
    let line: SafeText =
      "x:1: the library has another discussion with this id, from https://a.test/1"
    #expect(throws: LibraryError(line)) {
      try desk.library.keep(Self.discussion("x:1", ["2"], url: "https://b.test/1"), now: 2)
    }
    #expect(try desk.library.folder.discussion(in: "x:1.json").comments.map(\.id) == ["1"])
  }

  /// Without marks nothing is counted, and the rest is listed.
  @Test func withoutMarksItIsListed() throws {
    let desk = try Desk(hasMarks: false)
    _ = try desk.library.keep(Self.discussion("hn:1"), now: 1)
    let contents = try desk.library.contents()
    #expect(contents.discussions.map(\.id) == ["hn:1"])
    #expect(contents.discussions.first?.counts == nil)
    #expect(contents.problems == ["marks cannot be saved: neither HOME nor XDG_STATE_HOME is set"])
  }

  @Test func whatIsNoFileIsNamed() throws {
    let desk = try Desk()
    _ = try desk.library.keep(Self.discussion("hn:1"), now: 1)
    mkdir(desk.path + "/data/odd.json", 0o700)
    symlink("/nowhere/at/all", desk.path + "/data/lost.json")
    let contents = try desk.library.contents()
    #expect(contents.discussions.map(\.id) == ["hn:1"])
    #expect(
      contents.problems.map(\.string) == [
        "\(desk.path)/data/lost.json: a dangling link",
        "\(desk.path)/data/odd.json: not a regular file",
      ])
  }

  @Test func theSampleIsListedUntilItIsRemoved() throws {
    let desk = try Desk()
    // A copy of it that somebody added is removed alone.
    _ = try desk.library.keep(Sample.discussion(at: 100), now: 100)
    try desk.library.remove(Sample.id)
    let sample = try #require(Sample.listed(beside: [], desk.marks, at: 200))
    #expect(sample.marks.marks.unreadCount == sample.page.thread.count)
    #expect(try desk.library.remove(Sample.id) == sample.page.discussion.title)
    #expect(Sample.listed(beside: [], desk.marks, at: 200) == nil)
    #expect(throws: LibraryError.self) { try desk.library.remove(Sample.id) }
  }

  @Test func theSampleIsListedOnlyWhileNothingElseIs() throws {
    let desk = try Desk()
    try desk.library.setMuted(true, Sample.id)
    #expect(Sample.listed(beside: [], desk.marks, at: 200)?.isMuted == true)
    _ = try desk.library.keep(Self.discussion("hn:1"), now: 100)
    let kept = try desk.library.contents().listed
    #expect(kept.count == 1)
    #expect(Sample.listed(beside: kept, desk.marks, at: 200) == nil)
  }

  @Test(arguments: [
    ("hn:1", "hn:1.json"), ("a b", "a_b-"), ("", "-"), (".x", "_x-"), ("../../x", "_._.._x-"),
    ("é", "__-"),
  ])
  func aNameOfAFileIsPlain(id: String, start: String) {
    let name = KeptName.file(of: id)
    #expect(name.hasPrefix(start) && name.hasSuffix(".json"))
    // A hash of 16 digits tells apart what became alike.
    #expect(name == start || name.utf8.count == start.utf8.count + 16 + 5)
    #expect(KeptName.file(of: String(repeating: "x", count: 500)).utf8.count < 120)
  }
}
