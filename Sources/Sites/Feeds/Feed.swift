import DiscussionModel
import HTMLTree

/// A feed: Atom (RFC 4287), or RSS 2.0 with what WordPress and others add to it.
///
/// Elements are found by their names, whatever their prefix stands for. As MathML the HTML parser takes CDATA sections and
/// elements that close themselves as XML has them.
struct Feed {
  var title: String?
  /// The page that this feed belongs to; nil if it names none.
  var link: String?
  /// The address of the next page (RFC 5005 section 3); nil if there is none.
  var next: String?
  var entries: [Entry] = []

  /// One entry of Atom, or one item of RSS.
  struct Entry {
    var id: String?
    /// As it is there: HTML in RSS and in most of Atom.
    var title: String?
    var author: String?
    /// The page of the entry.
    var link: String?
    /// The page of its comments (RSS); nil if it names none.
    var comments: String?
    /// The feed of its comments (`wfw:commentRss`, or RFC 4685 section 4); nil if it names none.
    var commentFeed: String?
    /// The id of the entry to which it replies (RFC 4685 section 3); nil if it names none.
    var inReplyTo: String?
    /// How many comments it has (`slash:comments`, `thr:total`, or `thr:count` of RFC 4685 section 5).
    var commentCount: Int?
    var published: String?
    var updated: String?
    /// The text, in HTML.
    var content: String?
    var summary: String?

    /// When it was written.
    var time: SourceTime? {
      (published ?? updated).flatMap { text in
        (Moment(text) ?? InternetDate.moment(text)).map {
          SourceTime(text: RawText($0.iso), seconds: $0.seconds)
        }
      }
    }
  }

  /// Whether bytes begin like a feed.
  ///
  /// - Complexity: O(1).
  static func isFeed(_ bytes: [UInt8]) -> Bool {
    let isMarkedUp = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == 0x3C
    let start = String(decoding: bytes.prefix(2048), as: UTF8.self)
    guard isMarkedUp, let tag = start.firstRange(of: "<feed") ?? start.firstRange(of: "<rss") else {
      return false
    }
    let before = String(start[..<tag.lowerBound])
    return !before.has("<html") && !before.has("<HTML") && !before.has("<body")
  }

  /// Whether the end of a feed is missing: the last tag is not the one that ends the feed.
  ///
  /// - Complexity: O(what follows that tag).
  static func endsEarly(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    // Remarks may follow the end.
    while true {
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      guard rest.suffix(3).elementsEqual("-->".utf8),
        let remark = rest.indices.reversed().first(where: { rest[$0...].starts(with: "<!--".utf8) })
      else { break }
      rest = rest[..<remark]
    }
    guard let start = rest.lastIndex(of: UInt8(ascii: "<")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return true }
    let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self).lowercased()
    guard tag.hasPrefix("/") || tag.hasSuffix("/") else { return true }
    let name = tag.split { $0 == "/" || $0.isWhitespace }.first ?? ""
    return !["feed", "rss", "rdf"].contains(name.split(separator: ":").last ?? "")
  }

  /// Reads a feed.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: .foreign(.mathML, "math")) }
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard case .foreign = node.kind else {
        index += 1
        continue
      }
      switch Self.name(at: index, of: tree) {
      case "entry", "item":
        entries.append(Self.entry(at: index, of: tree))
        index = node.end
      // They have titles and links of their own.
      case "image", "textinput", "author": index = node.end
      case "title":
        title = title ?? Self.words(at: index, of: tree)
        index = node.end
      case "link":
        takeLink(at: index, of: tree)
        index = node.end
      default: index += 1
      }
    }
  }

  /// The name of an element, in lower case, without the prefix that Atom has in RSS.
  private static func name(at index: Int, of tree: HTMLTree) -> String {
    let name = tree.spelling(of: index).lowercased()
    return name.hasPrefix("atom:") ? String(name.dropFirst(5)) : name
  }

  private mutating func takeLink(at index: Int, of tree: HTMLTree) {
    guard let target = tree.attribute(.href, of: index) else {
      let words = Self.words(at: index, of: tree)
      if !words.isEmpty { link = link ?? words }
      return
    }
    switch tree.attribute(named: "rel", of: index) ?? "alternate" {
    case "alternate": link = link ?? target
    case "next": next = target
    default: break
    }
  }

  /// An entry by the elements that are in it themselves: `source` has those of the feed from which it was taken, and a text
  /// may have any.
  private static func entry(at index: Int, of tree: HTMLTree) -> Entry {
    var entry = Entry()
    var child = index + 1
    while child < tree.nodes[index].end {
      if case .foreign = tree.nodes[child].kind { take(at: child, of: tree, into: &entry) }
      child = tree.nodes[child].end
    }
    return entry
  }

  private static func take(at index: Int, of tree: HTMLTree, into entry: inout Entry) {
    var words: String { Self.words(at: index, of: tree) }
    switch name(at: index, of: tree) {
    case "id", "guid": entry.id = entry.id ?? words
    case "title": entry.title = entry.title ?? words
    case "dc:creator": entry.author = entry.author ?? words
    case "author": entry.author = entry.author ?? author(at: index, of: tree)
    case "link": takeLink(at: index, of: tree, into: &entry)
    case "comments": entry.comments = words
    case "wfw:commentrss": entry.commentFeed = words
    case "thr:in-reply-to": entry.inReplyTo = tree.attribute(named: "ref", of: index)
    case "slash:comments", "thr:total": entry.commentCount = entry.commentCount ?? count(words)
    case "published", "pubdate", "dc:date": entry.published = entry.published ?? words
    case "updated": entry.updated = words
    case "content", "content:encoded": entry.content = words
    case "summary", "description": entry.summary = words
    default: break
    }
  }

  /// The name of an author, which Atom has in an element of its own; nil if there is none.
  private static func author(at index: Int, of tree: HTMLTree) -> String? {
    let end = tree.nodes[index].end
    let own = (index + 1..<end).first { place in
      if case .foreign = tree.nodes[place].kind { return name(at: place, of: tree) == "name" }
      return false
    }
    if let own { return words(at: own, of: tree) }
    // RSS has it as text.
    return end == index + 2 ? words(at: index, of: tree) : nil
  }

  private static func takeLink(at index: Int, of tree: HTMLTree, into entry: inout Entry) {
    guard let target = tree.attribute(.href, of: index) else {
      let words = words(at: index, of: tree)
      if !words.isEmpty { entry.link = entry.link ?? words }
      return
    }
    switch tree.attribute(named: "rel", of: index) ?? "alternate" {
    case "alternate": entry.link = entry.link ?? target
    case "replies":
      let count = tree.attribute(named: "thr:count", of: index).flatMap { Self.count($0) }
      entry.commentCount = entry.commentCount ?? count
      let type = tree.attribute(named: "type", of: index)
      if type == "text/html" { entry.comments = target }
      if type == "application/atom+xml" { entry.commentFeed = target }
    default: break
    }
  }

  /// A number of comments; nil for anything unusable.
  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { NumberBounds.count.contains($0) ? $0 : nil }
  }

  private static func words(at index: Int, of tree: HTMLTree) -> String {
    let text = (index..<tree.nodes[index].end).reduce(into: "") {
      if case .text = tree.nodes[$1].kind { $0 += tree.text(of: $1) }
    }
    return String(text[...].trimmed)
  }
}
