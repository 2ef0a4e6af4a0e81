import Foundation
import RunningPrograms
import Testing

/// Browsers that are started: those that draw in the terminal, and those that fail.
@Suite struct OtherProgramTests {
  private static let story = """
    {"understory": 1, "id": "t:x", "title": "T", "url": "https://example.org/art",
     "comments": [{"id": "1", "author": "a1", "body": "x"}]}
    """

  /// A folder with a discussion, and with a shell under another name to run a script as that program.
  private func folder(_ name: String, _ script: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.story, to: "story.json")
    try Self.put(script, as: name, in: folder.path)
    return folder
  }

  /// Puts a shell and a script into a folder.
  ///
  /// The script itself is not run: a file that was just written may still be open for writing in
  /// another test's child, and then the system refuses to (ETXTBSY).
  private static func put(_ script: String, as name: String, in folder: String) throws {
    let text = "cd \"$(dirname \"$0\")\"\n" + script + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).sh"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/\(name)", withDestinationPath: "/bin/sh")
  }

  private static let noDesktop = ["DISPLAY": "", "WAYLAND_DISPLAY": ""]

  /// A reader without a desktop that has just been asked to open the article.
  private static func opening(
    in folder: Folder, with browser: String, columns: Int
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [folder.path + "/story.json", "--top"], columns: columns, rows: 24,
      environment: ["XDG_STATE_HOME": folder.path, "BROWSER": browser].merging(noDesktop) { $1 })
    try terminal.take(until: "unread")
    try terminal.press("O")
    return terminal
  }

  /// What the script sees of the terminal, and what becomes of the modes.
  @Test func aTextBrowserGetsTheTerminalAndGivesItBack() throws {
    let folder = try folder(
      "w3m",
      """
      printf 'BEGIN %s' "$1"
      for file in 0 1 2; do test -t $file && printf ' %s' $file; done
      stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo | tr '\\n' ' '
      read -r answer; printf 'ANSWER=%s END' "$answer"
      """)
    let terminal = try Self.opening(
      in: folder, with: "/nonexistent:\(folder.path)/w3m \(folder.path)/w3m.sh -x %s", columns: 80)
    // The first argument is -x, and the address the second.
    try terminal.take(until: "BEGIN -x 0 1 2")
    try terminal.take(until: "echo")
    let modes = ModesInUse(after: terminal.bytes).set
    #expect(ModesInUse.usual.contains(modes), "\(modes)")
    terminal.type("qQ\n")
    let start = try terminal.take(until: "ANSWER=qQ END")
    try terminal.take(until: "unread", from: start)
    #expect(ModesInUse(after: terminal.bytes).set.isSuperset(of: ModesInUse.ofTheReader))
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
  }

  /// Ctrl-C is for the browser, and TERM for both.
  @Test func signalsWhileATextBrowserRuns() throws {
    let folder = try folder(
      "lynx", "trap 'printf CAUGHT' INT; printf BEGIN; while :; do sleep 0.05; done")
    let terminal = try PseudoTerminal(
      [folder.path + "/story.json", "--top"], columns: 80, rows: 24,
      environment: [
        "XDG_STATE_HOME": folder.path, "BROWSER": "\(folder.path)/lynx \(folder.path)/lynx.sh",
      ])
    let settings = terminal.settingsBefore
    try terminal.take(until: "unread")
    try terminal.press("O")
    try terminal.take(until: "BEGIN")
    terminal.type("\u{3}")
    try terminal.take(until: "CAUGHT")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.end() == 143)
    #expect(terminal.settings.c_lflag == settings.c_lflag)
    let modes = ModesInUse(after: terminal.bytes).set
    #expect(ModesInUse.usual.contains(modes), "\(modes)")
  }

  /// Without a desktop xdg-open gets the terminal for a browser, but not for its complaints.
  @Test func whatFindsNoBrowserIsReportedInOneLine() throws {
    let folder = try folder("xdg-open", "echo NOISE >&2; exit 3")
    let terminal = try Self.opening(
      in: folder, with: "\(folder.path)/xdg-open \(folder.path)/xdg-open.sh", columns: 200)
    try terminal.take(until: "xdg-open: no browser found")
    try terminal.press("Q")
    #expect(try terminal.end() == 0)
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("NOISE"))
  }

  static let browsers: [(browser: String, notice: String)] = [
    ("/bin/false", "not opened: /bin/false: status 1"),
    ("/nonexistent", "not opened: /nonexistent not found; set BROWSER to a browser"),
    ("/nonexistent:/bin/false", "not opened: /bin/false: status 1"),
    ("/bin/false:DIR/w3m DIR/w3m.sh", "not opened: DIR/w3m: status 7"),
    ("DIR/w3m DIR/w3m.sh:/bin/false", "not opened: /bin/false: status 1"),
    ("DIR/killed DIR/killed.sh", "not opened: DIR/killed: signal 9"),
    ("/bin/false:DIR/good DIR/good.sh", "opening https://example.org/art"),
    ("DIR/w3m DIR/w3m.sh:/bin/true", "opening https://example.org/art"),
  ]

  @Test(arguments: browsers)
  func aBrowserThatFailsIsReported(browser: String, notice: String) throws {
    // A short name, since the notice has to find room.
    let path = "/tmp/u\(UInt16.random(in: 0...UInt16.max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, script) in [
      ("w3m", "exit 7"), ("killed", "kill -9 $$"), ("good", "echo \"$1\" > log"),
    ] { try Self.put(script, as: name, in: path) }
    let folder = try Folder()
    try folder.write(Self.story, to: "story.json")
    let reader = try LoneReader(
      [folder.path + "/story.json", "--top"], state: folder,
      environment: ["BROWSER": browser.replacing("DIR", with: path)])
    try reader.wait(for: "unread")
    reader.type("O")
    try reader.wait(for: notice.replacing("DIR", with: path))
    if browser.hasSuffix("good.sh") {
      for _ in 0..<500 where !FileManager.default.fileExists(atPath: path + "/log") {
        reader.listen(within: 10)
      }
      #expect(
        try String(contentsOfFile: path + "/log", encoding: .utf8) == "https://example.org/art\n")
    }
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  /// Files that this program has, or was given, are none of another program's business.
  @Test(arguments: ["w3m", "other"])
  func aProgramInheritsNoFiles(name: String) throws {
    let folder = try folder(name, "ls -l /proc/$$/fd > log.part; mv log.part log")
    let reader = try LoneReader(
      [folder.path + "/story.json", "--top"], state: folder,
      wrapper: ["/bin/sh", "-c", "exec 7</dev/zero 9>/dev/full; exec \"$0\" \"$@\""],
      environment: ["BROWSER": "\(folder.path)/\(name) \(folder.path)/\(name).sh"])
    try reader.wait(for: "unread")
    reader.type("O")
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder.path + "/log") {
      reader.listen(within: 10)
    }
    let files = try folder.read("log").split(separator: "\n").filter { $0.contains(" -> ") }
    // From 10 on the shell has its own.
    let others = files.filter { $0.contains(#/ [3-9] -> /#) }
    #expect(others == [])
    #expect(files.count >= 3)
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  /// What runs beside the reader has no terminal, not even by its name.
  @Test(arguments: ["O", "y"])
  func aProgramInTheBackgroundCannotOpenTheTerminal(key: String) throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "story.json")
    let script = """
      #!/bin/sh
      cd '\(folder.path)'
      if (: > /dev/tty) 2>/dev/null; then echo opened; else echo refused; fi > log.part
      mv log.part log
      """
    for name in ["xclip", "browser"] {
      try folder.writeProgram(script, to: name)
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let reader = try LoneReader(
      [folder.path + "/story.json", "--top"], state: folder,
      environment: [
        "BROWSER": folder.path + "/browser", "PATH": "\(folder.path):\(path)", "DISPLAY": ":0",
        "WAYLAND_DISPLAY": "",
      ])
    try reader.wait(for: "unread")
    reader.type("j", key)
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder.path + "/log") {
      reader.listen(within: 10)
    }
    #expect(try folder.read("log") == "refused\n")
    reader.type("Q")
    #expect(reader.end() == 0)
  }

  // MARK: Pastes

  @Test func aPasteRunsNoCommand() throws {
    let folder = try Folder()
    let environment = ["XDG_STATE_HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data"]
    try folder.write(Self.story, to: "story.json")
    _ = try Program.run(["add", folder.path + "/story.json"], environment: environment)
    let library = try LoneReader([], state: folder, environment: environment)
    try library.wait(for: "Library")
    library.type("\u{1B}[200~Don't quote me\r\u{1B}[201~")
    try library.wait(for: "paste ignored: no text field is open")
    // One that never ends: Ctrl-C still leaves.
    library.type("\u{1B}[200~Don't quote me")
    library.type("DQ\r")
    // By itself it is a key, and no part of what is pasted.
    usleep(500_000)
    library.type("\u{3}")
    #expect(library.end() == 130)
    let list = try Program.run(["list"], environment: environment).output
    #expect(list.contains("t:x"))
    let status = try Program.run(["status", "t:x"], environment: environment).output
    #expect(status.contains("1 unread"))
  }

  @Test func aPasteIsTypedIntoALine() throws {
    let folder = try Folder()
    try folder.write(Self.story, to: "story.json")
    let reader = try LoneReader([folder.path + "/story.json", "--top"], state: folder)
    try reader.wait(for: "unread")
    reader.type("/", "\u{1B}[200~All\nquit\n\u{1B}[201~")
    try reader.wait(for: "/All quit")
    reader.type("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}q")
    reader.standStill()
    #expect(reader.screen.text.contains("/All quit"))
    reader.type("\r")
    try reader.wait(for: "no match for All quit")
    reader.type("Q")
    #expect(reader.end() == 0)
  }
}
