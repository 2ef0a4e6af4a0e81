import DiscussionModel
import HTMLTree

/// When each of some comments was written.
///
/// Of all kinds of parts that state times, the one counts that most comments have, that is written for machines, is called after
/// times, and follows the order of the comments.
struct CommentTimes {
  private(set) var times: [SourceTime?]
  /// Where each is stated, in whatever form; nil for a comment that states none.
  private(set) var nodes: [Int?]
  /// Those of the kind that most have.
  private(set) var examples: [Int] = []

  private let parts: CommentParts
  private let survey: CommentSurvey
  private let tree: HTMLTree

  /// - Complexity: O(times in the page × log).
  init(_ parts: CommentParts) {
    self.parts = parts
    survey = parts.survey
    tree = survey.tree
    times = [SourceTime?](repeating: nil, count: parts.spans.count)
    nodes = [Int?](repeating: nil, count: parts.spans.count)
    find()
  }

  private struct TimePart {
    var part: Int
    var spans: [(span: Int, place: Int)] = []
    var weight = 0.0
  }

  private mutating func find() {
    var byPart: [Int: TimePart] = [:]
    guard let first = parts.spans.first else { return }
    for place in survey.firstTime(from: first.start)..<survey.times.count {
      let node = survey.times[place].node
      guard parts.owners[node] >= 0, parts.partOf[node] >= 0 else { continue }
      let part = Int(parts.partOf[node])
      byPart[part, default: TimePart(part: part)].spans.append((Int(parts.owners[node]), place))
    }
    var candidates = Array(byPart.values)
    for index in candidates.indices {
      candidates[index].weight = weight(of: candidates[index])
    }
    candidates.sort { ($0.weight, $1.part) > ($1.weight, $0.part) }
    for (rank, candidate) in candidates.prefix(4).enumerated() {
      guard candidate.weight > 1.5 else { break }
      let isClear = rank == 0 || candidate.weight > 3
      for (span, place) in candidate.spans
      where isClear && (nodes[span] == nil || times[span] == nil && survey.times[place].isExact) {
        times[span] = survey.times[place].time
        nodes[span] = survey.times[place].node
      }
      if rank == 0 { examples = candidate.spans.map { survey.times[$0.place].node } }
    }
  }

  private func weight(of candidate: TimePart) -> Double {
    let count = Double(max(1, nodes.count))
    let share = Double(candidate.spans.count) / count
    guard let first = candidate.spans.first else { return 0 }
    let node = survey.times[first.place].node
    var hints = survey.hints[node]
    if let parent = tree.nodes[node].parent { hints.formUnion(survey.hints[parent]) }
    let exact = candidate.spans.count { survey.times[$0.place].isExact }
    var weight = 4 * share + 2 * Double(exact) / Double(candidate.spans.count)
    if hints.contains(.time) { weight += 1.5 }
    if tree.nodes[node].name == .time { weight += 1 }
    if hints.contains(.profile) { weight -= 3 }
    let near = survey.line(of: node)?.lowercased() ?? ""
    if Self.membership.contains(where: { near.has($0) }) { weight -= 3 }
    // What is long is prose that mentions a day.
    if survey.letters(in: node) > 60 { weight -= 2 }
    // Comments are in the order of their times; days on which people joined are not.
    let seconds = candidate.spans.compactMap { survey.times[$0.place].time?.seconds }
    if seconds.count >= 4 {
      var (up, down) = (0, 0)
      for (one, other) in zip(seconds, seconds.dropFirst()) {
        if one <= other { up += 1 }
        if one >= other { down += 1 }
      }
      weight += 1.5 * Double(max(up, down)) / Double(seconds.count - 1)
    }
    return weight
  }

  /// Words beside the day on which somebody joined.
  private static let membership = [
    "joined", "registered", "member since", "registriert", "mitglied", "dabei seit", "inscrit",
    "inscription", "registrado", "miembro", "iscritto", "registrato", "lid sinds", "medlem",
    "registrerad", "dołączył", "rejestracja", "регистрация", "с нами", "registrace", "since",
  ]

}
