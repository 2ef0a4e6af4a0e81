import RunningPrograms
import Testing

extension TerminalTests {
  /// A link that is kept is read at once, whatever its site does meanwhile.
  @Suite struct KeptLinkTests {
    private static let venue = Venue.lobsters
    private static let progress = "\n lobste.rs: page 1… · Ctrl-C cancels"

    /// A desk with the talk in its library, and what the site answers from now on.
    private func desk(_ answers: TestServer.Answer...) throws -> WebDesk {
      let question = Self.venue.questions(Talk())[0]
      let first = try #require(Self.venue.answers(Talk())[question])
      let desk = try WebDesk([question: [first] + answers], standingInFor: Self.venue.hosts)
      #expect(try desk.run("fetch", Self.venue.link).status == 0)
      return desk
    }

    private func later() throws -> TestServer.Answer {
      try #require(Self.venue.answers(Talk().continued).values.first)
    }

    @Test func itIsReadWhileTheSiteIsSlow() throws {
      var slow = try later()
      slow.isHeld = true
      let desk = try desk(slow)
      let terminal = desk.terminal
      let screen = try desk.open(Self.venue.link, until: Self.progress)
      #expect(screen.contains("First 中 é"))
      try terminal.send("j", "r", "j", "Enter")
      let folded = try terminal.wait(for: "▸ bob")
      #expect(folded.contains(Self.progress))
      #expect(!folded.contains("● ann"))
      desk.server.release()
      try terminal.wait(for: "50 % · 3 unread · 3 new on disk · U loads them")
      try terminal.send("U")
      let more = try terminal.wait(for: "\n 3 new · . next new")
      #expect(more.contains("▸ bob"))
      #expect(desk.server.requests.count == 2)
      try desk.leave()
    }

    @Test func itIsTakenInWhereItIsAskedForMeanwhile() throws {
      var slow = try later()
      slow.isHeld = true
      let desk = try desk(slow)
      try desk.open(Self.venue.link, until: Self.progress)
      try desk.terminal.send("U", "j")
      try desk.terminal.wait("for the first comment") { $0.focusedLine.contains("ann") }
      desk.server.release()
      try desk.terminal.wait(for: "\n 3 new comments in 3 threads · . next new")
      #expect(desk.server.requests.count == 2)
      try desk.leave()
    }

    @Test func controlCGivesUpAndTheReaderStays() throws {
      let desk = try desk(.held, later())
      let terminal = desk.terminal
      try desk.open(Self.venue.link, until: Self.progress)
      try desk.waitUntilAsked(2)
      try terminal.send("C-c")
      try terminal.wait(for: "\n cancelled; nothing changed")
      #expect(FetchCommandTests.curls(at: desk.server.place) == [])
      try terminal.send("G")
      try terminal.wait(for: "100 % · 4 unread")
      // It can be asked again, by hand.
      try terminal.send("U")
      try terminal.wait(for: "\n 3 new comments in 3 threads · . next new")
      try desk.leave()
    }

    /// Giving up and asking again does not ask a host sooner than it may be asked.
    @Test func givingUpIsPolite() throws {
      let desk = try desk(.held, later())
      let terminal = desk.terminal
      try terminal.send("export UNDERSTORY_TEST_INTERVAL=60000", "Enter")
      try desk.open(Self.venue.link, until: Self.progress)
      try desk.waitUntilAsked(2)
      try terminal.send("C-c")
      try terminal.wait(for: "cancelled; nothing changed")
      try terminal.send("U")
      try terminal.wait(for: "\n lobste.rs: asked to wait ")
      try terminal.send("C-c")
      try terminal.wait(for: "cancelled; nothing changed")
      try desk.leave()
      #expect(desk.server.requests.count == 2)
    }

    /// Only what the site calls its answer has changed.
    @Test func whatHasNotChangedIsNotOffered() throws {
      var same = try #require(Self.venue.answers(Talk()).values.first)
      same.headers["ETag"] = "\"another\""
      let desk = try desk(same)
      let before = try desk.kept()
      try desk.open(Self.venue.link, until: "\n Article · 4 unread  ")
      #expect(try desk.kept() != before)
      try desk.leave()
    }

    @Test func whatComesIsOfferedAndNotForced() throws {
      let desk = try desk(later())
      let terminal = desk.terminal
      let screen = try desk.open(Self.venue.link, until: " · 3 new on disk · U loads them")
      #expect(screen.contains("\n Article · 4 unread · 3 new on disk · U loads them"))
      #expect(!screen.contains("gus"))
      try terminal.send("U")
      try terminal.wait(for: "\n 3 new · . next new")
      #expect(desk.server.requests.count == 2)
      try desk.leave()
    }

    /// Leaving does not wait for the site, and leaves no process behind.
    @Test(arguments: ["q", "Q"]) func leavingEndsIt(key: String) throws {
      let desk = try desk(.held)
      try desk.open(Self.venue.link, until: Self.progress)
      try desk.waitUntilAsked(2)
      #expect(FetchCommandTests.curls(at: desk.server.place).count == 1)
      try desk.terminal.send(key)
      try desk.terminal.wait(for: "status 0")
      #expect(FetchCommandTests.curls(at: desk.server.place) == [])
    }

    @Test func withoutANetworkItIsWhatWasKept() throws {
      let desk = try desk()
      let terminal = desk.terminal
      let port = try TestServer.closedPort()
      let hosts = "\(Self.venue.host)=127.0.0.1:\(port)"
      try terminal.send("export UNDERSTORY_TEST_HOSTS=\(hosts)", "Enter")
      let line = "\n not fetched: lobste.rs: connection refused or host unreachable "
      let screen = try desk.open(Self.venue.link, until: line)
      #expect(screen.contains("First 中 é"))
      try terminal.send("j")
      try terminal.wait(for: "25 % · 4 unread")
      try terminal.send("U")
      try terminal.wait(for: "\n lobste.rs: connection refused or host unreachable ")
      try desk.leave()
    }
  }
}
