import DiscussionModel

/// HTML that Discourse has made from a post, with what its pages draw as pictures and boxes put into words.
///
/// A quote has a link to what it is from for a title; emoji are their names; a poll's choices have their votes, and the
/// poll the number of its voters, which the site counts apart from the text; films are links; links within the site
/// lead to it from anywhere.
struct CookedText {
  /// The address of the site, such as `https://example.org`; nil if nobody knows it.
  let site: String?
  /// The post's polls, by their names.
  let polls: [String: DiscoursePoll]

  private var result = ""
  /// A quote whose text has not begun.
  private var quote: (author: String?, address: String?)?
  /// How many `div` are open within one that is left out; 0 outside.
  private var leftOut = 0
  /// The words of a quote's title.
  private var title = ""
  /// The poll that is open; nil outside, and for an unknown one.
  private var poll: DiscoursePoll?
  /// How many of an open poll's numbers were read: the voters come first, then the votes.
  private var numbers = 0
  /// What is in place of the text up to the next tag.
  private var replacement: String?
  /// The title of a film whose picture comes next.
  private var film: Substring?

  /// A post's text.
  ///
  /// - Complexity: O(length).
  static func text(
    _ html: RawText, site: String?, polls: [String: DiscoursePoll] = [:]
  ) -> RawText {
    let text = html.text
    guard
      [
        "<aside", "<img", "href=\"/", "src=\"/", "<li data-poll", "class=\"meta\"", "data-video",
        "data-youtube", "data-poll",
      ].contains(where: { text.has($0) })
    else { return html }
    var cooked = CookedText(site: site, polls: polls)
    cooked.read(text)
    return RawText(cooked.result)
  }

  private init(site: String?, polls: [String: DiscoursePoll]) {
    self.site = site
    self.polls = polls
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
    if leftOut > 0 { title += text } else { result += replacement ?? String(text) }
    replacement = nil
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
    case "div" where tag["data-video-src"] != nil || tag["data-youtube-id"] != nil:
      show(film: tag, whole)
    case "div" where tag["data-video-title"] != nil:
      film = tag["data-video-title"]
      result += whole
    case "div" where tag["data-poll-name"] != nil:
      poll = tag["data-poll-name"].flatMap { polls[String($0)] }
      numbers = 0
      result += whole
      if poll?.isClosed == true { result += "<p>This poll is closed.</p>" }
    case "span" where tag.hasClass("info-number"):
      result += whole
      replacement = poll?.number(numbers)
      numbers += 1
    case "span" where tag.hasClass("info-label"):
      result += result.last?.isWhitespace == true ? whole : " " + whole
      if let poll, poll.number(numbers - 1) == "1" {
        replacement = numbers == 1 ? "voter" : "total vote"
      }
    case "div" where quote != nil && tag.hasClass("title"), "div" where tag.hasClass("meta"):
      leftOut = 1
      title = ""
    case "/div":
      result += (film ?? "") + whole
      film = nil
    case "blockquote": begin(blockquote: whole)
    case "img" where tag.hasClass("emoji"): result += tag["alt"] ?? tag["title"] ?? ""
    case "img" where film != nil:
      result += film ?? ""
      film = nil
    case "img", "video", "audio", "source", "iframe":
      result += tag["src"].flatMap { absolute($0, in: whole) } ?? String(whole)
    case "a": result += tag["href"].flatMap { absolute($0, in: whole) } ?? String(whole)
    case "li":
      result += whole
      if let id = tag["data-poll-option-id"], let count = votes(for: String(id)) {
        result += "(\(counted(count, "vote"))) "
      }
    default: result += whole
    }
  }

  /// The votes for a choice of the open poll; outside of any, for that of the only poll.
  private func votes(for id: String) -> Int? {
    (poll ?? (polls.count == 1 ? polls.values.first : nil))?.votes[id]
  }

  /// A film as a link: one that was uploaded, or one at YouTube that is only shown when asked for.
  private mutating func show(film tag: HTMLTag, _ whole: Substring) {
    result += whole
    if let source = tag["data-video-src"] {
      let words = tag["data-video-title"] ?? "[video]"
      result += "<p><a href=\"\(prefix(of: source))\(source)\">\(words)</a></p>"
    } else if let id = tag["data-youtube-id"] {
      let words = tag["data-youtube-title"] ?? "[video]"
      result += "<p><a href=\"https://www.youtube.com/watch?v=\(id)\">\(words)</a></p>"
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

  /// A tag with an address that has a host; nil if it has one already.
  private func absolute(_ address: Substring, in whole: Substring) -> String? {
    guard address.hasPrefix("/"), site != nil else { return nil }
    let end = address.startIndex
    return whole[..<end] + prefix(of: address) + whole[end...]
  }

  /// What an address lacks before it: the site if it is a path, the scheme if it only lacks that.
  private func prefix(of address: some StringProtocol) -> String {
    if address.hasPrefix("//") { return "https:" }
    return address.hasPrefix("/") ? site ?? "" : ""
  }
}

/// The votes of a poll, which its text does not have.
struct DiscoursePoll: Equatable {
  /// By the ids of choices.
  var votes: [String: Int] = [:]
  /// Nil if the site does not say.
  var voters: Int?
  var isClosed = false

  /// The number that is at a place in the poll: 0 for its voters, 1 for all votes; nil if it is not known.
  func number(_ place: Int) -> String? {
    switch place {
    case 0: voters.map { "\($0)" }
    case 1: votes.isEmpty ? nil : "\(votes.values.reduce(0) { $0.sum($1) })"
    default: nil
    }
  }
}
