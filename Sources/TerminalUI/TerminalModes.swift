import CNcurses

/// What a full-screen program changes in a terminal, and how each is changed back.
///
/// The one table of modes: starting, suspending, continuing, ending and the handler of faults write
/// what it says, and nothing else switches a mode.
struct TerminalModes: Equatable {
  struct Mode: Equatable {
    let name: String
    /// What switches it on; "" for what only has to be put back.
    let on: String
    let off: String
  }

  /// In the order in which they are switched on.
  let modes: [Mode]
  /// Where the cursor is put when the screen is left as it is; "" where the terminal has another one.
  private let lastRow: String

  /// The modes that a terminal has.
  ///
  /// - Parameters:
  ///   - rows: the screen's height.
  ///   - capability: what terminfo has under a name; nil for nothing.
  ///   - place: what terminfo has for moving the cursor to the start of a row, 0-based.
  init(rows: Int, capability: (String) -> String?, place: (_ row: Int) -> String) {
    func mode(_ name: String, _ on: String, _ off: String) -> Mode {
      Mode(name: name, on: capability(on) ?? "", off: capability(off) ?? "")
    }
    // By terminfo's names (terminfo(5)).
    var modes = [
      mode("alternate screen", "smcup", "rmcup"), mode("cursor", "", "cnorm"),
      mode("colours", "", "op"), mode("attributes", "", "sgr0"),
      mode("keypad", "smkx", "rmkx"),
    ]
    // Whatever obeys ECMA-48 passes over private modes that it does not know.
    if capability("cup")?.hasPrefix("\u{1B}[") == true {
      modes.append(Mode(name: "paste", on: "\u{1B}[?2004h", off: "\u{1B}[?2004l"))
    }
    if Self.hasMouse(capability) { modes.append(Self.mouse) }
    self.modes = modes.filter { $0.on + $0.off != "" }
    lastRow = capability("rmcup") == nil ? place(max(0, rows - 1)) + "\r\n" : "\r"
  }

  /// Reports of buttons (xterm's 1000), with numbers of any size (1006).
  static let mouse = Mode(
    name: "mouse", on: "\u{1B}[?1006;1000h", off: "\u{1B}[?1006;1000l")

  private static func hasMouse(_ capability: (String) -> String?) -> Bool {
    capability("kmous")?.hasPrefix("\u{1B}[") == true
  }

  /// Whether the terminal has a mouse.
  var hasMouse: Bool { modes.contains(Self.mouse) }

  /// What switches all of them on.
  ///
  /// - Parameter usesMouse: whether the mouse is wanted.
  /// - Returns: what is to be written.
  func entering(usesMouse: Bool) -> String {
    modes.filter { usesMouse || $0 != Self.mouse }.map(\.on).joined()
  }

  /// What puts all of them back, whatever was switched on.
  var leaving: String { modes.reversed().map(\.off).joined() + lastRow }
}

extension TerminalModes {
  /// The modes of the terminal that ncurses drives.
  init(rows: Int) {
    self.init(rows: rows, capability: Terminfo.text) { row in
      understory_place(Int32(row), 0).map { Terminfo.withoutPauses(String(cString: $0)) } ?? "\r\n"
    }
  }
}

/// What terminfo knows of the terminal that ncurses drives.
enum Terminfo {
  /// A text; nil if the terminal has none of the name.
  static func text(_ name: String) -> String? {
    guard !name.isEmpty, let text = understory_text_capability(name) else { return nil }
    return withoutPauses(String(cString: text))
  }

  /// A text without the pauses that terminals of old need: `$<5/>` (terminfo(5), "Delays").
  static func withoutPauses(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "$") {
      result += rest[..<start]
      rest = rest[start...]
      if rest.dropFirst().first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
