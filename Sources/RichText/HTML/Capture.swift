import HTMLTree

/// A text that is kept until all of it is known.
struct Capture {
  let kind: Kind
  private(set) var text = ""
  /// Where a preview leads.
  private(set) var target: String?
  /// What a preview shows of its source, if it has no title.
  private var source = ""
  /// How many elements are open around a preview's title.
  private var titleDepth: Int?

  enum Kind {
    /// The title of a spoiler.
    case summary
    /// The sign of a footnote.
    case noteMark
    /// Another page: its title and its address.
    case preview
  }

  /// Characters of a title; what is longer is none.
  private static let longest = 300

  init(_ kind: Kind, target: String? = nil) {
    self.kind = kind
    self.target = target
  }

  var isTooLong: Bool { kind != .preview && text.utf8.count > Self.longest }

  /// What stands for the text: the title, or else its source, in one line.
  var title: String {
    let chosen = text.allSatisfy(\.isWhitespace) ? source : text
    return chosen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Adds text that is in this many elements.
  mutating func add(_ new: String, depth: Int) {
    if kind != .preview {
      text += new
    } else if let titleDepth, depth > titleDepth {
      text += new
    } else if text.isEmpty, source.utf8.count < Self.longest {
      source += new
    }
  }

  /// Takes note of the end of an element, after which this many are open.
  mutating func noteEnd(depth: Int) {
    if let start = titleDepth, depth <= start { titleDepth = nil }
  }

  /// Takes what is needed of an element in it, which is in this many elements.
  mutating func note(_ element: HTMLElement, depth: Int) {
    switch (kind, element.name) {
    case (.summary, .br): text += " "
    case (.summary, .img): text += element.text(.alt) ?? ""
    case (.preview, .h1), (.preview, .h2), (.preview, .h3), (.preview, .h4):
      if text.isEmpty { titleDepth = titleDepth ?? depth }
    case (.preview, .a): target = target ?? element.text(.href)
    default: break
    }
  }
}
