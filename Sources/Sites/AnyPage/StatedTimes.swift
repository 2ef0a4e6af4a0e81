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

  /// The attributes of a page that may have a time: those for machines, and then those for people.
  static func keys(_ tree: HTMLTree) -> AttributeKeys {
    tree.attributeKeys(names + ["content", "title", "aria-label"])
  }

  /// The time that an element states; nil if its text alone may state one.
  ///
  /// - Parameters:
  ///   - index: the element.
  ///   - tree: the page.
  ///   - hints: what its names say.
  ///   - keys: the attributes that may have a time.
  /// - Returns: what it states.
  static func ofElement(
    _ index: Int, _ tree: HTMLTree, _ hints: CommentHints, _ keys: AttributeKeys
  ) -> CommentSurvey.StatedTime? {
    var found: CommentSurvey.StatedTime?
    switch tree.nodes[index].name {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      // One tag of formatting can stand for many elements; of those, only the first attributes are looked at.
      if let title = tree.shortBytes(of: .title, in: index, longest: longest) {
        found = stated(inTitle: title, of: index)
      }
      if found == nil,
        let time = tree.shortBytes(of: .datetime, in: index, longest: longest)
      {
        found = stated(time, of: index)
      }
    case .script, .style, .link, .img, .br, .p: break
    default:
      tree.forEachAttribute(of: index, among: keys) { place, value in
        guard value.count <= longest else { return true }
        if place > names.count {
          found = stated(inTitle: value, of: index)
        } else if place < names.count || hints.contains(.time) {
          found = stated(value, of: index)
        }
        return found == nil
      }
    }
    if let found { return found }
    guard tree.nodes[index].name == .time else { return nil }
    let text = CommentSurvey.line(Array(tree.text(below: index).utf8.prefix(200))[...])
    return text.isEmpty
      ? nil : .init(node: index, time: PageTime.read(text), isExact: false)
  }

  /// Bytes of an attribute that is read as a time.
  private static let longest = 64

  private static func stated(
    _ value: ArraySlice<UInt8>, of index: Int
  ) -> CommentSurvey.StatedTime? {
    PageTime.read(String(decoding: value, as: UTF8.self)).map {
      .init(node: index, time: $0, isExact: true)
    }
  }

  private static func stated(
    inTitle value: ArraySlice<UInt8>, of index: Int
  ) -> CommentSurvey.StatedTime? {
    let numbers = NumberRuns(value)
    guard numbers.hasYear, numbers.count > 1 else { return nil }
    return PageTime.read(String(decoding: value, as: UTF8.self)).map {
      .init(node: index, time: $0, isExact: false)
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
