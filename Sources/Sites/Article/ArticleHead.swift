import HTMLTree

/// What is above a text and is shown apart from it: its title, who wrote it and when, and the picture below them.
///
/// A lede there is a part of the text: the page repeats it as its description.
struct ArticleHead {
  /// What says in one paragraph what the text is about, before its first paragraph; nil if there is none.
  private(set) var lede: Int?

  /// Blocks before the first paragraph that are looked at.
  private static let most = 300
  /// Letters of a description that are compared.
  private static let compared = 40

  /// Looks at what holds the text, and adds its head to what is left out.
  ///
  /// - Complexity: O(nodes + length).
  init(
    _ survey: PageSurvey, _ facts: PageFacts, _ finder: ArticleFinder, _ elements: [Int],
    _ isOut: inout [Bool]
  ) {
    guard let first = elements.first, let last = elements.last else { return }
    let tree = survey.tree
    let end = tree.nodes[last].end
    lede = Self.lede(survey, facts, finder, before: end)
    let title = facts.title.map { TextLetters.of($0) } ?? []
    guard !title.isEmpty else { return }
    // Where no paragraph is long, nothing says where the head ends.
    var found = !elements.contains { finder.good($0, without: lede) > 0 }
    for index in first..<end where tree.nodes[index].name.isHeading && !isOut[index] {
      guard finder.counts[index].letters < 1000,
        Self.isSame(tree.letters(of: index, most: 1000), title)
      else { continue }
      isOut[index] = true
      if found { continue }
      found = true
      let element = elements.last { $0 <= index } ?? first
      leaveOut(around: index, in: element, survey, finder, &isOut)
    }
  }

  /// Leaves out what is around a title as long as there is no paragraph in it, and what is before it.
  private func leaveOut(
    around heading: Int, in element: Int, _ survey: PageSurvey, _ finder: ArticleFinder,
    _ isOut: inout [Bool]
  ) {
    let tree = survey.tree
    var around = heading
    while let parent = tree.nodes[around].parent, parent >= element,
      finder.good(parent, without: lede) == 0
    {
      around = parent
    }
    // What is before it, if that is not a paragraph either.
    guard around != heading || finder.good(before: heading, in: element, without: lede) == 0 else {
      return
    }
    var index = around == element ? element : element + 1
    while index < tree.nodes[around].end {
      let range = index..<tree.nodes[index].end
      let holds = range.contains(around) && index != around || lede.map(range.contains) ?? false
      if index == lede {
        index = range.upperBound
      } else if holds {
        index += 1
      } else {
        if index >= around || finder.good(index, without: lede) == 0 { isOut[index] = true }
        index = range.upperBound
      }
    }
  }

  private static func lede(
    _ survey: PageSurvey, _ facts: PageFacts, _ finder: ArticleFinder, before end: Int
  ) -> Int? {
    let wanted = facts.descriptions.map { TextLetters.of($0) }.filter { $0.count >= compared }
    guard !wanted.isEmpty else { return nil }
    let tree = survey.tree
    var looked = 0
    for index in 0..<end where finder.hasText(index) && !finder.isOut[index] {
      looked += 1
      if looked > most { return nil }
      guard !tree.nodes[index].name.isHeading else { continue }
      let text = tree.letters(of: index, most: compared)
      guard text.count >= compared / 2 else { continue }
      if wanted.contains(where: { $0.prefix(compared).elementsEqual(text.prefix(compared)) }) {
        return index
      }
    }
    return nil
  }

  /// Whether two titles are the same: one may lack what the other has in front or at its end.
  static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard !short.isEmpty, short.count * 2 > long.count else { return short == long }
    return long.starts(with: short) || long.reversed().starts(with: short.reversed())
  }
}
