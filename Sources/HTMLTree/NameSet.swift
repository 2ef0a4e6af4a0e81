/// A set of names, as bits.
struct NameSet: ExpressibleByArrayLiteral, Sendable {
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  init(arrayLiteral names: HTMLName...) {
    for name in names {
      let bit = UInt64(1) << UInt64(name.rawValue & 63)
      switch name.rawValue >> 6 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      default: words.2 |= bit
      }
    }
  }

  func contains(_ name: HTMLName) -> Bool {
    let word =
      switch name.rawValue >> 6 {
      case 0: words.0
      case 1: words.1
      default: words.2
      }
    return word >> UInt64(name.rawValue & 63) & 1 == 1
  }

  /// Elements that end what is open around them (WHATWG HTML, section 13.2.4.2).
  static let special: NameSet = [
    .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br,
    .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed,
    .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5,
    .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li, .link, .listing,
    .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .param,
    .plaintext, .pre, .script, .search, .section, .select, .source, .style, .summary, .table,
    .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp,
  ]

  static let headings: NameSet = [.h1, .h2, .h3, .h4, .h5, .h6]

  static let tableBodies: NameSet = [.tbody, .tfoot, .thead]

  /// What text outside cells is moved out of.
  static let tableParts: NameSet = [.table, .tbody, .tfoot, .thead, .tr]

  /// Elements whose end need not be written.
  static let implied: NameSet = [
    .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc,
  ]

  static let thoroughlyImplied: NameSet = [
    .caption, .colgroup, .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc, .tbody, .td,
    .tfoot, .th, .thead, .tr,
  ]

  /// Elements that have nothing in them.
  static let void: NameSet = [
    .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img, .input,
    .keygen, .link, .meta, .param, .source, .track, .wbr,
  ]

  /// Elements in which there are no tags.
  static let unmarked: NameSet = [
    .iframe, .noembed, .noframes, .plaintext, .script, .style, .textarea, .title, .xmp,
  ]

  /// Elements that stand on lines of their own.
  static let blocks: NameSet = [
    .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir,
    .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6,
    .header, .hgroup, .hr, .html, .legend, .li, .listing, .main, .menu, .nav, .ol, .optgroup,
    .option, .p, .pre, .search, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr,
    .ul, .xmp,
  ]

  /// Elements whose text is for programs.
  static let unread: NameSet = [.noembed, .noframes, .script, .style, .template]
}
