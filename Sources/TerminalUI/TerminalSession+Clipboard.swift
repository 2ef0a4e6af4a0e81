import CNcurses
import Platform
public import TextGrid

extension TerminalSession {
  /// The longest text that a terminal is given, in bytes: xterm takes no more.
  public static let clipboardCapacity = 74_994

  /// Puts lines into the clipboard of the terminal's user, which terminals may refuse.
  ///
  /// By OSC 52 of xterm's control sequences; within tmux it is sent past it too, to the terminal
  /// outside.
  ///
  /// - Returns: false if there are more than ``clipboardCapacity`` bytes, and nothing was sent.
  public mutating func copy(_ lines: [SafeText]) -> Bool {
    let text = lines.map(\.string).joined(separator: "\n")
    guard text.utf8.count <= Self.clipboardCapacity else { return false }
    let sequence = "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{7}"
    var bytes = Array(sequence.utf8)
    if getenv("TMUX") != nil {
      // An ESC within is doubled (tmux, "allow-passthrough").
      let inner = sequence.replacingEscapes
      bytes += Array("\u{1B}Ptmux;\(inner)\u{1B}\\".utf8)
    }
    output.add(bytes)
    return true
  }
}

extension String {
  /// With each ESC doubled.
  fileprivate var replacingEscapes: String {
    String(flatMap { $0 == "\u{1B}" ? ["\u{1B}", "\u{1B}"] : [$0] })
  }
}

/// Bytes in base 64 (RFC 4648 section 4).
private func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let value = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
    for index in 0..<4 {
      let digit = digits[Int(value >> UInt32(18 - 6 * index) & 63)]
      result.append(index <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}
