@_spi(_Unicode) import Swift

/// How ids of discussions are written and compared.
///
/// A site's own are `hn:1`, `board:HOST/7` or `forge:HOST/OWNER/REPO/7`; those of other files are anything.
public enum DiscussionID {
  /// An id in its composed form (NFC), the one in which ids are kept: files and databases compare
  /// bytes, and canonically equivalent ids are one.
  ///
  /// - Complexity: O(length).
  public static func composed(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 > 0x7F }) else { return id }
    return String(String.UnicodeScalarView(id._nfc))
  }

  /// Whether two ids name the same discussion: canonically equivalent, and for sites to which capitals
  /// make no difference, alike except for those.
  public static func areSame(_ one: String, _ other: String) -> Bool { key(one) == key(other) }

  /// What ids that name the same discussion have in common; as strings, those are equal.
  public static func key(_ id: String) -> String { ignoresCase(id) ? id.lowercased() : id }

  /// Whether an id may also be written in another way that names the same discussion.
  public static func hasOtherSpellings(_ id: String) -> Bool {
    ignoresCase(id) || id.utf8.contains { $0 > 0x7F }
  }

  /// Names of owners and repositories are the same in capitals, on GitHub and on Forgejo and Gitea.
  private static func ignoresCase(_ id: String) -> Bool {
    id.hasPrefix("github:") || id.hasPrefix("forge:")
  }
}
