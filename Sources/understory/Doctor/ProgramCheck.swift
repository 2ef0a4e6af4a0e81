import Platform
import Paths

/// Whether the programs are there that are started for some things.
enum ProgramCheck {
  /// What is found.
  ///
  /// - Parameters:
  ///   - variable: the environment.
  ///   - find: the path of a program; nil if there is none.
  /// - Returns: one finding for each purpose.
  static func findings(
    variable: (String) -> String?, find: (String) -> String?
  ) -> [Finding] {
    [
      finding("curl", "discussions cannot be fetched", find),
      browser(variable, find),
      clipboard(variable, find),
    ]
  }

  private static func finding(
    _ name: String, _ loss: String, _ find: (String) -> String?
  ) -> Finding {
    if let path = find(name) { return .ok(name, path) }
    return .note(name, "not found: \(loss)", advice: "Install it (Debian: \(name)).")
  }

  private static func browser(
    _ variable: (String) -> String?, _ find: (String) -> String?
  ) -> Finding {
    let browsers = Browser.all(in: variable("BROWSER"))
    let names = browsers.map(\.name)
    for browser in browsers {
      guard let path = find(browser.name) else { continue }
      guard browser.looksForBrowser, !Browser.hasDesktop(variable) else {
        return .ok("browser", path)
      }
      if let other = Browser.inTerminal(find) {
        return .ok("browser", "\(path), which finds \(other); no desktop is running")
      }
      return .note(
        "browser",
        "\(path), which finds no browser: no desktop is running, and none for the terminal is installed",
        advice: "Set BROWSER to a browser for the terminal, such as w3m.")
    }
    let list = names.joined(separator: ", ")
    return .note(
      "browser",
      "not found: \(list.isEmpty ? "no program is named" : list); links cannot be opened",
      advice: "Set BROWSER to a program, or install xdg-open (Debian: xdg-utils).")
  }

  private static func clipboard(
    _ variable: (String) -> String?, _ find: (String) -> String?
  ) -> Finding {
    let programs = [("WAYLAND_DISPLAY", "wl-copy", "wl-clipboard"), ("DISPLAY", "xclip", "xclip")]
      .filter { variable($0.0) != nil }
    guard let (_, wanted, package) = programs.first else {
      return .ok("clipboard", "the terminal's; no desktop is running")
    }
    for (_, name, _) in programs { if let path = find(name) { return .ok("clipboard", path) } }
    return .note(
      "clipboard", "\(wanted) not found; text is copied through the terminal only",
      advice: "Install it (Debian: \(package)), unless the terminal supports OSC 52.")
  }

  /// The path of a program as a shell would find it, by PATH unless it has a slash.
  static func find(_ name: String) -> String? {
    let folders =
      name.contains("/")
      ? [""]
      : (UserFolder.variable("PATH") ?? "/usr/bin:/bin")
        .split(separator: ":", omittingEmptySubsequences: false).map {
          $0.isEmpty ? "./" : "\($0)/"
        }
    for folder in folders {
      var status = stat()
      let path = folder + name
      if path.withPath({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
        path.withPath({ access($0, X_OK) }) == 0
      {
        return path
      }
    }
    return nil
  }
}
