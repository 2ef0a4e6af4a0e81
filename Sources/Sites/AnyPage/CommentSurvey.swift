import DiscussionModel
import HTMLTree

/// What a page has where, gathered in a few passes: how much text, what its elements are called, where times and people
/// are named.
struct CommentSurvey {
  let tree: HTMLTree
  /// For each node, and for the end: letters of text before it, those of links included.
  private(set) var text: [Int32]
  /// The same for text in links.
  private(set) var linkText: [Int32]
  /// How many times are stated before each node.
  private(set) var timesBefore: [Int32]
  /// How many people are named before each node.
  private(set) var peopleBefore: [Int32]
  /// What each element is like: a number that is the same for those of the same name and classes; -1 for other nodes.
  private(set) var shapes: [Int32]
  /// What the names of each element say.
  private(set) var hints: [CommentHints]
  /// How much the names of each element speak for a comment, from 0 to 2.
  private(set) var weights: [Float]
  /// Whether it is beside the matter of the page.
  private(set) var isAside: [Bool]
  /// How many elements are around each node.
  private(set) var depths: [Int32]
  /// The elements that state a time, or the texts, ascending.
  private(set) var times: [StatedTime] = []
  /// The links, with what their addresses say about where they lead, ascending.
  private(set) var links: [(node: Int, signs: LinkSigns)] = []
  /// The buttons, ascending.
  private(set) var buttons: [Int] = []
  /// The signs of each node; empty for one that is not a link.
  private(set) var linkSigns: [LinkSigns]
  /// Blocks that are the title of another page, ascending.
  private(set) var titles: [(node: Int, hash: Int)] = []

  /// A place at which a time is stated.
  struct StatedTime {
    let node: Int
    /// Nil if it is only said how long ago it was, or in a form that has two meanings.
    let time: SourceTime?
    /// Whether it is written for machines.
    let isExact: Bool
  }

  /// Letters from which a text is no longer a line beside one.
  static let shortText: Int32 = 120

  /// - Complexity: O(size of the page).
  init(_ tree: HTMLTree) {
    self.tree = tree
    let count = tree.nodes.count
    text = [0]
    linkText = [0]
    text.reserveCapacity(count + 1)
    linkText.reserveCapacity(count + 1)
    timesBefore = [Int32](repeating: 0, count: count + 1)
    peopleBefore = timesBefore
    shapes = [Int32](repeating: -1, count: count)
    hints = [CommentHints](repeating: [], count: count)
    weights = [Float](repeating: 0, count: count)
    isAside = [Bool](repeating: false, count: count)
    depths = [Int32](repeating: 0, count: count)
    linkSigns = [LinkSigns](repeating: [], count: count)
    countText()
    nameElements()
    findLinks()
    findTimes()
    findPeople()
    findTitles()
  }

  /// Letters of text in a range of nodes.
  func letters(in range: Range<Int>) -> Int32 { text[range.upperBound] - text[range.lowerBound] }

  func letters(in node: Int) -> Int32 { letters(in: node..<tree.nodes[node].end) }

  /// Whether the text of a node is short enough for ``line(of:)``.
  func isLine(_ node: Int) -> Bool {
    letters(in: node) <= 2 * Self.shortText && tree.nodes[node].end - node <= 48
  }

  /// The text of a node in one line; nil if it is long.
  func line(of node: Int) -> String? {
    guard isLine(node) else { return nil }
    var line: [UInt8] = []
    tree.appendLine(of: node, to: &line)
    return String(decoding: line, as: UTF8.self)
  }

  /// A text in one line, with single spaces between its words.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAfterSpace = true
    for byte in bytes {
      let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
      if !isSpace { result.append(byte) } else if !isAfterSpace { result.append(0x20) }
      isAfterSpace = isSpace
    }
    if isAfterSpace, !result.isEmpty { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The place in ``times`` of the first that is at a node or after it.
  func firstTime(from node: Int) -> Int {
    var range = 0..<times.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if times[middle].node < node {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  /// The hash of the first title in a range of nodes.
  func title(in range: Range<Int>) -> Int? {
    var places = 0..<titles.count
    while !places.isEmpty {
      let middle = (places.lowerBound + places.upperBound) / 2
      if titles[middle].node < range.lowerBound {
        places = middle + 1..<places.upperBound
      } else {
        places = places.lowerBound..<middle
      }
    }
    guard places.lowerBound < titles.count, titles[places.lowerBound].node < range.upperBound else {
      return nil
    }
    return titles[places.lowerBound].hash
  }

  // MARK: Text

  /// Elements whose text is not what a page says.
  static func isSilent(_ name: HTMLName) -> Bool {
    switch name {
    case .script, .style, .template, .noscript, .head, .button, .select, .textarea, .iframe, .svg,
      .noembed, .noframes, .datalist, .option:
      true
    default: false
    }
  }

  private mutating func countText() {
    var (all, linked) = (Int32(0), Int32(0))
    var silentEnd = 0
    var linkEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      if let parent = node.parent { depths[index] = depths[parent] + 1 }
      if node.isText {
        if index >= silentEnd {
          let letters = Self.letters(in: tree.bytes(of: index))
          all &+= letters
          if index < linkEnd { linked &+= letters }
        }
      } else if node.name == .a {
        linkEnd = max(linkEnd, node.end)
      } else if Self.isSilent(node.name) {
        silentEnd = max(silentEnd, node.end)
      }
      text.append(all)
      linkText.append(linked)
    }
  }

  /// Letters and signs; those of scripts that need no spaces count twice.
  private static func letters(in bytes: ArraySlice<UInt8>) -> Int32 {
    var count: Int32 = 0
    for byte in bytes {
      if byte < 0x80 {
        count &+= byte > 0x20 ? 1 : 0
      } else if byte >= 0xE0 {
        count &+= 2
      } else if byte >= 0xC0 {
        count &+= 1
      }
    }
    return count
  }

  // MARK: Names

  private mutating func nameElements() {
    var names = ElementNames()
    var lists = [Int32](repeating: -1, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      guard node.isElement else {
        if let parent = node.parent { isAside[index] = isAside[parent] }
        continue
      }
      let list = names.list(of: tree.shortBytes(of: .class, in: index) ?? [])
      lists[index] = Int32(list)
      names.count(list)
      var hint = names.hints(of: list)
      var weight = names.weight(of: list)
      func add(_ name: ArraySlice<UInt8>) {
        let more = names.hints(ofName: name)
        hint.formUnion(more)
        weight = max(weight, Float(more.commentWeight))
      }
      if let id = tree.shortBytes(of: .id, in: index) { add(id) }
      if let property = tree.shortBytes(of: .itemprop, in: index) { add(property) }
      if node.name == .other { add(Array(tree.spelling(of: index).utf8)[...]) }
      hints[index] = hint
      weights[index] = weight
      let around = node.parent.map { isAside[$0] } ?? false
      let isComments = hint.contains(.comment) && !hint.contains(.aside)
      let isBeside =
        node.name == .nav || hint.contains(.aside) && !hint.contains(.comment)
        || hint.isSuperset(of: [.aside, .comment])
      isAside[index] = isBeside || around && !isComments
    }
    for (index, node) in tree.nodes.enumerated() where lists[index] >= 0 {
      let tag =
        node.name == .other
        ? names.number(ofTag: tree.spelling(of: index)) : Int32(node.name.rawValue)
      shapes[index] = names.shape(tag, Int(lists[index]))
    }
    classLists = lists
    classWords = names.words
    wordHints = names.wordHints
    ordinals = Self.ordinals(tree, shapes)
  }

  /// For each element the list of its classes in ``classWords``; -1 for other nodes.
  private(set) var classLists: [Int32] = []
  /// The words of each list of classes, by number.
  private(set) var classWords: [[Int32]] = []
  private(set) var wordHints: [CommentHints] = []
  /// For each node how many elements of the same shape stand right before it, 3 at most; for a text, how many elements are before it
  /// in its parent.
  private(set) var ordinals: [UInt8] = []

  private static func ordinals(_ tree: HTMLTree, _ shapes: [Int32]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: tree.nodes.count)
    // The last element in each element so far, and how many there were.
    var last = [Int32](repeating: -1, count: tree.nodes.count)
    var counts = [UInt8](repeating: 0, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      guard let parent = node.parent else { continue }
      if node.isElement {
        if last[parent] >= 0, shapes[Int(last[parent])] == shapes[index] {
          result[index] = min(3, result[Int(last[parent])] + 1)
        }
        last[parent] = Int32(index)
        counts[parent] = min(3, counts[parent] + 1)
      } else {
        result[index] = counts[parent]
      }
    }
    return result
  }

  // MARK: Times

  private mutating func findTimes() {
    let keys = StatedTimes.keys(tree)
    var end = 0
    for (index, node) in tree.nodes.enumerated() {
      timesBefore[index + 1] = timesBefore[index]
      guard index >= end else { continue }
      var stated: StatedTime?
      if node.isElement {
        if let found = StatedTimes.ofElement(index, tree, hints[index], keys) {
          stated = found
          end = letters(in: index) <= Self.shortText ? node.end : index + 1
        }
      } else if node.isText, letters(in: index) > 0 {
        stated = StatedTimes.ofText(index, tree)
      }
      if let stated {
        times.append(stated)
        timesBefore[index + 1] += 1
      }
    }
  }

  // MARK: Links

  private mutating func findLinks() {
    for (index, node) in tree.nodes.enumerated() {
      if node.name == .button { buttons.append(index) }
      guard node.name == .a else { continue }
      var signs = LinkSigns(address: tree.shortBytes(of: .href, in: index))
      if let relation = tree.shortBytes(of: .rel, in: index),
        String(decoding: relation, as: UTF8.self).has("author")
      {
        signs.insert(.person)
      }
      links.append((index, signs))
      linkSigns[index] = signs
    }
  }

  // MARK: People

  private mutating func findPeople() {
    var end = 0
    for (index, node) in tree.nodes.enumerated() {
      peopleBefore[index + 1] = peopleBefore[index]
      guard index >= end, node.isElement, isPerson(index) else { continue }
      peopleBefore[index + 1] += 1
      end = node.end
    }
  }

  /// Whether an element seems to have the name of a person in it and little else.
  private func isPerson(_ index: Int) -> Bool {
    let letters = letters(in: index)
    guard 1...60 ~= letters else { return false }
    if hints[index].contains(.author), hints[index].isDisjoint(with: [.control, .time]) {
      return true
    }
    return tree.nodes[index].name == .a && isPersonLink(index)
  }

  /// Whether a link leads to the page of a person.
  func isPersonLink(_ index: Int) -> Bool { linkSigns[index].contains(.person) }

  // MARK: Titles

  private mutating func findTitles() {
    for (index, signs) in links {
      let node = tree.nodes[index]
      let letters = letters(in: index)
      guard 10...400 ~= letters, signs.contains(.address),
        signs.isDisjoint(with: [.hash, .mail, .person]),
        hints[index].isDisjoint(with: [.author, .time, .control]), let parent = node.parent
      else { continue }
      let name = tree.nodes[parent].name
      var isAlone = self.letters(in: parent) <= letters + 2
      if [.h1, .h2, .h3, .h4, .h5, .h6].contains(name) { isAlone = true }
      if !isAlone {
        // A card that is a link all over has a heading in it.
        isAlone = (index..<min(node.end, index + 12)).contains {
          [.h2, .h3, .h4, .h5].contains(tree.nodes[$0].name)
        }
      }
      guard isAlone, let line = line(of: index) else { continue }
      let words = line.split(separator: " ").count
      guard words >= 3 || letters >= 20 else { continue }
      var hasher = Hasher()
      hasher.combine(line)
      titles.append((index, hasher.finalize()))
    }
  }
}
