import Testing

@testable import understory

/// What `$BROWSER` means, as xdg-open reads it.
@Suite struct ChoosingBrowserTests {
  static let address = "https://example.org/a?b=%s&c"

  static let variables: [(variable: String?, commands: [[String]])] = [
    (nil, [["xdg-open", address]]),
    ("firefox", [["firefox", address]]),
    ("firefox:w3m", [["firefox", address], ["w3m", address]]),
    (":: w3m : ", [["w3m", address]]),
    ("", []),
    ("w3m -o x=1 %s -T", [["w3m", "-o", "x=1", address, "-T"]]),
    ("firefox --new-tab=%s", [["firefox", "--new-tab=" + address]]),
    ("x %s,%s", [["x", "\(address),\(address)"]]),
    ("x 100%% %d %", [["x", "100%", "%d", "%", address]]),
    ("x %%s", [["x", "%s", address]]),
  ]

  @Test(arguments: variables)
  func aListOfCommandsIsRead(variable: String?, commands: [[String]]) {
    #expect(Browser.all(in: variable).map { $0.words(for: Self.address) } == commands)
  }

  @Test(arguments: [
    ("xdg-open", 0, nil), ("xdg-open", 3 << 8, "xdg-open: no browser found"),
    ("/usr/bin/xdg-open", 4 << 8, "/usr/bin/xdg-open: status 4"),
    ("firefox", 3 << 8, "firefox: status 3"), ("w3m", 9, "w3m: signal 9"),
  ])
  func aFailureIsExplained(name: String, status: Int32, words: String?) {
    #expect(Browser(words: [name]).failure(status) == words)
  }

  static let programs: [(name: String, path: String?, hasDesktop: Bool, needsTerminal: Bool)] = [
    ("w3m", "/usr/bin/w3m", true, true),
    ("/opt/lynx", "/opt/lynx", true, true),
    ("my-browser", "/usr/bin/elinks", true, true),
    ("www-browser", nil, true, true),
    ("firefox", "/usr/bin/firefox", false, false),
    ("sensible-browser", "/usr/bin/sensible-browser", false, true),
    ("sensible-browser", "/usr/bin/sensible-browser", true, false),
    ("xdg-open", nil, false, true),
    ("x-www-browser", "/usr/bin/chromium", true, false),
    ("linksfoo", nil, true, false),
  ]

  @Test(arguments: programs)
  func someDrawInTheTerminal(name: String, path: String?, hasDesktop: Bool, needsTerminal: Bool) {
    let browser = Browser(words: [name, "-x"])
    #expect(browser.needsTerminal(path: path, hasDesktop: hasDesktop) == needsTerminal)
  }
}
