import DiscussionModel
import HTMLTree
import WebAddresses

/// Pages of no known shape: comments are found by what they have in common.
enum UnknownPage {
  /// What is in a page that no shape fits; nil if nothing in it looks like a discussion.
  ///
  /// - Complexity: O(size of the page).
  static func read(_ page: WebPage) -> PageFound? {
    let survey = CommentSurvey(page.tree)
    guard let choice = CommentChoice.find(survey) else { return nil }
    let fields = choice.fields
    let ids = CommentIDs(fields.parts)
    let parents = CommentParents(fields, ids)
    var found = PageFound(kind: "a page with comments")
    found.title = page.title
    found.url = page.addresses.first?.page
    setArticle(of: &found, page, choice)
    found.count = choice.heading.count
    found.treeIsInferred = parents.isInferred
    var texts = PageTexts(page, leavingOut: [])
    texts.leaveOut(fields.isLeftOut.indices.filter { fields.isLeftOut[$0] })
    for (place, fields) in fields.comments.enumerated() {
      var comment = PageComment(node: choice.spans[place].start)
      comment.id = ids.ids[place]
      comment.parent = parents.parents[place]
      comment.author = fields.author
      comment.time = fields.time
      comment.score = fields.score
      let body = Self.html(fields.text.roots, page.tree, &texts)
      comment.body = body.isEmpty ? nil : Self.withoutHead(body, hasTime: fields.text.hasTime)
      if fields.isDeleted, comment.author == nil || fields.text.letters < 60 {
        comment.state = .deleted
      }
      found.comments.append(comment)
    }
    found.firstIsArticle = OpeningPost.isFirst(choice.spans, survey, page)
    found.explanation = explanation(choice, parents, ids) + found.explanation
    if found.firstIsArticle {
      found.explanation.append("article: the first comment, since it links to this page as its own")
    }
    return found
  }

  /// Bytes of text from which what is not a comment is an article.
  private static let shortestArticle = 200

  /// Whether a text outside of the comments is more than labels, links and words of tags.
  private static func isArticle(_ text: String) -> Bool {
    guard text.utf8.count >= shortestArticle else { return false }
    var sentences = 0
    // The last three bytes.
    var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
    for byte in text.utf8 {
      if byte == 0x20 {
        switch last {
        case (_, _, UInt8(ascii: ".")), (_, _, UInt8(ascii: "!")), (_, _, UInt8(ascii: "?")),
          (_, _, UInt8(ascii: ":")), (_, _, UInt8(ascii: "\"")), (0xE2, 0x80, 0x9D):
          sentences += 1
        default: if isFullStop(last) { sentences += 1 }
        }
      }
      last = (last.1, last.2, byte)
      if isFullStop(last) { sentences += 1 }
      if sentences >= 2 { return true }
    }
    return false
  }

  /// Whether three bytes are 。, ！ or ？.
  private static func isFullStop(_ bytes: (UInt8, UInt8, UInt8)) -> Bool {
    bytes == (0xE3, 0x80, 0x82) || bytes == (0xEF, 0xBC, 0x81) || bytes == (0xEF, 0xBC, 0x9F)
  }

  /// Sets what the page says besides its comments.
  private static func setArticle(
    of found: inout PageFound, _ page: WebPage, _ choice: CommentChoice
  ) {
    let tree = page.tree
    var others: [Int] = []
    for span in choice.spans {
      var at = span.start
      while at < span.end {
        others.append(at)
        at = max(at + 1, tree.nodes[at].end)
      }
    }
    found.takeArticle(of: page, without: others)
    if let body = found.body, !isArticle(HTMLText.line(body)) {
      found.body = nil
      found.maskCharacter = nil
    }
    if found.body == nil {
      found.explanation = ["article: none; too little text besides the comments"]
    }
  }

  /// The text of a comment.
  private static func html(_ roots: [Int], _ tree: HTMLTree, _ texts: inout PageTexts) -> String {
    if roots.count == 1, tree.nodes[roots[0]].isElement { return texts.html(in: roots[0]) ?? "" }
    return roots.compactMap { root in
      if tree.nodes[root].isText { return HTMLText.escaped(tree.text(of: root)) }
      switch tree.nodes[root].name {
      case .dd, .dt, .td, .th, .tr, .li, .tbody, .div:
        return texts.html(in: root).map { "<div>\($0)</div>" }
      default: return texts.whole(root)
      }
    }.joined(separator: "\n")
  }

  /// A text without the colon after the name that was before it, or the time.
  private static func withoutHead(_ html: String, hasTime: Bool) -> String {
    if hasTime, let range = html.prefix(80).range(of: ": "),
      PageTime.read(String(html[..<range.lowerBound])) != nil
    {
      return String(html[range.upperBound...])
    }
    guard let first = html.first, ":,–—".contains(first) else { return html }
    return String(html.dropFirst().drop { $0.isWhitespace })
  }

  private static func explanation(
    _ choice: CommentChoice, _ parents: CommentParents, _ ids: CommentIDs
  ) -> [String] {
    let count = choice.spans.count
    var lines = ["page: unknown site; comments were found by their similar markup"]
    lines.append("comments: \(count), by \(choice.signs.joined(separator: " and "))")
    if let line = choice.heading.line { lines.append("number: by “\(line)”") }
    lines.append("ids: \(ids.ids.count { $0 != nil }) of \(count)")
    lines += choice.fields.explanation
    let replies = parents.parents.count { $0 != nil }
    lines.append(
      "replies: \(replies), "
        + (parents.sign.map { "by \($0)" } ?? "since nothing says who replies to whom"))
    return lines
  }
}
