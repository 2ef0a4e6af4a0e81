import JSONText
import Storage
import TextGrid

/// What is told of a search besides the hits, and all of it as JSON.
enum SearchReport {
  /// The last line: how many hits there are, and in which order they stand.
  ///
  /// - Parameters:
  ///   - results: what was found.
  ///   - isUnread: whether only unread comments were wanted.
  ///   - limit: how many were to be shown at most.
  /// - Returns: the line.
  static func summary(_ results: SearchResults, isUnread: Bool, limit: Int) -> SafeText {
    let shown = results.hits.count
    let unread = isUnread ? "\(shown) unread " : ""
    guard let count = results.count else {
      return SafeText("\(unread.isEmpty ? "" : unread + "of ")more than 10,000 hits: newest first")
    }
    if count == 0 { return "nothing found" }
    let hits = count == 1 ? "1 hit" : "\(count) hits"
    if isUnread {
      return SafeText("\(unread)of \(hits)" + (shown < limit ? "" : ", the best first"))
    }
    return SafeText(shown < count ? "\(shown) of \(hits), the best first" : hits)
  }

  static func encoded(_ results: SearchResults) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("order")
    writer.string(results.order == .best ? "best" : "newest")
    writer.name("count")
    if let count = results.count { writer.integer(count) } else { writer.null() }
    writer.name("isLiteral")
    writer.bool(results.isLiteral)
    writer.name("hits")
    writer.beginArray()
    for hit in results.hits { writer.append(hit) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func append(_ hit: SearchHit) {
    beginObject()
    let document = hit.document
    for (name, text) in [
      ("discussion", hit.discussion), ("title", hit.title), ("comment", document.comment),
      ("author", document.author), ("text", document.text),
    ] {
      self.name(name)
      if let text { string(text) } else { null() }
    }
    for (name, number) in [("number", document.number), ("time", document.time.map { Int($0) })] {
      self.name(name)
      if let number { integer(number) } else { null() }
    }
    // Offsets in the bytes of "text" in UTF-8: where a word begins, and where it has ended.
    name("matches")
    beginArray()
    for match in hit.matches {
      beginArray()
      integer(match.lowerBound)
      integer(match.upperBound)
      endArray()
    }
    endArray()
    endObject()
  }
}

extension SearchQuery {
  /// A word before a colon that probably was to say where to look, in words; nil if there is none.
  var misspeltField: SafeText? {
    for field in unknownFields {
      guard let meant = nearestName(to: field, among: Self.fields) else { continue }
      return SafeText("unknown filter \(field): (did you mean \(meant):?)")
    }
    return nil
  }

  /// Why each word was looked for as it is written.
  var literalNote: SafeText {
    (misspeltField ?? "not a valid query") + "; searching for the literal words"
  }
}
