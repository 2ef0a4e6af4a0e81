import HTMLTree

/// Elements of a page that are like each other in one respect: a class, the beginning of an id, an attribute, or what is
/// in them and around them.
struct AlikeGroup {
  /// What they have in common, for people: `.comment`, `#c1…`.
  let sign: String
  /// The elements, ascending.
  let nodes: [Int]
}

/// A part of a page that may be a comment: an element, or a run of elements that are beside each other.
struct CommentSpan: Hashable {
  let start: Int
  let end: Int

  var range: Range<Int> { start..<end }
}

/// Finds the groups.
struct AlikeGroups {
  private let survey: CommentSurvey
  private let tree: HTMLTree
  private var numbers: [String: Int32] = [:]
  private var names: [String] = []
  private var groups = PairNumbers()
  /// Attributes that may have an id, and those that say what an element is.
  private let attributes: AttributeKeys
  private var keys: [GroupKey] = []
  private var members: [[Int32]] = []

  private struct GroupKey {
    let kind: Kind
    let a: Int32
    let b: Int32
    let c: Int32

    init(_ kind: Kind, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0) {
      self.kind = kind
      self.a = a
      self.b = b
      self.c = c
    }
  }

  private enum Kind: UInt8 { case word, id, attribute, type, place, lead, skeleton, name }

  /// All groups of at least two elements, and those of one that is called a comment.
  ///
  /// - Complexity: O(size of the page).
  static func find(_ survey: CommentSurvey) -> [AlikeGroup] {
    var finder = AlikeGroups(survey)
    return finder.find()
  }

  private init(_ survey: CommentSurvey) {
    self.survey = survey
    tree = survey.tree
    attributes = tree.attributeKeys(
      where: { $0.hasPrefix("data-") && $0.hasSuffix("id") }, and: ["itemtype", "role"])
  }

  private mutating func find() -> [AlikeGroup] {
    for (index, node) in tree.nodes.enumerated() where node.isElement && Self.mayBeOne(node) {
      guard survey.letters(in: index) > 0 || node.name == .hr || node.name == .a else { continue }
      add(index, node)
    }
    var result: [AlikeGroup] = []
    for (place, nodes) in members.enumerated() {
      guard nodes.count > 1 || isCalledComment(Int(nodes[0])) else { continue }
      let nodes = nodes.map { Int($0) }
      result.append(AlikeGroup(sign: sign(of: keys[place], nodes[0]), nodes: nodes))
    }
    return result
  }

  private func isCalledComment(_ index: Int) -> Bool {
    survey.weights[index] >= 1.5
  }

  private static func mayBeOne(_ node: HTMLTree.Node) -> Bool {
    switch node.name {
    case .div, .li, .article, .section, .tr, .td, .table, .tbody, .dl, .dd, .dt, .p, .blockquote,
      .details, .ul, .ol, .header, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .a, .fieldset, .aside, .span,
      .figure, .center, .font:
      true
    case .other: if case .element = node.kind { true } else { false }
    default: false
    }
  }

  private mutating func add(_ index: Int, _ node: HTMLTree.Node) {
    let shape = survey.shapes[index]
    if node.name == .a {
      if survey.letters(in: index) == 0,
        let name = tree.shortBytes(of: .name, in: index) ?? tree.shortBytes(of: .id, in: index)
      {
        addFamily(name, of: index, -2)
      }
      return
    }
    let tag = Int32(node.name.rawValue)
    if survey.classLists[index] >= 0 {
      for word in survey.classWords[Int(survey.classLists[index])] {
        add(GroupKey(.word, tag, word), index)
      }
    }
    if node.name == .span || node.name == .font { return }
    if let id = tree.shortBytes(of: .id, in: index) { addFamily(id, of: index, tag) }
    let parent = node.parent
    let parentShape = parent.map { survey.shapes[$0] } ?? -1
    add(GroupKey(.place, shape, parentShape), index)
    if node.name == .other { add(GroupKey(.name, shape), index) }
    if node.name != .p, let parent {
      let parentTag = Int32(tree.nodes[parent].name.rawValue)
      add(GroupKey(.name, tag, parentTag, 1), index)
    }
    // The shapes of the first two elements in it, and of the first ones in those.
    var (first, second) = (Int32(-1), Int32(-1))
    var (inFirst, inSecond) = (Int32(-1), Int32(-1))
    var at = index + 1
    var (seen, children) = (0, 0)
    while at < node.end, seen < 8, children < 2 {
      if tree.nodes[at].isElement {
        (first, second) = children == 0 ? (survey.shapes[at], -1) : (first, survey.shapes[at])
        if children == 0 { inFirst = firstShape(in: at) } else { inSecond = firstShape(in: at) }
        children += 1
      }
      at = tree.nodes[at].end
      seen += 1
    }
    if children == 2 {
      add(GroupKey(.skeleton, tag, first ^ inFirst << 11, second ^ inSecond << 11), index)
    }
    if children > 0 {
      add(GroupKey(.lead, tag, first, second), index)
      if node.name == .p || node.name == .li { add(GroupKey(.lead, tag, first, -2), index) }
    }
    tree.forEachAttribute(of: index, among: attributes) { [attributes] place, value in
      switch place {
      case attributes.names.count - 1:
        add(
          GroupKey(.attribute, number(of: "role=" + String(decoding: value, as: UTF8.self))), index)
      case attributes.names.count - 2:
        add(GroupKey(.type, number(of: String(decoding: value, as: UTF8.self))), index)
      default: add(GroupKey(.attribute, number(of: attributes.names[place])), index)
      }
      return true
    }
  }

  /// The shape of the first element in an element.
  private func firstShape(in index: Int) -> Int32 {
    for at in (index + 1)..<max(index + 1, min(tree.nodes[index].end, index + 3))
    where tree.nodes[at].isElement { return survey.shapes[at] }
    return -1
  }

  /// Ids that differ from their first digit on are a family.
  private mutating func addFamily(_ id: ArraySlice<UInt8>, of index: Int, _ tag: Int32) {
    guard let digit = id.prefix(64).firstIndex(where: { 0x30...0x39 ~= $0 }) else { return }
    let head = String(decoding: id[..<digit], as: UTF8.self)
    add(GroupKey(.id, tag, number(of: head)), index)
  }

  private mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  private mutating func add(_ key: GroupKey, _ index: Int) {
    let number = groups.number(
      of: UInt64(key.kind.rawValue) << 32 | UInt64(UInt32(bitPattern: key.a)),
      UInt64(UInt32(bitPattern: key.b)) << 32 | UInt64(UInt32(bitPattern: key.c)))
    if number < members.count {
      members[number].append(Int32(index))
    } else {
      keys.append(key)
      members.append([Int32(index)])
    }
  }

  private func sign(of key: GroupKey, _ first: Int) -> String {
    let tag = tree.spelling(of: first)
    switch key.kind {
    case .word:
      let word = tree.classes(of: first).first { word in
        survey.wordHints.indices.contains(Int(key.b)) && !word.isEmpty
          && CommentHints(name: word.utf8) == survey.wordHints[Int(key.b)]
      }
      return word.map { "\(tag).\($0)" } ?? tag
    case .id: return "\(tag)[id^='\(names[Int(key.b)])']"
    case .attribute: return "[\(names[Int(key.a)])]"
    case .type: return "[itemtype='\(names[Int(key.a)])']"
    case .place, .lead, .skeleton, .name:
      let parent = tree.nodes[first].parent
      func name(_ index: Int) -> String {
        let word = tree.classes(of: index).first.map { "." + $0 } ?? ""
        return tree.spelling(of: index) + word
      }
      return (parent.map { name($0) + " > " } ?? "") + name(first)
    }
  }
}
