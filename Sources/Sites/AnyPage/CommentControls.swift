import HTMLTree

/// What in comments is not what anybody wrote: buttons and links for clicking, signatures, and what reads the same in most of
/// them.
struct CommentControls {
  /// Whether a node is one of those.
  private(set) var isControl: [Bool]
  /// The share of the comments that can be replied to, reported or quoted.
  private(set) var share = 0.0

  private let parts: CommentParts
  private let survey: CommentSurvey
  private let tree: HTMLTree

  /// - Complexity: O(size of the page).
  init(_ parts: CommentParts) {
    self.parts = parts
    survey = parts.survey
    tree = survey.tree
    isControl = [Bool](repeating: false, count: tree.nodes.count)
    for part in parts.parts where !part.nodes.isEmpty { check(part) }
    findLinks()
  }

  private static let words: Set<String> = [
    "reply", "report", "permalink", "link", "share", "like", "quote", "edit", "delete", "flag",
    "parent", "antworten", "melden", "zitieren", "teilen", "répondre", "signaler", "citer",
    "partager", "responder", "denunciar", "citar", "rispondi", "segnala", "cita", "reageer",
    "citeer", "svara", "svar", "odpowiedz", "zgłoś", "cytuj", "odpovědět", "reagovat", "ответить",
    "цитировать", "пожаловаться", "відповісти", "yanıtla", "vastaa", "返信", "回复", "引用", "答复",
    "top", "nach oben", "haut", "up", "reply to this", "like · reply", "upvote", "downvote",
  ]

  private mutating func check(_ part: CommentParts.Part) {
    let first = Int(part.nodes[0])
    guard first != parts.spans[Int(part.spans[0])].start else { return }
    let hints = survey.hints[first]
    let isLink = tree.nodes[first].name == .a
    if hints.contains(.signature) {
      leaveOut(part)
      return
    }
    guard part.letters <= 40 * part.nodes.count,
      tree.nodes[first].isElement || part.nodes.count >= 3
    else { return }
    let isCalled =
      !hints.isDisjoint(with: [.control, .score])
      && hints.isDisjoint(with: [.author, .time, .text]) && (!hints.contains(.quote) || isLink)
    if isCalled, !isInProse(first), parts.share(part) >= 0.2 || parts.spans.count < 5,
      !hasTextInside(part)
    {
      leaveOut(part)
      return
    }
    guard part.letters > 0, isLink || part.nodes.count >= 3 else { return }
    if part.nodes.count > 40, !isLink {
      // A few show whether they are alike.
      let few = part.nodes.prefix(20).compactMap { survey.line(of: Int($0)) }
      if Set(few).count > 14 { return }
    }
    var lines: [String: Int] = [:]
    var controls = 0
    for node in part.nodes {
      guard let line = survey.line(of: Int(node)) else { continue }
      lines[line, default: 0] += 1
      if isLink, Self.words.contains(line.lowercased()) { controls += 1 }
    }
    let top = lines.values.max() ?? 0
    let isCommon =
      parts.spans.count >= 4 && part.nodes.count * 2 >= parts.spans.count
      && top * 10 >= part.nodes.count * 6 && !hints.contains(.author)
    guard isCommon || controls * 2 > part.nodes.count else { return }
    for node in part.nodes {
      guard let line = survey.line(of: Int(node)), (lines[line] ?? 0) * 4 >= top else { continue }
      isControl[Int(node)] = true
    }
  }

  /// Finds single links whose words or aims give them away, and buttons.
  private mutating func findLinks() {
    var isControlled = [Bool](repeating: false, count: parts.spans.count)
    for (index, node) in tree.nodes.enumerated() where parts.owners[index] >= 0 {
      let span = Int(parts.owners[index])
      if node.name == .button, node.end - index < 24, !isControlled[span] {
        let label = CommentSurvey.line(Array(tree.text(below: index).utf8)[...]).lowercased()
        if Self.words.contains(label) { isControlled[span] = true }
      }
      guard node.name == .a, survey.letters(in: index) <= 60 else { continue }
      let href = tree.shortAttribute(.href, of: index) ?? ""
      let isNamed = survey.line(of: index).map { Self.words.contains($0.lowercased()) } == true
      if isNamed && !isInProse(index) || href.has("replytocom") || href == "#respond"
        || href.hasPrefix("javascript:")
      {
        isControl[index] = true
        isControlled[span] = true
      } else if href.hasPrefix("#"), !survey.hints[index].contains(.author), isAlone(index) {
        // It leads to the comment itself, or to what that replies to.
        isControl[index] = true
      }
    }
    share = Double(isControlled.count { $0 }) / Double(max(1, parts.spans.count))
  }

  /// Whether hardly any text is right beside an element, which is in no paragraph.
  private func isAlone(_ node: Int) -> Bool {
    guard let parent = tree.nodes[node].parent else { return true }
    switch tree.nodes[parent].name {
    case .p, .blockquote, .sup, .q: return false
    default: break
    }
    var letters: Int32 = 0
    let before = node - 1
    if tree.nodes[before].isText { letters += survey.letters(in: before) }
    let after = tree.nodes[node].end
    if after < tree.nodes[parent].end, tree.nodes[after].isText {
      letters += survey.letters(in: after)
    }
    return letters <= 24
  }

  /// Whether an element stands in a paragraph with more than it.
  private func isInProse(_ node: Int) -> Bool {
    guard let parent = tree.nodes[node].parent else { return false }
    switch tree.nodes[parent].name {
    case .p, .blockquote, .em, .b, .i, .strong:
      return survey.letters(in: parent) > survey.letters(in: node) + 40
    default: return false
    }
  }

  private func hasTextInside(_ part: CommentParts.Part) -> Bool {
    part.nodes.prefix(3).contains { node in
      (Int(node)..<tree.nodes[Int(node)].end).prefix(40).contains {
        !survey.hints[$0].isDisjoint(with: [.text, .author]) || survey.isPersonLink($0)
      }
    }
  }

  private mutating func leaveOut(_ part: CommentParts.Part) {
    for node in part.nodes where !parts.hasSpans[Int(node)] { isControl[Int(node)] = true }
  }
}
