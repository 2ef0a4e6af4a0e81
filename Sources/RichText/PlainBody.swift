import TextGrid

/// Bodies without markup: paragraphs are separated by a blank line, and lines end where they end.
public enum PlainBody {
  /// The blocks of a body.
  ///
  /// - Parameters:
  ///   - text: the body, unsafe as it came.
  ///   - mask: what stands for a character that the site hides; nil where nothing is hidden.
  ///   - isMasked: whether the site hides a word.
  /// - Returns: blocks that show at least one character each. Neighbouring paragraphs of which
  ///   most words are hidden are one block.
  /// - Complexity: O(length).
  public static func blocks(
    of text: String, mask: Character? = nil, isMasked: (Substring) -> Bool = { _ in false }
  ) -> [Block] {
    var blocks: [Block] = []
    var lines: [Substring] = []
    func finish() {
      guard !lines.isEmpty else { return }
      append(paragraph(lines, mask: mask, isMasked: isMasked), to: &blocks)
      lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
      if line.isBlank { finish() } else { lines.append(line) }
    }
    finish()
    return blocks
  }

  private static func append(_ read: ReadParagraph, to blocks: inout [Block]) {
    guard read.masked * 2 > read.words else {
      blocks.append(.paragraph(read.paragraph))
      return
    }
    if case .hidden(let paragraphs, let words) = blocks.last {
      blocks[blocks.count - 1] = .hidden(
        paragraphs + [read.paragraph], words: words + read.masked)
    } else {
      blocks.append(.hidden([read.paragraph], words: read.masked))
    }
  }

  private struct ReadParagraph {
    var paragraph = Paragraph(lines: [])
    var words = 0
    var masked = 0
  }

  private static func paragraph(
    _ lines: [Substring], mask: Character?, isMasked: (Substring) -> Bool
  ) -> ReadParagraph {
    var result = ReadParagraph()
    for line in lines {
      guard let mask, line.contains(mask) else {
        result.paragraph.lines.append(StyledText(SafeText(String(line))))
        result.words += line.split(whereSeparator: \.isWhitespace).count
        continue
      }
      var text: SafeText = ""
      var spans: [Span] = []
      for word in line.split(whereSeparator: \.isWhitespace) {
        if !text.isEmpty { text += " " }
        let start = text.count
        result.words += 1
        if isMasked(word) {
          result.masked += 1
          text += SafeText(String(word.map { $0 == mask ? "▒" : $0 }))
          spans.append(Span(range: start..<text.count, kind: .masked))
        } else {
          text += SafeText(String(word))
        }
      }
      result.paragraph.lines.append(StyledText(text, spans: spans))
    }
    return result
  }
}

extension Substring {
  /// Whether none of it shows: white space, and what ``SafeText`` drops.
  fileprivate var isBlank: Bool {
    guard let first = first(where: { !$0.isWhitespace }) else { return true }
    return !first.isASCII && SafeText(String(self)).string.allSatisfy(\.isWhitespace)
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
