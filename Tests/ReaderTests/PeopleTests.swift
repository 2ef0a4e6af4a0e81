import DiscussionModel
import Testing
import TextGrid

@testable import Reader

/// The colours of people on the screen.
@Suite struct PeopleTests {
  private static let theme = Theme(
    name: "", isDark: true,
    styles: Dictionary(
      uniqueKeysWithValues: Role.people.enumerated().map { index, role in
        (role, Style(foreground: .indexed(UInt8(index + 1))))
      }))

  /// The colour of a name never changes: not from run to run, nor with how the name is written.
  @Test(arguments: [
    ("ann", 1), ("Ann", 1), ("bob", 5), ("é", 6), ("e\u{301}", 6), ("中", 7), ("", 1),
  ])
  func aNameHasItsColor(name: String, person: Int) {
    #expect(Self.theme.person(called: SafeText(name)) == person)
  }

  @Test func aThemeWithoutThemHasNone() {
    #expect(Theme.plain.person(called: "ann") == nil)
    #expect(Theme.plain.author("ann") == Theme.plain[.author])
    #expect(Theme.plain.guide(3, of: 5) == Theme.plain[.guide3])
  }

  private static let thread: Page = {
    var discussion = Discussion.outline(
      """
      1 ann: a
        2: b
          3 bob: c
            4 ann: d
        5 eve: e
      6 bob: f
      """)
    discussion.author = "bob"
    discussion.comments[1].author = nil
    return Page(discussion)
  }()

  /// Of each comment from a first one on the colours of the branches that it is in, itself last.
  @Test(arguments: [0, 1, 3, 5])
  func guidesFollowTheBranches(first: Int) {
    let (page, theme) = (Self.thread, Self.theme)
    let (ann, bob, eve) = (
      theme.person(called: "ann"), theme.person(called: "bob"), theme.person(called: "eve")
    )
    let expected = [
      [ann], [ann, nil], [ann, nil, bob], [ann, nil, bob, ann], [ann, eve], [bob],
    ]
    var branches = Branches()
    for position in first..<6 {
      branches.move(to: position + page.firstComment, in: page, levels: 8, theme)
      let people = (0...page.depth(of: position + page.firstComment)).map(branches.person)
      #expect(people == expected[position], "\(position)")
    }
    branches.move(to: 0, in: page, levels: 8, theme)
    #expect(branches.person(at: 0) == nil)
  }

  @Test func whoWroteTheArticleIsKnown() {
    #expect((0..<6).map(Self.thread.isByOP) == [false, false, true, false, false, true])
  }

  /// In the row above the page, too, which is as quiet as ever.
  @Test func theFirstRowNamesSomebodyInTheirColor() {
    var reading = Reading(.outline("a ann: one\n  b bob: two"), columns: 40, rows: 10)
    reading.press("2G zt")
    let frame = ScreenView.frame(reading.state, layout: &reading.layout, theme: Self.theme)
    let row = frame.row(0).filter { $0.text != " " }
    #expect(row.map(\.text).joined() == "↑ann:one")
    let colored = row.filter { $0.style.foreground == Self.theme.author("ann").foreground }
    #expect(colored.map(\.text).joined() == "ann")
  }
}
