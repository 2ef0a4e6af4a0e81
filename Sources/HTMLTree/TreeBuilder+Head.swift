/// What is before the body of a document, and after it.
extension TreeBuilder {
  mutating func initial(_ token: Token) -> Outcome {
    switch token {
    case .text(let range) where isSpace(range): return .done
    case .comment(let range): insertComment(range, in: 0)
    case .doctype(let doctype):
      let name = doctype.name ?? 0..<0
      tree.insert(tree.make(.doctype, text(of: doctype)), at: .init(parent: 0))
      isQuirky = doctype.isQuirky || !tokenizer.store.bytes[name].elementsEqual("html".utf8)
      mode = .beforeHTML
    default:
      isQuirky = true
      mode = .beforeHTML
      return .again
    }
    return .done
  }

  /// What a document type says after `<!DOCTYPE `, written in one way.
  private mutating func text(of doctype: Doctype) -> Range<Int> {
    let start = tokenizer.store.bytes.count
    let ids =
      doctype.publicID == nil && doctype.systemID == nil
      ? [] : [doctype.publicID, doctype.systemID]
    for index in doctype.name ?? 0..<0 {
      tokenizer.store.bytes.append(tokenizer.store.bytes[index])
    }
    for id in ids {
      tokenizer.store.bytes += " \"".utf8
      for index in id ?? 0..<0 { tokenizer.store.bytes.append(tokenizer.store.bytes[index]) }
      tokenizer.store.bytes += "\"".utf8
    }
    return start..<tokenizer.store.bytes.count
  }

  mutating func beforeHTML(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment(let range):
      insertComment(range, in: 0)
      return .done
    case .text(let range) where isSpace(range): return .done
    case .startTag(let tag) where tag.name == .html:
      insert(tag)
      mode = .beforeHead
      return .done
    case .endTag(let tag):
      switch tag.name {
      case .head, .body, .html, .br: break
      default: return .done
      }
    case .startTag, .text, .null, .end: break
    }
    insert(.html)
    mode = .beforeHead
    return .again
  }

  mutating func beforeHead(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment(let range):
      insertComment(range)
      return .done
    case .text(let range):
      let space = space(in: range)
      if space == range { return .done }
      if !space.isEmpty { return rest(after: space, of: range) }
    case .startTag(let tag) where tag.name == .html: return inBody(token)
    case .startTag(let tag) where tag.name == .head:
      insert(tag)
      head = open.last?.node ?? -1
      mode = .inHead
      return .done
    case .endTag(let tag):
      switch tag.name {
      case .head, .body, .html, .br: break
      default: return .done
      }
    case .startTag, .null, .end: break
    }
    insert(.head)
    head = open.last?.node ?? -1
    mode = .inHead
    return .again
  }

  /// Reads what follows the white space at the start of a text, in the current mode and those after.
  mutating func rest(after space: Range<Int>, of range: Range<Int>) -> Outcome {
    let rest = Token.text(space.upperBound..<range.upperBound)
    while process(rest, in: mode) == .again {}
    return .done
  }

  mutating func inHead(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment(let range):
      insertComment(range)
      return .done
    case .text(let range):
      let space = space(in: range)
      insertText(space)
      if space == range { return .done }
      if !space.isEmpty { return rest(after: space, of: range) }
    case .startTag(let tag):
      if let outcome = headStart(tag, token) { return outcome }
    case .endTag(let tag):
      switch tag.name {
      case .head:
        open.pop()
        mode = .afterHead
        return .done
      case .template:
        endTemplate()
        return .done
      case .body, .html, .br: break
      default: return .done
      }
    case .null, .end: break
    }
    open.pop()
    mode = .afterHead
    return .again
  }

  /// A start tag that belongs in the head; nil for all others.
  private mutating func headStart(_ tag: Tag, _ token: Token) -> Outcome? {
    switch tag.name {
    case .html: return inBody(token)
    case .base, .basefont, .bgsound, .link, .meta: insertVoid(tag)
    case .title: insert(tag, as: .escapable)
    case .noframes, .style: insert(tag, as: .raw)
    case .noscript:
      insert(tag)
      mode = .inHeadNoscript
    case .script: insert(tag, as: .script)
    case .template:
      insert(tag)
      formatting.addMark()
      allowsFrames = false
      mode = .inTemplate
      templateModes.append(.inTemplate)
    case .head: break
    default: return nil
    }
    return .done
  }

  mutating func endTemplate() {
    guard open.contains(.template) else { return }
    endImpliedThoroughly()
    pop(through: .template)
    formatting.removeToMark()
    _ = templateModes.popLast()
    resetMode()
  }

  mutating func inHeadNoscript(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment: return inHead(token)
    case .text(let range):
      let space = space(in: range)
      insertText(space)
      if space == range { return .done }
      if !space.isEmpty { return rest(after: space, of: range) }
    case .startTag(let tag):
      switch tag.name {
      case .html: return inBody(token)
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token)
      case .head, .noscript: return .done
      default: break
      }
    case .endTag(let tag):
      switch tag.name {
      case .noscript:
        open.pop()
        mode = .inHead
        return .done
      case .br: break
      default: return .done
      }
    case .null, .end: break
    }
    open.pop()
    mode = .inHead
    return .again
  }

  mutating func afterHead(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment(let range):
      insertComment(range)
      return .done
    case .text(let range):
      let space = space(in: range)
      insertText(space)
      if space == range { return .done }
      if !space.isEmpty { return rest(after: space, of: range) }
    case .startTag(let tag):
      if let outcome = afterHeadStart(tag, token) { return outcome }
    case .endTag(let tag):
      switch tag.name {
      case .template: return inHead(token)
      case .body, .html, .br: break
      default: return .done
      }
    case .null, .end: break
    }
    insert(.body)
    mode = .inBody
    return .again
  }

  private mutating func afterHeadStart(_ tag: Tag, _ token: Token) -> Outcome? {
    switch tag.name {
    case .html: return inBody(token)
    case .body:
      insert(tag)
      allowsFrames = false
      mode = .inBody
    case .frameset:
      insert(tag)
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      push(head)
      _ = inHead(token)
      if let index = open.index(ofNode: head) { open.remove(at: index) }
    case .head: break
    default: return nil
    }
    return .done
  }

  // MARK: After the body

  mutating func afterBody(_ token: Token) -> Outcome {
    switch token {
    case .doctype: return .done
    case .comment(let range):
      insertComment(range, in: open[0].node)
      return .done
    case .text(let range) where isSpace(range): return inBody(token)
    case .startTag(let tag) where tag.name == .html: return inBody(token)
    case .endTag(let tag) where tag.name == .html:
      if case .document = context { mode = .afterAfterBody }
      return .done
    case .end: return .done
    default:
      mode = .inBody
      return .again
    }
  }

  mutating func afterAfterBody(_ token: Token) -> Outcome {
    switch token {
    case .comment(let range):
      insertComment(range, in: 0)
      return .done
    case .doctype: return inBody(token)
    case .text(let range) where isSpace(range): return inBody(token)
    case .startTag(let tag) where tag.name == .html: return inBody(token)
    case .end: return .done
    default:
      mode = .inBody
      return .again
    }
  }

  // MARK: Frames

  mutating func inFrameset(_ token: Token) -> Outcome {
    switch token {
    case .comment(let range): insertComment(range)
    case .text(let range): insertSpaces(of: range)
    case .startTag(let tag):
      switch tag.name {
      case .html: return inBody(token)
      case .frameset: insert(tag)
      case .frame: insertVoid(tag)
      case .noframes: return inHead(token)
      default: break
      }
    case .endTag(let tag) where tag.name == .frameset && open.count > 1:
      open.pop()
      if case .document = context, currentName != .frameset { mode = .afterFrameset }
    case .endTag, .doctype, .null, .end: break
    }
    return .done
  }

  /// Adds the white space of a text, wherever in it that is.
  private mutating func insertSpaces(of range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let space = space(in: at..<range.upperBound)
      insertText(space)
      at = max(space.upperBound, at + 1)
    }
  }

  mutating func afterFrameset(_ token: Token) -> Outcome {
    switch token {
    case .comment(let range): insertComment(range)
    case .text(let range): insertSpaces(of: range)
    case .startTag(let tag) where tag.name == .html: return inBody(token)
    case .startTag(let tag) where tag.name == .noframes: return inHead(token)
    case .endTag(let tag) where tag.name == .html: mode = .afterAfterFrameset
    case .startTag, .endTag, .doctype, .null, .end: break
    }
    return .done
  }

  mutating func afterAfterFrameset(_ token: Token) -> Outcome {
    switch token {
    case .comment(let range): insertComment(range, in: 0)
    case .text(let range): insertSpaces(of: range)
    case .startTag(let tag) where tag.name == .html: return inBody(token)
    case .startTag(let tag) where tag.name == .noframes: return inHead(token)
    case .startTag, .endTag, .doctype, .null, .end: break
    }
    return .done
  }
}
