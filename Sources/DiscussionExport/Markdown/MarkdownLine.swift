import RichText
import TextGrid

/// A line of a text as Markdown within one line.
struct MarkdownLine {
  private(set) var string = ""
  /// Whether it is a cell of a table, in which a `|` within code would end the cell.
  private let isInTable: Bool
  /// Whether the text that is being written ends the line.
  private var isAtEnd = false
  /// Whether it is in the text of a link.
  private var isInLink = false
  /// Whether marks were just closed that count as such only before a space or punctuation.
  private var needsGap = false

  /// - Parameters:
  ///   - line: what it says.
  ///   - links: what the links of its text lead to.
  ///   - isBold: whether all of it is set in bold.
  ///   - isInTable: whether it is a cell of a table.
  init(_ line: StyledText, links: [SafeText], isBold: Bool = false, isInTable: Bool = false) {
    self.isInTable = isInTable
    let runs = MarkdownRun.runs(of: line, links: links, isBold: isBold)
    for (index, run) in runs.enumerated() {
      let isFirst = index == 0 || runs[index - 1].target != run.target
      let isLast = index + 1 == runs.count || runs[index + 1].target != run.target
      isInLink = run.target != nil
      isAtEnd = index + 1 == runs.count && !isInTable
      if isInLink, isFirst {
        // It would be a picture.
        if string.unicodeScalars.last == "!" {
          string.unicodeScalars.removeLast()
          string += "\\!"
        }
        append("[")
      }
      add(run)
      if let target = run.target, isLast { append("](\(Self.destination(target)))") }
    }
  }

  /// Appends what begins with punctuation.
  private mutating func append(_ punctuation: String) {
    string += punctuation
    needsGap = false
  }

  /// An address between `<` and `>`, in which nothing is markup.
  static func destination(_ target: SafeText) -> String {
    var result = "<"
    for scalar in target.string.unicodeScalars {
      switch scalar {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + ">"
  }

  private mutating func add(_ run: MarkdownRun) {
    if run.look.contains(.code) {
      let isText = isInTable && run.text.string.utf8.contains { "|\\".utf8.contains($0) }
      return isText ? addText(run.text) : addCode(run.text)
    }
    if run.look.isEmpty { return addText(run.text) }
    // Marks must touch the letters that they are about.
    let core = run.text.core
    let end = isAtEnd
    isAtEnd = false
    addText(run.text[0..<core.lowerBound])
    if !core.isEmpty { addMarked(run.text[core], run.look) }
    isAtEnd = end
    addText(run.text[core.upperBound..<run.text.count])
  }

  private mutating func addText(_ text: SafeText) {
    guard let first = text.string.unicodeScalars.first else { return }
    if needsGap, !first.isSeparator { string += MarkdownText.gap }
    needsGap = false
    string += markdown(text)
  }

  private func markdown(_ text: SafeText) -> String {
    MarkdownText(text, isAtStart: isAtStart, isAtEnd: isAtEnd, isInLink: isInLink).string
  }

  /// Adds words between marks, which count as such only if what is before them and after them lets
  /// them (CommonMark 0.29, section 6.4, "left-flanking" and "right-flanking").
  private mutating func addMarked(_ words: SafeText, _ look: Span.Traits) {
    var text = markdown(words)
    // GitHub has nothing that hides words in a line.
    if look.contains(.spoiler) { text = words.covered }
    let marks = look.marks
    if !marks.isEmpty, let last = string.unicodeScalars.last {
      let isOpen = look.hasOneMark && text.unicodeScalars.first?.isLetter == true
      if !isOpen && !last.isSeparator || Self.signs.contains(last) { string += MarkdownText.gap }
    }
    string += marks + text + String(marks.reversed())
    needsGap = !marks.isEmpty && !(look.hasOneMark && text.unicodeScalars.last?.isLetter == true)
  }

  private var isAtStart: Bool { string.isEmpty || string == "[" }

  /// Signs that would run together with marks.
  private static let signs: Set<Unicode.Scalar> = ["*", "~"]

  /// Adds a piece of code, between more reverse quotes than it has side by side.
  private mutating func addCode(_ text: SafeText) {
    let fence = String(repeating: "`", count: text.string.longestRun(of: "`") + 1)
    if string.unicodeScalars.last == "`" { string += MarkdownText.gap }
    let code = text.string
    let isPadded =
      code.hasPrefix("`") || code.hasSuffix("`")
      || code.hasPrefix(" ")
        && code.hasSuffix(" ") && !code.allSatisfy { $0 == " " }
    let pad = isPadded ? " " : ""
    append(fence + pad + code + pad + fence)
  }
}

/// A part of a line that is written in one way.
private struct MarkdownRun {
  var text: SafeText
  /// What Markdown has marks for.
  let look: Span.Traits
  /// Where it leads; nil if it leads nowhere that a page may lead to.
  let target: SafeText?

  private static let looks: Span.Traits = [.code, .strike, .strong, .emphasis, .spoiler]

  /// The parts of a line, in order; neighbours always differ in markup.
  static func runs(of line: StyledText, links: [SafeText], isBold: Bool) -> [MarkdownRun] {
    var runs: [MarkdownRun] = []
    func add(_ text: SafeText, _ look: Span.Traits, _ target: SafeText?) {
      if let last = runs.last, last.look == look, last.target == target {
        runs[runs.count - 1].text += text
      } else {
        runs.append(MarkdownRun(text: text, look: look, target: target))
      }
    }
    for piece in line.pieces() {
      let link = piece.link.flatMap { $0 <= links.count ? links[$0 - 1] : nil }
      let target = link.flatMap { $0.isFollowed ? $0 : nil }
      for part in piece.parts {
        var look = part.traits.intersection(looks)
        if isBold { look.insert(.strong) }
        // Code has no other look in Markdown; what is hidden stays hidden, and where it leads.
        let isHidden = look.contains(.spoiler)
        if isHidden { look.remove(.code) }
        add(part.text, look.contains(.code) ? .code : look, isHidden ? nil : target)
      }
      if let link, target == nil, !piece.parts.allSatisfy({ $0.traits.contains(.spoiler) }),
        piece.parts.reduce("", { $0 + $1.text.string }) != link.string
      {
        add(" (" + link + ")", isBold ? .strong : [], nil)
      }
    }
    return runs
  }
}

extension Span.Traits {
  /// Whether no more than one sign is in its marks.
  fileprivate var hasOneMark: Bool { !contains(.strike) || isDisjoint(with: [.strong, .emphasis]) }

  /// What is before words that look like this.
  fileprivate var marks: String {
    var marks = ""
    if contains(.strike) { marks += "~~" }
    if contains(.strong) { marks += "**" }
    if contains(.emphasis) { marks += "*" }
    return marks
  }
}

extension SafeText {
  /// Blocks as wide as each character that is not white space, in place of it: words are as long on the screen.
  var covered: String {
    string.reduce(into: "") { blocks, character in
      let width = max(1, SafeText(String(character)).width)
      blocks += character.isWhitespace ? String(character) : String(repeating: "▒", count: width)
    }
  }

  /// What is between the white space at its ends, as offsets in its UTF-8.
  var core: Range<Int> {
    let scalars = string.unicodeScalars
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return count..<count }
    let utf8 = string.utf8
    let start = utf8.distance(from: string.startIndex, to: first)
    return start..<utf8.distance(from: string.startIndex, to: scalars.index(after: last))
  }
}

extension Unicode.Scalar {
  /// Whether it is neither white space nor punctuation to any version of CommonMark.
  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Whether it is white space or punctuation to every version of CommonMark.
  fileprivate var isSeparator: Bool { isASCII ? !isLetter : properties.isWhitespace }
}

extension String {
  /// How often a character stands side by side at most.
  func longestRun(of wanted: Character) -> Int {
    var longest = 0
    var run = 0
    for character in self {
      run = character == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
