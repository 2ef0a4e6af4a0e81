import Foundation
import RunningPrograms
import Storage
import Testing

/// `understory front`, against a server that lists stories as Lobsters does.
struct FrontCommandTests {
  private static let list = """
    [{"short_id": "ab12cd", "title": "Raku at home", "url": "https://kiln.example/raku", "score": 41,
      "comment_count": 4, "submitter_user": "dee", "tags": ["ceramics"],
      "created_at": "2026-05-01T08:00:00.000-05:00"},
     {"short_id": "ef34", "title": "Wha\\u0007t do you fire?", "url": "", "score": 8, "comment_count": 0,
      "submitter_user": "eli", "tags": []}]
    """

  private static let otherStory = """
    {"short_id": "ef34", "title": "What do you fire?", "comment_count": 0, "submitter_user": "eli",
     "comments_url": "https://lobste.rs/s/ef34/what", "comments": []}
    """

  private static let story = """
    {"short_id": "ab12cd", "title": "Raku at home", "comment_count": 1, "submitter_user": "dee",
     "comments_url": "https://lobste.rs/s/ab12cd/raku", "comments": [
       {"short_id": "c1", "comment": "<p>Hot.</p>", "commenting_user": "eli", "depth": 0,
        "created_at": "2026-05-01T09:00:00.000-05:00"}]}
    """

  /// - Parameters:
  ///   - lists: what is answered for the list, the last again and again.
  ///   - configuration: the configuration file; nil for none.
  /// - Returns: a desk with a server in place of Lobsters.
  /// - Throws: where there is no port.
  private func desk(
    _ lists: [TestServer.Answer] = [TestServer.Answer(list)], configuration: String? = nil
  ) throws -> WebDesk {
    let desk = try WebDesk(
      [
        "/hottest.json": lists, "/s/ab12cd.json": [TestServer.Answer(Self.story)],
        "/s/ef34.json": [TestServer.Answer(Self.otherStory)],
      ], standingInFor: ["lobste.rs"])
    if let configuration {
      _ = try Program.run("/bin/mkdir", ["-p", desk.folder.path + "/config/understory"])
      try desk.folder.write(configuration, to: "config/understory/config.toml")
    }
    return desk
  }

  private static let sources = """
    prefetch = 1
    [sources]
    Ceramics = "lobsters"
    """

  @Test func aLineForEachDiscussion() throws {
    let desk = try desk()
    let before = try desk.run("front", "lobsters")
    #expect(before.errors == "")
    #expect(
      before.output == """
            41      4         https://lobste.rs/s/ab12cd  Raku at home [ceramics] (kiln.example)
             8      0         https://lobste.rs/s/ef34    Wha␇t do you fire?

        """)
    _ = try desk.run("fetch", "https://lobste.rs/s/ab12cd")
    // Of four comments one is there, and unread.
    #expect(try desk.run("front", "lobsters").output.hasPrefix("    41      4     +3  https"))
  }

  @Test func asJSON() throws {
    let desk = try desk()
    let output = try desk.run("front", "lobsters", "--json").output
    let page = try JSONDecoder().decode(Page.self, from: Data(output.utf8))
    #expect(page.title == "Lobsters")
    #expect(page.next == nil)
    #expect(page.discussions.map(\.link).first == "https://lobste.rs/s/ab12cd")
    #expect(page.discussions.map(\.published).first == "2026-05-01T13:00:00Z")
  }

  // MARK: For scripts

  @Test func fieldsHaveTabsBetweenThem() throws {
    let desk = try desk()
    _ = try desk.run("fetch", "https://lobste.rs/s/ab12cd")
    #expect(
      try desk.run("front", "lobsters", "--plain").output == """
        1\t41\t4\t3\t2026-05-01T13:00:00Z\tRaku at home\thttps://lobste.rs/s/ab12cd
        2\t8\t0\t\t\tWha␇t do you fire?\thttps://lobste.rs/s/ef34

        """)
  }

  @Test func whatIsHiddenIsLeftOutAndSaidInJSON() throws {
    let desk = try desk()
    _ = try desk.run("front", "lobsters")
    let marks = try MarksDatabase(directory: desk.folder.path + "/understory")
    try marks.fronts.hide("https://lobste.rs/s/ab12cd", true, now: 100)
    #expect(
      try desk.run("front", "lobsters", "--plain").output
        == "2\t8\t0\t\t\tWha␇t do you fire?\thttps://lobste.rs/s/ef34\n")
    #expect(
      try desk.run("front", "lobsters").output
        == "     8      0         https://lobste.rs/s/ef34  Wha␇t do you fire?\n")
    let output = try desk.run("front", "lobsters", "--json").output
    let page = try JSONDecoder().decode(Page.self, from: Data(output.utf8))
    #expect(page.discussions.map(\.hidden) == [true, false])
  }

  @Test func whatIsHiddenIsCarriedToAnotherMachine() throws {
    let (here, there) = (try desk(), try desk())
    let marks = try MarksDatabase(directory: here.folder.path + "/understory")
    try marks.fronts.hide("https://lobste.rs/s/ab12cd", true, now: 100)
    let exported = try here.run("state", "export").output
    try there.folder.write(exported, to: "state.json")
    let file = there.folder.path + "/state.json"
    #expect(
      try there.run("state", "import", file).output
        == "front pages: 1 discussion hidden or shown again\n")
    #expect(try there.run("state", "import", file).output == "nothing to import\n")
    #expect(try there.run("front", "lobsters", "--plain").output.hasPrefix("2\t8\t"))
  }

  // MARK: Names

  /// Nobody is asked for what is known here.
  @Test func withoutAPageSourcesAndNamesAreListed() throws {
    let desk = try desk(configuration: Self.sources)
    let lines = try desk.run("front").output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Ceramics ") == true)
    #expect(lines.first?.hasSuffix(" https://lobste.rs/") == true)
    #expect(lines.contains { $0.hasPrefix("hn/new ") && $0.hasSuffix("/newest") })
    #expect(lines.contains("lobsters/t/TAG"))
    #expect(
      try desk.run("front", "--plain").output.hasPrefix(
        "Ceramics\tlobsters\thttps://lobste.rs/\nhn\thn\thttps://news.ycombinator.com/news\n"))
    #expect(try desk.run("front", "--json").output.contains("\"name\": \"Ceramics\""))
    #expect(desk.asked() == [])
  }

  @Test(arguments: ["Ceramics", "ceramics", "CERAMICS"])
  func aSourceIsListedByItsName(name: String) throws {
    let desk = try desk(configuration: Self.sources)
    #expect(try desk.run("front", name, "--plain").output.hasPrefix("1\t41\t4\t"))
    #expect(desk.asked() == ["/hottest.json"])
  }

  /// A name of one's own comes before one that is built in, if it is the same.
  @Test func ownNamesComeFirst() throws {
    let desk = try desk(configuration: "[sources]\nhn = \"lobsters\"\nLobsters = \"hn/new\"\n")
    #expect(try desk.run("front", "hn").status == 0)
    #expect(try desk.run("front", "lobsters").status == 0)
    #expect(desk.asked() == ["/hottest.json", "/hottest.json"])
  }

  @Test func aNameThatWasProbablyMeantIsNamed() throws {
    let desk = try desk(configuration: Self.sources)
    #expect(try desk.run("front", "Ceramic").errors.hasSuffix("; did you mean Ceramics?\n"))
    #expect(desk.asked() == [])
  }

  // MARK: Without a network

  @Test func aListIsShownAsItWas() throws {
    let desk = try desk([TestServer.Answer(Self.list), TestServer.Answer("", status: 404)])
    let first = try desk.run("front", "lobsters")
    let second = try desk.run("front", "lobsters")
    #expect(second.output == first.output)
    #expect(second.status == 0)
    #expect(second.errors.contains("; showing the list of "))
    // One that was never fetched cannot be shown.
    let other = try desk.run("front", "lobsters/newest")
    #expect(other.output == "")
    #expect(other.status == 1)
  }

  // MARK: Fetching sources

  @Test func sourcesAreFetchedWithTheFirstOfTheirDiscussions() throws {
    let more = Self.list.replacingOccurrences(
      of: "\"comment_count\": 4", with: "\"comment_count\": 1")
    let desk = try desk([TestServer.Answer(more)], configuration: Self.sources)
    let first = try desk.run("fetch", "--sources")
    #expect(
      first.output == """
        Ceramics: 2 new titles
        lobsters:ab12cd: added, 1 comment · Raku at home

        """)
    #expect(first.status == 0)
    #expect(desk.asked() == ["/hottest.json", "/s/ab12cd.json"])
    // It has all comments that the list counts.
    let second = try desk.run("fetch", "--sources")
    #expect(second.output == "Ceramics: nothing new\n")
    #expect(second.status == 3)
    #expect(desk.asked(after: 2) == ["/hottest.json"])
    #expect(try desk.run("fetch", "--sources", "--quiet").output == "")
    // Nobody opened it: it is not kept for good, until somebody asks for that.
    #expect(!(try desk.run("list", "--json").output.contains("\"keptUntil\": null")))
    #expect(try desk.run("keep", "lobsters:ab").output == "kept Raku at home\n")
    #expect(try desk.run("list", "--json").output.contains("\"keptUntil\": null"))
  }

  /// What nobody opened counts from when it came, here long ago.
  @Test(arguments: [("", []), ("keep_visited = 10000", ["lobsters:ab12cd"])])
  func whatIsOnlyVisitedIsRemovedInTheEnd(setting: String, left: [String]) throws {
    let desk = try desk(configuration: setting + "\n" + Self.sources)
    _ = try desk.run("fetch", "--sources")
    let marks = try MarksDatabase(directory: desk.folder.path + "/understory")
    var kept = try #require(try marks.catalogue.kept("lobsters:ab12cd"))
    kept.arrived -= 100 * 86_400
    try marks.catalogue.enter([kept])
    _ = try desk.run("list")
    #expect(try marks.catalogue.keptDiscussions().map(\.id) == left)
    #expect(desk.library.count == left.count)
  }

  @Test func withoutPrefetchOnlyListsAreFetched() throws {
    let desk = try desk(configuration: "[sources]\nCeramics = \"lobsters\"\n")
    #expect(try desk.run("fetch", "--sources").output == "Ceramics: 2 new titles\n")
    #expect(desk.asked() == ["/hottest.json"])
    #expect(desk.library == [])
  }

  @Test func whatIsHiddenIsNotFetched() throws {
    let desk = try desk(configuration: Self.sources)
    let marks = try MarksDatabase(directory: desk.folder.path + "/understory")
    try marks.fronts.hide("https://lobste.rs/s/ab12cd", true, now: 100)
    _ = try desk.run("fetch", "--sources")
    #expect(desk.asked() == ["/hottest.json", "/s/ef34.json"])
  }

  /// A source that cannot be fetched is reported, and the others are fetched.
  @Test func oneThatFailsKeepsNoOther() throws {
    let desk = try desk(
      configuration: "[sources]\nGone = \"lobsters/newest\"\nCeramics = \"lobsters\"\n")
    let outcome = try desk.run("fetch", "--sources")
    #expect(outcome.output == "Ceramics: 2 new titles\n")
    #expect(outcome.errors.hasPrefix("understory: "))
    #expect(outcome.status == 1)
  }

  @Test func withoutSourcesNothingIsRequested() throws {
    let desk = try desk()
    let outcome = try desk.run("fetch", "--sources")
    #expect(
      outcome.errors
        == "No sources: list front pages below [sources] in the configuration file.\n")
    #expect(outcome.status == 3)
    // Neither is it by a configuration alone.
    let other = try self.desk(configuration: Self.sources)
    for arguments in [["list"], ["doctor"], ["config"], ["front"], ["help", "front"]] {
      _ = try Program.run(arguments, environment: other.environment)
    }
    #expect(desk.asked() + other.asked() == [])
  }

  // MARK: Doctor

  @Test func doctorReportsSourcesWithoutAskingThem() throws {
    let desk = try desk(configuration: Self.sources)
    let before = try desk.run("doctor").output
    #expect(before.contains("ok       source: Ceramics: https://lobste.rs/, not fetched yet\n"))
    _ = try desk.run("front", "lobsters")
    let after = try desk.run("doctor").output
    #expect(after.contains("ok       source: Ceramics: https://lobste.rs/, fetched "))
    #expect(desk.asked() == ["/hottest.json"])
  }

  private struct Page: Decodable {
    var title: String
    var next: String?
    var discussions: [Discussion]

    struct Discussion: Decodable {
      var link: String
      var published: String?
      var hidden: Bool
    }
  }

  @Test func whatIsNoFrontPageIsNamed() throws {
    let desk = try desk()
    let outcome = try desk.run("front", "kiln")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "understory: kiln: expected the address of a front page, or one of hn,"))
    #expect(desk.asked() == [])
  }
}
