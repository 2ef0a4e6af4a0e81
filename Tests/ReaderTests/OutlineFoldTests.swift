import DiscussionModel
import ReadMarks
import Testing

@testable import Reader

/// What is on show of a page with a notice: entry 1; the comments are 2 for a to 8 for g.
@Suite struct OutlineFoldTests {
  private static let page: Page = {
    var discussion = Discussion.outline("a\n  b\n    c\n  d\ne\n  f\ng")
    discussion.notice = "n"
    return Page(discussion)
  }()

  private var page: Page { Self.page }

  @Test func aFirstVisitFoldsTheNotice() {
    let outline = Outline(page)
    #expect(outline.entries(in: page) == Array(0...8))
    #expect((0...8).filter(outline.isFolded) == [1])
  }

  @Test func levelsAreFoldedFromBelowAndOpenedFromAbove() {
    var outline = Outline(page)
    #expect(outline.foldDeepest(in: page) == 1)
    #expect(outline.entries(in: page) == [0, 1, 2, 3, 5, 6, 7, 8])
    #expect(outline.foldDeepest(in: page) == 0)
    #expect(outline.entries(in: page) == [0, 1, 2, 6, 8])
    #expect(outline.foldDeepest(in: page) == nil)
    #expect(outline.openHighest(in: page) == 0)
    #expect(outline.openHighest(in: page) == 1)
    #expect(outline.openHighest(in: page) == nil)
  }

  @Test func narrowingAndWideningAreInverse() {
    var outline = Outline(page)
    outline.set(true, 2)
    let before = outline.shape
    outline.narrow(to: [4, 8], .conversation(4), in: page)
    #expect(outline.entries(in: page) == [2, 3, 4, 8])
    #expect([2, 3, 4, 8].filter(outline.isAncestor) == [2, 3])
    #expect(outline.isLeftOut(0) && outline.isLeftOut(5))
    #expect(outline.foldedNames(in: page) == [1, 2].map(page.nameHash))
    outline.narrow(to: [6], .conversation(6), in: page)
    #expect(outline.entries(in: page) == [6])
    outline.widen()
    #expect(outline.shape == before)
    #expect(outline.narrowing == nil)
  }

  static let tree: [(entry: Int, sibling: Int?, thread: Int?, before: Int?)] = [
    (2, 6, 6, nil), (4, 5, 6, 2), (7, 8, 8, 6), (8, nil, nil, 6),
  ]

  @Test(arguments: tree)
  func theTreeOfWhatIsShown(entry: Int, sibling: Int?, thread: Int?, before: Int?) {
    let outline = Outline(page)
    #expect(outline.nextSibling(of: entry, in: page) == sibling)
    #expect(outline.nextThread(after: entry, in: page) == thread)
    #expect(outline.previousThread(before: entry, in: page) == before)
  }

  @Test func readBranchesAreFolded() {
    var outline = Outline(page)
    let marks = Marks([[], .read, .read, [], .read, .read, []])
    #expect(outline.foldBranches(opensRest: false, in: page) { marks.unreadCount(in: $0) } == 2)
    #expect((0...8).filter(outline.isFolded) == [1, 3, 6])
    #expect(outline.unreadCount(marks, of: page) == 3)
    outline.narrow(to: [2, 3, 6], .conversation(2), in: page)
    #expect(outline.unreadCount(marks, of: page) == 1)
    #expect(outline.unread(marks, in: 0..<7, of: page) == [0])
  }

  @Test func foldsAndWhatIsOpenedMoveToANewerPage() {
    var outline = Outline(page)
    outline.set(true, 6)
    outline.toggle(.hidden, in: 3)
    let newer = Page(.outline("x\na\n  b\n    c\n  d\ne\n  f\ng"))
    let moved = outline.moved(Migration(from: page, to: newer))
    #expect((0...8).filter(moved.isFolded) == [6])
    #expect(moved.opened(in: 3) == .hidden)
  }
}
