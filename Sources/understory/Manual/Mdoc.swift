/// Lines of a page in mdoc(7), the language of manual pages.
struct Mdoc {
  private(set) var lines: [String] = []

  /// Adds a request: a macro, and words of which each is one argument.
  mutating func request(_ macro: String, _ words: String...) { request(macro, words) }

  mutating func request(_ macro: String, _ words: [String]) {
    lines.append((["." + macro] + words.map(Self.argument)).joined(separator: " "))
  }

  /// Begins a page, with what must be first.
  mutating func begin(_ title: String, section: Int, date: String) {
    lines += [".Dd \(date)", ".Dt \(title.uppercased()) \(section)", ".Os"]
  }

  /// Adds what the page is about, after its name.
  mutating func description(_ text: String) { lines.append(".Nd " + Self.escaped(text)) }

  /// Adds the names of other pages and their sections, which must be sorted by section and name.
  mutating func references(_ pages: [(name: String, section: Int)]) {
    for (index, page) in pages.enumerated() {
      let comma = index < pages.count - 1 ? " ," : ""
      lines.append(".Xr \(page.name) \(page.section)\(comma)")
    }
  }

  /// Adds a heading and begins what is under it.
  mutating func section(_ title: String) { lines.append(".Sh " + title) }

  mutating func subsection(_ title: String) {
    request("Ss", title.split(separator: " ").map(String.init))
  }

  /// Adds an option with the name of its value, as what `macro` makes of it.
  ///
  /// - Parameters:
  ///   - macro: `Op` for one that may be left out, `It` for one that is explained.
  ///   - name: with one dash less than it is typed with.
  ///   - value: what its value is called; nil for none.
  mutating func option(_ macro: String, _ name: String, value: String?) {
    lines.append(
      ".\(macro) Fl " + Self.argument(name) + (value.map { " Ar " + Self.argument($0) } ?? ""))
  }

  /// Adds an argument, as what `macro` makes of it: nil for one that must be there.
  mutating func value(_ macro: String?, _ name: String, isRepeating: Bool) {
    let ellipsis = isRepeating ? " ..." : ""
    lines.append("." + (macro.map { "\($0) " } ?? "") + "Ar " + Self.argument(name) + ellipsis)
  }

  /// The longest that a line of text should be, in bytes.
  private static let longest = 79

  /// The bytes of a line for mandoc, which reads what is not ASCII as `\[u00E9]`.
  private static func length(of line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 9) }
  }

  /// Adds running text, in paragraphs with an empty line between them.
  mutating func text(_ text: String) {
    for (index, paragraph) in text.split(separator: "\n\n").enumerated() {
      if index > 0 { request("Pp") }
      add(paragraph)
    }
  }

  /// Adds a paragraph of a topic, its code in bold.
  mutating func markedText(_ text: String) {
    let parts = TopicText.parts(of: text).map { part in
      part.isCode ? "\(Self.boldBegins)\(part.text)\(Self.boldEnds)" : part.text
    }
    add(parts.joined()[...])
  }

  /// What stands for the change of a font until a line is escaped: private-use characters.
  private static let (boldBegins, boldEnds): (Character, Character) = ("\u{E000}", "\u{E001}")

  private mutating func add(_ paragraph: Substring) {
    var line = ""
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if Self.length(of: Self.line(longer)) > Self.longest, !line.isEmpty {
        lines.append(Self.line(line))
        line = String(word)
      } else {
        line = longer
      }
      // A sentence a line: what formats it sees where one ends.
      if word.last == "." {
        lines.append(Self.line(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(Self.line(line)) }
  }

  /// Adds lines to be shown as they stand, indented.
  mutating func display(_ lines: [String]) {
    request("Bd", "-literal", "-offset", "indent")
    self.lines += lines.map(Self.line)
    request("Ed")
  }

  /// Text in which nothing has a meaning but what it says.
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "`": "\\(ga"
      case "'": "\\(aq"
      case "\"": "\\(dq"
      case boldBegins: "\\fB"
      case boldEnds: "\\fR"
      default: String(character)
      }
    }.joined()
  }

  /// A line of text: one that begins with a dot or an apostrophe would be a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") ? "\\&" + text : text
  }

  /// One argument of a request: quoted where it has spaces, and not taken for a macro or for
  /// punctuation, which mdoc knows by their letters.
  private static func argument(_ word: String) -> String {
    if word.hasPrefix("-"), word.count > 2, word.dropFirst().allSatisfy(\.isLetter) { return word }
    let escaped = escaped(word)
    let isShort = word.count <= 3 && word != "in" || word.first.map { !$0.isLetter } ?? true
    let text = isShort ? "\\&" + escaped : escaped
    return text.contains(" ") ? "\"\(text)\"" : text
  }
}
