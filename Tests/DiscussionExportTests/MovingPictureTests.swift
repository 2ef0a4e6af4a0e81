import DiscussionModel
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct MovingPictureTests {
  private static let light = Theme(
    name: "light", isDark: false,
    styles: [.author: Style(foreground: .indexed(4), attributes: .bold)])
  private static let dark = Theme(
    name: "dark", isDark: true,
    styles: [
      .author: Style(foreground: .indexed(12), attributes: .italic),
      .focus: Style(background: .indexed(1)),
    ])

  /// Noon of 2 April 2019.
  private static let noon: Int64 = 1_554_206_400

  private static var discussion: Discussion {
    var result = Discussion(id: "x", title: "A <shed> & 中 é 👩‍💻")
    let times = ["08:00", "08:10", "09:00", "11:00", "11:30"]
    for (index, time) in times.enumerated() {
      var comment = Comment(
        id: "\(index + 1)", parent: index == 0 || index == 3 ? nil : "\(index)", author: "ann",
        body: RawText("words of \(index + 1) </text><script>\u{1B}[2J\u{202E} 十年 ]]>"))
      comment.published = RawText("2019-04-02T\(time)Z")
      result.comments.append(comment)
    }
    return result
  }

  private func screens(
    _ script: String, columns: Int = 60, rows: Int = 16, themes: [Theme] = [light, dark]
  ) throws -> [ScriptedReading.Screen] {
    let size = GridSize(columns: columns, rows: rows)
    let state = ReadingState(Page(Self.discussion), shell: Shell(size: size, now: Self.noon))
    return try ScriptedReading.screens(
      try PictureScript(script), state, Layout(size: size), themes: themes)
  }

  private static let script = """
    visited 2h
    unread 2
    caption You come back
    wait 1.1s
    Enter
    wait 0.3s
    caption Fold <it> & 中
    Enter
    still
    Tab
    t
    Esc
    /十年 Enter
    caption
    q
    """

  @Test func aReaderComesBackToWhatIsNew() throws {
    let screens = try screens(Self.script.replacing("\nq", with: ""))
    #expect(screens.count == 7)
    #expect(screens[0].frames[0].description.contains(" 2 new in 1 thread since 10:00\n"))
    #expect(screens[1].frames[0].description.contains("▌+ ann  1 h"))
    #expect(screens[2].frames[0].description.contains("1 reply, 1 new"))
    #expect(screens[4].frames[0].description.contains("\n Outline "))
    #expect(screens[6].frames[0].description.contains("/十年 "))
    #expect(screens.map(\.milliseconds) == [1100, 300, 1500, 1500, 1500, 1500, 1500])
    for screen in screens { #expect(screen.frames[0].description == screen.frames[1].description) }
  }

  /// What is written at the beginning, in the middle and at the end of each scene.
  @Test(arguments: [1, 2], [(60, 16), (20, 8), (84, 24), (1, 1), (3, 2)])
  func thePictureSaysWhatTheScreenSays(themeCount: Int, size: (Int, Int)) throws {
    let themes = Array([Self.light, Self.dark].prefix(themeCount))
    let script = Self.script.replacing("\nq", with: "")
    let screens = try screens(script, columns: size.0, rows: size.1, themes: themes)
    let picture = MovingPicture(screens, themes: themes, still: 2)
    let shown = try ShownPicture(picture.lines)
    var start = 0
    for screen in screens {
      let end = start + screen.milliseconds
      for time in [start, (start + end) / 2, end - 1] {
        #expect(rows(shown.rows(at: time), of: size.1) == rows(of: screen))
      }
      start = end
    }
    #expect(shown.duration == start)
    #expect(rows(shown.rows(at: nil), of: size.1) == rows(of: screens[2]))
  }

  @Test func theKeysAndTheCaptionStandBelow() throws {
    let screens = try screens(Self.script.replacing("\nq", with: ""))
    let shown = try ShownPicture(
      MovingPicture(screens, themes: [Self.light], still: 0).lines)
    #expect(shown.rows(at: 0).last == " You come back")
    #expect(shown.rows(at: 1200).last == " Enter  You come back")
    #expect(shown.rows(at: 1500).last == " Enter  Fold <it> & 中")
  }

  @Test func withoutKeysAndCaptionsThereIsOnlyTheScreen() throws {
    let screens = try screens("wait 2s")
    let lines = MovingPicture(screens, themes: [Self.light], still: 0).lines
    #expect(lines[0].string.contains(" height=\"290\""))
  }

  @Test func thereIsNothingInItThatRunsOrIsLoaded() throws {
    let screens = try screens(Self.script.replacing("\nq", with: ""))
    let picture = MovingPicture(screens, themes: [Self.light, Self.dark], still: 0)
    let (names, links) = try ShownPicture(picture.lines).namesAndLinks
    #expect(names == ["svg", "style", "defs", "g", "use", "rect", "path", "text"])
    #expect(!links.isEmpty && links.allSatisfy { $0.wholeMatch(of: /#r[0-9]+/) != nil })
    let text = picture.lines.map(\.string).joined(separator: "\n")
    #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("\u{1B}"))
    #expect(text.components(of: "http") == ["http://www.w3.org/2000/svg"])
  }

  /// The title's row with the focus beside it, and without, however often it comes.
  @Test func whatComesAgainIsDrawnOnce() throws {
    let screens = try screens("wait 1s\nj\nk\nj\nk")
    let lines = MovingPicture(screens, themes: [Self.light], still: 0).lines.map(\.string)
    #expect(lines.filter { $0.contains(">A &lt;shed&gt; &amp;</text>") }.count == 2)
  }

  @Test func colorsAreThoseOfTheViewersSystem() throws {
    let screens = try screens("")
    let style = MovingPicture(screens, themes: [Self.light, Self.dark], still: 0).lines
      .map(\.string).joined(separator: "\n")
    let parts = style.split(separator: "@media (prefers-color-scheme: dark) {")
    #expect(parts.count == 2)
    #expect(parts[0].contains(".ground { fill: #ffffff }"))
    #expect(parts[1].contains(".ground { fill: #000000 }"))
    #expect(style.contains("@media (prefers-reduced-motion: reduce) { .t { animation: none } }"))
  }

  @Test(arguments: [
    ("j\nq", 2, "expected keys that stay in the discussion"),
    ("visited 1h\nunread 1 7-9", 2, "expected numbers of comments, found 7-9"),
    ("visited 1h\nunread 8", 2, "expected numbers of comments, found 8"),
  ])
  func whatCannotBeDoneIsNamedWithItsLine(script: String, line: Int, message: String) {
    #expect(throws: PictureScript.Problem(line: line, message: message)) {
      try screens(script)
    }
  }

  private func rows(of screen: ScriptedReading.Screen) -> [String] {
    screen.frames[0].description.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The rows of the screen, without those below it.
  private func rows(_ shown: [String], of count: Int) -> [String] {
    shown.prefix(count) + Array(repeating: "", count: max(0, count - shown.count))
  }
}

extension String {
  /// The addresses that begin with some letters.
  fileprivate func components(of start: String) -> [String] {
    ranges(of: start).map { String(self[$0.lowerBound...].prefix { $0 != "\"" }) }
  }
}
