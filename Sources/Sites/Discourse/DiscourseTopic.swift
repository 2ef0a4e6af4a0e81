import DiscussionModel
import WebAddresses

/// What is known of a topic as a whole.
struct DiscourseTopic {
  let id: String
  let title: String
  let author: String?
  let time: SourceTime?
  /// Its page; nil if the host is unknown.
  let address: String?
  /// The address of its host, in which links within the site begin.
  let site: String?
  /// What marks are kept under.
  let name: String
  /// How many posts it says it has, with the first.
  let count: Int?
  /// How many posts its list of them has.
  let stream: Int
  /// The numbers of posts that the topic says are its solution.
  let answers: Set<Int>
  /// What it is filed under.
  let tags: [String]

  init(_ pages: [JSONValue], host: String?, folder: String, _ findings: inout Findings) {
    let whole = pages.first { $0["title"] != nil } ?? pages.first
    let posts = pages.flatMap { page in
      page[["post_stream", "posts"]].map { Array($0.elements) } ?? []
    }
    id = findings.id(whole?["id"]) ?? findings.id(posts.first?["topic_id"]) ?? "unknown"
    title =
      findings.words(whole?["title"])
      ?? findings.words(whole?["fancy_title"]).map { HTMLText.line($0) } ?? "Discourse \(id)"
    author =
      findings.words(whole?[["details", "created_by", "username"]])
      ?? findings.words(posts.first { findings.integer($0["post_number"]) == 1 }?["username"])
    time = findings.time(whole?["created_at"])
    count = findings.count(whole?["posts_count"])
    let solutions =
      [whole?["accepted_answer"]].compactMap { $0 }.filter { $0.kind == .object }
      + findings.objects(whole?["accepted_answers"])
    answers = Set(solutions.compactMap { findings.integer($0["post_number"]) })
    tags = Tags.names(in: whole?["tags"], &findings)
    stream = pages.reduce(0) { most, page in
      max(most, page[["post_stream", "stream"]]?.elements.reduce(0) { count, _ in count + 1 } ?? 0)
    }
    let slug = findings.words(whole?["slug"]) ?? findings.words(posts.first?["topic_slug"])
    let place =
      host.map { [$0.lowercased(), folder] } ?? Self.place(whole, posts, &findings) ?? []
    site = place.first.map { "https://\($0)" }
    let forum = place.filter { !$0.isEmpty }.joined(separator: "/")
    address = forum.isEmpty ? nil : "https://\(forum)/t/\(slug ?? "-")/\(id)"
    name = "discourse:\(forum.isEmpty ? slug ?? "unknown" : forum)/\(id)"
  }

  /// The host and the folder in it, which the answer does not name: those of links that are said to stay within it, or
  /// the host of the pictures of those who are quoted.
  private static func place(
    _ topic: JSONValue?, _ posts: [JSONValue], _ findings: inout Findings
  ) -> [String]? {
    var links = findings.objects(topic?[["details", "links"]])
    for post in posts { links += findings.objects(post["link_counts"]) }
    var silent = Findings()
    var seen: [[String]: Int] = [:]
    for link in links where silent.flag(link["internal"]) {
      guard let address = silent.words(link["url"]),
        let host = WebURL(reference: address)?.authority
      else {
        continue
      }
      let path = WebURL.path(of: address)
      let folder = path.firstIndex(of: "t").map { path[..<$0].joined(separator: "/") } ?? ""
      seen[[host, folder], default: 0] += 1
    }
    let most = seen.max {
      ($0.value, $1.key.joined(separator: "/")) < ($1.value, $0.key.joined(separator: "/"))
    }
    return most?.key ?? posts.lazy.compactMap { avatarHost(in: $0) }.first.map { [$0] }
  }

  /// The host of the picture in a post's first quote.
  private static func avatarHost(in post: JSONValue) -> String? {
    var silent = Findings()
    guard var rest = silent.text(post["cooked"])?[...] else { return nil }
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = HTMLTag(rest[rest.index(after: start)..<end])
      if tag.name == "img", tag.hasClass("avatar"), let address = tag["src"],
        address.utf8.split(separator: UInt8(ascii: "/")).contains(where: {
          $0.elementsEqual("letter_avatar_proxy".utf8) || $0.elementsEqual("user_avatar".utf8)
        })
      {
        return WebURL(reference: String(address))?.authority
      }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }
}
