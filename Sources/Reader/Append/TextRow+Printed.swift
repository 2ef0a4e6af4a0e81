import DiscussionModel
import TextGrid

extension TextRow {
  /// The row as a line for somebody who hears it: without rules, and with words for what is hidden.
  var printed: SafeText {
    var line: SafeText = ""
    for part in margin { line += part.role == .quoteMark ? "> " : part.text }
    if parts.contains(where: { $0.role == .rule }) {
      line += cells
    } else {
      for part in parts { line += part.printed }
    }
    if let label {
      line += " (quotes " + SafeText(label.text.string.filter { $0 != "#" }) + ")"
    }
    return line.countingHiddenWords.plainlySpaced
  }

  /// What the cells of a row of a table say, and nothing for a rule.
  private var cells: SafeText {
    let texts = parts.filter { $0.role != .rule }.map { $0.printed.string.trimmed }
    return SafeText(texts.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}

extension TextRow.Part {
  fileprivate var printed: SafeText {
    switch role {
    case .masked where text.string.hasPrefix("▒ "):
      let words = text[3..<text.count].withoutSpacesAtStart
      return words.string.hasSuffix(" hidden by the site") ? words : "hidden: " + words
    case .detail, .byline: return text.heard
    default: return text
    }
  }
}

extension SafeText {
  /// With a count in place of words that are hidden, such as `(4 words hidden)`.
  fileprivate var countingHiddenWords: SafeText {
    guard string.contains("▒") else { return self }
    var words: [String] = []
    var hidden = 0
    func count() -> String { "(\(counted(hidden, "word")) hidden)" }
    for word in string.split(separator: " ", omittingEmptySubsequences: false) {
      guard word.contains("▒") else {
        if hidden > 0 { words.append(count()) }
        hidden = 0
        words.append(String(word))
        continue
      }
      hidden += 1
      // What ends a sentence ends the words.
      let end = word.reversed().prefix { $0 != "▒" }
      guard !end.isEmpty else { continue }
      words.append(count() + String(end.reversed()))
      hidden = 0
    }
    if hidden > 0 { words.append(count()) }
    return SafeText(words.joined(separator: " "))
  }

  fileprivate var withoutSpacesAtStart: SafeText {
    SafeText(String(string.drop { $0 == " " }))
  }

  /// Without spaces at its end, and with ordinary ones in place of those that must not be broken.
  fileprivate var plainlySpaced: SafeText {
    let spaced = string.map { $0 == "\u{A0}" ? " " : $0 }
    return SafeText(String(spaced.reversed().drop { $0 == " " }.reversed()))
  }
}

extension Sequence<TextRow> {
  /// The rows as lines, with one blank line at most between two others.
  var printed: [SafeText] {
    var lines: [SafeText] = []
    var isAfterBlank = true
    for row in self {
      let line = row.printed
      let isBlank = line.isEmpty || line.string.allSatisfy { $0 == ">" || $0 == " " }
      if isBlank, isAfterBlank { continue }
      lines.append(isBlank ? "" : line)
      isAfterBlank = isBlank
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
