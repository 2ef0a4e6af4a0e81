import Foundation
import RunningPrograms

extension Talk {
  /// Topic 7, which gives the article and two posts; the others are given by `posts.json`.
  var discourse: [String: TestServer.Answer] {
    let posts =
      [post(1, text: text, by: "zoe", at: Self.time(minute: 0), to: nil)]
      + remarks.map { remark in
        post(
          remark.number + 1, text: remark.text, by: remark.author, at: remark.time,
          to: remark.parent.map { $0 + 1 })
      }
    let ids = posts.indices.map { $0 + 101 }
    let topic: [String: Any] = [
      "id": 7, "title": title, "slug": "a-talk", "posts_count": posts.count,
      "created_at": Self.time(minute: 0),
      "post_stream": ["posts": Array(posts.prefix(3)), "stream": ids] as [String: Any],
    ]
    let query = ids.dropFirst(3).map { "post_ids%5B%5D=\($0)" }.joined(separator: "&")
    let rest: [String: Any] = ["id": 7, "post_stream": ["posts": Array(posts.dropFirst(3))]]
    return [
      "/t/7.json": TestServer.Answer(json: topic),
      "/t/7/posts.json?\(query)": TestServer.Answer(json: rest),
    ]
  }

  private func post(
    _ number: Int, text: String, by author: String, at time: String, to parent: Int?
  ) -> [String: Any] {
    [
      "id": number + 100, "post_number": number, "topic_id": 7, "username": author,
      "created_at": time, "cooked": "<p>\(text)</p>",
      "reply_to_post_number": parent ?? NSNull() as Any,
    ]
  }
}
