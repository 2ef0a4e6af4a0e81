import DiscussionModel
import HTMLTree

/// Finds the times that a page states.
enum StatedTimes {
  /// Attributes that have a time for machines.
  private static let names = [
    "datetime", "data-time", "data-timestamp", "data-datetime", "data-date", "data-utime",
    "data-epoch", "data-created", "data-created-at", "data-published", "data-unixtime", "created",
    "timestamp", "ts", "data-original-date",
  ]

  /// The time that an element states; nil if its text alone may state one.
  static func ofElement(
    _ index: Int, _ tree: HTMLTree, _ hints: CommentHints
  ) -> CommentSurvey.StatedTime? {
    for attribute in attributes(of: index, tree) where attribute.value.utf8.count <= 64 {
      if attribute.name == "title" || attribute.name == "aria-label" {
        if Self.mayState(attribute.value.utf8), let time = PageTime.read(attribute.value) {
          return .init(node: index, time: time, isExact: false)
        }
      } else if names.contains(attribute.name)
        || attribute.name == "content" && hints.contains(.time)
      {
        if let time = PageTime.read(attribute.value) {
          return .init(node: index, time: time, isExact: true)
        }
      }
    }
    guard tree.nodes[index].name == .time else { return nil }
    let text = CommentSurvey.line(Array(tree.text(below: index).utf8.prefix(200))[...])
    return text.isEmpty
      ? nil : .init(node: index, time: PageTime.read(text), isExact: false)
  }

  /// The attributes of an element that may have a time.
  ///
  /// One tag of formatting can stand for many elements; of those, only what HTML knows is looked at.
  private static func attributes(of index: Int, _ tree: HTMLTree) -> [(name: String, value: String)]
  {
    switch tree.nodes[index].name {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      [(HTMLName.title, "title"), (.datetime, "datetime")].compactMap { name, spelling in
        tree.shortAttribute(name, of: index, longest: 64).map { (spelling, $0) }
      }
    case .script, .style, .link, .img, .br, .p: []
    default: tree.attributes(of: index)
    }
  }

  /// The time that a short text states.
  static func ofText(_ index: Int, _ tree: HTMLTree) -> CommentSurvey.StatedTime? {
    let bytes = tree.bytes(of: index)
    guard bytes.count <= 400 else { return nil }
    let numbers = NumberRuns(bytes)
    guard numbers.count > 0 else { return nil }
    let mayBeAge = bytes.count <= 120
    guard numbers.hasYear && numbers.count > 1 || numbers.hasDay || mayBeAge else { return nil }
    let text = CommentSurvey.line(bytes)
    guard text.utf8.count <= 140 else { return nil }
    if numbers.hasYear, numbers.count > 1, let time = PageTime.read(text) {
      return .init(node: index, time: time, isExact: false)
    }
    if numbers.hasDay || Age.isOne(text) { return .init(node: index, time: nil, isExact: false) }
    return nil
  }

  /// Whether there may be a year and more in a text.
  private static func mayState(_ bytes: String.UTF8View) -> Bool {
    let numbers = NumberRuns(Array(bytes)[...])
    return numbers.hasYear && numbers.count > 1
  }
}

/// What numbers there are in a text.
private struct NumberRuns {
  private(set) var count = 0
  /// Whether one may be a year: four digits from 1900 to 2199.
  private(set) var hasYear = false
  /// Whether there is a day such as `03/04/2020` or `3.4.20`.
  private(set) var hasDay = false

  init(_ bytes: ArraySlice<UInt8>) {
    var length = 0
    var value = 0
    // Numbers so far with nothing but the same sign between them.
    var chain = 0
    var sign: UInt8 = 0
    func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    for (place, byte) in bytes.enumerated() {
      if isDigit(byte) {
        if length == 0 { count += 1 }
        length += 1
        value = length <= 4 ? value * 10 + Int(byte & 0x0F) : 0
        if place + 1 < bytes.count { continue }
      }
      if length > 0 {
        if length == 4, 1900..<2200 ~= value { hasYear = true }
        chain = length <= 2 || length == 4 ? chain + 1 : 0
        if chain == 3, length != 1 { hasDay = true }
      }
      let isSign =
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      let goesOn = length > 0 && isSign && (chain == 1 || byte == sign)
      if !goesOn { chain = 0 }
      sign = byte
      length = 0
      value = 0
    }
  }
}

/// How long ago something was: `3 hours ago`, `vor 2 Tagen`, `il y a 5 minutes`, `3h`.
enum Age {
  /// Whether a short line says that.
  static func isOne(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    guard bytes.count <= 60, bytes.count(where: { $0 == 0x20 }) <= 7 else { return false }
    var at = 0
    while at < bytes.count {
      guard 0x30...0x39 ~= bytes[at], at == 0 || !isLetter(bytes[at - 1]) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, 0x30...0x39 ~= bytes[at] { at += 1 }
      guard at - start <= 4 else { continue }
      let hasSpace = at < bytes.count && bytes[at] == 0x20
      if hasSpace { at += 1 }
      let first = at
      while at < bytes.count, isLetter(bytes[at]) { at += 1 }
      guard at > first, at - first <= 24 else { continue }
      let word = String(decoding: bytes[first..<at], as: UTF8.self).lowercased()
      if isUnit(word) || !hasSpace && shortUnits.contains(word) { return true }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte >= 0x80 }

  private static func isUnit(_ word: String) -> Bool {
    word.count <= 10 && units.contains { word.hasPrefix($0) }
  }

  private static let shortUnits: Set<String> = [
    "s", "m", "h", "d", "w", "y", "j", "t", "g", "u", "min", "hr", "hrs", "mo", "yr", "yrs", "wk",
    "sec", "std", "ч", "д", "мин",
  ]

  /// How the words for units begin.
  private static let units: [String] = """
    second minute hour day week month year sekund minut stund tag tage woche monat jahr heure jour \
    semaine mois ans année segundo hora día dias días semana mes año ano giorn ore ora settiman mese \
    mesi anni dag dagen uur week maand jaar timm timer dygn veck månad år dzień dni godzin tygod \
    miesi rok lat hodin dn týden měsí секунд минут час дн ден недел месяц год лет годин тижд місяц \
    рок sekunt tunti päiv viikk kuukau vuo saat gün hafta ay yıl óra nap hét hónap év 秒 分 小时 時間 时 天 日 \
    周 週 月 个月
    """.split(separator: " ").map(String.init)
}

/// Links that lead to the pages of people.
enum PersonLink {
  /// Whether an address is one by what such addresses have in them.
  static func isOne(_ address: String) -> Bool {
    if address.hasPrefix("mailto:") || address.has("/@") || address.has("/~") { return true }
    var isThere = false
    var word: [UInt8] = []
    for byte in Array(address.utf8) + [0x2F] {
      let isLetter = 0x61...0x7A ~= byte | 0x20 && byte >= 0x41 || byte == 0x2D
      if isLetter {
        word.append(byte | 0x20)
      } else if !word.isEmpty {
        let name = String(decoding: word, as: UTF8.self)
        if others.contains(name) { return false }
        if marks.contains(name) { isThere = true }
        word.removeAll(keepingCapacity: true)
      }
    }
    return isThere
  }

  private static let marks: Set<String> = [
    "user", "users", "userid", "username", "u", "uid", "profile", "profiles", "profil", "member",
    "members", "memberlist", "people", "author", "authors", "autor", "showuser", "viewprofile",
    "userinfo", "nutzer", "benutzer", "mitglied", "mitglieder", "utilisateur", "membre", "membres",
    "usuario", "perfil", "profilo", "utente", "channel", "getuser", "channels", "person",
    "uzytkownik",
    "anvandare", "bruker", "kayttaja", "gebruiker", "character", "account", "accounts",
  ]

  private static let others: Set<String> = ["login", "register", "signup", "logout", "signin"]
}
