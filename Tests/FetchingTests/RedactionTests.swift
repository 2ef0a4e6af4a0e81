import Testing

@testable import Fetching

/// What is taken out of responses before they are shown to others.
@Suite struct RedactionTests {
  static let token = "ghp_S3cr/et+T=k"
  static let redaction = Redaction(
    tokens: [token, "", "t"], address: "https://a.example/x?feed=f33df33d&user=ann&page=2")

  @Test(arguments: [
    ("https://a.example/x?page=2&sort=Old", "https://a.example/x?page=2&sort=Old"),
    (
      "https://www.reddit.com/r/x/.rss?feed=abc&user=ann",
      "https://www.reddit.com/r/x/.rss?feed=REDACTED&user=REDACTED"
    ),
    (
      "https://a.example/x?q=1#access_token=abc",
      "https://a.example/x?q=REDACTED#access_token=REDACTED"
    ),
    (
      "https://a.example/x?%74oken=abc&per_page=9",
      "https://a.example/x?%74oken=REDACTED&per_page=9"
    ),
    ("https://ann:pass@a.example/x", "https://REDACTED@a.example/x"),
    ("https://a.example/@ann?id=7", "https://a.example/@ann?id=7"),
    (
      "<https://a.example/x?page=2&token=abc>; rel=\"next\", <https://a.example/y?page=9>",
      "<https://a.example/x?page=2&token=REDACTED>; rel=\"next\", <https://a.example/y?page=9>"
    ),
    ("/login/?dest=https%3A%2F%2Fa.example%2F%3Ffeed%3Dabc", "/login/?dest=REDACTED"),
    ("https://a.example/é中?x=👩‍💻", "https://a.example/é中?x=REDACTED"),
  ])
  func addresses(address: String, shown: String) {
    #expect(Self.redaction.address(address) == shown)
  }

  @Test(arguments: [
    ("content-type", "text/html; charset=utf-8", "text/html; charset=utf-8"),
    ("location", "/x?token=abc", "/x?token=REDACTED"), ("retry-after", "60", "60"),
    ("x-ratelimit-remaining", "0", "0"), ("set-cookie", "a=b", nil), ("cookie", "a=b", nil),
    ("authorization", "Bearer abc", nil), ("x-auth-token", "abc", nil), ("x-anything", "abc", nil),
    ("server", "nginx \(token)", "nginx REDACTED"),
  ])
  func headers(name: String, value: String, shown: String?) {
    #expect(Self.redaction.header(name, value) == shown)
  }

  @Test(arguments: [
    ("plain words, a t and a ?", "plain words, a t and a ?"),
    ("Bearer \(token)!", "Bearer REDACTED!"),
    (#"{"a": "ghp_S3cr\/et+T=k"}"#, #"{"a": "REDACTED"}"#),
    ("ghp_S3cr%2Fet%2BT%3Dk", "REDACTED"), ("f33df33d", "REDACTED"),
    (
      "<link href=\"https://a.example/.rss?feed=abc&amp;user=ann\"/> ann",
      "<link href=\"https://a.example/.rss?feed=REDACTED&amp;user=REDACTED\"/> ann"
    ),
    (
      #"{"modhash" : "a\"b", "access_token":"x", "user": "ann", "token": null, "tokens": 3}"#,
      #"{"modhash" : "REDACTED", "access_token":"REDACTED", "user": "ann", "token": null, "tokens": 3}"#
    ),
    (#"{"body": "say \"token\": \"no\" 中"}"#, #"{"body": "say \"token\": \"REDACTED\" 中"}"#),
    (
      #"data-x="{&quot;csrf_token&quot;:&quot;abc&quot;,&quot;a&quot;:1}""#,
      #"data-x="{&quot;csrf_token&quot;:&quot;REDACTED&quot;,&quot;a&quot;:1}""#
    ),
    (#"{"url": "/x?a=1\u0026access_token=abc"}"#, #"{"url": "/x?a=1\u0026access_token=REDACTED"}"#),
    (
      #"<meta name="csrf-token" content="abc"><meta name="author" content="ann">"#,
      #"<meta name="csrf-token" content="REDACTED"><meta name="author" content="ann">"#
    ),
    (
      #"<input type=hidden name='authenticity_token' value='abc'/> <input name=q value=x>"#,
      #"<input type=hidden name='authenticity_token' value='REDACTED'/> <input name=q value=x>"#
    ),
    (#"{"csrf": "cut"#, #"{"csrf": "REDACTED"#), (#"{"csrf": "cut\"#, #"{"csrf": "REDACTED"#),
    (#"{"csrf"#, #"{"csrf"#), ("?", "?"), ("?feed=", "?feed="), ("\"", "\""),
    ("https://a.example/?session_id=abc def", "https://a.example/?session_id=REDACTED def"),
  ])
  func bodies(body: String, shown: String) {
    #expect(String(decoding: Self.redaction.body(Array(body.utf8)), as: UTF8.self) == shown)
  }

  @Test func whatIsNotTextStaysAsItIs() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(Self.redaction.body(bytes) == bytes)
  }
}
