/// What the address of a link says about where it leads.
struct LinkSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// It has an address at all.
  static let address = LinkSigns(rawValue: 1 << 0)
  /// There is a `#` in it.
  static let hash = LinkSigns(rawValue: 1 << 1)
  /// It leads to another place in the page.
  static let inPage = LinkSigns(rawValue: 1 << 2)
  /// It is for writing a reply, or for a script.
  static let control = LinkSigns(rawValue: 1 << 3)
  static let mail = LinkSigns(rawValue: 1 << 4)
  /// It leads to the page of a person.
  static let person = LinkSigns(rawValue: 1 << 5)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads an address in UTF-8; nil for a link that has none.
  ///
  /// - Complexity: O(length).
  init(address: ArraySlice<UInt8>?) {
    self = []
    guard let address else { return }
    insert(.address)
    if address.first == UInt8(ascii: "#") { insert(.inPage) }
    if address.starts(with: "mailto:".utf8) { formUnion([.mail, .person]) }
    if address.elementsEqual("#respond".utf8) || address.starts(with: "javascript:".utf8) {
      insert(.control)
    }
    address.withUnsafeBufferPointer { read($0) }
  }

  /// Bytes of an address that is read for a person.
  private static let longestOfPerson = 300

  private mutating func read(_ address: UnsafeBufferPointer<UInt8>) {
    var (isPerson, isOther) = (contains(.person), false)
    var start = 0
    for at in 0...address.count {
      let byte = at < address.count ? address[at] : UInt8(ascii: "/")
      if 0x61...0x7A ~= byte | 0x20 && byte >= 0x41 || byte == UInt8(ascii: "-") { continue }
      if byte == UInt8(ascii: "#") { insert(.hash) }
      if byte == UInt8(ascii: "/"), at + 1 < address.count,
        address[at + 1] == UInt8(ascii: "@") || address[at + 1] == UInt8(ascii: "~")
      {
        insert(.person)
      }
      let word = UnsafeBufferPointer(rebasing: address[start..<at])
      start = at + 1
      if word.count >= 10, Self.has("replytocom", word) { insert(.control) }
      guard let first = word.first, word.count < 16,
        Self.lengths[Int(first & 0x1F)] >> UInt16(word.count) & 1 == 1
      else { continue }
      let name = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
      if Self.others.contains(name) { isOther = true }
      if Self.marks.contains(name) { isPerson = true }
    }
    if isPerson, !isOther { insert(.person) }
    if address.count > Self.longestOfPerson { remove(.person) }
  }

  private static func has(_ name: String, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (0...word.count - name.utf8.count).contains { word[$0...].starts(with: name.utf8) }
  }

  /// Words in the addresses of people's pages.
  private static let marks: Set<String> = [
    "user", "users", "userid", "username", "u", "uid", "profile", "profiles", "profil", "member",
    "members", "memberlist", "people", "author", "authors", "autor", "showuser", "viewprofile",
    "userinfo", "nutzer", "benutzer", "mitglied", "mitglieder", "utilisateur", "membre", "membres",
    "usuario", "perfil", "profilo", "utente", "channel", "getuser", "channels", "person",
    "uzytkownik",
    "anvandare", "bruker", "kayttaja", "gebruiker", "character", "account", "accounts",
  ]

  /// Words in addresses that have those in them and lead elsewhere.
  private static let others: Set<String> = ["login", "register", "signup", "logout", "signin"]

  /// For the first letters of all these words, by the five lower bits of each, their lengths as bits.
  private static let lengths: [UInt16] = {
    var lengths = [UInt16](repeating: 0, count: 32)
    for word in marks.union(others) {
      lengths[Int((word.utf8.first ?? 0) & 0x1F)] |= 1 << UInt16(word.utf8.count)
    }
    return lengths
  }()
}
