import DiscussionModel
import HTMLTree

/// A feed: Atom (RFC 4287), or RSS 2.0 with what WordPress and others add to it.
///
/// Elements are found by their names, whatever their prefix stands for. As MathML the HTML parser takes CDATA sections and
/// elements that close themselves as XML has them.
struct Feed {
  var title: String?
  /// The address of the next page (RFC 5005 section 3); nil if there is none.
  var next: String?
  var entries: [Entry] = []

  /// One entry of Atom, or one item of RSS.
  struct Entry {
    var id: String?
    /// As it stands there: HTML in RSS and in most of Atom.
    var title: String?
    var author: String?
    /// The page of the entry.
    var link: String?
    /// The page of its comments (RSS); nil if it names none.
    var comments: String?
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

  /// Reads a feed.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0, in: .foreign(.mathML, "math")) }
    var end = 0
    for (index, node) in tree.nodes.enumerated() {
      guard case .foreign = node.kind else { continue }
      let name = tree.spelling(of: index).lowercased()
      if name == "entry" || name == "item" {
        entries.append(Entry())
        end = node.end
      } else if index < end {
        Self.take(name, at: index, of: tree, into: &entries[entries.count - 1])
      } else if name == "title", title == nil {
        title = Self.words(at: index, of: tree)
      } else if name == "link" || name == "atom:link",
        tree.attribute(named: "rel", of: index) == "next"
      {
        next = tree.attribute(.href, of: index)
      }
    }
  }

  private static func take(
    _ name: String, at index: Int, of tree: HTMLTree, into entry: inout Entry
  ) {
    var words: String { Self.words(at: index, of: tree) }
    switch name {
    case "id", "guid": entry.id = entry.id ?? words
    case "title": entry.title = entry.title ?? words
    case "name", "dc:creator": entry.author = entry.author ?? words
    case "author":
      // Atom has the name in an element of its own.
      if tree.nodes[index].end == index + 2 { entry.author = entry.author ?? words }
    case "link": takeLink(at: index, of: tree, into: &entry)
    case "comments": entry.comments = words
    case "slash:comments", "thr:total": entry.commentCount = entry.commentCount ?? count(words)
    case "published", "pubdate", "dc:date": entry.published = entry.published ?? words
    case "updated": entry.updated = words
    case "content", "content:encoded": entry.content = words
    case "summary", "description": entry.summary = words
    default: break
    }
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
      if tree.attribute(named: "type", of: index) == "text/html" { entry.comments = target }
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
