/// SVG and MathML in HTML (WHATWG HTML, section 13.2.6.5).
extension TreeBuilder {
  /// Whether a token is read by the rules of SVG and MathML.
  func isForeign(_ token: Token) -> Bool {
    guard let current, current.kind != .element else { return false }
    let tag: Tag?
    switch token {
    case .startTag(let start): tag = start
    case .text, .null: tag = nil
    case .end: return false
    case .comment, .doctype, .endTag: return true
    }
    if isMathText(current), tag?.name != .mglyph, tag?.name != .malignmark { return false }
    if current.kind == .mathML, current.number == HTMLName.annotationXML.number, tag?.name == .svg {
      return false
    }
    return !isHTMLIntegration(current)
  }

  private func isMathText(_ entry: OpenElements.Entry) -> Bool {
    guard entry.kind == .mathML else { return false }
    switch HTMLName(number: entry.number) {
    case .mi, .mo, .mn, .ms, .mtext: return true
    default: return false
    }
  }

  private func isHTMLIntegration(_ entry: OpenElements.Entry) -> Bool {
    switch (entry.kind, HTMLName(number: entry.number)) {
    case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): return true
    case (.mathML, .annotationXML):
      let range = tree[entry.node].range
      return attribute(.encoding, of: range, is: "text/html")
        || attribute(.encoding, of: range, is: "application/xhtml+xml")
    default: return false
    }
  }

  mutating func foreign(_ token: Token) -> Outcome {
    switch token {
    case .null:
      let start = tokenizer.store.bytes.count
      tokenizer.store.replacement()
      insertText(start..<tokenizer.store.bytes.count)
    case .text(let range):
      insertText(range)
      if allowsFrames, !isSpace(range) { allowsFrames = false }
    case .comment(let range): insertComment(range)
    case .doctype, .end: break
    case .startTag(let tag):
      if breaksOut(tag) { return leaveForeign(token) }
      insert(tag, current?.kind ?? .svg)
      if tag.isSelfClosing { open.pop() }
    case .endTag(let tag):
      if tag.name == .br || tag.name == .p { return leaveForeign(token) }
      return endForeign(tag, token)
    }
    return .done
  }

  /// Whether a start tag cannot be in SVG or MathML.
  private func breaksOut(_ tag: Tag) -> Bool {
    switch tag.name {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    case .font: hasAttribute(.color, tag) || hasAttribute(.face, tag) || hasAttribute(.size, tag)
    default: false
    }
  }

  private mutating func leaveForeign(_ token: Token) -> Outcome {
    while let last = open.last, last.kind != .element, !isMathText(last), !isHTMLIntegration(last) {
      open.pop()
    }
    return process(token, in: mode)
  }

  private mutating func endForeign(_ tag: Tag, _ token: Token) -> Outcome {
    for index in (1..<max(1, open.count)).reversed() {
      if open[index].kind == .element { return process(token, in: mode) }
      if open[index].number == tag.number {
        while open.count > index { open.pop() }
        return .done
      }
    }
    return .done
  }
}
