import DiscussionModel
import Testing
import WebAddresses

@testable import Sites

@Suite struct StackExchangeTests {
  static let service = "https://api.stackexchange.com/2.3"
  static let filters =
    "\(service)/filters/create?base=default&include=question.body;question.answers;question.comments;"
    + "question.comment_count;answer.body;answer.comments;answer.comment_count;comment.body"

  static func person(_ name: String, _ id: Int) -> String {
    #""owner": {"user_id": \#(id), "display_name": "\#(name)"}, "creation_date": 1793476800"#
  }

  static let question = """
    {"items": [{\(person("ann &amp; co", 1)), "question_id": 70, "title": "Who &amp; what?", "body": "<p>é</p>",
      "link": "https://diy.stackexchange.com/questions/70/who", "accepted_answer_id": 77, "answer_count": 3,
      "comment_count": 1, "score": 11, "tags": ["lamp"],
      "comments": [{\(person("cem", 2)), "comment_id": 701, "score": 2, "body": "Which?"}],
      "answers": [
        {\(person("bob", 3)), "answer_id": 76, "score": 14, "body": "<p>Ask.</p>", "comment_count": 2,
          "comments": [{\(person("ann &amp; co", 1)), "comment_id": 702, "body": "No."}]},
        {\(person("dee", 4)), "answer_id": 77, "score": 3, "body": "<p>Climb.</p>", "last_edit_date": 1793480000}
      ]}], "has_more": false, "quota_remaining": 287}
    """

  static let site = FakeSite([
    filters: #"{"items": [{"filter": "!a b"}]}"#,
    "\(service)/questions/70?site=diy&filter=%21a%20b": question,
    "\(service)/answers/77/questions?site=diy&filter=%21a%20b": question,
  ])

  @Test(arguments: [
    ("https://diy.stackexchange.com/questions/70/who", nil),
    ("https://diy.stackexchange.com/questions/70", nil),
    ("https://diy.stackexchange.com/q/70/5", nil),
    ("https://diy.stackexchange.com/questions/70/who/77#77", "answer-77"),
    ("https://diy.stackexchange.com/questions/70/who#77", "answer-77"),
    ("https://diy.stackexchange.com/a/77", "answer-77"),
    ("https://diy.stackexchange.com/questions/70/who#comment702_76", "comment-702"),
  ])
  func questions(url: String, comment: String?) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked.count == 2)
    #expect(fetched.comment == comment)
    let found = fetched.discussion
    #expect(found.id == "stackexchange:diy.stackexchange.com/70")
    #expect(found.title == "Who & what?")
    #expect(found.author == "ann & co")
    #expect(found.comments.map(\.id) == ["comment-701", "answer-76", "comment-702", "answer-77"])
    #expect(found.comments.map(\.parent) == [nil, nil, "answer-76", nil])
    #expect(found.comments.map(\.score) == [2, 14, nil, 3])
    #expect(found.comments[2].details?.badges == ["OP"])
    #expect(found.comments[3].details?.badges == ["accepted"])
    #expect(found.comments[3].details?.url == "https://diy.stackexchange.com/a/77")
    #expect(found.comments[1].details?.missingReplies == 1)
    #expect(found.notice == "Tags: lamp.\n\n1 more comment not in this file")
    #expect(fetched.warnings == [])
  }

  @Test(arguments: [
    "https://stackoverflow.com/questions", "https://stackoverflow.com/users/70",
    "https://stackoverflow.com/q/x",
  ])
  func otherPages(url: String) {
    #expect(
      Self.site.refusal(url) == .noDiscussion(expected: "https://stackoverflow.com/questions/1"))
  }

  @Test func aRefusalSaysWhy() {
    var site = FakeSite([:])
    site.answers[Self.filters] = SiteResponse(
      status: 400, url: Self.filters,
      body: Array(#"{"error_id": 502, "error_message": "too many requests from this IP"}"#.utf8))
    do throws(SiteError) {
      _ = try site.open("https://stackoverflow.com/q/1")
      Issue.record("a refusal was taken")
    } catch {
      #expect(
        error.message
          == "expected a discussion, found status 400 (it says: too many requests from this IP)")
    }
  }
}
