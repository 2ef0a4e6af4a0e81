import DiscussionModel

/// What is where in a saved page; ``SavedPageImport`` shows how it is written.
struct PageOutline {
  var title: Section
  var byline: Section?
  var body: Section?
  var notice: Section?
  var comments: [OutlinedComment]
  var links: [OutlinedLinks]

  /// Lines that belong together.
  struct Section {
    let part: ImportError.Part
    let lines: PageLines
    /// Where the outline gives the lines, in bytes.
    let offset: Int

    /// The lines as indices, 0-based; only once they are known to be in the page.
    var range: Range<Int> { lines.first - 1..<lines.last }
  }

  /// A comment's lines and place among the others.
  struct OutlinedComment {
    let number: Int
    /// The number of the comment that this one replies to; nil at the top level.
    let parent: Int?
    let section: Section
    /// Where the outline gives the number, in bytes.
    let numberOffset: Int
    /// Where it gives the parent, or else the comment.
    let parentOffset: Int
  }

  /// The lines below a heading.
  struct OutlinedLinks {
    let heading: String
    let section: Section
  }

  /// All ranges: the page's parts, the comments, the links.
  var sections: [Section] {
    [title] + [byline, body, notice].compactMap { $0 } + comments.map(\.section)
      + links.map(\.section)
  }

  /// A comment of the discussion, still without its text.
  ///
  /// - Parameter index: its place in `comments`, 0-based.
  /// - Returns: a comment with id and parent, and a number unless that is its position.
  func comment(at index: Int) -> Comment {
    let outlined = comments[index]
    var comment = Comment(id: String(outlined.number), parent: outlined.parent.map { String($0) })
    if outlined.number != index + 1 { comment.number = outlined.number }
    return comment
  }
}
