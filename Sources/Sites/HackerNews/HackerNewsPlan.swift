import WebAddresses

/// Hacker News: `item?id=ID`, by Algolia's `api/v1/items/ID`, which gives a whole story at once, and by the site's own
/// interface at Firebase, which gives one item at a time.
///
/// Algolia can lag behind by hours, and does not give the site's order. So the story's item is requested of Firebase too,
/// for the order of its replies and for the number of comments; then, unless the orders are the same, the items of those
/// comments that have the most replies, for theirs, and all comments that these items name and Algolia lacks. Without
/// Algolia everything comes from Firebase, and without Firebase the order is Algolia's.
struct HackerNewsPlan: FetchPlan {
  /// What the link names: a story, or a comment.
  private let id: String
  private(set) var comment: String?
  /// The story's id, as soon as it is known.
  private var story: String?
  /// Whether Algolia has not responded with the story.
  private var isWithoutTree = false
  /// Whether the story's own item has come.
  private var hasStory = false
  /// How many comments were followed up to what they reply to.
  private var steps = 0
  private var items = HackerNewsItems()

  private static let search = "https://hn.algolia.com/api/v1/items"
  /// This many comments are followed upwards at most.
  private static let mostSteps = 50

  /// Reads a link; nil if it leads to no item.
  init?(_ address: WebURL) {
    let path = address.path
    let id: String?
    switch address.host {
    case "hn.algolia.com": id = path.count == 4 && path[2] == "items" ? path[3] : nil
    case HackerNewsItems.host:
      id =
        path.count == 3 && path[1] == "item"
        ? path[2].split(separator: ".").first.map { String($0) } : nil
    default: id = path == ["item"] ? address.value(of: "id") : nil
    }
    guard let id, SiteID.isNumber(id) else { return nil }
    self.id = id
    comment = address.fragment.flatMap { SiteID.isNumber($0) && $0 != id ? $0 : nil }
  }

  var format: DiscussionFormat? { isWithoutTree ? .firebase : .hackerNews }
  /// Algolia's response can be as old as it was, while there are more comments at Firebase.
  let isConditional = false
  var item: String? { id }
  var discussion: String? { "hn:\(id)" }
  var firstRequests: [PageRequest] { [Self.tree(id)] }
  var total: Int? { hasStory ? items.total + steps + (isWithoutTree ? 1 : 2) : nil }

  private static func tree(_ id: String) -> PageRequest { PageRequest(url: "\(search)/\(id)") }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction {
    guard let item = response.items.first else { return Reaction() }
    if response.request.url.hasPrefix(Self.search) { return take(tree: item, of: response.request) }
    if !hasStory {
      if isWithoutTree, let reaction = try climb(from: item, of: response.request) {
        return reaction
      }
      hasStory = true
      items.take(article: item)
    } else {
      items.take(item)
    }
    return Reaction(next: items.next())
  }

  private mutating func take(tree item: JSONValue, of request: PageRequest) -> Reaction {
    var findings = Findings()
    if let story = findings.id(item["story_id"]), SiteID.isNumber(story),
      request == firstRequests[0], story != id
    {
      comment = id
      self.story = story
      return Reaction(isPart: false, next: [Self.tree(story)])
    }
    items.know(item)
    guard let story = findings.id(item["id"]), SiteID.isNumber(story) else { return Reaction() }
    return Reaction(next: [HackerNewsItems.request(story)])
  }

  /// Goes on to what a comment replies to; nil if this is not a comment.
  private mutating func climb(
    from item: JSONValue, of request: PageRequest
  ) throws(SiteError) -> Reaction? {
    var findings = Findings()
    guard item["type"]?.says("comment") == true else { return nil }
    guard let parent = findings.id(item["parent"]), SiteID.isNumber(parent), steps < Self.mostSteps
    else { throw SiteError(.leadsNowhere, url: request.url) }
    if steps == 0 { comment = id }
    steps += 1
    return Reaction(isPart: false, next: [HackerNewsItems.request(parent)])
  }

  mutating func missed(_ request: PageRequest, isAbsent: Bool) -> [PageRequest]? {
    if request.url.hasPrefix(Self.search) {
      isWithoutTree = true
      return [HackerNewsItems.request(story ?? id)]
    }
    guard hasStory else { return isWithoutTree ? nil : [] }
    return items.missed(request, isAbsent: isAbsent)
  }
}

/// Which items are requested of Firebase, one after the other.
struct HackerNewsItems: Sendable {
  /// Comments that are there or were requested.
  private var known: Set<String> = []
  /// Choices of a poll that are still to be requested.
  private var choices: [String] = []
  /// Comments that are requested only for the order of their replies.
  private var ranked: [String] = []
  /// The comments on the article in Algolia's order.
  private var top: [String] = []
  /// Comments that are not there, in the order in which they are named: those on the article first.
  private var missing: [String] = []
  /// Whether somebody else has given the choices of the poll.
  private var hasChoices = false
  /// How many have been requested, choices not counted.
  private var count = 0
  private var choiceCount = 0
  /// Which of `ranked` is being requested; nil if none is.
  private var ranking: PageRequest?

  static let host = "hacker-news.firebaseio.com"
  /// At most this many comments are requested: at one a second this takes a minute.
  static let most = 60
  /// The order of the replies is requested for at most this many comments.
  private static let mostRanked = 8
  /// If this many comments on the article are in the same order at both, the others are too.
  private static let fewestInOrder = 5
  /// At most this many choices of a poll are requested.
  private static let mostChoices = 100

  static func request(_ id: String) -> PageRequest {
    PageRequest(url: "https://\(host)/v0/item/\(id).json")
  }

  init() {}

  /// Begins with comments that are missing, of a discussion that has others.
  init(missing ids: [String], known: Set<String>) {
    self.known = known
    for id in ids where SiteID.isNumber(id) && self.known.insert(id).inserted { missing.append(id) }
  }

  /// How many requests there are in all, as far as that is known.
  var total: Int {
    choiceCount + choices.count + min(count + ranked.count + missing.count, Self.most)
  }

  /// Takes in what is in a tree of Algolia's.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func know(_ tree: JSONValue) {
    var findings = Findings()
    hasChoices =
      tree["type"]?.says("poll") != true
      || tree["options"]?.elements.contains { $0.kind == .object } == true
    var counts: [(id: String, replies: Int)] = []
    var open = [tree["children"]?.elements]
    while !open.isEmpty {
      guard let item = open[open.count - 1]?.next() else {
        open.removeLast()
        continue
      }
      let children = item["children"]?.elements
      if let id = findings.id(item["id"]) {
        known.insert(id)
        if open.count == 1 { top.append(id) }
        let replies = children?.reduce(0) { count, _ in count + 1 } ?? 0
        if replies > 1, SiteID.isNumber(id) { counts.append((id, replies)) }
      }
      if let children { open.append(children) }
    }
    // The sort is stable: of two the one that stands higher comes first.
    ranked = counts.sorted { $0.replies > $1.replies }.prefix(Self.mostRanked).map(\.id)
  }

  /// Takes in what an item names: choices, and replies that are not there yet.
  mutating func take(_ item: JSONValue) {
    var findings = Findings()
    ranking = nil
    if !hasChoices, let parts = item["parts"] {
      hasChoices = true
      choices = parts.elements.compactMap { findings.id($0) }.filter { SiteID.isNumber($0) }
      choices = Array(choices.prefix(Self.mostChoices))
    }
    for kid in item["kids"].map({ Array($0.elements) }) ?? [] {
      guard let id = findings.id(kid), SiteID.isNumber(id), known.insert(id).inserted else {
        continue
      }
      missing.append(id)
    }
  }

  /// Takes in the article's own item, which shows whether the two orders differ.
  mutating func take(article item: JSONValue) {
    let here = Set(top)
    let order = FirebaseImport.kids(of: item).filter { here.contains($0) }
    if order.count >= Self.fewestInOrder, order == top { ranked = [] }
    take(item)
  }

  /// The next request; none at the end.
  mutating func next() -> [PageRequest] {
    ranking = nil
    if !choices.isEmpty {
      choiceCount += 1
      return [Self.request(choices.removeFirst())]
    }
    guard count < Self.most, !ranked.isEmpty || !missing.isEmpty else { return [] }
    count += 1
    if ranked.isEmpty { return [Self.request(missing.removeFirst())] }
    let request = Self.request(ranked.removeFirst())
    ranking = request
    return [request]
  }

  /// The next request after one that brought nothing; nil if that ends everything.
  ///
  /// An item that does not exist is skipped, and an order that does not come is not needed.
  mutating func missed(_ request: PageRequest, isAbsent: Bool) -> [PageRequest]? {
    if request == ranking, !isAbsent {
      ranked = []
      return next()
    }
    return isAbsent ? next() : nil
  }
}
