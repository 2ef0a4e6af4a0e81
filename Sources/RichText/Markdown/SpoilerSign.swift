/// What stands for `>!` and `!<` around a spoiler while Markdown is read.
///
/// `>!` at the start of a line would be a quote. Noncharacters mean nothing to Markdown.
enum SpoilerSign: UInt32 {
  /// U+FDD0.
  case opening = 0xFDD0
  /// U+FDD1.
  case closing = 0xFDD1

  /// The first byte of both in UTF-8.
  static let firstByte: UInt8 = 0xEF

  /// Its bytes in UTF-8.
  var bytes: [UInt8] { [Self.firstByte, 0xB7, UInt8(0x90 + rawValue - 0xFDD0)] }

  /// The sign as it is written.
  var text: String {
    switch self {
    case .opening: ">!"
    case .closing: "!<"
    }
  }
}
