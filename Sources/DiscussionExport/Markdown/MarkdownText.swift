import TextGrid

/// Text as Markdown (GitHub's, version 0.29) that shows it as it is and calls nobody.
///
/// Everything that could begin markup where it stands has a reverse solidus before it, the `:` and `.` included at
/// which an address would begin ("Autolinks (extension)"): it would take every reverse solidus
/// after it for its own, and what that was to escape would be live. GitHub looks for names, numbers
/// of issues and hashes of commits only after that, and cmark-gfm for addresses of mail, so these
/// are held apart by a zero-width space, as an entity.
struct MarkdownText {
  let string: String

  /// What holds a sign apart from what follows it.
  static let gap = "&#8203;"

  /// - Parameters:
  ///   - text: what it says; no other text may follow it or be before it in the same element but
  ///     after a space.
  ///   - isAtStart: whether the text begins a line.
  ///   - isAtEnd: whether nothing follows it in its line.
  ///   - isInLink: whether it is in the text of a link, which a bracket would end.
  /// - Complexity: O(length).
  init(_ text: SafeText, isAtStart: Bool = false, isAtEnd: Bool = false, isInLink: Bool = false) {
    var text = text.string
    string = text.withUTF8 { bytes in
      var writer = MarkdownWriter(
        bytes: bytes, isAtStart: isAtStart, isAtEnd: isAtEnd, isInLink: isInLink)
      return writer.text()
    }
  }
}

/// Escapes UTF-8; all that is markup is ASCII.
private struct MarkdownWriter {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the next character would begin a line.
  var isAtStart: Bool
  /// Whether brackets could be those of a link, of a note, or of a task.
  private let areBracketsMarkup: Bool
  /// Whether nothing but digits is in the line so far.
  private var isInNumber = false
  /// The run of low lines that was met last: where it ends, and whether letters or digits are at both sides of it.
  private var lowLines = (end: 0, isWithinWord: false)
  private var result: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, isAtStart: Bool, isAtEnd: Bool, isInLink: Bool) {
    self.bytes = bytes
    self.isAtStart = isAtStart
    areBracketsMarkup = isInLink || Self.hasMarkup(bytes, isAtStart: isAtStart, isAtEnd: isAtEnd)
  }

  /// Whether brackets in a text could be markup.
  ///
  /// Nothing defines what a lone `[x]` would refer to (section 6.6, "shortcut reference link"): the colon after a bracket,
  /// which would define it, is looked for too. What a task begins with stands at the start of a line, as do GitHub's alerts.
  private static func hasMarkup(
    _ bytes: UnsafeBufferPointer<UInt8>, isAtStart: Bool, isAtEnd: Bool
  ) -> Bool {
    if isAtStart, let first = bytes.firstIndex(where: { $0 != 0x20 }),
      bytes[first] == UInt8(ascii: "["), first + 2 < bytes.count,
      bytes[first + 2] == UInt8(ascii: "]") || bytes[first + 1] == UInt8(ascii: "!")
    {
      return true
    }
    return bytes.indices.contains { index in
      switch bytes[index] {
      case UInt8(ascii: "]"):
        index + 1 < bytes.count ? "([:".utf8.contains(bytes[index + 1]) : !isAtEnd
      case UInt8(ascii: "["):
        index + 1 < bytes.count ? bytes[index + 1] == UInt8(ascii: "^") : !isAtEnd
      default: false
      }
    }
  }

  mutating func text() -> String {
    result.reserveCapacity(bytes.count + bytes.count / 8)
    let references = GitHubReferences(bytes)
    for index in bytes.indices {
      append(bytes[index], at: index)
      if references.needsGap(after: index) { result.append(contentsOf: MarkdownText.gap.utf8) }
      if bytes[index] == UInt8(ascii: " ") { continue }
      isInNumber = (isAtStart || isInNumber) && bytes[index].isDigit
      isAtStart = false
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func append(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: " "):
      // Spaces at the start of a line are markup, and several are shown as one.
      let isKept = isAtStart || index > 0 && bytes[index - 1] == byte
      result += isKept ? Array("&nbsp;".utf8) : [byte]
      return
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: "^"), UInt8(ascii: ">"):
      if isAtStart { escape() }
    case UInt8(ascii: "["), UInt8(ascii: "]"): if areBracketsMarkup { escape() }
    case UInt8(ascii: "_"): if !isWithinWord(index) { escape() }
    case UInt8(ascii: "*"), UInt8(ascii: "~"): if isAtStart || !isBetweenSpaces(index) { escape() }
    case UInt8(ascii: "&"): if mayBeginEntity(index) { escape() }
    case UInt8(ascii: ":"):
      if isAtStart || starts("://", at: index) { escape() }
    case UInt8(ascii: "."):
      // After digits at the start of a line it would begin a list.
      if isInNumber || index >= 3 && starts("www.", at: index - 3) { escape() }
    case UInt8(ascii: ")"): if isInNumber { escape() }
    default: if byte.isMarkup { escape() }
    }
    result.append(byte)
  }

  /// Whether the run of low lines that a byte is in has letters or digits at both sides: it then begins and ends nothing
  /// (section 6.4, rules 2 and 4).
  private mutating func isWithinWord(_ index: Int) -> Bool {
    if index < lowLines.end { return lowLines.isWithinWord }
    // Bytes are met in order, so a run is met at its start.
    let end = bytes[index...].firstIndex { $0 != UInt8(ascii: "_") } ?? bytes.endIndex
    let isWithinWord =
      index > 0 && bytes[index - 1].isLetterOrDigit && end < bytes.endIndex
      && bytes[end].isLetterOrDigit
    lowLines = (end, isWithinWord)
    return isWithinWord
  }

  private func isBetweenSpaces(_ index: Int) -> Bool {
    index > 0 && bytes[index - 1] == 0x20 && index + 1 < bytes.count && bytes[index + 1] == 0x20
  }

  /// Whether an ampersand may begin an entity (section 6.2); at the end, nobody knows what follows.
  private func mayBeginEntity(_ index: Int) -> Bool {
    let rest = bytes[(index + 1)...].prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "#") }
    return rest.endIndex == bytes.endIndex
      || !rest.isEmpty && bytes[rest.endIndex] == UInt8(ascii: ";")
  }

  private mutating func escape() { result.append(UInt8(ascii: "\\")) }

  /// Whether a text in lower case is at an index, be it in capitals.
  private func starts(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { offset in
        let byte = bytes[index + offset]
        return byte == text[offset] || byte.isLetter && byte | 0x20 == text[offset]
      }
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }

  fileprivate var isLetterOrDigit: Bool { isDigit || isLetter }

  fileprivate var isLetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }

  /// Whether it may be markup wherever it stands.
  fileprivate var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "|"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }
}

extension SafeText {
  /// As text within a line of HTML in Markdown: GitHub looks for names and numbers in it as well.
  ///
  /// - Complexity: O(length).
  var inMarkdownHTML: String {
    var text = string
    return text.withUTF8 { bytes in
      let references = GitHubReferences(bytes)
      var result: [UInt8] = []
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        default: result.append(byte)
        }
        if references.needsGap(after: index) { result += Array(MarkdownText.gap.utf8) }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}
