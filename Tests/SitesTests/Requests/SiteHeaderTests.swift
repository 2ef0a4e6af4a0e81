import Testing

@testable import Sites

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
    (" 60 ", .seconds(60)), ("60, 120", .seconds(120)),
    ("99999999999999999999", .seconds(366 * 86_400)), ("4000000000", .seconds(366 * 86_400)),
    // RFC 850's form, with a year of two digits, and the one of asctime(3).
    ("Sunday, 06-Nov-94 08:49:37 GMT", .date(784_111_777)),
    ("Thursday, 31-Dec-76 00:00:00 GMT", .date(3_376_598_400)),
    ("Friday, 31-Dec-77 00:00:00 GMT", .date(252_374_400)),
    ("Sun Nov  6 08:49:37 1994", .date(784_111_777)),
    ("Wed Nov 16 08:49:37 1994", .date(784_975_777)), ("Sun Nov  6 08:49:37 94", nil),
    ("Sunday, 06-Nov-1994 08:49:37 GMT", nil), ("Sunday, 06-Nov-94 08:49:37", nil),
    ("60 120", nil), ("60,", nil), ("soon", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
    ("Sun, 06 Nox 1994 08:49:37 GMT", nil), ("Sun, 99 Nov 1994 08:49:37 GMT", nil), ("中", nil),
  ])
  func waits(value: String, wait: RetryAfter?) {
    // In the year 2026.
    #expect(RetryAfter(value, now: 1_790_000_000) == wait)
  }

  @Test func waitsInWords() {
    let many = SiteError(.tooManyRequests(.seconds(60)), url: "u")
    #expect(many.message == "too many requests to the site; try again in 60 seconds")
    let late = SiteError(.tooManyRequests(.date(0)), url: "u")
    #expect(
      late.message == "too many requests to the site; try again after 1970-01-01T00:00:00Z")
    #expect(
      SiteError(.tooManyRequests(nil), url: "u").message == "too many requests to the site")
  }
}
