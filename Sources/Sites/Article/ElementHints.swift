/// What the class and the id of an element say about it, by words that page makers use all over the world.
///
/// The words are in part those of Readability (mozilla/readability), found by whole words and their beginnings and not
/// anywhere in a name: `subheader` says nothing of a header.
struct ElementHints: OptionSet, Hashable {
  let rawValue: UInt16

  /// It is hardly the text: a menu, an advertisement, what others wrote.
  static let unlikely = ElementHints(rawValue: 1 << 0)
  /// It may be the text for all that.
  static let maybe = ElementHints(rawValue: 1 << 1)
  static let positive = ElementHints(rawValue: 1 << 2)
  static let negative = ElementHints(rawValue: 1 << 3)
  /// Buttons for passing it on.
  static let share = ElementHints(rawValue: 1 << 4)
  static let byline = ElementHints(rawValue: 1 << 5)
  /// Other pages of the site.
  static let related = ElementHints(rawValue: 1 << 6)
  /// Says that the rest has to be paid for.
  static let wall = ElementHints(rawValue: 1 << 7)
  static let comments = ElementHints(rawValue: 1 << 8)
  /// It is for machines, or asks for consent or an address: never the text, whatever else is said.
  static let never = ElementHints(rawValue: 1 << 9)
  /// Has the day or the time at which the text was published.
  static let published = ElementHints(rawValue: 1 << 11)
  /// A text for people who cannot see the page, or for a printer.
  static let hidden = ElementHints(rawValue: 1 << 10)

  /// Reads names, such as a class or an id; white space or signs separate their words, and so do capitals.
  ///
  /// - Complexity: O(length); at most 400 bytes are read.
  init(names: some Sequence<UInt8>) {
    var found: ElementHints = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in names.prefix(400) {
      let isUpper = 0x41...0x5A ~= byte
      if isUpper && wasLower || !byte.isWordByte {
        found.formUnion(Self.hints(of: word))
        word.removeAll(keepingCapacity: true)
      }
      if byte.isWordByte { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = 0x61...0x7A ~= byte
    }
    self = found.union(Self.hints(of: word))
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// How much they speak for the text, as Readability counts.
  var weight: Int { (contains(.positive) ? 25 : 0) - (contains(.negative) ? 25 : 0) }

  private static func hints(of word: [UInt8]) -> ElementHints {
    guard word.count > 1 else { return [] }
    let text = String(decoding: word, as: UTF8.self)
    var found = whole[text] ?? []
    for length in 3...10 where length <= word.count {
      let beginning = String(decoding: word[..<length], as: UTF8.self)
      if let hints = beginnings[beginning] { found.formUnion(hints) }
      if length >= 5, length < word.count {
        let end = String(decoding: word[(word.count - length)...], as: UTF8.self)
        if let hints = ends[end] { found.formUnion(hints) }
      }
    }
    return found
  }

  private static let table: [(ElementHints, whole: String, beginnings: String)] = [
    (
      .unlikely, "ad ads adv anzeige extra extras hat nav pie publi rss subnav toc werbung yom",
      """
      advert banner breadcrumb combx communit disqus footer gdpr header legend menu \
      navbar navig outbrain pager paginat popup promo reklam remark shoutbox sidebar skyscraper \
      sponsor supplement taboola toolbar publicid publicit krumel fusszeile
      """
    ),
    (.maybe, "", "article artikel body column content main mathjax shadow story"),
    (
      .positive, "nota hentry",
      """
      article artikel beitrag blog body contenido content contenu entry inhalt main noticia page \
      post story testo text
      """
    ),
    (
      .negative, "ad ads com hid hidden tags tag meta",
      """
      banner combx contact footer gdpr masthead media outbrain promo related scroll share \
      shoutbox shopping sidebar skyscraper sponsor widget
      """
    ),
    (
      [.share, .unlikely], "like likes teilen",
      "share sharing social compart condivi partag addtoany addthis"
    ),
    (.byline, "byline writtenby author autor auteur autore", "byline"),
    (
      [.related, .unlikely], "recirc",
      "related relacion correlat verwandt recommend empfehl recirc readmore mehrzum seealso"
    ),
    (.wall, "payant piano", "metered paygate paywall regwall"),
    (
      // Whole words: a commentary is a text of its own.
      [.comments, .unlikely, .negative],
      """
      comment commentaires commentarea commentform comments commenti comentarios disqus kommentare \
      kommentarer komentarze reacties replies reply respond responses
      """, "commentb commentc commentl comments commentt comentár"
    ),
    (
      [.never, .unlikely], "cmp captcha skip",
      "cookie consent newsletter subscri recaptcha lightbox tooltip mailchimp"
    ),
    (.hidden, "", "visuallyhidden screenreader"),
  ]

  private static let whole: [String: ElementHints] = words(\.whole)
  private static let beginnings: [String: ElementHints] = words(\.beginnings)

  /// Words that are often written together with what is before them.
  private static let ends: [String: ElementHints] = [
    "footer": [.unlikely, .negative], "sidebar": [.unlikely, .negative],
    "comments": [.comments, .unlikely, .negative], "share": .share, "banner": .unlikely,
    "paywall": .wall, "content": [.maybe, .positive], "article": [.maybe, .positive],
  ]

  private static func words(
    _ column: KeyPath<(ElementHints, whole: String, beginnings: String), String>
  ) -> [String: ElementHints] {
    var result: [String: ElementHints] = [:]
    for line in table {
      for word in line[keyPath: column].split(separator: " ") {
        result[String(word), default: []].formUnion(line.0)
      }
    }
    return result
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit, or a part of one beyond ASCII.
  fileprivate var isWordByte: Bool {
    0x61...0x7A ~= self || 0x41...0x5A ~= self || 0x30...0x39 ~= self || self >= 0x80
  }
}
