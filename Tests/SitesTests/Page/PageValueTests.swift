import DiscussionModel
import HTMLTree
import Testing

@testable import Sites

/// Values, numbers and times as pages have them.
@Suite struct PageValueTests {
  static let tree = HTMLTree(
    """
    <p id="li-comment-12" class="x depth-3 my-depth-9"><a href="/s/a?p=7#comment-12">é
    <b>b</b></a><i title="">\u{20}</i>
    """, in: .element(.body))

  @Test(
    arguments: [
      ("p@id", "p", "li-comment-12"), ("@id", nil, "li-comment-12"), ("@id|comment-", nil, "12"),
      ("@id|post-", nil, nil), ("@class|depth-", nil, "3"), ("a@href|#comment-", "a", "12"),
      ("a@href|p=", "a", "7"), ("a[href*='@x|']", "a[href*='@x|']", nil), ("a", "a", "é b"),
      ("i", "i", nil), ("i@title", "i", nil), ("i@lang", "i", nil),
      ("a @ href", "a", "/s/a?p=7#comment-12"),
    ] as [(String, String?, String?)])
  func aValueIsOfAnElement(source: String, selector: String?, text: String?) throws {
    let value = try PageValue(source)
    #expect(value.selector?.source == selector)
    #expect(value == PageValue(stringLiteral: source))
    let index = value.selector.map { Self.tree.firstIndex(matching: $0) } ?? 0
    #expect(index.flatMap { value.text(at: $0, Self.tree) } == text)
  }

  @Test func aFaultyValueHasItsColumn() {
    let source = "p > @id"
    let error = #expect(throws: SelectorError.self) { try PageValue(source) }
    #expect(error?.column == 4)
    #expect(PageValue(stringLiteral: source).isFaulty)
  }

  @Test(
    arguments: [
      ("42", 42), ("42 points", 42), ("(7 replies)", 7), ("1,234 points", 1234),
      ("1.234 Punkte", 1234),
      ("12 345 комментариев", 12345), ("1\u{202F}234", 1234), ("1'234'567", 1_234_567), ("-3", -3),
      ("\u{2212}3 points", -3), ("score: -3", -3), ("a-3", 3), ("3-4", 3), ("1.2k", 1200),
      ("1,2k", 1200),
      ("3K", 3000), ("2M views", 2_000_000), ("1.25", 1), ("2 von 795", 2), ("12:30", 12),
      ("٤٢", 42),
      ("no number", nil), ("", nil), ("999999999999999999999", nil), ("1.2.3", 1), ("12,34", 12),
      ("\u{2022} Comments \u{200B}15", 15),
    ] as [(String, Int?)])
  func aNumberIsRead(text: String, number: Int?) {
    #expect(PageNumber.first(in: text) == number)
  }

  @Test(
    arguments: [
      ("Ergebnis 661 bis 680 von 795", 795), ("795 posts • Page 34 of 40", 795),
      ("1,795 of 20", 1795),
      ("x", nil), ("#7", 7),
    ] as [(String, Int?)])
  func theLargestNumberIsFound(text: String, number: Int?) {
    #expect(PageNumber.largest(in: text) == number)
  }

  @Test func aNumberInAQuotationIsNoCount() {
    #expect(PageNumber.first(in: PageNumber.unquoted("One response to “10 things”")) == nil)
    #expect(PageNumber.first(in: PageNumber.unquoted("3 Gedanken zu „10 Dinge“")) == 3)
  }

  @Test(
    arguments: [
      ("2020-05-14T02:30:05", "2020-05-14T02:30:05Z"),
      ("2020-05-14T02:30:05 1589423405", "2020-05-14T02:30:05Z"),
      ("2022-08-08T23:06:40+02:00", "2022-08-08T21:06:40Z"),
      ("2026-05-02T09:10:00.000000+0000", "2026-05-02T09:10:00Z"),
      ("2014-02-07 10:53:03Z, License: CC BY-SA 3.0", "2014-02-07T10:53:03Z"),
      ("2020-05-14 02:30:05 -0500", "2020-05-14T07:30:05Z"), ("on 2020-05-14", "2020-05-14"),
      ("1783823671", "2026-07-12T02:34:31Z"), ("1660000000000", "2022-08-08T23:06:40Z"),
      ("Thu Oct 13 11:59:35 2016 UTC", "2016-10-13T11:59:35Z"),
      ("Thu Oct 13 11:59:35 2016", "2016-10-13"),
      ("03.03.2011, 14:17", "2011-03-03"), ("Maria 6. August 2018 um 14:16 Uhr", "2018-08-06"),
      ("im Mai & Juni 2018 27. Juni 2018 um 7:00 Uhr", "2018-06-27"),
      ("27 janvier 2017", "2017-01-27"),
      ("5 de mayo de 2019", "2019-05-05"), ("вторник, 24 апреля 2018 г., 07:12", "2018-04-24"),
      ("Friday, June 9th, 2023 at 12:00:00 PM GMT+00:00", "2023-06-09"),
      ("Jan 01, 2015 10:00 am", "2015-01-01"),
      ("2017年1月27日 10:00", "2017-01-27"), ("2017/01/27", "2017-01-27"),
      ("3 hours ago", nil), ("vor 3 Stunden", nil), ("yesterday", nil), ("03/04/2011", nil),
      ("May", nil),
      ("May 5", nil), ("31.02.2017", nil), ("12", nil), ("", nil), ("2017-13-45", nil),
      ("Dec 2017", nil),
    ] as [(String, String?)])
  func aTimeIsRead(text: String, time: String?) {
    // A character that is not of ASCII does not change what is read.
    #expect(PageTime.read("“\(text)”")?.text.text == PageTime.read("\"\(text)\"")?.text.text)
    #expect(PageTime.read(text)?.text.text == time)
  }
}
