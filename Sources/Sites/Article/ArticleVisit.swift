import DiscussionModel
import HTMLTree
import WebAddresses

/// The exchange with a site about one article to which a discussion links: one request, and its text.
///
/// What it makes is a discussion that has nothing but its ``Discussion/linked``. Nothing that the page refers to is
/// requested.
public struct ArticleVisit: SiteExchange {
  private let address: WebURL
  /// The link as the discussion has it.
  private let url: String
  private var article: LinkedArticle?

  /// Bytes of HTML that are kept; a longer article is cut between two blocks.
  static let longest = 480 << 10
  /// Bytes of a page that is read; a larger one would keep the reader waiting.
  static let largest = 8 << 20
  /// Letters of a text that is worth showing although the page says that the rest is hidden.
  private static let shortest = 200

  /// Begins to ask for an article.
  ///
  /// - Parameters:
  ///   - url: the link; http counts as https, unless the host is this machine.
  ///   - origin: from where the discussion came that links to it; nil if it came as a file.
  /// - Throws: if it is not a link, or leads nearer than the discussion came from.
  public init(url: String, from origin: String?) throws(SiteError) {
    address = try WebURL(link: url)
    self.url = url
    var reach = WebHost.Reach.internet
    if let origin { reach = try WebURL(link: origin).reach }
    guard address.reach >= reach else { throw SiteError(.noArticle(.near), url: url) }
  }

  public mutating func next() throws(SiteError) -> ExchangeStep<SiteVisit.Outcome> {
    guard let article else {
      return .ask(SiteRequest(url: address.page, accept: "text/html,application/xhtml+xml"))
    }
    var discussion = Discussion(id: "", title: "")
    discussion.linked = article
    return .done(.fetched(Fetched(discussion: discussion)))
  }

  public mutating func take(_ response: SiteResponse) throws(SiteError) {
    try check(response)
    guard response.body.count <= Self.largest else {
      throw SiteError(.noArticle(.tooLarge(response.body.count)), url: url)
    }
    var bytes = Charset.utf8(page: response.body, contentType: response.contentType)
    if response.mediaType == "text/plain" {
      let text = HTMLText.escaped(String(decoding: bytes, as: UTF8.self))
      bytes = Array("<article><pre>\(text)</pre></article>".utf8)
    }
    let tree = bytes.withUnsafeBufferPointer { HTMLTree(utf8: $0) }
    var found = ArticleText(tree, address: WebURL(reference: response.url) ?? address)
    let isEmpty = !found.body.utf8.contains { $0 > 0x20 }
    if found.notice != nil, found.body.utf8.count < Self.shortest {
      throw SiteError(.noArticle(.wall), url: url)
    }
    if isEmpty { throw SiteError(.noArticle(.noText), url: url) }
    if found.body.utf8.count > Self.longest { found.cut(to: Self.longest) }
    article = LinkedArticle(found, url: url)
  }

  public mutating func miss(because why: NoResponse) -> Bool { false }

  public mutating func stop(because why: NoResponse) -> Bool { false }

  public var progress: (done: Int, total: Int?, what: String) {
    (article == nil ? 0 : 1, 1, "the article")
  }

  /// Throws if the response is not a page of text.
  private func check(_ response: SiteResponse) throws(SiteError) {
    do throws(SiteError) {
      try response.check(url)
    } catch {
      switch error.fault {
      case .notFound, .server, .tooManyRequests: throw SiteError(error.fault, url: url)
      case .browserRequired: throw SiteError(.noArticle(.browserRequired), url: url)
      case .status(let status) where status != 402:
        throw SiteError(.noArticle(.status(status)), url: url)
      default: throw SiteError(.noArticle(.wall), url: url)
      }
    }
    let isPDF = response.body.starts(with: "%PDF-".utf8)
    switch isPDF ? "application/pdf" : response.mediaType {
    case "text/html", "application/xhtml+xml", "text/plain", "": return
    case "application/pdf": throw SiteError(.noArticle(.pdf), url: url)
    case let type: throw SiteError(.noArticle(.type(type)), url: url)
    }
  }
}

extension ArticleText {
  /// Cuts the body before the last tag within this many bytes, or within a text without tags, and says so.
  fileprivate mutating func cut(to limit: Int) {
    let bytes = Array(body.utf8.prefix(limit))
    var end = bytes.lastIndex(of: UInt8(ascii: "<")) ?? 0
    if end < limit / 2 { end = bytes.lastIndex { $0 <= 0x20 } ?? end }
    body = String(decoding: bytes[..<end], as: UTF8.self)
    notice = ([notice] + ["The text goes on; it was cut here."]).compactMap { $0 }
      .joined(separator: " ")
  }
}

extension LinkedArticle {
  fileprivate init(_ found: ArticleText, url: String) {
    self.init(url: url, body: RawText(found.body))
    title = found.title
    author = found.byline
    published = found.published
    maskCharacter = found.maskCharacter
    notice = found.notice
  }
}

/// Why an article cannot be shown as text.
public enum ArticleFault: Equatable, Sendable {
  case pdf
  /// Something else that is not a page, by its media type.
  case type(String)
  /// The site shows it to some people only.
  case wall
  /// The site lets only browsers in.
  case browserRequired
  /// A page of this many bytes, which is more than is read.
  case tooLarge(Int)
  /// A page without a text, such as one that a script makes.
  case noText
  /// A status that is not a success.
  case status(Int)
  /// It is nearer than the discussion: on this machine, or in a private network.
  case near

  var words: String {
    switch self {
    case .pdf: "PDFs cannot be shown as text"
    case .type(let type): "\(HTMLText.shortened(type, limit: 40)) cannot be shown as text"
    case .wall: "the site refuses to show this article"
    case .browserRequired: "the site admits only browsers"
    case .tooLarge(let bytes): "a page of \(bytes >> 20) MiB, which is too large"
    case .noText: "no text in this page; it may need scripts"
    case .status(let status): "expected an article, found status \(status)"
    case .near: "leads to this machine or a private network; not followed"
    }
  }
}
