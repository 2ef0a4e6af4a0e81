import Testing

@testable import Sites
import WebAddresses

@Suite struct LinkTests {
  @Test(arguments: [
    ("https://news.ycombinator.com/item?id=7#9", "hn:7"),
    ("http://old.reddit.com/r/swift/comments/AbC/_/d1?x", "reddit:abc"),
    ("https://redd.it/abc", "reddit:abc"), ("https://www.reddit.com/r/swift/s/xyz", nil),
    ("https://lobste.rs/s/abc/title#c_x", "lobsters:abc"), ("https://lobste.rs/c/abc", nil),
    ("https://a.test/s/abc", "lobsters:a.test/abc"),
    ("https://A.test:8443/t/a-b/17/3", "discourse:a.test:8443/17"),
    ("https://a.test/x/%7E y/t/a-b/17", "discourse:a.test/x/~%20y/17"),
    ("https://b\u{FC}cher.test/t/17", "discourse:xn--bcher-kva.test/17"),
    ("https://a.test/post/5/6", "lemmy:a.test/5"), ("https://a.test/comment/6", nil),
    ("https://a.test/@ann@b.test/77", "mastodon:a.test/77"),
    ("https://github.com/apple/swift/pull/8#issuecomment-1", "github:apple/swift/8"),
    ("https://a.test/thread.json", nil),
  ])
  func discussions(link: String, id: String?) throws {
    #expect(try SiteVisit(url: link).discussion == id)
  }

  @Test(arguments: [
    ("https://Example.ORG", "https://example.org/"),
    ("http://example.org/a", "https://example.org/a"),
    ("http://example.org:80/a", "https://example.org/a"),
    ("https://example.org:443?x", "https://example.org/?x"),
    ("https://B\u{FC}cher.Example:8443/ü", "https://xn--bcher-kva.example:8443/%C3%BC"),
    ("http://bu\u{308}cher.example/", "https://xn--bcher-kva.example/"),
    ("http://example.org:8080/", "https://example.org:8080/"),
    ("http://localhost:8080/a", "http://localhost:8080/a"),
    ("http://127.0.0.1/a", "http://127.0.0.1/a"), ("http://127.9.9.9:80", "http://127.9.9.9/"),
    ("http://[::1]:81/a", "http://[::1]:81/a"), ("https://localhost/a", "https://localhost/a"),
    ("http://127.0.0.1.example.org/", "https://127.0.0.1.example.org/"),
    ("http://[::2]/", "https://[::2]/"), ("http://127.1:81/a", "http://127.0.0.1:81/a"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ("http://LOCALHOST./", "http://localhost./"), ("http://0x7e.1/", "https://126.0.0.1/"),
    ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"),
    ("http://localhost.example.org/", "https://localhost.example.org/"),
    (" \nhttps://example.org/a\t\n", "https://example.org/a"),
    (
      "https://example.org/a b/中/é?q=\"👩‍💻\"#f",
      "https://example.org/a%20b/%E4%B8%AD/%C3%A9?q=%22%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB%22"
    ),
    ("https://example.org\\@localhost/", "https://example.org/%5C@localhost/"),
    ("https://example.org/%41%2f%zz%", "https://example.org/%41%2f%25zz%25"),
    ("https://example.org/a\r\nHost: x", "https://example.org/a%0D%0AHost:%20x"),
    ("https://example.org/{a,b}[1-9]", "https://example.org/%7Ba,b%7D%5B1-9%5D"),
  ])
  func pages(text: String, page: String) throws {
    #expect(try WebURL(link: text).page == page)
  }

  @Test(arguments: [
    ("", SiteError.Fault.noAddress), ("example.org/a", .noAddress),
    ("ftp://example.org", .noAddress),
    ("file:///etc/passwd", .noAddress), ("https:/example.org", .noAddress),
    ("javascript://example.org", .noAddress), ("https://", .noHost), ("https:///a", .noHost),
    ("https://?a", .noHost), ("https://.", .noHost), ("https://a..b/", .noHost),
    ("https://b\u{FC}\u{200B}cher.example/", .noHost), ("https://a b/", .noHost),
    ("https://a\nb/", .noHost), ("https://example.org:0/", .noHost),
    ("https://example.org:65536/", .noHost), ("https://example.org:+1/", .noHost),
    ("https://example.org:/", .noHost), ("https://[::1", .noHost), ("https://%2e/", .noHost),
    ("http://127.0.0.256/", .noHost), ("https://a.0x1/", .noHost), ("https://[::g]/", .noHost),
    ("https://a%2Fb/", .noHost), ("https://ann@example.org/", .credentials),
    ("https://ann:x@example.org/", .credentials),
  ])
  func refusals(text: String, fault: SiteError.Fault) {
    #expect(throws: SiteError(fault, url: text)) { try WebURL(link: text) }
  }

  @Test func parts() throws {
    let address = try WebURL(
      link: "https://example.org//a%2Fb/%E4%B8%AD/../?x=1+2&y&x=%26&=z#c%20d")
    #expect(address.path == ["a/b", "中", ".."])
    #expect(address.value(of: "x") == "1 2")
    #expect(address.value(of: "y") == "")
    #expect(address.value(of: "z") == nil)
    #expect(address.fragment == "c d")
    #expect(try WebURL(link: "https://example.org/#").fragment == nil)
  }

  @Test(arguments: [
    ("https://example.org:443/b", true), ("https://EXAMPLE.org/", true),
    ("http://example.org/b", false), ("https://example.org:444/", false),
    ("https://www.example.org/", false), ("//example.org/b", false), ("/b", false),
    ("https://example.org@evil.example/", false),
    ("https://evil.example/?https://example.org/", false),
  ])
  func sites(other: String, isSame: Bool) throws {
    #expect(try WebURL(link: "https://example.org/a").isSite(of: other) == isSame)
  }

  @Test func plainAddressesOfThisMachineAreASiteOfTheirOwn() throws {
    let plain = try WebURL(link: "http://localhost:1/a")
    #expect(plain.isSite(of: "http://localhost:1/b"))
    #expect(!plain.isSite(of: "https://localhost:1/b"))
  }

  @Test func partsOfAPathAreEncoded() {
    #expect(PercentCoding.encode("a-Z_0.~") == "a-Z_0.~")
    #expect(
      PercentCoding.encode("../é 中\n\"'%?#&=") == "..%2F%C3%A9%20%E4%B8%AD%0A%22%27%25%3F%23%26%3D")
  }
}
