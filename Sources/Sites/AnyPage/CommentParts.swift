import HTMLTree

/// What the spans have in common inside: for each kind of part, which element or text of each span it is.
///
/// Two parts are of one kind if they are alike and are in elements that are alike. A part of a span that is in
/// it belongs to that one only.
struct CommentParts {
  let survey: CommentSurvey
  let spans: [CommentSpan]
  let around: [Int32]
  private(set) var parts: [Part] = []
  /// For each node the innermost span that it is in; -1 for none.
  private(set) var owners: [Int32]
  /// For each node the number of its part; -1 if it is not the first of its kind in its span.
  private(set) var partOf: [Int32]
  /// Whether a span begins in a node, after its start.
  private(set) var hasSpans: [Bool]

  /// One kind of part.
  struct Part {
    /// The spans that have it, ascending, and the first node of the kind in each.
    fileprivate(set) var spans: [Int32] = []
    fileprivate(set) var nodes: [Int32] = []
    fileprivate(set) var letters = 0
    /// Spans that have more than one, at most once each time.
    fileprivate(set) var repeated = 0
  }

  /// - Complexity: O(size of the page).
  init(_ survey: CommentSurvey, _ spans: [CommentSpan], _ around: [Int32]) {
    self.survey = survey
    self.spans = spans
    self.around = around
    let tree = survey.tree
    owners = [Int32](repeating: -1, count: tree.nodes.count)
    partOf = owners
    hasSpans = [Bool](repeating: false, count: tree.nodes.count)
    var kinds = PairNumbers()
    var kindOf = owners
    var open: [Int] = []
    var next = 0
    guard let first = spans.first else { return }
    var at = first.start
    while at < tree.nodes.count {
      while let last = open.last, spans[last].end <= at { open.removeLast() }
      while next < spans.count, spans[next].start <= at {
        open.append(next)
        next += 1
      }
      guard let span = open.last else {
        guard next < spans.count else { break }
        at = spans[next].start
        continue
      }
      owners[at] = Int32(span)
      let node = tree.nodes[at]
      if node.isElement && CommentSurvey.isSilent(node.name) {
        at = node.end
        continue
      }
      if node.isElement || node.isText && survey.letters(in: at) > 0 {
        let parent = node.parent ?? -1
        let isTop = at == spans[span].start
        let isBelowTop = parent == spans[span].start || parent < spans[span].start
        // What it is, what it is in, and which of several it is.
        let shape: Int32 = isTop ? -2 : node.isText ? -1 : survey.shapes[at]
        let around: Int32 =
          isTop ? -1 : isBelowTop ? -2 : node.isText ? kindOf[parent] : survey.shapes[parent]
        let ordinal = isTop ? 0 : survey.ordinals[at]
        let number = kinds.number(
          of: UInt64(UInt32(bitPattern: shape)) << 32 | UInt64(UInt32(bitPattern: around)),
          UInt64(ordinal))
        if number == parts.count { parts.append(Part()) }
        kindOf[at] = Int32(number)
        add(at, span, to: number)
      }
      at += 1
    }
    for (place, span) in spans.enumerated() where around[place] >= 0 {
      let outer = spans[Int(around[place])].start
      var parent = tree.nodes[span.start].parent
      while let node = parent, node >= outer, !hasSpans[node] {
        hasSpans[node] = true
        parent = tree.nodes[node].parent
      }
    }
  }

  private mutating func add(_ node: Int, _ span: Int, to part: Int) {
    if parts[part].spans.last == Int32(span) {
      parts[part].repeated += 1
      return
    }
    partOf[node] = Int32(part)
    parts[part].spans.append(Int32(span))
    parts[part].nodes.append(Int32(node))
    parts[part].letters += Int(survey.letters(in: node))
  }

  /// The share of the spans that have a part, from 0 to 1.
  func share(_ part: Part) -> Double { Double(part.spans.count) / Double(max(1, spans.count)) }

  /// The node of a part in a span; nil if it has none.
  func node(of part: Int, in span: Int) -> Int? {
    let list = parts[part].spans
    var range = 0..<list.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if list[middle] < Int32(span) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    let place = range.lowerBound
    return place < list.count && list[place] == Int32(span) ? Int(parts[part].nodes[place]) : nil
  }
}
