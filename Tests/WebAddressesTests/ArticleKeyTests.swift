import Testing

@testable import WebAddresses

/// Which addresses are of the same article.
@Suite struct ArticleKeyTests {
  /// Each is what the others are, in its shortest form.
  static let same: [(key: String, addresses: [String])] = [
    (
      "kiln.example/fire",
      [
        "https://kiln.example/fire", "http://kiln.example/fire", "//kiln.example/fire",
        " https://kiln.example/fire\n", "HTTPS://KILN.Example/fire", "https://kiln.example./fire",
        "https://www.kiln.example/fire", "https://m.kiln.example/fire",
        "https://mobile.kiln.example/fire", "https://www.m.kiln.example/fire",
        "https://kiln.example:443/fire", "http://kiln.example:80/fire",
        "https://kiln.example/fire/", "https://kiln.example/fire//", "https://kiln.example/fire?",
        "https://kiln.example/fire?&", "https://kiln.example/fire#glaze",
        "https://kiln.example/fire#:~:text=hot", "https://kiln.example/fire/index.html",
        "https://kiln.example/fire/index.php?utm_id=1#x", "https://kiln.example/x/../fire",
        "https://kiln.example/./fire", "https://kiln.example\\fire", "https://kiln.example/%66ire",
        // Visits that are counted.
        "https://kiln.example/fire?utm_source=a&utm_medium=b&UTM_Campaign=c",
        "https://kiln.example/fire?fbclid=IwAR0", "https://kiln.example/fire?gclid=1&gbraid=2",
        "https://kiln.example/fire?mc_cid=1&mc_eid=2", "https://kiln.example/fire?msclkid=1",
        "https://kiln.example/fire?igshid=1", "https://kiln.example/fire?_hsenc=1&_hsmi=2",
        "https://kiln.example/fire?mtm_campaign=1&pk_campaign=2",
        "https://kiln.example/fire?ref=hn",
        "https://kiln.example/fire?ref=Clay.example",
        "https://kiln.example/fire?ref_src=twsrc%5Etfw",
        "https://kiln.example/fire?guccounter=1&guce_referrer=a",
        "https://kiln.example/fire?%75tm_id=1",
        "https://kiln.example/fire?replytocom=7#respond",
        // AMP.
        "https://amp.kiln.example/fire", "https://kiln.example/fire/amp",
        "https://kiln.example/fire/amp/", "https://kiln.example/amp/fire",
        "https://kiln.example/fire.amp", "https://kiln.example/fire?amp",
        "https://kiln.example/fire?amp=1", "https://kiln.example/fire?outputType=amp",
        "https://www.google.com/amp/s/kiln.example/fire",
        "https://www.google.co.uk/amp/kiln.example/fire/amp",
        "https://www.google.com/amp/s/amp.kiln.example/fire?usqp=mq331",
        "https://kiln-example.cdn.ampproject.org/c/s/kiln.example/fire?amp_js_v=0.1",
        "https://kiln-example.cdn.ampproject.org/v/kiln.example/fire",
        "https://cdn.ampproject.org/c/s/www.kiln.example/fire",
        "https://www.google.com/amp/s/cdn.ampproject.org/c/s/kiln.example/fire",
      ]
    ),
    (
      "kiln.example",
      [
        "https://kiln.example", "https://kiln.example/", "http://www.kiln.example/index.html",
        "https://kiln.example?utm_source=a", "https://kiln.example/..",
      ]
    ),
    (
      "kiln.example/a.html?page=2&b=",
      [
        "https://kiln.example/a.html?page=2&b=", "https://kiln.example/a.html?page=2&gclid=1&b=#c",
        "https://kiln.example/a.amp.html?utm_source=x&page=2&b=",
        "https://kiln.example/a.html?%70age=%32&b=",
      ]
    ),
    (
      "kiln.example/%C3%A9/(%E4%B8%AD),%20a",
      [
        "https://kiln.example/é/(中), a", "https://kiln.example/%c3%a9/%28%E4%B8%AD%29%2C%20a",
        "https://kiln.example/é/%28中%29,%20a/",
      ]
    ),
    (
      "kiln.example/find?q=a%20b%2Bc,d/e",
      [
        "https://kiln.example/find?q=a+b%2Bc,d/e", "https://kiln.example/find?q=a%20b%2bc%2Cd%2Fe",
        "https://kiln.example/find/?q=a b%2Bc,d/e",
      ]
    ),
    ("kiln.example:8443/a", ["https://www.kiln.example:8443/a/", "http://kiln.example:8443/a"]),
    ("kiln.example/a%2Fb", ["https://kiln.example/a%2Fb", "https://kiln.example/a%2fb/"]),
    (
      "xn--tpfe-5qa.example/a",
      [
        "https://töpfe.example/a", "https://www.XN--TPFE-5QA.example/a",
        "https://t%C3%B6pfe.example/a",
      ]
    ),
    (
      "youtube.com/watch?v=Ab_1",
      [
        "https://www.youtube.com/watch?v=Ab_1", "https://m.youtube.com/watch?v=Ab_1&t=90s",
        "https://youtu.be/Ab_1?si=x", "https://youtu.be/Ab_1",
        "https://www.youtube.com/watch?feature=youtu.be&v=Ab_1",
      ]
    ),
    (
      "x.com/ann/status/7",
      [
        "https://twitter.com/ann/status/7?s=20&t=abc", "https://mobile.twitter.com/ann/status/7",
        "https://x.com/ann/status/7",
      ]
    ),
    (
      "en.wikipedia.org/wiki/Raku_(clay)",
      [
        "https://en.m.wikipedia.org/wiki/Raku_%28clay%29",
        "https://en.wikipedia.org/wiki/Raku_(clay)",
      ]
    ),
    (
      "groups.example/forum#%21topic%2Fclay%2Fa",
      ["https://groups.example/forum/#!topic/clay/a", "http://groups.example/forum#!topic/clay/a"]
    ),
    ("[2001:db8::1]/a", ["https://[2001:DB8::1]/a", "http://[2001:db8:0::1]:80/a/"]),
    ("127.0.0.1:8080/a", ["http://127.1:8080/a", "http://127.0.0.1:8080/a#b"]),
  ]

  @Test(arguments: same.map { ($0.key, $0.addresses) })
  func areTheSame(key: String, addresses: [String]) {
    for address in addresses { #expect(ArticleKey(address)?.text == key, "\(address)") }
    // What is shortest is as short as it gets.
    let page = String(key.prefix { $0 != "#" })
    #expect(ArticleKey("https://\(page)")?.text == page)
  }

  @Test(arguments: [
    ("https://kiln.example/fire", "https://kiln.example/Fire"),
    ("https://kiln.example/fire", "https://kiln.example/fires"),
    ("https://kiln.example/fire", "https://kiln.example/"),
    ("https://kiln.example/fire", "https://kiln.example/fire/2"),
    ("https://kiln.example/fire", "https://kiln.example/fire?page=2"),
    ("https://kiln.example/fire", "https://kiln.example/fire?id=utm_source"),
    ("https://kiln.example/fire", "https://kiln.example/fire?custom=1"),
    ("https://kiln.example/fire", "https://kiln.example/fire.html"),
    ("https://kiln.example/fire", "https://kiln.example:8443/fire"),
    ("https://kiln.example/fire", "https://blog.kiln.example/fire"),
    ("https://kiln.example/fire", "https://kiln2.example/fire"),
    ("https://kiln.example/fire", "https://kiln.example.org/fire"),
    ("https://kiln.example/fire", "https://kiln.example/fire?t=5"),
    ("https://kiln.example/fire", "https://kiln.example/fire?s=5"),
    ("https://kiln.example/fire", "https://kiln.example/fire?source=hn"),
    ("https://kiln.example/fire", "https://google.example/amp/s/kiln.example/fire"),
    ("https://kiln.example/fire", "https://www.google.com/search/s/kiln.example/fire"),
    ("https://kiln.example/a?x=1&y=2", "https://kiln.example/a?y=2&x=1"),
    ("https://kiln.example/a?x=1", "https://kiln.example/a?x=2"),
    ("https://kiln.example/a?x=1%262", "https://kiln.example/a?x=1&2"),
    ("https://kiln.example/a?x=1%2B2", "https://kiln.example/a?x=1+2"),
    ("https://kiln.example/a/b", "https://kiln.example/a%2Fb"),
    ("https://kiln.example/a%3Fb", "https://kiln.example/a?b"),
    ("https://kiln.example/%2541", "https://kiln.example/A"),
    ("https://code.example/a?ref=main", "https://code.example/a"),
    ("https://code.example/a?ref=v1.2", "https://code.example/a?ref=v1.3"),
    ("https://code.example/a?output=json", "https://code.example/a"),
    ("https://clay.example/wiki/amp", "https://clay.example/wiki"),
    ("https://clay.example/amp", "https://clay.example/"),
    ("https://github.com/ann/amp", "https://github.com/ann"),
    ("https://github.com/amp/ann", "https://github.com/ann"),
    ("https://clay.example/vamp", "https://clay.example/v"),
    ("https://m.example/a", "https://example/a"), ("https://amp.example/", "https://m.example/"),
    ("https://mm.kiln.example/a", "https://kiln.example/a"),
    ("https://groups.example/forum/#!topic/a", "https://groups.example/forum/#!topic/b"),
    ("https://app.example/#/a", "https://app.example/#/b"),
    ("https://www.youtube.com/watch?v=Ab_1", "https://www.youtube.com/watch?v=ab_1"),
    ("https://youtu.be/Ab_1", "https://www.youtube.com/Ab_1"),
    ("http://127.0.0.1/a", "http://0.0.0.1/a"),
  ])
  func areNotTheSame(one: String, other: String) throws {
    #expect(try #require(ArticleKey(one)) != #require(ArticleKey(other)))
  }

  @Test(arguments: [
    "", "kiln.example/fire", "/fire", "mailto:ann@kiln.example", "https://", "javascript://a/b",
    "https://ann@kiln.example/fire",
  ])
  func whatIsNotAnAddress(text: String) { #expect(ArticleKey(text) == nil) }

  @Test(arguments: [
    (
      "http://www.kiln.example/fire/?utm_source=a&page=2#b", "http://www.kiln.example/fire/?page=2",
      "kiln.example/fire?page=2"
    ),
    ("https://kiln.example", "https://kiln.example/", "kiln.example"),
    (
      "https://www.google.com/amp/s/amp.kiln.example:8443/fire/amp",
      "https://kiln.example:8443/fire", "kiln.example:8443/fire"
    ),
    ("https://twitter.com/ann/status/7?s=20", "https://twitter.com/ann/status/7", "ann/status/7"),
    ("https://youtu.be/Ab_1?t=5", "https://youtu.be/Ab_1", "Ab_1"),
    ("https://www.youtube.com/watch?v=Ab_1&t=5", "https://www.youtube.com/watch?v=Ab_1", "Ab_1"),
    ("https://www.youtube.com/@ann", "https://www.youtube.com/@ann", "youtube.com/@ann"),
  ])
  func forRequests(given: String, address: String, words: String) throws {
    let key = try #require(ArticleKey(given))
    #expect(key.address == address)
    #expect(key.words == words)
  }

  /// Whatever an address is made of, its key is the key of itself.
  @Test func aKeyIsTheSameOnceMore() throws {
    let pieces = [
      "amp", "/", "/", "amp.html", ".amp", "index.html", "www.", "m.", "%2F", "%", "..", "?", "&",
      "=", "utm_a", "amp=1", "s", "c", "x", "é", "+", "%20", "\\", "google.com", "v",
    ]
    var seed: UInt64 = 7
    for _ in 0..<4000 {
      var address = "https://www.kiln.example/"
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        address += pieces[Int(seed >> 40) % pieces.count]
      }
      let key = try #require(ArticleKey(address))
      #expect(ArticleKey("https://\(key.text)") == key, "\(address)")
    }
  }
}
