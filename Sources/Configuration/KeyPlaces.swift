/// Where each key of a TOML text stands, since the parser does not say.
///
/// The text must be valid TOML 1.0. Keys are joined by dots, whether they are written as a table's
/// heading, a dotted key or a quoted one: `roles.quote.mark`. A key with escapes is not found except those of
/// quotes and backslashes.
struct KeyPlaces {
  private var places: [String: TextPlace] = [:]
  private let text: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// What brackets are open, from the outside to the inside: arrays, and tables by their path.
  private enum Bracket {
    case array
    case table(String)
  }

  /// - Complexity: O(*n*).
  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    // A byte order mark is before the first line.
    if self.text.first == "\u{FEFF}" { (index, lineStart) = (1, 1) }
    var table = ""
    var path = ""
    var open: [Bracket] = []
    var expectsKey = true
    while let scalar = peek() {
      switch scalar {
      case "\n":
        advance()
        if open.isEmpty { expectsKey = true }
      case " ", "\t", "\r": advance()
      case "#": while let next = peek(), next != "\n" { advance() }
      case "[" where expectsKey && open.isEmpty:
        while peek() == "[" { advance() }
        table = keys(below: "")
        while peek() == "]" { advance() }
        expectsKey = false
      case "[":
        advance()
        open.append(.array)
      case "{":
        advance()
        open.append(.table(path))
        expectsKey = true
      case "]", "}":
        advance()
        _ = open.popLast()
        expectsKey = false
      case ",":
        advance()
        if case .table = open.last { expectsKey = true }
      case _ where expectsKey:
        if case .table(let outer) = open.last { path = outer } else { path = table }
        path = keys(below: path)
        if peek() == "=" { advance() }
        expectsKey = false
      case "\"", "'": skipString()
      default: advance()
      }
    }
  }

  /// Where a key stands, or else the innermost table around it that is written down.
  subscript(path: String) -> TextPlace? {
    var rest = path[...]
    while !rest.isEmpty {
      if let place = places[String(rest)] { return place }
      rest = rest.lastIndex(of: ".").map { rest[..<$0] } ?? ""
    }
    return nil
  }

  /// The last line on which something stands that is directly below a key; nil if nothing is.
  ///
  /// - Complexity: O(*n*) in the keys.
  func lastLine(below path: String) -> Int? {
    places.lazy.filter { $0.key.hasPrefix(path + ".") }.map(\.value.line).max()
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < text.count ? text[index + ahead] : nil
  }

  private mutating func advance() {
    if peek() == "\n" {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  /// Reads a key with its dots and notes where each part stands.
  private mutating func keys(below table: String) -> String {
    var path = table
    while true {
      skipBlanks()
      let place = TextPlace(line: line, column: index - lineStart + 1)
      let start = index
      let part: String
      if peek() == "\"" || peek() == "'" {
        skipString()
        let inside = string(from: start + 1, to: index - 1)
        part = text[start] == "\"" ? Self.unescaped(inside) : inside
      } else {
        while let next = peek(), !" \t\r\n.=[]{},#\"'".unicodeScalars.contains(next) { advance() }
        // Nothing is left out of valid TOML; for the rest there must be an end.
        if index == start { advance() }
        part = string(from: start, to: index)
      }
      path += path.isEmpty ? part : "." + part
      if places[path] == nil { places[path] = place }
      skipBlanks()
      guard peek() == "." else { return path }
      advance()
    }
  }

  /// Without the backslashes before quotes and backslashes.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      if isEscaped, scalar != "\"", scalar != "\\" { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    }
    return String(result)
  }

  private mutating func skipBlanks() {
    while peek() == " " || peek() == "\t" { advance() }
  }

  /// Skips a string of any of the four kinds; in those in double quotes a backslash escapes.
  private mutating func skipString() {
    guard let quote = peek() else { return }
    let isLong = peek(1) == quote && peek(2) == quote
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    while let next = peek() {
      if next == "\\", quote == "\"" {
        advance()
        advance()
      } else if next == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        // A long string may end with one or two quotes of its own.
        while isLong, peek() == quote { advance() }
        return
      } else {
        advance()
      }
    }
  }

  private func string(from start: Int, to end: Int) -> String {
    let end = min(end, text.count)
    guard start < end else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }
}
