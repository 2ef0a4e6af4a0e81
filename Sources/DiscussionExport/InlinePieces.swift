import RichText
import TextGrid

/// A piece of a line that leads to one place, or to none.
struct InlinePiece: Equatable {
  /// The number of its link, 1-based; nil outside links.
  let link: Int?
  /// Texts that look alike, in order.
  var parts: [(text: SafeText, traits: Span.Traits)]

  static func == (one: InlinePiece, other: InlinePiece) -> Bool {
    one.link == other.link
      && one.parts.elementsEqual(other.parts) { $0.text == $1.text && $0.traits == $1.traits }
  }
}

extension StyledText {
  /// The line in pieces, for formats in which a link is a link and struck text is struck.
  ///
  /// The tildes around struck words are left out.
  ///
  /// - Parameter isAligned: whether the numbers after links stay, since columns count on them; else
  ///   they are left out too, with the space before them.
  /// - Returns: what is left, in order.
  /// - Complexity: O(length).
  func pieces(isAligned: Bool = false) -> [InlinePiece] {
    let parts = self.parts(of: 0..<text.count)
    var pieces: [InlinePiece] = []
    for (index, part) in parts.enumerated()
    where isAligned || !part.traits.contains(.linkNumber) {
      let next = index + 1 < parts.count ? parts[index + 1].traits : []
      let last = index > 0 ? parts[index - 1].traits : []
      var text = part.text
      if !isAligned, next.contains(.linkNumber), text.string.hasSuffix("\u{A0}") {
        text = text[0..<text.count - 2]
      }
      if part.traits.contains(.strike) {
        if !last.contains(.strike), text.string.hasPrefix("~") { text = text[1..<text.count] }
        if !next.contains(.strike), text.string.hasSuffix("~") { text = text[0..<text.count - 1] }
      }
      if text.isEmpty { continue }
      if let open = pieces.last, open.link == part.link {
        pieces[pieces.count - 1].parts.append((text, part.traits))
      } else {
        pieces.append(InlinePiece(link: part.link, parts: [(text, part.traits)]))
      }
    }
    return pieces
  }
}

extension SafeText {
  /// Whether a page may lead there: an address of `http`, `https` or `mailto`.
  var isFollowed: Bool {
    let scheme = string.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < string.utf8.count else { return false }
    return ["http", "https", "mailto"].contains(String(Substring(scheme)).lowercased())
  }
}
