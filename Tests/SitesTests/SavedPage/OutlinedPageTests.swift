import Sites
import DiscussionModel
import Testing

@Suite struct OutlinedPageTests {
  @Test func everyPartIsFound() throws {
    let found = try imported(Ferry.page, Ferry.outline, id: "ferry:1")
    var expected = Discussion(id: "ferry:1", title: "The Ferry Stops at Noon")
    expected.author = "Ann Moss"
    expected.published = "2019-03-08"
    expected.body = """
      The last ferry ****** at noon.
      It was *** fault, said nobody.

      '*****' ***** ****, Inés said.
      """
    expected.maskCharacter = "*"
    expected.notice = "The rest costs a penny.\n\nAsk the ferryman."
    expected.comments = [
      Comment(id: "1", body: "Take the bridge. 中"),
      Comment(id: "2", parent: "1", body: "There is no bridge.\n\nThere was one 👩‍💻."),
      Comment(id: "3", parent: "2", body: "Build one!"),
      Comment(id: "4", body: "I rowed."),
    ]
    let items = [
      LinkItem(
        title: "Ferry sinks slowly", published: "2021-02-03", summary: "Nobody was aboard..."),
      LinkItem(title: "Ferry found", published: "2021-08-09"),
      LinkItem(title: "Bridge opens", published: "2018-10-01", summary: "Cars at last."),
    ]
    expected.links = [LinkList(heading: "More Crossings", items: items)]
    expected.treeIsInferred = true
    #expect(found.discussion == expected)
    #expect(found.warnings == [])
    #expect(found.summary == "4 comments, 2 at top level, 3 levels; 3 links; 5 masked words")
  }

  @Test(arguments: ["null", "absent"])
  func onlyTitleAndCommentsAreNeeded(others: String) throws {
    let nulls = #""byline": null, "body": null, "notice": null, "links": null, "#
    let found = try imported(
      "T 中\n\nNot told.", "{\(others == "null" ? nulls : "")\"title\": [1, 1], \"comments\": []}",
      id: "t")
    var expected = Discussion(id: "t", title: "T 中")
    expected.treeIsInferred = true
    #expect(found.discussion == expected)
    #expect(found.warnings == [])
    #expect(found.summary == "0 comments")
  }

  @Test func anIDIsMadeOfTitleAndByline() throws {
    #expect(try imported(Ferry.page, Ferry.outline).discussion.id == "page:e5ae764f522c9c5d")
    let withoutByline = #"{"title": [1, 1], "comments": []}"#
    #expect(try imported("a", withoutByline).discussion.id == "page:089bdc07b544e7b2")
    #expect(try imported("中 6198", withoutByline).discussion.id == "page:000ab2602db35802")
  }

  @Test func commentsKeepTheOutlinesOrderAndTheirNumbers() throws {
    let found = try imported(
      "T\na\nb\nc",
      """
      {"title": [1, 1], "comments": [
        {"lines": [3, 3], "parent": 17, "number": 9},
        {"lines": [2, 2], "parent": null, "number": 2},
        {"number": 17, "parent": 2, "lines": [4, 4]}]}
      """)
    let comments = found.discussion.comments
    #expect(comments.map(\.id) == ["9", "2", "17"])
    #expect(comments.map(\.parent) == ["17", nil, "2"])
    #expect(comments.map(\.number) == [9, nil, 17])
    #expect(comments.map(\.body) == ["b", "a", "c"])
    #expect(comments.map(\.author) == [nil, nil, nil])
    #expect(found.summary == "3 comments, 1 at top level, 3 levels")
  }

  @Test func aTitleAndABylineAreOneLine() throws {
    let found = try imported(
      "  A long\n\n\u{A0}title \n By Bo,\n May 3, 1999",
      #"{"title": [1, 3], "byline": [4, 5], "comments": []}"#)
    #expect(found.discussion.title == "A long title")
    #expect(found.discussion.author == "Bo")
    #expect(found.discussion.published == "1999-05-03")
  }

  @Test func onlyMaskedWordsMakeAMask() throws {
    let found = try imported(
      "T\na b* **c\n\nd", #"{"title": [1, 1], "body": [2, 4], "comments": []}"#)
    #expect(found.discussion.body == "a b* **c\n\nd")
    #expect(found.discussion.maskCharacter == "*")
    let open = try imported("T\na b* c", #"{"title": [1, 1], "body": [2, 2], "comments": []}"#)
    #expect(open.discussion.maskCharacter == nil)
  }

  @Test func unknownMembersAreNamed() throws {
    let found = try imported(
      "T\na",
      """
      {"title": [1, 1], "notices": [2, 2], "comments": [{"number": 1, "parnet": {"x": []},
       "lines": [2, 2]}], "links": [], "notices": 3}
      """)
    #expect(
      found.warnings == [#"the outline has unknown members, ignored: "notices", "parnet""#])
  }

  @Test func whatIsUnreadableInTheOutlineIsCounted() throws {
    let outline = #"{"title": [1, 1], "comments": [], "links": [{"lines": [2, 2], "heading": "中"#
    let found = try SavedPageImport.discussion(
      page: Array("T\na".utf8), outline: Array(outline.utf8) + [0xFF] + Array(#"\ud800"}]}"#.utf8),
      id: nil)
    #expect(found.discussion.links.map(\.heading) == ["中\u{FFFD}\u{FFFD}"])
    #expect(found.warnings == ["the outline has 2 unreadable characters"])
  }

  @Test func aLongChain() throws {
    let count = 20_000
    let comments = (1...count).map {
      #"{"number": \#($0), "parent": \#($0 < count ? "\($0 + 1)" : "null"), "lines": [\#($0 + 1), \#($0 + 1)]}"#
    }
    let found = try imported(
      String(repeating: "a\n", count: count + 1),
      #"{"title": [1, 1], "comments": [\#(comments.joined(separator: ","))]}"#)
    #expect(found.summary == "20000 comments, 1 at top level, 20000 levels")
  }
}
