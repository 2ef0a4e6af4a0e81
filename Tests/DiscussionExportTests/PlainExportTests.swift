import DiscussionExport
import DiscussionModel
import Reader
import Testing
import Reader
import TextGrid

/// Ours, not the one of Testing.
typealias Comment = DiscussionModel.Comment

@Suite struct PlainExportTests {
  @Test func isReadFromTopToBottom() {
    #expect(
      plain(.bees, columns: 60) == """
        Should the hives move to the roof?
        by Inés · 20 May 2021

        The orchard has been sold. The hives have until the end of
        June, and nobody has a garden.

        ▒ 4 words hidden by the site

        The roof is flat, and 中 windy.

        6 comments (1 deleted, 3 missing) · who replies to whom is
        inferred

        Notice
        The vote is for members.

        Before
        A swarm at the school  1 Jun 2020
        It sat on a bicycle.
        https://bees.example/3

        Honey, sold out

        #1 bo, 20 May 2021, 10:00 UTC, 1 point
        Wind is what kills them.
        Not height.

          #2 Inés OP keeper, level 2, replies to #1 (bo), -3 points
          A fence of reeds helps:

          it lets half through.
          2 more replies not in this file

            #3, level 3, replies to #2 (Inés)
            How high? Mine at 1 m was ▒▒▒ ▒▒▒▒, and ▒▒▒ at 2 m it
            held through the winter.

          #4 lu, deleted, level 2, replies to #1 (bo)

        #9 max, flagged, replies to post 17, warning: cruelty
        Burn them ▒▒▒▒ ▒▒▒▒.
        1 more reply not in this file

          #6, level 2, replies to #9 (max)
          no text
        """)
  }

  @Test func aNarrowPageSetsNothingIn() {
    let lines = plain(.bees, columns: 20).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.drop { !$0.hasPrefix("#2") }.prefix(11).joined(separator: "\n") == """
        #2 Inés OP keeper,
        level 2, replies to
        #1 (bo), -3 points
        A fence of reeds
        helps:

        it lets half
        through.
        2 more replies not
        in this file

        """)
  }

  @Test func aPartOfItTellsWhatItAnswers() {
    var selection = Selection()
    selection.comment = 1
    selection.hasReplies = true
    selection.levels = 1
    var discussion = Discussion.bees
    discussion.comments[1].details?.edited = "2021-05-22T08:00:00+02:00"
    var lines: [String] = []
    PlainExport.write(Excerpt(Page(discussion), selection), columns: 50) { lines.append($0.string) }
    #expect(
      lines.joined(separator: "\n") == """
        Should the hives move to the roof?
        1 of 6 comments

        #2 Inés OP keeper, level 2, edited 22 May 2021,
        06:00 UTC, -3 points
        replies to #1 (bo): Wind is what kills them. Not
        height.
        A fence of reeds helps:

        it lets half through.
        2 more replies not in this file
        1 reply below not shown
        """)
  }

  @Test func levelsThatAreCutAreCounted() {
    var selection = Selection()
    selection.levels = 1
    var lines: [String] = []
    PlainExport.write(Excerpt(Page(.bees), selection), columns: 60) { lines.append($0.string) }
    #expect(
      lines.drop { $0 != "2 of 6 comments" }.joined(separator: "\n") == """
        2 of 6 comments

        #1 bo, 20 May 2021, 10:00 UTC, 1 point
        Wind is what kills them.
        Not height.
        3 replies below not shown

        #9 max, flagged, replies to post 17, warning: cruelty
        Burn them ▒▒▒▒ ▒▒▒▒.
        1 more reply not in this file
        1 reply below not shown
        """)
  }

  @Test func aTitleIsEnough() {
    #expect(plain(Discussion(id: "", title: ""), columns: 40) == "\n\nno comments")
  }

  @Test(arguments: [-5, 0, 1, 2, 3, 10, 29, 30, 31, 33, 34, 60, 200])
  func noLineIsTooWide(columns: Int) {
    for discussion in [Discussion.bees, .hostile] {
      PlainExport.write(Excerpt(Page(discussion)), columns: columns) { line in
        #expect(line.width <= max(2, columns), "\(line)")
      }
    }
  }

  /// With a sign before what goes on with a line; nothing is cut, and nothing is too wide.
  @Test func codeAndTablesAreWrapped() {
    let text = """
      ```
      let answer = compute(first, second, third)
        \(String(repeating: "x", count: 60))
      ```

      > | name | remark |
      > | --- | --- |
      > | 中 | a remark that goes on and on, and on |
      """
    var discussion = Discussion(id: "", title: "T")
    discussion.markup = .markdown
    discussion.comments = [Comment(id: "1", body: RawText(text))]
    #expect(
      plain(discussion, columns: 24).components(after: "#1\n").hasPrefix(
        """
        let answer =
        ↳ compute(first, second,
        ↳ third)
        """))
    let wide = plain(discussion, columns: 400).filter { !" \n▏".contains($0) }
    for columns in [10, 24, 40, 79] {
      let text = plain(discussion, columns: columns)
      #expect(text.split(separator: "\n").allSatisfy { SafeText(String($0)).width <= columns })
      #expect(text.filter { !" \n↳▏".contains($0) } == wide)
    }
  }

  /// Two cells each, as long as thirty are left.
  @Test(arguments: [(30, "0 0 0 0"), (32, "0 2 2 2"), (35, "0 2 4 4"), (60, "0 2 4 6")])
  func levelsAreSetIn(columns: Int, margins: String) {
    let comments = (0..<4).map { index in
      Comment(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", author: "a", body: "中")
    }
    let text = plain(Discussion(id: "", title: "", comments: comments), columns: columns)
    let found = text.split(separator: "\n").filter { $0.hasSuffix("中") }.map { $0.count - 1 }
    #expect(found.map(String.init).joined(separator: " ") == margins)
  }

  @Test func whatTheLineThrowsEndsIt() {
    struct Full: Error {}
    var count = 0
    #expect(throws: Full.self) {
      try PlainExport.write(Excerpt(Page(.bees)), columns: 60) { _ throws(Full) in
        count += 1
        if count == 5 { throw Full() }
      }
    }
    #expect(count == 5)
  }

  @Test func aDeepChainIsWritten() {
    let comments = (0..<100_000).map { index in
      var comment = Comment(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)")
      comment.state = .deleted
      return comment
    }
    var blank = 0
    PlainExport.write(
      Excerpt(Page(Discussion(id: "", title: "Deep", comments: comments))), columns: 60
    ) { line in
      if line.isEmpty { blank += 1 }
    }
    #expect(blank == 1 + comments.count)
  }
}

extension String {
  /// What follows a text in it; nothing if it is not there.
  fileprivate func components(after text: String) -> Substring {
    firstRange(of: text).map { self[$0.upperBound...] } ?? ""
  }
}

/// The lines of a discussion as plain text.
func plain(_ discussion: Discussion, columns: Int) -> String {
  var lines: [String] = []
  PlainExport.write(Excerpt(Page(discussion)), columns: columns) { lines.append($0.string) }
  return lines.joined(separator: "\n")
}
