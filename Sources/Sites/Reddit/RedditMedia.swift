import DiscussionModel

/// What Reddit shows of a post or a comment beside its text: pictures, films, galleries and polls, in Markdown.
struct RedditMedia {
  let value: JSONValue
  let texts: RedditText
  /// The addresses of pictures and films by their ids, from `media_metadata`.
  private var addresses: [String: String] = [:]

  init(_ value: JSONValue, _ texts: RedditText, _ findings: inout Findings) {
    self.value = value
    self.texts = texts
    guard var entries = value["media_metadata"]?.elements else { return }
    while let name = entries.next(), let entry = entries.next() {
      guard let id = findings.text(name) else { continue }
      addresses[id] = Self.address(in: entry, &findings).map { texts.text($0) }
    }
  }

  /// The largest form of a picture or film.
  private static func address(in entry: JSONValue, _ findings: inout Findings) -> String? {
    let source = entry["s"]
    return findings.words(source?["u"]) ?? findings.words(source?["gif"])
      ?? findings.words(source?["mp4"]) ?? findings.words(entry["hlsUrl"])
      ?? findings.words(entry["ext"])
  }

  /// A text in which `![img](ID)`, `![gif](giphy|ID)` and the like are links.
  ///
  /// - Complexity: O(length).
  func text(_ raw: RawText?) -> RawText? {
    guard let raw = texts.text(raw) else { return nil }
    let old = raw.text
    guard old.has("![") else { return raw }
    let bytes = Array(old.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "!"), at == 0 || bytes[at - 1] != UInt8(ascii: "`"),
        let (words, end) = picture(at, in: bytes)
      {
        result += Array(words.utf8)
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return RawText(String(decoding: result, as: UTF8.self))
  }

  /// The link for `![KIND](ID "CAPTION")` at a place, and where that ends; nil for anything else.
  private func picture(_ start: Int, in bytes: [UInt8]) -> (words: String, end: Int)? {
    for kind in ["gif", "img", "video"] where bytes[start...].starts(with: "![\(kind)](".utf8) {
      let target = bytes[(start + kind.utf8.count + 4)...].prefix(512)
      guard let end = target.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      let inner = String(decoding: target[..<end], as: UTF8.self)
      let id = inner.prefix { !$0.isWhitespace }
      guard let address = address(of: String(id)) else { return nil }
      let caption = inner.dropFirst(id.count).filter { $0 != "\"" }
      let words = MarkdownWords.escaped(String(caption))
      let shown = words.isEmpty ? kind == "img" ? "picture" : kind : words
      return (MarkdownWords.target(address).map { "[\(shown)](\($0))" } ?? shown, end + 1)
    }
    return nil
  }

  /// The address that an id in a text stands for.
  private func address(of id: String) -> String? {
    let parts = id.split(separator: "|")
    if parts.count > 1, parts[0] == "giphy" {
      let name = parts[1].filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      return name.isEmpty ? nil : "https://giphy.com/gifs/\(name)"
    }
    return addresses[id]
  }

  /// The pictures of a gallery, with captions and what they link to.
  func gallery(_ findings: inout Findings) -> String? {
    let items = findings.objects(findings.object(value["gallery_data"])?["items"])
    guard !items.isEmpty else { return nil }
    var lines: [String] = []
    for (place, item) in items.enumerated() {
      let address = findings.id(item["media_id"]).flatMap { addresses[$0] }
      let caption = findings.words(item["caption"]).map { texts.text($0) }
      var line = MarkdownWords.link(caption ?? "picture \(place + 1)", to: address)
      if let link = findings.words(item["outbound_url"]).map({ texts.text($0) }) {
        line += ", with a link to " + (MarkdownWords.target(link) ?? MarkdownWords.escaped(link))
      }
      lines.append("\(place + 1). \(line)")
    }
    return lines.joined(separator: "\n")
  }

  /// The choices of a poll with their votes, which are known once it is over, and how many voted.
  func poll(_ findings: inout Findings) -> String? {
    let poll = findings.object(value["poll_data"])
    let options = findings.objects(poll?["options"])
    guard !options.isEmpty else { return nil }
    var lines = options.map { option in
      let text = MarkdownWords.escaped(texts.text(findings.text(option["text"]) ?? ""))
      let votes = findings.count(option["vote_count"])
      return "- \(text)" + (votes.map { " (\(counted($0, "vote")))" } ?? "")
    }
    if let total = findings.count(poll?["total_vote_count"]) {
      lines += ["", "\(counted(total, "vote")) in all"]
    }
    return lines.joined(separator: "\n")
  }

  /// The page of a film that Reddit keeps, for a post whose `url` does not lead to it; nil if it has none.
  ///
  /// Reddit gives the address of one of its files, such as `https://v.redd.it/ID/DASH_720.mp4`.
  func video(_ findings: inout Findings) -> String? {
    let film = (["media", "secure_media"] as [Member]).lazy.compactMap {
      value[$0]?["reddit_video"]
    }.first
    guard let file = findings.words(findings.object(film)?["fallback_url"]) else { return nil }
    let address = texts.text(file)
    let parts = address.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[2] == "v.redd.it", !parts[3].isEmpty else { return address }
    return parts[..<4].joined(separator: "/")
  }

  /// The title that a film or page has at its own site.
  func preview(_ findings: inout Findings) -> String? {
    guard let card = findings.object(findings.object(value["media"])?["oembed"]),
      let title = findings.words(card["title"])
    else { return nil }
    let author = findings.words(card["author_name"]).map { " by \(texts.text($0))" } ?? ""
    let provider = findings.words(card["provider_name"]).map { " at \(texts.text($0))" } ?? ""
    return MarkdownWords.escaped(texts.text(title) + author + provider)
  }
}
