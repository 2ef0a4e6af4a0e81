import Sites
import DiscussionModel
import Testing

@Suite struct FormatTests {
  static let native =
    #"{"understory": 1, "id": "x", "title": "T", "comments": [{"id": "1", "body": "b"}, {"id": "1"}]}"#

  static let ours =
    "this looks like understory's own JSON, but lacks \"understory\": 1 beside \"id\" and \"title\""

  /// GitHub's own program names authors by objects.
  @Test func whatOnlyResemblesOursIsReadAsWhatItIs() throws {
    let text = #"""
      {"id": "I_1", "title": "T", "number": 5, "url": "https://github.com/o/r/issues/5", "author": {"login": "ann"},
       "comments": [{"id": "IC_1", "author": {"login": "ben"}, "body": "b", "createdAt": "2020-01-01T00:00:00Z"}]}
      """#
    #expect(try read(text).discussion.id == "github:o/r/5")
  }

  static let list = "expected a discussion in a format that \"understory formats\" lists"

  @Test func ourOwnFormIsReadWhereverItsFirstMemberStands() throws {
    for text in [
      Self.native, #"{"id": "x", "title": "T", "comments": [], "understory": 1}"#,
      "\u{FEFF}" + Self.native,
    ] {
      #expect(try read(text).discussion.id == "x")
    }
    let found = try read(Self.native)
    #expect(found.warnings == ["shown anyway: 1 repeated id, 1 comment without text"])
    #expect(found.account?.line == "2 comments read + 0 not in this file = 2")
  }

  @Test func aSavedPageIsReadWithItsOutline() throws {
    #expect(try read(Ferry.page).discussion.title == "The Ferry Stops at Noon")
    #expect(try read(Ferry.page, Ferry.outline).discussion.comments.count == 4)
    #expect(
      try read(Ferry.page, Ferry.outline, options: ImportOptions(id: "me")).discussion.id == "me")
  }

  @Test(arguments: [
    ("", "0:1:1: this is empty; save or download it again"),
    (" \r\n\t", "0:1:1: this is empty; save or download it again"),
    ("\u{FEFF}", "0:1:1: this is empty; save or download it again"),
    ("hello", "0:1:1: \(list)"),
    (
      "# A shed\n\nPaint it.\n\n## How\n\nGreen.",
      "0: this is Markdown; understory reads JSON, feeds and saved pages (\"understory formats\")"
    ),
    ("{\"é\": 1,\n \"b\" 2}", "0:2:6: expected : after the member name"),
    (
      "[1, {\"id\": 2}",
      "0:1:14: the file ends too early; download or save it again (expected , or ])"
    ),
    (
      "{} {\"a\"",
      "0:1:8: the file ends too early; download or save it again (expected : after the member name)"
    ),
    ("{}", "0: \(list)"),
    ("[]", "0: \(list)"),
    ("[1, \"中\", null]", "0: \(list)"),
    (
      #"{"short_id": "x"}"#,
      "0: \(list). Closest match: a Lobsters story, but lacks \"comments\""
    ),
    (
      #"[{"id": 1, "type": "story"}]"#,
      "0: \(list). Closest match: Hacker News items, one a line or in an array, but lacks \"time\""
    ),
    (
      #"{"kind": "Listing", "data": {}}"#,
      "0: \(list). Closest match: a Reddit post with its comments, but lacks \"data.children\""
    ),
    (#"{"understory": 2, "id": "x"}"#, "0:1:16: expected version 1 of the format, found version 2"),
    (#"{"a": {"understory": 1}}"#, "0: \(list)"),
    (
      #"{"id": "x:1", "title": "T", "author": "ann", "comments": [{"id": "1", "body": "b"}]}"#,
      "0:1:1: \(ours)"
    ),
    (#"{"id": "x:1", "title": "T", "comments": []}"#, "0:1:1: \(ours)"),
  ])
  func whatIsNoneOfThemIsRefused(text: String, message: String) {
    #expect(refusal(text) == message)
  }

  @Test func theSecondFileMayBeAtFault() {
    #expect(
      refusal(AlgoliaTests.story, "{\"a\": tru}") == "1:1:7: expected true")
    #expect(
      refusal(AlgoliaTests.story, " ")
        == "1:1:1: this is empty; save or download it again")
    #expect(
      refusal(Self.native, Self.native)
        == "expected one discussion, found several; \"understory import --only ID\" chooses one of 0, 1"
    )
  }

  /// What was asked for is there, by the file's name or the discussion's id, or nothing is read.
  @Test(arguments: [
    ("0", "x:1"), ("1", "x:2"), ("x:2", "x:2"), ("2", nil), ("", nil),
  ])
  func oneOfSeveralOfOurOwnIsChosen(only: String, id: String?) throws {
    let files = [("0", "x:1"), ("1", "x:2")].map { name, id in
      let text = #"{"understory": 1, "id": "\#(id)", "title": "T", "comments": []}"#
      return ImportFile(name: name, bytes: Array(text.utf8))
    }
    let options = ImportOptions(only: only)
    if let id {
      #expect(try AnyImport.discussion(of: files, options).discussion.id == id)
    } else {
      let error = ImportError(.notAmong(only, ["x:1", "x:2"]), in: .inputs)
      #expect(throws: error) { try AnyImport.discussion(of: files, options) }
    }
  }

  private static let page = "Title\n\nComments (1)\n\nYes."

  @Test(arguments: [
    (#"{"understory": 1, "id": "x:1", "title": "T", "comments": []}"#, ["x:1"]),
    (MastodonTests.context(below: MastodonTests.below), ["mastodon:a.example/5", "5"]),
    (page, []),
  ])
  func theOnlyOneThereIsMustBeTheOneAskedFor(text: String, names: [String]) throws {
    let id = try read(text).discussion.id
    for name in names + [id] {
      #expect(try read(text, options: ImportOptions(only: name)).discussion.id == id)
    }
    for only in ["0", "nothing"] {
      #expect(
        refusal(text, options: ImportOptions(only: only)) == "found no \(only) among \(id)")
    }
  }

  static let samples: [(text: String, id: String)] = [
    (AlgoliaTests.story, "hn:7"), (FirebaseTests.items.joined(), "hn:1"),
    (RedditMoreTests.listing, "reddit:p"), (LobstersTests.story(), "lobsters:abc"),
    (DiscourseTests.first, "discourse:talk.example.org/57"),
    (LemmyTests.list(LemmyTests.view(10, "0.10")), "lemmy:a.example/7"),
    (MastodonTests.context(below: MastodonTests.below), "mastodon:a.example/5"),
    (GitHubTests.several, "github:o/r"), (GitHubGraphTests.discussion, "github:o/r/5"),
  ]

  /// The name of a file counts for nothing, its content for all.
  @Test(arguments: samples)
  func eachIsKnownByItsContent(text: String, id: String) throws {
    let found = try read(text)
    #expect(found.discussion.id == id)
    #expect(found.warnings == [])
    let written = DiscussionFile.encode(found.discussion)
    #expect(try DiscussionFile.decode(written).discussion == found.discussion)
    #expect(try read("\u{FEFF} \n" + text.replacing("\n", with: "\r\n")).discussion.id == id)
  }

  /// A member that a site adds is not the reader's business, wherever it stands and whatever it holds.
  @Test(arguments: samples)
  func whatASiteAddsIsSkippedSilently(text: String, id: String) throws {
    var added = ""
    var isInString = false
    var isEscaped = false
    for (place, character) in zip(text.indices, text) {
      added.append(character)
      if character == "\"", !isEscaped { isInString.toggle() }
      isEscaped = character == "\\" && !isEscaped
      guard character == "{", !isInString else { continue }
      let rest = text[place...].dropFirst().drop(while: \.isWhitespace)
      added +=
        #""a_new_one": {"body": ["x", {"é": 1}], "text": "y"}"# + (rest.first == "}" ? "" : ",")
    }
    let found = try read(added)
    #expect(found.warnings == [])
    #expect(found.discussion == (try read(text).discussion))
    #expect(found.discussion.id == id)
  }

  @Test(arguments: DiscussionFormat.allCases)
  func eachCanBeAskedFor(format: DiscussionFormat) {
    #expect(!format.title.isEmpty)
    #expect(!format.commands.isEmpty)
    #expect(DiscussionFormat(rawValue: format.rawValue) == format)
    // Another format than the file's gives a discussion or a refusal, never a trap.
    _ = refusal(AlgoliaTests.story, options: ImportOptions(format: format))
  }

  @Test func anEmptyListMayBeForced() throws {
    let options = ImportOptions(format: .lemmy)
    #expect(
      refusal(#"{"comments": []}"#, options: options)
        == "expected Lemmy comments, with or without their post, found none")
  }
}
