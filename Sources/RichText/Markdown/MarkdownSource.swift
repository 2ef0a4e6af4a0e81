/// Markdown of sites that know spoilers, as GitHub's Markdown with HTML can say it.
///
/// - `>!words!<` in a paragraph is a spoiler in a line: see ``SpoilerSign``.
/// - Lines that begin with `>!`, in a paragraph without `!<`, are a spoiler that is by itself;
///   so are the lines from `::: spoiler Title` to `:::`.
struct MarkdownSource {
  private var result = ""
  /// The fence of the code that is open: its character and how often it is there.
  private var fence: (sign: Character, count: Int)?
  /// Spoilers that began with `:::` and are open.
  private var colons = 0
  /// Whether a spoiler that began with `>!` is open, which the next paragraph may continue.
  private var isInBlock = false

  /// - Complexity: O(length).
  static func prepared(_ text: String) -> String {
    guard text.utf8.mayHaveSpoilers else { return text }
    var source = MarkdownSource()
    var paragraph: [MarkdownLine] = []
    for text in text.splitLines {
      let line = MarkdownLine(text)
      if line.belongsToParagraph, source.fence == nil {
        paragraph.append(line)
      } else {
        source.add(paragraph)
        paragraph = []
        source.add(line)
      }
    }
    source.add(paragraph)
    source.endBlock()
    return source.result
  }

  /// Adds a line that is in no paragraph.
  private mutating func add(_ line: MarkdownLine) {
    if let open = fence {
      if line.closes(open) { fence = nil }
      append(line.whole)
    } else if let opening = line.fence {
      endBlock()
      fence = opening
      append(line.whole)
    } else if let title = line.spoilerTitle {
      endBlock()
      colons += 1
      append(line.prefix)
      append(line.prefix + "<details><summary>" + title.escaped + "</summary>")
      append(line.prefix)
    } else if line.isColons, colons > 0 {
      endBlock()
      colons -= 1
      append(line.prefix)
      append(line.prefix + "</details>")
      append(line.prefix)
    } else {
      append(line.whole)
    }
  }

  /// Adds the lines of a paragraph, as far as lines alone can tell.
  private mutating func add(_ paragraph: [MarkdownLine]) {
    if paragraph.contains(where: { $0.whole.contains("!<") }) {
      endBlock()
      let text = paragraph.map(\.whole).joined(separator: "\n")
      append(text.markingSpoilers[...])
      return
    }
    for line in paragraph {
      if line.rest.hasPrefix(">!") {
        if !isInBlock { append("\n<details>\n") }
        isInBlock = true
        append(line.rest.dropFirst(2).drop { $0 == " " })
      } else {
        endBlock()
        append(line.whole)
      }
    }
  }

  private mutating func endBlock() {
    if isInBlock { append("\n</details>\n") }
    isInBlock = false
  }

  private mutating func append(_ line: some StringProtocol) {
    result += line
    result += "\n"
  }
}

extension String.UTF8View {
  /// Whether `>!` or `:::` stands anywhere.
  fileprivate var mayHaveSpoilers: Bool {
    var last: UInt8 = 0
    var colons = 0
    for byte in self {
      if last == UInt8(ascii: ">"), byte == UInt8(ascii: "!") { return true }
      colons = byte == UInt8(ascii: ":") ? colons + 1 : 0
      if colons == 3 { return true }
      last = byte
    }
    return false
  }
}

extension StringProtocol {
  /// As text of HTML.
  fileprivate var escaped: String {
    reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
  }
}
