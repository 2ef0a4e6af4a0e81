import HTMLTree

/// Which part of each of some comments is its text: what is left without its name, its time and what is for clicking.
struct CommentTexts {
  private(set) var texts: [Text]
  /// What is not a part of any text.
  private(set) var isLeftOut: [Bool]
  /// The elements that have the texts of most.
  private(set) var examples: [Int] = []

  struct Text {
    /// The elements that have it, and nothing of what is before and after it; empty if there is none.
    var roots: [Int] = []
    /// Whether the time is at its start.
    var hasTime = false
    var letters = 0
    /// Those of them that are links.
    var linked = 0
  }

  private let parts: CommentParts
  /// The element or the text of the time, and of the author.
  private let times: [Int?]
  private let authors: [Int?]
  private let survey: CommentSurvey
  private let tree: HTMLTree

  /// - Parameters:
  ///   - parts: the comments.
  ///   - times: where their times are stated.
  ///   - authors: where their authors are named.
  ///   - isLeftOut: what else is not a part of any text.
  /// - Complexity: O(size of the page).
  init(_ parts: CommentParts, times: [Int?], authors: [Int?], without isLeftOut: [Bool]) {
    self.parts = parts
    self.times = times
    self.authors = authors
    self.isLeftOut = isLeftOut
    survey = parts.survey
    tree = survey.tree
    texts = parts.spans.map { _ in Text() }
    find()
  }

  /// Where a comment has its name and its time, after its start.
  private func header(_ span: Int) -> [Int] {
    let start = parts.spans[span].start
    var result: [Int] = []
    if let author = authors[span], author > start { result.append(author) }
    if let time = times[span], time > start { result.append(time) }
    return result
  }

  private mutating func find() {
    var hasHeader = [Bool](repeating: false, count: tree.nodes.count)
    for span in texts.indices {
      for node in header(span) {
        if survey.letters(in: node) <= CommentSurvey.shortText { isLeftOut[node] = true }
        var at = tree.nodes[node].parent
        while let parent = at, parent >= parts.spans[span].start, !hasHeader[parent] {
          hasHeader[parent] = true
          at = tree.nodes[parent].parent
        }
      }
    }
    // Comments of several kinds have their texts in different elements.
    var isDone = [Bool](repeating: false, count: texts.count)
    for _ in 0..<3 {
      guard isDone.contains(false), let part = textPart(hasHeader, without: isDone) else { break }
      var used: [Int] = []
      for (span, node) in zip(parts.parts[part].spans, parts.parts[part].nodes) {
        let span = Int(span)
        guard !isDone[span], !hasHeader[Int(node)], !parts.hasSpans[Int(node)],
          !hasLikeSibling(Int(node))
        else { continue }
        let kept = leaves(in: CommentSpan(start: Int(node), end: tree.nodes[Int(node)].end), span)
        guard !kept.isEmpty else { continue }
        isDone[span] = true
        used.append(Int(node))
        setText(span, kept)
      }
      if used.isEmpty { break }
      if examples.isEmpty { examples = used }
    }
    for span in texts.indices where !isDone[span] {
      var kept = outsideHeader(leaves(in: parts.spans[span], span), span)
      // The text may go on after the time.
      if kept.isEmpty, let node = times[span], tree.nodes[node].isText,
        survey.letters(in: node) >= 24
      {
        isLeftOut[node] = false
        texts[span].hasTime = true
        kept = leaves(in: parts.spans[span], span).filter { $0 >= node }
      }
      setText(span, kept)
    }
  }

  /// The kind of part that has nearly all that is not a name, a time or a button.
  private func textPart(_ hasHeader: [Bool], without isDone: [Bool]) -> Int? {
    var own = parts.spans.map { Int(survey.letters(in: $0.range)) }
    for (span, outer) in zip(parts.spans, parts.around) where outer >= 0 {
      own[Int(outer)] -= Int(survey.letters(in: span.range))
    }
    var whole = 0
    var withText = 0
    for span in texts.indices where !isDone[span] {
      for node in header(span) { own[span] -= Int(survey.letters(in: node)) }
      whole += max(0, own[span])
      if own[span] > 0 { withText += 1 }
    }
    // The first pass is for most comments, the others for those that are left.
    let isFirst = !isDone.contains(true)
    var best: (weight: Double, depth: Int32, part: Int)?
    for (number, part) in parts.parts.enumerated() {
      guard let first = part.nodes.first.map({ Int($0) }), tree.nodes[first].isElement,
        first != parts.spans[Int(part.spans[0])].start, part.repeated * 10 <= part.nodes.count,
        part.nodes.count(where: { isLeftOut[Int($0)] }) * 2 <= part.nodes.count
      else { continue }
      var (count, letters, unclean, siblings) = (0, 0, 0, 0)
      for (span, node) in zip(part.spans, part.nodes) where !isDone[Int(span)] {
        count += 1
        if hasLikeSibling(Int(node)) { siblings += 1 }
        letters += Int(survey.letters(in: Int(node)))
        if hasHeader[Int(node)] || parts.hasSpans[Int(node)] { unclean += 1 }
      }
      guard count * 10 >= withText * (isFirst ? 6 : 3), letters * 10 >= whole * (isFirst ? 5 : 2),
        unclean * 5 <= count, letters > 0, siblings * 10 <= count
      else { continue }
      // A paragraph without a name is the text only if there is no other.
      if Self.isParagraph(first, tree), letters * 100 < whole * 85 { continue }
      var weight = Double(letters)
      if survey.hints[first].contains(.text) { weight *= 1.06 }
      let depth = survey.depths[first]
      if let known = best {
        if weight < known.weight * 0.98 { continue }
        if weight < known.weight * 1.02, depth < known.depth { continue }
      }
      best = (weight, depth, number)
    }
    return best?.part
  }

  /// Whether the next element beside an element is like it, or before it.
  private func hasLikeSibling(_ node: Int) -> Bool {
    let parent = tree.nodes[node].parent
    if survey.ordinals[node] > 0 { return true }
    var at = tree.nodes[node].end
    while at < tree.nodes.count, tree.nodes[at].parent == parent {
      if tree.nodes[at].isElement { return survey.shapes[at] == survey.shapes[node] }
      at += 1
    }
    return false
  }

  private static func isParagraph(_ node: Int, _ tree: HTMLTree) -> Bool {
    switch tree.nodes[node].name {
    case .p, .pre, .ul, .ol, .blockquote: tree.shortAttribute(.class, of: node) == nil
    default: false
    }
  }

  /// The texts and pictures of a span, or of a part of it, that are not left out.
  private func leaves(in range: CommentSpan, _ span: Int) -> [Int] {
    var result: [Int] = []
    var at = range.start
    while at < range.end {
      let node = tree.nodes[at]
      if parts.owners[at] != Int32(span), at != range.start {
        at = node.end
        continue
      }
      if isLeftOut[at]
        || node.isElement && CommentSurvey.isSilent(node.name) && node.name != .iframe
      {
        at = max(at + 1, node.end)
        continue
      }
      if node.isText ? survey.letters(in: at) > 0 : Self.isPicture(node.name) { result.append(at) }
      at += 1
    }
    return result
  }

  private static func isPicture(_ name: HTMLName) -> Bool {
    switch name {
    case .img, .video, .audio, .iframe, .embed, .object: true
    default: false
    }
  }

  /// Takes from the leaves of a comment those of the lines with its name and its time.
  private func outsideHeader(_ leaves: [Int], _ span: Int) -> [Int] {
    guard let longest = leaves.max(by: { survey.letters(in: $0) < survey.letters(in: $1) }) else {
      return []
    }
    var lower = parts.spans[span].start
    var upper = parts.spans[span].end
    for node in header(span) {
      if node < longest { lower = max(lower, node) }
      if node > longest { upper = min(upper, node) }
    }
    return leaves.filter { leaf in
      let letters = survey.letters(in: leaf)
      if leaf < lower { return letters > 60 }
      return leaf < upper || letters > 60
    }
  }

  private mutating func setText(_ span: Int, _ kept: [Int]) {
    guard let first = kept.first, let last = kept.last else { return }
    var letters: Int32 = 0
    for leaf in kept { letters += survey.letters(in: leaf) }
    texts[span].letters = Int(letters)
    for leaf in kept {
      texts[span].linked += Int(survey.linkText[leaf + 1] - survey.linkText[leaf])
    }
    // The smallest element of the span that has all of them.
    let range = parts.spans[span]
    var root = tree.nodes[first].isText ? tree.nodes[first].parent ?? first : first
    while tree.nodes[root].end <= last, let parent = tree.nodes[root].parent, root >= range.start {
      root = parent
    }
    // What is in the root is the text; it must not be what gives the text its form.
    while root > range.start, !Self.isPlain(tree.nodes[root].name),
      let parent = tree.nodes[root].parent,
      parent >= range.start
    {
      root = parent
    }
    if root >= range.start {
      texts[span].roots = [root]
    } else {
      var at = range.start
      var place = 0
      while at < range.end {
        let end = max(at + 1, tree.nodes[at].end)
        if place < kept.count, kept[place] < end { texts[span].roots.append(at) }
        while place < kept.count, kept[place] < end { place += 1 }
        at = end
      }
    }
    leaveOutRest(span, kept)
  }

  /// Whether an element gives no form to what is in it.
  private static func isPlain(_ name: HTMLName) -> Bool {
    switch name {
    case .div, .section, .article, .td, .li, .dd, .dt, .p, .main, .body, .form, .details, .center,
      .font,
      .other, .tr, .span:
      true
    default: false
    }
  }

  /// Leaves out what is between the roots of a text and its leaves.
  private mutating func leaveOutRest(_ span: Int, _ kept: [Int]) {
    guard let first = kept.first, let last = kept.last else { return }
    var next = 0
    for root in texts[span].roots {
      var at = root
      while at < max(root + 1, tree.nodes[root].end) {
        let node = tree.nodes[at]
        let end = max(at + 1, node.end)
        while next < kept.count, kept[next] < at { next += 1 }
        if parts.owners[at] != Int32(span), at != root {
          isLeftOut[at] = true
          at = end
          continue
        }
        let hasLeaf = next < kept.count && kept[next] < end
        if !hasLeaf, at != root, !(Self.isBreak(node.name) && first < at && at < last) {
          if node.isElement || survey.letters(in: at) > 0 { isLeftOut[at] = true }
          at = end
          continue
        }
        at += 1
      }
    }
  }

  private static func isBreak(_ name: HTMLName) -> Bool {
    switch name {
    case .br, .hr, .wbr, .td, .th, .li, .p: true
    default: false
    }
  }
}
