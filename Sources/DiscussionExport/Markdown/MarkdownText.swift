import TextGrid

/// Text as Markdown (GitHub's, version 0.29) that shows it as it is and calls nobody.
///
/// Everything that could begin markup has a reverse solidus before it. GitHub looks for names and
/// numbers of issues only after that, so they are held apart by a zero-width space, as an entity.
struct MarkdownText {
  let string: String

  /// What holds a sign apart from what follows it.
  static let gap = "&#8203;"

  /// - Parameters:
  ///   - text: what it says.
  ///   - isAtStart: whether the text begins a line.
  /// - Complexity: O(length).
  init(_ text: SafeText, isAtStart: Bool = false) {
    var text = text.string
    string = text.withUTF8 { bytes in
      var writer = MarkdownWriter(bytes: bytes, isAtStart: isAtStart)
      return writer.text()
    }
  }
}

/// Escapes UTF-8; all that is markup is ASCII.
private struct MarkdownWriter {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the next character would begin a line.
  var isAtStart: Bool
  /// Whether nothing but digits stands in the line so far.
  private var isInNumber = false
  private var result: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>, isAtStart: Bool) {
    self.bytes = bytes
    self.isAtStart = isAtStart
  }

  mutating func text() -> String {
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for index in bytes.indices {
      append(bytes[index], at: index)
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
    case UInt8(ascii: "@"):
      result.append(byte)
      // No one is called in the middle of a word, as in an address of mail.
      if index == 0 || !bytes[index - 1].isWord { hold() }
    case UInt8(ascii: "#"):
      if isAtStart { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: " ") { hold() }
    case UInt8(ascii: "-"):
      if isAtStart { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      if isInNumberOfIssue(index) { hold() }
    case UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
      if isAtStart { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      // After digits at the start of a line it would begin a list.
      if isInNumber { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    default:
      if byte.isMarkup { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
  }

  private mutating func hold() { result.append(contentsOf: MarkdownText.gap.utf8) }

  /// Whether a hyphen stands in the number of an issue, such as GH-12.
  private func isInNumberOfIssue(_ index: Int) -> Bool {
    index > 0 && bytes[index - 1] | 0x20 == UInt8(ascii: "h") && index + 1 < bytes.count
      && bytes[index + 1].isDigit
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }

  /// Whether GitHub takes it for a part of a word.
  fileprivate var isWord: Bool {
    isDigit || 0x41...0x5A ~= self || 0x61...0x7A ~= self || self == UInt8(ascii: "_")
  }

  /// Whether it may be markup wherever it stands.
  fileprivate var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

extension SafeText {
  /// As text within a line of HTML in Markdown: GitHub looks for names and numbers in it as well.
  var inMarkdownHTML: String {
    string.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@", "#": result += "\(scalar)" + MarkdownText.gap
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
