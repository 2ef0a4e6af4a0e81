import WebAddresses

/// Discourse: a topic by `t/ID.json`, and the posts that are not in it by `t/ID/posts.json`, 20 at a time.
///
/// A topic of more than 10,000 posts does not list them; its pages are asked for by `t/ID.json?page=2` and so on.
struct DiscoursePlan: FetchPlan {
  let format: DiscussionFormat? = .discourse
  let comment: String?
  private(set) var total: Int?
  /// The topic's address without `.json`.
  private let topic: String
  private let id: String
  /// The host that answered at last, and the folder in it, by which its discussions are called.
  private var host: String
  private var folder: String
  /// The topic's id, as it says itself; one that was moved into another has another than the link.
  private var found: String?

  /// As many as the site gives with the topic.
  private static let chunk = 20
  /// At most this many posts are requested.
  private static let most = 20_000

  /// Reads a link; nil if it leads to no topic.
  init?(_ address: WebURL) {
    guard let mark = Self.mark(in: address) else { return nil }
    var names = address.path[(mark + 1)...]
    if let last = names.popLast() {
      names.append(last.hasSuffix(".json") ? String(last.dropLast(5)) : last)
    }
    guard !names.isEmpty, names.count < 4, names.count > 1 || address.path[mark] == "t" else {
      return nil
    }
    let isNamed = names.count == 3 || names.first.map { !SiteID.isNumber($0) } ?? false
    let numbers = isNamed ? names.dropFirst() : names
    guard let id = numbers.first, SiteID.isNumber(id) else { return nil }
    let post = numbers.dropFirst().first
    comment = post.flatMap { SiteID.isNumber($0) && $0 != "1" ? $0 : nil }
    guard let folder = Self.folder(in: address) else { return nil }
    topic = "\(address.origin)/\(folder.isEmpty ? "" : folder + "/")t/\(id)"
    self.id = id
    self.folder = folder
    host = address.authority
  }

  /// Where a topic's names begin: after `t`, or after `n`, where it is shown as a tree.
  private static func mark(in address: WebURL) -> Int? {
    address.path.prefix(4).firstIndex { $0 == "t" || $0 == "n" }
  }

  /// The folder in which the site is, encoded; nil if an address does not lead to a topic.
  private static func folder(in address: WebURL) -> String? {
    guard let mark = mark(in: address), !address.path[..<mark].contains("..")
    else { return nil }
    return address.path[..<mark].map { PercentCoding.encode($0) }.joined(separator: "/")
  }

  var discussion: String? { "discourse:\(host)/\(folder.isEmpty ? "" : folder + "/")\(id)" }
  var firstRequests: [PageRequest] { [PageRequest(url: "\(topic).json")] }
  var options: ImportOptions {
    ImportOptions(format: format, only: found, host: host, folder: folder)
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    guard total == nil else { return Reaction() }
    if let address = response.address, let found = Self.folder(in: address) {
      (host, folder) = (address.authority, found)
    }
    var findings = Findings()
    let item = response.items.first
    found = findings.id(item?["id"])
    let posts = findings.objects(item?[["post_stream", "posts"]])
    var addresses: [String] = []
    if let stream = item?[["post_stream", "stream"]] {
      let given = Set(posts.compactMap { findings.id($0["id"]) })
      addresses = chunks(of: missing(in: stream, given: given, &findings))
    } else if let count = findings.count(item?["posts_count"]), count > posts.count {
      let last = (min(count, Self.most) - 1) / Self.chunk + 1
      addresses = (1...last).dropFirst().map { "\(topic).json?page=\($0)" }
    }
    total = 1 + addresses.count
    return Reaction(next: addresses.map { PageRequest(url: $0) })
  }

  /// The ids of posts that a topic lists and does not give.
  private func missing(
    in stream: JSONValue, given: Set<String>, _ findings: inout Findings
  ) -> [String] {
    var known = given
    var missing: [String] = []
    for value in stream.elements {
      guard missing.count < Self.most, let id = findings.id(value), SiteID.isNumber(id),
        known.insert(id).inserted
      else { continue }
      missing.append(id)
    }
    return missing
  }

  private func chunks(of ids: [String]) -> [String] {
    stride(from: 0, to: ids.count, by: Self.chunk).map { start in
      let query = ids[start...].prefix(Self.chunk).map { "post_ids%5B%5D=\($0)" }
      return "\(topic)/posts.json?\(query.joined(separator: "&"))"
    }
  }
}
