import Foundation

/// Control functions that begin with ESC (ECMA-48 section 5).
enum ControlFunction {
  /// The offset after the one that begins at an offset, by its form alone.
  static func end(in bytes: [UInt8], from start: Int) -> Int {
    var at = start + 1
    guard at < bytes.count else { return at }
    switch bytes[at] {
    case UInt8(ascii: "["):
      // Section 5.4: parameters, intermediate bytes, a final byte.
      at += 1
      while at < bytes.count, 0x30..<0x40 ~= bytes[at] { at += 1 }
      while at < bytes.count, 0x20..<0x30 ~= bytes[at] { at += 1 }
    case UInt8(ascii: "]"):
      // Section 5.6: a string of characters, here up to the BEL with which xterm ends it.
      while at < bytes.count, 0x20..<0x7F ~= bytes[at] { at += 1 }
    default: while at < bytes.count, 0x20..<0x30 ~= bytes[at] { at += 1 }
    }
    return min(bytes.count, at + 1)
  }

  /// What ncurses begins its last words with; a CR follows, whatever terminfo says.
  static let leaving = Array("\u{1B}[23;0;0t".utf8)

  /// Whether it is one that ncurses has for xterm-256color, with parameters that this program uses.
  static func isKnown(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    if others.contains(text) || isCopy(text) { return true }
    guard text.first == "[", let final = text.last else { return false }
    let fields = text.dropFirst().dropLast()
      .split(separator: ";", omittingEmptySubsequences: false)
    let numbers = fields == [""] ? [] : fields.compactMap { Int($0) }
    guard fields == [""] || numbers.count == fields.count else { return false }
    if final == "m" { return isKnownStyle(numbers) }
    guard let counts = movements[final] else { return false }
    return counts ~= numbers.count && numbers.allSatisfy { 0...400 ~= $0 }
  }

  /// Whether it gives the clipboard a text that is safe itself: xterm's OSC 52.
  private static func isCopy(_ text: String) -> Bool {
    let start = "]52;c;"
    guard text.hasPrefix(start), text.last == "\u{7}",
      let copied = Data(base64Encoded: String(text.dropFirst(start.count).dropLast()))
    else { return false }
    return WrittenBytes(Array(copied), to: .file).violations.isEmpty
  }

  /// Colours: terminfo's setaf, setab and op; attributes: its bold, dim, sitm, smul and rev, and what
  /// ends them.
  private static func isKnownStyle(_ numbers: [Int]) -> Bool {
    if numbers.count == 3, numbers[0] == 38 || numbers[0] == 48, numbers[1] == 5 {
      return 0...255 ~= numbers[2]
    }
    return numbers.allSatisfy { number in
      switch number {
      case 0, 1, 2, 3, 4, 7, 23, 24, 27, 39, 49: true
      case 30...37, 40...47, 90...97, 100...107: true
      default: false
      }
    }
  }

  /// By final byte how many parameters it may have: cup, cuu to cub, hpa, vpa, ed, el, ech, dch, ich,
  /// il, dl, indn, rin, csr, rep.
  private static let movements: [Character: ClosedRange<Int>] = [
    "H": 0...2, "A": 0...1, "B": 0...1, "C": 0...1, "D": 0...1, "G": 1...1, "d": 1...1, "J": 0...0,
    "K": 0...1, "X": 1...1, "P": 0...1, "@": 0...1, "L": 0...1, "M": 0...1, "S": 1...1, "T": 1...1,
    "r": 2...2, "b": 1...1,
  ]

  /// Without the ESC: smcup and rmcup, civis and cnorm, smkx and rmkx, smam and rmam, the character
  /// set of sgr0, rmir, ri, sc and rc, clear, and the mouse as ncurses has it of XM.
  private static let others: Set<String> = [
    "[?1049h", "[22;0;0t", "[?1049l", "[23;0;0t", "[?25l", "[?12l", "[?25h", "[?1h", "=", "[?1l",
    ">",
    "[?7h", "[?2004h", "[?2004l", "(B", "[4l", "M", "7", "8", "[2J", "[?7l", "[?1006;1000h",
    "[?1006;1000l",
  ]
}
