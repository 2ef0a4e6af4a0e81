import HTMLTree

/// The comments of a page: the groups that explain it best, if any does well enough.
struct CommentChoice {
  private(set) var spans: [CommentSpan]
  private(set) var fields: CommentFields
  private(set) var heading: CommentHeading
  /// What the comments have in common, for people.
  private(set) var signs: [String]

  /// Groups that are looked at closely.
  private static let most = 5
  /// Groups that may be another kind of comments.
  private static let mostOthers = 40
  /// Of those, how many are looked at closely.
  private static let mostTrials = 6

  /// - Returns: nil if there are none.
  /// - Complexity: O(size of the page).
  static func find(_ survey: CommentSurvey) -> CommentChoice? {
    let ratings = ratings(survey)
    var lines = CommentLines(survey)
    var best: (score: Double, choice: CommentChoice)?
    for rating in ratings.prefix(most) {
      if let known = best, rating.score * mostQuality < known.score { break }
      let choice = CommentChoice(rating, survey, &lines)
      guard choice.isAccepted(rating, survey) else { continue }
      let score = rating.score * choice.quality
      // The first of those that are as good.
      if score > 1.02 * (best?.score ?? 0) { best = (score, choice) }
    }
    guard var choice = best?.choice else { return nil }
    choice.dropArticle(survey, &lines)
    choice.widen(ratings, survey, &lines)
    choice.join(ratings, survey, &lines)
    choice.dropStrangers(survey, &lines)
    return choice
  }

  init(_ rating: GroupRating, _ survey: CommentSurvey, _ lines: inout CommentLines) {
    spans = rating.spans
    fields = CommentFields(survey, rating.spans, rating.around, &lines)
    heading = CommentHeading(survey, rating.spans, &lines)
    signs = [rating.group.sign + (rating.isRun ? " with what follows it" : "")]
  }

  /// All groups, the best first, each set of spans once.
  static func ratings(_ survey: CommentSurvey) -> [GroupRating] {
    var result: [GroupRating] = []
    for group in AlikeGroups.find(survey) {
      for isRun in [false, true] {
        if let rating = GroupRating(group, survey, asRuns: isRun), rating.score > 0 {
          result.append(rating)
        }
      }
    }
    // Of those that are as good, the one that has more, and that has the others in it.
    result.sort { one, other in
      if one.rank != other.rank { return one.rank > other.rank }
      if one.spans.count != other.spans.count { return one.spans.count > other.spans.count }
      return (one.spans[0].start, other.score) < (other.spans[0].start, one.score)
    }
    var seen: Set<[CommentSpan]> = []
    return result.prefix(200).filter { seen.insert($0.spans).inserted }
  }

  // MARK: Whether they are comments

  private static let mostQuality = 2.4

  /// How much the spans are like comments, from 0 to 2.4.
  var quality: Double {
    0.4 + 0.5 * fields.share { $0.author != nil } + 0.5 * fields.share { $0.timeNode != nil }
      + 0.4 * fields.share { !$0.text.roots.isEmpty } + (fields.authorIsNamed ? 0.2 : 0)
      + (heading.count == spans.count && spans.count > 1 ? 0.4 : 0)
  }

  func isAccepted(_ rating: GroupRating, _ survey: CommentSurvey) -> Bool {
    let count = spans.count
    let text = fields.share { !$0.text.roots.isEmpty }
    let author = fields.share { $0.author != nil }
    let time = fields.share { $0.timeNode != nil }
    let letters = fields.comments.reduce(0) { $0 + $1.text.letters } / count
    // A few words are a comment only where people are named and a heading says that there are comments.
    let fewest = heading.isNamed && fields.authorIsNamed && author >= 0.6 ? 6 : 12
    guard text >= 0.6, letters >= fewest, rating.aside < 0.5, rating.lettersEach >= 10 else {
      return false
    }
    let linked = fields.comments.reduce(0) { $0 + $1.text.linked } / count
    if linked * 10 > letters * 7 { return false }
    if rating.named >= 1.1 {
      if rating.withTitle >= 0.6, rating.withNumber < 0.5 { return false }
      return author >= 0.5 || time >= 0.5 || rating.withNumber >= 0.5 || count >= 2
    }
    if rating.withTitle >= 0.5 || fields.withHeading >= 0.5 { return false }
    let isCalled = rating.named >= 0.5 || heading.isNamed
    if isCalled, count >= (rating.isRun || !heading.isNamed ? 3 : 2) {
      if author >= 0.6, time >= 0.6 { return true }
      if max(author, time) >= 0.7, rating.withNumber >= 0.5 || heading.isNamed { return true }
      if heading.count == count, count > 2, heading.isNamed { return true }
      if heading.isNamed, rating.named >= 0.5, count > 2 { return true }
    }
    if heading.count == count, count > 3, letters >= 30, rating.withTitle == 0, !rating.isRun,
      text > 0.9,
      rating.lettersEach >= 30
    {
      return true
    }
    guard count >= 3, author >= 0.8, time >= 0.8, rating.withTitle < 0.3 else { return false }
    let names = fields.comments.compactMap(\.author)
    return fields.authorIsNamed || Set(names).count < names.count || rating.withNumber >= 0.8
      || rating.around.contains { $0 >= 0 } || heading.isNamed || fields.withControls >= 0.6
  }

  // MARK: Other kinds of comments

  /// Adds groups of other comments: replies that are called otherwise than what they reply to.
  private mutating func join(
    _ ratings: [GroupRating], _ survey: CommentSurvey, _ lines: inout CommentLines
  ) {
    var trials = 0
    for rating in ratings.prefix(Self.mostOthers) where trials < Self.mostTrials {
      let known = Set(spans)
      let new = Set(rating.spans.filter { !known.contains($0) })
      guard new.count == rating.spans.count, isInPlace(rating, survey), isAnother(rating) else {
        continue
      }
      let all = (spans + rating.spans).sorted { ($0.start, $1.end) < ($1.start, $0.end) }
      guard Self.nests(all),
        Self.keepTheirOwn(all, survey, fields.share { $0.timeNode != nil } > 0.5)
      else { continue }
      trials += 1
      let joined = CommentFields(survey, all, GroupRating.around(all), &lines)
      let isNew = all.map { new.contains($0) }
      guard fields.isAsGood(as: joined, isNew) else { continue }
      spans = all
      fields = joined
      heading = CommentHeading(survey, all, &lines)
      signs.append(rating.group.sign)
    }
  }

  /// Adds the few that are called as the others are and lack something, such as comments that were deleted.
  private mutating func widen(
    _ ratings: [GroupRating], _ survey: CommentSurvey, _ lines: inout CommentLines
  ) {
    let known = Set(spans)
    for rating in ratings.prefix(Self.mostOthers)
    where rating.spans.count > spans.count
      && rating.spans.count <= spans.count + 1 + spans.count / 3
    {
      let new = rating.spans.filter { !known.contains($0) }
      guard new.count + spans.count == rating.spans.count, isInPlace(rating, survey),
        new.allSatisfy({ isCalled($0, survey) && !survey.isAside[$0.start] })
      else { continue }
      spans = rating.spans
      fields = CommentFields(survey, spans, rating.around, &lines)
      heading = CommentHeading(survey, spans, &lines)
      signs = [rating.group.sign]
      return
    }
  }

  /// Whether a span is called as these are: by a word for comments, or by an id that begins as theirs do.
  private func isCalled(_ span: CommentSpan, _ survey: CommentSurvey) -> Bool {
    guard let first = spans.first else { return false }
    if survey.weights[span.start] >= 1.5, survey.weights[first.start] >= 1.5 { return true }
    func head(_ node: Int) -> Substring? {
      let id = survey.tree.shortAttribute(.id, of: node)
      return id?.contains { $0.isNumber } == true ? id?.prefix { !$0.isNumber } : nil
    }
    return head(first.start).map { head(span.start) == $0 } ?? false
  }

  private func isInPlace(_ rating: GroupRating, _ survey: CommentSurvey) -> Bool {
    guard let first = spans.first, let last = spans.last else { return false }
    var container = survey.tree.nodes[first.start].parent
    while let node = container, survey.tree.nodes[node].end < last.end {
      container = survey.tree.nodes[node].parent
    }
    let range = container.map { $0..<survey.tree.nodes[$0].end } ?? 0..<survey.tree.nodes.count
    return rating.spans.allSatisfy { $0.start >= range.lowerBound && $0.end <= range.upperBound }
  }

  private func isAnother(_ rating: GroupRating) -> Bool {
    guard !rating.isRun, rating.withText >= 0.6, rating.withTitle < 0.5, rating.aside < 0.5 else {
      return false
    }
    let time = fields.share { $0.timeNode != nil }
    let author = fields.share { $0.author != nil }
    if time >= 0.5, rating.withTime < 0.7 { return false }
    if time < 0.5, rating.named < 0.5 { return false }
    if author >= 0.5, fields.authorIsNamed, rating.withPerson < 0.5 { return false }
    return true
  }

  /// Whether spans are in one another or apart.
  private static func nests(_ spans: [CommentSpan]) -> Bool {
    var open: [Int] = []
    for span in spans {
      while let last = open.last, last <= span.start { open.removeLast() }
      if let last = open.last, last < span.end { return false }
      open.append(span.end)
    }
    return true
  }

  /// Whether each span still has a text and a time of its own if all are comments.
  private static func keepTheirOwn(
    _ spans: [CommentSpan], _ survey: CommentSurvey, _ needsTime: Bool
  ) -> Bool {
    var letters = spans.map { survey.letters(in: $0.range) }
    var times = spans.map { survey.timesBefore[$0.end] - survey.timesBefore[$0.start] }
    for (place, outer) in GroupRating.around(spans).enumerated().reversed() where outer >= 0 {
      let range = spans[place].range
      letters[Int(outer)] -= survey.letters(in: range)
      times[Int(outer)] -=
        survey.timesBefore[range.upperBound] - survey.timesBefore[range.lowerBound]
    }
    let poor = spans.indices.count {
      letters[$0] < 8 || needsTime && times[$0] == 0 || times[$0] > 6
    }
    return poor * 10 <= spans.count
  }

  /// Removes what is before the heading of the comments: what they are about may be like them.
  private mutating func dropArticle(_ survey: CommentSurvey, _ lines: inout CommentLines) {
    guard spans.count > 1, spans[0].end < spans[1].start,
      CommentHeading.isThere(in: spans[0].end..<spans[1].start, survey)
    else { return }
    spans.removeFirst()
    fields = CommentFields(survey, spans, GroupRating.around(spans), &lines)
    heading = CommentHeading(survey, spans, &lines)
  }

  /// Removes what stands among the comments but has nothing of one: advertisements, buttons.
  private mutating func dropStrangers(_ survey: CommentSurvey, _ lines: inout CommentLines) {
    let tree = survey.tree
    let complete = fields.share { $0.author != nil && $0.timeNode != nil } >= 0.85
    let withID = spans.count { tree.shortAttribute(.id, of: $0.start) != nil }
    let around = fields.parts.around
    var hasReplies = [Bool](repeating: false, count: spans.count)
    for outer in around where outer >= 0 { hasReplies[Int(outer)] = true }
    let kept = spans.indices.filter { place in
      let comment = fields.comments[place]
      if hasReplies[place] || comment.author != nil || comment.timeNode != nil { return true }
      if comment.text.roots.isEmpty || comment.text.linked * 10 > comment.text.letters * 8 {
        return false
      }
      guard complete else { return true }
      let hasID = tree.shortAttribute(.id, of: spans[place].start) != nil
      return hasID && withID * 10 >= spans.count * 8
    }
    guard kept.count < spans.count, !kept.isEmpty else { return }
    spans = kept.map { spans[$0] }
    fields = CommentFields(survey, spans, GroupRating.around(spans), &lines)
    heading = CommentHeading(survey, spans, &lines)
  }
}

extension CommentFields {
  /// Whether comments lose nothing if others are comments too, and those have what these have.
  fileprivate func isAsGood(as joined: CommentFields, _ isNew: [Bool]) -> Bool {
    let new = isNew.indices.filter { isNew[$0] }.map { joined.comments[$0] }
    let old = isNew.indices.filter { !isNew[$0] }.map { joined.comments[$0] }
    func share(_ list: [Fields], _ isThere: (Fields) -> Bool) -> Double {
      Double(list.count(where: isThere)) / Double(max(1, list.count))
    }
    for isThere in [{ $0.author != nil }, { $0.timeNode != nil }, { $0.text.letters > 0 }]
      as [(Fields) -> Bool]
    {
      let lost = comments.count(where: isThere) - old.count(where: isThere)
      if lost * 4 > new.count || share(new, isThere) < 0.8 * self.share(isThere) { return false }
    }
    let letters = new.reduce(0) { $0 + $1.text.letters }
    guard letters >= 10 * new.count else { return false }
    // Whoever wrote a comment, and when, is the same as before.
    let changed = zip(comments, old).count { before, after in
      before.authorNode != after.authorNode || before.timeNode != after.timeNode
    }
    return changed * 10 <= old.count
  }
}
