import Glibc
import Testing

@testable import WebAddresses

/// Hosts as the URL Standard reads them (section 3), and whether they are the machine that asks.
@Suite struct WebHostTests {
  static let hosts: [(host: String, text: String, isThisMachine: Bool)] = [
    // Names.
    ("example.org", "example.org", false), ("EXAMPLE.org.", "example.org.", false),
    ("localhost", "localhost", true), ("LocalHost", "localhost", true),
    ("localhost.", "localhost.", true), ("a.b.localhost", "a.b.localhost", true),
    ("a.localhost.", "a.localhost.", true), ("localhost.example", "localhost.example", false),
    ("xlocalhost", "xlocalhost", false), ("localhost.localdomain", "localhost.localdomain", false),
    ("127.0.0.1.example", "127.0.0.1.example", false), ("1.a", "1.a", false),
    ("a_b-c.test", "a_b-c.test", false), ("xn--bcher-kva.example", "xn--bcher-kva.example", false),
    ("b\u{FC}cher.example", "xn--bcher-kva.example", false),
    ("b%C3%BCcher.example", "xn--bcher-kva.example", false),
    ("%65xample.org", "example.org", false), ("ｅｘａｍｐｌｅ。ｏｒｇ", "example.org", false),
    ("0x.example", "0x.example", false), ("a.0b", "a.0b", false), ("1e2", "1e2", false),
    // IPv4 in all spellings.
    ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1.", "127.0.0.1", true),
    ("127.1", "127.0.0.1", true), ("127.0.1", "127.0.0.1", true), ("127.258", "127.0.1.2", true),
    ("2130706433", "127.0.0.1", true), ("0x7f.1", "127.0.0.1", true),
    ("0X7F000001", "127.0.0.1", true), ("0x7f.0x0.0x0.0x1", "127.0.0.1", true),
    ("0177.0.0.01", "127.0.0.1", true), ("017700000001", "127.0.0.1", true),
    ("127.255.255.254", "127.255.255.254", true), ("%31%32%37%2e1", "127.0.0.1", true),
    ("１２７．０．０．１", "127.0.0.1", true), ("0", "0.0.0.0", true), ("0x", "0.0.0.0", true),
    ("0.0.0.0", "0.0.0.0", true), ("00000000000", "0.0.0.0", true), ("0.0.0.1", "0.0.0.1", false),
    ("256", "0.0.1.0", false), ("192.0x00A80001", "192.168.0.1", false),
    ("4294967295", "255.255.255.255", false), ("126.255.255.255", "126.255.255.255", false),
    ("128.0.0.1", "128.0.0.1", false), ("10.1", "10.0.0.1", false), ("1.2.3", "1.2.0.3", false),
    // IPv6.
    ("[::1]", "[::1]", true), ("[0:0:0:0:0:0:0:1]", "[::1]", true),
    ("[0000:0000:0000:0000:0000:0000:0000:0001]", "[::1]", true), ("[::]", "[::]", true),
    ("[::0.0.0.1]", "[::1]", true), ("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", true),
    ("[::FFFF:7f00:1]", "[::ffff:7f00:1]", true), ("[::ffff:0.0.0.0]", "[::ffff:0:0]", true),
    ("[::ffff:126.0.0.1]", "[::ffff:7e00:1]", false), ("[::127.0.0.1]", "[::7f00:1]", false),
    ("[::2]", "[::2]", false), ("[fe80::1]", "[fe80::1]", false), ("[1::]", "[1::]", false),
    ("[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]", false), ("[1:0:0:2:3:0:0:4]", "[1::2:3:0:0:4]", false),
    ("[1:0:2:3:4:5:6:7]", "[1:0:2:3:4:5:6:7]", false), ("[2001:DB8::A]", "[2001:db8::a]", false),
    ("[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]", false), ("[::8]", "[::8]", false),
    ("[1:2:3:4:5:6:1.2.3.4]", "[1:2:3:4:5:6:102:304]", false),
  ]

  @Test(arguments: hosts)
  func areRead(host: String, text: String, isThisMachine: Bool) throws {
    let found = try #require(WebHost(host))
    #expect(found.text == text)
    #expect(found.isThisMachine == isThisMachine)
    // What is written is read as the same.
    #expect(WebHost(text) == found)
  }

  @Test(arguments: [
    ("localhost", WebHost.Reach.thisMachine), ("a.LOCALHOST.", .thisMachine),
    ("127.0.0.1", .thisMachine), ("127.255.0.1", .thisMachine), ("0", .thisMachine),
    ("[::1]", .thisMachine), ("[::]", .thisMachine), ("[::ffff:127.1.2.3]", .thisMachine),
    ("[::ffff:0.0.0.0]", .thisMachine),
    // Names that are set aside, and what any name may be.
    ("router", .privateNetwork), ("router.", .privateNetwork), ("a.local", .privateNetwork),
    ("a.internal.", .privateNetwork), ("nas.home.arpa", .privateNetwork),
    ("home.arpa.example", .internet), ("1.2.3.4.in-addr.arpa", .internet), ("a.test", .internet),
    ("local.example", .internet), ("localhost.localdomain", .internet),
    // The ends of each range.
    ("0.0.0.1", .privateNetwork), ("0.255.255.255", .privateNetwork), ("1.0.0.0", .internet),
    ("9.255.255.255", .internet), ("10.0.0.0", .privateNetwork),
    ("10.255.255.255", .privateNetwork), ("11.0.0.0", .internet), ("100.63.255.255", .internet),
    ("100.64.0.0", .privateNetwork), ("100.127.255.255", .privateNetwork),
    ("100.128.0.0", .internet), ("126.255.255.255", .internet), ("128.0.0.0", .internet),
    ("169.253.255.255", .internet), ("169.254.169.254", .privateNetwork),
    ("169.255.0.0", .internet), ("172.15.255.255", .internet), ("172.16.0.0", .privateNetwork),
    ("172.31.255.255", .privateNetwork), ("172.32.0.0", .internet), ("192.0.0.1", .privateNetwork),
    ("192.0.1.1", .internet), ("192.167.255.255", .internet), ("192.168.0.0", .privateNetwork),
    ("192.168.255.255", .privateNetwork), ("192.169.0.0", .internet),
    ("223.255.255.255", .internet), ("224.0.0.1", .privateNetwork),
    ("255.255.255.255", .privateNetwork), ("0x7f.1", .thisMachine), ("3232235777", .privateNetwork),
    ("012.1", .privateNetwork),
    ("[::ffff:10.0.0.1]", .privateNetwork), ("[::ffff:8.8.8.8]", .internet),
    ("[::2]", .privateNetwork), ("[::127.0.0.1]", .privateNetwork),
    ("[64:ff9b::8.8.8.8]", .internet), ("[64:ff9b::127.0.0.1]", .privateNetwork),
    ("[64:ff9b::10.0.0.1]", .privateNetwork), ("[64:ff9b:1::8.8.8.8]", .privateNetwork),
    ("[2002:808:808::1]", .internet), ("[2002:a00:1::1]", .privateNetwork),
    ("[2002:7f00:1::]", .privateNetwork), ("[2001:4860:4860::8888]", .internet),
    ("[fbff::1]", .internet), ("[fc00::1]", .privateNetwork), ("[fdff::1]", .privateNetwork),
    ("[fe00::1]", .internet), ("[fe7f::1]", .internet), ("[fe80::1]", .privateNetwork),
    ("[febf::1]", .privateNetwork), ("[fec0::1]", .privateNetwork), ("[ff02::1]", .privateNetwork),
  ])
  func howFarAwayAHostIs(host: String, reach: WebHost.Reach) throws {
    let found = try #require(WebHost(host))
    #expect(found.reach == reach)
    #expect(found.isThisMachine == (reach == .thisMachine))
  }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1"), ("::1", "[::1]"), ("::ffff:10.0.0.1", "[::ffff:a00:1]"),
    ("fe80::1%eth0", "[fe80::1]"), ("fe80::1%3", "[fe80::1]"), ("", nil), ("a.test", nil),
    ("localhost", nil), ("[::1]", nil), ("1.2.3.4:80", nil), ("%eth0", nil), ("::1 ", nil),
  ])
  func aNumberIsRead(number: String, text: String?) {
    #expect(WebHost(number: number)?.text == text)
  }

  @Test(arguments: [
    "", ".", "..", "a..b", ".a", "a b", "a\nb", "a/b", "a%2Fb", "a%00b", "a%", "a%zz", "a:b", "a@b",
    "a\\b", "a#b", "a?b", "a[b", "a<b", "%2e", "\u{1B}", "a!b", "b\u{FC}\u{200B}",
    "\u{E000}.example", "%FF",
    // What ends in a number is an IPv4 address, or nothing.
    "256.256.256.256", "127.0.0.256", "127.0.0.0.1", "1.2.3.4.5", "4294967296", "0x100000000",
    "0x1ffffffffffffffff",
    "127.0.0x10000", "1.16777216", "a.1", "a.0x7f", "foo.0x", "09", "127.0.0.08", "1..2", "1.a.2",
    "a.9999999999999999999999", "+1",
    "[", "[]", "[::1", "::1", "[:]", "[:::]", "[1]", "[1:2]", "[1:2:3:4:5:6:7]",
    "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[::1:2:3:4:5:6:7:8]", "[:1:2:3:4:5:6:7]",
    "[1:2:3:4:5:6:7:]", "[12345::]", "[::g]", "[::1%25eth0]", "[::1.2.3]", "[::1.2.3.4.5]",
    "[::256.0.0.1]", "[::01.2.3.4]", "[::1.2.3.4:5]", "[1.2.3.4]", "[1:2:3:4:5:6:7:1.2.3.4]",
    "[::+1]", "[::1]]", "[[::1]]", "[::1.2.3.]",
  ])
  func areRefused(host: String) { #expect(WebHost(host) == nil) }

  /// All short texts of some characters, one after the other.
  private static func texts(of letters: String, length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { text in letters.map { text + String($0) } }
      all += last
    }
    return all
  }

  /// The C library reads IPv4 addresses in the same spellings; it has no dot at the end and no lone `0x`.
  @Test func numbersAreThoseOfTheCLibrary() {
    for text in Self.texts(of: "0179xa.", length: 5) where !text.hasSuffix(".") {
      if text.split(separator: ".").contains(where: { $0 == "0x" }) { continue }
      var address = in_addr()
      let expected = inet_aton(text, &address) == 0 ? nil : UInt32(bigEndian: address.s_addr)
      let found = WebHost(text)?.text
      let words = expected.map { number in
        [24, 16, 8, 0].map { "\(number >> $0 & 0xFF)" }.joined(separator: ".")
      }
      if words != nil || found?.allSatisfy({ $0.isNumber || $0 == "." }) == true {
        #expect(found == words, "\(text)")
      }
    }
  }

  @Test func addressesOfIPv6AreThoseOfTheCLibrary() {
    for text in Self.texts(of: "0f:1.", length: 6) {
      var address = in6_addr()
      let isOne = inet_pton(AF_INET6, text, &address) == 1
      let found = WebHost("[\(text)]")
      #expect((found != nil) == isOne, "\(text)")
      guard let found else { continue }
      var again = in6_addr()
      #expect(inet_pton(AF_INET6, String(found.text.dropFirst().dropLast()), &again) == 1)
      let isSame = withUnsafeBytes(of: address) { one in
        withUnsafeBytes(of: again) { one.elementsEqual($0) }
      }
      #expect(isSame, "\(text) is \(found.text)")
    }
  }

  @Test func lengthsAreThoseOfTheDomainNameSystem() {
    let name = String(repeating: "a.", count: 126) + "b"
    #expect(WebHost(name)?.text == name)
    #expect(WebHost(name + "c") == nil)
  }
}

@Suite struct WebURLTests {
  @Test(arguments: [
    ("https://Example.ORG", "https://example.org/"), ("https://a.test:443/b", "https://a.test/b"),
    ("http://a.test:80?x", "http://a.test/?x"), ("https://a.test:80/", "https://a.test:80/"),
    ("http://a.test:443/", "http://a.test:443/"), ("HTTPS://0x7f.1:1/", "https://127.0.0.1:1/"),
    (" \thttps://a.test/a b\n", "https://a.test/a%20b"),
    ("https://[::1]:8080/é?é", "https://[::1]:8080/%C3%A9?%C3%A9"),
    ("https://a.test\\@b.test/", "https://a.test/%5C@b.test/"),
  ])
  func pages(text: String, page: String) throws {
    #expect(try WebURL(text).page == page)
    #expect(try WebURL(page) == WebURL(text))
  }

  @Test(arguments: [
    ("http://a.test/", "https://a.test/"), ("http://a.test:443/", "https://a.test/"),
    ("http://a.test:81/", "https://a.test:81/"), ("https://a.test/", "https://a.test/"),
    ("http://127.1/", "http://127.0.0.1/"), ("http://x.localhost:80/", "http://x.localhost/"),
  ])
  func onlyThisMachineNeedsNoTLS(text: String, page: String) throws {
    #expect(try WebURL(text).secured.page == page)
  }

  @Test(arguments: [
    ("a.test", WebURL.Fault.noScheme), ("//a.test", .noScheme), ("ftp://a.test", .noScheme),
    ("https:a.test", .noScheme), ("https://", .noHost), ("https://:1/", .noHost),
    ("https://a.test:/", .noHost), ("https://a.test:0/", .noHost),
    ("https://a.test:65536/", .noHost), ("https://a.test:1a/", .noHost),
    ("https://a.test:1:2/", .noHost), ("https://[::1]a/", .noHost),
    ("https://@a.test/", .credentials),
  ])
  func faults(text: String, fault: WebURL.Fault) {
    #expect(throws: fault) { try WebURL(text) }
  }
}

/// What may be an address, or the path of one.
@Suite struct ReferenceTests {
  @Test(arguments: [
    ("https://Example.org/t/1?x#y", "example.org"), ("http://a.b:80", "a.b"),
    ("http://a.b:81", "a.b:81"),
    ("//cdn.example/x", "cdn.example"),
    ("/t/1", nil), ("mailto:a@b", nil), ("https://", nil), ("https://a b/", nil),
    ("https://münchen.de/", "xn--mnchen-3ya.de"), ("//127.1:81/", "127.0.0.1:81"),
    ("https://\u{1B}[2J/", nil), ("https://ann@a.b/", nil), ("", nil), ("javascript:alert(1)", nil),
  ])
  func theHost(address: String, host: String?) {
    #expect(WebURL(reference: address)?.authority == host)
  }

  @Test(arguments: [
    ("https://a.b/r/x/comments/p/t_i/?q#f", ["r", "x", "comments", "p", "t_i"]),
    ("/r/x", ["r", "x"]),
    ("https://a.b", []), ("", []), ("//a.b/c", ["c"]),
    ("HTTPS://a.b/o/r", ["o", "r"]), (" https://a.b/c", ["c"]), ("https://a.b?x=/o/r", []),
  ])
  func thePath(address: String, path: [String]) { #expect(WebURL.path(of: address) == path) }

  @Test(arguments: [("https://a.b/#c-1", "c-1"), ("https://a.b/", nil), ("#", nil), ("a#b#c", "c")])
  func theFragment(address: String, fragment: String?) {
    #expect(WebURL.fragment(of: address) == fragment)
  }
}
