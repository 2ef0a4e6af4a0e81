import DiscussionModel
import Foundation
import JSONText
import Testing

/// Pages whose texts are in a file to which another program writes.
@Suite struct ChangedFileTests {
  private static func bytes(_ body: String) -> [UInt8] {
    Array(
      #"{"understory":1,"id":"test:1","title":"T","comments":[{"id":"1","body":"\#(body)"}]}"#.utf8)
  }

  private func page(_ file: FileHandle) throws -> Page {
    let count = Self.bytes("teh").count
    let mapped = try #require(MappedFile(file.fileDescriptor, count: count))
    var page = Page(try DiscussionFile.decode(JSONBytes(mapped)).discussion)
    page.noteBodyVersions()
    return page
  }

  /// What is marked read is what was there, and a page that is read again is another one.
  @Test func whatCommentsSaidIsRemembered() throws {
    let path = NSTemporaryDirectory() + "understory-changed-\(UUID().uuidString)"
    try Data(Self.bytes("teh")).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    let before = try page(file)
    #expect(try page(file).saysSame(at: 0, as: 0, of: before))
    try file.write(contentsOf: Self.bytes("the"))
    let after = try page(file)
    #expect(before.comment(at: 0).body == "the")
    #expect(before.bodyVersion(at: 0) == Page(Discussion.saying("teh")).bodyVersion(at: 0))
    #expect(after.bodyVersion(at: 0) == Page(Discussion.saying("the")).bodyVersion(at: 0))
    #expect(!after.saysSame(at: 0, as: 0, of: before))
    #expect(after.wasChanged(since: before))
    #expect(after.saysSame(at: 0, as: 0, of: Page(Discussion.saying("the"))))
  }

  /// Texts in memory cannot change: nothing is noted of them.
  @Test func textsInMemoryAreCompared() {
    var one = Page(Discussion.saying("teh"))
    var other = Page(Discussion.saying("the"))
    one.noteBodyVersions()
    other.noteBodyVersions()
    #expect(!one.saysSame(at: 0, as: 0, of: other))
    #expect(!one.wasChanged(since: other))
  }
}

extension Discussion {
  fileprivate static func saying(_ text: String) -> Discussion {
    var discussion = Discussion(id: "test:1", title: "T")
    discussion.comments = [Comment(id: "1", body: RawText(text))]
    return discussion
  }
}
