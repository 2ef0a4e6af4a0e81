import Sites
import Foundation
import RunningPrograms
import Testing
import WebAddresses

@testable import Fetching

/// What goes wrong between us and a site, and the line that tells it.
@Suite struct CurlFaultTests {
  /// The line for a request that fails.
  private func line(_ url: String, _ limits: Curl.Limits = Curl.Limits()) throws -> String {
    let result = try CurlTests.ask(SiteRequest(url: url), limits: limits)
    guard case .failure(let error) = result else { return "no error" }
    return error.message
  }

  @Test func aHostThatIsNotThere() throws {
    #expect(try line("https://nowhere.invalid/") == "nowhere.invalid: no such host, or no network")
  }

  @Test func aPortAtWhichNobodyListens() throws {
    let port = try TestServer.closedPort()
    #expect(
      try line("http://127.0.0.1:\(port)/")
        == "127.0.0.1: connection refused or host unreachable")
  }

  @Test func anAnswerThatDoesNotCome() throws {
    let server = try TestServer(["/": .held])
    #expect(
      try line(server.url("/"), Curl.Limits(whole: 1)) == "127.0.0.1: timed out")
  }

  @Test(arguments: [false, true])
  func halfABody(isChunked: Bool) throws {
    var answer = TestServer.Answer(String(repeating: "中", count: 1000))
    answer.cut = 1000
    answer.isChunked = isChunked
    // Of chunks, the one that was announced does not come to its end.
    let server = try TestServer(["/": answer])
    #expect(
      try line(server.url("/"))
        == "127.0.0.1: the connection was closed before the end of the response")
  }

  @Test func noAnswerAtAll() throws {
    let server = try TestServer(["/": .nothing])
    #expect(
      try line(server.url("/")) == "127.0.0.1: the connection was closed without a response")
  }

  @Test(arguments: [false, true])
  func anAnswerThatIsTooLong(isChunked: Bool) throws {
    var answer = TestServer.Answer(String(repeating: "x", count: 3 << 20))
    answer.isChunked = isChunked
    let server = try TestServer(["/": answer])
    #expect(
      try line(server.url("/"), Curl.Limits(bytes: 2 << 20))
        == "127.0.0.1: the response is larger than 2 MiB, the limit")
    answer.body.removeLast(1 << 20)
    let other = try TestServer(["/": answer])
    #expect(try line(other.url("/"), Curl.Limits(bytes: 2 << 20)) == "no error")
  }

  /// What is short on the way and long when it is unpacked.
  @Test func anAnswerThatIsTooLongOnceUnpacked() throws {
    let folder = try Folder()
    try folder.write([UInt8](repeating: 0, count: 3 << 20), to: "a")
    var answer = TestServer.Answer("", headers: ["Content-Encoding": "gzip"])
    answer.body = try Program.run("/bin/gzip", ["-c", folder.path + "/a"]).outputBytes
    #expect(answer.body.count < 10_000)
    let server = try TestServer(["/": answer])
    #expect(
      try line(server.url("/"), Curl.Limits(bytes: 2 << 20))
        == "127.0.0.1: the response is larger than 2 MiB, the limit")
  }

  @Test func noTLSAtTheOtherEnd() throws {
    let server = try TestServer(["/": TestServer.Answer()])
    #expect(
      try line("https://\(server.place)/") == "127.0.0.1: no secure connection possible (TLS)")
  }

  @Test func whatIsNotPackedAsItSays() throws {
    let server = try TestServer([
      "/": TestServer.Answer("no gzip", headers: ["Content-Encoding": "gzip"])
    ])
    #expect(
      try line(server.url("/")) == "127.0.0.1: the response cannot be read")
  }

  @Test func whatIsNoHTTP() throws {
    let server = try TestServer(["/": TestServer.Answer("{}", status: 7_000)])
    #expect(
      try line(server.url("/")) == "127.0.0.1: the response cannot be read")
  }

  @Test func curlThatIsEnded() throws {
    let server = try TestServer(["/": .held])
    var curl = try Curl(SiteRequest(url: server.url("/")), CurlTests.manner())
    kill(try CurlTests.process(of: curl), SIGKILL)
    #expect(try CurlTests.wait(for: &curl) == .failure(.killed(host: "127.0.0.1")))
  }

  static let lines: [(FetchError, String)] = [
    (
      .curlMissing,
      "curl is not installed; install it (Debian: apt install curl)"
    ),
    (.curlFailed(EAGAIN), "curl: Resource temporarily unavailable"),
    (.curlTooOld, "curl is too old; version 7.83 or later is needed"),
    (
      .badAddress("a\u{1B}[31m中"),
      "a\u{1B}[31m中: expected an address such as https://example.org/path"
    ),
    (.badRedirect(from: "a.test"), "a.test: redirects to an address that is not supported"),
    (
      .insecureRedirect(from: "a.test", to: "b.test"),
      "a.test: redirects to b.test without https; not followed"
    ),
    (
      .redirectNearer(from: "a.test", to: .thisMachine),
      "a.test: redirects to this machine; not followed"
    ),
    (
      .redirectNearer(from: "a.test", to: .privateNetwork),
      "a.test: redirects to a private network; not followed"
    ),
    (
      .leadsNearer(from: "a.test", to: .thisMachine), "a.test: leads to this machine; not followed"
    ),
    (
      .nearAddress(host: "a.test", address: "10.0.0.1", .privateNetwork),
      "a.test: this name resolves to a private network (10.0.0.1); response not used"
    ),
    (
      .tooManyRedirects(host: "a.test"),
      "a.test: too many redirects (more than 5)"
    ),
    (
      .badToken(variable: "GITHUB_TOKEN"),
      "GITHUB_TOKEN: expected a token, found invalid characters"
    ),
    (
      .askedToWait(host: "a.test", seconds: 90),
      "a.test: asked to wait; try again in 90 seconds"
    ),
    (
      .askedToWait(host: "a.test", seconds: 3601),
      "a.test: asked to wait; try again in 61 minutes"
    ),
    (
      .askedToWait(host: "a.test", seconds: 86_400),
      "a.test: asked to wait; try again in 24 hours"
    ),
    (.curl(code: 60, host: "a.test"), "a.test: the certificate is not trusted (TLS)"),
    (.curl(code: 5, host: "a.test"), "a.test: the proxy is unreachable or refused the connection"),
    (.curl(code: 92, host: "a.test"), "a.test: the connection failed"),
    (.curl(code: 255, host: "a.test"), "a.test: failed: curl exited with code 255"),
    (.killed(host: "a.test"), "a.test: curl was killed before it finished"),
  ]

  @Test(arguments: lines)
  func eachErrorIsOneLine(error: FetchError, line: String) {
    #expect(error.message == line)
  }

  // MARK: What curl reports

  @Test(arguments: [
    ("200\n\n1.2.3.4\n{}", 200, nil, nil),
    (
      "301\nhttps://a.test/b\n1.2.3.4\n{\"link\":[\"<1>\",\"<2>\"],\n\"x\":[]\n}", 301,
      "https://a.test/b",
      "<1>, <2>"
    ),
    ("200\n\n1.2.3.4\n{\"Link\":[\"\\u001b中é\"]}", 200, nil, "\u{1B}中é"),
  ])
  func aReportIsRead(text: String, status: Int, target: String?, link: String?) throws {
    let report = try #require(CurlReport(Array(text.utf8)))
    #expect(report.status == status)
    #expect(report.target == target)
    #expect(report["link"] == link)
  }

  @Test(arguments: [
    (403, "\"x-ratelimit-remaining\":[\"0\"],\"x-ratelimit-reset\":[\"1700000090\"]", "90"),
    (403, "\"x-ratelimit-remaining\":[\"0\"],\"x-ratelimit-reset\":[\"1699999999\"]", "0"),
    (429, "\"x-ratelimit-remaining\":[\"0.0\"],\"x-ratelimit-reset\":[\"120\"]", "120"),
    (403, "\"retry-after\":[\"5\"],\"x-ratelimit-remaining\":[\"0\"]", "5"),
    (403, "\"x-ratelimit-remaining\":[\"59\"],\"x-ratelimit-reset\":[\"1700000090\"]", nil),
    (403, "\"x-ratelimit-remaining\":[\"0\"],\"x-ratelimit-reset\":[\"-5 中\"]", nil),
    (200, "\"x-ratelimit-remaining\":[\"0\"],\"x-ratelimit-reset\":[\"1700000090\"]", nil),
  ])
  func whenToAskAgain(status: Int, headers: String, value: String?) throws {
    let report = try #require(CurlReport(Array("\(status)\n\n::1\n{\(headers)}".utf8)))
    #expect(report.retryAfter(now: 1_700_000_000) == value)
  }

  @Test(arguments: [
    "", "200", "200\n", "000\n\n1.2.3.4\n{}", "x\n\n1.2.3.4\n{}", "200\n\n1.2.3.4\n",
    "200\n\n1.2.3.4\ncurl: unknown", "200\n\n1.2.3.4\n{\"a\":1}", "200\n\n{}", "200\n\n\n{}",
    "200\n\na.test\n{}",
  ])
  func whatIsNoReportIsNone(text: String) {
    #expect(CurlReport(Array(text.utf8)) == nil)
  }
}
