import Sites
import Testing
import WebAddresses

@testable import Fetching

/// When hosts may be asked, by a clock that stands where a test puts it.
@Suite struct HostThrottleTests {
  @Test func oneRequestASecondToOneHost() {
    var polite = HostThrottle()
    #expect(polite.time(for: "a.test", now: 5000) == 5000)
    polite.ask("a.test", now: 5000)
    #expect(polite.time(for: "a.test", now: 5001) == 6000)
    #expect(polite.time(for: "b.test", now: 5001) == 5001)
    #expect(polite.time(for: "a.test", now: 6000) == 6000)
    #expect(polite.time(for: "a.test", now: 9000) == 9000)
  }

  @Test func aHostIsLeftAloneForAsLongAsItAsks() {
    var polite = HostThrottle(interval: 10)
    polite.ask("a.test", now: 0)
    polite.leave("a.test", until: 30_000)
    #expect(polite.time(for: "a.test", now: 20) == 30_000)
    // What it asked for before is not shortened.
    polite.leave("a.test", until: 20_000)
    polite.ask("a.test", now: 25)
    #expect(polite.time(for: "a.test", now: 50) == 30_000)
    #expect(polite.time(for: "a.test", now: 30_001) == 30_001)
  }

  @Test(arguments: [
    (RetryAfter.seconds(7), 7), (.date(1030), 30), (.date(1000), 0), (.date(3), 0),
  ])
  func whatASiteAsksForIsASpan(wait: RetryAfter, seconds: Int) {
    #expect(wait.seconds(from: 1000) == seconds)
  }

  // MARK: Where a site sends us

  @Test(arguments: [
    ("https://b.test/x?y#z", "https://b.test/x?y"), ("https://A.test", "https://a.test"),
    ("https://93.184.216.34/", "https://93.184.216.34/"),
  ])
  func anAddressOfHTTPSIsFollowed(target: String, url: String) throws {
    let request = SiteRequest(
      url: "https://a.test/", accept: "text/html", service: .gitHub,
      validators: SiteValidators(etag: "x"))
    var expected = request
    expected.url = url
    #expect(try Redirect.request(after: request, to: target) == expected)
  }

  static let refused: [(String, String, FetchError)] = [
    ("https://a.test/", "http://b.test/", .insecureRedirect(from: "a.test", to: "b.test")),
    ("https://a.test/", "http://a.test/", .insecureRedirect(from: "a.test", to: "a.test")),
    ("https://a.test/", "http://localhost/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://127.0.0.1/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://[::1]:80/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://127.1/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://0x7f000001/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://017700000001/", .redirectNearer(from: "a.test", to: .thisMachine)),
    (
      "https://a.test/", "https://[::FFFF:127.0.0.1]/",
      .redirectNearer(from: "a.test", to: .thisMachine)
    ),
    ("https://a.test/", "https://0.0.0.0/", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://localhost./", .redirectNearer(from: "a.test", to: .thisMachine)),
    ("https://a.test/", "https://a.localhost/", .redirectNearer(from: "a.test", to: .thisMachine)),
    (
      "https://a.test/", "https://192.168.0.1/",
      .redirectNearer(from: "a.test", to: .privateNetwork)
    ),
    ("https://a.test/", "https://[fe80::1]/", .redirectNearer(from: "a.test", to: .privateNetwork)),
    ("https://a.test/", "https://router/", .redirectNearer(from: "a.test", to: .privateNetwork)),
    (
      "https://192.168.0.1/", "https://127.1/",
      .redirectNearer(from: "192.168.0.1", to: .thisMachine)
    ),
    ("https://a.test/", "file:///etc/passwd", .badRedirect(from: "a.test")),
    ("https://a.test/", "https://x@b.test/", .badRedirect(from: "a.test")),
    ("https://a.test/", "-o/tmp/x", .badRedirect(from: "a.test")),
    ("http://localhost/", "http://b.test/", .insecureRedirect(from: "localhost", to: "b.test")),
  ]

  @Test(arguments: refused)
  func noOtherAddressIsFollowed(url: String, target: String, error: FetchError) {
    #expect(throws: error) {
      try Redirect.request(after: SiteRequest(url: url), to: target)
    }
  }

  @Test(arguments: [
    ("https://192.168.0.1/", "https://10.0.0.1/"), ("https://192.168.0.1/", "https://a.test/"),
    ("http://localhost/", "https://192.168.0.1/"), ("http://localhost/", "https://a.test/"),
  ])
  func whoIsNearMaySendToTheSameOrFartherAway(url: String, target: String) throws {
    let next = try Redirect.request(after: SiteRequest(url: url), to: target)
    #expect(next.url == target)
  }

  @Test func thisMachineMaySendToItself() throws {
    let request = SiteRequest(url: "http://localhost:80/")
    let next = try Redirect.request(after: request, to: "http://127.0.0.1:81/x")
    #expect(next.url == "http://127.0.0.1:81/x")
  }

  // MARK: Hosts that stand in

  @Test(arguments: [
    ("a.test=127.0.0.1:81", "https://a.test/x?y", "http://127.0.0.1:81/x?y"),
    ("b.test=[::1]:81,A.test=localhost:82", "https://a.test/", "http://localhost:82/"),
    ("a.test=127.0.0.1:81", "https://b.test/", "https://b.test/"),
    ("a.test=127.0.0.1:81", "https://a.test:444/", "https://a.test:444/"),
    ("a.test=127.0.0.1:81", "https://sub.a.test/", "https://sub.a.test/"),
    // Nothing but this machine stands in for anything.
    ("a.test=b.test:81", "https://a.test/", "https://a.test/"),
    ("a.test=127.0.0.1/x", "https://a.test/", "https://a.test/"),
    ("a.test", "https://a.test/", "https://a.test/"),
    ("", "https://a.test/", "https://a.test/"),
  ])
  func aPlaceStandsInForAHost(map: String, url: String, place: String) throws {
    let address = try #require(WebURL(asked: url))
    #expect(HostMap(map).place(of: address).asked == place)
  }

  @Test(arguments: [
    ("http://127.0.0.1:81/y?z", "https://a.test/y?z"), ("http://127.0.0.1:82/", nil),
    ("https://b.test/", nil), ("http://127.0.0.1:81.evil.test/", nil),
  ])
  func whatStandsInIsNotSeen(target: String, seen: String?) throws {
    let hosts = HostMap("a.test=127.0.0.1:81,b.test=127.0.0.1:82")
    let address = try #require(WebURL(asked: "https://a.test/x"))
    #expect(hosts.target(target, from: address) == seen ?? target)
  }
}
