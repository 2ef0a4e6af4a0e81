import Glibc
import TextGrid
import Testing

@testable import understory

/// The parts of `understory doctor` that look at nothing but what they are given.
@Suite struct DoctorChecksTests {
  @Test(arguments: [
    (["HOME": "/h"], nil, "ok       state folder: /h/.local/state/understory"),
    (
      ["HOME": "/h"], ENOENT,
      "ok       state folder: /h/.local/state/understory, not created yet"
    ),
    (["HOME": "/h", "XDG_STATE_HOME": "/中"], nil, "ok       state folder: /中/understory"),
    (
      ["HOME": "/h", "XDG_STATE_HOME": "é\u{7}"], nil,
      "note     state folder: /h/.local/state/understory; XDG_STATE_HOME is ignored, since é␇ is not an "
        + "absolute path"
    ),
    ([:], nil, "problem  state folder: neither HOME nor XDG_STATE_HOME is set"),
    (
      ["HOME": "/h"], EACCES,
      "problem  state folder: /h/.local/state/understory: Permission denied"
    ),
  ])
  func aFolderIsFound(variables: [String: String], error: Int32?, line: String) throws {
    let folder = try #require(FileChecks.folders.first { $0.name == "state" })
    let finding = FileChecks.finding(
      folder, variable: { variables[$0] }, obstacle: { _ in error })
    #expect("\(finding.lines(within: nil)[0])" == line)
  }

  @Test(arguments: [
    (["DISPLAY": ":0"], ["xdg-open"], "ok       browser: /bin/xdg-open"),
    (
      [:], ["xdg-open"],
      "note     browser: /bin/xdg-open, which finds no browser: no desktop is running, "
        + "and none for the terminal is installed"
    ),
    (
      [:], ["xdg-open", "w3m"],
      "ok       browser: /bin/xdg-open, which finds /bin/w3m; no desktop is running"
    ),
    ([:], [], "note     browser: not found: xdg-open; links cannot be opened"),
    (["BROWSER": "none %s:lynx -x %s"], ["lynx"], "ok       browser: /bin/lynx"),
    (
      ["BROWSER": ":"], ["xdg-open"],
      "note     browser: not found: no program is named; links cannot be opened"
    ),
    (["DISPLAY": ":0"], ["xclip"], "ok       clipboard: /bin/xclip"),
    (
      ["WAYLAND_DISPLAY": "w"], ["xclip"],
      "note     clipboard: wl-copy not found; text is copied through the terminal only"
    ),
    ([:], ["xclip"], "ok       clipboard: the terminal's; no desktop is running"),
    ([:], [], "note     curl: not found: discussions cannot be fetched"),
  ])
  func programsAreFound(variables: [String: String], programs: [String], line: String) {
    let findings = ProgramCheck.findings(
      variable: { variables[$0] }, find: { programs.contains($0) ? "/bin/\($0)" : nil })
    #expect(findings.map { "\($0.lines(within: nil)[0])" }.contains(line))
  }

  @Test func aFindingIsBrokenBetweenWords() {
    let finding = Finding.note("curl", "not found: links fail", advice: "install it, 中")
    #expect(
      finding.lines(within: 25) == [
        "note     curl: not found:", "         links fail", "         install it, 中",
      ])
    #expect(finding.lines(within: nil).count == 2)
  }

  @Test func whatIsDrawnIsWhatTheReaderDraws() {
    let drawn = WidthCheck.samples.map { WidthCheck.drawn($0.text) }
    #expect(drawn.count == 10)
    #expect(drawn.map(\.cells) == [3, 2, 4, 4, 4, 2, 4, 2, 4, 7])
    #expect(drawn[6].text == "👩💻")
    #expect(drawn[7].text == "DE")
  }
}
