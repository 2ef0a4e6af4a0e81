import DiscussionModel

/// What was found in a page, whichever way.
struct PageParts {
  var title: String
  var byline: String?
  /// Paragraphs are separated by a blank line, here and in the notice.
  var body: String?
  var notice: String?
  var comments: [Comment] = []
  var links: [LinkList] = []
  var warnings: [String] = []

  /// Puts the parts together.
  ///
  /// - Parameter id: nil for one made of title and byline.
  /// - Returns: a discussion in plain text whose tree is inferred.
  func discussion(id: String?) -> Discussion {
    let byline = byline.map(Byline.init)
    var result = Discussion(id: id ?? fingerprint, title: title, comments: comments)
    result.author = byline?.author
    result.published = byline?.published
    result.body = body.map { RawText($0) }
    if let body, MaskedWords.count(in: body) > 0 { result.maskCharacter = MaskedWords.character }
    result.notice = notice
    result.links = links
    result.treeIsInferred = true
    return result
  }

  /// The id of a page that was given none: the same for every copy with this title and byline.
  private var fingerprint: String {
    let digits = String(FNV1a.hash64("\(title)\n\(byline ?? "")".utf8), radix: 16)
    return "page:" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
