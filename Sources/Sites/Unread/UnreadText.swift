/// What a text is that is not a page with comments, by how it begins.
struct UnreadText {
  /// Nil if nothing is known of it.
  let kind: UnreadKind?

  /// Looks at a text that was refused.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    kind =
      Self.data(bytes) ?? Self.document(bytes) ?? Self.markup(bytes) ?? Self.mail(bytes)
      ?? Self.loneMail(bytes) ?? Self.encoding(of: bytes) ?? Self.links(bytes) ?? Self.table(bytes)
      ?? Self.otherEncoding(bytes)
      ?? Self.markdown(bytes)
  }

  /// Bytes in an encoding that is known.
  private static let longest = 1 << 16

  // MARK: Data

  private static func data(_ bytes: [UInt8]) -> UnreadKind? {
    if bytes.allSatisfy({ $0 == 0 }) {
      return UnreadKind("a file of zero bytes only", "its contents are lost; save it again")
    }
    let start = bytes.prefix(longest)
    guard encoding(of: bytes) == nil,
      start.contains(0)
        || !FileSignature.isText(start) && String(validating: bytes, as: UTF8.self) == nil
    else { return nil }
    return UnreadKind(
      "a binary file of an unknown kind", "\"understory formats\" lists what is read")
  }

  /// Documents, scripts and messages that begin with a mark of their own.
  static func document(_ bytes: [UInt8]) -> UnreadKind? {
    let start = text(bytes)
    return documents.first { start.starts(with: $0.mark.utf8) }?.kind
  }

  private static let documents: [(mark: String, kind: UnreadKind)] = [
    ("#!", UnreadKind("a script", "to read what it prints, use \"SCRIPT | understory -\"")),
    ("%PDF-", FileSignature.pdf),
    ("%!PS", UnreadKind("a PostScript document", "save the page as HTML instead")),
    ("{\\rtf", UnreadKind("a rich text document (RTF)", "save it as HTML or plain text first")),
    ("-----BEGIN PGP MESSAGE", UnreadKind("encrypted", through: "gpg --decrypt FILE")),
    ("-----BEGIN ", UnreadKind("a key or a certificate", "understory reads discussions")),
    (
      "[InternetShortcut]",
      UnreadKind("a shortcut to a link", "open the link itself with \"understory LINK\"")
    ),
    ("diff --git ", UnreadKind("a patch", "open the link of its discussion instead")),
  ]

  // MARK: Encodings

  /// The encoding of a text whose characters take two or four bytes; nil for any other.
  ///
  /// Without a byte order mark it is known by the zero bytes of its ASCII characters.
  static func encoding(of bytes: [UInt8]) -> UnreadKind? {
    let marks: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ]
    if let (_, name) = marks.first(where: { bytes.starts(with: $0.0) }) { return text(in: name) }
    let start = bytes.prefix(4096)
    guard start.count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (place, byte) in start.enumerated() where byte == 0 { zeros[place % 4] += 1 }
    // Of ten characters that there may be of two or of four bytes, nine are ASCII.
    let (two, four) = (start.count / 2 * 9 / 10, start.count / 4 * 9 / 10)
    let ends = (even: zeros[0] + zeros[2], odd: zeros[1] + zeros[3])
    if zeros[1...].allSatisfy({ $0 >= max(four, 1) }), zeros[0] == 0 { return text(in: "UTF-32LE") }
    if zeros[..<3].allSatisfy({ $0 >= max(four, 1) }), zeros[3] == 0 { return text(in: "UTF-32BE") }
    if ends.odd >= max(two, 2), ends.even == 0 { return text(in: "UTF-16LE") }
    if ends.even >= max(two, 2), ends.odd == 0 { return text(in: "UTF-16BE") }
    return nil
  }

  private static func text(in encoding: String) -> UnreadKind {
    UnreadKind("text in \(encoding)", through: "iconv -f \(encoding) -t UTF-8 FILE")
  }

  private static func otherEncoding(_ bytes: [UInt8]) -> UnreadKind? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return UnreadKind(
      "text that is not in UTF-8, perhaps in Latin-1", through: "iconv -f LATIN1 -t UTF-8 FILE")
  }

  // MARK: Markup

  /// A feed; one of comments has been read before.
  static func feed(_ bytes: [UInt8]) -> UnreadKind? {
    guard
      Feed.isFeed(bytes)
        || String(decoding: text(bytes).prefix(2048), as: UTF8.self).has("<rdf:RDF")
    else { return nil }
    if Feed.endsEarly(bytes) {
      return UnreadKind("a feed that ends too early", "download or save it again")
    }
    return UnreadKind(
      "a feed that lists pages", "give its web address, not the file, to \"understory front\"")
  }

  /// A feed, and other XML that is not a page.
  private static func markup(_ bytes: [UInt8]) -> UnreadKind? {
    guard text(bytes).first == UInt8(ascii: "<") else { return nil }
    if let feed = feed(bytes) { return feed }
    let start = String(decoding: text(bytes).prefix(2048), as: UTF8.self)
    for (element, kind) in elements where start.has(element) { return kind }
    guard start.hasPrefix("<?xml") else { return nil }
    return UnreadKind("an XML file of another kind", "\"understory formats\" lists what is read")
  }

  private static let elements: [(element: String, kind: UnreadKind)] = [
    (
      "<opml",
      UnreadKind("a list of feeds (OPML)", "give the web address of one to \"understory front\"")
    ),
    ("<urlset", UnreadKind("a site map", "open one of its links with \"understory LINK\"")),
    ("<svg", UnreadKind("an SVG picture", "save the page as HTML instead")),
  ]

  // MARK: Mail

  private static let advice = "open the page of the list's archive, or save it as HTML"

  /// An mbox, or a mail as it was sent.
  static func mail(_ bytes: [UInt8]) -> UnreadKind? {
    if let box = mbox(bytes) { return box }
    let names = headers(text(bytes))
    return names.contains("from") && !names.isDisjoint(with: ["received", "message-id"])
      ? UnreadKind("a mail", advice) : nil
  }

  /// Mails one after the other, each after a line such as `From ann@example.org Thu Jan  1 00:00:00 1970` (RFC 4155).
  static func mbox(_ bytes: [UInt8]) -> UnreadKind? {
    let start = text(bytes)
    guard start.starts(with: "From ".utf8), let end = start.firstIndex(of: 0x0A),
      start[..<end].count(where: { $0 == UInt8(ascii: ":") }) >= 2,
      !headers(start[(end + 1)...]).isDisjoint(with: ["from", "subject", "date", "received"])
    else { return nil }
    return UnreadKind("an mbox of mail", advice)
  }

  /// A mail with only the headers that people see.
  private static func loneMail(_ bytes: [UInt8]) -> UnreadKind? {
    headers(text(bytes)).isSuperset(of: ["from", "date", "subject"])
      ? UnreadKind("a mail", advice) : nil
  }

  /// The names of the headers with which a text begins, in lower case (RFC 5322, section 2.2).
  private static func headers(_ start: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    for line in start.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false) {
      if line.first == 0x20 || line.first == 0x09 { continue }
      let name = line.prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
      guard !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == UInt8(ascii: ":")
      else { break }
      names.insert(String(decoding: name, as: UTF8.self).lowercased())
    }
    return names
  }

  // MARK: Markdown

  /// A discussion that understory has exported: it is for people, and lacks much of what a discussion has.
  ///
  /// A title, and the heading of a comment.
  ///
  /// - Complexity: O(length).
  static func ownExport(_ bytes: [UInt8]) -> UnreadKind? {
    guard text(bytes).starts(with: "# ".utf8),
      bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains(where: namesComment)
    else { return nil }
    return UnreadKind(
      "Markdown that understory exported",
      "to read it here, export it with \"understory show --format json\" instead")
  }

  /// Whether a line is the heading of a comment: `### ann, comment 1` or `### comment 1`, whose number may be a link:
  /// `### ann, [comment 1](<https://a.example/1>)`.
  private static func namesComment(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "### ".utf8) else { return false }
    let heading = String(decoding: line.dropFirst(4), as: UTF8.self)
    let link = heading.hasSuffix(">)") ? heading.ranges(of: "](<").last : nil
    var words = heading[..<(link?.lowerBound ?? heading.endIndex)].split(separator: " ")
    guard let number = words.popLast(), SiteID.isNumber(String(number)),
      words.popLast() == (link == nil ? "comment" : "[comment")
    else { return false }
    return words.last?.hasSuffix(",") ?? true
  }

  /// A text with headings, pictures or blocks of code of Markdown, at least two, at the starts of lines.
  ///
  /// In other files, a line that begins with `#` is a comment: so if there is no other sign, each must be followed by
  /// an empty line, as a heading is.
  private static func markdown(_ bytes: [UInt8]) -> UnreadKind? {
    let lines = text(bytes).split(maxSplits: 200, omittingEmptySubsequences: false) { $0 == 0x0A }
      .prefix(200).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    let all = ["# ", "## ", "### ", "```", "!["]
    let signs = lines.map { line in all.first { line.starts(with: $0.utf8) } }
    let found = signs.compactMap { $0 }
    let standAlone = signs.indices.allSatisfy { index in
      signs[index] == nil || index + 1 == lines.count || lines[index + 1].isEmpty
    }
    guard found.count > 1, standAlone || Set(found).count > 1 else { return nil }
    return UnreadKind(
      "Markdown",
      "understory reads JSON, feeds and saved pages (\"understory formats\")")
  }

  // MARK: Lists and tables

  /// Links, one a line.
  private static func links(_ bytes: [UInt8]) -> UnreadKind? {
    let lines = text(bytes).split(maxSplits: 20) { $0 == 0x0A || $0 == 0x0D }.prefix(20)
    let areLinks = lines.allSatisfy { line in
      (line.starts(with: "https://".utf8) || line.starts(with: "http://".utf8))
        && !line.contains(0x20)
    }
    guard !lines.isEmpty, areLinks else { return nil }
    return UnreadKind("a list of links", "open one with \"understory LINK\"")
  }

  /// A table: at least three lines, with as many separators in each of the first of them.
  private static func table(_ bytes: [UInt8]) -> UnreadKind? {
    let lines = text(bytes).split(maxSplits: 20) { $0 == 0x0A || $0 == 0x0D }.prefix(20)
    guard lines.count >= 3 else { return nil }
    for (separator, name) in [(0x09, "TSV"), (0x2C, "CSV"), (0x3B, "CSV")] as [(UInt8, String)] {
      let counts = lines.dropLast(lines.count == 20 ? 1 : 0).map { count(of: separator, in: $0) }
      if let first = counts.first, first > 0, counts.allSatisfy({ $0 == first }) {
        return UnreadKind("a table (\(name))", "open the link of the discussion instead")
      }
    }
    return nil
  }

  /// How often a separator is outside of quotation marks (RFC 4180, section 2).
  private static func count(of separator: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    return line.count { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }
  }

  /// The first bytes of a text, after a byte order mark and white space.
  private static func text(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.prefix(longest).dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      .drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
  }
}
