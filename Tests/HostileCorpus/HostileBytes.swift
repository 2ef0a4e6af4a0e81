/// Bytes within a JSON string that are no characters, or that an escape makes of them.
public struct HostileBytes: Sendable, CustomStringConvertible {
  public let what: String
  public let bytes: [UInt8]

  init(_ what: String, _ bytes: [UInt8]) {
    self.what = what
    self.bytes = bytes
  }

  public var description: String { what }

  /// All that are known.
  public static let all: [HostileBytes] = [
    HostileBytes("raw 8-bit sequence", [0x9B] + Array("31;7331mPWNED".utf8)),
    HostileBytes("raw 8-bit title", [0x9D] + Array("0;PWNED-7".utf8) + [0x9C]),
    HostileBytes("every byte above 7F", (0x80...0xFF).flatMap { [$0, UInt8(ascii: "P")] }),
    HostileBytes("every byte above 7F, in a row", Array(0x80...0xFF)),
    HostileBytes(
      "ESC, overlong", [0xC0, 0x9B, 0x5B, 0xE0, 0x80, 0x9B, 0x5B, 0xF0, 0x80, 0x80, 0x9B]),
    HostileBytes("C1, overlong", [0xE0, 0x82, 0x9B, 0xF0, 0x80, 0x82, 0x9B] + Array("7331m".utf8)),
    HostileBytes("surrogates", [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, 0xED, 0xBF, 0xBF]),
    HostileBytes("above 10FFFF", [0xF4, 0x90, 0x80, 0x80, 0xF5, 0x80, 0x80, 0x80, 0xFE, 0xFF]),
    HostileBytes("cut off", [0xE2, 0x80, 0x50, 0xF0, 0x9F, 0x91, 0x50, 0xC2]),
    HostileBytes("half surrogates as escapes", Array(#"\ud800P\udc00P\udc00\ud800P\ud83d"#.utf8)),
    HostileBytes("controls as escapes", Array(#"\u001b[31;7331m\u009b7331m\u0007\b\r\u007f"#.utf8)),
    HostileBytes("directions as escapes", Array(#"\u202eDENWP\u2028\udb40\udc41"#.utf8)),
    HostileBytes("solidi and quotation marks", Array(#"\\u001b[7331m\"\/\\"#.utf8)),
  ]
}
