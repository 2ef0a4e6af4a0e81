/// Discourse: a topic by `t/ID.json`, and the posts that are not in it by `t/ID/posts.json`, 20 at a time.
struct DiscourseSite: Conversation {
  let format: DiscussionFormat? = .discourse
  let comment: String?
  private(set) var total: Int?
  /// The topic's address without `.json`.
  private let topic: String
  /// The host that answered at last, by which its discussions are called.
  private var host: String

  /// As many as the site gives with the topic.
  private static let chunk = 20
  /// So many posts are asked for at most.
  private static let most = 20_000

  /// Reads a link; nil where it leads to no topic.
  init?(_ address: SiteAddress) {
    guard let mark = address.path.firstIndex(of: "t"), mark < 4 else { return nil }
    var names = address.path[(mark + 1)...]
    if let last = names.popLast() {
      names.append(last.hasSuffix(".json") ? String(last.dropLast(5)) : last)
    }
    guard !names.isEmpty, names.count < 4 else { return nil }
    let isNamed = names.count == 3 || names.first.map { !SiteID.isNumber($0) } ?? false
    let numbers = isNamed ? names.dropFirst() : names
    guard let id = numbers.first, SiteID.isNumber(id) else { return nil }
    let post = numbers.dropFirst().first
    comment = post.flatMap { SiteID.isNumber($0) && $0 != "1" ? $0 : nil }
    let folder = address.path[..<mark].map { PercentCoding.encode($0) + "/" }.joined()
    guard !address.path[..<mark].contains("..") else { return nil }
    topic = "\(address.origin)/\(folder)t/\(id)"
    host = address.authority
  }

  var beginning: [Question] { [Question(url: "\(topic).json")] }
  var options: ImportOptions { ImportOptions(format: format, host: host) }

  mutating func take(_ answer: Answer) throws(SiteError) -> Reaction {
    guard total == nil else { return Reaction() }
    host = try SiteAddress(answer.url).authority
    var findings = Findings()
    var known: Set<String> = []
    for post in findings.objects(answer.items.first?[[.postStream, .posts]]) {
      if let id = findings.id(post[.id]) { known.insert(id) }
    }
    var missing: [String] = []
    for value in answer.items.first?[[.postStream, .stream]].map({ Array($0.elements) }) ?? [] {
      guard missing.count < Self.most, let id = findings.id(value), SiteID.isNumber(id),
        known.insert(id).inserted
      else { continue }
      missing.append(id)
    }
    let questions = stride(from: 0, to: missing.count, by: Self.chunk).map { start in
      let ids = missing[start...].prefix(Self.chunk).map { "post_ids%5B%5D=\($0)" }
      return Question(url: "\(topic)/posts.json?\(ids.joined(separator: "&"))")
    }
    total = 1 + questions.count
    return Reaction(next: questions)
  }
}
