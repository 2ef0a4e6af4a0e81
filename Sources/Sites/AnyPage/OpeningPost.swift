import HTMLTree
import WebAddresses

/// Finds out whether the first of some comments is what the others are about: a post on its own page, with replies that have
/// theirs.
///
/// Such a post looks like its replies, and a link in it leads to the page that it is on; those of the replies lead to pages
/// whose addresses are of the same form.
enum OpeningPost {
  /// - Complexity: O(links).
  static func isFirst(_ spans: [CommentSpan], _ survey: CommentSurvey, _ page: WebPage) -> Bool {
    guard spans.count > 1, spans[0].end <= spans[1].start else { return false }
    let homes = page.addresses.map { Address($0) }.filter { $0.isOfPost }
    guard !homes.isEmpty else { return false }
    var (isHome, isLikeHome) = (0, 0)
    var next = 0
    for (place, span) in spans.enumerated() {
      while next < survey.links.count, survey.links[next].node < span.start { next += 1 }
      var (leadsHome, leadsToLike) = (false, false)
      var at = next
      while at < survey.links.count, survey.links[at].node < span.end {
        defer { at += 1 }
        guard survey.links[at].signs.isDisjoint(with: [.hash, .control, .mail]),
          let reference = survey.tree.shortAttribute(
            .href, of: survey.links[at].node, longest: 300),
          let url = page.absolute(reference).flatMap({ WebURL(reference: $0) })
        else { continue }
        let address = Address(url)
        if homes.contains(address) { leadsHome = true }
        leadsToLike = leadsToLike || homes.contains { $0.isLike(address) }
      }
      if place == 0, !leadsHome { return false }
      guard place > 0 else { continue }
      if leadsHome { isHome += 1 }
      if leadsToLike { isLikeHome += 1 }
    }
    let replies = spans.count - 1
    return isLikeHome * 10 >= replies * 6 && isHome * 5 <= replies
  }

  /// Where a post may be.
  private struct Address: Equatable {
    let host: String
    let path: [String]

    init(_ url: WebURL) {
      host = url.authority
      path = url.path
    }

    /// Whether it ends in an id.
    var isOfPost: Bool { path.last.map { Self.isID($0) } ?? false }

    /// Whether another one is of the same form, and not the same.
    func isLike(_ other: Address) -> Bool {
      host == other.host && path.count == other.path.count && path.last != other.path.last
        && other.isOfPost
    }

    private static func isID(_ name: String) -> Bool {
      name.utf8.count >= 4 && name.utf8.contains { 0x30...0x39 ~= $0 }
        && name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
    }
  }
}
