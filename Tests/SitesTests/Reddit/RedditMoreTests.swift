import DiscussionModel
import Testing

@testable import Sites

@Suite struct RedditMoreTests {
  static func more(_ parent: String, _ count: Int, _ ids: String...) -> String {
    let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
    return
      #"{"kind": "more", "data": {"count": \#(count), "parent_id": "\#(parent)", "id": "m", "children": [\#(list)]}}"#
  }

  static func answer(_ things: String...) -> String {
    #"{"json": {"errors": [], "data": {"things": [\#(things.joined(separator: ","))]}}}"#
  }

  static func text(_ id: String, to parent: String, at time: Int, replies: String...) -> String {
    let inner =
      replies.isEmpty
      ? "\"\"" : #"{"kind": "Listing", "data": {"children": [\#(replies.joined(separator: ","))]}}"#
    return
      #"{"kind": "t1", "data": {"id": "\#(id)", "parent_id": "\#(parent)", "link_id": "t3_p", "author": "a", "body": "\#(id)", "created_utc": \#(time), "replies": \#(inner)}}"#
  }

  static let listing = RedditTests.page(
    RedditTests.post,
    text("a", to: "t3_p", at: 10, replies: more("t1_a", 4, "c", "d"), more("t1_a", 0)),
    text("b", to: "t3_p", at: 20), more("t3_p", 7, "e", "f"))

  @Test func whatWasLeftOutIsCounted() throws {
    let found = try read(Self.listing)
    #expect(outline(found) == "#1 a a +5: a\n#2 b a: b")
    #expect(found.discussion.notice == "7 more comments not in this file")
    #expect(found.account?.line == "2 comments read + 12 not in this file = 14; the source says 4")
  }

  /// `c` and its reply came, `d` did not, and below `c` one more was left out again.
  @Test func answersAreMergedInPlace() throws {
    let found = try read(
      Self.listing,
      Self.answer(
        Self.text("c", to: "t1_a", at: 30), Self.text("x", to: "t1_c", at: 40),
        Self.more("t1_c", 1, "y")))
    #expect(
      outline(found) == """
        #1 a a +2: a
          #3 c a +1: c
            #4 x a: x
        #2 b a: b
        """)
    #expect(found.account?.missing == 10)
  }

  @Test func aWholeAnswerLeavesNothingOut() throws {
    let found = try read(
      Self.listing,
      Self.answer(Self.text("e", to: "t3_p", at: 30), Self.text("f", to: "t3_p", at: 40)))
    #expect(found.discussion.notice == nil)
    #expect(found.discussion.comments.map(\.id) == ["a", "b", "e", "f"])
  }

  @Test func anAnswerAloneIsADiscussion() throws {
    let found = try read(
      """
      {"json": {"data": {"things": [{"kind": "t1", "data": {"id": "a", "parent_id": "t3_p", "link_id": "t3_p",
        "author": "bo", "body": "x", "permalink": "/r/bees/comments/p/why_do_bees_hum/a/"}},
        {"kind": "t1", "data": {"id": "b", "parent_id": "t1_zz", "link_id": "t3_p", "body": "y"}}]}}}
      """)
    #expect(found.discussion.id == "reddit:p")
    #expect(found.discussion.title == "why do bees hum")
    #expect(found.discussion.url == "https://www.reddit.com/r/bees/comments/p/why_do_bees_hum/")
    #expect(outline(found) == "#1 a bo: x\n#2 b →comment zz: y")
  }

  @Test func aChainOfAnyLengthIsRead() throws {
    let count = 10_000
    let chain =
      (0..<count).map {
        #"{"kind":"t1","data":{"id":"c\#($0)","parent_id":"\#($0 == 0 ? "t3_p" : "t1_c\($0 - 1)")","body":"a","replies":{"kind":"Listing","data":{"children":["#
      }
      .joined() + String(repeating: "]}}}}", count: count)
    let found = try read(RedditTests.page(RedditTests.post, chain))
    #expect(found.summary == "\(count) comments, 1 at top level, \(count) levels")
  }

  @Test func sumsOverRanges() {
    var sums = PrefixSums(count: 7)
    for (index, value) in [3, 0, 4, 1, 5, 9, 2].enumerated() { sums.add(value, at: index) }
    sums.add(10, at: 3)
    #expect(sums.sum(of: 0..<7) == 34)
    #expect(sums.sum(of: 2..<4) == 15)
    #expect(sums.sum(of: 5..<5) == 0)
  }

  /// Each pass brings what stands for the rest of what was asked for: it takes the place of that.
  @Test func laterPassesReplaceWhatWasAskedFor() throws {
    let listing = RedditTests.page(
      RedditTests.post, Self.text("a", to: "t3_p", at: 10), Self.more("t3_p", 5, "e", "f"))
    let second = Self.answer(
      Self.text("e", to: "t3_p", at: 30), Self.more("t3_p", 2, "f"), Self.more("t1_e", 2, "h"))
    let third = Self.answer(
      Self.text("f", to: "t3_p", at: 40), Self.text("g", to: "t1_f", at: 50))
    for (files, missing, ids) in [
      ([listing], 5, ["e", "f"]), ([listing, second], 4, ["f"]),
      ([listing, second, third], 2, []), ([listing, third, second], 2, []),
    ] as [([String], Int, [String])] {
      let found = try AnyImport.discussion(
        of: files.map { ImportFile(name: "f", bytes: Array($0.utf8)) })
      #expect(found.account?.missing == missing)
      #expect(LeftOut.ids(in: found.discussion.unknownMembers) == ids)
    }
  }
}
