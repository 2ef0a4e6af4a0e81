import Testing

@testable import DiscussionImport

@Suite struct SiteHeaderTests {
  @Test(arguments: [
    ("", nil), ("<https://a.example/?page=2>; rel=\"next\"", "https://a.example/?page=2"),
    (
      "<https://a.example/?page=1>; rel=\"prev\", <https://a.example/?page=3>; rel=\"next\"",
      "https://a.example/?page=3"
    ),
    ("<b>;title=x ; REL=next", "b"), ("<c>; rel=\"last next\"", "c"),
    ("<d>; rel=\"nextish\"", nil), ("<e>; rev=\"next\"", nil), ("<f", nil), ("<g>", nil),
    ("rel=next", nil), (">;rel=next<", nil),
  ])
  func links(value: String, next: String?) {
    #expect(LinkHeader.next(in: value) == next)
  }

  @Test(arguments: [
    ("120", RetryAfter.seconds(120)), ("0", .seconds(0)),
    ("Sun, 06 Nov 1994 08:49:37 GMT", .date(784_111_777)),
    ("Sun, 31 Dec 2017 23:59:59 GMT", .date(1_514_764_799)), ("", nil), ("-1", nil), ("1.5", nil),
    ("99999999999999999999", nil), ("soon", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
    ("Sun, 06 Nox 1994 08:49:37 GMT", nil), ("Sun, 99 Nov 1994 08:49:37 GMT", nil), ("中", nil),
  ])
  func waits(value: String, wait: RetryAfter?) {
    #expect(RetryAfter(value) == wait)
  }

  @Test func waitsInWords() {
    let many = SiteError(.tooManyRequests(.seconds(60)), url: "u")
    #expect(many.message == "the site has had too many requests; try again in 60 seconds")
    let late = SiteError(.tooManyRequests(.date(0)), url: "u")
    #expect(
      late.message == "the site has had too many requests; try again after 1970-01-01T00:00:00Z")
    #expect(
      SiteError(.tooManyRequests(nil), url: "u").message == "the site has had too many requests")
  }
}
