import HTMLTree

/// Who wrote each of some comments: what is called after authors, links to a person, or a short text that is at the
/// start of each and differs.
struct CommentAuthors {
  private(set) var names: [String?]
  /// The elements or texts that have the names; nil for a name in an attribute or beside the time.
  private(set) var nodes: [Int?]
  /// Whether they are found by more than where they are.
  private(set) var isNamed = false
  /// What showed it, for people; nil if nothing did.
  private(set) var sign: String?
  /// Those of the kind that most have.
  private(set) var examples: [Int] = []

  private let parts: CommentParts
  private let times: CommentTimes
  private let controls: CommentControls
  private let survey: CommentSurvey
  private let tree: HTMLTree

  /// - Complexity: O(size of the page).
  init(
    _ parts: CommentParts, _ times: CommentTimes, _ controls: CommentControls,
    _ lines: inout CommentLines
  ) {
    self.parts = parts
    self.times = times
    self.controls = controls
    survey = parts.survey
    tree = survey.tree
    names = [String?](repeating: nil, count: parts.spans.count)
    nodes = [Int?](repeating: nil, count: parts.spans.count)
    find(&lines)
  }

  private static let attributes = [
    "data-author", "data-username", "data-user-name", "data-author-name", "data-user",
    "data-nickname", "author", "data-commenter", "data-member", "data-name", "data-poster",
    "username",
  ]

  private struct Candidate {
    var part: Int
    /// The lines that are left of each; nil for a node without a name.
    var names: [Int?]
    var weight: Double
    var isNamed: Bool
  }

  private mutating func find(_ lines: inout CommentLines) {
    var candidates: [Candidate] = []
    for number in parts.parts.indices {
      if let candidate = candidate(number, &lines) { candidates.append(candidate) }
    }
    candidates.sort { ($0.weight, $1.part) > ($1.weight, $0.part) }
    if readAttributes() { isNamed = true }
    for (rank, candidate) in candidates.prefix(5).enumerated() {
      guard candidate.weight >= 6 || candidate.isNamed && candidate.weight > 4 else { break }
      if rank > 0, !candidate.isNamed { continue }
      if rank == 0, candidate.isNamed { isNamed = true }
      let part = parts.parts[candidate.part]
      var used: [Int] = []
      for (place, name) in candidate.names.enumerated() {
        let span = Int(part.spans[place])
        let node = Int(part.nodes[place])
        guard let name, nodes[span] == nil else { continue }
        if names[span] == nil { names[span] = lines.string(name) }
        nodes[span] = node
        used.append(node)
      }
      if rank == 0 { examples = used }
    }
    if names.count(where: { $0 != nil }) * 2 < names.count { readHeaderLines() }
  }

  private mutating func readAttributes() -> Bool {
    let keys = tree.attributeKeys(Self.attributes)
    for (place, name) in Self.attributes.enumerated() where keys.has(place) {
      let values = parts.spans.map { span in
        tree.attribute(named: name, of: span.start).map { HTMLText.shortened($0, limit: 80) }
      }
      let there = values.compactMap { $0 }.filter { !$0.isEmpty }
      guard there.count * 10 >= values.count * 7, there.contains(where: { Int($0) == nil }) else {
        continue
      }
      for (span, value) in values.enumerated() where value?.isEmpty == false {
        names[span] = value
      }
      sign = "[\(name)]"
      return true
    }
    return false
  }

  private func candidate(_ number: Int, _ lines: inout CommentLines) -> Candidate? {
    let part = parts.parts[number]
    let count = part.nodes.count
    guard let first = part.nodes.first.map({ Int($0) }) else { return nil }
    let share = parts.share(part)
    guard share >= 0.25, first != parts.spans[Int(part.spans[0])].start,
      part.letters > 0, part.letters <= count * 60
    else { return nil }
    let isElement = tree.nodes[first].isElement
    let name = tree.nodes[first].name
    let isLink = name == .a && survey.isPersonLink(first)
    var hints = survey.hints[first]
    // A link to the comment itself, or to another one.
    if name == .a, !hints.contains(.author),
      part.nodes.count(where: { survey.linkSigns[Int($0)].contains(.hash) }) * 2 > count
    {
      return nil
    }
    if !isElement, let parent = tree.nodes[first].parent {
      hints.formUnion(survey.hints[parent].intersection(.author))
    }
    if isControlMostly(part), !hints.contains(.author), !isLink { return nil }
    var list: [Int] = []
    var places: [Int] = []
    var (dated, numbers, sentences) = (0, 0, 0)
    for (place, node) in part.nodes.enumerated() {
      if place == 24, dated * 3 > 24 || numbers * 2 > 24 || sentences * 2 > 24 { return nil }
      let node = Int(node)
      guard let line = lines.line(of: node), !parts.hasSpans[node] else { continue }
      let facts = lines[line]
      if facts.isEmpty { continue }
      let end = isElement ? tree.nodes[node].end : node + 1
      if survey.timesBefore[end] > survey.timesBefore[node] { dated += 1 }
      if !facts.hasLetter || facts.words > 1 && facts.isPlainNumber { numbers += 1 }
      if facts.words > 6 || facts.words > 2 && lines.endsSentence(line) { sentences += 1 }
      list.append(line)
      places.append(place)
    }
    guard !list.isEmpty, Double(list.count) >= 0.25 * Double(parts.spans.count) else {
      return nil
    }
    if dated * 3 > list.count || numbers * 2 > list.count || sentences * 2 > list.count {
      return nil
    }
    let isNamed =
      hints.contains(.author) && hints.isDisjoint(with: [.time, .control, .profile, .signature])
      || isLink
    if isControlMostly(part), !isNamed { return nil }
    let names = CommentNames.names(in: list, &lines)
    let there = names.filter { !lines[$0].isEmpty }
    let distinct = Set(there).count
    // Hardly anybody writes nearly all of it.
    let top = lines.counts(of: there).max() ?? 0
    if list.count >= 5, top * 10 > list.count * 7, !isNamed { return nil }
    if distinct == 0 || distinct == 1 && list.count >= 3 && !isNamed { return nil }
    var weight = 4 * Double(list.count) / Double(parts.spans.count)
    if hints.contains(.author), isNamed { weight += hints.isDisjoint(with: .part) ? 3.5 : 2.5 }
    if isLink { weight += 2.5 } else if name == .a { weight += 0.5 }
    switch name {
    case .b, .strong, .cite, .h3, .h4, .h5, .h6, .dt, .th: weight += 1
    default: break
    }
    if distinct > 1 { weight += 0.7 }
    if distinct < list.count, list.count > 5 { weight += 0.5 }
    let length = names.map { lines.length(of: $0) }.sorted()[names.count / 2]
    if length > 24 { weight -= 1.5 }
    if length < 2 { weight -= 2 }
    if !hints.isDisjoint(with: [.profile, .control, .score]) { weight -= 2.5 }
    weight -= 0.25 * Double(part.repeated) / Double(count)
    // Names are at the start, or right at the time.
    var letters = 0.0
    for place in places.prefix(20) {
      let span = parts.spans[Int(part.spans[place])]
      let node = Int(part.nodes[place])
      var before = Int(survey.letters(in: span.start..<node))
      if let time = times.nodes[Int(part.spans[place])], time > span.start {
        let between = time < node ? time..<node : node..<time
        before = min(before, Int(survey.letters(in: between)))
      }
      letters += Double(min(200, before))
    }
    let before = letters / Double(min(20, places.count))
    weight += before < 30 ? 1.5 : before < 80 ? 0.5 : -1.5
    if first > 0, before < 3 { weight += 0.3 }
    // The whole of a comment is not its author.
    let isAll = places.prefix(20).count { place in
      let span = parts.spans[Int(part.spans[place])]
      let all = Int(survey.letters(in: span.range))
      return Int(survey.letters(in: Int(part.nodes[place]))) * 10 > all * 8
    }
    if isAll * 2 > min(20, places.count) { weight -= 3 }
    var all = [Int?](repeating: nil, count: count)
    for (place, name) in zip(places, names) {
      all[place] = 1...200 ~= lines.length(of: name) ? name : nil
    }
    return Candidate(part: number, names: all, weight: weight, isNamed: isNamed)
  }

  private func isControlMostly(_ part: CommentParts.Part) -> Bool {
    part.nodes.count { controls.isControl[Int($0)] } * 2 > part.nodes.count
  }

  /// Reads lines that have the name and the time in one text.
  private mutating func readHeaderLines() {
    var spans: [Int] = []
    var lines: [String] = []
    for span in names.indices {
      guard names[span] == nil, let node = times.nodes[span], tree.nodes[node].isText,
        let line = survey.line(of: node)
      else { continue }
      spans.append(span)
      lines.append(line)
    }
    guard lines.count * 2 >= names.count else { return }
    let found = CommentNames.namesBesideTimes(in: lines)
    for (span, name) in zip(spans, found) where !name.isEmpty && name.count <= 60 {
      names[span] = name
    }
    sign = "the line with the time"
  }
}
