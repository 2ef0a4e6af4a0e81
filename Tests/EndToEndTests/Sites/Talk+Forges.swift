import RunningPrograms

/// Talks at Forgejo and at GitLab.
extension Talk {
  /// Issue 7 of Forgejo, whose comments all are on the article.
  var forgejo: [String: TestServer.Answer] {
    let page = "https://forge.example/o/r/issues/7"
    let issue: [String: Any] = [
      "number": 7, "id": 70, "title": title, "body": text, "user": ["login": "zoe"],
      "original_author": "", "comments": remarks.count, "created_at": Self.time(minute: 0),
      "html_url": page,
    ]
    let comments: [[String: Any]] = remarks.map { remark in
      [
        "id": remark.id, "user": ["login": remark.author], "body": remark.text,
        "original_author": "", "created_at": remark.time, "issue_url": page,
        "pull_request_url": "", "html_url": "\(page)#issuecomment-\(remark.id)",
      ]
    }
    return [
      "/api/v1/repos/o/r/issues/7": TestServer.Answer(json: issue),
      "/api/v1/repos/o/r/issues/7/comments": TestServer.Answer(json: comments),
    ]
  }

  /// Pull request 7 of Forgejo: on its lines there is what Ann began, all on one line and in one review that says nothing
  /// itself, Gus has written a review, and all else are comments.
  var forgejoPullRequest: [String: TestServer.Answer] {
    let lines = remarks.filter { $0.author == "ann" || ($0.parent ?? 9) < 3 }
    let reviews = remarks.filter { $0.author == "gus" }
    let others = remarks.filter { remark in
      !(lines + reviews).contains { $0.number == remark.number }
    }
    let page = "https://forge.example/o/r/pulls/7"
    let issue: [String: Any] = [
      "number": 7, "id": 70, "title": title, "body": text, "user": ["login": "zoe"],
      "original_author": "", "comments": others.count + reviews.count + 1,
      "created_at": Self.time(minute: 0), "html_url": page, "pull_request": ["merged": false],
    ]
    func item(_ remark: Remark, _ more: [String: Any]) -> [String: Any] {
      [
        "id": remark.id, "user": ["login": remark.author], "body": remark.text,
        "html_url": "\(page)#issuecomment-\(remark.id)", "pull_request_url": page,
      ].merging(more) { $1 }
    }
    let silent: [String: Any] = [
      "id": 1, "user": ["login": "ann"], "body": "", "state": "COMMENT",
      "comments_count": lines.count, "submitted_at": Self.time(minute: 1),
      "html_url": "\(page)#issuecomment-100", "pull_request_url": page,
    ]
    let list = "/api/v1/repos/o/r/pulls/7/reviews"
    return [
      "/api/v1/repos/o/r/issues/7": TestServer.Answer(json: issue),
      "/api/v1/repos/o/r/issues/7/comments": TestServer.Answer(
        json: others.map {
          item($0, ["created_at": $0.time, "original_author": "", "issue_url": ""])
        }),
      "\(list)?limit=50": TestServer.Answer(
        json: [silent]
          + reviews.map {
            item($0, ["submitted_at": $0.time, "state": "APPROVED", "comments_count": 0])
          }),
      "\(list)/1/comments": TestServer.Answer(
        json: lines.map {
          item(
            $0,
            [
              "created_at": $0.time, "path": "a.c", "position": 3, "original_position": 0,
              "diff_hunk": "@@ -1 +1 @@\n+x", "pull_request_review_id": 1,
            ])
        }),
    ]
  }

  /// Issue 7 of GitLab: a discussion for each remark on the article, with all that is below it.
  var gitLab: [String: TestServer.Answer] {
    let issue: [String: Any] = [
      "id": 70, "iid": 7, "title": title, "description": text, "author": ["username": "zoe"],
      "user_notes_count": remarks.count, "created_at": Self.time(minute: 0),
      "web_url": "https://lab.example/o/r/-/issues/7",
    ]
    var notes: [Int: [[String: Any]]] = [:]
    var roots: [Int: Int] = [:]
    for remark in remarks {
      let root = remark.parent.flatMap { roots[$0] } ?? remark.number
      roots[remark.number] = root
      notes[root, default: []].append([
        "id": remark.id, "author": ["username": remark.author], "body": remark.text,
        "created_at": remark.time, "system": false, "noteable_type": "Issue", "noteable_iid": 7,
      ])
    }
    let discussions: [[String: Any]] = notes.keys.sorted().map {
      ["id": "d\($0)", "notes": notes[$0] ?? []]
    }
    let item = "/api/v4/projects/o%2Fr/issues/7"
    return [
      item: TestServer.Answer(json: issue),
      "\(item)/discussions?per_page=100": TestServer.Answer(json: discussions),
    ]
  }
}
