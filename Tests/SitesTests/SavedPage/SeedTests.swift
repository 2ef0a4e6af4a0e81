import Sites
import DiscussionModel
import Glibc
import Testing

/// The saved page that lies beside the project, where it is there: what is known of it, counted.
@Suite(.enabled(if: Seed.isThere, "../shared/seed, which is no part of the project, is not there"))
struct SeedTests {
  @Test func withItsOutline() throws {
    let found = try SavedPageImport.discussion(page: Seed.page, outline: Seed.outline, id: nil)
    #expect(found.summary == "42 comments, 15 at top level, 6 levels; 29 links; 177 masked words")
    #expect(found.warnings == [])
    let discussion = found.discussion
    #expect(discussion.published == "2017-01-27")
    #expect(discussion.body?.text.split { $0.isWhitespace }.count == 282)
    #expect(discussion.comments.map(\.id) == (1...42).map { "\($0)" })
    #expect(discussion.comments.allSatisfy { $0.body?.isEmpty == false && $0.number == nil })
    #expect(discussion.links.map(\.items.count) == [15, 14])
    let items = discussion.links.flatMap(\.items)
    #expect(items.allSatisfy { $0.published?.hasPrefix("2020-") == true && $0.summary != nil })
    let written = DiscussionFile.encode(discussion)
    #expect(try DiscussionFile.decode(written).discussion == discussion)
  }

  @Test func withoutItsOutline() throws {
    let found = try SavedPageImport.discussion(page: Seed.page, outline: nil, id: nil)
    let outlined = try SavedPageImport.discussion(page: Seed.page, outline: Seed.outline, id: nil)
    #expect(found.discussion.id == outlined.discussion.id)
    #expect(found.discussion.author == outlined.discussion.author)
    #expect(found.discussion.body == outlined.discussion.body)
    #expect(found.discussion.comments.count > 42)
    #expect(found.warnings.first?.hasPrefix("the page says 42 comments, ") == true)
  }
}

/// Files beside the package's root.
enum Seed {
  static let page = bytes(beside: "seed/page.txt") ?? []
  static let outline = bytes(beside: "seed/page.outline.json")
  static let isThere = !page.isEmpty && outline != nil

  /// The bytes of a file; nil when it cannot be read.
  static func bytes(beside name: String) -> [UInt8]? {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let file = fopen("/\(root)/../shared/\(name)", "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
