import DiscussionModel
import JSONText

extension PageParts {
  /// Takes a page apart as an outline says.
  ///
  /// - Throws: the first fault of the outline.
  init(of page: PageText, outline bytes: [UInt8]) throws(ImportError) {
    var decoder = OutlineDecoder(bytes)
    let outline: PageOutline
    do {
      outline = try decoder.outline()
    } catch {
      let isEmpty = error.offset == bytes.count && PageText(bytes).isBlank
      if !isEmpty { throw ImportError(error, in: .outline, of: JSONBytes(bytes)) }
      throw ImportError(
        .emptyOutline, in: .outline, at: TextPosition(offset: error.offset, in: bytes))
    }
    do {
      try outline.check(against: page)
    } catch {
      throw ImportError(
        error.fault, in: .outline, at: TextPosition(offset: error.offset, in: bytes))
    }
    self.init(of: page, by: outline)
    if decoder.repairs > 0 {
      warnings.append("the outline has \(counted(decoder.repairs, "unreadable character"))")
    }
    if !decoder.unknownMembers.isEmpty {
      let names = decoder.unknownMembers.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      warnings.append("the outline has unknown members, ignored: \(names)")
    }
  }

  /// Takes a page apart as an outline says that was checked against it.
  private init(of page: PageText, by outline: PageOutline) {
    title = page.oneLine(in: outline.title.range)
    byline = outline.byline.map { page.oneLine(in: $0.range) }
    body = outline.body.map { page.text(in: $0.range) }
    notice = outline.notice.map { page.text(in: $0.range) }
    comments = outline.comments.enumerated().map { index, outlined in
      var comment = outline.comment(at: index)
      comment.body = RawText(page.text(in: outlined.section.range))
      return comment
    }
    links = outline.links.map { list in
      LinkList(heading: list.heading, items: LinkLines.items(page.lines[list.section.range]))
    }
  }
}
