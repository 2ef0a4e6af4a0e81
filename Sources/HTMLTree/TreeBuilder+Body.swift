/// The body of a document.
extension TreeBuilder {
  mutating func inBody(_ token: Token) -> Outcome {
    switch token {
    case .text(let range):
      reconstructFormatting()
      insertText(range)
      if allowsFrames, !isSpace(range) { allowsFrames = false }
      return .done
    case .null, .doctype: return .done
    case .comment(let range):
      insertComment(range)
      return .done
    case .startTag(let tag): return start(tag, token)
    case .endTag(let tag): return end(tag, token)
    case .end: return templateModes.isEmpty ? .done : inTemplate(token)
    }
  }

  // MARK: Start tags

  private mutating func start(_ tag: Tag, _ token: Token) -> Outcome {
    switch tag.name {
    case .html, .body, .frameset: startPage(tag)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead(token)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul:
      closeParagraph()
      insert(tag)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraph()
      if NameSet.headings.contains(currentName) { open.pop() }
      insert(tag)
    case .pre, .listing:
      closeParagraph()
      insert(tag)
      skipsLineFeed = true
      allowsFrames = false
    case .li: startItem(tag, ending: [.li])
    case .dd, .dt: startItem(tag, ending: [.dd, .dt])
    case .table:
      if !isQuirky { closeParagraph() }
      insert(tag)
      allowsFrames = false
      mode = .inTable
    case .hr:
      closeParagraph()
      if open.has(.select) { endImplied() }
      insertVoid(tag)
      allowsFrames = false
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .plaintext:
      closeParagraph()
      insert(tag)
      tokenizer.enter(.plain, endedBy: [])
    case .form, .button, .input, .select, .option, .optgroup, .textarea: startControl(tag)
    default: startInline(tag)
    }
    return .done
  }

  private mutating func startPage(_ tag: Tag) {
    if tag.name == .html {
      if !open.contains(.template), open.count > 0 { addAttributes(tag, to: open[0].node) }
      return
    }
    guard open.count > 1, open[1].name == .body, !open.contains(.template) else { return }
    if tag.name == .body {
      allowsFrames = false
      addAttributes(tag, to: open[1].node)
    } else if allowsFrames {
      tree.remove(open[1].node)
      while open.count > 1 { open.pop() }
      insert(tag)
      mode = .inFrameset
    }
  }

  /// Starts an item of a list, and ends the one before.
  private mutating func startItem(_ tag: Tag, ending names: NameSet) {
    allowsFrames = false
    for index in (0..<open.count).reversed() {
      let entry = open[index]
      if names.contains(entry.name) {
        endImplied(but: entry.name)
        pop(through: entry.name)
        break
      }
      if entry.isSpecial, entry.name != .address, entry.name != .div, entry.name != .p { break }
    }
    closeParagraph()
    insert(tag)
  }

  private mutating func startControl(_ tag: Tag) {
    switch tag.name {
    case .form:
      if form >= 0, !open.contains(.template) { return }
      closeParagraph()
      insert(tag)
      if !open.contains(.template) { form = open.last?.node ?? -1 }
    case .button:
      if open.has(.button) {
        endImplied()
        pop(through: .button)
      }
      reconstructFormatting()
      insert(tag)
      allowsFrames = false
    case .input:
      if isInSelect { return }
      if open.has(.select) { pop(through: .select) }
      reconstructFormatting()
      insertVoid(tag)
      if !attribute(.type, of: tag.attributes, is: "hidden") { allowsFrames = false }
    case .select:
      if isInSelect { return }
      if open.has(.select) {
        pop(through: .select)
        return
      }
      reconstructFormatting()
      insert(tag)
      allowsFrames = false
    case .option:
      if open.has(.select) {
        endImplied(but: .optgroup)
      } else if currentName == .option {
        open.pop()
      }
      reconstructFormatting()
      insert(tag)
    case .optgroup:
      if open.has(.select) {
        endImplied()
      } else if currentName == .option {
        open.pop()
      }
      reconstructFormatting()
      insert(tag)
    default:
      insert(tag, as: .escapable)
      skipsLineFeed = true
      allowsFrames = false
    }
  }

  /// Whether all of it is in a `<select>`.
  private var isInSelect: Bool {
    if case .element(.select) = context { true } else { false }
  }

  private mutating func startInline(_ tag: Tag) {
    switch tag.name {
    case .a:
      if let old = formatting.sinceMark.last(where: { tree.name(formatting[$0]) == .a }) {
        let node = formatting[old]
        adopt(tag)
        if let index = formatting.index(of: node) { formatting.remove(at: index) }
        if let index = open.index(ofNode: node) { open.remove(at: index) }
      }
      reconstructFormatting()
      insertFormatting(tag)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      reconstructFormatting()
      insertFormatting(tag)
    case .nobr:
      reconstructFormatting()
      if open.has(.nobr) {
        adopt(tag)
        reconstructFormatting()
      }
      insertFormatting(tag)
    case .applet, .marquee, .object:
      reconstructFormatting()
      insert(tag)
      formatting.addMark()
      allowsFrames = false
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoid(tag)
      allowsFrames = false
    case .image:
      var tag = tag
      tag.number = HTMLName.img.number
      startInline(tag)
    case .param, .source, .track: insertVoid(tag)
    case .xmp:
      closeParagraph()
      reconstructFormatting()
      allowsFrames = false
      insert(tag, as: .raw)
    case .iframe:
      allowsFrames = false
      insert(tag, as: .raw)
    case .noembed: insert(tag, as: .raw)
    case .rb, .rtc:
      if open.has(.ruby) { endImplied() }
      insert(tag)
    case .rp, .rt:
      if open.has(.ruby) { endImplied(but: .rtc) }
      insert(tag)
    case .math, .svg:
      reconstructFormatting()
      insert(tag, tag.name == .svg ? .svg : .mathML)
      if tag.isSelfClosing { open.pop() }
    default:
      reconstructFormatting()
      insert(tag)
    }
  }

  // MARK: End tags

  private mutating func end(_ tag: Tag, _ token: Token) -> Outcome {
    let name = tag.name
    switch name {
    case .template: return inHead(token)
    case .body, .html:
      guard open.has(.body) else { return .done }
      mode = .afterBody
      return name == .html ? .again : .done
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div,
      .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav,
      .ol, .pre, .search, .section, .select, .summary, .ul:
      guard open.has(name) else { return .done }
      endImplied()
      pop(through: name)
    case .form: endForm()
    case .p:
      if !open.has(.p, in: .button) { insert(.p) }
      closeParagraph()
    case .li:
      guard open.has(.li, in: .list) else { return .done }
      endImplied(but: .li)
      pop(through: .li)
    case .dd, .dt:
      guard open.has(name) else { return .done }
      endImplied(but: name)
      pop(through: name)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard open.has(anyOf: NameSet.headings) else { return .done }
      endImplied()
      pop(through: NameSet.headings)
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      adopt(tag)
    case .applet, .marquee, .object:
      guard open.has(name) else { return .done }
      endImplied()
      pop(through: name)
      formatting.removeToMark()
    case .br:
      reconstructFormatting()
      insertVoid(Tag(number: tag.number, attributes: 0..<0, isSelfClosing: false))
      allowsFrames = false
    default: endOther(tag)
    }
    return .done
  }

  private mutating func endForm() {
    if open.contains(.template) {
      guard open.has(.form) else { return }
      endImplied()
      pop(through: .form)
      return
    }
    let node = form
    form = -1
    guard node >= 0, open.has(node: node) else { return }
    endImplied()
    if let index = open.index(ofNode: node) { open.remove(at: index) }
  }

  /// Ends an element that has no rules of its own.
  mutating func endOther(_ tag: Tag) {
    if tag.name != .other, !open.contains(tag.name) { return }
    for index in (0..<open.count).reversed() {
      let entry = open[index]
      if entry.kind == .element, entry.number == tag.number {
        endImplied(but: tag.name == .other ? nil : tag.name)
        while open.count > index { open.pop() }
        return
      }
      if entry.isSpecial { return }
    }
  }
}
