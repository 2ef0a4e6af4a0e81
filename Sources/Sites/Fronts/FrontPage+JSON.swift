import DiscussionModel
public import JSONText

/// A front page as it is kept.
extension FrontPage {
  /// It as JSON, which ``init(json:)`` reads.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.members([("title", title), ("next", next)])
    writer.name("discussions")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      row.write(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// Reads what ``json`` wrote; members that are not known are skipped.
  ///
  /// - Throws: the first place that is not of its form, with the offset of a byte, 0-based.
  public init(json bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self.init(title: "")
    try reader.beginObject()
    while let name = try reader.memberName() {
      switch name {
      case "title": title = try reader.text() ?? ""
      case "next": next = try reader.text()
      case "discussions":
        try reader.beginArray()
        while try reader.hasElement() { rows.append(try FrontRow(&reader)) }
      default: _ = try reader.skipValue()
      }
    }
    try reader.end()
  }
}

extension FrontRow {
  /// Writes its members into an object: a member is null where the row says nothing.
  ///
  /// `link` and `url` are addresses, `published` and `lastActivity` are in ISO 8601.
  public func write(to writer: inout JSONWriter) {
    writer.members([
      ("link", link), ("title", title), ("url", target), ("author", author),
      ("published", published?.iso), ("lastActivity", lastActivity?.iso),
    ])
    for (name, value) in [("score", score), ("comments", comments)] {
      writer.name(name)
      if let value { writer.integer(value) } else { writer.null() }
    }
    writer.name("labels")
    writer.beginArray()
    for label in labels { writer.string(label) }
    writer.endArray()
  }

  /// Reads an object of these members.
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    self.init(link: "", title: "")
    try reader.beginObject()
    while let name = try reader.memberName() {
      switch name {
      case "link": link = try reader.text() ?? ""
      case "title": title = try reader.text() ?? ""
      case "url": target = try reader.text()
      case "author": author = try reader.text()
      case "published": published = try reader.text().flatMap { Moment($0) }
      case "lastActivity": lastActivity = try reader.text().flatMap { Moment($0) }
      case "score": score = try reader.integerOrNull()?.clamped(to: NumberBounds.score)
      case "comments": comments = try reader.integerOrNull()?.clamped(to: NumberBounds.count)
      case "labels":
        try reader.beginArray()
        while try reader.hasElement() {
          if let label = try reader.text() { labels.append(label) }
        }
      default: _ = try reader.skipValue()
      }
    }
  }
}

extension JSONReader {
  /// Takes a string, or null, for which it gives nil.
  fileprivate mutating func text() throws(JSONError) -> String? {
    try stringOrNull()?.text(in: bytes).text
  }
}

extension JSONWriter {
  /// Writes members that are strings, or null.
  fileprivate mutating func members(_ members: [(String, String?)]) {
    for (name, value) in members {
      self.name(name)
      if let value { string(value) } else { null() }
    }
  }
}
