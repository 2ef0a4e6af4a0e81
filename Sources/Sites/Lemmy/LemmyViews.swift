import DiscussionModel
import WebAddresses

/// Comments and posts of Lemmy's answers.
struct LemmyViews {
  struct Post {
    var id: String
    var value: JSONValue?
    var creator: JSONValue?
    var counts: JSONValue?
    var tags: JSONValue?
  }

  var comments: [JSONValue] = []
  /// Views of posts with the same link elsewhere.
  private(set) var crossPosts: [JSONValue] = []
  /// In the order in which they are met, each once.
  private(set) var posts: [Post] = []
  /// For each post's id its place in `posts`.
  private var places: [String: Int] = [:]

  init(_ items: [JSONValue], _ findings: inout Findings) {
    for item in items {
      if let view = item["post_view"] { take(post: view, &findings) }
      crossPosts += findings.objects(item["cross_posts"])
      if let list = item["comments"] ?? item["items"] {
        for view in findings.objects(list) { take(comment: view, &findings) }
      } else if let view = item["comment_view"] {
        take(comment: view, &findings)
      } else if item["comment"] != nil {
        take(comment: item, &findings)
      } else if item["post_view"] == nil {
        if item[["post", "name"]] ?? item[["post", "title"]] != nil {
          take(post: item, &findings)
        } else {
          findings.add(.unknownKind, at: item)
        }
      }
    }
  }

  private mutating func take(comment view: JSONValue, _ findings: inout Findings) {
    guard view["comment"]?.kind == .object else { return findings.add(.unknownKind, at: view) }
    comments.append(view)
    guard let id = Self.post(of: view, &findings) else { return }
    let post = view["post"]
    let creator = findings.id(post?["creator_id"] ?? post?["user_id"])
    let isByPoster = creator != nil && creator == findings.id(view[["creator", "id"]])
    if let place = places[id] {
      if isByPoster, posts[place].creator == nil { posts[place].creator = view["creator"] }
      return
    }
    places[id] = posts.count
    posts.append(Post(id: id, value: post, creator: isByPoster ? view["creator"] : nil))
  }

  private mutating func take(post view: JSONValue, _ findings: inout Findings) {
    guard let post = view["post"], let id = findings.id(post["id"]) else {
      return findings.add(.unknownKind, at: view)
    }
    let found = Post(
      id: id, value: post, creator: view["creator"], counts: view["counts"] ?? post,
      tags: view["tags"])
    if let place = places[id] {
      posts[place] = found
    } else {
      places[id] = posts.count
      posts.append(found)
    }
  }

  /// The post that a comment is on.
  private static func post(of view: JSONValue, _ findings: inout Findings) -> String? {
    findings.id(view[["comment", "post_id"]]) ?? findings.id(view[["post", "id"]])
  }

  /// Only what belongs to one post, where one is requested.
  func of(post only: String?, _ findings: inout Findings) throws(ImportError) -> LemmyViews {
    guard !posts.isEmpty || !comments.isEmpty else {
      throw ImportError(.nothing(of: .lemmy), in: .inputs)
    }
    guard let only else { return self }
    var chosen = self
    chosen.posts = posts.filter { $0.id == only }
    guard !chosen.posts.isEmpty else {
      throw ImportError(.notAmong(only, posts.prefix(20).map(\.id)), in: .inputs)
    }
    var found: [JSONValue] = []
    for view in comments where Self.post(of: view, &findings) == only { found.append(view) }
    chosen.comments = found
    return chosen
  }

  /// The host that answered: where what it calls its own is from, or else what comes first.
  func host(_ findings: inout Findings) -> String? {
    let things = comments.compactMap { $0["comment"] } + posts.compactMap(\.value)
    let own = things.first { findings.flag($0["local"]) } ?? things.first
    return findings.words(own?["ap_id"]).flatMap { WebURL(reference: $0)?.authority }
  }

  static func name(of user: JSONValue?, _ findings: inout Findings) -> String? {
    findings.words(user?["display_name"]) ?? findings.words(user?["name"])
      ?? findings.words(user?["user_name"])
  }
}
