/// What ids in addresses are made of; nothing else becomes a part of what a site is asked.
enum SiteID {
  /// Whether it is a number, of at most 20 digits.
  static func isNumber(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether it is made of letters and digits of ASCII, at most 64.
  static func isWord(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isAlphanumeric)
  }

  /// Whether it is a name of a user or a repository: letters, digits and `-._`, and no step in a path.
  static func isName(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count) && text != "." && text != ".."
      && text.utf8.allSatisfy { isAlphanumeric($0) || "-._".utf8.contains($0) }
  }

  /// Whether it is a name, alone or with a host: `ann`, `ann@social.example`.
  static func isNameAtHost(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return 1...2 ~= parts.count && parts.allSatisfy { isName(String($0)) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
