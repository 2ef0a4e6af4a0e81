import Testing

@testable import WebAddresses

/// Where references lead: the examples of RFC 3986 (section 5.4), and what pages have beyond them.
@Suite struct RelativeReferenceTests {
  static let examples: [(reference: String, address: String?)] = [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "https://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("https://b/x#y", "https://b/x#y"), ("HTTP://b/x", "http://b/x"), ("  g\n", "http://a/b/c/g"),
    ("g\n/h", "http://a/b/c/g/h"), ("\\g", "http://a/g"), ("%2e%2E/g", "http://a/b/g"),
    ("javascript:alert(1)", nil), ("mailto:a@b", nil), ("data:text/html,x", nil), ("//", nil),
    ("a:b", nil), ("1:b", "http://a/b/c/1:b"), ("g h", "http://a/b/c/g%20h"),
  ]

  @Test(arguments: examples) func leadsThere(_ reference: String, _ address: String?) throws {
    let base = try WebURL("http://a/b/c/d;p?q")
    #expect(base.absolute(reference) == address)
  }

  @Test func hostsWithoutAPathHaveARoot() throws {
    #expect(try WebURL("https://a").absolute("g") == "https://a/g")
    #expect(try WebURL("https://a?q").absolute("../g") == "https://a/g")
  }
}
