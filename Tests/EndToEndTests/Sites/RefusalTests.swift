import RunningPrograms
import Testing

/// What a site or the network may do, and the line that tells it.
struct Refusal: CustomTestStringConvertible {
  var name: String
  var answer: TestServer.Answer
  /// What stands behind `understory: `.
  var line: String

  var testDescription: String { name }

  static let question = "/s/abc7.json"
  private static let asked = "https://lobste.rs/s/abc7.json"

  static let all = [
    Refusal(
      name: "not found", answer: TestServer.Answer("", status: 404),
      line: "\(asked): the site says that this does not exist"),
    Refusal(
      name: "forbidden", answer: TestServer.Answer("", status: 403),
      line: "\(asked): the site refuses to show this"),
    Refusal(
      name: "forbidden, with a reason",
      answer: TestServer.Answer(
        #"{"errors": ["Log in\u001b[2J first."]}"#, status: 403),
      line: "\(asked): the site refuses to show this (it says: Log in␛[2J first.)"),
    Refusal(
      name: "Cloudflare",
      answer: TestServer.Answer(
        "<title>Just a moment...</title>", status: 403,
        headers: ["cf-mitigated": "challenge", "Content-Type": "text/html"]),
      line: "lobste.rs requires a browser: save the page there and \"understory add\" it"),
    Refusal(
      name: "Anubis with a page of its owner's",
      answer: TestServer.Answer(
        "<html><title>Making sure you&#39;re not a bot!</title></html>",
        headers: ["Content-Type": "text/html"]),
      line: "lobste.rs requires a browser: save the page there and \"understory add\" it"),
    Refusal(
      name: "Anubis",
      answer: TestServer.Answer(
        #"<script id="anubis_challenge" type="application/json">{}</script>"#,
        headers: ["Content-Type": "text/html"]),
      line: "lobste.rs requires a browser: save the page there and \"understory add\" it"),
    Refusal(
      name: "too many", answer: TestServer.Answer("", status: 429, headers: ["Retry-After": "90"]),
      line: "\(asked): too many requests to the site; try again in 90 seconds"),
    Refusal(
      name: "too many, until a date",
      answer: TestServer.Answer(
        "", status: 429, headers: ["Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"]),
      line: "\(asked): too many requests to the site; try again after 2100-01-01T00:00:00Z"),
    Refusal(
      name: "failed", answer: TestServer.Answer("", status: 500),
      line: "\(asked): the site failed (status 500)"),
    Refusal(
      name: "HTML", answer: TestServer.Answer("<p>", headers: ["Content-Type": "text/html; a=b"]),
      line: "\(asked): expected JSON, found text/html"),
    Refusal(
      name: "half a body", answer: .cut(TestServer.Answer("{\"id\": 7, \"children\": []}")),
      line: "lobste.rs: the connection was closed before the end of the response"),
    Refusal(
      name: "half of the JSON", answer: TestServer.Answer("{\"id\": 7,\n \"children\": ["),
      line: "\(asked): the response ends too early; try again later (expected a value or ])"),
    Refusal(
      name: "no word", answer: .nothing,
      line: "lobste.rs: the connection was closed without a response"),
    Refusal(
      name: "another site's JSON", answer: TestServer.Answer(json: ["json": 3]),
      line: "\(asked): expected a Lobsters story; "
        + "the response is none of these"),
    Refusal(
      name: "this machine", answer: .redirect(to: "http://localhost/"),
      line: "lobste.rs: redirects to this machine; not followed"),
  ]
}

extension TestServer.Answer {
  /// An answer of which only a part is sent.
  static func cut(_ answer: TestServer.Answer) -> TestServer.Answer {
    var answer = answer
    answer.cut = 9
    return answer
  }
}

extension TerminalTests {
  /// `understory LINK` where there is nothing to show, and where only what was kept is there.
  @Suite struct RefusalTests {
    private static let link = Venue.lobsters.link

    @Test func whatFailsIsOneLineAndNothingIsKept() throws {
      let answers = [Refusal.question: Refusal.all.map(\.answer)]
      let desk = try WebDesk(answers, standingInFor: Venue.lobsters.hosts, columns: 200)
      for refusal in Refusal.all {
        desk.forgetWaits()
        try desk.terminal.start(Self.link)
        let screen = try desk.terminal.wait(for: "\nstatus 1")
        #expect(
          screen.hasPrefix("understory: \(refusal.line)\nstatus 1\n"), "\(refusal.name): \(screen)")
      }
      #expect(desk.server.requests.count == Refusal.all.count)
      #expect(desk.library == [])
    }

    @Test func whatWasKeptStaysAsItIs() throws {
      let talk = try #require(Talk().lobsters[Refusal.question])
      let answers = [Refusal.question: [talk] + Refusal.all.map(\.answer)]
      let desk = try WebDesk(answers, standingInFor: Venue.lobsters.hosts)
      #expect(try desk.run("fetch", Self.link).status == 0)
      let kept = try desk.kept()
      for refusal in Refusal.all {
        desk.forgetWaits()
        let outcome = try desk.run("fetch", "lobsters:abc7")
        #expect(outcome.errors == "understory: \(refusal.line)\n", "\(refusal.name)")
        #expect(outcome.output == "")
        #expect(outcome.status == 1)
        #expect(try desk.kept() == kept, "\(refusal.name)")
      }
      #expect(desk.server.requests.count == 1 + Refusal.all.count)
      #expect(try desk.run("show", "lobsters:abc7").output.contains("Third"))
      let screen = try desk.open("lobsters:abc7", until: "Article · 4 unread")
      #expect(screen.contains("First 中 é"))
      try desk.leave()
    }

    // MARK: Before anything is asked

    @Test func linksThatLeadNowhere() throws {
      let page = TestServer.Answer("<p>", headers: ["Content-Type": "text/html"])
      let desk = try WebDesk(["/page": [page]], standingInFor: ["a.example"], columns: 500)
      for (link, line) in [
        (
          "https://news.ycombinator.com/newest",
          "https://news.ycombinator.com/newest: this is a front page; \"understory front\" lists it, "
            + "and so does gf in the library"
        ),
        (
          "https://ann:secret@a.example/t/1",
          "https://ann:secret@a.example/t/1: expected a link without a user name and password"
        ),
        (
          "https://a.example/page",
          "https://a.example/page: expected a Discourse topic (/t/…/ID), or a Lemmy post "
            + "(/post/ID), or a Mastodon status (/@NAME/ID), or a Forgejo issue "
            + "(/OWNER/REPO/issues/N), or a GitLab issue (/GROUP/PROJECT/-/issues/N), or a Lobsters "
            + "story (/s/ID), or "
            + "a discussion in JSON, in any format that can be imported; the response is none of "
            + "these"
        ),
        ("https://a.example/t/7", "https://a.example/t/7: the site says that this does not exist"),
      ] {
        try desk.terminal.start(link)
        let screen = try desk.terminal.wait(for: "\nstatus 1")
        #expect(screen.hasPrefix("understory: \(line)\nstatus 1\n"), "\(screen)")
      }
      #expect(desk.library == [])
    }

    @Test func aHeldAnswerIsGivenUp() throws {
      let desk = try WebDesk([Refusal.question: [.held]], standingInFor: Venue.lobsters.hosts)
      try desk.open(Self.link, until: "lobste.rs: page 1…")
      try desk.waitUntilAsked(1)
      try desk.terminal.send("C-c")
      let screen = try desk.terminal.wait(for: "status 130")
      #expect(screen.hasPrefix("status 130\n"))
      #expect(FetchCommandTests.curls(at: desk.server.place) == [])
      #expect(desk.library == [])
    }

    /// Curl itself, in whose place stands what ends as curl ends.
    @Test(arguments: [
      (28, "lobste.rs: timed out"),
      (6, "lobste.rs: no such host, or no network"),
      (60, "lobste.rs: the certificate is not trusted (TLS)"),
      (nil, "curl is not installed; install it (Debian: apt install curl)"),
    ])
    func whatCurlSays(code: Int?, line: String) throws {
      let bin = try Folder()
      if let code {
        try bin.writeProgram("#!/bin/sh\nexit \(code)\n", to: "curl")
      }
      let desk = try WebDesk([:], standingInFor: Venue.lobsters.hosts)
      let outcome = try desk.run(Self.link, with: ["PATH": bin.path])
      #expect(outcome.errors == "understory: \(line)\n")
      #expect(outcome.output == "")
      #expect(outcome.status == 1)
      #expect(desk.library == [])
    }
  }
}
