import Foundation
import RunningPrograms

extension Talk {
  private static let repository = "https://api.github.com/repos/o/r"

  /// Issue 7, whose comments all answer the article.
  var gitHubIssue: [String: TestServer.Answer] {
    [
      "/repos/o/r/issues/7": gitHub("issues", comments: remarks.count),
      "/repos/o/r/issues/7/comments?per_page=100": TestServer.Answer(
        json: remarks.map { comment($0) }),
    ]
  }

  /// Pull request 7: on its lines there is what Ann began, Gus has written a review, and all else
  /// are comments.
  var gitHubPullRequest: [String: TestServer.Answer] {
    let lines = remarks.filter { $0.author == "ann" || ($0.parent ?? 9) < 3 }
    let reviews = remarks.filter { $0.author == "gus" }
    let others = remarks.filter { remark in
      !(lines + reviews).contains { $0.number == remark.number }
    }
    return [
      "/repos/o/r/issues/7": gitHub("pull", comments: others.count),
      "/repos/o/r/issues/7/comments?per_page=100": TestServer.Answer(
        json: others.map { comment($0) }),
      "/repos/o/r/pulls/7/comments?per_page=100": TestServer.Answer(json: lines.map { line($0) }),
      "/repos/o/r/pulls/7/reviews?per_page=100": TestServer.Answer(
        json: reviews.map { review($0) }),
    ]
  }

  /// Discussion 7 of an organisation, whose replies all are to the comment that begins their thread.
  var gitHubDiscussion: [String: TestServer.Answer] {
    let page = "https://github.com/orgs/o/discussions/7"
    var roots: [Int: Int] = [:]
    let comments: [[String: Any]] = remarks.map { remark in
      let root = remark.parent.flatMap { roots[$0] }
      roots[remark.number] = root ?? remark.number
      return [
        "id": remark.id, "user": ["login": remark.author], "body": remark.text,
        "created_at": remark.time, "repository_url": "o/o",
        "html_url": "\(page)#discussioncomment-\(remark.id)",
        "parent_id": root.map { $0 + 100 } ?? NSNull() as Any,
        "child_comment_count": root == nil ? descendants(of: remark.number) : 0,
      ]
    }
    let discussion: [String: Any] = [
      "number": 7, "id": 70, "title": title, "body": text, "user": ["login": "zoe"],
      "comments": remarks.count, "created_at": Self.time(minute: 0), "html_url": page,
    ]
    return [
      "/repos/o/o/discussions/7": TestServer.Answer(json: discussion),
      "/repos/o/o/discussions/7/comments?per_page=100": TestServer.Answer(json: comments),
    ]
  }

  private func gitHub(_ kind: String, comments: Int) -> TestServer.Answer {
    TestServer.Answer(
      json: [
        "number": 7, "id": 70, "title": title, "body": text, "user": ["login": "zoe"],
        "comments": comments, "created_at": Self.time(minute: 0),
        "html_url": "https://github.com/o/r/\(kind)/7",
      ] as [String: Any])
  }

  private func comment(_ remark: Remark) -> [String: Any] {
    [
      "id": remark.id, "user": ["login": remark.author], "body": remark.text,
      "created_at": remark.time, "issue_url": "\(Self.repository)/issues/7",
      "html_url": "https://github.com/o/r/issues/7#issuecomment-\(remark.id)",
    ]
  }

  /// A comment on a line, which answers the first on that line or none.
  private func line(_ remark: Remark) -> [String: Any] {
    [
      "id": remark.id, "user": ["login": remark.author], "body": remark.text,
      "created_at": remark.time, "path": "a.c", "line": 3,
      "pull_request_url": "\(Self.repository)/pulls/7",
      "html_url": "https://github.com/o/r/pull/7#discussion_r\(remark.id)",
      "in_reply_to_id": remark.parent == nil ? NSNull() : 101 as Any,
    ]
  }

  private func review(_ remark: Remark) -> [String: Any] {
    [
      "id": remark.id, "user": ["login": remark.author], "body": remark.text,
      "submitted_at": remark.time, "state": "APPROVED",
      "pull_request_url": "\(Self.repository)/pulls/7",
      "html_url": "https://github.com/o/r/pull/7#pullrequestreview-\(remark.id)",
    ]
  }
}
