/// Who wrote a page and when, as in `By Ann Moss, Published on Mar 8, 2019`.
struct Byline {
  /// The name; the whole byline when it has another form.
  let author: String
  /// Its date as `YYYY-MM-DD`; nil when it has another form or names no date.
  let published: String?

  /// Reads `By NAME, Published on DATE`, with or without the words between, or only `By NAME`.
  init(_ text: String) {
    let date = TrailingDate(text)
    var words = (date?.rest ?? text[...]).split { $0.isWhitespace }
    let startsWithBy = words.first?.lowercased() == "by"
    for word in ["on", "published", "posted"] where date != nil {
      if words.last?.lowercased() == word { words.removeLast() }
    }
    var name = words.dropFirst().joined(separator: " ")
    if name.hasSuffix(",") { name = String(name.dropLast().trimmedAtEnd) }
    let isKnownForm = date != nil || !name.contains { $0.isNumber }
    guard startsWithBy, !name.isEmpty, isKnownForm else {
      author = text
      published = nil
      return
    }
    author = name
    published = date?.iso
  }

  /// Whether a line that may be prose is a byline: it begins with `By`, and has a date or is too
  /// short and open to be a sentence.
  static func isByline(_ line: String) -> Bool {
    let words = line.split { $0.isWhitespace }
    guard words.count > 1, words[0].lowercased() == "by" else { return false }
    return Byline(line).published != nil || (words.count <= 6 && !".!?:".contains(line.suffix(1)))
  }
}
