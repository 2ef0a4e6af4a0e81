import DiscussionImport
import Foundation
import Testing
import TextGrid

@testable import understory

/// One request through the real curl, to a server of this machine.
@Suite struct CurlTests {
  /// Asks, and waits for what comes of it.
  static func ask(
    _ request: SiteRequest, token: String? = nil, limits: Curl.Limits = Curl.Limits(),
    hosts: HostMap = HostMap("")
  ) throws -> Result<Curl.Answer, FetchError> {
    var curl = try Curl(request, token: token, limits: limits, hosts: hosts)
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
    #expect(
      try Self.response(result)
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
    #expect(headers["user-agent"] == CurlWords.agent)
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

  // MARK: What curl is told

  @Test func itsArgumentsAreThese() throws {
    let request = SiteRequest(
      url: "https://Example.org/t/[1-3]{a,b}", accept: "application/json",
      validators: SiteValidators(etag: "\"x\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"))
    let address = try #require(FetchAddress(request.url))
    #expect(
      CurlWords.words(for: request, at: address, limits: Curl.Limits()) == [
        "curl", "-q", "--silent", "--no-netrc", "--globoff", "--proto", "=https",
        "--proto-redir", "=https", "--max-redirs", "0", "--tlsv1.2", "--compressed",
        "--user-agent", CurlWords.agent, "--connect-timeout", "10",
        "--speed-limit", "1", "--speed-time", "30", "--max-time", "120", "--max-filesize",
        "67108864", "--write-out", #"%{stderr}%{response_code}\n%{redirect_url}\n%{header_json}"#,
        "--header", "Accept: application/json", "--header", "If-None-Match: \"x\"", "--header",
        "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", "--url",
        "https://example.org/t/[1-3]{a,b}",
      ])
  }

  @Test func nothingOfAnAddressIsExpandedOrObeyed() throws {
    let server = try TestServer(["/[1-3]{a,b}": TestServer.Answer()])
    let etag = SiteValidators(etag: "@/etc/hostname", lastModified: "x\r\nEvil: 1")
    let request = SiteRequest(url: server.url("/[1-3]{a,b}"), validators: etag)
    #expect(try Self.response(try Self.ask(request)).status == 200)
    #expect(server.requests.count == 1)
    #expect(server.requests[0].headers["if-none-match"] == "@/etc/hostname")
    #expect(server.requests[0].headers["if-modified-since"] == nil)
    #expect(server.requests[0].headers["evil"] == nil)
  }

  @Test(arguments: [
    "--output=/tmp/x", "-K/etc/passwd", "", "file:///etc/passwd", "ftp://example.org/",
    "https://example.org/a b", "https://example.org/\u{1B}]0;x\u{7}",
    "https://example.org/\r\nX: y",
    "https://a@example.org/", "https://a:b@example.org/", "https://example.org\\@evil.test/",
    "https://", "https://:80/", "https://example.org:/", "https://example.org:99999/",
    "https://中.test/", "https://example.org/é", "https://[::1", "https://-x/", " https://a.test/",
  ])
  func whatIsNoAddressIsNotAsked(text: String) throws {
    #expect(throws: FetchError.badAddress(text)) { _ = try Curl(SiteRequest(url: text)) }
  }

  @Test(arguments: [
    "http://example.org/", "http://127.1/", "http://0x7f.0.0.1/", "http://127.0.0.01/",
    "http://localhost.evil.test/", "http://127.0.0.1.evil.test/",
  ])
  func onlyThisMachineIsAskedWithoutTLS(text: String) throws {
    let host = try #require(FetchAddress(text)).host
    #expect(throws: FetchError.insecure(host: host)) { _ = try Curl(SiteRequest(url: text)) }
    #expect(
      FetchError.insecure(host: host).line.description
        == "\(host): only https is asked, and http on this machine")
  }

  @Test(arguments: ["http://localhost/", "http://127.8.9.10:99/", "http://[::1]:99/"])
  func thisMachineIsKnown(text: String) throws {
    #expect(try #require(FetchAddress(text)).mayBeAsked)
  }

  // MARK: The token

  @Test func theTokenGoesToGitHubAndIsNotInTheArguments() throws {
    let server = try TestServer(["/user": .held, "/x": TestServer.Answer()])
    let hosts = HostMap("api.github.com=\(server.place),example.org=\(server.place)")
    let request = SiteRequest(url: "https://api.github.com/user", isForGitHub: true)
    var curl = try Curl(request, token: "s3cret-中".replacing("-中", with: ""), hosts: hosts)
    while server.requests.isEmpty { usleep(1000) }
    #expect(server.requests[0].headers["authorization"] == "Bearer s3cret")
    let process = try CurlTests.process(of: curl)
    let arguments = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline"))
    let text = String(decoding: arguments, as: UTF8.self)
    #expect(text.contains("/user"))
    #expect(!text.contains("s3cret"))
    curl.cancel()
    // To nobody else, and not for anything else.
    for (url, isForGitHub) in [
      ("https://example.org/x", true), ("https://api.github.com/x", false),
    ] {
      _ = try Self.ask(SiteRequest(url: url, isForGitHub: isForGitHub), token: "t", hosts: hosts)
    }
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer s3cret", nil, nil])
  }

  @Test(arguments: [
    "https://api.github.com.evil.test/", "https://evil.test/api.github.com",
    "https://api.github.com:8443/", "http://api.github.com/", "https://github.com/",
    "https://api.github.com./", "https://xapi.github.com/",
  ])
  func theTokenGoesNowhereElse(text: String) throws {
    let request = SiteRequest(url: text, isForGitHub: true)
    let address = try #require(FetchAddress(text))
    #expect(try CurlWords.configuration(of: request, to: address, token: "t") == nil)
  }

  @Test(arguments: ["a b", "a\"\nurl = \"file:///etc/passwd", "a\\", "中", "a\u{1B}"])
  func whatIsNoTokenIsNotSent(token: String) throws {
    let request = SiteRequest(url: "https://api.github.com/", isForGitHub: true)
    #expect(throws: FetchError.badToken) { _ = try Curl(request, token: token) }
  }

  // MARK: Ends

  @Test func cancellingLeavesNoProcess() throws {
    let server = try TestServer(["/": .held])
    var curl = try Curl(SiteRequest(url: server.url("/")), hosts: HostMap(""))
    while server.requests.isEmpty { usleep(1000) }
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
      let curl = try Curl(SiteRequest(url: server.url("/")), hosts: HostMap(""))
      process = try CurlTests.process(of: curl)
      #expect(kill(process, 0) == 0)
    }
    #expect(kill(process, 0) == -1)
  }

  @Test func itHasNoTerminal() throws {
    let server = try TestServer(["/": .held])
    let curl = try Curl(SiteRequest(url: server.url("/")), hosts: HostMap(""))
    let process = try CurlTests.process(of: curl)
    #expect(getsid(process) == process)
    while server.requests.isEmpty { usleep(1000) }
    let input = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/0")
    #expect(input == "/dev/null")
  }
}
