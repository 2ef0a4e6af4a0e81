import DiscussionModel
import Testing

@testable import Sites

@Suite struct LinkLinesTests {
  static let dated = LinkItem(title: "One 中", published: "2021-02-03")

  @Test(
    arguments: [
      ([], []),
      (["One 中 on Feb 03, 2021"], [dated]),
      (
        ["One 中 On February 3, 2021", "", "About é"],
        [LinkItem(title: "One 中", published: "2021-02-03", summary: "About é")]
      ),
      (["One 中 on Feb 03, 2021", "One 中 on Feb 03, 2021"], [dated, dated]),
      (
        ["One 中 on Feb 03, 2021", "About", "Two", "  About two"],
        [
          LinkItem(title: "One 中", published: "2021-02-03", summary: "About"),
          LinkItem(title: "Two", summary: "About two"),
        ]
      ),
      (["Zero", "One 中 on Feb 03, 2021"], [LinkItem(title: "Zero"), dated]),
      (
        ["on Feb 03, 2021", "Feb 03, 2021"],
        [LinkItem(title: "on Feb 03, 2021", summary: "Feb 03, 2021")]
      ),
      (["Old salmon Feb 03, 2021"], [LinkItem(title: "Old salmon Feb 03, 2021")]),
      (["On and on on May 1, 2020"], [LinkItem(title: "On and on", published: "2020-05-01")]),
      (
        ["\u{202E}evil 👩‍💻 on May 1, 2020"],
        [LinkItem(title: "\u{202E}evil 👩‍💻", published: "2020-05-01")]
      ),
    ] as [([String], [LinkItem])])
  func twoLinesAreAnItem(lines: [String], items: [LinkItem]) {
    #expect(LinkLines.items(lines[...]) == items)
  }
}
