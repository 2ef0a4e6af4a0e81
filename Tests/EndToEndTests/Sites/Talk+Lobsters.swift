import Foundation
import RunningPrograms

extension Talk {
  /// Story `abc7`, whose comments are called `c1` and so on, with a tag that changes with it.
  var lobsters: [String: TestServer.Answer] { lobsters(url: "") }

  /// The same with an article elsewhere.
  func lobsters(url: String) -> [String: TestServer.Answer] {
    let comments: [[String: Any]] = remarks.map { remark in
      [
        "short_id": "c\(remark.number)", "created_at": remark.time, "score": 1,
        "commenting_user": remark.author, "comment": "<p>\(remark.text)</p>",
        "url": "https://lobste.rs/c/c\(remark.number)",
        "parent_comment": remark.parent.map { "c\($0)" } ?? NSNull(),
      ]
    }
    let story: [String: Any] = [
      "short_id": "abc7", "title": title, "created_at": Self.time(minute: 0), "score": 1,
      "submitter_user": "zoe", "description": "<p>\(text)</p>", "url": url,
      "comments_url": "https://lobste.rs/s/abc7/a_talk", "comment_count": remarks.count,
      "comments": comments,
    ]
    return [
      "/s/abc7.json": TestServer.Answer(json: story, headers: ["ETag": "\"\(remarks.count)\""])
    ]
  }
}
