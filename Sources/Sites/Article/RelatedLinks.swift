import DiscussionModel
import HTMLTree
import WebAddresses

/// Lists of other pages that are in a text or beside it, each under a heading that says that they are related.
struct RelatedLinks {
  private(set) var lists: [LinkList] = []
  /// The lists and their headings, which are not the text.
  private(set) var elements: [Int] = []

  private static let mostLists = 5
  private static let mostItems = 20
  /// Bytes of a title; a menu has shorter ones.
  private static let shortest = 12
  /// Elements that are looked at after a heading, and in a list.
  private static let reach = 3000
  /// Places that are looked at.
  private static let most = 300

  /// - Complexity: O(nodes), with a bounded look after each heading that says so.
  init(_ survey: PageSurvey, address: WebURL?) {
    let tree = survey.tree
    var end = 0
    var looked = 0
    for index in tree.nodes.indices where index >= end && lists.count < Self.mostLists {
      let facts = survey.nodes[index]
      if facts.isDropped { continue }
      if looked == Self.most { return }
      if tree.nodes[index].name.isHeading {
        let heading = tree.line(of: index, limit: 100)
        guard Self.announces(heading) else { continue }
        looked += 1
        guard let list = tree.list(after: index) else { continue }
        if add(heading, list, survey, address) {
          elements.append(index)
          end = tree.nodes[list].end
        }
      } else if facts.hints.contains(.related), facts.part == .block,
        !facts.hints.contains(.maybe), tree.nodes[index].end - index < Self.reach
      {
        looked += 1
        if Self.holdsAnother(index, survey) { continue }
        let heading = Self.heading(in: index, tree) ?? tree.heading(before: index)
        let words = heading.map { tree.line(of: $0, limit: 100) } ?? ""
        if add(words.isEmpty ? "Related" : words, index, survey, address) {
          if let heading, heading < index { elements.append(heading) }
          end = tree.nodes[index].end
        }
      }
    }
  }

  /// Whether there is a list in a list: the one around it holds something else too.
  private static func holdsAnother(_ index: Int, _ survey: PageSurvey) -> Bool {
    (index + 1..<survey.tree.nodes[index].end).contains {
      survey.nodes[$0].hints.contains(.related) && [.ul, .ol].contains(survey.tree.nodes[$0].name)
    }
  }

  /// The heading before the first link of a list.
  private static func heading(in list: Int, _ tree: HTMLTree) -> Int? {
    for index in list..<tree.nodes[list].end {
      if tree.nodes[index].name == .a { return nil }
      if tree.nodes[index].name.isHeading {
        let holdsLink = (index..<tree.nodes[index].end).contains { tree.nodes[$0].name == .a }
        return holdsLink ? nil : index
      }
    }
    return nil
  }

  /// Takes a list if it has at least two links and little else.
  private mutating func add(
    _ heading: String, _ list: Int, _ survey: PageSurvey, _ address: WebURL?
  ) -> Bool {
    let tree = survey.tree
    var items: [LinkItem] = []
    var headed: Set<Int> = []
    var places: [String: Int] = [:]
    var index = list
    while index < min(tree.nodes[list].end, list + Self.reach), items.count < Self.mostItems {
      let node = tree.nodes[index]
      defer { index += 1 }
      guard !survey.nodes[index].isDropped, survey.nodes[index].link == .page,
        let reference = tree.shortAttribute(.href, of: index)
      else { continue }
      let url = address.map { $0.absolute(reference) } ?? WebURL(reference: reference)?.page
      let inner = (index..<node.end).first { tree.nodes[$0].name.isHeading }
      let title = tree.line(of: inner ?? index, limit: 200)
      guard title.utf8.count >= Self.shortest else { continue }
      if let place = places[reference] {
        if title.count > items[place].title.count { items[place].title = title }
      } else {
        places[reference] = items.count
        if inner != nil || node.parent.map({ tree.nodes[$0].name.isHeading }) == true {
          headed.insert(items.count)
        }
        items.append(LinkItem(title: title, url: url))
      }
    }
    if headed.count >= 2 { items = items.indices.filter(headed.contains).map { items[$0] } }
    guard items.count >= 2 else { return false }
    lists.append(LinkList(heading: heading, items: items))
    elements.append(list)
    return true
  }

  private static func announces(_ heading: String) -> Bool {
    guard heading.count < 60 else { return false }
    let words = heading.lowercased()
    return phrases.contains { words.hasPrefix($0) }
  }

  /// How such headings begin.
  private static let phrases = [
    "related", "read more", "read next", "keep reading", "more on ", "more from ", "more stories",
    "you may also like", "you might also like", "recommended", "see also", "further reading",
    "mehr zum thema", "mehr zu ", "lesen sie auch", "auch interessant", "das könnte", "zum thema",
    "passend dazu", "siehe auch", "à lire aussi", "a lire aussi", "lire aussi",
    "sur le même sujet", "voir aussi", "te puede interesar", "relacionad", "noticias relacionad",
    "artículos relacionad", "leer también", "lee también", "ver también", "leia também",
    "leia mais", "veja também", "leggi anche", "articoli correlati", "correlati", "vedi anche",
    "lees ook", "læs også", "läs också", "läs även", "les også", "lue myös", "czytaj także",
    "czytaj też", "zobacz także", "čtěte také", "читайте также", "по теме", "материалы по теме",
    "читайте також", "関連", "あわせて読みたい", "相关", "相關", "延伸阅读", "延伸閱讀", "관련",
    "ilgili", "اقرأ أيضا", "مواضيع ذات صلة", "קראו גם",
  ]
}

extension HTMLTree {
  /// The list of links that follows a heading, or what holds it; nil if something else comes first.
  fileprivate func list(after heading: Int) -> Int? {
    var index = nodes[heading].end
    let parent = nodes[heading].parent
    while index < nodes.count, nodes[index].parent == parent {
      switch nodes[index].name {
      case .ul, .ol, .div, .section: return index
      default:
        guard nodes[index].isText, bytes(of: index).allSatisfy({ $0 <= 0x20 }) else {
          return nil
        }
      }
      index = nodes[index].end
    }
    return nil
  }

  /// The heading right before an element; nil if something else is there.
  fileprivate func heading(before element: Int) -> Int? {
    guard element > 0 else { return nil }
    var index = element - 1
    let parent = nodes[element].parent
    for _ in 0..<20 {
      while nodes[index].parent != parent {
        guard let above = nodes[index].parent, above > (parent ?? -1) else { return nil }
        index = above
      }
      if nodes[index].name.isHeading { return index }
      guard nodes[index].isText, bytes(of: index).allSatisfy({ $0 <= 0x20 }), index > 0 else {
        return nil
      }
      index -= 1
    }
    return nil
  }
}
