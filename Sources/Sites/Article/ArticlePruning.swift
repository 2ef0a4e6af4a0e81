import HTMLTree

/// Leaves out of the elements that contain a text what is not the text: lists of links, buttons, advertisements.
struct ArticlePruning {
  let survey: PageSurvey
  private let tree: HTMLTree
  private let strictness: ArticleFinder.Strictness
  /// What is left out, with all that is in it.
  private(set) var isOut: [Bool]
  private(set) var counts: [TextCounts]
  /// Whether text stands right in a block.
  private(set) var hasText: [Bool]
  /// Whether a node is a table of data or in one.
  private var isData: [Bool]

  /// Letters of an entry of a menu.
  private static let menuWord = 20

  /// Looks through the elements; `isOut` is what has been left out before.
  ///
  /// - Complexity: O(nodes + length of the text in the elements).
  init(
    _ survey: PageSurvey, _ strictness: ArticleFinder.Strictness, _ finder: ArticleFinder,
    _ isOut: [Bool], elements: [Int]
  ) {
    self.survey = survey
    self.strictness = strictness
    self.isOut = isOut
    tree = survey.tree
    counts = Array(repeating: TextCounts(), count: tree.nodes.count)
    hasText = Array(repeating: false, count: tree.nodes.count)
    isData = Array(repeating: false, count: tree.nodes.count)
    let all = elements.reduce(0) { $0 + finder.counts[$1].letters }
    for element in elements {
      for index in element + 1..<tree.nodes[element].end {
        if let parent = tree.nodes[index].parent, self.isOut[parent] { self.isOut[index] = true }
      }
      let inFigure = nodes(in: .figure, element)
      let inCode = nodes(in: .pre, element)
      markData(element)
      for index in (element..<tree.nodes[element].end).reversed() where !self.isOut[index] {
        if tree.nodes[index].isText {
          counts[index] = TextCounts(text: tree.bytes(of: index))
          if counts[index].letters > 0, survey.nodes[index].block >= 0 {
            hasText[Int(survey.nodes[index].block)] = true
          }
        } else {
          survey.finish(index, &counts[index])
          let place = index - element
          if index > element, !inCode[place], !isData[index],
            isNotText(index, isInFigure: inFigure[place], of: all)
          {
            self.isOut[index] = true
            continue
          }
        }
        if index > element, let parent = tree.nodes[index].parent {
          counts[parent] += counts[index]
        }
      }
    }
  }

  /// Whether each node of an element is in one of a name.
  private func nodes(in name: HTMLName, _ element: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: tree.nodes[element].end - element)
    for index in element..<tree.nodes[element].end {
      let above =
        index > element ? tree.nodes[index].parent.map { result[$0 - element] } ?? false : false
      result[index - element] = above || tree.nodes[index].name == name
    }
    return result
  }

  /// Whether a table or a part of one is there for the layout.
  func isLayout(_ index: Int) -> Bool { !isData[index] }

  /// Finds the tables of data, and not of layout.
  private mutating func markData(_ element: Int) {
    for index in element..<tree.nodes[element].end {
      let above = index > element ? tree.nodes[index].parent.map { isData[$0] } ?? false : false
      isData[index] = above || tree.nodes[index].name == .table && tree.isDataTable(index)
    }
  }

  private func isNotText(_ index: Int, isInFigure: Bool, of all: Int) -> Bool {
    let facts = survey.nodes[index]
    let count = counts[index]
    let name = tree.nodes[index].name
    if facts.hints.contains(.share), count.letters < 500, name != .body { return true }
    guard strictness.prunes else { return false }
    let weight = strictness.usesWeights ? Int(facts.weight) : 0
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: return weight < 0
    // The sign at a heading that leads to itself.
    case .a: return facts.isCaption && facts.link == .fragment && count.letters <= 2
    case .footer, .aside: return facts.isUnlikely
    case .div, .section, .ul, .ol, .dl, .table, .form, .fieldset, .details, .header:
      break
    default: return false
    }
    if weight < 0, count.letters * 2 < all { return true }
    if count.letters == 0, count.images == 0 { return true }
    guard count.commas < 10 else { return false }
    let isList =
      name == .ul || name == .ol
      || count.letters > 0 && Float(count.listed) > 0.9 * Float(count.letters)
    let density = count.linkDensity
    if isList, count.items >= 3, density > 0.95, count.letters < count.items * Self.menuWord {
      return true
    }
    if count.images > 1, count.paragraphs * 2 < count.images, !isInFigure { return true }
    if !isList, count.items - 100 > count.paragraphs { return true }
    if !isList, !isInFigure, count.letters < 25, count.images == 0 || count.images > 2,
      count.headed * 10 < count.letters * 9
    {
      return true
    }
    if !isList, weight < 25, density > 0.2 { return true }
    return weight >= 25 && density > 0.5
  }
}

extension HTMLTree {
  /// Whether a table contains data: it says so, or it has heads, or many rows or columns.
  fileprivate func isDataTable(_ index: Int) -> Bool {
    let role = attribute(named: "role", of: index)
    if role == "presentation" || attribute(named: "datatable", of: index) == "0" { return false }
    if attribute(named: "summary", of: index) != nil { return true }
    var rows = 0
    var cells = 0
    var at = index + 1
    while at < nodes[index].end {
      switch nodes[at].name {
      case .caption, .col, .colgroup, .tfoot, .thead, .th: return true
      case .table: return false
      case .tr: rows += 1
      case .td: cells += 1
      default: break
      }
      at += 1
    }
    guard rows > 1, cells > rows else { return false }
    return rows >= 10 || cells / rows > 4 || cells > 10
  }
}
