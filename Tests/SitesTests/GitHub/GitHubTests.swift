import Sites
import DiscussionModel
import Testing

@Suite struct GitHubTests {
  static func issue(_ number: Int, _ members: String = "") -> String {
    """
    {"id": \(number + 900), "number": \(number), "title": "Issue \(number) é", "user": {"login": "ann"}, "body": "Why *\(number)*?",
     "created_at": "2020-01-01T00:00:00Z", "updated_at": "2021-01-01T00:00:00Z", "comments": 3,
     "html_url": "https://github.com/o/r/issues/\(number)"\(members)}
    """
  }

  static func comment(_ id: Int, on number: Int, by author: String, _ members: String = "")
    -> String
  {
    """
    {"id": \(id), "user": {"login": "\(author)"}, "body": "c\(id) 中", "created_at": "2020-01-02T00:00:\(id)Z",
     "updated_at": "2020-01-02T00:00:\(id)Z", "html_url": "https://github.com/o/r/issues/\(number)#issuecomment-\(id)",
     "issue_url": "https://api.github.com/repos/o/r/issues/\(number)"\(members)}
    """
  }

  @Test func anIssueAndItsComments() throws {
    let found = try read(
      Self.issue(12),
      "["
        + [
          Self.comment(
            21, on: 12, by: "bo",
            #", "author_association": "MEMBER", "reactions": {"total_count": 3, "+1": 3}"#),
          Self.comment(22, on: 12, by: "ann", #", "updated_at": "2020-01-03T00:00:00Z""#),
        ].joined(separator: ",") + "]")
    #expect(
      outline(found) == """
        #1 issuecomment-21 bo [member] (3): c21 中
        #2 issuecomment-22 ann [OP]: c22 中
        """)
    let discussion = found.discussion
    #expect(discussion.id == "github:o/r/12")
    #expect(discussion.title == "Issue 12 é")
    #expect(discussion.body == "Why *12*?")
    #expect(discussion.markup == .markdown)
    #expect(discussion.url == "https://github.com/o/r/issues/12")
    #expect(found.addresses[0] == "https://github.com/o/r/issues/12#issuecomment-21")
    #expect(discussion.notice == "1 more comment not in this file")
    #expect(found.account?.line == "2 comments read + 1 not in this file = 3; the source says 3")
  }

  @Test func commentsAloneNameTheirIssue() throws {
    let found = try read("[\(Self.comment(21, on: 12, by: "bo"))]")
    #expect(found.discussion.id == "github:o/r/12")
    #expect(found.discussion.title == "o/r #12")
    #expect(found.discussion.url == "https://github.com/o/r/issues/12")
  }

  static let several =
    "[\(comment(21, on: 12, by: "bo")),\(comment(22, on: 13, by: "cy")),\(comment(23, on: 12, by: "ann"))]"

  @Test func severalIssuesAreThreads() throws {
    let found = try read(Self.several, Self.issue(13))
    #expect(
      outline(found) == """
        #1 issue-13 ann: **Issue 13 é** #13

        Why *13*?
          #4 issuecomment-22 cy: c22 中
        #2 issue-12: Issue #12
          #3 issuecomment-21 bo: c21 中
          #5 issuecomment-23 ann: c23 中
        """)
    #expect(found.discussion.id == "github:o/r")
    #expect(found.discussion.title == "2 issues of o/r")
  }

  @Test func oneOfSeveralIssuesIsChosen() throws {
    let found = try read(Self.several, options: ImportOptions(only: "12"))
    #expect(found.discussion.id == "github:o/r/12")
    #expect(found.discussion.comments.map(\.id) == ["issuecomment-21", "issuecomment-23"])
    #expect(refusal(Self.several, options: ImportOptions(only: "1")) == "found no 1 among 12, 13")
  }

  static func line(_ id: Int, _ members: String) -> String {
    """
    {"id": \(id), "user": {"login": "bo"}, "body": "r\(id)", "created_at": "2020-01-02T00:00:\(id)Z",
     "path": "a/`b`.py", "line": 27, "diff_hunk": "@@ -1 +1 @@\\n one\\n two\\n```\\n+three\\n+four",
     "html_url": "https://github.com/o/r/pull/2#discussion_r\(id)",
     "pull_request_url": "https://api.github.com/repos/o/r/pulls/2"\(members)}
    """
  }

  @Test func reviewCommentsAnswerEachOther() throws {
    let review =
      #"{"id": 9, "user": {"login": "cy"}, "body": "Fine.", "state": "APPROVED", "submitted_at": "2020-01-03T00:00:00Z", "html_url": "https://github.com/o/r/pull/2#pullrequestreview-9", "pull_request_url": "https://api.github.com/repos/o/r/pulls/2"}"#
    let silent =
      #"{"id": 8, "user": {"login": "cy"}, "body": "", "state": "COMMENTED", "submitted_at": "2020-01-03T00:00:00Z", "html_url": "https://github.com/o/r/pull/2#pullrequestreview-8", "pull_request_url": "https://api.github.com/repos/o/r/pulls/2"}"#
    let found = try read(
      "[\(Self.line(11, "")),\(Self.line(12, #", "in_reply_to_id": 11"#)),\(review),\(silent)]")
    #expect(
      outline(found) == """
        #1 discussion_r11 bo: `a/b.py`, line 27

        ````diff
         two
        ```
        +three
        +four
        ````

        r11
          #2 discussion_r12 bo: r12
        #3 pullrequestreview-9 cy [approved]: Fine.
        """)
    #expect(found.discussion.id == "github:o/r/2")
    #expect(found.discussion.url == "https://github.com/o/r/pull/2")
  }

  /// Comments, those on lines and reviews come in lists of their own, and are one talk.
  @Test func aReviewIsInTheOrderOfTime() throws {
    let found = try read("[\(Self.line(30, "")),\(Self.line(12, ""))]", "[\(Self.line(20, ""))]")
    #expect(
      found.discussion.comments.map(\.id) == ["discussion_r12", "discussion_r20", "discussion_r30"])
    #expect(found.discussion.comments.allSatisfy { $0.number == nil })
  }

  @Test(arguments: [(#""user": null"#, "ghost"), (#""user": {}"#, nil)])
  func aUserMayBeGone(user: String, name: String?) throws {
    let found = try read(
      "[\(Self.comment(21, on: 12, by: "bo").replacing(#""user": {"login": "bo"}"#, with: user))]")
    #expect(try found.comment("issuecomment-21").author == name)
  }

  /// Two arrays one after the other, and arrays in an array, as commands for several pages write them.
  @Test func pagesOfCommentsAreOneList() throws {
    let pages = [
      "[\(Self.comment(21, on: 12, by: "bo"))]", "[\(Self.comment(22, on: 12, by: "cy"))]",
    ]
    for text in [
      pages.joined(), pages.joined(separator: "\n"), "[\(pages.joined(separator: ","))]",
    ] {
      #expect(
        try read(text).discussion.comments.map(\.id) == ["issuecomment-21", "issuecomment-22"])
    }
  }

  /// An address of the interface has the repository in another place than one of a page.
  @Test func anAddressOfTheInterfaceIsNoPage() throws {
    let found = try read(
      #"[{"id": 5, "issue_url": "https://api.github.com/repos/ann/bees/issues/3", "url": "https://api.github.com/repos/ann/bees/issues/comments/5", "body": "x"}]"#
    )
    #expect(found.discussion.id.contains("repos") == false)
    #expect(found.discussion.comments.map(\.id) == ["issuecomment-5"])
  }
}
