public import DiscussionModel
import RichText
import TextGrid

/// What of an entry can be searched: its text as it is shown, in UTF-8.
struct SearchText: Equatable, Sendable {
  /// One line after the other, each with a line feed; hidden text is NUL bytes.
  var bytes: [UInt8]
  /// The offset of the first byte, as ``TextRow/offsets`` count.
  var start: Int
}

extension Page {
  /// The text of a comment that has no markup; nil for any other entry.
  func plainText(of entry: Int) -> RawText? {
    guard let position = position(of: entry) else { return nil }
    let index = Int(thread.sources[position])
    let markup = discussion.comments[index].details?.markup ?? discussion.markup
    return markup == .plain ? discussion.comments[index].body : nil
  }

  /// What of an entry can be searched.
  ///
  /// Spoilers and texts behind a warning are left out until they are opened. The offsets are those of
  /// the rows that ``textRows(of:width:opened:)`` makes.
  ///
  /// - Complexity: O(length).
  func searchText(of entry: Int, opened: Opened) -> SearchText {
    var text = SearchText(bytes: [], start: entry == 0 ? 0 : 1)
    switch kind(of: entry) {
    case .article:
      text.append(SafeText(discussion.title))
      if let byline { text.append(byline) }
      if let raw = discussion.body, isLong(entry) {
        text.append(raw)
      } else {
        text.append(articleBody.blocks, opened: opened)
      }
    case .notice: text.append(noticeBody.blocks, opened: opened)
    case .links(let index):
      for item in discussion.links[index].items {
        let date = item.published.map { "  " + Calendar.date($0) } ?? ""
        text.append(SafeText(item.title + date))
        if let summary = item.summary { text.append(SafeText(summary)) }
        if let url = item.url { text.append(SafeText(url)) }
      }
    case .comment(let position):
      let comment = comment(at: position)
      if comment.state == .deleted { break }
      if comment.details?.warning != nil, !opened.contains(.hidden) { break }
      if let raw = comment.body, isLong(comment) {
        text.append(raw)
      } else {
        text.append(body(of: comment).blocks, opened: opened)
      }
    }
    return text
  }

  /// What of an entry is found in a search over many discussions: the text of the article's body or
  /// of a comment, in lines.
  ///
  /// What is hidden until it is opened is a `▒` in it. Numbers of links are left out: they would
  /// are between words that follow each other.
  ///
  /// - Complexity: O(length).
  public func indexedText(of entry: Int) -> String {
    switch kind(of: entry) {
    case .article: return articleBody.indexedText
    case .notice, .links: return ""
    case .comment(let position):
      let comment = comment(at: position)
      let isShown = comment.state != .deleted && comment.details?.warning == nil
      return isShown ? body(of: comment).indexedText : ""
    }
  }
}

extension SearchText {
  fileprivate mutating func append(_ line: SafeText) {
    bytes.append(contentsOf: line.string.utf8)
    bytes.append(0x0A)
  }

  /// Adds a very long text as it was written.
  fileprivate mutating func append(_ raw: RawText) {
    bytes.append(contentsOf: raw.text.utf8)
    bytes.append(0x0A)
  }

  fileprivate mutating func append(_ blocks: [Block], opened: Opened) {
    for block in blocks {
      if block.lines.isEmpty { bytes.append(0x0A) }
      for line in block.lines {
        let start = bytes.count
        append(line.text)
        if opened.contains(.hidden) { continue }
        if block.cover != nil {
          hide(start..<bytes.count - 1)
        } else {
          for span in line.spans where span.traits.contains(.spoiler) {
            hide(start + span.range.lowerBound..<start + span.range.upperBound)
          }
        }
      }
    }
  }

  private mutating func hide(_ range: Range<Int>) {
    bytes.replaceSubrange(range, with: repeatElement(0, count: range.count))
  }
}

extension Body {
  fileprivate var indexedText: String {
    var text = ""
    for block in blocks {
      let lines = block.cover == nil ? block.lines.map(\.indexedText) : ["▒"]
      for line in lines {
        if !text.isEmpty { text += "\n" }
        text += line
      }
    }
    return text
  }
}

extension StyledText {
  fileprivate var indexedText: String {
    if spans.allSatisfy({ $0.traits.isDisjoint(with: [.linkNumber, .spoiler]) }) {
      return text.forTerminal.string
    }
    var result = ""
    for part in parts(of: 0..<text.count) {
      if part.traits.contains(.linkNumber) {
        // A space at which no line ends is before it.
        if result.unicodeScalars.last == "\u{A0}" { result.unicodeScalars.removeLast() }
      } else if !part.traits.contains(.spoiler) {
        result += part.text.forTerminal.string
      } else if result.last != "▒" {
        result += "▒"
      }
    }
    return result
  }
}
