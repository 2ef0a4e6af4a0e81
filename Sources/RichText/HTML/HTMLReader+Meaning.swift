import HTMLTree
import TextGrid

extension HTMLReader {
  /// Whether nothing of an element shows.
  func isHidden(_ element: HTMLElement) -> Bool {
    switch element.name {
    case .script, .style, .template, .datalist, .noembed, .noframes: true
    case .title, .desc: element.isForeign
    // What is in it is for programs that do not know pages in pages.
    case .iframe: element.text(.src) == nil
    // The size of an enlarged picture.
    case .div where element.hasClass("meta"): parent?.isLink == true
    case .a where element.hasClass("footnote-backref"): true
    case .img where element.hasClass(where: { $0 == "avatar" || $0 == "site-icon" }): true
    default: element[.hidden] != nil
    }
  }

  /// What an element means here.
  func meaning(of element: HTMLElement) -> Meaning {
    if element.isSpoiler { return element.isBlock && rigid == nil ? .spoiler : .trait(.spoiler) }
    if element.isForeign { return .none }
    switch element.name {
    case .blockquote: return quote(element)
    case .aside, .details, .summary, .div: return box(element)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      // The names of headings follow each other.
      let level = Int(element.name.rawValue - HTMLName.h1.rawValue) + 1
      return rigid == nil ? .heading(level: level) : .block
    case .pre, .listing, .xmp, .plaintext:
      switch rigid {
      case nil: return .preformatted
      case .code: return .block
      case .table: return .trait(.code)
      }
    case .p: return .paragraph
    case .hr: return rigid == nil ? .rule : .none
    case .ul, .menu, .dir: return rigid == nil ? .list(nil) : .block
    case .section where element.hasClass("footnotes") && rigid == nil: return .notes
    case .ol where rigid == nil && (parent == .notes || element.hasClass("footnotes-list")):
      return .noteList
    case .li where parent == .noteList: return .note
    case .ol: return rigid == nil ? .list(numbers(of: element)) : .block
    case .li:
      let style = ListNumbers.Style(type: element.text(.type))
      return rigid == nil ? .item(value: element.integer(.value), style) : .block
    case .dt: return .term
    case .dd: return rigid == nil ? .explanation : .block
    case .table, .caption, .tr, .td, .th: return tablePart(element)
    default: return element.isBlock ? .block : inline(element)
    }
  }

  private func numbers(of element: HTMLElement) -> ListNumbers {
    let countsDown = element[.reversed] != nil
    return ListNumbers(
      next: element.integer(.start) ?? (countsDown ? element.itemCount : 1),
      step: countsDown ? -1 : 1, style: ListNumbers.Style(type: element.text(.type)) ?? .decimal)
  }

  private func quote(_ element: HTMLElement) -> Meaning {
    if case .quoteOf(let name) = parent { return .quoted(of: name) }
    return rigid == nil ? .quote : .block
  }

  /// Boxes that forums put things in.
  private func box(_ element: HTMLElement) -> Meaning {
    switch element.name {
    case .details where element[.open] == nil:
      return rigid == nil ? .spoiler : .trait(.spoiler)
    case .summary:
      if rigid != nil { return .block }
      return parent == .spoiler && builder.openSpoilers == 1 ? .summary : .title
    case .aside where element.hasClass("onebox"): return .preview(element.text(.dataOneboxSrc))
    case .aside where element.hasClass("quote") && rigid == nil:
      return .quoteOf(element.text(.dataUsername))
    case .div where element.hasClass("title"):
      if case .quoteOf = parent { return .title }
      return .block
    default: return .block
    }
  }

  /// A part of a table; tables do not nest, and those in another show their text.
  private func tablePart(_ element: HTMLElement) -> Meaning {
    if element.name == .table {
      return rigid == nil ? .table : rigid == .table ? .innerTable : .block
    }
    guard rigid == .table, innerTables == 0 else { return .block }
    switch element.name {
    case .caption: return .caption
    case .tr: return .row
    default:
      return .cell(
        element.alignment, isHeading: element.name == .th,
        columns: element.integer(.colspan) ?? 1, rows: element.integer(.rowspan) ?? 1)
    }
  }

  private func inline(_ element: HTMLElement) -> Meaning {
    switch element.name {
    case .b, .strong, .mark: return .trait(.strong)
    case .i, .em, .cite, .var, .dfn: return .trait(.emphasis)
    case .code where rigid == .code && element.hasClass(where: Self.diffClasses.contains):
      return .diff
    case .code, .tt, .kbd, .samp: return rigid == .code ? .none : .trait(.code)
    case .s, .strike, .del: return .trait(.strike)
    case .sup: return element.hasClass("footnote-ref") ? .noteMark : .raised
    case .q: return .cited
    case .br: return .lineBreak
    case .a:
      if element.hasClass(where: { $0 == "mention" || $0 == "hashtag" }) { return .trait(.mention) }
      return element.text(.href).map { .link(target: $0) } ?? .none
    case .img, .iframe, .video, .audio, .embed, .object: return picture(element)
    case .input where element.text(.type)?.lowercased() == "checkbox":
      return .sign(element[.checked] == nil ? "[ ] " : "[x] ")
    case .span where element.hasClass("mention"): return .trait(.mention)
    case .span where element.hasClass("chcklst-box"):
      return .sign(element.hasClass("checked") ? "[x] " : "[ ] ")
    default: return .none
    }
  }

  /// Classes by which Markdown's writers say that code is a diff.
  private static let diffClasses: Set<Substring> = [
    "language-diff", "language-patch", "lang-diff", "lang-patch", "diff", "patch",
  ]

  private func picture(_ element: HTMLElement) -> Meaning {
    let name = element.text(.alt) ?? element.text(.title)
    if element.hasClass(where: { ["emoji", "custom-emoji", "emojione"].contains($0) }) {
      return .sign(name ?? "")
    }
    let source = element.text(.src)
    let kinds: [HTMLName: String] = [.video: "video", .audio: "audio", .iframe: "page"]
    guard element.name == .img || source != nil else { return .none }
    let kind = kinds[element.name] ?? "image"
    return .picture(text: name.map { "[\(kind): \($0)]" } ?? "[\(kind)]", target: source)
  }
}

extension HTMLElement {
  fileprivate var isSpoiler: Bool {
    hasClass { ["spoiler", "spoiled", "spoiler-text", "md-spoiler-text"].contains($0) }
  }

  fileprivate var isBlock: Bool { Self.blocks.contains(name) }

  /// Elements whose text is by itself.
  private static let blocks: Set<HTMLName> = [
    .address, .article, .aside, .blockquote, .body, .center, .details, .dialog, .div, .dl,
    .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .html, .legend,
    .main, .nav, .optgroup, .p, .option, .section, .select, .summary, .textarea, .title,
  ]

  fileprivate var alignment: TableBuilder.Alignment {
    let style = self[.style]?.lowercased().filter { $0 != " " } ?? ""
    let align = self[.align]?.lowercased()
    if align == "right" || style.contains("text-align:right") { return .right }
    if align == "center" || style.contains("text-align:center") { return .center }
    return .left
  }
}

extension Meaning {
  fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}
