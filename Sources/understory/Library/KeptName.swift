import DiscussionModel

/// The name of the file in which a discussion is kept.
///
/// An id is anything that a source says. What would not be a plain name, on whatever file system,
/// is replaced, and a hash of the id then tells apart what would have become alike.
enum KeptName {
  static func file(of id: String) -> String { stem(of: id) + ".json" }

  private static let longest = 80

  private static func stem(of id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      guard name.utf8.count < longest else { break }
      let scalar = Unicode.Scalar(byte)
      let isPlain = isPlain(byte) && !(name.isEmpty && byte == UInt8(ascii: "."))
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    guard name != id || name.isEmpty || endsLikeAHash(name) else { return name }
    return name + "-" + hexadecimal(FNV1a.hash64(id.utf8))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func endsLikeAHash(_ name: String) -> Bool {
    let end = name.utf8.suffix(17)
    return end.count == 17 && end.first == UInt8(ascii: "-")
      && end.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
