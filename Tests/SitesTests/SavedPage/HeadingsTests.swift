import Sites
import DiscussionModel
import Testing

@Suite struct HeadingsTests {
  @Test func everyParagraphBelowTheHeadingIsAComment() throws {
    let found = try imported(Ferry.page)
    let withOutline = try imported(Ferry.page, Ferry.outline).discussion
    #expect(found.discussion.id == withOutline.id)
    #expect(found.discussion.title == withOutline.title)
    #expect(found.discussion.author == "Ann Moss")
    #expect(found.discussion.published == "2019-03-08")
    #expect(found.discussion.body == withOutline.body)
    #expect(found.discussion.maskCharacter == "*")
    #expect(found.discussion.treeIsInferred)
    #expect(found.discussion.notice == nil)
    #expect(found.discussion.links == [])
    #expect(
      found.discussion.comments == [
        Comment(id: "1", body: "Take the bridge. 中"),
        Comment(id: "2", body: "There is no bridge."),
        Comment(id: "3", body: "There was one 👩‍💻."),
        Comment(id: "4", body: "Build one!"),
        Comment(id: "5", body: "I rowed."),
        Comment(id: "6", body: "The rest costs a penny."),
        Comment(id: "7", body: "Ask the ferryman."),
        Comment(
          id: "8",
          body: """
            More Crossings
            Ferry sinks slowly on Feb 03, 2021
            Nobody was aboard...
            Ferry found on August 9, 2021
            Bridge opens on Oct 01, 2018
            Cars at last.
            """),
      ])
    #expect(
      found.warnings == [
        "the page says 4 comments, 8 paragraphs were kept; who replies to whom is lost"
      ])
    #expect(found.summary == "8 comments, 8 at top level, 1 level; 5 masked words")
  }

  @Test func aPageMayHaveOnlyTitleAndHeading() throws {
    let found = try imported("\n\nFerry\n1 Comment\n", id: "given")
    #expect(found.discussion.id == "given")
    #expect(found.discussion.title == "Ferry")
    #expect(found.discussion.author == nil)
    #expect(found.discussion.body == nil)
    #expect(
      found.warnings == [
        "the page says 1 comment, 0 paragraphs were kept; who replies to whom is lost"
      ])
    #expect(found.summary == "0 comments")
    let one = try imported("Ferry\n1 Comment\nTrue.")
    #expect(
      one.warnings == ["the page says 1 comment, 1 paragraph was kept; who replies to whom is lost"]
    )
  }

  @Test(arguments: [
    ("Comments (3)", "c"), ("3 Comments", "c"), ("Comment (1)", "c"), ("1 comment", "c"),
    (" COMMENTS\u{A0}(1,204) ", "c"), ("12 Comments\nx\nComments (12)", "c"),
    ("Comments (1)\nx\nComments (2)", "x\nComments (2)\nc"),
    ("1 Comment\n2 Comments", "2 Comments\nc"),
  ])
  func theHeadingHasOneOfTwoForms(lines: String, comment: String) throws {
    let found = try imported("T\nbody\n\(lines)\nc\n")
    #expect(found.discussion.comments.map(\.body?.text) == [comment])
  }

  @Test(arguments: [
    "Comments", "Comments 3", "3 Comments here", "Comments ()", "(3) Comments", "Comments (three)",
    "Comments (-3)", "Comments (٣)", "Comments (99999999999999999999)", ", comments",
    "3 commentaries",
    "中", "",
  ])
  func withoutAHeadingNothingIsFound(line: String) {
    #expect(
      complaint("Comments (3)\n\(line)\n\nc") == "page: found no line such as \"Comments (12)\" or "
        + "\"12 Comments\" before the comments; an outline can state where they are")
  }

  @Test(
    arguments: [
      ("By Ann", "Ann", nil, "Some text."),
      (
        "\n2 min read\n\nby Inés 中, May 1, 2020\n", "Inés 中", "2020-05-01",
        "2 min read\n\nSome text."
      ),
      ("One\nTwo\nBy Ann", "Ann", nil, "One\nTwo\n\nSome text."),
      ("One\nTwo\nThree\nBy Ann", nil, nil, "One\nTwo\nThree\nBy Ann\nSome text."),
      ("By the river.", nil, nil, "By the river.\nSome text."),
      (
        "By the time that she had come home\n", nil, nil,
        "By the time that she had come home\n\nSome text."
      ),
      ("By", nil, nil, "By\nSome text."),
      ("Bye Ann", nil, nil, "Bye Ann\nSome text."),
    ] as [(String, String?, String?, String)])
  func aBylineIsFoundNearTheTitle(
    lines: String, author: String?, published: String?, body: String
  ) throws {
    let found = try imported("Title\n\(lines)\nSome text.\nComments (0)").discussion
    #expect(found.author == author)
    #expect(found.published == published)
    #expect(found.body?.text == body)
  }
}
