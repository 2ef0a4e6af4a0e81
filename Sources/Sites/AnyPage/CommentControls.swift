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
  init(_ parts: CommentParts, _ lines: inout CommentLines) {
    self.parts = parts
    survey = parts.survey
    tree = survey.tree
    isControl = [Bool](repeating: false, count: tree.nodes.count)
    for part in parts.parts where !part.nodes.isEmpty { check(part, &lines) }
    findLinks(&lines)
  }

  /// What buttons and links say with which one does something with a comment, in lower case.
  static let words: Set<String> = [
    "reply", "report", "permalink", "link", "share", "like", "quote", "edit", "delete", "flag",
    "parent", "antworten", "melden", "zitieren", "teilen", "répondre", "signaler", "citer",
    "partager", "responder", "denunciar", "citar", "rispondi", "segnala", "cita", "reageer",
    "citeer", "svara", "svar", "odpowiedz", "zgłoś", "cytuj", "odpovědět", "reagovat", "ответить",
    "цитировать", "пожаловаться", "відповісти", "yanıtla", "vastaa", "返信", "回复", "引用", "答复",
    "top", "nach oben", "haut", "up", "reply to this", "like · reply", "upvote", "downvote",
  ]

  /// Bytes of a line that may be one of them, at most.
  static let longest = 48

  private mutating func check(_ part: CommentParts.Part, _ lines: inout CommentLines) {
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
      let few = part.nodes.prefix(20).compactMap { lines.line(of: Int($0)) }
      if Set(few).count > 14 { return }
    }
    var nodes: [Int] = []
    var list: [Int] = []
    var controls = 0
    for node in part.nodes {
      guard let line = lines.line(of: Int(node)) else { continue }
      nodes.append(Int(node))
      list.append(line)
      if isLink, lines.isControl(line) { controls += 1 }
    }
    let counts = lines.counts(of: list)
    let top = counts.max() ?? 0
    let isCommon =
      parts.spans.count >= 4 && part.nodes.count * 2 >= parts.spans.count
      && top * 10 >= part.nodes.count * 6 && !hints.contains(.author)
    guard isCommon || controls * 2 > part.nodes.count else { return }
    for (node, count) in zip(nodes, counts) where count * 4 >= top { isControl[node] = true }
  }

  /// Finds single links whose words or aims give them away, and buttons.
  private mutating func findLinks(_ lines: inout CommentLines) {
    var isControlled = [Bool](repeating: false, count: parts.spans.count)
    for index in survey.buttons where parts.owners[index] >= 0 {
      let span = Int(parts.owners[index])
      guard tree.nodes[index].end - index < 24, !isControlled[span] else { continue }
      if lines.isControl(lines.lineOfAnyLength(of: index)) { isControlled[span] = true }
    }
    for (index, signs) in survey.links where parts.owners[index] >= 0 {
      guard survey.letters(in: index) <= 60 else { continue }
      let isNamed = lines.line(of: index).map { lines.isControl($0) } ?? false
      if isNamed && !isInProse(index) || signs.contains(.control) {
        isControl[index] = true
        isControlled[Int(parts.owners[index])] = true
      } else if signs.contains(.inPage), !survey.hints[index].contains(.author), isAlone(index) {
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

  /// Whether an element is in a paragraph with more than it.
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
