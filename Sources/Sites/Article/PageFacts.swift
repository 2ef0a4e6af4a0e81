import DiscussionModel
import HTMLTree

/// What a page says of its article outside of the text: in JSON-LD, in its head, and by the marks of its elements.
struct PageFacts {
  var title: String?
  var byline: String?
  /// A date or a date and time of ISO 8601.
  var published: String?
  var isPaid = false
  /// The text as the page has it for machines.
  var body: String?
  /// Elements that say who wrote it, and that need not be repeated in the text.
  private(set) var bylines: [Int] = []
  /// What it says the text is about.
  private(set) var descriptions: [String]

  private static let longestByline = 100

  /// - Complexity: O(nodes + length).
  init(_ survey: PageSurvey) {
    let tree = survey.tree
    let linked = LinkedData(tree)
    var metas: [String: String] = [:]
    var heads: [Int] = []
    var titleText: String?
    var shownByline: String?
    var shownTime: String?
    var statedTime: String?
    // Where the article that is open ends.
    var end = 0
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case .meta: Self.take(index, tree, &metas)
      case .title where titleText == nil && node.isHTML:
        titleText = tree.line(of: index, limit: 500)
      case .h1: heads.append(index)
      case .article, .main: end = max(end, node.end)
      case .time where shownTime == nil && index < end && !survey.nodes[index].isDropped:
        shownTime = tree.shortAttribute(.datetime, of: index)
      default: break
      }
      if statedTime == nil, survey.nodes[index].hints.contains(.published) {
        statedTime =
          tree.shortAttribute(.datetime, of: index) ?? tree.shortAttribute(.content, of: index)
      }
      if shownByline == nil, !survey.nodes[index].isDropped, !survey.nodes[index].isUnlikely,
        survey.nodes[index].hints.contains(.byline),
        let words = tree.byline(of: index, limit: Self.longestByline)
      {
        shownByline = words
        bylines.append(index)
      }
    }
    title =
      Self.title(
        stated: linked.headline.map { HTMLText.decoded($0) } ?? metas["og:title"] ?? metas[
          "twitter:title"]
          ?? metas["dc.title"],
        document: titleText, heads: heads.prefix(20).map { tree.line(of: $0, limit: 500) },
        site: metas["og:site_name"])
    byline =
      [linked.author, metas["author"], metas["dc.creator"], metas["article:author"], shownByline]
      .lazy.compactMap { $0 }.map { Self.withoutBy($0) }
      .first { !$0.isEmpty && !$0.hasPrefix("http") && $0.count <= Self.longestByline }
    published =
      [
        linked.published, metas["article:published_time"], metas["datepublished"],
        metas["dc.date"], metas["date"], metas["publish-date"], metas["pubdate"], statedTime,
        shownTime,
      ].lazy.compactMap { $0.flatMap(Self.moment) }.first
    descriptions = ["description", "og:description", "twitter:description"].compactMap { metas[$0] }
    isPaid = linked.isPaid
    body = linked.body
  }

  private static func take(_ index: Int, _ tree: HTMLTree, _ metas: inout [String: String]) {
    guard let value = tree.shortAttribute(.content, of: index), !value.isEmpty else { return }
    for name in [HTMLName.property, .name, .itemprop] {
      if let key = tree.shortAttribute(name, of: index, longest: 200)?.lowercased() {
        for word in key.split(separator: " ") where metas[String(word)] == nil {
          metas[String(word)] = HTMLText.shortened(value, limit: 500)
        }
      }
    }
  }

  /// The title without the name of the site, which is after or before it.
  ///
  /// A head of the page that the title of the document begins or ends with is the title itself.
  private static func title(
    stated: String?, document: String?, heads: [String], site: String?
  ) -> String? {
    let stated = stated.map { HTMLText.shortened($0, limit: 500) }
    let whole = document ?? ""
    let head = heads.first { head in
      head.count > 3 && [stated ?? "", whole].contains { $0.hasPrefix(head) || $0.hasSuffix(head) }
    }
    if let head { return head }
    if let stated, !stated.isEmpty { return withoutSite(stated, site, share: 2) }
    if heads.count == 1, heads[0].count > 15, whole.count < 15 { return heads[0] }
    if !whole.isEmpty { return withoutSite(whole, site, share: 1) }
    return heads.first { !$0.isEmpty }
  }

  /// A title without its first or its last part, if that is the name of the site or this many times shorter than the rest.
  private static func withoutSite(_ title: String, _ site: String?, share: Int) -> String {
    var cuts: [(end: String.Index, start: String.Index)] = []
    var index = title.startIndex
    while index < title.endIndex {
      let after = title.index(after: index)
      let isSpaced =
        index > title.startIndex && title[title.index(before: index)] == " "
        && after < title.endIndex && title[after] == " "
      if "|｜_".contains(title[index]) || isSpaced && "-–—»·•".contains(title[index]) {
        cuts.append((index, after))
      }
      index = after
    }
    func trimmed(_ part: Substring) -> String {
      part.split(separator: " ").joined(separator: " ")
    }
    // A bar is hardly ever a part of a title, a dash often is.
    let bars = cuts.filter { "|｜_".contains(title[$0.end]) }
    if !bars.isEmpty { cuts = bars }
    guard let first = cuts.first, let last = cuts.last else { return title }
    let parts = (trimmed(title[..<first.end]), trimmed(title[last.start...]))
    let rest = (trimmed(title[first.start...]), trimmed(title[..<last.end]))
    if let site {
      if parts.1 == site { return rest.1 }
      if parts.0 == site { return rest.0 }
    }
    if parts.1.count * share <= rest.1.count { return rest.1 }
    if parts.0.count * share <= rest.0.count { return rest.0 }
    return title
  }

  private static func withoutBy(_ byline: String) -> String {
    let words = HTMLText.decoded(byline).split(whereSeparator: \.isWhitespace)
    let rest =
      words.count > 1
        && ["by", "von", "par", "por", "di", "by:", "von:"].contains(words[0].lowercased())
      ? words.dropFirst() : words[...]
    return rest.joined(separator: " ")
  }

  /// A time in a form that is read: `2019-12-09 20:00:49` and `2019-12-09T20:00+0100` too.
  private static func moment(_ text: String) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Moment(text) != nil { return text }
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    let day = String(decoding: bytes[..<10], as: UTF8.self)
    let time = String(decoding: bytes[10...].dropFirst().prefix(8), as: UTF8.self)
    if Moment(day + "T" + time + "Z") != nil, bytes.count == 19 { return day + "T" + time }
    return Moment(day) == nil ? nil : day
  }
}

extension HTMLTree {
  /// The line of an element that says who wrote it; nil if it is empty or longer than that.
  ///
  /// The names of links in it are taken if there are any; a line with a number is a date.
  fileprivate func byline(of index: Int, limit: Int) -> String? {
    guard nodes[index].end - index < 100 else { return nil }
    let links = (index..<nodes[index].end).filter { nodes[$0].name == .a }.prefix(4).map {
      line(of: $0, limit: limit)
    }.filter { !$0.isEmpty }
    let whole = line(of: index, limit: limit + 1)
    guard whole.count <= limit else { return nil }
    let words = links.isEmpty ? whole : links.joined(separator: ", ")
    return words.isEmpty || words.contains(where: \.isNumber) ? nil : words
  }
}
