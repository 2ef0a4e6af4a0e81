import DiscussionModel
import ReadMarks
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct ExcerptTests {
  /// Two threads: a (b (c (d)), e) and f (g).
  private static let page: Page = {
    let tree: [(String, String?, String?)] = [
      ("a", nil, "ann"), ("b", "a", "bo"), ("c", "b", "Ann"), ("d", "c", "bo"), ("e", "a", nil),
      ("f", nil, "bo"), ("g", "f", "ann"),
    ]
    let comments = tree.map { id, parent, author in
      Comment(id: id, parent: parent, author: author, body: RawText("body of \(id) 中"))
    }
    return Page(Discussion(id: "x", title: "Threads", comments: comments))
  }()

  /// Each comment's id, as deep as it is written, with `!` where what it answers is not.
  private func tree(_ selection: Selection) -> String {
    Excerpt(Self.page, selection).items.map { item in
      String(repeating: ">", count: item.level) + Self.page.comment(at: item.position).id
        + (item.hasParent ? "" : "!") + (item.cut > 0 ? "+\(item.cut)" : "")
    }.joined(separator: " ")
  }

  @Test func allOfItIsWrittenWhereNothingIsSaid() {
    #expect(tree(Selection()) == "a >b >>c >>>d >e f >g")
    #expect(Excerpt(Self.page).items.map(\.replies) == [4, 2, 1, 0, 0, 1, 0])
    #expect(Excerpt(Self.page).note == nil)
    #expect(Excerpt(Self.page).hasArticle)
  }

  @Test(arguments: [
    (1, false, nil, "b!"), (1, true, nil, "b! >c >>d"), (1, true, 2, "b! >c+1"),
    (1, false, 1, "b!+2"), (0, true, 1, "a+4"), (6, true, 9, "g!"),
  ])
  func aCommentIsWrittenWithItsReplies(
    comment: Int, hasReplies: Bool, levels: Int?, expected: String
  ) {
    var selection = Selection()
    selection.comment = comment
    selection.hasReplies = hasReplies
    selection.levels = levels
    #expect(tree(selection) == expected)
    #expect(!Excerpt(Self.page, selection).hasArticle)
  }

  @Test(arguments: [
    ("ann", "a >c! g!"), ("ANN", "a >c! g!"), ("bo", "b! >d! f"), ("nobody", ""),
  ])
  func anAuthorsCommentsAreWritten(author: String, expected: String) {
    var selection = Selection()
    selection.author = author
    #expect(tree(selection) == expected)
  }

  @Test(arguments: [(1, "a+4 f+1"), (2, "a >b+2 >e f >g"), (4, "a >b >>c >>>d >e f >g")])
  func theArticleStaysWhereOnlyLevelsAreCut(levels: Int, expected: String) {
    var selection = Selection()
    selection.levels = levels
    #expect(tree(selection) == expected)
    #expect(Excerpt(Self.page, selection).hasArticle)
    #expect((Excerpt(Self.page, selection).note == nil) == (levels == 4))
  }

  @Test func whatIsReadIsLeftOut() {
    var selection = Selection()
    selection.marks = Marks([.read, [], .new, .read, [], .new, [.new, .read]])
    #expect(tree(selection) == "a >b >>c >>>d >e f >g")
    selection.onlyUnread = true
    #expect(tree(selection) == "b! >c e! f")
    selection.author = "bo"
    #expect(tree(selection) == "b! f")
    selection.onlyNew = true
    #expect(tree(selection) == "f")
    selection.author = nil
    selection.onlyUnread = false
    #expect(tree(selection) == "c! f")
    selection.marks = nil
    #expect(tree(selection) == "")
  }

  @Test func whatIsAnsweredIsToldInWords() {
    var selection = Selection()
    selection.comment = 2
    let excerpt = Excerpt(Self.page, selection)
    let context = excerpt.items.compactMap { excerpt.context(of: $0, cells: 40)?.string }
    #expect(context == ["#2 (bo): body of b 中"])
    #expect(
      excerpt.items.compactMap { excerpt.context(of: $0, cells: 12)?.string } == ["#2 (bo): bo…"])
    #expect(excerpt.note == "1 of 7 comments")
  }

  @Test(arguments: [("3", 2), ("#3", 2), ("c", 2), ("g", 6), ("1", 0)])
  func aCommentIsFoundByNumberOrID(name: String, position: Int) throws {
    #expect(try Self.page.position(called: name) == position)
  }

  @Test(arguments: [
    ("8", "no comment 8: the last is 7"), ("0", "no comment 0: the first is 1"),
    ("x\u{1B}é", "no comment x\u{1B}é: expected a number from 1 to 7, or an id"),
    ("", "no comment : expected a number from 1 to 7, or an id"),
  ])
  func aCommentThatIsNotThereIsTold(name: String, message: String) {
    #expect(throws: UnknownComment(message: message)) { try Self.page.position(called: name) }
  }

  @Test func gapsInNumbersAreTold() {
    var comments = [Comment(id: "a"), Comment(id: "b")]
    comments[0].number = 3
    comments[1].number = 9
    let page = Page(Discussion(id: "", title: "", comments: comments))
    #expect(throws: UnknownComment(message: "no comment 5: the nearest are 3 and 9")) {
      try page.position(called: "5")
    }
    #expect(throws: UnknownComment(message: "no comment 5: the discussion has no comments")) {
      try Page(Discussion(id: "", title: "")).position(called: "5")
    }
  }

  @Test func anExcerptIsADiscussionOfItsOwn() {
    var selection = Selection()
    selection.comment = 1
    selection.hasReplies = true
    selection.levels = 2
    var page = Page(.bees)
    #expect(Excerpt(page).discussion == .bees)
    let bees = Excerpt(page, selection).discussion
    #expect(bees.id == "bees:1" && bees.title == page.discussion.title)
    #expect(bees.body == nil && bees.notice == nil && bees.links.isEmpty)
    #expect(bees.comments.map(\.id) == ["b", "c"])
    #expect(bees.comments.map(\.number) == [2, 3])
    #expect(bees.comments.map(\.parent) == [nil, "b"])
    #expect(bees.comments.map { $0.details?.parentLabel } == ["#1 (bo)", nil])
    #expect(bees.comments.map { $0.details?.missingReplies } == [2, nil])
    selection.levels = 1
    page = Page(bees)
    selection.comment = 0
    #expect(Excerpt(page, selection).discussion.comments[0].details?.missingReplies == 3)
  }

  @Test func aDeepChainIsCut() {
    let comments = (0..<100_000).map { Comment(id: "\($0)", parent: $0 == 0 ? nil : "\($0 - 1)") }
    var selection = Selection()
    selection.levels = 50_000
    let excerpt = Excerpt(Page(Discussion(id: "", title: "", comments: comments)), selection)
    #expect(excerpt.count == 50_000)
    #expect(excerpt.items[0].replies == 49_999)
    #expect(excerpt.items[49_999].level == 49_999 && excerpt.items[49_999].cut == 50_000)
  }
}
