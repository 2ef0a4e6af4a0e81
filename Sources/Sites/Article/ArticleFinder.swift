import HTMLTree

/// Finds the elements of a page that contain its main text, by where the text is dense and links are few.
///
/// After Readability (mozilla/readability): each paragraph speaks for the elements around it, the more the longer it is;
/// links speak against them.
struct ArticleFinder {
  private let survey: PageSurvey
  private let tree: HTMLTree
  private let strictness: Strictness
  /// Whether a node is left out of what is counted.
  private(set) var isOut: [Bool]
  /// Of each node with all that is in it.
  private(set) var counts: [TextCounts]
  /// Of the text that is right in a block, and not in a block in it.
  private var flow: [Flow]
  private var holdsBlocks: [Bool]

  private struct Flow {
    var letters: Int32 = 0
    var linked: Int32 = 0
    var digits: Int32 = 0
    var commas: Int32 = 0
    /// Letters of paragraphs that are long and have few links, with all that is in the block.
    var good: Int32 = 0

    /// Adds a text that is right in the block.
    mutating func add(_ text: TextCounts, _ bytes: ArraySlice<UInt8>, isInLink: Bool) {
      let letters = Int32(truncatingIfNeeded: text.letters)
      self.letters &+= letters
      commas &+= Int32(truncatingIfNeeded: text.commas)
      if isInLink { linked &+= letters }
      digits &+= Int32(truncatingIfNeeded: bytes.count { 0x30...0x39 ~= $0 })
    }

    /// Whether it is a paragraph of a text beyond doubt: long, with few links, and not a list of dates.
    var isParagraph: Bool {
      Int(letters) >= ArticleFinder.long && Int(linked) * 3 < Int(letters)
        && Int(digits) * 5 < Int(letters)
    }
  }

  /// How much is believed of what names and classes say: the page is searched again with less if nothing much is found.
  struct Strictness {
    var drops = ElementHints.unlikely
    var usesWeights = true
    var prunes = true
    /// In a page that is laid out by tables: whether cells beside the text belong to it.
    var takesCells = false

    static let cells = Strictness(drops: [], prunes: false, takesCells: true)

    static let all = [
      Strictness(), Strictness(drops: [.comments, .never, .wall]),
      Strictness(drops: [.comments], usesWeights: false),
      Strictness(drops: [], usesWeights: false, prunes: false),
    ]
  }

  /// Letters that a paragraph must have to count.
  private static let shortest: Int32 = 25
  /// Letters that one must have to be a paragraph of a text beyond doubt.
  fileprivate static let long = 80
  /// Elements around a paragraph for which it speaks.
  private static let reach = 5

  /// - Complexity: O(nodes + length).
  init(_ survey: PageSurvey, _ strictness: Strictness, leavingOut extra: [Bool]) {
    self.survey = survey
    self.strictness = strictness
    tree = survey.tree
    let count = tree.nodes.count
    isOut = extra
    counts = Array(repeating: TextCounts(), count: count)
    flow = Array(repeating: Flow(), count: count)
    holdsBlocks = Array(repeating: false, count: count)
    for (index, node) in tree.nodes.enumerated() {
      let facts = survey.nodes[index]
      if facts.isDropped || facts.isUnlikely && !facts.hints.isDisjoint(with: strictness.drops)
        || node.parent.map({ isOut[$0] }) == true
      {
        isOut[index] = true
      }
    }
    for index in tree.nodes.indices.reversed() where !isOut[index] { add(index) }
  }

  /// Whether a node is a block with text right in it.
  func hasText(_ index: Int) -> Bool { flow[index].letters >= Self.shortest }

  /// Letters of long paragraphs in a node, one paragraph aside.
  func good(_ index: Int, without other: Int?) -> Int {
    guard let other, (index..<tree.nodes[index].end).contains(other) else {
      return Int(flow[index].good)
    }
    return Int(flow[index].good) - Int(flow[other].good)
  }

  /// The same of all that is in an element before a node.
  ///
  /// - Complexity: O(nodes before it).
  func good(before end: Int, in element: Int, without other: Int?) -> Int {
    var sum: Int = 0
    var index = element + 1
    while index < end {
      if tree.nodes[index].end <= end {
        sum += good(index, without: other)
        index = tree.nodes[index].end
      } else {
        index += 1
      }
    }
    return sum
  }

  private mutating func add(_ index: Int) {
    let node = tree.nodes[index]
    let facts = survey.nodes[index]
    if node.isText {
      let bytes = tree.bytes(of: index)
      let text = TextCounts(text: bytes)
      counts[index] = text
      if facts.block >= 0 {
        flow[Int(facts.block)].add(text, bytes, isInLink: facts.isInLink)
      }
    } else {
      survey.finish(index, &counts[index])
    }
    if flow[index].isParagraph, !facts.isCaption { flow[index].good &+= flow[index].letters }
    guard let parent = node.parent else { return }
    flow[parent].good &+= flow[index].good
    counts[parent] += counts[index]
    if facts.part == .block || holdsBlocks[index] { holdsBlocks[parent] = true }
  }

  // MARK: The elements that contain the text

  /// The elements that contain the text, in the order of the page; none if there is nothing like a text.
  ///
  /// - Complexity: O(nodes).
  func elements() -> [Int] {
    var scores = scores()
    guard var best = best(&scores) else {
      let body = tree.nodes.firstIndex { $0.name == .body }
      return body.map { counts[$0].letters > 0 ? [$0] : [] } ?? []
    }
    best = climbed(from: best, &scores)
    best = widened(best, &scores)
    return withSiblings(best, scores)
  }

  /// Whether a text is in a table cell whose names say nothing.
  func isPlainCell(_ elements: [Int]) -> Bool {
    elements.count == 1
      && elements.allSatisfy { tree.nodes[$0].name == .td && survey.nodes[$0].hints.isEmpty }
  }

  /// What speaks for each element; nil if nothing does.
  private func scores() -> [Float?] {
    var scores = [Float?](repeating: nil, count: tree.nodes.count)
    for index in tree.nodes.indices where flow[index].letters >= Self.shortest && !isOut[index] {
      let text = flow[index]
      let value = 2 + Float(text.commas) + min(Float(text.letters) / 100, 3)
      var at: Int? = holdsBlocks[index] ? index : tree.nodes[index].parent
      var level = 0
      while let element = at, level < Self.reach {
        let divider: Float = level == 0 ? 1 : level == 1 ? 2 : Float(level) * 3
        scores[element] = (scores[element] ?? standing(of: element)) + value / divider
        level += 1
        at = tree.nodes[element].parent
      }
    }
    for index in scores.indices {
      if let score = scores[index] { scores[index] = score * (1 - counts[index].linkDensity) }
    }
    return scores
  }

  private func standing(of index: Int) -> Float {
    tree.nodes[index].name.standing
      + (strictness.usesWeights ? Float(survey.nodes[index].weight) : 0)
  }

  /// The element for which most speaks, or one around it that has several others nearly as good in it.
  private func best(_ scores: inout [Float?]) -> Int? {
    var top: [(index: Int, score: Float)] = []
    for (index, score) in scores.enumerated() {
      guard let score, top.count < 5 || score > top[4].score else { continue }
      let place = top.firstIndex { $0.score < score } ?? top.count
      top.insert((index, score), at: place)
      if top.count > 5 { top.removeLast() }
    }
    guard let first = top.first else { return nil }
    guard tree.nodes[first.index].name != .body, tree.nodes[first.index].name != .html else {
      return first.index
    }
    let rivals = top.dropFirst().filter { $0.score >= first.score * 0.75 }
    guard rivals.count >= 3 else { return first.index }
    var around = tree.nodes[first.index].parent
    while let index = around, tree.nodes[index].name != .body, tree.nodes[index].name != .html {
      let range = index..<tree.nodes[index].end
      if rivals.count(where: { range.contains($0.index) }) >= 3 {
        if scores[index] == nil { scores[index] = standing(of: index) }
        return index
      }
      around = tree.nodes[index].parent
    }
    return first.index
  }

  /// The element around the best one that holds more of the text, or nothing else.
  private func climbed(from best: Int, _ scores: inout [Float?]) -> Int {
    var best = best
    var last = scores[best] ?? 0
    let threshold = last / 3
    var around = tree.nodes[best].parent
    while let index = around, tree.nodes[index].name != .body, tree.nodes[index].name != .html {
      around = tree.nodes[index].parent
      guard let score = scores[index] else { continue }
      if score < threshold { break }
      if score > last {
        best = index
        break
      }
      last = score
    }
    while let parent = tree.nodes[best].parent, tree.nodes[parent].name != .body,
      tree.nodes[parent].name != .html, counts[parent].letters == counts[best].letters
    {
      best = parent
    }
    if scores[best] == nil { scores[best] = standing(of: best) }
    return best
  }

  /// The element around the best one in which there is more of the text, and little else.
  private func widened(_ best: Int, _ scores: inout [Float?]) -> Int {
    var best = best
    var around = tree.nodes[best].parent
    while let index = around, tree.nodes[index].name != .html {
      around = tree.nodes[index].parent
      let more = Int(flow[index].good) - Int(flow[best].good)
      if more < 200 || more * 10 < Int(flow[best].good) { continue }
      let letters = counts[index].letters - counts[best].letters
      let linked = counts[index].linked - counts[best].linked
      if more * 2 < letters || linked * 8 > letters { break }
      best = index
    }
    if scores[best] == nil { scores[best] = standing(of: best) }
    return best
  }

  /// The element with those beside it that look like a part of the same text.
  private func withSiblings(_ best: Int, _ scores: [Float?]) -> [Int] {
    guard let parent = tree.nodes[best].parent else { return [best] }
    let score = scores[best] ?? 0
    let threshold = max(10, score * 0.2)
    let name = survey.nodes[best].name
    var result: [Int] = []
    var index = parent + 1
    while index < tree.nodes[parent].end {
      defer { index = tree.nodes[index].end }
      if index == best {
        result.append(index)
        continue
      }
      guard !isOut[index], counts[index].letters > 0 else { continue }
      if strictness.takesCells {
        if counts[index].letters > Self.long, counts[index].linkDensity < 0.6 {
          result.append(index)
        }
        continue
      }
      let isSameClass = name != 0 && survey.nodes[index].name == name
      if let own = scores[index], own + (isSameClass ? score * 0.2 : 0) >= threshold,
        isSameClass || flow[index].good > 0
      {
        result.append(index)
      } else if tree.nodes[index].name == .p, isSentence(index) {
        result.append(index)
      }
    }
    return result
  }

  /// Whether a paragraph beside the text goes with it: it is long and has few links, or it is a sentence without any.
  private func isSentence(_ index: Int) -> Bool {
    let count = counts[index]
    if count.letters > 80 { return count.linkDensity < 0.25 }
    return count.linked == 0 && tree.endsSentence(index)
  }
}

extension PageSurvey {
  /// Adds what an element itself counts to what is in it.
  func finish(_ index: Int, _ count: inout TextCounts) {
    let name = tree.nodes[index].name
    if name.isHeading { count.headed = count.letters }
    switch name {
    case .a:
      switch nodes[index].link {
      case .none: break
      case .page:
        count.linked = count.letters
      case .fragment: count.linked = count.letters / 3
      }
    case .p: count.paragraphs += 1
    case .img, .picture: count.images += name == .img ? 1 : 0
    case .li: count.items += 1
    case .ul, .ol: count.listed = count.letters
    default: break
    }
  }
}

extension HTMLTree {
  /// Whether the last text in a node ends as a sentence does.
  fileprivate func endsSentence(_ index: Int) -> Bool {
    var at = nodes[index].end - 1
    while at >= index {
      if nodes[at].isText {
        let text = bytes(of: at)
        if let last = text.lastIndex(where: { $0 > 0x20 }) {
          if ".!?".utf8.contains(text[last]) { return true }
          return text[...last].suffix(3).elementsEqual("。".utf8)
        }
      }
      at -= 1
    }
    return false
  }
}
