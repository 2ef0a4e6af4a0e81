/// Character references, as `&eacute;` and `&#233;` (WHATWG HTML, section 13.2.5.72 to 80).
public enum CharacterReference {
  /// A text with each reference as what it stands for, each once; what is not a reference stays.
  ///
  /// - Complexity: O(length).
  public static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "&") {
          at = read(bytes, at: at, inAttribute: false, into: &result)
        } else {
          result.append(bytes[at])
          at += 1
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Reads what is at an `&`.
  ///
  /// - Parameters:
  ///   - bytes: the whole text, in UTF-8.
  ///   - start: where the `&` is.
  ///   - inAttribute: whether it is in the value of an attribute, where a name without `;` is a part
  ///     of an address if a letter, a digit or `=` follows.
  ///   - result: gets what the reference stands for, or the `&` if it is not one.
  /// - Returns: where to go on.
  /// - Complexity: O(length of the reference).
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool,
    into result: inout [UInt8]
  ) -> Int {
    let next = start + 1
    if next < bytes.count {
      if bytes[next] == UInt8(ascii: "#") {
        if let end = readNumber(bytes, at: next + 1, into: &result) { return end }
      } else if bytes[next].isLetter {
        if let end = readName(bytes, at: next, inAttribute, into: &result) { return end }
      }
    }
    result.append(UInt8(ascii: "&"))
    return next
  }

  // MARK: Numbers

  private static func readNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into result: inout [UInt8]
  ) -> Int? {
    var at = start
    var radix: UInt32 = 10
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      at += 1
    }
    let digits = at
    var value: UInt32 = 0
    while at < bytes.count, let digit = bytes[at].hexDigit, digit < radix {
      // Whatever is beyond Unicode stays so.
      value = min(value * radix + digit, 0x110000)
      at += 1
    }
    if at == digits { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: ";") { at += 1 }
    result += scalar(value).utf8
    return at
  }

  /// The scalar that a number stands for.
  private static func scalar(_ value: UInt32) -> String {
    switch value {
    case 0x80...0x9F: String(windows1252[Int(value - 0x80)])
    case 0: "\u{FFFD}"
    default: Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
    }
  }

  /// What windows-1252 has from 0x80 to 0x9F; five bytes stand for themselves.
  public static let windows1252: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  // MARK: Names

  private static func readName(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ inAttribute: Bool,
    into result: inout [UInt8]
  ) -> Int? {
    var end = start
    while end < bytes.count, end - start < NamedReferences.longest, bytes[end].isAlphanumeric {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let found = NamedReferences.shared.find(bytes[start..<end])
    {
      result += found.text
      return end + 1
    }
    end = min(end, start + NamedReferences.longestWithoutEnd)
    while end > start {
      if let found = NamedReferences.shared.find(bytes[start..<end]), found.mayLackEnd {
        let following = end < bytes.count ? bytes[end] : 0
        if inAttribute, following == UInt8(ascii: "=") || following.isAlphanumeric { return nil }
        result += found.text
        return end
      }
      end -= 1
    }
    return nil
  }
}

/// The table of names, ready to be searched.
private struct NamedReferences: Sendable {
  /// Letters and digits of the longest name.
  static let longest = 31
  /// The same for those that may be written without `;`.
  static let longestWithoutEnd = 6

  static let shared = NamedReferences()

  private var entries: [Entry] = []
  /// Where the names with a first letter begin in ``entries``, from `A` on; and the end of the last.
  private var starts: [Int] = []

  struct Entry: Sendable {
    var name: [UInt8]
    /// Whether it may be written without `;`.
    var mayLackEnd = true
    var text: [UInt8]
  }

  private init() {
    entries = CharacterReference.names.withUTF8Buffer { table in
      table.split(separator: UInt8(ascii: " ")).map { Self.entry($0) }
    }
    var next = 0
    for letter in UInt8(ascii: "A")...UInt8(ascii: "z") + 1 {
      while next < entries.count, let first = entries[next].name.first, first < letter { next += 1 }
      starts.append(next)
    }
  }

  private static func entry(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Entry {
    let parts = text.split(separator: UInt8(ascii: ":"))
    var entry = Entry(name: Array(parts[0]), text: [])
    if entry.name.last == UInt8(ascii: ";") {
      entry.name.removeLast()
      entry.mayLackEnd = false
    }
    for scalar in parts[1].split(separator: UInt8(ascii: ",")) {
      let value = UInt32(String(decoding: scalar, as: UTF8.self), radix: 16) ?? 0xFFFD
      if let scalar = Unicode.Scalar(value) { entry.text += String(scalar).utf8 }
    }
    return entry
  }

  /// The entry of a name, which has no `;`.
  ///
  /// - Complexity: O(log names).
  func find(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Entry? {
    guard let first = name.first, first.isLetter else { return nil }
    let letter = Int(first - UInt8(ascii: "A"))
    var low = starts[letter]
    var high = starts[letter + 1]
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name.lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < entries.count && entries[low].name.elementsEqual(name) ? entries[low] : nil
  }
}
