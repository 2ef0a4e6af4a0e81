/// Tables and templates.
extension TreeBuilder {
  mutating func inTable(_ token: Token) -> Outcome {
    switch token {
    case .text, .null:
      guard NameSet.tableParts.contains(currentName) || currentName == .template else { break }
      tableTexts = []
      returnMode = mode
      mode = .inTableText
      return .again
    case .comment(let range):
      insertComment(range)
      return .done
    case .doctype: return .done
    case .startTag(let tag):
      if let outcome = startInTable(tag, token) { return outcome }
    case .endTag(let tag):
      switch tag.name {
      case .table:
        guard open.has(.table, in: .table) else { return .done }
        pop(through: .table)
        resetMode()
        return .done
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
        return .done
      case .template: return inHead(token)
      default: break
      }
    case .end: return inBody(token)
    }
    return foster(token)
  }

  /// Reads something that does not belong in a table as if it was before it.
  private mutating func foster(_ token: Token) -> Outcome {
    isFostering = true
    defer { isFostering = false }
    return inBody(token)
  }

  private mutating func startInTable(_ tag: Tag, _ token: Token) -> Outcome? {
    switch tag.name {
    case .caption:
      pop(to: [.table, .template, .html])
      formatting.addMark()
      insert(tag)
      mode = .inCaption
    case .colgroup:
      pop(to: [.table, .template, .html])
      insert(tag)
      mode = .inColumnGroup
    case .col:
      pop(to: [.table, .template, .html])
      insert(.colgroup)
      mode = .inColumnGroup
      return .again
    case .tbody, .tfoot, .thead:
      pop(to: [.table, .template, .html])
      insert(tag)
      mode = .inTableBody
    case .td, .th, .tr:
      pop(to: [.table, .template, .html])
      insert(.tbody)
      mode = .inTableBody
      return .again
    case .table:
      guard open.has(.table, in: .table) else { return .done }
      pop(through: .table)
      resetMode()
      return .again
    case .style, .script, .template: return inHead(token)
    case .input where attribute(.type, of: tag.attributes, is: "hidden"): insertVoid(tag)
    case .form:
      if !open.contains(.template), form < 0 {
        insert(tag)
        form = open.pop()?.node ?? -1
      }
    default: return nil
    }
    return .done
  }

  mutating func inTableText(_ token: Token) -> Outcome {
    switch token {
    case .null: return .done
    case .text(let range):
      tableTexts.append(range)
      return .done
    default:
      flushTableText()
      return .again
    }
  }

  /// Puts the texts of a table where they belong, if some are still to be put.
  mutating func flushTableText() {
    guard mode == .inTableText else { return }
    mode = returnMode
    let texts = tableTexts
    tableTexts = []
    if texts.allSatisfy({ isSpace($0) }) {
      for range in texts { insertText(range) }
    } else {
      for range in texts { _ = foster(.text(range)) }
    }
  }

  mutating func inCaption(_ token: Token) -> Outcome {
    let isAgain: Bool
    switch token {
    case .startTag(let tag):
      switch tag.name {
      case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: isAgain = true
      default: return inBody(token)
      }
    case .endTag(let tag):
      switch tag.name {
      case .caption: isAgain = false
      case .table: isAgain = true
      case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
      default: return inBody(token)
      }
    default: return inBody(token)
    }
    guard open.has(.caption, in: .table) else { return .done }
    endImplied()
    pop(through: .caption)
    formatting.removeToMark()
    mode = .inTable
    return isAgain ? .again : .done
  }

  mutating func inColumnGroup(_ token: Token) -> Outcome {
    switch token {
    case .text(let range):
      let space = space(in: range)
      insertText(space)
      if space == range { return .done }
      if !space.isEmpty { return rest(after: space, of: range) }
    case .comment(let range):
      insertComment(range)
      return .done
    case .doctype: return .done
    case .startTag(let tag):
      switch tag.name {
      case .html: return inBody(token)
      case .col:
        insertVoid(tag)
        return .done
      case .template: return inHead(token)
      default: break
      }
    case .endTag(let tag):
      switch tag.name {
      case .colgroup:
        guard currentName == .colgroup else { return .done }
        open.pop()
        mode = .inTable
        return .done
      case .col: return .done
      case .template: return inHead(token)
      default: break
      }
    case .end: return inBody(token)
    case .null: break
    }
    guard currentName == .colgroup else { return .done }
    open.pop()
    mode = .inTable
    return .again
  }

  mutating func inTableBody(_ token: Token) -> Outcome {
    switch token {
    case .startTag(let tag):
      switch tag.name {
      case .tr:
        pop(to: [.tbody, .tfoot, .thead, .template, .html])
        insert(tag)
        mode = .inRow
        return .done
      case .th, .td:
        pop(to: [.tbody, .tfoot, .thead, .template, .html])
        insert(.tr)
        mode = .inRow
        return .again
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return endTableBody()
      default: break
      }
    case .endTag(let tag):
      switch tag.name {
      case .tbody, .tfoot, .thead:
        guard open.has(tag.name, in: .table) else { return .done }
        pop(to: [.tbody, .tfoot, .thead, .template, .html])
        open.pop()
        mode = .inTable
        return .done
      case .table: return endTableBody()
      case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
      default: break
      }
    default: break
    }
    return inTable(token)
  }

  private mutating func endTableBody() -> Outcome {
    guard open.has(anyOf: NameSet.tableBodies, in: .table) else { return .done }
    pop(to: [.tbody, .tfoot, .thead, .template, .html])
    open.pop()
    mode = .inTable
    return .again
  }

  mutating func inRow(_ token: Token) -> Outcome {
    switch token {
    case .startTag(let tag):
      switch tag.name {
      case .th, .td:
        pop(to: [.tr, .template, .html])
        insert(tag)
        mode = .inCell
        formatting.addMark()
        return .done
      case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return endRow()
      default: break
      }
    case .endTag(let tag):
      switch tag.name {
      case .tr: return endRow() == .again ? .done : .done
      case .table: return endRow()
      case .tbody, .tfoot, .thead: return open.has(tag.name, in: .table) ? endRow() : .done
      case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
      default: break
      }
    default: break
    }
    return inTable(token)
  }

  private mutating func endRow() -> Outcome {
    guard open.has(.tr, in: .table) else { return .done }
    pop(to: [.tr, .template, .html])
    open.pop()
    mode = .inTableBody
    return .again
  }

  mutating func inCell(_ token: Token) -> Outcome {
    switch token {
    case .startTag(let tag):
      switch tag.name {
      case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
        guard open.has(.td, in: .table) || open.has(.th, in: .table) else { return .done }
        return endCell()
      default: break
      }
    case .endTag(let tag):
      switch tag.name {
      case .td, .th:
        guard open.has(tag.name, in: .table) else { return .done }
        endImplied()
        pop(through: tag.name)
        formatting.removeToMark()
        mode = .inRow
        return .done
      case .body, .caption, .col, .colgroup, .html: return .done
      case .table, .tbody, .tfoot, .thead, .tr:
        return open.has(tag.name, in: .table) ? endCell() : .done
      default: break
      }
    default: break
    }
    return inBody(token)
  }

  private mutating func endCell() -> Outcome {
    endImplied()
    pop(through: [.td, .th])
    formatting.removeToMark()
    mode = .inRow
    return .again
  }

  // MARK: Templates

  mutating func inTemplate(_ token: Token) -> Outcome {
    let next: Mode
    switch token {
    case .text, .null, .comment, .doctype: return inBody(token)
    case .startTag(let tag):
      switch tag.name {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        return inHead(token)
      case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
      case .col: next = .inColumnGroup
      case .tr: next = .inTableBody
      case .td, .th: next = .inRow
      default: next = .inBody
      }
    case .endTag(let tag):
      return tag.name == .template ? inHead(token) : .done
    case .end:
      guard open.contains(.template) else { return .done }
      pop(through: .template)
      formatting.removeToMark()
      _ = templateModes.popLast()
      resetMode()
      return .again
    }
    if !templateModes.isEmpty { templateModes[templateModes.count - 1] = next }
    mode = next
    return .again
  }
}
