import DiscussionModel
import WebAddresses

/// Topics that a forum finds, `search.json`; its page is `/search?q=WORDS`.
enum DiscourseSearch {
  /// The address of a search in what a list has: in a category or a tag, which the words then name as people do; otherwise in
  /// the whole forum.
  static func address(of words: String, at front: WebURL) -> String? {
    let path = front.path
    let place =
      switch path.first {
      case "c": path.last { SiteID.isNumber($0) }.map { " category:\($0)" }
      case "tag": path.last.map { " tags:\($0)" }
      default: nil as String?
      }
    return "\(front.origin)/search?q=\(PercentCoding.encode(words + (place ?? "")))"
  }

  /// How the page of a search is fetched; nil for any other.
  static func plan(_ address: WebURL) -> (any FrontPlan)? {
    // What has one of these is Lemmy's.
    guard address.path == ["search"], let words = address.value(of: "q"), !words.isEmpty,
      address.value(of: "type") == nil, address.value(of: "community_name") == nil
    else { return nil }
    let number = WebURL.pageNumber(address.value(of: "page"))
    let query = "q=\(PercentCoding.encode(words))"
    return SingleFrontPlan(
      title: "\(address.authority): “\(HTMLText.shortened(words, limit: 60))”",
      url: "\(address.origin)/search.json?\(query)" + (number > 1 ? "&page=\(number)" : "")
    ) { (response, page) throws(SiteError) in
      let value = try response.json()
      let more = value["grouped_search_result"]
      guard let more, more.kind == .object else {
        throw SiteError(.notUnderstood(expected: ["a search"]), url: response.request.url)
      }
      var findings = Findings()
      page.rows = rows(of: value, address.origin, &findings)
      if findings.flag(more["more_full_page_results"]), !page.rows.isEmpty {
        page.next = "\(address.origin)/search?\(query)&page=\(number + 1)"
      }
    }
  }

  /// The topics in the order of the posts that were found in them.
  private static func rows(
    of value: JSONValue, _ origin: String, _ findings: inout Findings
  ) -> [FrontRow] {
    var rows: [FrontRow] = []
    var places: [String: Int] = [:]
    for post in findings.objects(value["posts"]) {
      guard let id = findings.id(post["topic_id"]), places[id] == nil else { continue }
      places[id] = places.count
    }
    let topics = findings.objects(value["topics"]).map { topic in
      (place: findings.id(topic["id"]).flatMap { places[$0] } ?? .max, topic: topic)
    }
    for (_, topic) in topics.sorted(by: { $0.place < $1.place }) {
      guard let row = DiscourseFront.row(topic, [:], origin, &findings) else { continue }
      rows.append(row)
    }
    return rows
  }
}
