import TextGrid

extension HTMLReader {
  /// Whether nothing of an element shows.
  func isHidden(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "script", "style", "template", "datalist", "noframes": true
    // The size of an enlarged picture.
    case "div" where element.hasClass("meta"): parent?.isLink == true
    case "a" where element.hasClass("footnote-backref"): true
    case "img" where element.hasClass("avatar") || element.hasClass("site-icon"): true
    default: element["hidden"] != nil
    }
  }

  /// What an element means here.
  func meaning(of element: HTMLElement) -> Meaning {
    if element.isSpoiler { return element.isBlock && rigid == nil ? .spoiler : .trait(.spoiler) }
    switch element.name {
    case "blockquote": return quote(element)
    case "aside", "details", "summary", "div": return box(element)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = element.name.utf8.last.map { Int($0) - 0x30 } ?? 1
      return rigid == nil ? .heading(level: level) : .block
    case "pre", "listing", "xmp":
      switch rigid {
      case nil: return .preformatted
      case .code: return .block
      case .table: return .trait(.code)
      }
    case "p": return .paragraph
    case "hr": return rigid == nil ? .rule : .none
    case "ul", "menu", "dir": return rigid == nil ? .list(start: nil) : .block
    case "section" where element.hasClass("footnotes") && rigid == nil: return .notes
    case "ol" where rigid == nil && (parent == .notes || element.hasClass("footnotes-list")):
      return .noteList
    case "li" where parent == .noteList: return .note
    case "ol":
      let start = element.text("start").flatMap { Int($0) } ?? 1
      return rigid == nil ? .list(start: start) : .block
    case "li": return rigid == nil ? .item : .block
    case "dt": return .term
    case "dd": return rigid == nil ? .explanation : .block
    case "table", "caption", "tr", "td", "th": return tablePart(element)
    default: return element.isBlock ? .block : inline(element)
    }
  }

  private func quote(_ element: HTMLElement) -> Meaning {
    if case .quoteOf(let name) = parent { return .quoted(of: name) }
    return rigid == nil ? .quote : .block
  }

  /// Boxes that forums put things in.
  private func box(_ element: HTMLElement) -> Meaning {
    switch element.name {
    case "details" where element["open"] == nil:
      return rigid == nil ? .spoiler : .trait(.spoiler)
    case "summary":
      if rigid != nil { return .block }
      return parent == .spoiler && builder.openSpoilers == 1 ? .summary : .title
    case "aside" where element.hasClass("onebox"): return .preview(element.text("data-onebox-src"))
    case "aside" where element.hasClass("quote") && rigid == nil:
      return .quoteOf(element.text("data-username"))
    case "div" where element.hasClass("title"):
      if case .quoteOf = parent { return .title }
      return .block
    default: return .block
    }
  }

  /// A part of a table; tables do not nest, and those in another show their text.
  private func tablePart(_ element: HTMLElement) -> Meaning {
    if element.name == "table" {
      return rigid == nil ? .table : rigid == .table ? .innerTable : .block
    }
    guard rigid == .table, innerTables == 0 else { return .block }
    switch element.name {
    case "caption": return .caption
    case "tr": return .row
    default:
      return .cell(
        element.alignment, isHeading: element.name == "th",
        columns: element.text("colspan").flatMap { Int($0) } ?? 1)
    }
  }

  private func inline(_ element: HTMLElement) -> Meaning {
    switch element.name {
    case "b", "strong", "mark": return .trait(.strong)
    case "i", "em", "cite", "var", "dfn": return .trait(.emphasis)
    case "code", "tt", "kbd", "samp": return rigid == .code ? .none : .trait(.code)
    case "s", "strike", "del": return .trait(.strike)
    case "sup": return element.hasClass("footnote-ref") ? .noteMark : .raised
    case "q": return .cited
    case "br": return .lineBreak
    case "a":
      if element.hasClass("mention") || element.hasClass("hashtag") { return .trait(.mention) }
      return element.text("href").map { .link(target: $0) } ?? .none
    case "img", "iframe", "video", "audio", "embed", "object": return picture(element)
    case "input" where element.text("type")?.lowercased() == "checkbox":
      return .sign(element["checked"] == nil ? "[ ] " : "[x] ")
    case "span" where element.hasClass("mention"): return .trait(.mention)
    case "span" where element.hasClass("chcklst-box"):
      return .sign(element.hasClass("checked") ? "[x] " : "[ ] ")
    default: return .none
    }
  }

  private func picture(_ element: HTMLElement) -> Meaning {
    let name = element.text("alt") ?? element.text("title")
    let isEmoji = ["emoji", "custom-emoji", "emojione"].contains { element.hasClass($0) }
    if isEmoji { return .sign(name ?? "") }
    let source = element.text("src")
    let kinds = ["video": "video", "audio": "audio", "iframe": "page"]
    guard element.name == "img" || source != nil else { return .none }
    let kind = kinds[element.name] ?? "image"
    return .picture(text: name.map { "[\(kind): \($0)]" } ?? "[\(kind)]", target: source)
  }
}

extension HTMLElement {
  fileprivate var isSpoiler: Bool {
    ["spoiler", "spoiled", "spoiler-text", "md-spoiler-text"].contains { hasClass($0) }
  }

  fileprivate var isBlock: Bool { Self.blocks.contains(name) }

  /// Elements whose text stands by itself.
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend",
    "main", "nav", "optgroup", "p", "option", "section", "select", "summary", "textarea", "title",
  ]

  fileprivate var alignment: TableBuilder.Alignment {
    let style = self["style"]?.lowercased().filter { $0 != " " } ?? ""
    let align = self["align"]?.lowercased()
    if align == "right" || style.contains("text-align:right") { return .right }
    if align == "center" || style.contains("text-align:center") { return .center }
    return .left
  }
}

extension Meaning {
  fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}
