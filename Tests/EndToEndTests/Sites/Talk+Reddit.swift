import Foundation
import RunningPrograms

extension Talk {
  /// Post `p7`, in whose listing comments are called `c1` and so on.
  var reddit: [String: TestServer.Answer] { reddit(leftOut: 0) }

  /// The same with answers to Bob, or to the post, that the listing names and leaves out: `m1` and
  /// so on.
  func reddit(leftOut count: Int, atTop: Bool = false) -> [String: TestServer.Answer] {
    let post: [String: Any] = [
      "id": "p7", "title": title, "author": "zoe", "selftext": text, "created_utc": Self.seconds,
      "num_comments": remarks.count + count, "permalink": "/r/x/comments/p7/q/",
      "url": "https://www.reddit.com/r/x/comments/p7/q/", "subreddit": "x", "score": 1,
    ]
    let below = replies(to: nil).map { comment($0, leftOut: atTop ? 0 : count) }
    let listing = [
      Self.listing([["kind": "t3", "data": post]]),
      Self.listing(below + (atTop ? [Self.more(count, to: "t3_p7")] : [])),
    ]
    return ["/comments/p7?raw_json=1&limit=500": TestServer.Answer(json: listing)]
  }

  /// The feed that those get who have no token.
  var redditFeed: [String: TestServer.Answer] {
    func entry(_ id: String, _ place: String, _ author: String, _ text: String, _ time: String)
      -> String
    {
      """
      <entry><author><name>/u/\(author)</name></author><category term="x"/><content type="html">\
      &lt;!-- SC_OFF --&gt;&lt;p&gt;\(text)&lt;/p&gt;&lt;!-- SC_ON --&gt;</content><id>\(id)</id>\
      <link href="https://www.reddit.com/r/x/comments/p7/q/\(place)"/><updated>\(time)</updated>\
      <title>\(title)</title></entry>
      """
    }
    let entries =
      [entry("t3_p7", "", "zoe", text, Self.time(minute: 0))]
      + remarks.map {
        entry("t1_c\($0.number)", "c\($0.number)/", $0.author, $0.text, $0.time)
      }
    let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entries.joined())</feed>"
    return [
      "/comments/p7/.rss": TestServer.Answer(
        feed, headers: ["Content-Type": "application/atom+xml"])
    ]
  }

  /// The answer that has what was left out, and where it is asked for.
  static func moreReddit(
    _ count: Int, to parent: String = "t1_c2"
  ) -> (question: String, answer: TestServer.Answer) {
    let ids = (1...count).map { "m\($0)" }
    let things = ids.map { id in
      thing(id, to: parent, by: "mia", text: "More \(id)", seconds: seconds + 6000, replies: "")
    }
    let query = "api_type=json&raw_json=1&limit_children=false&link_id=t3_p7"
    return (
      "/api/morechildren?\(query)&children=\(ids.joined(separator: "%2C"))",
      TestServer.Answer(json: ["json": ["errors": [], "data": ["things": things]]])
    )
  }

  private func comment(_ remark: Remark, leftOut count: Int) -> [String: Any] {
    var below = replies(to: remark.number).map { comment($0, leftOut: count) }
    if remark.number == 2, count > 0 {
      below.append(Self.more(count, to: "t1_c2"))
    }
    return Self.thing(
      "c\(remark.number)", to: remark.parent.map { "t1_c\($0)" } ?? "t3_p7", by: remark.author,
      text: remark.text, seconds: remark.seconds, replies: below.isEmpty ? "" : Self.listing(below))
  }

  /// What stands for so many answers that are left out.
  private static func more(_ count: Int, to parent: String) -> [String: Any] {
    let data: [String: Any] = [
      "id": "m1", "parent_id": parent, "count": count, "children": (1...count).map { "m\($0)" },
    ]
    return ["kind": "more", "data": data]
  }

  private static func thing(
    _ id: String, to parent: String, by author: String, text: String, seconds: Int, replies: Any
  ) -> [String: Any] {
    let data: [String: Any] = [
      "id": id, "parent_id": parent, "link_id": "t3_p7", "author": author, "body": text,
      "created_utc": seconds, "replies": replies, "score": 1,
    ]
    return ["kind": "t1", "data": data]
  }

  private static func listing(_ children: [[String: Any]]) -> [String: Any] {
    ["kind": "Listing", "data": ["children": children]]
  }
}
