import HTMLTree

/// What a page says about who may read the rest of its text.
struct Paywall {
  /// Elements that say so, and that are not the text.
  private(set) var elements: [Int] = []
  /// In one line, in the site's words if it has any; nil if all can be read.
  private(set) var notice: String?

  /// Letters of what is a wall; what is longer is a text behind one.
  private static let longest: Int = 1500
  /// Letters of what is one even if it is most of the page.
  private static let small = 300
  private static let longestNotice = 200
  /// Letters of a line that says something.
  private static let shortest = 20

  /// Looks for it; `isPaid` says that the page states to machines that its text is not free.
  ///
  /// - Complexity: O(nodes + length).
  init(_ survey: PageSurvey, isPaid: Bool) {
    let tree = survey.tree
    guard isPaid || survey.nodes.contains(where: { $0.hints.contains(.wall) }) else { return }
    var letters = [Int](repeating: 0, count: tree.nodes.count)
    var holdsForm = [Bool](repeating: false, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated().reversed() {
      switch node.name {
      case .form, .input, .button: holdsForm[index] = true
      default: break
      }
      guard !survey.nodes[index].isDropped else {
        if let parent = node.parent, holdsForm[index] { holdsForm[parent] = true }
        continue
      }
      if node.isText { letters[index] = TextCounts(text: tree.bytes(of: index)).letters }
      guard let parent = node.parent else { continue }
      letters[parent] += letters[index]
      if holdsForm[index] { holdsForm[parent] = true }
    }
    let body = tree.nodes.firstIndex { $0.name == .body }.map { letters[$0] } ?? 0
    for (index, node) in tree.nodes.enumerated() where survey.nodes[index].hints.contains(.wall) {
      guard !survey.nodes[index].isDropped, letters[index] <= Self.longest,
        letters[index] * 2 <= body || letters[index] < Self.small,
        holdsForm[index] || !survey.nodes[index].hints.contains(.maybe)
      else { continue }
      switch node.name {
      case .html, .body, .main, .article: continue
      default: break
      }
      if elements.last.map({ tree.nodes[$0].end > index }) == true { continue }
      elements.append(index)
    }
    notice = elements.lazy.compactMap { Self.line(in: $0, tree) }.first
    if notice == nil, isPaid {
      notice = "The site says the full article is for subscribers."
    }
  }

  /// The first line in an element that says something.
  private static func line(in element: Int, _ tree: HTMLTree) -> String? {
    for index in element..<tree.nodes[element].end {
      switch tree.nodes[index].name {
      case .h1, .h2, .h3, .h4, .h5, .h6, .p: break
      default: continue
      }
      let line = tree.line(of: index, limit: longestNotice)
      if line.count >= shortest { return line }
    }
    let line = tree.line(of: element, limit: longestNotice)
    return line.count >= shortest ? line : nil
  }
}
