import DiscussionModel
import Testing

@testable import Sites

@Suite struct HackerNewsSiteTests {
  static let service = "https://hn.algolia.com/api/v1/items"
  static let own = "https://hacker-news.firebaseio.com/v0/item/1.json"
  static let site = FakeSite([
    "\(service)/1": """
    {"id": 1, "type": "story", "created_at": "2020-01-01T00:00:00.000Z", "author": "ann", "title": "A 中 title",
      "story_id": 1, "children": [{"id": 2, "type": "comment", "created_at": "2020-01-01T00:01:00.000Z",
      "author": "bob", "text": "é", "story_id": 1, "parent_id": 1, "children": []}]}
    """,
    "\(service)/2": """
    {"id": 2, "type": "comment", "created_at": "2020-01-01T00:01:00.000Z", "author": "bob", "text": "é",
      "story_id": 1, "parent_id": 1, "children": []}
    """,
  ])

  @Test func aStoryIsRequestedOfBoth() throws {
    let (fetched, asked) = try Self.site.open("https://news.ycombinator.com/item?id=1")
    #expect(asked == ["\(Self.service)/1", Self.own])
    #expect(fetched.discussion.id == "hn:1")
    #expect(fetched.discussion.title == "A 中 title")
    #expect(fetched.discussion.comments.map(\.id) == ["2"])
    #expect(fetched.comment == nil)
  }

  @Test func aCommentOpensItsStory() throws {
    let (fetched, asked) = try Self.site.open("https://news.ycombinator.com/item?id=2")
    #expect(asked == ["\(Self.service)/2", "\(Self.service)/1", Self.own])
    #expect(fetched.discussion.id == "hn:1")
    #expect(fetched.comment == "2")
  }

  /// Before anything is asked, only what is kept can tell whether an item is a comment.
  @Test(arguments: [
    ("item?id=2", "2"), ("item?id=1", nil), ("item?id=3", nil), ("item?id=1#9", "9"),
  ])
  func whatIsKeptTellsOfAComment(page: String, comment: String?) throws {
    let visit = try SiteVisit(url: "https://news.ycombinator.com/\(page)")
    let kept = Discussion(id: "hn:1", title: "t", comments: [Comment(id: "2")])
    #expect(visit.comment(in: kept) == comment)
  }

  @Test(arguments: [
    "http://news.ycombinator.com/item?id=1#2", " https://news.ycombinator.com/item?goto=x&id=1#2\n",
    "HTTPS://News.YCombinator.com:443/item?id=1#2", "https://hn.algolia.com/api/v1/items/1#2",
  ])
  func aFragmentNamesAComment(url: String) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == ["\(Self.service)/1", Self.own])
    #expect(fetched.comment == "2")
  }

  @Test(arguments: [
    "https://news.ycombinator.com/", "https://news.ycombinator.com/newest",
    "https://news.ycombinator.com/item?id=1%2F..%2F2", "https://news.ycombinator.com/item?id=%27",
    "https://news.ycombinator.com/item?id=中", "https://news.ycombinator.com/item?id=1%0A",
    "https://news.ycombinator.com/item", "https://news.ycombinator.com/item?id=1 2",
    "https://hn.algolia.com/?q=1",
  ])
  func otherPagesAreNoDiscussions(url: String) {
    #expect(
      Self.site.refusal(url) == .noDiscussion(expected: "https://news.ycombinator.com/item?id=1"))
  }

  /// A front page is no discussion, and says what lists it.
  @Test func aFrontPageIsNamed() throws {
    let page = "https://news.ycombinator.com/"
    let error = SiteError(.noDiscussion(expected: "x"), url: page)
    #expect(error.message.hasPrefix("this is a front page; \"understory front\" lists it"))
    #expect(try FrontName("news.ycombinator.com").address == page)
    #expect(throws: SiteError.self) { try FrontName("ycombinator") }
  }
}
