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
  private var groups: [GroupKey: Int32] = [:]
  private var keys: [GroupKey] = []
  private var members: [[Int32]] = []

  private struct GroupKey: Hashable {
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
      if let name = tree.shortAttribute(.name, of: index) ?? tree.shortAttribute(.id, of: index),
        survey.letters(in: index) == 0
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
    if let id = tree.shortAttribute(.id, of: index) { addFamily(id, of: index, tag) }
    let parent = node.parent
    let parentShape = parent.map { survey.shapes[$0] } ?? -1
    add(GroupKey(.place, shape, parentShape), index)
    if node.name == .other { add(GroupKey(.name, shape), index) }
    if node.name != .p, let parent {
      let parentTag = Int32(tree.nodes[parent].name.rawValue)
      add(GroupKey(.name, tag, parentTag, 1), index)
    }
    var children: [Int32] = []
    var firstShapes: [Int32] = []
    var seen = 0
    for child in tree.children(of: index) {
      if tree.nodes[child].isElement {
        children.append(survey.shapes[child])
        firstShapes.append(firstShape(in: child))
      }
      seen += 1
      if children.count == 2 || seen == 8 { break }
    }
    if children.count == 2 {
      add(
        GroupKey(
          .skeleton, tag, children[0] ^ firstShapes[0] << 11, children[1] ^ firstShapes[1] << 11),
        index)
    }
    if !children.isEmpty {
      add(GroupKey(.lead, tag, children[0], children.count > 1 ? children[1] : -1), index)
      if node.name == .p || node.name == .li { add(GroupKey(.lead, tag, children[0], -2), index) }
    }
    for attribute in tree.attributes(of: index) {
      if attribute.name.hasPrefix("data-"), attribute.name.hasSuffix("id") {
        add(GroupKey(.attribute, number(of: attribute.name)), index)
      } else if attribute.name == "itemtype" {
        add(GroupKey(.type, number(of: attribute.value)), index)
      } else if attribute.name == "role" {
        add(GroupKey(.attribute, number(of: "role=" + attribute.value)), index)
      }
    }
  }

  /// The shape of the first element in an element.
  private func firstShape(in index: Int) -> Int32 {
    for at in (index + 1)..<max(index + 1, min(tree.nodes[index].end, index + 3))
    where tree.nodes[at].isElement { return survey.shapes[at] }
    return -1
  }

  /// Ids that differ from their first digit on are a family.
  private mutating func addFamily(_ id: String, of index: Int, _ tag: Int32) {
    let bytes = id.utf8.prefix(64)
    guard let digit = bytes.firstIndex(where: { 0x30...0x39 ~= $0 }) else { return }
    let head = String(id[..<digit])
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
    if let known = groups[key] {
      members[Int(known)].append(Int32(index))
    } else {
      groups[key] = Int32(members.count)
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
