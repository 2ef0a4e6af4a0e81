import DiscussionModel
import Reader
import Storage
import TextGrid

/// A line of what was found, in which the words that were looked for may stand out.
struct HitLine: Equatable {
  var text: SafeText
  /// The words, as ranges of its bytes, ascending and apart.
  var matches: [Range<Int>] = []

  /// It with its line end, the words in bold where a terminal is to show them.
  func bytes(bold: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = 0
    for match in bold ? matches : [] {
      bytes += Array(text[at..<match.lowerBound].string.utf8) + Array("\u{1B}[1m".utf8)
      bytes += Array(text[match].string.utf8) + Array("\u{1B}[22m".utf8)
      at = match.upperBound
    }
    return bytes + Array(text[at..<text.count].string.utf8) + [0x0A]
  }
}

/// What was found as lines of at most 80 cells: under each discussion what was found in it.
enum HitLines {
  private static let columns = 80

  /// - Complexity: O(length).
  static func lines(_ hits: [SearchHit]) -> [HitLine] {
    var lines: [HitLine] = []
    for discussion in grouped(hits) {
      if !lines.isEmpty { lines.append(HitLine(text: "")) }
      if let first = discussion.first {
        lines += wrapped(
          HitLine(text: SafeText("\(first.title) · \(first.discussion)").forTerminal), margin: "")
      }
      for hit in discussion {
        lines += wrapped(HitLine(text: heading(hit.document)), margin: "  ")
        lines += wrapped(snippet(hit), margin: "    ")
      }
    }
    return lines
  }

  /// The hits of each discussion, in the order in which discussions first occur.
  private static func grouped(_ hits: [SearchHit]) -> [[SearchHit]] {
    var places: [String: Int] = [:]
    var groups: [[SearchHit]] = []
    for hit in hits {
      if let place = places[hit.discussion] {
        groups[place].append(hit)
      } else {
        places[hit.discussion] = groups.count
        groups.append([hit])
      }
    }
    return groups
  }

  /// `#17 · ann · 27 Jan 2017`.
  private static func heading(_ document: SearchDocument) -> SafeText {
    let number = document.comment == nil ? "article" : document.number.map { "#\($0)" }
    let day = document.time.map { Calendar.date(Moment(seconds: $0, hasTime: true)) }
    return SafeText([number, document.author, day].compactMap { $0 }.joined(separator: " · "))
      .forTerminal
  }

  /// Its text, made safe, and the words in it.
  static func snippet(_ hit: SearchHit) -> HitLine {
    let bytes = Array(hit.document.text.utf8)
    var line = HitLine(text: "")
    var at = 0
    func text(_ range: Range<Int>) -> SafeText {
      SafeText(String(decoding: bytes[range], as: UTF8.self)).forTerminal
    }
    for match in hit.matches {
      line.text += text(at..<match.lowerBound)
      // What is made safe may become shorter where it begins with marks.
      let start = line.text.count
      line.text += text(match)
      if line.text.count > start { line.matches.append(start..<line.text.count) }
      at = match.upperBound
    }
    line.text += text(at..<bytes.count)
    return line
  }

  /// A line as as many lines as it needs, each after a margin.
  private static func wrapped(_ line: HitLine, margin: SafeText) -> [HitLine] {
    LineBreaker(width: columns - margin.width).lines(of: line.text).filter { !$0.isEmpty }.map {
      part in
      let matches = line.matches.map { $0.clamped(to: part) }.filter { !$0.isEmpty }.map { match in
        let start = match.lowerBound - part.lowerBound + margin.count
        return start..<start + match.count
      }
      return HitLine(text: margin + line.text[part], matches: matches)
    }
  }
}
