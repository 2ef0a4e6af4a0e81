import HTMLTree

/// How well a group of spans explains a page as comments, before their parts are looked at.
struct GroupRating {
  let group: AlikeGroup
  let spans: [CommentSpan]
  /// The place of the span that each one is in; -1 for none.
  let around: [Int32]
  let isRun: Bool
  private(set) var score = 0.0
  /// The score in steps of about three per cent.
  private(set) var rank = 0
  /// Shares of the spans, from 0 to 1.
  private(set) var withText = 0.0
  private(set) var withTime = 0.0
  private(set) var withPerson = 0.0
  private(set) var withTitle = 0.0
  private(set) var aside = 0.0
  /// How much their names speak for comments, from 0 to 2.
  private(set) var named = 0.0
  private(set) var withNumber = 0.0
  private(set) var letters: Int32 = 0
  /// Letters outside of links, a span.
  private(set) var lettersEach = 0.0

  /// - Complexity: O(spans × log of what is in the page).
  init?(_ group: AlikeGroup, _ survey: CommentSurvey, asRuns isRun: Bool) {
    self.group = group
    self.isRun = isRun
    guard let spans = isRun ? Self.runs(group.nodes, survey) : Self.elements(group.nodes, survey)
    else { return nil }
    self.spans = spans
    around = Self.around(spans)
    rate(survey)
  }

  /// Puts together what was found to be comments of two kinds.
  static func around(_ spans: [CommentSpan]) -> [Int32] {
    var open: [Int] = []
    return spans.indices.map { place in
      while let last = open.last, spans[last].end <= spans[place].start { open.removeLast() }
      defer { open.append(place) }
      return Int32(open.last ?? -1)
    }
  }

  private static func elements(_ nodes: [Int], _ survey: CommentSurvey) -> [CommentSpan]? {
    nodes.map { CommentSpan(start: $0, end: survey.tree.nodes[$0].end) }
  }

  /// From each element up to the next one of the group in the same parent.
  private static func runs(_ nodes: [Int], _ survey: CommentSurvey) -> [CommentSpan]? {
    let tree = survey.tree
    guard nodes.count > 1 else { return nil }
    var letters: Int32 = 0
    for node in nodes { letters += survey.letters(in: node) }
    guard Int(letters) <= nodes.count * 160 else { return nil }
    // The last one in each parent so far.
    var parents = PairNumbers()
    var last: [Int] = []
    var ends = [Int](repeating: -1, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      let parent = parents.number(of: UInt64((tree.nodes[node].parent ?? -1) + 1))
      if parent < last.count {
        ends[last[parent]] = node
        last[parent] = place
      } else {
        last.append(place)
      }
    }
    var longest = 0
    var counts: [Int] = []
    for (place, node) in nodes.enumerated() where ends[place] >= 0 {
      var count = 0
      var at = node
      while at < ends[place], count < 64 {
        at = tree.nodes[at].end
        count += 1
      }
      counts.append(count)
      longest = max(longest, count)
    }
    guard counts.count * 2 >= nodes.count || counts.count > 2 else { return nil }
    // The last one ends with its parent, or is as long as the others.
    for place in last {
      let parentEnd = tree.nodes[nodes[place]].parent.map { tree.nodes[$0].end } ?? tree.nodes.count
      var at = nodes[place]
      var count = 0
      while at < parentEnd, count < longest {
        at = tree.nodes[at].end
        count += 1
      }
      ends[place] = min(at, parentEnd)
    }
    return nodes.indices.map { CommentSpan(start: nodes[$0], end: ends[$0]) }
  }

  private mutating func rate(_ survey: CommentSurvey) {
    let count = spans.count
    var own = spans.map { survey.letters(in: $0.range) }
    var linked = spans.map { survey.linkText[$0.end] - survey.linkText[$0.start] }
    var times = spans.map { survey.timesBefore[$0.end] - survey.timesBefore[$0.start] }
    var people = spans.map { survey.peopleBefore[$0.end] - survey.peopleBefore[$0.start] }
    for place in spans.indices.reversed() {
      let outer = Int(around[place])
      guard outer >= 0 else { continue }
      let range = spans[place].range
      own[outer] -= survey.letters(in: range)
      linked[outer] -= survey.linkText[range.upperBound] - survey.linkText[range.lowerBound]
      times[outer] -= survey.timesBefore[range.upperBound] - survey.timesBefore[range.lowerBound]
      people[outer] -= survey.peopleBefore[range.upperBound] - survey.peopleBefore[range.lowerBound]
    }
    var (texts, dated, personal, titled, beside, numbered) = (0, 0, 0, 0, 0, 0)
    var (many, free) = (0, 0)
    var names = 0.0
    var lastTitle: Int?
    for (place, span) in spans.enumerated() {
      letters += max(0, own[place])
      let unlinked = Int(own[place] - linked[place])
      free += max(0, unlinked)
      if unlinked >= 8 { texts += 1 }
      if times[place] > 0 { dated += 1 }
      if people[place] > 0 { personal += 1 }
      if times[place] > 3 { many += 1 }
      let next = place + 1 < count && around[place + 1] == place ? spans[place + 1].start : span.end
      // The title of a teaser may be before what else is alike in teasers.
      var lower = span.start
      if let before = survey.tree.nodes[span.start].parent,
        place == 0 || spans[place - 1].end <= before,
        survey.letters(in: before..<span.start) <= 200
      {
        lower = before
      } else if place > 0, spans[place - 1].end <= span.start,
        survey.letters(in: spans[place - 1].end..<span.start) <= 200
      {
        lower = spans[place - 1].end
      }
      if let title = survey.title(in: lower..<next) {
        if title != lastTitle { titled += 1 }
        lastTitle = title
      }
      if survey.isAside[span.start] { beside += 1 }
      names += Double(survey.weights[span.start])
      if let id = survey.tree.shortBytes(of: .id, in: span.start),
        id.contains(where: { 0x30...0x39 ~= $0 })
      {
        numbered += 1
      }
    }
    func share(_ part: Int) -> Double { Double(part) / Double(count) }
    withText = share(texts)
    withTime = share(dated)
    withPerson = share(personal)
    withTitle = share(titled)
    aside = share(beside)
    withNumber = share(numbered)
    named = names / Double(count)
    lettersEach = share(free)
    let tooMany = share(many)
    var evidence = 1.5 * withText + 2.5 * withTime + 2 * withPerson + 1.6 * named + withNumber
    evidence -= 2.5 * withTitle + 4 * aside + 3 * tooMany
    if isRun { evidence -= 0.6 }
    guard evidence > 0 else { return }
    let mass = Double(max(2, free))
    score = evidence * Self.log(Double(count + 1)) * Self.log(mass)
    rank = Int(Self.log(max(1, score)) * 24)
  }

  /// The logarithm to the base 2, linear between powers.
  private static func log(_ value: Double) -> Double {
    guard value >= 1 else { return 0 }
    return Double(value.exponent) + value.significand - 1
  }
}
