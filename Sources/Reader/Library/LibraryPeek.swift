import DiscussionModel
import TextGrid

/// How a discussion begins, over the lower part of the list.
struct LibraryPeek: Equatable, Sendable {
  /// The discussion's id.
  let id: String
  /// Nil until it is there.
  private(set) var page: Page?
  private(set) var lines: [Line] = []
  /// The first of its lines on the screen, 0-based.
  var top = 0

  /// One row of it.
  enum Line: Equatable, Sendable {
    /// Who wrote the comment at a position, and when.
    case header(position: Int, detail: SafeText, depth: Int)
    case text(TextRow, depth: Int)
    case blank(depth: Int)
  }

  /// The most rows that are set: what is wanted is how it begins.
  private static let mostLines = 400

  init(of id: String) { self.id = id }

  /// The rows of the screen that it takes, its upper edge included: the lower part of the body.
  static func rows(in body: Range<Int>) -> Range<Int> {
    // On the smallest screens all of it, but the focused line.
    let rows = body.count >= 6 ? body.count * 3 / 5 : max(0, body.count - 1)
    return body.upperBound - rows..<body.upperBound
  }

  /// Takes the discussion, and sets it for a screen.
  mutating func show(_ page: Page, _ shell: Shell) {
    self.page = page
    (now, countsAgesFromArticle) = (shell.now, shell.countsAgesFromArticle)
    set(in: shell.size)
  }

  /// Seconds since 1970, as of when it came.
  private var now: Int64 = 0
  private var countsAgesFromArticle = false

  /// Sets it for a screen: the article, then comments until that is enough.
  ///
  /// - Complexity: O(length of what is set).
  mutating func set(in size: GridSize) {
    guard let page else { return }
    let geometry = Geometry(list: size)
    lines = page.text(of: 0, width: geometry.textWidth(depth: 0), opened: [])
      .prefix(Self.mostLines).map { .text($0, depth: 0) }
    for entry in page.firstComment..<page.count {
      guard lines.count < Self.mostLines, let position = page.position(of: entry) else { break }
      let depth = page.depth(of: entry)
      lines.append(.blank(depth: min(depth, page.depth(of: entry - 1))))
      let age = page.age(at: position, now: now, isFromArticle: countsAgesFromArticle)
      lines.append(.header(position: position, detail: SafeText(age ?? ""), depth: depth))
      let rows = page.text(of: entry, width: geometry.textWidth(depth: depth), opened: [])
      lines += rows.prefix(Self.mostLines).map { .text($0, depth: depth) }
    }
    lines = Array(lines.prefix(Self.mostLines))
    scroll(by: 0, rows: Self.rows(in: geometry.body).count - 1)
  }

  /// Scrolls it in this many rows.
  mutating func scroll(by lines: Int, rows: Int) {
    top = max(0, min(top + lines, self.lines.count - max(1, rows)))
  }
}
