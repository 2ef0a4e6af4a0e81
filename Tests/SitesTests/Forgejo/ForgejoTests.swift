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

  // MARK: Pull requests

  static let pull = "https://forge.example/o/r/pulls/5"
  static let reviews = "https://forge.example/api/v1/repos/o/r/pulls/5/reviews"

  static func review(_ id: Int, _ state: String, _ body: String, lines: Int) -> String {
    """
    {"id": \(id), "user": {"login": "ann"}, "body": "\(body)", "state": "\(state)", "comments_count": \(lines),
      "submitted_at": "2020-01-01T00:0\(id):00Z", "html_url": "\(pull)#issuecomment-90\(id)",
      "pull_request_url": "\(pull)"}
    """
  }

  static func line(_ id: Int, of review: Int, _ path: String, new: Int, old: Int = 0) -> String {
    """
    {"id": \(id), "user": {"login": "bob"}, "body": "b\(id)", "pull_request_review_id": \(review), "path": "\(path)",
      "created_at": "2020-01-01T00:\(id):00Z", "position": \(new), "original_position": \(old),
      "diff_hunk": "@@ -1 +1 @@\\n+x", "html_url": "\(pull)/files#issuecomment-\(id)",
      "pull_request_url": "\(pull)"}
    """
  }

  /// Reviews with what they say, and their comments on lines, those on one line as a thread.
  @Test func reviewsAndCommentsOnLines() throws {
    var site = FakeSite([
      Self.service: Self.issue.replacing("\"pull_request\": null", with: "\"pull_request\": {}")
        .replacing("issues/5", with: "pulls/5").replacing(
          "\"comments\": 3", with: "\"comments\": 5"),
      Self.service + "/comments": "[\(Self.comment(1, by: "bob"))]",
      Self.reviews + "?limit=50": """
      [\(Self.review(2, "COMMENT", "", lines: 2)), \(Self.review(3, "APPROVED", "Good 中", lines: 0)),
       \(Self.review(4, "REQUEST_REVIEW", "", lines: 0))]
      """,
      Self.reviews + "?page=2": "[\(Self.review(5, "REQUEST_CHANGES", "No", lines: 3))]",
      Self.reviews + "/2/comments": """
      [\(Self.line(20, of: 2, "a.c", new: 7)), \(Self.line(21, of: 2, "a.c", new: 0, old: 9))]
      """,
      Self.reviews + "/5/comments": """
      [\(Self.line(50, of: 5, "a.c", new: 7)), \(Self.line(51, of: 5, "b.c", new: 7))]
      """,
    ])
    site.answers[Self.reviews + "?limit=50"]?.link = "<\(Self.reviews)?page=2>; rel=\"next\""
    let (fetched, asked) = try site.open(Self.pull + "/files#issuecomment-50")
    #expect(
      asked == [
        Self.service, Self.service + "/comments", Self.reviews + "?limit=50",
        Self.reviews + "/2/comments", Self.reviews + "?page=2", Self.reviews + "/5/comments",
      ])
    #expect(fetched.comment == "issuecomment-50")
    let found = fetched.discussion
    #expect(
      found.comments.map { "\($0.id)<\($0.parent ?? "")" } == [
        "issuecomment-1<", "issuecomment-903<", "issuecomment-905<", "issuecomment-20<",
        "issuecomment-21<", "issuecomment-50<issuecomment-20", "issuecomment-51<",
      ])
    let texts = found.comments.map { $0.body?.text ?? "" }
    #expect(texts[1] == "Good 中")
    #expect(texts[3] == "`a.c`, line 7\n\n```diff\n@@ -1 +1 @@\n+x\n```\n\nb20")
    #expect(texts[4].hasPrefix("`a.c`, line 9\n"))
    #expect(texts[5] == "b50")
    #expect(found.comments[1].details?.badges == ["OP", "approved"])
    #expect(found.comments[2].details?.badges == ["OP", "requested changes"])
    // One comment on a line, and one that only the issue counts.
    #expect(found.notice == "2 more comments not in this file")
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
