import HTMLTree

/// What an element of HTML does in a text.
enum ElementPart {
  /// Never text: scripts, controls, players, what belongs to the page and not to the text.
  case dropped
  /// Stands by itself and may hold others that do.
  case block
  /// Part of a line.
  case inline

  init(_ name: HTMLName) {
    switch name {
    case .script, .style, .noscript, .template, .head, .title, .button, .input, .select, .textarea,
      .option, .optgroup, .datalist, .iframe, .object, .embed, .applet, .audio, .video, .canvas,
      .dialog, .nav, .noframes, .noembed, .menu, .menuitem, .meter, .progress, .rt, .rp, .rtc,
      .link, .meta, .param, .source, .track, .map, .area, .frame, .frameset, .keygen, .isindex,
      .search, .slot, .xmp, .legend, .label:
      self = .dropped
    case .html, .body, .article, .main, .section, .div, .p, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup,
      .header, .footer, .aside, .address, .blockquote, .center, .details, .summary, .dir, .dl, .dt,
      .dd, .fieldset, .figure, .figcaption, .form, .hr, .li, .listing, .ol, .ul, .pre, .plaintext,
      .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th:
      self = .block
    default:
      self = .inline
    }
  }
}

extension HTMLName {
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// What a block counts for by itself when the text is looked for, as Readability has it.
  var standing: Float {
    switch self {
    case .div, .article, .main: 5
    case .pre, .td, .blockquote: 3
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: -3
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: -5
    default: 0
    }
  }
}
