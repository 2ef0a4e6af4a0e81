import Platform
import Paths

/// The programs that open addresses, as `$BROWSER` names them.
///
/// As xdg-open reads it: commands separated by colons, each of words separated by spaces. `%s` in a
/// command stands for the address, which else comes last, and `%%` for `%`.
struct Browser: Equatable {
  /// The program's name or path, and its arguments; never empty.
  let words: [String]

  /// The commands in `$BROWSER`; xdg-open where it is not set.
  static func all(in variable: String?) -> [Browser] {
    (variable ?? "xdg-open").split(separator: ":").compactMap { command in
      let words = command.split(separator: " ").map(String.init)
      return words.isEmpty ? nil : Browser(words: words)
    }
  }

  var name: String { words[0] }

  /// The command for an address.
  func words(for address: String) -> [String] {
    var hasAddress = false
    let filled = words.map { word in
      var result = ""
      var rest = word[...]
      while let sign = rest.firstIndex(of: "%") {
        result += rest[..<sign]
        let code = rest[sign...].prefix(2)
        switch code {
        case "%s":
          result += address
          hasAddress = true
        case "%%": result += "%"
        default: result += code
        }
        rest = rest[sign...].dropFirst(2)
      }
      return result + rest
    }
    return hasAddress ? filled : filled + [address]
  }

  /// Whether it draws in the terminal, which it then has to be given.
  ///
  /// - Parameters:
  ///   - path: where the program is, links followed; nil if it is not found.
  ///   - hasDesktop: whether there is a screen for windows.
  /// - Returns: whether it does.
  func needsTerminal(path: String?, hasDesktop: Bool) -> Bool {
    let names = [name, path ?? name].map { FileWatch.name($0) }
    if names.contains(where: Self.textBrowsers.contains) { return true }
    return !hasDesktop && names.contains(where: Self.choosers.contains)
  }

  /// Browsers that draw in a terminal and that xdg-open tries without a desktop, in its order.
  private static let found = ["www-browser", "links2", "elinks", "links", "lynx", "w3m"]

  /// Browsers that draw in a terminal.
  private static let textBrowsers = Set(
    found + ["felinks", "browsh", "carbonyl", "cha", "edbrowse", "netrik", "retawq"])

  /// Whether there is a screen for windows.
  static func hasDesktop(_ variable: (String) -> String?) -> Bool {
    ["WAYLAND_DISPLAY", "DISPLAY"].contains { variable($0) != nil }
  }

  /// Why it opened nothing, given what waitpid(2) says of its end; nil if it did not fail.
  func failure(_ status: Int32) -> String? {
    if status == 0 { return nil }
    let signal = status & 0x7F
    if signal != 0 { return "\(name): signal \(signal)" }
    let code = status >> 8 & 0xFF
    // As its manual has it.
    if FileWatch.name(name) == "xdg-open", code == 3 { return "\(name): no browser found" }
    return "\(name): status \(code)"
  }

  /// Whether it only looks for a browser, and without a desktop finds only those that draw in the terminal.
  var looksForBrowser: Bool { ["xdg-open", "sensible-browser"].contains(FileWatch.name(name)) }

  /// The browser that xdg-open finds without a desktop.
  ///
  /// - Parameter find: the path of a program; nil if there is none.
  /// - Returns: its path; nil if there is none.
  static func inTerminal(_ find: (String) -> String?) -> String? {
    found.lazy.compactMap(find).first
  }

  /// Programs that start the user's browser; without a desktop that is one of ``textBrowsers``.
  private static let choosers: Set = [
    "sensible-browser", "xdg-open", "run-mailcap", "see", "open",
  ]

  /// Where a program is that can be run, links followed; nil if there is none.
  static func path(of name: String) -> String? {
    let folders =
      name.contains("/")
      ? [""]
      : (UserFolder.variable("PATH") ?? "/usr/bin:/bin")
        .split(separator: ":").map { $0 + "/" }
    for path in folders.map({ $0 + name }) where path.withPath({ access($0, X_OK) }) == 0 {
      guard let target = path.withPath({ realpath($0, nil) }) else { continue }
      defer { free(target) }
      return String(cPath: target)
    }
    return nil
  }
}
