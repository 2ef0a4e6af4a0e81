/// Cuts HTML into tokens (WHATWG HTML, section 13.2.5).
///
/// The states of the standard that only wait for the next character are positions in the text here.
struct Tokenizer {
  /// UTF-8 that is valid and has no CR.
  private let input: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var content = Content.data
  /// The name that ends text without tags, in lower case.
  private var ending: [UInt8] = []
  /// Whether `<![CDATA[` begins a section, as it does in SVG and MathML only.
  var allowsCDATA = false
  var store = Store()

  /// What the text is taken for.
  enum Content {
    case data
    /// With references and without tags, as a title.
    case escapable
    /// Without both.
    case raw
    case script
    /// Raw to the end.
    case plain
    /// A section of CDATA.
    case section
  }

  /// - Parameter input: UTF-8 that is valid and has no CR; it must outlive the tokenizer.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    store.bytes.reserveCapacity(input.count)
  }

  /// Says what follows the tag that was read last, and which element's end tag, in lower case, ends it.
  mutating func enter(_ content: Content, endedBy name: [UInt8]) {
    self.content = content
    ending = name
  }

  /// The next token; after the last, ``Token/end`` again and again.
  ///
  /// - Complexity: O(length of the token).
  mutating func next() -> Token {
    while at < input.count {
      switch content {
      case .data:
        if let token = data() ?? null() ?? markup() { return token }
      case .escapable, .raw:
        if let token = unmarked() ?? endTag() { return token }
      case .script:
        if let token = script() ?? endTag() { return token }
      case .plain: return plain()
      case .section:
        if let token = section() ?? null() { return token }
      }
    }
    return .end
  }

  // MARK: Text

  private func byte(_ index: Int) -> UInt8 { index < input.count ? input[index] : 0 }

  private mutating func add(_ range: Range<Int>) {
    if range.isEmpty { return }
    store.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[range]))
  }

  private func text(from start: Int) -> Token? {
    start < store.bytes.count ? .text(start..<store.bytes.count) : nil
  }

  /// Text up to a tag or U+0000.
  private mutating func data() -> Token? {
    let start = store.bytes.count
    var run = at
    loop: while at < input.count {
      let byte = input[at]
      if byte > UInt8(ascii: "<") || byte == 0x20 {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"):
        if beginsMarkup { break loop }
        at += 1
      case UInt8(ascii: "&"):
        add(run..<at)
        at = CharacterReference.read(input, at: at, inAttribute: false, into: &store.bytes)
        run = at
      case 0: break loop
      default: at += 1
      }
    }
    add(run..<at)
    return text(from: start)
  }

  private var beginsMarkup: Bool {
    let next = byte(at + 1)
    return next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || next == UInt8(ascii: "/") && at + 2 < input.count
  }

  private mutating func null() -> Token? {
    guard at < input.count, input[at] == 0 else { return nil }
    at += 1
    return .null
  }

  /// Text without tags, up to the tag that ends it.
  private mutating func unmarked() -> Token? {
    let start = store.bytes.count
    var run = at
    loop: while at < input.count {
      switch input[at] {
      case UInt8(ascii: "<") where isAtEnd: break loop
      case UInt8(ascii: "&") where content == .escapable:
        add(run..<at)
        at = CharacterReference.read(input, at: at, inAttribute: false, into: &store.bytes)
        run = at
      case 0:
        add(run..<at)
        store.replacement()
        at += 1
        run = at
      default: at += 1
      }
    }
    add(run..<at)
    return text(from: start)
  }

  /// Whether the tag that ends text without tags begins here.
  private var isAtEnd: Bool {
    !ending.isEmpty && byte(at + 1) == UInt8(ascii: "/") && isWord(ending, at: at + 2)
  }

  /// Whether a name stands somewhere, in capitals or not, and ends there.
  private func isWord(_ word: [UInt8], at start: Int) -> Bool {
    guard has(word, at: start), start + word.count < input.count else { return false }
    let next = input[start + word.count]
    return next.isSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  /// Whether some bytes, given in lower case, stand somewhere, in capitals or not.
  private func has(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= input.count else { return false }
    for (index, byte) in word.enumerated() where input[start + index].lowercased != byte {
      return false
    }
    return true
  }

  private mutating func plain() -> Token {
    let start = store.bytes.count
    addReplacingNull(at..<input.count)
    at = input.count
    return .text(start..<store.bytes.count)
  }

  private mutating func addReplacingNull(_ range: Range<Int>) {
    var run = range.lowerBound
    for index in range where input[index] == 0 {
      add(run..<index)
      store.replacement()
      run = index + 1
    }
    add(run..<range.upperBound)
  }

  private mutating func section() -> Token? {
    let start = store.bytes.count
    let first = at
    var end = input.count
    while at < input.count, input[at] != 0 {
      if input[at] == UInt8(ascii: "]"), byte(at + 1) == UInt8(ascii: "]"),
        byte(at + 2) == UInt8(ascii: ">")
      {
        end = at
        content = .data
        break
      }
      at += 1
    }
    add(first..<min(at, end))
    if content == .data { at += 3 }
    return text(from: start)
  }

  // MARK: Scripts

  private static let scriptName = Array("script".utf8)

  /// The text of a script, in which `<!-- <script>` hides one `</script>`.
  private mutating func script() -> Token? {
    enum Escape { case none, once, twice }
    let start = store.bytes.count
    var escape = Escape.none
    var run = at
    loop: while at < input.count {
      switch input[at] {
      case UInt8(ascii: "<"):
        if escape == .none, has(Array("<!--".utf8), at: at) {
          escape = .once
          // Its dashes may be those of the end too.
          at += 2
        } else if escape != .twice, isAtEnd {
          break loop
        } else if escape == .once, isWord(Self.scriptName, at: at + 1) {
          escape = .twice
          at += 1 + Self.scriptName.count
        } else if escape == .twice, byte(at + 1) == UInt8(ascii: "/"),
          isWord(Self.scriptName, at: at + 2)
        {
          escape = .once
          at += 2 + Self.scriptName.count
        } else {
          at += 1
        }
      case UInt8(ascii: "-") where byte(at + 1) == UInt8(ascii: "-"):
        if byte(at + 2) == UInt8(ascii: ">") { escape = .none }
        at += 1
      case 0:
        add(run..<at)
        store.replacement()
        at += 1
        run = at
      default: at += 1
      }
    }
    add(run..<at)
    return text(from: start)
  }

  // MARK: Tags

  private mutating func endTag() -> Token? {
    guard at < input.count else { return nil }
    content = .data
    at += 2
    return tag().map { .endTag($0) }
  }

  private mutating func markup() -> Token? {
    guard at < input.count, input[at] == UInt8(ascii: "<") else { return nil }
    at += 1
    switch byte(at) {
    case UInt8(ascii: "/"):
      at += 1
      if byte(at).isLetter { return tag().map { .endTag($0) } }
      if byte(at) == UInt8(ascii: ">") {
        at += 1
        return nil
      }
      return bogusComment()
    case UInt8(ascii: "!"):
      at += 1
      return declaration()
    case UInt8(ascii: "?"): return bogusComment()
    default: return tag().map { .startTag($0) }
    }
  }

  /// A tag from its name on; nil if the text ends in it.
  private mutating func tag() -> Tag? {
    let bytes = store.bytes.count
    let number = name(isAttribute: false)
    let first = store.attributes.count
    var names = AttributeNames()
    while true {
      while at < input.count, input[at].isSpace { at += 1 }
      guard at < input.count else {
        store.dropAttributes(from: first, bytes: bytes)
        return nil
      }
      switch input[at] {
      case UInt8(ascii: ">"):
        at += 1
        return Tag(number: number, attributes: first..<store.attributes.count, isSelfClosing: false)
      case UInt8(ascii: "/"):
        at += 1
        if byte(at) == UInt8(ascii: ">"), at < input.count {
          at += 1
          return Tag(
            number: number, attributes: first..<store.attributes.count, isSelfClosing: true)
        }
      default: attribute(&names, first: first)
      }
    }
  }

  /// The number of the name that stands here.
  private mutating func name(isAttribute: Bool) -> Int32 {
    let start = at
    var isClean = true
    while at < input.count {
      let byte = input[at]
      if byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if isAttribute, byte == UInt8(ascii: "="), at > start { break }
      if byte == 0 || byte.isUppercase { isClean = false }
      at += 1
    }
    let range = UnsafeBufferPointer(rebasing: input[start..<at])
    if isClean { return store.names.number(of: range) }
    var name: [UInt8] = []
    for byte in range {
      if byte == 0 { name += [0xEF, 0xBF, 0xBD] } else { name.append(byte.lowercased) }
    }
    return name.withUnsafeBufferPointer { store.names.number(of: $0) }
  }

  private mutating func attribute(_ names: inout AttributeNames, first: Int) {
    let name = name(isAttribute: true)
    let start = store.bytes.count
    var next = at
    while next < input.count, input[next].isSpace { next += 1 }
    if byte(next) == UInt8(ascii: "="), next < input.count {
      at = next + 1
      while at < input.count, input[at].isSpace { at += 1 }
      switch byte(at) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = input[at]
        at += 1
        value { $0 == quote }
        if at < input.count { at += 1 }
      case UInt8(ascii: ">"): break
      default: value { $0.isSpace || $0 == UInt8(ascii: ">") }
      }
    }
    if names.insert(name, among: store.attributes[first...]) {
      let range = UInt32(start)..<UInt32(store.bytes.count)
      store.attributes.append(
        Attribute(name: name, lower: range.lowerBound, upper: range.upperBound))
    } else {
      store.bytes.removeSubrange(start...)
    }
  }

  @inline(__always) private mutating func value(until isEnd: (UInt8) -> Bool) {
    var run = at
    while at < input.count {
      let byte = input[at]
      if isEnd(byte) { break }
      if byte == UInt8(ascii: "&") {
        add(run..<at)
        at = CharacterReference.read(input, at: at, inAttribute: true, into: &store.bytes)
        run = at
      } else if byte == 0 {
        add(run..<at)
        store.replacement()
        at += 1
        run = at
      } else {
        at += 1
      }
    }
    add(run..<at)
  }

  // MARK: Comments and declarations

  private mutating func declaration() -> Token? {
    if has(Array("--".utf8), at: at) {
      at += 2
      return comment()
    }
    if has(Array("doctype".utf8), at: at) {
      at += 7
      return .doctype(doctype())
    }
    if allowsCDATA, has(Array("[cdata[".utf8), at: at), input[at + 1] == UInt8(ascii: "C") {
      at += 7
      content = .section
      return nil
    }
    return bogusComment()
  }

  private mutating func bogusComment() -> Token {
    let first = at
    while at < input.count, input[at] != UInt8(ascii: ">") { at += 1 }
    defer { if at < input.count { at += 1 } }
    return comment(first..<at)
  }

  private mutating func comment(_ range: Range<Int>) -> Token {
    let start = store.bytes.count
    addReplacingNull(range)
    return .comment(start..<store.bytes.count)
  }

  /// A comment from `<!--` on.
  private mutating func comment() -> Token {
    let first = at
    let dash = UInt8(ascii: "-")
    if byte(at) == UInt8(ascii: ">") {
      at += 1
      return comment(first..<first)
    }
    if byte(at) == dash, byte(at + 1) == UInt8(ascii: ">") {
      at += 2
      return comment(first..<first)
    }
    while at < input.count {
      if input[at] == dash, byte(at + 1) == dash {
        let isBang = byte(at + 2) == UInt8(ascii: "!")
        if byte(isBang ? at + 3 : at + 2) == UInt8(ascii: ">") {
          defer { at += isBang ? 4 : 3 }
          return comment(first..<at)
        }
      }
      at += 1
    }
    // The start of an end that does not come.
    for ending in ["--!", "--", "-"] where at - first >= ending.utf8.count {
      let end = at - ending.utf8.count
      if has(Array(ending.utf8), at: end) { return comment(first..<end) }
    }
    return comment(first..<at)
  }

  private mutating func doctype() -> Doctype {
    var result = Doctype()
    defer {
      while at < input.count, input[at] != UInt8(ascii: ">") { at += 1 }
      if at < input.count { at += 1 }
    }
    skipSpace()
    let start = at
    while at < input.count, !input[at].isSpace, input[at] != UInt8(ascii: ">") { at += 1 }
    if at > start { result.name = lowercased(start..<at) }
    skipSpace()
    if at >= input.count || result.name == nil {
      result.isQuirky = true
    } else if byte(at) != UInt8(ascii: ">") {
      result.isQuirky = !readIDs(into: &result)
    }
    return result
  }

  private mutating func skipSpace() { while at < input.count, input[at].isSpace { at += 1 } }

  private mutating func lowercased(_ range: Range<Int>) -> Range<Int> {
    let start = store.bytes.count
    for index in range {
      if input[index] == 0 {
        store.replacement()
      } else {
        store.bytes.append(input[index].lowercased)
      }
    }
    return start..<store.bytes.count
  }

  /// Reads the identifiers of a document type.
  ///
  /// - Returns: whether they are as they should be.
  private mutating func readIDs(into result: inout Doctype) -> Bool {
    let isPublic = has(Array("public".utf8), at: at)
    guard isPublic || has(Array("system".utf8), at: at) else { return false }
    at += 6
    skipSpace()
    if isPublic {
      guard let (id, isWhole) = quoted() else { return false }
      result.publicID = id
      if !isWhole { return false }
      skipSpace()
      if at >= input.count { return false }
      if input[at] == UInt8(ascii: ">") { return true }
    }
    guard let (id, isWhole) = quoted() else { return false }
    result.systemID = id
    skipSpace()
    return isWhole && at < input.count
  }

  /// What is in quotation marks here, and whether they are closed.
  private mutating func quoted() -> (Range<Int>, Bool)? {
    let quote = byte(at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    at += 1
    let first = at
    while at < input.count, input[at] != quote, input[at] != UInt8(ascii: ">") { at += 1 }
    let start = store.bytes.count
    addReplacingNull(first..<at)
    let isWhole = at < input.count && input[at] == quote
    if isWhole { at += 1 }
    return (start..<store.bytes.count, isWhole)
  }
}

/// The names of the attributes that a tag has had so far: of several with one name, the first counts.
private struct AttributeNames {
  private var many: Set<Int32> = []

  /// Tags with more attributes are looked up in a set.
  private static let few = 16

  /// Adds a name to those of the attributes so far; false if it is one of them.
  ///
  /// - Complexity: O(1).
  mutating func insert(_ name: Int32, among attributes: ArraySlice<Attribute>) -> Bool {
    if attributes.count < Self.few { return !attributes.contains { $0.name == name } }
    if many.isEmpty { many = Set(attributes.map(\.name)) }
    return many.insert(name).inserted
  }
}
