/// A text that wants to drive a terminal, to garble it, or to choke its reader.
///
/// What it would have a terminal do has parameters that this program never uses, such as 7331, and
/// the letters PWNED, so that it can be told from what the program itself writes.
public struct HostileText: Sendable, CustomStringConvertible {
  public let what: String
  public let text: String

  init(_ what: String, _ text: String) {
    self.what = what
    self.text = text
  }

  public var description: String { what }

  /// The text as what stands between the quotation marks of a JSON string.
  ///
  /// - Parameter everything: whether all but printable ASCII is escaped; else only what must be.
  /// - Returns: bytes of UTF-8.
  public func json(escaping everything: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [0x5C, UInt8(scalar.value)]
      case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
      case 0x7F... where !everything: bytes += Array(String(scalar).utf8)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
      }
    }
    return bytes
  }
}
