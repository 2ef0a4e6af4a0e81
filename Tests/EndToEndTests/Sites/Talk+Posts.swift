import RunningPrograms

/// Talks at Stack Exchange and at Bluesky.
extension Talk {
  /// Question 7: what is on the article are answers, all else are comments on them.
  var stackExchange: [String: TestServer.Answer] {
    func person(_ name: String, _ seconds: Int) -> [String: Any] {
      ["owner": ["user_id": name.utf8.count, "display_name": name], "creation_date": seconds]
    }
    var roots: [Int: Int] = [:]
    for remark in remarks {
      roots[remark.number] = remark.parent.flatMap { roots[$0] } ?? remark.number
    }
    let answers: [[String: Any]] = replies(to: nil).map { answer in
      let comments = remarks.filter { $0.parent != nil && roots[$0.number] == answer.number }.map {
        person($0.author, $0.seconds).merging(["comment_id": $0.id, "body": $0.text]) { $1 }
      }
      return person(answer.author, answer.seconds).merging([
        "answer_id": answer.id, "body": "<p>\(answer.text)</p>", "comments": comments,
        "comment_count": comments.count,
      ]) { $1 }
    }
    let question = person("zoe", Self.seconds).merging([
      "question_id": 7, "title": title, "body": "<p>\(text)</p>", "answers": answers,
      "answer_count": answers.count, "link": "https://diy.stackexchange.com/questions/7/a-talk",
    ]) { $1 }
    let fields =
      "question.body;question.answers;question.comments;question.comment_count;answer.body;"
      + "answer.comments;answer.comment_count;comment.body"
    return [
      "/2.3/filters/create?base=default&include=\(fields)": TestServer.Answer(
        json: ["items": [["filter": "abc"]]]),
      "/2.3/questions/7?site=diy&filter=abc": TestServer.Answer(json: ["items": [question]]),
    ]
  }

  /// Zoe's post 7.
  var bluesky: [String: TestServer.Answer] { [Self.thread("zoe.example", "7"): posts(below: nil)] }

  /// Cy's post leads to Zoe's.
  var blueskyWayToCy: [String: TestServer.Answer] {
    [
      Self.thread("cy.example", "103"): posts(below: 3),
      Self.thread("did%3Aplc%3Azoe", "7"): posts(below: nil),
    ]
  }

  private static func thread(_ author: String, _ key: String) -> String {
    "/xrpc/app.bsky.feed.getPostThread?depth=1000&parentHeight=0&uri="
      + "at%3A%2F%2F\(author)%2Fapp.bsky.feed.post%2F\(key)"
  }

  /// A remark with all below it; nil for the article.
  private func posts(below number: Int?) -> TestServer.Answer {
    TestServer.Answer(json: ["thread": node(number)])
  }

  private func node(_ number: Int?) -> [String: Any] {
    let remark = number.map { remarks[$0 - 1] }
    let author = remark?.author ?? "zoe"
    let root = "at://did:plc:zoe/app.bsky.feed.post/7"
    var record: [String: Any] = [
      "text": remark?.text ?? "\(title) \(text)", "createdAt": remark?.time ?? Self.time(minute: 0),
    ]
    if number != nil { record["reply"] = ["root": ["uri": root], "parent": ["uri": root]] }
    let below = replies(to: number)
    let post: [String: Any] = [
      "uri": "at://did:plc:\(author)/app.bsky.feed.post/\(remark?.id ?? 7)",
      "author": ["did": "did:plc:\(author)", "handle": "\(author).example", "displayName": author],
      "record": record, "replyCount": below.count, "likeCount": 0,
    ]
    return ["post": post, "replies": below.map { node($0.number) }]
  }
}
