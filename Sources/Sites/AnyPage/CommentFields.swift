import DiscussionModel
import HTMLTree

/// Who wrote each of some comments, when, and which part of it is the text, found by what they have in common.
struct CommentFields {
  let parts: CommentParts
  let comments: [Fields]
  /// What is not a part of any text: buttons, names, times.
  let isLeftOut: [Bool]
  /// What was taken for what, for people.
  let explanation: [String]
  /// Whether the author is found by more than where it is.
  let authorIsNamed: Bool
  /// The share of the comments that can be replied to, reported or quoted.
  let withControls: Double

  struct Fields {
    var author: String?
    /// The element or the text that has the name.
    var authorNode: Int?
    var time: SourceTime?
    /// Where a time is stated, in whatever form.
    var timeNode: Int?
    var score: Int?
    /// Whether its names say that it is.
    var isDeleted = false
    var text: CommentTexts.Text
  }

  /// - Complexity: O(size of the page).
  init(
    _ survey: CommentSurvey, _ spans: [CommentSpan], _ around: [Int32],
    _ lines: inout CommentLines
  ) {
    let parts = CommentParts(survey, spans, around)
    let times = CommentTimes(parts)
    let controls = CommentControls(parts, &lines)
    let scores = Self.scores(parts, &lines)
    let authors = CommentAuthors(parts, times, controls, &lines)
    var isLeftOut = controls.isControl
    for node in scores.nodes { isLeftOut[node] = true }
    let texts = CommentTexts(
      parts, times: times.nodes, authors: authors.nodes, without: isLeftOut)
    self.parts = parts
    self.isLeftOut = texts.isLeftOut
    comments = spans.indices.map { place in
      Fields(
        author: authors.names[place], authorNode: authors.nodes[place], time: times.times[place],
        timeNode: times.nodes[place], score: scores.values[place],
        isDeleted: survey.hints[spans[place].start].contains(.deleted), text: texts.texts[place])
    }
    authorIsNamed = authors.isNamed
    withControls = controls.share
    var explanation: [String] = []
    func explain(_ what: String, _ count: Int, _ sign: String?) {
      if let sign { explanation.append("\(what): \(count) of \(spans.count), by \(sign)") }
    }
    explain(
      "authors", authors.names.count { $0 != nil },
      authors.sign ?? Self.sign(authors.examples, survey.tree))
    explain("times", times.nodes.count { $0 != nil }, Self.sign(times.examples, survey.tree))
    explain("scores", scores.nodes.count, Self.sign(scores.nodes, survey.tree))
    explain(
      "texts", texts.texts.count { !$0.roots.isEmpty },
      Self.sign(texts.examples, survey.tree) ?? "the rest of each comment")
    self.explanation = explanation
  }

  /// What the first of some nodes is, as a selector; nil if there are none.
  private static func sign(_ nodes: [Int], _ tree: HTMLTree) -> String? {
    guard let first = nodes.first else { return nil }
    let node = tree.nodes[first].isElement ? first : tree.nodes[first].parent ?? first
    let names = tree.classes(of: node).prefix(2).map { "." + $0 }.joined()
    return tree.spelling(of: node) + names
  }

  /// The share of the comments that meet a condition, from 0 to 1.
  func share(_ isThere: (Fields) -> Bool) -> Double {
    comments.isEmpty ? 0 : Double(comments.count(where: isThere)) / Double(comments.count)
  }

  /// The share of the comments that have a heading of their own, each another one.
  var withHeading: Double {
    let survey = parts.survey
    let tree = survey.tree
    var headings = [String?](repeating: nil, count: comments.count)
    for (index, node) in tree.nodes.enumerated()
    where [.h1, .h2, .h3, .h4].contains(node.name) && parts.owners[index] >= 0 {
      let span = Int(parts.owners[index])
      if let author = comments[span].authorNode,
        index <= author && author < node.end || author <= index && index < tree.nodes[author].end
      {
        continue
      }
      // A heading in the text is a part of it.
      let roots = comments[span].text.roots
      if roots.count == 1, index > roots[0], tree.nodes[roots[0]].end > index,
        survey.letters(in: roots[0]..<index) > 0
      {
        continue
      }
      guard headings[span] == nil, let line = survey.line(of: index) else { continue }
      // One that names the author is none of the text's.
      if let author = comments[span].author, line.has(author) { continue }
      headings[span] = line
    }
    let there = headings.compactMap { $0 }.filter { !$0.isEmpty }
    guard Set(there).count * 2 > there.count else { return 0 }
    return Double(there.count) / Double(comments.count)
  }

  /// The scores, by the kind of part that is called after scores and has a plain number in it.
  private static func scores(
    _ parts: CommentParts, _ lines: inout CommentLines
  ) -> (values: [Int?], nodes: [Int]) {
    let survey = parts.survey
    var values = [Int?](repeating: nil, count: parts.spans.count)
    var best: (share: Double, part: Int)?
    for (number, part) in parts.parts.enumerated() {
      guard let first = part.nodes.first.map({ Int($0) }), survey.tree.nodes[first].isElement,
        survey.hints[first].contains(.score), !survey.hints[first].contains(.profile),
        part.letters <= part.nodes.count * 24
      else { continue }
      let readable = part.nodes.count { node in
        lines.line(of: Int(node)).map { lines[$0].isPlainNumber } ?? false
      }
      guard readable * 10 >= part.nodes.count * 9 else { continue }
      let share = parts.share(part)
      if share > (best?.share ?? 0.3) { best = (share, number) }
    }
    guard let best else { return (values, []) }
    let part = parts.parts[best.part]
    for (span, node) in zip(part.spans, part.nodes) {
      values[Int(span)] = survey.line(of: Int(node)).flatMap { PageNumber.first(in: $0) }
    }
    return (values, part.nodes.map { Int($0) })
  }
}
