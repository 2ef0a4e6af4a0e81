import Foundation
import RunningPrograms

extension Talk {
  /// Post 7, whose comments come 50 at a time.
  var lemmy: [String: TestServer.Answer] { lemmy(leftOut: 0) }

  /// The same with answers to Bob that are counted and not given.
  func lemmy(leftOut count: Int) -> [String: TestServer.Answer] {
    let views = remarks.map { view($0, leftOut: count) }
    var pages = (0...views.count / 50).map { Array(views.dropFirst($0 * 50).prefix(50)) }
    // As long as fewer came than are counted, there may be more.
    if count > 0 { pages.append([]) }
    let post: [String: Any] = [
      "post": article, "creator": ["id": 1, "name": "zoe"],
      "counts": ["comments": remarks.count + count],
    ]
    var answers = [
      "/api/v4/post?id=7": TestServer.Answer("", status: 404),
      "/api/v3/post?id=7": TestServer.Answer(json: ["post_view": post]),
    ]
    for (page, views) in pages.enumerated() {
      answers[Self.list("post_id=7", page: page + 1)] = TestServer.Answer(json: ["comments": views])
    }
    return answers
  }

  /// What is said of Cy's comment alone.
  static var lemmyWayToCy: [String: TestServer.Answer] {
    let comment: [String: Any] = ["id": 103, "path": "0.101.102.103", "post_id": 7]
    return [
      "/api/v4/comment?id=103": TestServer.Answer("", status: 404),
      "/api/v3/comment?id=103": TestServer.Answer(json: ["comment_view": ["comment": comment]]),
    ]
  }

  /// The answer that has Bob's comment and all below it, and where it is asked for.
  func moreLemmy(_ count: Int) -> (question: String, answer: TestServer.Answer) {
    var whole = self
    for number in 1...count { whole.say("mia", "More m\(number)", to: 2) }
    let views = whole.remarks.filter { $0.number == 2 || $0.parent == 2 }.map {
      whole.view($0, leftOut: 0)
    }
    return (
      Self.list("parent_id=102", page: 1), TestServer.Answer(json: ["comments": views])
    )
  }

  private static func list(_ what: String, page: Int) -> String {
    "/api/v3/comment/list?\(what)&limit=50&sort=Old&type_=All&page=\(page)"
  }

  private var article: [String: Any] {
    [
      "id": 7, "name": title, "body": text, "creator_id": 1, "published": Self.time(minute: 0),
      "ap_id": "https://lemmy.example/post/7", "local": true,
    ]
  }

  private func view(_ remark: Remark, leftOut count: Int) -> [String: Any] {
    var path = [remark.id]
    var parent = remark.parent
    while let number = parent {
      path.insert(number + 100, at: 0)
      parent = remarks[number - 1].parent
    }
    let isAbove = remark.number < 3
    let comment: [String: Any] = [
      "id": remark.id, "post_id": 7, "content": remark.text, "published": remark.time,
      "path": "0." + path.map { "\($0)" }.joined(separator: "."), "local": true,
      "ap_id": "https://lemmy.example/comment/\(remark.id)",
    ]
    return [
      "comment": comment, "creator": ["id": 2, "name": remark.author], "post": article,
      "counts": ["child_count": descendants(of: remark.number) + (isAbove ? count : 0)],
    ]
  }
}
