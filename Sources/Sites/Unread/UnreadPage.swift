import HTMLTree
import WebAddresses

/// What a page is that has no comments: a wall in front of a site, or a list of discussions.
enum UnreadPage {
  /// What a file of HTML or MHTML is; nil if it is a page like any other.
  ///
  /// - Complexity: O(length).
  static func kind(of bytes: [UInt8]) -> UnreadKind? {
    let documents = PageInput(bytes).documents
    if documents.isEmpty || MIMEMessage.isArchive(bytes) && UnreadText.mail(bytes) != nil {
      return UnreadText.mail(bytes)
        ?? UnreadKind("an MHTML file without a page", "save the page again, as HTML")
    }
    for document in documents {
      if isChallenge(document.html) { return challenge }
      let tree = document.html.withUnsafeBufferPointer { HTMLTree(utf8: $0) }
      let page = WebPage(tree, from: document.source)
      if let kind = wall(page) ?? list(page) { return kind }
    }
    return nil
  }

  /// A page that understory has exported: it is for browsers, and lacks much of what a discussion has.
  ///
  /// - Complexity: O(1).
  static func ownExport(_ bytes: [UInt8]) -> UnreadKind? {
    let start = String(decoding: bytes.prefix(512), as: UTF8.self)
    guard start.has("<meta name=\"generator\" content=\"understory\">") else { return nil }
    return UnreadKind(
      "an HTML page that understory exported",
      "to read it here, export it with \"understory show --format json\" instead")
  }

  // MARK: Walls

  /// Whether a page lets only browsers through: Cloudflare's challenge, or Anubis.
  static func isChallenge(_ page: [UInt8]) -> Bool {
    let start = String(decoding: page.prefix(1 << 14), as: UTF8.self)
    return [
      "id=\"anubis_challenge\"", "/.within.website/x/", "Making sure you", "_cf_chl_opt",
    ].contains { start.has($0) }
  }

  private static let again = "open the link in a browser, and save the page that follows"
  private static let challenge = UnreadKind("a page that lets only browsers through", again)

  /// Bytes of text that a wall has at most.
  private static let longest = 1500

  private static func wall(_ page: WebPage) -> UnreadKind? {
    let body = page.search.firstIndex(matching: "body")
    let text = body.map { page.tree.text(below: $0) } ?? ""
    guard text.utf8.count <= longest else { return nil }
    let words = text.lowercased()
    let title = page.title?.lowercased() ?? ""
    func says(_ phrases: [String]) -> Bool {
      phrases.contains { words.has($0) || title.has($0) }
    }
    if says(["just a moment", "checking your browser", "not a robot", "not a bot", "captcha"]) {
      return challenge
    }
    if says(["has been blocked", "access denied", "you have been blocked"]) {
      return UnreadKind("a page that refuses access", again)
    }
    let hasForm = words.utf8.count < 800 && page.has("input[type=password]")
    if hasForm || says(["log in to continue", "sign in to continue"]) {
      return UnreadKind(
        "a page that asks for a sign-in", "sign in with a browser, and save the page that follows")
    }
    let isScripted = page.has("script")
    if says(scripted) || isScripted && words.utf8.count < 40 {
      return UnreadKind(
        "a page that is empty without JavaScript", "save it from a browser once it is shown there")
    }
    if says(["cookie"]), page.has("button, form, input, [role=button]") {
      return UnreadKind(
        "a page that asks about cookies", "choose in a browser, and save the page that follows")
    }
    return nil
  }

  private static let scripted = [
    "enable javascript", "javascript is", "requires javascript", "require javascript",
    "need javascript", "without javascript", "turn on javascript", "activate javascript",
    "allow javascript", "javascript and cookies", "javascript aktivieren", "activer javascript",
  ]

  // MARK: Lists

  /// Links that are looked at, and how many of them lead to discussions in a list of such.
  private static let (mostLinks, fewest) = (2000, 3)

  /// Nodes in a link that says how many comments there are; what is in one may be in many others too.
  private static let mostNodes = 8
  /// Bytes that a list has in paragraphs at most: an article may link to discussions too.
  private static let mostProse = 1500

  /// A page on which several links lead to discussions, and which is not an article.
  private static func list(_ page: WebPage) -> UnreadKind? {
    guard prose(page.tree) <= mostProse else { return nil }
    var links: Set<String> = []
    for index in page.search.indices(matching: "a[href]").prefix(mostLinks) {
      guard let reference = page.tree.attribute(.href, of: index) else { continue }
      if let link = page.absolute(reference), SiteVisit.opens(link) {
        links.insert(link)
      } else if page.tree.nodes[index].end - index <= mostNodes,
        isCount(page.tree.text(below: index))
      {
        links.insert(reference)
      }
      if links.count >= fewest { return discussions }
    }
    return nil
  }

  /// Bytes of text in paragraphs, however they are nested.
  private static func prose(_ tree: HTMLTree) -> Int {
    var (end, bytes) = (0, 0)
    for (index, node) in tree.nodes.enumerated() {
      if node.name == .p { end = max(end, node.end) }
      if node.isText, index < end { bytes += tree.bytes(of: index).count }
    }
    return bytes
  }

  private static let discussions = UnreadKind(
    "a page that lists discussions",
    "open one with \"understory LINK\", or give the page's web address to \"understory front\"")

  /// Whether a text is how many comments something has, such as `12 comments`.
  private static func isCount(_ text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0].allSatisfy(\.isNumber) else { return false }
    return ["comment", "comments", "reply", "replies", "answer", "answers"].contains(words[1])
  }
}
