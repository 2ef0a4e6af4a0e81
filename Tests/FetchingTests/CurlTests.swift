import Sites
import Foundation
import RunningPrograms
import Testing
import WebAddresses

@testable import Fetching

/// One request through the real curl, to a server of this machine.
@Suite struct CurlTests {
  /// How it is asked.
  static func manner(
    token: String? = nil, limits: Curl.Limits = Curl.Limits(), hosts: HostMap = HostMap("")
  ) -> FetchManner {
    var manner = FetchManner()
    manner.agent = "reader/1"
    manner.tokens["GITHUB_TOKEN"] = token
    manner.limits = limits
    manner.hosts = hosts
    return manner
  }

  /// Asks, and waits for what comes of it.
  static func ask(
    _ request: SiteRequest, token: String? = nil, limits: Curl.Limits = Curl.Limits(),
    hosts: HostMap = HostMap("")
  ) throws -> Result<Curl.Answer, FetchError> {
    var curl = try Curl(request, manner(token: token, limits: limits, hosts: hosts))
    return try wait(for: &curl)
  }

  static func wait(for curl: inout Curl) throws -> Result<Curl.Answer, FetchError> {
    while curl.outcome == nil {
      var files = curl.files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      try #require(poll(&files, nfds_t(files.count), 20_000) > 0)
      curl.advance()
    }
    let outcome = curl.outcome
    return try #require(outcome)
  }

  static func process(of curl: borrowing Curl) throws -> pid_t {
    let process = curl.process
    return try #require(process)
  }

  static func response(_ result: Result<Curl.Answer, FetchError>) throws -> SiteResponse {
    guard case .response(let response) = try result.get() else {
      throw Program.SpawnError(number: 0)
    }
    return response
  }

  @Test func anAnswerIsTakenWhole() throws {
    let server = try TestServer([
      "/item?id=1&x=%C3%A9": TestServer.Answer(
        #"{"text":"中 é 👩‍💻"}"#,
        headers: [
          "Content-Type": "application/json; charset=utf-8", "ETag": #"W/"a b""#,
          "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After": "7",
          "LINK": #"<https://example.org/2>; rel="next""#,
        ])
    ])
    let result = try Self.ask(
      SiteRequest(url: server.url("/item?id=1&x=%C3%A9#top"), accept: "text/html, application/json")
    )
    var response = try Self.response(result)
    #expect(abs(response.received - Int64(time(nil))) < 600)
    response.received = 0
    #expect(
      response
        == SiteResponse(
          status: 200, url: server.url("/item?id=1&x=%C3%A9"),
          contentType: "application/json; charset=utf-8",
          link: #"<https://example.org/2>; rel="next""#, retryAfter: "7",
          validators: SiteValidators(
            etag: #"W/"a b""#, lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"),
          body: Array(#"{"text":"中 é 👩‍💻"}"#.utf8)))
    #expect(server.requests.map(\.method) == ["GET"])
    #expect(server.requests.map(\.target) == ["/item?id=1&x=%C3%A9"])
    let headers = server.requests[0].headers
    #expect(headers["user-agent"] == "reader/1")
    #expect(headers["accept"] == "text/html, application/json")
    #expect(
      headers.keys.sorted() == ["accept", "accept-encoding", "host", "user-agent"],
      "and nothing else is said")
  }

  @Test(arguments: [204, 404, 410, 429, 500])
  func anyStatusIsAnAnswer(status: Int) throws {
    let server = try TestServer([
      "/": TestServer.Answer("<p>", status: status, headers: ["Content-Type": "text/html"])
    ])
    let response = try Self.response(try Self.ask(SiteRequest(url: server.url("/"))))
    #expect(response.status == status)
    #expect(response.contentType == "text/html")
  }

  @Test func anUnchangedAnswerIsNotSentAgain() throws {
    let server = try TestServer(["/": TestServer.Answer("{}", headers: ["ETag": #"W/"1 a""#])])
    let first = try Self.response(try Self.ask(SiteRequest(url: server.url("/"))))
    #expect(first.body == Array("{}".utf8))
    let again = SiteRequest(url: server.url("/"), validators: first.validators)
    let second = try Self.response(try Self.ask(again))
    #expect(second.status == 304)
    #expect(second.body == [])
    let day = SiteValidators(lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
    _ = try Self.ask(SiteRequest(url: server.url("/"), validators: day))
    #expect(
      server.requests.map { $0.headers["if-modified-since"] }
        == [nil, nil, "Sun, 06 Nov 1994 08:49:37 GMT"])
  }

  @Test func whatIsPackedIsUnpacked() throws {
    let folder = try Folder()
    try folder.write("packed words", to: "a")
    let packed = try Program.run("/bin/gzip", ["-c", folder.path + "/a"]).outputBytes
    var answer = TestServer.Answer("", headers: ["Content-Encoding": "gzip"])
    answer.body = packed
    let server = try TestServer(["/": answer])
    let response = try Self.response(try Self.ask(SiteRequest(url: server.url("/"))))
    #expect(response.body == Array("packed words".utf8))
  }

  @Test func aRedirectIsTheCallersToFollow() throws {
    let server = try TestServer([
      "/a/b": .redirect(to: "../c?d=1"), "/far": .redirect(to: "https://far.test/x", status: 308),
      "/odd": TestServer.Answer("{}", status: 301), "/300": .redirect(to: "/x", status: 300),
    ])
    #expect(
      try Self.ask(SiteRequest(url: server.url("/a/b")))
        == .success(
          .redirect(to: server.url("/c?d=1"))))
    #expect(
      try Self.ask(SiteRequest(url: server.url("/far")))
        == .success(
          .redirect(to: "https://far.test/x")))
    for target in ["/odd", "/300"] {
      _ = try Self.response(try Self.ask(SiteRequest(url: server.url(target))))
    }
    #expect(server.requests.count == 4)
  }

  @Test func aHostMayBeStoodInFor() throws {
    let server = try TestServer([
      "/s/1.json": TestServer.Answer(), "/s/2.json": .redirect(to: "/s/1.json"),
    ])
    let hosts = HostMap("lobste.rs=\(server.place)")
    let first = try Self.ask(SiteRequest(url: "https://lobste.rs/s/1.json"), hosts: hosts)
    #expect(try Self.response(first).url == "https://lobste.rs/s/1.json")
    #expect(
      try Self.ask(SiteRequest(url: "https://lobste.rs/s/2.json"), hosts: hosts)
        == .success(.redirect(to: "https://lobste.rs/s/1.json")))
  }

  // MARK: Where a name leads

  /// A name that leads to this machine, as whoever owns it may have it do.
  @Test(arguments: [false, true])
  func aNameThatLeadsHereIsNotUsed(isRedirect: Bool) throws {
    let server = try TestServer([
      "/": isRedirect ? .redirect(to: "https://b.test/") : TestServer.Answer()
    ])
    let hosts = HostMap("a.test=\(server.place)", mayBeNear: false)
    let request = SiteRequest(url: "https://a.test/")
    #expect(
      try Self.ask(request, hosts: hosts)
        == .failure(.nearAddress(host: "a.test", address: "127.0.0.1", .thisMachine)))
    // A proxy finds the site, and the address is its own; but no proxy is asked for what is here.
    var manner = Self.manner(hosts: hosts)
    manner.isProxied = true
    var curl = try Curl(request, manner)
    #expect(
      try Self.wait(for: &curl)
        == .failure(.nearAddress(host: "a.test", address: "127.0.0.1", .thisMachine)))
  }

  @Test(arguments: ["127.0.0.1", "localhost", "127.1"])
  func whatIsSaidToBeHereMayBeHere(host: String) throws {
    let server = try TestServer(["/": TestServer.Answer()])
    let request = SiteRequest(url: "http://\(host):\(server.port)/")
    #expect(try Self.response(try Self.ask(request)).status == 200)
  }

  // MARK: Ends

  @Test func cancellingLeavesNoProcess() throws {
    let server = try TestServer(["/": .held])
    var curl = try Curl(SiteRequest(url: server.url("/")), CurlTests.manner())
    try server.waitForRequests()
    let process = try CurlTests.process(of: curl)
    #expect(kill(process, 0) == 0)
    curl.cancel()
    #expect(kill(process, 0) == -1)
    #expect(curl.files == [])
    curl.advance()
    #expect(curl.outcome == .failure(.killed(host: "127.0.0.1")))
  }

  @Test func forgettingLeavesNoProcess() throws {
    let server = try TestServer(["/": .held])
    var process: pid_t = 0
    do {
      let curl = try Curl(SiteRequest(url: server.url("/")), CurlTests.manner())
      process = try CurlTests.process(of: curl)
      #expect(kill(process, 0) == 0)
    }
    #expect(kill(process, 0) == -1)
  }

  @Test func itHasNoTerminal() throws {
    let server = try TestServer(["/": .held])
    let curl = try Curl(SiteRequest(url: server.url("/")), CurlTests.manner())
    let process = try CurlTests.process(of: curl)
    #expect(getsid(process) == process)
    try server.waitForRequests()
    let input = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/0")
    #expect(input == "/dev/null")
  }
}
