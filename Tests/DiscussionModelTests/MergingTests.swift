import DiscussionModel
import Testing

@Suite struct MergingTests {
  /// `id<parent:text` for each comment, separated by spaces.
  private func discussion(_ comments: String) -> Discussion {
    Discussion(
      id: "d", title: "Title",
      comments: comments.split(separator: " ").map { word in
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "<").map(String.init)
        let text = parts.count > 1 ? RawText(String(parts[1])) : nil
        return Comment(id: names[0], parent: names.count > 1 ? names[1] : nil, body: text)
      })
  }

  private func line(_ discussion: Discussion) -> String {
    discussion.comments.indices.map { place in
      let comment = discussion.comments[place]
      let parent = comment.parent.map { "<" + $0 } ?? ""
      return "#\(discussion.number(of: place)) \(comment.id)\(parent):\(comment.body?.text ?? "")"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("a:1 b:2", "a:1 b:2", "#1 a:1, #2 b:2", "nothing new"),
    ("a:1 b:2", "a:1 c<a:3 b:2", "#1 a:1, #3 c<a:3, #2 b:2", "1 new comment"),
    ("a:1", "c:中 a:1 b<a:👩‍💻", "#2 c:中, #1 a:1, #3 b<a:👩‍💻", "2 new comments in 2 threads"),
    (
      "a:1 b<a:2 c<b:3 d:4", "a:1 d:5", "#1 a:1, #2 b<a:2, #3 c<b:3, #4 d:5",
      "nothing new, 1 comment changed"
    ),
    ("x:0 a:1", "a:1", "#1 x:0, #2 a:1", "nothing new"),
    ("a:é", "a", "#1 a:é", "nothing new"),
    // One that only the older copy has keeps its number, wherever it comes to stand.
    ("a:1 b:2", "c:3 a:1", "#3 c:3, #1 a:1, #2 b:2", "1 new comment"),
    ("", "a:1 b<a:2 c<b:3", "#1 a:1, #2 b<a:2, #3 c<b:3", "3 new comments"),
  ])
  func aNewerCopyIsTakenIn(old: String, newer: String, result: String, news: String) {
    var merged = discussion(old)
    let found = merged.take(discussion(newer))
    #expect(line(merged) == result)
    #expect(found.line == news)
  }

  /// Nothing is written otherwise than it was: what is kept is not offered as something else.
  @Test(arguments: ["a:1 b<a:中 c:3", ""]) func theSameAgainChangesNothing(comments: String) {
    var kept = discussion(comments)
    kept.take(discussion(comments))
    #expect(kept == discussion(comments))
    // Nor where comments have come in between.
    kept.take(discussion("a:1 d<a:4 b<a:中 c:3"))
    let merged = kept
    kept.take(discussion("a:1 d<a:4 b<a:中 c:3"))
    #expect(kept == merged)
  }

  /// Numbers may have gaps: of comments that were never given, or were taken out by hand.
  @Test func newCommentsAreNumberedAfterTheHighestNumber() {
    var merged = discussion("a:1 b:2")
    merged.comments[0].number = 9
    merged.comments[1].number = 4
    merged.take(discussion("a:1 b:2 c:3"))
    #expect(line(merged) == "#9 a:1, #4 b:2, #10 c:3")
    var part = discussion("a:1 d<a:4")
    part.comments[1].number = 1
    merged.take(replies: part, to: "a")
    #expect(line(merged) == "#9 a:1, #4 b:2, #10 c:3, #11 d<a:4")
  }

  @Test func newCommentsAreNumberedInTheOrderOfTheirOwnNumbers() {
    var merged = discussion("a:1")
    var newer = discussion("c<a:3 a:1 b<a:2")
    newer.comments[0].number = 9
    newer.comments[2].number = 4
    merged.take(newer)
    #expect(line(merged) == "#3 c<a:3, #1 a:1, #2 b<a:2")
  }

  @Test func aDeletedCommentCountsAsChanged() {
    var merged = discussion("a:1")
    var newer = discussion("a")
    newer.comments[0].state = .deleted
    #expect(merged.take(newer).changed == 1)
    #expect(merged.comments[0].body == nil)
  }

  @Test func repliesThatAreHereAreNotMissing() {
    var merged = discussion("a:1 b<a:2 c<b:3")
    var newer = discussion("a:1")
    newer.comments[0].details = CommentDetails()
    newer.comments[0].details?.missingReplies = 5
    merged.take(newer)
    #expect(merged.comments[0].details?.missingReplies == 3)
    newer.comments[0].details?.missingReplies = 2
    merged.take(newer)
    #expect(merged.comments[0].details?.missingReplies == nil)
  }

  @Test(arguments: [nil, 4])
  func missingRepliesAreTakenIn(left: Int?) {
    var merged = discussion("a:1 b:2")
    merged.comments[0].details = CommentDetails()
    merged.comments[0].details?.missingReplies = 5
    var part = discussion("a:other d<a:4 e<d:中")
    part.comments[0].details = CommentDetails()
    part.comments[0].details?.missingReplies = left
    #expect(merged.take(replies: part, to: "a").line == "2 new comments")
    #expect(line(merged) == "#1 a:1, #2 b:2, #3 d<a:4, #4 e<d:中")
    #expect(merged.comments[0].details?.missingReplies == left)
  }

  @Test func missingCommentsOnTheArticleAreTakenIn() {
    var merged = discussion("a:1")
    merged.notice = "2 missing"
    var part = discussion("d:4")
    part.notice = "1 missing"
    part.unknownMembers = [UnknownMember(name: "x", value: Array("2".utf8))]
    #expect(merged.take(replies: part, to: nil).line == "1 new comment")
    #expect(line(merged) == "#1 a:1, #2 d:4")
    #expect(merged.notice == "1 missing")
    #expect(merged.unknownMembers == part.unknownMembers)
  }

  @Test func membersThatOnlyTheOlderCopyHasStay() {
    var merged = discussion("a:1")
    merged.body = "article"
    merged.unknownMembers = [UnknownMember(name: "x", value: Array("1".utf8))]
    var newer = discussion("a:1")
    newer.title = "New title"
    newer.unknownMembers = [UnknownMember(name: "y", value: Array("2".utf8))]
    merged.take(newer)
    #expect(merged.title == "New title")
    #expect(merged.body == "article")
    #expect(merged.unknownMembers.map(\.name) == ["y", "x"])
  }

  @Test func aChainOf100000IsTakenIn() {
    var chain = Discussion(id: "d", title: "t")
    chain.comments = (0..<100_000).map { index in
      Comment(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", body: "x")
    }
    var merged = chain
    chain.comments.append(Comment(id: "last", parent: "99999", body: "y"))
    #expect(merged.take(chain).line == "1 new comment")
  }
}
