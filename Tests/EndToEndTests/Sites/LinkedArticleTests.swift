import RunningPrograms
import Testing

extension TerminalTests {
  /// The article to which a discussion links: asked for when somebody wants to read it, and kept.
  @Suite struct LinkedArticleTests {
    private static let story = """
      <html><head><title>Ninety years - The Sound</title></head><body><nav><a href=/>Home</a></nav>
      <article><h1>Ninety years</h1><p>The ferry has crossed the sound four times a day for ninety
      years, and in ninety years nobody has asked what it costs. Now the county has asked, and the
      answer, which came in a folder, has been read aloud in both harbours.</p><p>It costs eleven
      crowns a passenger, half of them paid by people who have never set foot on it. The captain, who
      has steered it since he was nineteen, would like to meet them.</p></article>
      <img src="/picture.png"></body></html>
      """

    private static func page(_ body: String, type: String = "text/html") -> TestServer.Answer {
      TestServer.Answer(body, headers: ["Content-Type": type])
    }

    private func desk(_ article: TestServer.Answer?) throws -> WebDesk {
      var answers = Talk().lobsters(url: "https://paper.example/ferry").mapValues { [$0] }
      if let article { answers["/ferry"] = [article] }
      return try WebDesk(
        answers, standingInFor: ["lobste.rs", "paper.example"], columns: 90)
    }

    @Test func aKeyFetchesItAndPutsItAway() throws {
      let desk = try desk(Self.page(Self.story))
      let terminal = desk.terminal
      let first = try desk.open(Venue.lobsters.link, until: "https://paper.example/ferry")
      #expect(desk.server.requests.count == 1)
      #expect(!first.contains("crowns"))
      try terminal.send("a")
      let screen = try terminal.wait(for: "the linked article · a hides it")
      #expect(screen.contains("Ninety years"))
      #expect(screen.contains("It costs eleven crowns a passenger"))
      #expect(!screen.contains("Home"))
      #expect(desk.asked() == ["/ferry", "/s/abc7.json"])
      #expect(desk.server.requests.last?.headers["accept"] == "text/html,application/xhtml+xml")
      #expect(desk.server.requests.last?.headers["cookie"] == nil)
      #expect(desk.server.requests.last?.headers["referer"] == nil)
      try terminal.send("a")
      try terminal.wait("for the text to go") { !$0.contains("crowns") }
      try terminal.send("a")
      try terminal.wait(for: "eleven crowns")
      #expect(desk.server.requests.count == 2)
      #expect(try terminal.screen().contains("4 unread") == false)
      try desk.leave()
      // Without a network it is there, is found, and nothing was marked.
      let offline = ["https_proxy": "http://127.0.0.1:1", "UNDERSTORY_TEST_HOSTS": ""]
      let found = try desk.run("search", "crowns", with: offline)
      #expect(found.output.contains("eleven crowns"))
      #expect(try desk.run("status", Venue.lobsters.id, with: offline).output.contains("4 unread"))
      try terminal.send("unset UNDERSTORY_TEST_HOSTS", "Enter")
      try desk.open(Venue.lobsters.id, until: "https://paper.example/ferry")
      try terminal.send("a")
      try terminal.wait(for: "eleven crowns")
      #expect(desk.server.requests.count == 2)
      try desk.leave()
    }

    struct Fault: CustomTestStringConvertible, Sendable {
      var testDescription: String
      var answer: TestServer.Answer?
      var words: String
    }

    static let faults = [
      Fault(
        testDescription: "PDF", answer: page("%PDF-1.4", type: "application/pdf"),
        words: "PDFs cannot be shown as text"),
      Fault(
        testDescription: "wall", answer: TestServer.Answer("no", status: 403),
        words: "the site refuses to show this article"),
      Fault(
        testDescription: "script", answer: page("<body><script>x</script><div id=app></div>"),
        words: "no text in this page; it may need scripts"),
      Fault(
        testDescription: "missing", answer: nil, words: "the site says that this does not exist"),
    ]

    @Test(arguments: faults) func whatCannotBeReadIsReported(_ fault: Fault) throws {
      let desk = try desk(fault.answer)
      let terminal = desk.terminal
      try desk.open(Venue.lobsters.link, until: "https://paper.example/ferry")
      try terminal.send("a")
      try terminal.wait(for: "\n paper.example: \(fault.words) · O opens it in a browser")
      #expect(desk.asked() == ["/ferry", "/s/abc7.json"])
      try desk.leave()
    }

    @Test func fetchDoesTheSameForCron() throws {
      let desk = try desk(Self.page(Self.story))
      let first = try desk.run("fetch", "--article", Venue.lobsters.link)
      #expect(first.errors == "")
      #expect(
        first.output.split(separator: "\n").last == "lobsters:abc7: the article: Ninety years")
      let second = try desk.run("fetch", "--article", "--all", "--quiet")
      #expect(second.output + second.errors == "")
      #expect(second.status == 3)
      #expect(desk.asked() == ["/ferry", "/s/abc7.json", "/s/abc7.json"])
    }

    /// One that cannot be shown as text is not asked for each night again.
    @Test func fetchAsksForAPDFOnce() throws {
      let desk = try desk(Self.page("%PDF-1.4", type: "application/pdf"))
      let first = try desk.run("fetch", "--article", Venue.lobsters.link)
      #expect(
        first.errors == """
          understory: lobsters:abc7: the article: https://paper.example/ferry: PDFs cannot be \
          shown as text

          """)
      #expect(first.status == 0)
      let second = try desk.run("fetch", "--article", "--all")
      #expect(second.errors == "")
      #expect(desk.asked() == ["/ferry", "/s/abc7.json", "/s/abc7.json"])
    }

    /// Without the option and the key nothing is asked.
    @Test func nobodyAsksForItOtherwise() throws {
      let desk = try desk(Self.page(Self.story))
      #expect(try desk.run("fetch", Venue.lobsters.link).status == 0)
      #expect(try desk.run("show", Venue.lobsters.id).status == 0)
      try desk.open(Venue.lobsters.id, until: "https://paper.example/ferry")
      try desk.leave()
      #expect(!desk.asked().contains("/ferry"))
    }
  }
}
