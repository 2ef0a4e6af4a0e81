import Sites
import Foundation
import RunningPrograms
import Testing
import WebAddresses

@testable import Fetching

/// What curl is told, and what it is never told.
@Suite struct CurlArgumentsTests {
  @Test func itsArgumentsAreThese() throws {
    let request = SiteRequest(
      url: "https://Example.org/t/[1-3]{a,b}", accept: "application/json",
      validators: SiteValidators(etag: "\"x\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"))
    let address = try #require(WebURL(asked: request.url))
    #expect(
      CurlArguments.words(for: request, at: address, CurlTests.manner()) == [
        "curl", "-q", "--silent", "--no-netrc", "--globoff", "--proto", "=https",
        "--proto-redir", "=https", "--max-redirs", "0", "--tlsv1.2", "--compressed",
        "--user-agent", "reader/1", "--connect-timeout", "10",
        "--speed-limit", "1", "--speed-time", "30", "--max-time", "120", "--max-filesize",
        "67108864", "--write-out",
        #"%{stderr}%{response_code}\n%{redirect_url}\n%{remote_ip}\n%{header_json}"#,
        "--header", "Accept: application/json", "--header", "If-None-Match: \"x\"", "--header",
        "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", "--url",
        "https://example.org/t/[1-3]{a,b}",
      ])
  }

  @Test func nothingOfAnAddressIsExpandedOrObeyed() throws {
    let server = try TestServer(["/[1-3]{a,b}": TestServer.Answer()])
    let etag = SiteValidators(etag: "@/etc/hostname", lastModified: "x\r\nEvil: 1")
    let request = SiteRequest(url: server.url("/[1-3]{a,b}"), validators: etag)
    #expect(try CurlTests.response(try CurlTests.ask(request)).status == 200)
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
    "https://中.test/", "https://256.256.256.256/", "https://a.1/", "https://[1::2::3]/",
    "https://example.org/é", "https://[::1", "https://-x/", " https://a.test/",
  ])
  func whatIsNoAddressIsNotAsked(text: String) throws {
    #expect(throws: FetchError.badAddress(text)) {
      _ = try Curl(SiteRequest(url: text), CurlTests.manner())
    }
  }

  @Test(arguments: [
    "http://example.org/", "http://128.1/", "http://0x7e.0.0.1/", "http://126.0.0.01/",
    "http://localhost.evil.test/", "http://127.0.0.1.evil.test/", "http://notlocalhost/",
    "http://[::2]/", "http://[::ffff:126.0.0.1]/", "http://[fe80::1]/",
  ])
  func onlyThisMachineIsAskedWithoutTLS(text: String) throws {
    let host = try #require(WebURL(asked: text)).host
    #expect(throws: FetchError.insecure(host: host)) {
      _ = try Curl(SiteRequest(url: text), CurlTests.manner())
    }
    #expect(
      FetchError.insecure(host: host).message
        == "\(host): only https is supported, and http on this machine")
  }

  /// However it is spelled, what curl gets has one reading.
  @Test(arguments: [
    ("http://localhost/", "http://localhost/"), ("http://127.8.9.10:99/", "http://127.8.9.10:99/"),
    ("http://[::1]:99/", "http://[::1]:99/"), ("http://127.1/", "http://127.0.0.1/"),
    ("http://0x7f.0.0.1/", "http://127.0.0.1/"), ("http://127.0.0.01/", "http://127.0.0.1/"),
    ("http://2130706433/a", "http://127.0.0.1/a"), ("http://0/", "http://0.0.0.0/"),
    ("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ("http://a.LocalHost./", "http://a.localhost./"), ("http://%31%32%37.1/", "http://127.0.0.1/"),
  ])
  func thisMachineIsKnown(text: String, asked: String) throws {
    let address = try #require(WebURL(asked: text))
    #expect(address.mayBeAsked && address.isThisMachine)
    #expect(address.asked == asked)
  }

  // MARK: The token

  @Test func theTokenGoesToGitHubAndIsNotInTheArguments() throws {
    let server = try TestServer(["/user": .held, "/x": TestServer.Answer()])
    let hosts = HostMap("api.github.com=\(server.place),example.org=\(server.place)")
    let request = SiteRequest(url: "https://api.github.com/user", service: .gitHub)
    var curl = try Curl(request, CurlTests.manner(token: "s3cret", hosts: hosts))
    try server.waitForRequests()
    #expect(server.requests[0].headers["authorization"] == "Bearer s3cret")
    let process = try CurlTests.process(of: curl)
    let arguments = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline"))
    let text = String(decoding: arguments, as: UTF8.self)
    #expect(text.contains("/user"))
    #expect(!text.contains("s3cret"))
    curl.cancel()
    // To nobody else, and not for anything else.
    for (url, service) in [
      ("https://example.org/x", SiteService.gitHub), ("https://api.github.com/x", nil),
    ] {
      _ = try CurlTests.ask(
        SiteRequest(url: url, service: service), token: "t", hosts: hosts)
    }
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer s3cret", nil, nil])
  }

  @Test(arguments: [
    "https://api.github.com.evil.test/", "https://evil.test/api.github.com",
    "https://api.github.com:8443/", "http://api.github.com/", "https://github.com/",
    "https://api.github.com./", "https://xapi.github.com/",
  ])
  func theTokenGoesNowhereElse(text: String) throws {
    let request = SiteRequest(url: text, service: .gitHub)
    let address = try #require(WebURL(asked: text))
    #expect(
      try CurlArguments.configuration(of: request, to: address, CurlTests.manner(token: "t")) == nil
    )
  }

  @Test(arguments: ["a b", "a\"\nurl = \"file:///etc/passwd", "a\\", "中", "a\u{1B}"])
  func whatIsNoTokenIsNotSent(token: String) throws {
    let request = SiteRequest(url: "https://api.github.com/", service: .gitHub)
    #expect(throws: FetchError.badToken(variable: "GITHUB_TOKEN")) {
      _ = try Curl(request, CurlTests.manner(token: token))
    }
  }
}
