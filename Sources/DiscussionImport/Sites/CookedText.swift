import DiscussionModel

/// HTML that Discourse has made of a post, with what its pages draw as pictures and boxes put into words.
///
/// A quote has a link to what it is from for a title; emoji are their names; a poll's choices have their votes; links
/// within the site lead to it from anywhere.
struct CookedText {
  /// The address of the site, such as `https://example.org`; nil where nobody knows it.
  let site: String?
  /// The votes for a poll's choices, by their ids.
  let votes: [String: Int]

  private var result = ""
  /// A quote whose text has not begun.
  private var quote: (author: String?, address: String?)?
  /// How many `div` are open within one that is left out; 0 outside.
  private var leftOut = 0
  /// The words of a quote's title.
  private var title = ""

  /// A post's text.
  ///
  /// - Complexity: O(length).
  static func text(_ html: RawText, site: String?, votes: [String: Int]) -> RawText {
    let text = html.text
    guard
      ["<aside", "<img", "href=\"/", "<li data-poll", "class=\"meta\""].contains(where: {
        text.has($0)
      })
    else { return html }
    var cooked = CookedText(site: site, votes: votes)
    cooked.read(text)
    return RawText(cooked.result)
  }

  private init(site: String?, votes: [String: Int]) {
    self.site = site
    self.votes = votes
  }

  private mutating func read(_ html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      write(rest[..<start])
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else { break }
      read(tag: rest[rest.index(after: start)..<end], whole: rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    write(rest)
  }

  private mutating func write(_ text: Substring) {
    if leftOut > 0 { title += text } else { result += text }
  }

  private mutating func read(tag text: Substring, whole: Substring) {
    let tag = HTMLTag(text)
    if leftOut > 0 {
      if tag.name == "div" { leftOut += 1 }
      if tag.name == "/div" { leftOut -= 1 }
      return
    }
    switch tag.name {
    case "aside": begin(aside: tag, whole)
    case "/aside":
      quote = nil
      result += whole
    case "div" where quote != nil && tag.hasClass("title"), "div" where tag.hasClass("meta"):
      leftOut = 1
      title = ""
    case "blockquote": begin(blockquote: whole)
    case "img" where tag.hasClass("emoji"): result += tag["alt"] ?? tag["title"] ?? ""
    case "img": result += tag["src"].flatMap { absolute($0, in: whole) } ?? String(whole)
    case "a": result += tag["href"].flatMap { absolute($0, in: whole) } ?? String(whole)
    case "li":
      result += whole
      if let id = tag["data-poll-option-id"], let count = votes[String(id)] {
        result += "(\(counted(count, "vote"))) "
      }
    default: result += whole
    }
  }

  private mutating func begin(aside tag: HTMLTag, _ whole: Substring) {
    guard tag.hasClass("quote") else {
      result += whole
      return
    }
    title = ""
    result += "<aside class=\"quote\">"
    let place = tag["data-topic"].flatMap { topic in tag["data-post"].map { "/t/\(topic)/\($0)" } }
    let name = tag["data-display-name"] ?? tag["data-username"]
    quote = (name.map { String($0) }, place)
  }

  private mutating func begin(blockquote whole: Substring) {
    defer { result += whole }
    guard let quote else { return }
    self.quote = nil
    let words = HTMLText.shortened(title, limit: 80)
    let author = quote.author ?? (words.hasSuffix(":") ? String(words.dropLast()) : words)
    guard !author.isEmpty else { return }
    let address = site.flatMap { site in quote.address.map { site + $0 } }
    let name = address.map { "<a href=\"\($0)\">\(author)</a>" } ?? author
    result += "<div class=\"title\">\(name):</div>"
  }

  /// A tag with an address that has a host; nil where it has one already.
  private func absolute(_ address: Substring, in whole: Substring) -> String? {
    guard address.hasPrefix("/"), let site else { return nil }
    let prefix = address.hasPrefix("//") ? "https:" : site
    let end = address.startIndex
    return whole[..<end] + prefix + whole[end...]
  }
}
