import DiscussionModel
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct PictureScriptTests {
  @Test func aScriptIsStepsThatFollowEachOther() throws {
    let script = try PictureScript(
      """
      # how it begins
      clock 2026-03-02T18:00Z
      visited 5h
      unread 2 4-6

      caption First
      wait 2.4s
      zM  Tab
      caption
      #
      wait 0.1s
      still
      /two Space words Enter
      """)
    #expect(script.time == 1_772_474_400)
    #expect(script.visit?.age == 18_000)
    #expect(script.visit?.unread.map(\.range) == [2...2, 4...6])
    #expect(script.scenes.map(\.keyNames.string) == ["", "zM Tab", "#", "/two Space words Enter"])
    #expect(script.scenes.map(\.keys.count) == [0, 3, 1, 11])
    #expect(script.scenes.map(\.milliseconds) == [2400, 1500, 100, 1500])
    #expect(script.scenes.map(\.caption.string) == ["First", "First", "", ""])
    #expect(script.still == 2)
  }

  @Test func anEmptyScriptIsTheFirstScreen() throws {
    let script = try PictureScript("")
    #expect(script.scenes == [PictureScript.Scene()])
    #expect(script.still == 0)
  }

  @Test(arguments: [
    ("Tab\nCtrl-", 2, "expected keys, such as Tab, zM or /word Enter, found Ctrl-"),
    ("F13", 1, "expected keys, such as Tab, zM or /word Enter, found F13"),
    ("wait", 1, "expected a time from 0.1s to 60s, such as 1.5s, found nothing"),
    ("wait 2", 1, "expected a time from 0.1s to 60s, such as 1.5s, found 2"),
    ("wait 0s", 1, "expected a time from 0.1s to 60s, such as 1.5s, found 0s"),
    ("wait 60.1s", 1, "expected a time from 0.1s to 60s, such as 1.5s, found 60.1s"),
    ("wait 1.25s", 1, "expected a time from 0.1s to 60s, such as 1.5s, found 1.25s"),
    ("wait .s", 1, "expected a time from 0.1s to 60s, such as 1.5s, found .s"),
    ("wait -1s", 1, "expected a time from 0.1s to 60s, such as 1.5s, found -1s"),
    (
      "wait 99999999999999999999s", 1,
      "expected a time from 0.1s to 60s, such as 1.5s, found 99999999999999999999s"
    ),
    ("\n\nclock noon", 3, "expected a time such as 2026-03-02T18:00Z, found noon"),
    ("Tab\nclock 2026-03-02", 2, "expected this before the first keys"),
    ("Tab\nvisited 5h", 2, "expected this before the first keys"),
    ("visited 5", 1, "expected how long ago, such as 40m, 5h or 2d, found 5"),
    ("visited 0h", 1, "expected how long ago, such as 40m, 5h or 2d, found 0h"),
    ("visited 9999999h", 1, "expected how long ago, such as 40m, 5h or 2d, found 9999999h"),
    ("unread 3", 1, "expected a line \"visited\" before, found 3"),
    ("visited 5h\nunread 3-1", 2, "expected numbers of comments, such as 8 or 9-12, found 3-1"),
    ("visited 5h\nunread x", 2, "expected numbers of comments, such as 8 or 9-12, found x"),
    ("visited 5h\nTab\nunread 3", 3, "expected this before the first keys"),
    ("still\nstill", 2, "expected \"still\" alone, and only once, found still"),
    ("still now", 1, "expected \"still\" alone, and only once, found still now"),
    (
      "caption " + String(repeating: "x", count: 51), 1, "expected at most 50 characters, found 51"
    ),
    (
      "x\u{1B}[2J-", 1, "expected keys, such as Tab, zM or /word Enter, found x␛[2J-"
    ),
  ])
  func whatIsNotAStepIsNamedWithItsLine(text: String, line: Int, message: String) {
    #expect(throws: PictureScript.Problem(line: line, message: message)) {
      try PictureScript(text)
    }
  }

  @Test func thereMayBeSoManyScreens() throws {
    let most = String(repeating: "j\n", count: 499)
    #expect(try PictureScript(most).scenes.count == 500)
    #expect(throws: PictureScript.Problem.self) { try PictureScript(most + "j") }
  }
}
