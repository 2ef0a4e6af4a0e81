/// Reads CSS selectors (Selectors Level 4; names and strings as in CSS Syntax Level 3, section 4).
struct SelectorParser {
  private let text: [Unicode.Scalar]
  private var at = 0
  /// Whether it is within `:not()`, which is not in itself.
  private var isInNot = false

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  /// Reads all of the text.
  mutating func selector() throws(SelectorError) -> [Selector.Compound] {
    var result: [Selector.Compound] = []
    var relation = Selector.Relation.first
    skipSpace()
    while true {
      result.append(try compound(relation))
      if result.count > Selector.longest { throw error(.tooLong) }
      let hadSpace = skipSpace()
      switch current {
      case nil, ",":
        result[result.count - 1].isLast = true
        if current == nil { return result }
        relation = .first
        step()
      case ">":
        relation = .child
        step()
      case "+", "~", "|": throw error(.unknownCombinator)
      default:
        guard hadSpace else { throw error(.expectedSelector) }
        relation = .descendant
      }
      skipSpace()
    }
  }

  private mutating func compound(
    _ relation: Selector.Relation
  ) throws(SelectorError) -> Selector.Compound {
    var result = Selector.Compound(relation: relation)
    let start = at
    if current == "*" {
      step()
    } else if startsName {
      result.type = asciiLowercased(try name())
    }
    while let test = try test() { result.tests.append(test) }
    if at == start { throw error(.expectedSelector) }
    return result
  }

  private mutating func test() throws(SelectorError) -> Selector.Test? {
    switch current {
    case ".":
      step()
      return .hasClass(Array(try name().utf8))
    case "#":
      step()
      return .attribute("id", .equal, Array(try name().utf8), ignoresCase: false)
    case "[":
      step()
      return try attribute()
    case ":":
      step()
      return try pseudoClass()
    default: return nil
    }
  }

  private mutating func attribute() throws(SelectorError) -> Selector.Test {
    skipSpace()
    let name = asciiLowercased(try name())
    skipSpace()
    if current == "]" {
      step()
      return .attribute(name, .exists, [], ignoresCase: false)
    }
    let comparison: Selector.Comparison
    switch current {
    case "=": comparison = .equal
    case "~": comparison = .word
    case "^": comparison = .prefix
    case "$": comparison = .suffix
    case "*": comparison = .part
    case "|": comparison = .language
    default: throw error(.expectedEnd)
    }
    step()
    if comparison != .equal {
      guard current == "=" else { throw error(.expectedValue) }
      step()
    }
    skipSpace()
    let value = try value()
    skipSpace()
    let ignoresCase = current == "i" || current == "I"
    if ignoresCase || current == "s" || current == "S" {
      step()
      skipSpace()
    }
    guard current == "]" else { throw error(.expectedEnd) }
    step()
    return .attribute(name, comparison, Array(value.utf8), ignoresCase: ignoresCase)
  }

  private mutating func pseudoClass() throws(SelectorError) -> Selector.Test {
    if current == ":" { throw error(.pseudoElement) }
    let start = at
    switch asciiLowercased(try name()) {
    case "first-child": return .nthChild(step: 0, offset: 1)
    case "last-child": return .lastChild
    case "nth-child" where current == "(":
      step()
      return try nthChild()
    case "not" where current == "(" && !isInNot:
      step()
      return try not()
    default:
      at = start
      throw error(.unknownPseudoClass)
    }
  }

  private mutating func not() throws(SelectorError) -> Selector.Test {
    isInNot = true
    defer { isInNot = false }
    var compounds: [Selector.Compound] = []
    while true {
      skipSpace()
      compounds.append(try compound(.first))
      if compounds.count > Selector.longest { throw error(.tooLong) }
      skipSpace()
      guard current == "," else { break }
      step()
    }
    guard current == ")" else { throw error(.expectedEnd) }
    step()
    return .not(compounds)
  }

  /// The numbers of `:nth-child()` (CSS Syntax Level 3, section 6).
  private mutating func nthChild() throws(SelectorError) -> Selector.Test {
    skipSpace()
    var words = ""
    let start = at
    while let scalar = current, scalar != ")" {
      if !isSpace(scalar) { words.unicodeScalars.append(scalar) }
      step()
    }
    guard current == ")" else { throw error(.expectedEnd) }
    let end = at + 1
    words = asciiLowercased(words)
    at = start
    defer { at = end }
    if words == "odd" { return .nthChild(step: 2, offset: 1) }
    if words == "even" { return .nthChild(step: 2, offset: 0) }
    guard let n = words.firstIndex(of: "n") else {
      return .nthChild(step: 0, offset: try number(words))
    }
    let step: Int
    switch words[..<n] {
    case "", "+": step = 1
    case "-": step = -1
    default: step = try number(words[..<n])
    }
    let rest = words[words.index(after: n)...]
    if rest.isEmpty { return .nthChild(step: step, offset: 0) }
    guard rest.hasPrefix("+") || rest.hasPrefix("-") else { throw error(.expectedNumbers) }
    return .nthChild(step: step, offset: try number(rest))
  }

  private func number(_ digits: some StringProtocol) throws(SelectorError) -> Int {
    guard let number = Int32(digits) else { throw error(.expectedNumbers) }
    return Int(number)
  }

  // MARK: Names and strings

  private var startsName: Bool {
    guard let current else { return false }
    return isNameScalar(current) && !("0"..."9").contains(current) || current == "\\"
  }

  private mutating func name() throws(SelectorError) -> String {
    guard startsName else { throw error(.expectedName) }
    return word()
  }

  private mutating func word() -> String {
    var result = String.UnicodeScalarView()
    while let scalar = current {
      if scalar == "\\" {
        guard at + 1 < text.count else { break }
        step()
        result.append(escaped())
      } else if isNameScalar(scalar) {
        result.append(scalar)
        step()
      } else {
        break
      }
    }
    return String(result)
  }

  /// A string in quotation marks, or a word.
  private mutating func value() throws(SelectorError) -> String {
    guard let quote = current, quote == "\"" || quote == "'" else {
      let result = word()
      if result.isEmpty { throw error(.expectedValue) }
      return result
    }
    step()
    var result = String.UnicodeScalarView()
    while let scalar = current, scalar != quote {
      step()
      if scalar == "\\", current != nil {
        result.append(escaped())
      } else {
        result.append(scalar)
      }
    }
    guard current == quote else { throw error(.expectedEnd) }
    step()
    return String(result)
  }

  /// What follows a backslash.
  private mutating func escaped() -> Unicode.Scalar {
    var number: UInt32 = 0
    var count = 0
    while count < 6, let digit = current.flatMap({ UInt8(exactly: $0.value)?.hexDigit }) {
      number = number * 16 + digit
      count += 1
      step()
    }
    if count > 0 {
      if let scalar = current, isSpace(scalar) { step() }
      return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
    }
    let scalar = current ?? "\u{FFFD}"
    step()
    return scalar
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 || scalar == "-" || scalar == "_" || UInt8(scalar.value).isAlphanumeric
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    UInt8(exactly: scalar.value)?.isSpace ?? false
  }

  private func asciiLowercased(_ text: some StringProtocol) -> String {
    String(decoding: text.utf8.map { $0.lowercased }, as: UTF8.self)
  }

  // MARK: Steps

  private var current: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private mutating func step() { at += 1 }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = at
    while let scalar = current, isSpace(scalar) { step() }
    return at > start
  }

  private func error(_ problem: SelectorError.Problem) -> SelectorError {
    SelectorError(column: min(at, text.count) + 1, problem: problem)
  }
}
