import DiscussionModel
import Testing

@testable import DiscussionImport

@Suite struct LinkLinesTests {
  static let dated = LinkItem(title: "One 中", published: "2020-07-02")

  @Test(
    arguments: [
      ([], []),
      (["One 中 on Jul 02, 2020"], [dated]),
      (
        ["One 中 On July 2, 2020", "", "About é"],
        [LinkItem(title: "One 中", published: "2020-07-02", summary: "About é")]
      ),
      (["One 中 on Jul 02, 2020", "One 中 on Jul 02, 2020"], [dated, dated]),
      (
        ["One 中 on Jul 02, 2020", "About", "Two", "  About two"],
        [
          LinkItem(title: "One 中", published: "2020-07-02", summary: "About"),
          LinkItem(title: "Two", summary: "About two"),
        ]
      ),
      (["Zero", "One 中 on Jul 02, 2020"], [LinkItem(title: "Zero"), dated]),
      (
        ["on Jul 02, 2020", "Jul 02, 2020"],
        [LinkItem(title: "on Jul 02, 2020", summary: "Jul 02, 2020")]
      ),
      (["Salmon Jul 02, 2020"], [LinkItem(title: "Salmon Jul 02, 2020")]),
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
