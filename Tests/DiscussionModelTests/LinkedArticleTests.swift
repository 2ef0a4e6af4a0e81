import DiscussionModel
import Testing

/// The article to which a discussion links, as it is kept with it.
@Suite struct LinkedArticleTests {
  private static var article: LinkedArticle {
    var article = LinkedArticle(url: "https://a.test/中", body: "<p>é \u{1B} 👩‍💻</p>")
    article.fetched = "2026-11-30T03:10:00Z"
    article.title = "Ferries"
    article.author = "Ann"
    article.published = "2020-05-12"
    article.maskCharacter = "*"
    article.notice = "For members."
    return article
  }

  private static func read(_ members: String) throws -> Discussion {
    let json =
      #"{"understory":1,"id":"x","title":"t","comments":[{"id":"1","body":"b"}]\#(members)}"#
    return try DiscussionFile.decode(Array(json.utf8)).discussion
  }

  @Test func itIsKeptInTheFile() throws {
    var discussion = try Self.read("")
    discussion.linked = Self.article
    #expect(try DiscussionFile.decode(DiscussionFile.encode(discussion)).discussion == discussion)
    discussion.linked = LinkedArticle(url: "https://a.test/1")
    discussion.linked?.problem = "a PDF"
    #expect(try DiscussionFile.decode(DiscussionFile.encode(discussion)).discussion == discussion)
  }

  /// Anybody may have a member of that name; what is not an article is neither believed nor lost.
  @Test(arguments: [
    (#""linked": 3"#, nil, ["linked"]),
    (#""linked": {}"#, nil, ["linked"]),
    (#""linked": {"url": 3}"#, nil, ["linked"]),
    (#""linked": {"url": "a", "body": []}"#, nil, ["linked"]),
    (#""linked": {"url": "a", "body": null, "else": [1]}"#, "a", []),
    (#""linked": {"url": "a", "body": "b", "maskCharacter": "**"}"#, "a", []),
  ])
  func whatIsNotAnArticleIsKept(_ member: String, _ url: String?, _ unknown: [String]) throws {
    let discussion = try Self.read(", " + member)
    #expect(discussion.linked?.url == url)
    #expect(discussion.linked?.maskCharacter == nil)
    #expect(discussion.unknownMembers.map(\.name) == unknown)
    let again = try DiscussionFile.decode(DiscussionFile.encode(discussion)).discussion
    #expect(again == discussion)
  }

  @Test func aNewerCopyDoesNotTakeItAway() throws {
    var kept = try Self.read("")
    kept.linked = Self.article
    kept.take(try Self.read(#", "url": "https://a.test""#))
    #expect(kept.linked == Self.article)
    var newer = try Self.read("")
    newer.linked = LinkedArticle(url: "https://b.test", body: "new")
    kept.take(newer)
    #expect(kept.linked?.url == "https://b.test")
  }
}
