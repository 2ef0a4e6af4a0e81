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

  /// The same of Lemmy 1.0, which names its pages, and has each count in what it is of.
  var lemmyV4: [String: TestServer.Answer] {
    var post = article
    post["comments"] = remarks.count
    let view: [String: Any] = ["post": post, "creator": ["id": 1, "name": "zoe"]]
    let list = "/api/v4/comment/list?post_id=7&limit=50&sort=old&type_=all"
    let views = remarks.map { Self.renamed(self.view($0, leftOut: 0)) }
    return [
      "/api/v4/post?id=7": TestServer.Answer(json: ["post_view": view]),
      list: TestServer.Answer(json: ["items": Array(views.prefix(50)), "next_page": "P/2"]),
      "\(list)&page_cursor=P%2F2": TestServer.Answer(
        json: ["items": Array(views.dropFirst(50)), "next_page": NSNull()]),
    ]
  }

  /// What Lemmy 1.0 says of Cy's comment alone.
  static var lemmyV4WayToCy: [String: TestServer.Answer] {
    let comment: [String: Any] = ["id": 103, "path": "0.101.102.103", "post_id": 7]
    return [
      "/api/v4/comment?id=103": TestServer.Answer(json: ["comment_view": ["comment": comment]])
    ]
  }

  /// The same of PieFed, which has other names, and neither of Lemmy's interfaces.
  var pieFed: [String: TestServer.Answer] {
    var answers: [String: TestServer.Answer] = [:]
    for version in ["v3", "v4"] {
      answers["/api/\(version)/post?id=7"] = TestServer.Answer("", status: 404)
    }
    var post = article
    (post["title"], post["user_id"]) = (title, 1)
    (post["name"], post["creator_id"]) = (nil, nil)
    let view: [String: Any] = [
      "post": post, "creator": ["id": 1, "user_name": "zoe"], "counts": ["comments": remarks.count],
    ]
    answers["/api/alpha/post?id=7"] = TestServer.Answer(json: ["post_view": view])
    let views = remarks.map { remark in
      var view = self.view(remark, leftOut: 0)
      var comment = view["comment"] as? [String: Any] ?? [:]
      (comment["body"], comment["content"]) = (comment["content"], nil)
      view["comment"] = comment
      view["creator"] = ["id": 2, "user_name": remark.author]
      view["post"] = post
      return view
    }
    for page in 0...views.count / 50 {
      let list = Self.list("post_id=7", page: page + 1).replacing("v3", with: "alpha")
      answers[list] = TestServer.Answer(
        json: ["comments": Array(views.dropFirst(page * 50).prefix(50))])
    }
    return answers
  }

  /// What PieFed says of Cy's comment alone.
  static var pieFedWayToCy: [String: TestServer.Answer] {
    let comment: [String: Any] = ["id": 103, "path": "0.101.102.103", "post_id": 7]
    return [
      "/api/v3/comment?id=103": TestServer.Answer("", status: 404),
      "/api/v4/comment?id=103": TestServer.Answer("", status: 404),
      "/api/alpha/comment?id=103": TestServer.Answer(json: ["comment_view": ["comment": comment]]),
    ]
  }

  /// A view of version 3 as version 4 has it.
  private static func renamed(_ view: [String: Any]) -> [String: Any] {
    var view = view
    var comment = view["comment"] as? [String: Any] ?? [:]
    (comment["published_at"], comment["published"]) = (comment["published"], nil)
    comment["child_count"] = (view["counts"] as? [String: Any])?["child_count"]
    view["comment"] = comment
    view["counts"] = nil
    return view
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
