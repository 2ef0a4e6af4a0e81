import DiscussionModel
import Testing

/// From where a discussion was fetched, and what its site said.
@Suite struct OriginTests {
  private static let some = [
    "https://a.test/1": Origin.Validator(etag: "W/\"é 中\"", lastModified: nil),
    "https://a.test/2": Origin.Validator(lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"),
    "https://a.test/\u{1B}👩‍💻": Origin.Validator(),
  ]

  private static func discussion(_ members: String) throws -> Discussion {
    let json =
      #"{"understory":1,"id":"x","title":"t","comments":[{"id":"1","body":"b"}]\#(members)}"#
    return try DiscussionFile.decode(Array(json.utf8)).discussion
  }

  @Test func itIsKeptInTheFile() throws {
    var discussion = Discussion(id: "x", title: "t")
    #expect(discussion.validators == [:])
    discussion.validators = Self.some
    #expect(discussion.origin == nil)
    discussion.origin = Origin(link: "https://a.test/中", fetched: "2026-11-30T03:10:00Z")
    discussion.validators = Self.some
    discussion.validators = Self.some
    let json = DiscussionFile.encode(discussion)
    let (read, repairs) = try DiscussionFile.decode(json)
    #expect(read == discussion)
    #expect(read.validators == Self.some)
    #expect(repairs.warning == nil)
    #expect(String(decoding: json, as: UTF8.self).split(separator: "\"origin\"").count == 2)
  }

  /// In files of earlier versions it stands in two members, and is written as one.
  @Test func filesOfEarlierVersionsAreRead() throws {
    var expected = try Self.discussion("")
    expected.origin = Origin(link: "https://a.test/1")
    expected.validators = ["https://a.test/1": Origin.Validator(etag: "e")]
    let texts = try #require(expected.origin?.texts)
    let old = try Self.discussion(
      #", "x": 1, "fetchedFrom": "https://a.test/1", "#
        + #""fetchedValidators": {"texts": "\#(texts)", "https://a.test/1": {"etag": "e"}}"#)
    #expect(old.origin == expected.origin)
    #expect(old.validators == expected.validators)
    #expect(old.unknownMembers.map(\.name) == ["x"])
    let written = String(decoding: DiscussionFile.encode(old), as: UTF8.self)
    #expect(written.contains("\"origin\": {"))
    #expect(written.contains(#""link": "https://a.test/1""#))
    #expect(!written.contains("fetched"))
  }

  /// Anybody may have members of these names; what is no origin is neither believed nor lost.
  @Test(arguments: [
    (#""origin": 3"#, nil, ["origin"]),
    (#""origin": {"link": 3}"#, nil, ["origin"]),
    (#""origin": {"from": "a"}"#, nil, ["origin"]),
    (#""origin": {"link": "a", "validators": []}"#, nil, ["origin"]),
    (#""fetchedFrom": 3"#, nil, ["fetchedFrom"]),
    (#""fetchedValidators": {"u": {"etag": "a"}}"#, nil, ["fetchedValidators"]),
    (#""origin": {"link": "a", "else": [1]}"#, "a", []),
    (#""origin": {"link": "a"}, "fetchedFrom": "b""#, "a", []),
    (#""fetchedFrom": "b", "fetchedValidators": 3"#, "b", []),
    (#""fetchedFrom": "b", "fetchedValidators": {"u": {"etag": 3}}"#, "b", []),
    (#""fetchedFrom": "b", "fetchedValidators": {"u": {"etag": "a"}, "v": []}"#, "b", []),
  ])
  func whatIsDamagedIsNotBelieved(members: String, link: String?, unknown: [String]) throws {
    let read = try Self.discussion(", " + members)
    #expect(read.origin?.link == link)
    #expect(read.validators == [:])
    #expect(read.unknownMembers.map(\.name) == unknown)
    #expect(try DiscussionFile.decode(DiscussionFile.encode(read)).discussion == read)
    var fetched = read
    fetched.origin = Origin(link: "c")
    let written = String(decoding: DiscussionFile.encode(fetched), as: UTF8.self)
    #expect(written.split(separator: "\"origin\"").count == 2)
  }

  /// What its site said is about the texts of then.
  @Test func validatorsOfOtherTextsAreNotBelieved() throws {
    var discussion = try Self.discussion(#", "origin": {"link": "a"}"#)
    discussion.validators = Self.some
    discussion.comments[0].body = RawText("another")
    #expect(discussion.validators == [:])
    discussion.validators = Self.some
    #expect(discussion.validators == Self.some)
    discussion.comments.removeAll()
    #expect(discussion.validators == [:])
  }

  /// A copy that came as a file says nothing of it; one that was fetched says all of it.
  @Test func aNewerCopyHasTheLastWordIfItHasOne() throws {
    var kept = try Self.discussion(#", "origin": {"link": "a"}"#)
    kept.validators = Self.some
    kept.take(try Self.discussion(""))
    #expect(kept.origin?.link == "a")
    #expect(kept.validators == Self.some)
    kept.take(try Self.discussion(#", "origin": {"link": "b"}"#))
    #expect(kept.origin == Origin(link: "b"))
  }
}
