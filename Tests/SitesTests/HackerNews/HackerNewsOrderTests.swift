import DiscussionModel
import Testing

@testable import Sites

/// A story of Hacker News as Algolia has it, as Firebase has it, and what a visit makes of both.
@Suite struct HackerNewsOrderTests {
  static let link = "https://news.ycombinator.com/item?id=1"
  static let search = "https://hn.algolia.com/api/v1/items"

  static func own(_ id: Int) -> String { "https://hacker-news.firebaseio.com/v0/item/\(id).json" }

  /// A comment and what is below it.
  struct Node {
    var id: Int
    var replies: [Node] = []

    init(_ id: Int, _ replies: Node...) {
      self.id = id
      self.replies = replies
    }

    var all: [Node] { [self] + replies.flatMap(\.all) }
  }

  /// A story as the site orders it, and what Algolia has of it: all but some, the higher ids first.
  static func site(_ roots: [Node], without lacking: Set<Int> = []) -> FakeSite {
    func tree(_ node: Node) -> String {
      let replies = node.replies.filter { !lacking.contains($0.id) }.sorted { $0.id > $1.id }
      return """
        {"id": \(node.id), "story_id": 1, "type": "\(node.id == 1 ? "story" : "comment")", "title": "T é",
         "created_at": "2020-01-01T00:00:00Z", "author": "a\(node.id)", "text": "t\(node.id)",
         "children": [\(replies.map(tree).joined(separator: ","))]}
        """
    }
    var story = Node(1)
    story.replies = roots
    var site = FakeSite(["\(search)/1": tree(story)])
    func add(_ node: Node, to parent: Int?) {
      let kids = node.replies.map { "\($0.id)" }.joined(separator: ",")
      let kind =
        parent.map { #""type": "comment", "parent": \#($0)"# }
        ?? #""type": "story", "title": "T é", "descendants": \#(story.all.count - 1)"#
      site[own(node.id)] = """
        {"id": \(node.id), \(kind), "by": "a\(node.id)", "time": 1577836800, "text": "t\(node.id)",
         "kids": [\(kids)]}
        """
      if !lacking.contains(node.id), node.id != 1 {
        site["\(search)/\(node.id)"] = tree(node)
      }
      for reply in node.replies { add(reply, to: node.id) }
    }
    add(story, to: nil)
    return site
  }

  static let roots = [
    Node(12, Node(15), Node(14), Node(20)), Node(11), Node(13, Node(16, Node(18), Node(17))),
  ]
  /// `ID<PARENT` in the site's order.
  static let inOrder = [
    "12<", "15<12", "14<12", "20<12", "11<", "13<", "16<13", "18<16", "17<16",
  ]

  @Test func repliesAreInTheSitesOrderAtEachLevel() throws {
    let (fetched, asked) = try Self.site(Self.roots).open(Self.link)
    #expect(MissingRepliesTests.list(fetched.discussion) == Self.inOrder)
    // The more replies, the sooner; where there is only one, there is no order to request.
    #expect(asked == ["\(Self.search)/1", Self.own(1), Self.own(12), Self.own(16)])
    #expect(fetched.discussion.notice == nil)
    #expect(fetched.shortfall == nil)
    #expect(fetched.warnings == [])
    #expect(fetched.validators == [:])
  }

  /// The numbers of comments stay, whatever the order.
  @Test func theNewestOrderSurvivesMerging() throws {
    var kept = try Self.site(Self.roots).open(Self.link).fetched.discussion
    let numbers = kept.comments.indices.map { (kept.comments[$0].id, kept.number(of: $0)) }
    let later = [
      Node(21), Node(13, Node(22), Node(16, Node(17), Node(18))),
      Node(12, Node(20), Node(15), Node(14)), Node(11, Node(23)),
    ]
    let news = kept.take(try Self.site(later).open(Self.link).fetched.discussion)
    #expect(news.new == 3)
    #expect(
      MissingRepliesTests.list(kept) == [
        "21<", "13<", "22<13", "16<13", "17<16", "18<16", "12<", "20<12", "15<12", "14<12", "11<",
        "23<11",
      ])
    for (id, number) in numbers {
      let place = try #require(kept.comments.firstIndex { $0.id == id })
      #expect(kept.number(of: place) == number)
    }
    let again = try DiscussionFile.decode(DiscussionFile.encode(kept)).discussion
    #expect(MissingRepliesTests.list(again) == MissingRepliesTests.list(kept))
  }

  /// Where enough comments are in Algolia's order already, no other order is requested.
  @Test func anOrderThatIsTheSameIsNotRequestedAgain() throws {
    let replies = [Node(2), Node(3)]
    for (ids, count) in [
      ([15, 14, 13, 12, 11], 2), ([15, 14, 13, 11, 12], 3), ([14, 13, 12, 11], 3),
    ] {
      var roots = ids.map { Node($0) }
      roots[0].replies = replies
      let (fetched, asked) = try Self.site(roots).open(Self.link)
      #expect(asked.count == count, "\(ids)")
      #expect(
        fetched.discussion.comments.filter { $0.parent == nil }.map(\.id) == ids.map { "\($0)" })
    }
  }

  @Test func fewOrdersAreRequested() throws {
    let roots = (0..<30).map { Node(100 + $0, Node(200 + $0), Node(300 + $0)) }
    let (fetched, asked) = try Self.site(roots).open(Self.link)
    #expect(asked.count == 2 + 8)
    #expect(fetched.discussion.comments.first?.id == "100")
    #expect(fetched.discussion.comments.count == 90)
  }

  // MARK: One of the two fails

  @Test func withoutFirebaseTheOrderIsAlgoliasAndNothingIsSaid() throws {
    var silent = Self.site(Self.roots)
    silent.silent = "https://hacker-news."
    var refusing = Self.site(Self.roots)
    refusing.answers[Self.own(1)] = SiteResponse(status: 500, url: Self.own(1))
    var halfway = Self.site(Self.roots)
    halfway.answers[Self.own(12)] = SiteResponse(status: 429, url: Self.own(12))
    for (site, first) in [(silent, "13"), (refusing, "13"), (halfway, "12")] {
      let (fetched, _) = try site.open(Self.link)
      #expect(fetched.discussion.comments.count == 9)
      #expect(fetched.discussion.comments.first?.id == first)
      #expect(fetched.incomplete == nil)
      #expect(fetched.discussion.notice == nil)
      #expect(fetched.warnings == [])
    }
  }

  @Test(arguments: [
    (404, "", "text/html"), (200, "null\n", "application/json"), (500, "oops", "text/html"),
    (429, "{}", "application/json"), (200, "<p>maintenance", "text/html"),
    (200, #"{"id": 1, "children": ["#, "application/json"), (0, "", ""),
  ])
  func withoutAlgoliaEverythingComesFromFirebase(status: Int, body: String, type: String) throws {
    var site = Self.site(Self.roots)
    site.answers["\(Self.search)/1"] = SiteResponse(
      status: status, url: "\(Self.search)/1", contentType: type, body: Array(body.utf8))
    if status == 0 { site.silent = Self.search }
    let (fetched, asked) = try site.open(Self.link)
    #expect(fetched.discussion.id == "hn:1")
    #expect(fetched.discussion.title == "T é")
    #expect(MissingRepliesTests.list(fetched.discussion) == Self.inOrder)
    #expect(asked == ["\(Self.search)/1"] + [1, 12, 11, 13, 15, 14, 20, 16, 18, 17].map(Self.own))
    #expect(fetched.discussion.notice == nil)
    #expect(fetched.incomplete == nil)
  }

  @Test func withoutAlgoliaACommentLeadsToItsStory() throws {
    var site = Self.site(Self.roots)
    site.silent = Self.search
    let (fetched, asked) = try site.open("https://news.ycombinator.com/item?id=17")
    #expect(fetched.comment == "17")
    #expect(MissingRepliesTests.list(fetched.discussion) == Self.inOrder)
    // What was requested on the way up is not requested again.
    #expect(Set(asked).count == asked.count)
    #expect(Array(asked.prefix(5)) == ["\(Self.search)/17"] + [17, 16, 13, 1].map(Self.own))
  }

  @Test func withoutBothTheFirstReasonIsGiven() throws {
    var site = Self.site([])
    site.answers = ["\(Self.search)/1": SiteResponse(status: 503, url: "")]
    #expect(site.refusal(Self.link) == .server(503))
    site.answers[Self.own(1)] = SiteResponse(status: 200, url: "", body: Array("null".utf8))
    #expect(site.refusal(Self.link) == .server(503))
    site.answers["\(Self.search)/1"] = nil
    #expect(site.refusal(Self.link) == .notFound)
    // Comments that reply to each other lead to no story.
    site[Self.own(1)] = #"{"id": 1, "type": "comment", "parent": 1, "time": 1, "text": "x"}"#
    #expect(site.refusal(Self.link) == .notFound)
  }

  // MARK: Algolia lags behind

  @Test func whatAlgoliaLacksComesFromFirebase() throws {
    let (fetched, asked) = try Self.site(Self.roots, without: [11, 16, 17, 18, 20]).open(Self.link)
    // Nobody says of 13 that it has a reply, so that the number alone shows that three are missing.
    #expect(asked == ["\(Self.search)/1", Self.own(1), Self.own(12), Self.own(11), Self.own(20)])
    #expect(
      MissingRepliesTests.list(fetched.discussion) == [
        "12<", "15<12", "14<12", "20<12", "11<", "13<",
      ])
    #expect(fetched.discussion.notice == "3 more comments not in this file")
    #expect(fetched.shortfall == "3 of 9 comments that the site counts are missing")
    let new = try #require(fetched.discussion.comments.first { $0.id == "11" })
    #expect(new.author == "a11")
    #expect(new.body == "t11")
    #expect(new.published == "2020-01-01T00:00:00Z")
  }

  @Test func aStoryThatIsEmptyAtAlgoliaIsRead() throws {
    let (fetched, _) = try Self.site(
      Self.roots, without: [11, 12, 13, 14, 15, 16, 17, 18, 20]
    ).open(Self.link)
    #expect(MissingRepliesTests.list(fetched.discussion) == Self.inOrder)
    #expect(fetched.discussion.notice == nil)
  }

  @Test func aCommentThatWasDeletedOrFlaggedIsNotMissing() throws {
    var site = Self.site(Self.roots, without: [11, 20])
    site[Self.own(11)] = #"{"id": 11, "type": "comment", "parent": 1, "time": 1, "deleted": true}"#
    site[Self.own(20)] = "null"
    let (fetched, _) = try site.open(Self.link)
    let deleted = try #require(fetched.discussion.comments.first { $0.id == "11" })
    #expect(deleted.state == .deleted)
    #expect(MissingRepliesTests.list(fetched.discussion).contains("12< +1"))
    #expect(fetched.discussion.notice == nil)
  }

  // MARK: The rest

  @Test func whatIsBeyondTheLimitIsCountedAndCanBeFetched() throws {
    let roots = [Node(50, Node(51))] + (0..<99).map { Node(100 + $0) }
    var site = Self.site(roots)
    site.silent = Self.search
    var (kept, asked) = try {
      let (fetched, asked) = try site.open(Self.link)
      return (fetched.discussion, asked)
    }()
    #expect(asked.count == 2 + 60)
    #expect(kept.comments.count == 60)
    #expect(MissingRepliesTests.list(kept).prefix(2) == ["50< +1", "100<"])
    #expect(kept.notice == "40 more comments not in this file")

    let below = try #require(
      try MissingRepliesTests.ask("50", of: kept, at: site, Self.link))
    #expect(below.asked == [Self.own(51)])
    kept.take(replies: below.fetched.discussion, to: "50")
    #expect(MissingRepliesTests.list(kept).first == "50<")
    #expect(MissingRepliesTests.list(kept).last == "51<50")

    let more = try #require(try MissingRepliesTests.ask(nil, of: kept, at: site, Self.link))
    #expect(more.asked == (59..<99).map { Self.own(100 + $0) })
    kept.take(replies: more.fetched.discussion, to: nil)
    #expect(kept.comments.count == 101)
    #expect(kept.notice == nil)
    #expect(MissingReplies(of: nil, in: kept, openedAs: Self.link) == nil)
    // The site's own copy, which has the first again, neither takes one away nor says that any is missing.
    let newer = try site.open(Self.link).fetched.discussion
    #expect(kept.take(newer).new == 0)
    kept.settleMissing(after: newer)
    #expect(kept.notice == nil)
    #expect(MissingRepliesTests.list(kept).filter { $0.hasSuffix("+1") } == [])
  }

  @Test func aCommentThatFailsEndsItAndTheRestIsCounted() throws {
    var site = Self.site(Self.roots)
    site.answers["\(Self.search)/1"] = nil
    site.answers[Self.own(13)] = SiteResponse(status: 500, url: Self.own(13))
    let (fetched, _) = try site.open(Self.link)
    #expect(fetched.incomplete == "the site failed (status 500)")
    #expect(MissingRepliesTests.list(fetched.discussion) == ["12< +3", "11<"])
    #expect(fetched.discussion.notice == "4 more comments not in this file")
  }

  @Test func aPollHasItsChoicesFromFirebase() throws {
    var site = FakeSite([
      Self.own(1):
        #"{"id": 1, "type": "poll", "time": 1, "title": "Tea?", "parts": [2, 3], "kids": [4]}"#,
      Self.own(2):
        #"{"id": 2, "type": "pollopt", "poll": 1, "parent": 1, "time": 1, "text": "Yes", "score": 2}"#,
      Self.own(3):
        #"{"id": 3, "type": "pollopt", "poll": 1, "parent": 1, "time": 1, "text": "No", "score": 1}"#,
      Self.own(4):
        #"{"id": 4, "type": "comment", "parent": 1, "time": 2, "by": "bo", "text": "x"}"#,
    ])
    let body = "<ul><li>Yes (2 points)<li>No (1 point)</ul>"
    let alone = try site.open(Self.link).fetched.discussion
    #expect(alone.body?.text == body)
    #expect(alone.comments.map(\.id) == ["4"])
    site["\(Self.search)/1"] =
      #"{"id": 1, "story_id": 1, "type": "poll", "created_at": "2020-01-01T00:00:00Z", "title": "Tea?", "options": [2, 3], "children": []}"#
    let both = try site.open(Self.link).fetched
    #expect(both.discussion.body?.text == body)
    #expect(both.discussion.comments.map(\.id) == ["4"])
    #expect(both.warnings == [])
  }

  @Test func aLinkToFirebaseIsOneToItsItem() throws {
    let (fetched, _) = try Self.site(Self.roots).open(Self.own(1))
    #expect(fetched.discussion.id == "hn:1")
  }
}
