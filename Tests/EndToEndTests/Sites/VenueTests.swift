import RunningPrograms
import Testing

extension TerminalTests {
  /// Each site from a link to the last comment, and again when there is more to read.
  @Suite struct VenueTests {
    @Test(arguments: Venue.all)
    func aTalkIsReadAndGoesOn(at venue: Venue) throws {
      let talk = venue.talk
      let desk = try WebDesk(venue, talk, talk, talk.continued)
      let terminal = desk.terminal
      let count = talk.remarks.count
      let questions = venue.questions(talk)

      let first = try desk.open(venue.link, until: "Article · \(count) unread")
      #expect(first.contains("A talk 中 ␛[2J"))
      #expect(first.contains("First 中 é 👩💻"))
      #expect(!first.contains("new"))
      #expect(desk.asked() == questions)
      try terminal.send("j", "r", "j", "Enter")
      try terminal.wait(for: "▸ bob")
      try terminal.send("G", "r")
      let place = "100 % · \(count - 2) unread"
      try terminal.wait(for: place)
      try desk.leave()
      #expect(desk.library.count == 1)

      // What is kept is there at once, and where it was left; nothing is new yet.
      let again = try desk.open(venue.link, until: place)
      #expect(again.focusedLine.contains("dan"))
      #expect(desk.asked(after: questions.count) == questions)

      try terminal.send("U")
      let more = try terminal.wait(for: "3 new comments in 3 threads · . next new")
      #expect(more.focusedLine.contains("dan"))
      #expect(desk.asked(after: 2 * questions.count) == venue.questions(talk.continued))
      try terminal.send("g", "g")
      let top = try terminal.wait(for: "Article · \(count + 1) unread, 3 new")
      #expect(top.contains("▸ bob"))
      #expect(!top.contains("● ann"))
      try terminal.send(".")
      try terminal.wait("for Eve's comment") { $0.focusedLine.contains("eve") }
      try desk.leave()
      let counts = "+3\t\(count + 3)\t\(venue.id)"
      #expect(try desk.run("list").output.contains(counts))
    }

    /// A second page that does not come ends nothing: what has come is read, and the rest comes later.
    @Test func aPageThatDoesNotCome() throws {
      let venue = Venue.discourse
      let talk = venue.talk
      var answers = venue.answers(talk).mapValues { [$0] }
      let second = try #require(venue.questions(talk).last)
      let failure = TestServer.Answer("", status: 500)
      answers[second] = [failure] + (answers[second] ?? []) + [failure]
      let desk = try WebDesk(answers, standingInFor: venue.hosts)
      // There is no room for all of the id.
      let line = "incomplete: the site failed (status 500)"
      let screen = try desk.open(venue.link, until: line)
      #expect(screen.contains("Notice  2 more comments not in this file"))
      try desk.terminal.send("U")
      try desk.terminal.wait(for: "2 new comments in 2 threads · . next new")
      try desk.leave()
      // What is there already is not missing where it does not come again.
      let count = "2 of 4 comments that the site counts are missing"
      #expect(
        try desk.run("fetch", venue.id).errors == "understory: \(venue.id): \(line); \(count)\n")
      let text = try desk.run("show", venue.id).output
      #expect(text.contains("Last"))
      #expect(!text.contains("not in this file"))
    }

    /// Algolia cannot be reached, then Firebase, then neither.
    @Test func hackerNewsWithOneOfItsHosts() throws {
      let venue = Venue.firebase
      let talk = venue.talk
      let answers = venue.answers(talk).merging(Venue.hackerNews.answers(talk)) { $1 }
      let desk = try WebDesk(answers.mapValues { [$0] }, standingInFor: venue.hosts)
      let closed = "127.0.0.1:\(try TestServer.closedPort())"
      func hosts(_ places: [String]) -> [String: String] {
        let pairs = zip(venue.hosts, places).map { "\($0)=\($1)" }
        return ["UNDERSTORY_TEST_HOSTS": pairs.joined(separator: ",")]
      }
      let place = desk.server.place
      let neither = try desk.run("fetch", venue.link, with: hosts([closed, closed]))
      #expect(
        neither.errors
          == "understory: Hacker News: connection refused or host unreachable\n")
      let alone = try desk.run("fetch", venue.link, with: hosts([closed, place]))
      #expect(alone.output.hasPrefix("hn:7: added, 4 comments · "))
      #expect(alone.errors == "")
      let unordered = try desk.run("fetch", "hn:7", with: hosts([place, closed]))
      #expect(unordered.output.hasPrefix("hn:7: nothing new · "))
      #expect(unordered.errors == "")
    }

    /// Without a token Reddit has only a feed; what comes later is added to it.
    @Test func redditWithoutAToken() throws {
      let talk = Talk()
      let answers = [talk, talk.continued].map(\.redditFeed)
      let series = answers[0].mapValues { [$0] }.merging(answers[1].mapValues { [$0] }) { $0 + $1 }
      let desk = try WebDesk(
        series, standingInFor: ["www.reddit.com"], columns: 100, with: ["REDDIT_TOKEN": ""])
      let screen = try desk.open(Venue.reddit.link, until: "Article · 4 unread")
      #expect(screen.contains("From Reddit's feed, which has only some comments"))
      #expect(screen.contains("who replies to whom is inferred"))
      try desk.terminal.send("U")
      try desk.terminal.wait(for: "3 new comments in 3 threads")
      try desk.leave()
      #expect(desk.asked() == ["/comments/p7/.rss", "/comments/p7/.rss"])

      let wall = try WebDesk(
        ["/comments/p7/.rss": [TestServer.Answer("<h1>whoa</h1>", status: 403)]],
        standingInFor: ["www.reddit.com"], with: ["REDDIT_TOKEN": ""])
      let outcome = try wall.run(Venue.reddit.link)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          understory: www.reddit.com shows discussions only to signed-in people: save the page in \
          a signed-in browser and "understory add" it, or set REDDIT_TOKEN

          """)
    }

    // MARK: A link to one comment

    @Test(arguments: Venue.all)
    func aLinkToACommentOpensThere(at venue: Venue) throws {
      let talk = venue.talk
      let answers = venue.answers(talk).merging(venue.wayToCy(talk)) { $1 }
      let desk = try WebDesk(answers.mapValues { [$0] }, standingInFor: venue.hosts)
      let count = talk.remarks.count
      let place = "\(300 / count) % · \(count) unread"
      let first = try desk.open(venue.linkToCy, until: place)
      #expect(first.focusedLine.contains("cy"))
      try desk.terminal.send("g", "g")
      try desk.terminal.wait(for: "Article")
      try desk.leave()
      // And there again, wherever the last visit ended.
      let again = try desk.open(venue.linkToCy, until: place)
      #expect(again.focusedLine.contains("cy"))
      try desk.leave()
    }
  }
}
