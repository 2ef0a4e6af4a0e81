import SeededNumbers
import DiscussionModel
import TextGrid

@testable import Reader

extension GridSize {
  static func random(using generator: inout SplitMix64) -> GridSize {
    let isWide = Int.random(in: 0..<5, using: &generator) == 0
    return GridSize(
      columns: Int.random(in: isWide ? 110...160 : 1...90, using: &generator),
      rows: Int.random(in: 1...30, using: &generator))
  }
}

extension Discussion {
  /// Up to 20 comments with everything that a comment may have.
  static func random(using generator: inout SplitMix64) -> Discussion {
    var result = Discussion(id: "random", title: "中文 and é")
    result.body = "Some words.\n\n**** **** ***\n\nMore words at https://example.org/a."
    result.maskCharacter = "*"
    if Bool.random(using: &generator) { result.notice = "A notice." }
    if Bool.random(using: &generator) {
      result.links = [LinkList(heading: "More", items: [LinkItem(title: "A roof")])]
    }
    for index in 0..<Int.random(in: 0...20, using: &generator) {
      result.comments.append(.random(index, using: &generator))
    }
    return result
  }
}

extension Comment {
  fileprivate static func random(_ index: Int, using generator: inout SplitMix64) -> Comment {
    func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
    let parent = index > 0 && !oneIn(4) ? "\(Int.random(in: 0..<index, using: &generator))" : nil
    var comment = Comment(
      id: "\(index)", parent: parent, author: ["ann", "Bo Li", "👩‍💻", nil][index % 4])
    let words = ["word", "中", "é", "e\u{301}", "👩‍💻", "https://example.org", "\u{202E}\u{1B}[2J"]
    let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
      words.randomElement(using: &generator) ?? ""
    }
    comment.body = RawText(text.joined(separator: oneIn(5) ? "\n\n" : " "))
    comment.score = Int.random(in: -5...20, using: &generator)
    comment.published = RawText("1970-01-2\(index % 10)T10:00:00Z")
    if oneIn(10) { comment.state = .deleted }
    if oneIn(8) {
      var details = CommentDetails()
      details.warning = "spiders"
      details.url = "https://example.org/\(index)"
      comment.details = details
    }
    return comment
  }
}

extension Reading {
  /// One random thing that a reader may do here, or that may happen.
  ///
  /// - Returns: what it was.
  mutating func doSomething(using generator: inout SplitMix64) -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0:
      let size = GridSize.random(using: &generator)
      resize(columns: size.columns, rows: size.rows)
      return "resize to \(size)"
    case 1, 2:
      press("stood")
      return "stood"
    case 3, 4:
      let units = Int.random(in: 1...20, using: &generator)
      effects += state.update(.work(units: units), layout: &layout)
      return "work \(units)"
    case 5:
      let (row, column) = (
        Int.random(in: 0..<state.shell.size.rows, using: &generator),
        Int.random(in: 0..<state.shell.size.columns, using: &generator)
      )
      effects += state.update(.click(row: row, column: column), layout: &layout)
      return "click \(row) \(column)"
    default: break
    }
    let typed = ["word", "中", "é", "unread", ">3", "author:ann", "/w.r/", "/(/", "dark", " ", "x"]
    if state.shell.isTyping, Int.random(in: 0..<3, using: &generator) > 0 {
      let text = typed.randomElement(using: &generator) ?? ""
      type(text)
      return "type \(text)"
    }
    let context = state.context
    let all = state.shell.commands.filter { $0.context == context && $0.action != .exit }
    guard let command = all.randomElement(using: &generator),
      let keys = command.keys.randomElement(using: &generator)
    else { return "nothing" }
    let isCounted = context == .reading && Int.random(in: 0..<4, using: &generator) == 0
    let count = isCounted ? String(Int.random(in: 1...40, using: &generator)) : ""
    type(count)
    for key in keys { effects += state.press(key, layout: &layout) }
    return "\(count) \(command.id) in \(context)"
  }
}
