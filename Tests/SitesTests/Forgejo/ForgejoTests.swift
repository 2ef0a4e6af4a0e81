import DiscussionModel
import Testing
import WebAddresses

@testable import Sites

@Suite struct ForgejoTests {
  static let service = "https://forge.example/api/v1/repos/o/r/issues/5"

  static let issue = """
    {"number": 5, "id": 50, "title": "中", "user": {"login": "ann"}, "body": "é", "comments": 3,
      "original_author": "", "html_url": "https://forge.example/o/r/issues/5", "pull_request": null,
      "created_at": "2020-01-01T00:00:00Z"}
    """

  static func comment(_ id: Int, by author: String) -> String {
    """
    {"id": \(id), "user": {"login": "\(author)", "id": -1}, "body": "👩‍💻", "created_at": "2020-01-01T00:01:00Z",
      "original_author": "", "html_url": "https://forge.example/o/r/issues/5#issuecomment-\(id)",
      "issue_url": "https://forge.example/o/r/issues/5", "pull_request_url": ""}
    """
  }

  static let comments = "[\(comment(1, by: "bob")), \(comment(2, by: "Ghost"))]"
  static let site = FakeSite([service: issue, service + "/comments": comments])

  @Test(arguments: [
    ("https://forge.example/o/r/issues/5", nil), ("http://forge.example/o/r/pulls/5", nil),
    ("https://forge.example/o/r/issues/5#issuecomment-2", "issuecomment-2"),
    ("https://forge.example/o/r/issues/5#issuecomment-x", nil),
  ])
  func issues(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == [Self.service, Self.service + "/comments"])
    let found = fetched.discussion
    #expect(found.id == "forge:forge.example/o/r/5")
    #expect(found.title == "中")
    #expect(found.author == "ann")
    #expect(found.comments.map(\.id) == ["issuecomment-1", "issuecomment-2"])
    #expect(found.comments.map(\.author) == ["bob", "Ghost"])
    #expect(found.notice == "1 more comment not in this file")
    #expect(fetched.comment == comment)
    #expect(fetched.warnings == [])
  }

  @Test func aForgeInAFolder() throws {
    let service = "https://h.example/git/api/v1/repos/o/r/issues/5"
    let site = FakeSite([service: Self.issue, service + "/comments": "[]"])
    let (_, asked) = try site.open("https://h.example/git/o/r/issues/5")
    #expect(asked == [service, service + "/comments"])
  }

  @Test(arguments: [
    "https://forge.example/o/r/issues/x", "https://forge.example/o/%2E%2E/issues/5",
    "https://forge.example/o/r/issues/5/a", "https://forge.example/r/issues/5",
  ])
  func otherPages(url: String) throws {
    #expect(try ForgejoPlan(WebURL(url)) == nil)
  }

  @Test func itsFilesAreKnown() throws {
    let found = try AnyImport.discussion(
      of: [ImportFile(name: "f", bytes: Array(Self.comments.utf8))])
    #expect(found.discussion.id == "forge:forge.example/o/r/5")
    #expect(
      try SiteTable.standard.format(
        of: ImportFiles([
          ImportPart(ImportFile(name: "f", bytes: Array(Self.comments.utf8)))
        ]).items[...]) == .forgejo)
  }
}
