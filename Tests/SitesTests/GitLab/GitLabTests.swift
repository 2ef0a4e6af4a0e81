import DiscussionModel
import Testing
import WebAddresses

@testable import Sites

@Suite struct GitLabTests {
  static let service = "https://lab.example/api/v4/projects/a%2Fb%2Fc/issues/5"
  static let list = service + "/discussions?per_page=100"

  static let issue = """
    {"id": 50, "iid": 5, "title": "中", "description": "é", "author": {"username": "ann"}, "user_notes_count": 4,
      "web_url": "https://lab.example/a/b/c/-/issues/5", "created_at": "2026-01-01T00:00:00.000Z"}
    """

  static func note(_ id: Int, by author: String, isSystem: Bool = false) -> String {
    """
    {"id": \(id), "body": "👩‍💻", "author": {"username": "\(author)"}, "system": \(isSystem),
      "created_at": "2026-01-01T00:0\(id):00.000Z", "noteable_type": "Issue", "noteable_iid": 5}
    """
  }

  static func discussion(_ notes: String...) -> String {
    #"{"id": "x", "individual_note": false, "notes": [\#(notes.joined(separator: ","))]}"#
  }

  static let discussions = """
    [\(discussion(note(1, by: "bob"), note(2, by: "ann"), note(3, by: "cy"))),
      \(discussion(note(4, by: "bob", isSystem: true)))]
    """
  static let site = FakeSite([service: issue, list: discussions])

  @Test(arguments: [
    ("https://lab.example/a/b/c/-/issues/5", nil),
    ("https://lab.example/a/b/c/-/work_items/5", nil),
    ("https://lab.example/a/b/c/-/issues/5#note_2", "2"),
    ("https://lab.example/a/b/c/-/issues/5#note_x", nil),
  ])
  func issues(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == [Self.service, Self.list])
    let found = fetched.discussion
    #expect(found.id == "gitlab:lab.example/a/b/c/issues/5")
    #expect(found.title == "中")
    #expect(found.author == "ann")
    #expect(found.comments.map(\.id) == ["1", "2", "3"])
    #expect(found.comments.map(\.parent) == [nil, "1", "1"])
    #expect(found.comments[1].details?.badges == ["OP"])
    #expect(found.notice == "1 more comment not in this file")
    #expect(fetched.comment == comment)
    #expect(fetched.warnings == [])
  }

  @Test(arguments: [
    "https://lab.example/a/-/issues/5", "https://lab.example/a/b/-/issues/x",
    "https://lab.example/a/%2E%2E/-/issues/5", "https://lab.example/a/b/-/snippets/5",
  ])
  func otherPages(url: String) throws { #expect(try GitLabPlan(WebURL(url)) == nil) }

  @Test func itsFilesHaveTheSameId() throws {
    let files = [Self.issue, Self.discussions].map { ImportFile(name: "f", bytes: Array($0.utf8)) }
    let found = try AnyImport.discussion(of: files)
    #expect(found.discussion.id == "gitlab:lab.example/a/b/c/issues/5")
  }
}
